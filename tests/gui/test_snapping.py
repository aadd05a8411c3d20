"""Selections go by letters, clitics, words or sentences, in the real window."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotator.domain.article import Direction
from annotator.domain.span import Span
from annotator.gui.desk import Desk
from annotator.gui.main_window import MainWindow
from annotator.gui.settings import Settings
from annotator.gui.text.units import Unit
from tests.gui.conftest import spans
from tests.gui.test_labelling import ALT, BAKU, CONTROL, SHIFT, Key, label, point_in

TEXT = "زار الوفد باكو. ووقّع لأرمينيا الاتفاق! ثم عاد"
NONE = Qt.KeyboardModifier.NoModifier
Modifiers = Qt.KeyboardModifier


def span(part: str) -> Span:
    return Span(TEXT.index(part), TEXT.index(part) + len(part))


@pytest.fixture
def shown(desk: Desk) -> Desk:
    desk.view.show_article(TEXT, Direction.RTL, [])
    return desk


def send(desk: Desk, kind: QMouseEvent.Type, point, modifiers: Modifiers) -> None:
    viewport, left = desk.view.viewport(), Qt.MouseButton.LeftButton
    held = Qt.MouseButton.NoButton if kind is QMouseEvent.Type.MouseButtonRelease else left
    place = QPointF(viewport.mapToGlobal(point))
    QApplication.sendEvent(viewport, QMouseEvent(kind, QPointF(point), place, left, held, modifiers))


def drag(desk: Desk, over: Span, modifiers: Modifiers = NONE) -> str:
    """Drag from the right edge of a span to its left; return what is selected."""
    start, end = point_in(desk, over, 0.95), point_in(desk, over, 0.05)
    send(desk, QMouseEvent.Type.MouseButtonPress, start, modifiers)
    send(desk, QMouseEvent.Type.MouseMove, point_in(desk, over, 0.5), modifiers)
    send(desk, QMouseEvent.Type.MouseMove, end, modifiers)
    send(desk, QMouseEvent.Type.MouseButtonRelease, end, modifiers)
    return selected(desk)


def selected(desk: Desk) -> str:
    found = desk.view.caret.selection
    return found.of(desk.view.caret.text) if found else ""


def shift(desk: Desk, key: Qt.Key, modifiers: Modifiers = NONE) -> str:
    QApplication.sendEvent(desk.view, QKeyEvent(QKeyEvent.Type.KeyPress, key, SHIFT | modifiers))
    return selected(desk)


BY_UNIT = {
    Unit.CHARACTER: "رمين",
    Unit.CLITIC: "أرمينيا",
    Unit.WORD: "لأرمينيا",
    Unit.SENTENCE: "ووقّع لأرمينيا الاتفاق!",
}


@pytest.mark.parametrize("unit", Unit)
def test_a_drag_takes_whole_units_and_alt_letters_and_control_the_coarser(shown: Desk, unit: Unit) -> None:
    shown.view.snapping = unit
    assert drag(shown, span("رمين")) == BY_UNIT[unit]
    assert drag(shown, span("رمين"), ALT) == "رمين"
    assert drag(shown, span("رمين"), CONTROL) == BY_UNIT[unit.coarser]


def test_a_drag_over_words_takes_the_parts_of_the_first_and_the_last(shown: Desk) -> None:
    over = Span(span("رمينيا").start, span("اتفاق").start + 2)
    assert drag(shown, over) == "أرمينيا الاتفاق"


@pytest.mark.parametrize(
    ("unit", "wanted"),
    (BY_UNIT | {Unit.CHARACTER: "لأرمينيا"}).items(),
    ids=lambda value: str(value)[:9],
)
def test_a_double_click_takes_one_unit_and_never_a_letter(shown: Desk, unit: Unit, wanted: str) -> None:
    shown.view.snapping = unit
    here = point_in(shown, span("لأ"), 0.9)
    send(shown, QMouseEvent.Type.MouseButtonDblClick, here, NONE)
    send(shown, QMouseEvent.Type.MouseButtonRelease, here, NONE)
    assert selected(shown) == wanted


def test_shift_and_arrows_go_by_units_and_back(shown: Desk) -> None:
    shown.view.caret.put(span("لأرمينيا").start)
    assert shift(shown, Key.Key_Left) == "ل"
    assert shift(shown, Key.Key_Left) == "لأرمينيا"
    assert shift(shown, Key.Key_Left) == "لأرمينيا الاتفاق"
    assert shift(shown, Key.Key_Right) == "لأرمينيا"
    assert shift(shown, Key.Key_Right) == "ل"
    assert shift(shown, Key.Key_Right) == ""
    assert shift(shown, Key.Key_Right) == "ووقّع "[1:]
    shown.view.snapping = Unit.SENTENCE
    shown.view.caret.put(span("لأرمينيا").start)
    assert shift(shown, Key.Key_Left) == "لأرمينيا الاتفاق!"
    assert shift(shown, Key.Key_Left) == "لأرمينيا الاتفاق! ثم عاد"


def test_shift_and_arrows_never_move_where_the_selection_began(shown: Desk) -> None:
    shown.view.caret.put(span("أرمينيا").start)
    assert shift(shown, Key.Key_Left, CONTROL) == "أرمينيا"
    shown.view.caret.put(span("رمين").start)
    assert shift(shown, Key.Key_Left) == "رمينيا"


def test_shift_and_down_take_whole_units_of_the_line_below(desk: Desk) -> None:
    desk.view.show_article("ذهب الوزير لأرمينيا أمس " * 40, Direction.RTL, [])
    QTest.keyClick(desk.view, Key.Key_Home, CONTROL)
    QTest.keyClick(desk.view, Key.Key_Left, CONTROL)
    first = shift(desk, Key.Key_Down)
    second = shift(desk, Key.Key_Down)
    assert len(first) + 20 < len(second)
    assert {first.split()[-1], second.split()[-1]} <= {"ذهب", "الوزير", "ل", "لأرمينيا", "أمس"}
    assert shift(desk, Key.Key_Up) == first


def test_alt_and_arrows_move_either_end_of_the_chosen_span(desk: Desk) -> None:
    label(desk, BAKU)
    for key, modifiers, wanted in (
        (Key.Key_Up, ALT | SHIFT, (14, 19)),
        (Key.Key_Down, ALT | SHIFT, (15, 19)),
        (Key.Key_Down, ALT, (15, 27)),
        (Key.Key_Up, ALT, (15, 19)),
        (Key.Key_Right, ALT | SHIFT | CONTROL, (14, 19)),
        (Key.Key_Left, ALT, (14, 20)),
        (Key.Key_Right, ALT, (14, 19)),
    ):
        QTest.keyClick(desk.view, key, modifiers)
        assert spans(desk.session) == [(*wanted, "place")]


def test_alt_and_arrows_move_the_ends_of_the_selection_and_begin_one(shown: Desk) -> None:
    shown.view.select(span("أرمينيا"))
    QTest.keyClick(shown.view, Key.Key_Up, ALT | SHIFT)
    assert selected(shown) == "لأرمينيا"
    QTest.keyClick(shown.view, Key.Key_Right, ALT)
    assert selected(shown) == "لأرميني"
    shown.view.caret.put(span("رمين").start)
    QTest.keyClick(shown.view, Key.Key_Left, ALT)
    QTest.keyClick(shown.view, Key.Key_Left, ALT)
    assert selected(shown) == "رم"


def test_brackets_take_a_letter_more_or_less_by_their_place_on_the_keyboard(desk: Desk) -> None:
    label(desk, BAKU)
    for scan_code, typed, modifiers, wanted in (
        (34, "ج", NONE, (14, 19)),
        (34, ">", SHIFT, (15, 19)),
        (35, "د", NONE, (15, 20)),
        (35, "<", SHIFT, (15, 19)),
    ):
        QApplication.sendEvent(
            desk.view, QKeyEvent(QKeyEvent.Type.KeyPress, 0, modifiers, scan_code, 0, 0, typed)
        )
        assert spans(desk.session) == [(*wanted, "place")]


@pytest.mark.parametrize(("modifiers", "wanted"), [(NONE, (6, 19)), (ALT, (6, 17)), (CONTROL, (6, 19))])
def test_an_end_dragged_into_a_word_takes_it_whole_or_with_alt_a_part(
    desk: Desk, modifiers: Modifiers, wanted: tuple[int, int]
) -> None:
    label(desk, Span(6, 13))
    grip = desk.view.grips()[1].center().toPoint()
    to = point_in(desk, Span(15, 17), 0.02)
    send(desk, QMouseEvent.Type.MouseButtonPress, grip, modifiers)
    send(desk, QMouseEvent.Type.MouseMove, to, modifiers)
    send(desk, QMouseEvent.Type.MouseButtonRelease, to, modifiers)
    assert spans(desk.session) == [(*wanted, "place")]


def test_an_end_within_a_word_that_is_hardly_moved_stays_there(desk: Desk) -> None:
    label(desk, Span(6, 17))
    grip = desk.view.grips()[1].center().toPoint()
    send(desk, QMouseEvent.Type.MouseButtonPress, grip, NONE)
    send(desk, QMouseEvent.Type.MouseMove, grip + QPoint(1, 0), NONE)
    send(desk, QMouseEvent.Type.MouseButtonRelease, grip + QPoint(1, 0), NONE)
    assert spans(desk.session) == [(6, 17, "place")]


def test_a_click_with_shift_keeps_where_the_selection_began(shown: Desk) -> None:
    shown.view.caret.put(span("رمين").start)
    here = point_in(shown, span("تفا"), 0.5)
    send(shown, QMouseEvent.Type.MouseButtonPress, here, SHIFT)
    send(shown, QMouseEvent.Type.MouseMove, here, SHIFT)
    send(shown, QMouseEvent.Type.MouseButtonRelease, here, SHIFT)
    assert selected(shown) == "رمينيا الاتفاق"


def test_f7_goes_through_the_units_and_the_choice_is_shown_and_kept(
    desk: Desk, window: MainWindow, settings: Settings
) -> None:
    shown = []
    for _ in Unit:
        shown.append(window.status._snapping.text())
        window.actions_["next_snapping"].trigger()
        assert desk.view.snapping is settings.snapping
        assert window.actions_.group("snapping").checkedAction().data() == settings.snapping
    assert shown == [
        "Selects by: Clitic and stem",
        "Selects by: Word",
        "Selects by: Sentence",
        "Selects by: Letter",
    ]
    window.actions_.group("snapping").actions()[2].trigger()
    assert desk.view.snapping is Unit.WORD
    window.open_project(desk.session.project.path)
    assert window.desk
    assert window.desk.view.snapping is Unit.WORD


def test_a_damaged_setting_counts_as_none(settings: Settings) -> None:
    settings._store.setValue("snapping", "glyph")
    assert settings.snapping is Unit.CLITIC
