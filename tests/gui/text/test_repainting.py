"""Whatever is painted anew, the screen shows what painting all of the view would show."""

import random
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QImage, QPaintEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from annotator.domain.errors import EditError
from annotator.domain.span import Span
from annotator.gui.desk import Desk
from annotator.gui.main_window import MainWindow
from annotator.gui.text.setting import Extra
from annotator.services.importing import ImportOptions, import_files
from annotator.services.projects import create

SENTENCES = (
    "وقّعت أرمينيا وأذربيجان في باكو اتفاقًا جديدًا لوقف إطلاق النار برعاية الأمم المتحدة. ",
    "وقال الوزير «إن الاتفاق خطوة أولى» ثم غادر إلى طهران، وسيعود وفده لأرمينيا غدًا. ",
    "بِسْمِ السَّلَامِ كُتِبَتْ كُلُّ الْبُنُودِ. \n",
)


@pytest.fixture
def long_desk(window: MainWindow, tmp_path: Path) -> Desk:
    """Show an article of several pages, in paragraphs, some of them long."""
    dice = random.Random(5)
    text = "".join(dice.choice(SENTENCES) for _ in range(90))
    (tmp_path / "1.txt").write_text(text, "utf-8")
    project = create(tmp_path / "long.annotator")
    import_files(project, [tmp_path / "1.txt"], ImportOptions(login="amal"))
    project.close()
    window.open_project(tmp_path / "long.annotator")
    assert window.desk
    return window.desk


def relate(desk: Desk, *spans: Span) -> None:
    for span in spans:
        desk.view.select(span)
        QTest.keyClick(desk.view, Qt.Key.Key_1)
    start, end = list(desk.view.highlights)
    desk.relating.relate(start, end)


def on_screen(desk: Desk) -> QImage:
    viewport, window = desk.view.viewport(), desk.view.window()
    corner, size = viewport.mapTo(window, QPoint()), viewport.size()
    grabbed = viewport.screen().grabWindow(
        window.winId(), corner.x(), corner.y(), size.width(), size.height()
    )
    return grabbed.toImage()


def is_as_if_all_were_painted(desk: Desk) -> bool:
    shown = on_screen(desk)
    desk.view.viewport().repaint()
    return shown == on_screen(desk)


class Painted(QObject):
    """Keeps how much of a widget is painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__()
        self.heights: list[int] = []
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            self.heights.append(event.region().boundingRect().height())
        return False


def acts(desk: Desk, dice: random.Random) -> list[Callable[[], object]]:
    """Return what somebody may do next: label, choose, select, move, read on, undo."""
    view, viewport = desk.view, desk.view.viewport()
    near = view.place_at(QPoint(dice.randrange(view.width()), dice.randrange(view.height())).toPointF())
    end = min(near + dice.choice([1, 3, 12, 90]), len(view.caret.text))
    alt, shift, control = (
        Qt.KeyboardModifier.AltModifier,
        Qt.KeyboardModifier.ShiftModifier,
        Qt.KeyboardModifier.ControlModifier,
    )
    arrow = dice.choice([Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_Down])
    point = QPoint(dice.randrange(viewport.width()), dice.randrange(viewport.height()))
    label = [lambda: view.select(Span(near, end)), lambda: QTest.keyClick(view, str(dice.randrange(1, 5)))]
    return [
        lambda: [act() for act in label if near < end],
        lambda: [act() for act in label if near < end],
        lambda: view.select(Span(near, end)) if near < end else None,
        lambda: QTest.keyClick(view, arrow, dice.choice([shift, Qt.KeyboardModifier.NoModifier])),
        lambda: QTest.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=point),
        lambda: QTest.mouseMove(viewport, point),
        lambda: QTest.keyClick(view, Qt.Key.Key_Tab),
        lambda: QTest.keyClick(view, arrow, alt),
        lambda: QTest.keyClick(view, Qt.Key.Key_Delete),
        lambda: QTest.keyClick(view, Qt.Key.Key_Z, control),
        lambda: QTest.keyClick(view, Qt.Key.Key_Escape),
        lambda: view.verticalScrollBar().setValue(dice.randrange(view.verticalScrollBar().maximum())),
        lambda: dice.choice([view, desk.articles.search]).setFocus(),
    ]


@pytest.mark.parametrize(
    "extras",
    [
        frozenset(),
        pytest.param(frozenset({Extra.FOCUS, Extra.BADGES}), marks=pytest.mark.slow),
        pytest.param(frozenset({Extra.HIDDEN}), marks=pytest.mark.slow),
        frozenset({Extra.ARCS}),
    ],
)
def test_the_screen_is_as_if_all_of_it_were_painted(
    long_desk: Desk, qapp: QApplication, qtbot, extras: frozenset[Extra]
) -> None:
    view, dice = long_desk.view, random.Random(len(extras))
    view.show_extras(extras)
    view.setFocus()
    if Extra.ARCS in extras:
        relate(long_desk, Span(5, 12), Span(30, 34))
    for nth in range(150):
        with qtbot.captureExceptions() as refused:
            dice.choice(acts(long_desk, dice))()
            qapp.processEvents()
        assert {kind for kind, *_ in refused} <= {EditError}
        assert is_as_if_all_were_painted(long_desk), nth


def test_an_arc_follows_its_span(long_desk: Desk, qapp: QApplication) -> None:
    view = long_desk.view
    view.show_extras(frozenset({Extra.ARCS}))
    relate(long_desk, Span(5, 12), Span(400, 404))
    view.choose(next(iter(view.highlights)).id)
    qapp.processEvents()
    QTest.keyClick(view, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert next(iter(view.highlights)).span != Span(5, 12)
    qapp.processEvents()
    assert is_as_if_all_were_painted(long_desk)


def test_a_label_paints_its_lines_alone(long_desk: Desk, qapp: QApplication) -> None:
    view = long_desk.view
    view.select(Span(200, 206))
    qapp.processEvents()
    painted = Painted(view.viewport())
    QTest.keyClick(view, Qt.Key.Key_2)
    qapp.processEvents()
    assert painted.heights
    assert max(painted.heights) < 5 * view.pitch < view.viewport().height()
