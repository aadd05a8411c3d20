"""How an article looks is the reader's choice, by real keys and menus, and changes nothing of the text."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotator.domain.span import Span
from annotator.gui.desk import Desk
from annotator.gui.main_window import MainWindow
from annotator.gui.text.setting import Extra
from annotator.gui.theme import Mode

BOTH = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
KEYS = {
    Extra.BADGES: Qt.Key.Key_B,
    Extra.HIDDEN: Qt.Key.Key_H,
    Extra.NO_HARAKAT: Qt.Key.Key_T,
    Extra.NUMBERS: Qt.Key.Key_N,
    Extra.FOCUS: Qt.Key.Key_L,
    Extra.ARCS: Qt.Key.Key_R,
}


def choose(window: MainWindow, group: str, value: str) -> None:
    next(one for one in window.actions_.group(group).actions() if one.data() == value).trigger()


def picture(desk: Desk) -> QImage:
    return desk.view.viewport().grab().toImage()


def labelled(desk: Desk, key: Qt.Key, span: Span) -> str:
    desk.view.select(span)
    QTest.keyClick(desk.view, key)
    assert desk.view.chosen_id
    return desk.view.chosen_id


@pytest.mark.parametrize("extra", [Extra.BADGES, Extra.NO_HARAKAT, Extra.NUMBERS, Extra.FOCUS])
def test_a_key_shows_more_of_the_article_and_hides_it_again(
    desk: Desk, window: MainWindow, extra: Extra
) -> None:
    labelled(desk, Qt.Key.Key_2, Span(6, 13))
    desk.view.choose(None)
    before = picture(desk)
    QTest.keyClick(desk.view, KEYS[extra], BOTH)
    assert window.settings.extras == {extra}
    assert picture(desk) != before
    QTest.keyClick(desk.view, KEYS[extra], BOTH)
    assert window.settings.extras == frozenset()
    assert picture(desk) == before


def test_hidden_characters_are_shown_without_moving_a_letter(desk: Desk, window: MainWindow) -> None:
    other = desk.articles.model.line(1).id
    desk.open(other)
    text = desk.view.caret.text
    places = [desk.view.page.caret(place) for place in range(len(text))]
    QTest.keyClick(desk.view, KEYS[Extra.HIDDEN], BOTH)
    picture(desk)
    assert [desk.view.page.caret(place) for place in range(len(text))] == places


def test_arcs_are_drawn_for_the_chosen_span_and_on_demand_for_all(desk: Desk) -> None:
    agreement = labelled(desk, Qt.Key.Key_3, Span(23, 33))
    actor = labelled(desk, Qt.Key.Key_1, Span(6, 13))
    start, end = desk.labelling.annotation(agreement), desk.labelling.annotation(actor)
    assert start
    assert end
    desk.view.choose(None)
    bare = picture(desk)
    desk.relating.relate(start, end)
    assert picture(desk) == bare
    QTest.keyClick(desk.view, KEYS[Extra.ARCS], BOTH)
    assert picture(desk) != bare


def test_hiding_short_vowels_keeps_every_place(desk: Desk, window: MainWindow) -> None:
    text = desk.view.caret.text
    assert text.startswith("وقّعت")
    QTest.keyClick(desk.view, KEYS[Extra.NO_HARAKAT], BOTH)
    labelled(desk, Qt.Key.Key_1, Span(0, 5))
    assert desk.labelling.current
    assert desk.labelling.current.annotations[0].span == Span(0, 5)
    desk.view.copy()
    assert QApplication.clipboard().text() == "وقّعت"


@pytest.mark.parametrize("mode", list(Mode))
def test_every_theme_is_chosen_from_the_menu(desk: Desk, window: MainWindow, mode: Mode) -> None:
    choose(window, "mode", mode)
    assert window.settings.mode is mode
    window.use_mode(Mode.LIGHT)


def test_lines_and_column_are_set_as_one_likes(desk: Desk, window: MainWindow) -> None:
    narrow, wide = [], []
    for value, found in (("narrow", narrow), ("full", wide)):
        choose(window, "column", value)
        found.append(desk.view.column_width)
    assert narrow < wide
    tight = desk.view.pitch
    choose(window, "spacing", "wide")
    assert desk.view.pitch > tight
    assert window.settings.typesetting.spacing == "wide"


def test_the_mouse_over_a_span_lifts_it(desk: Desk) -> None:
    made = labelled(desk, Qt.Key.Key_2, Span(6, 13))
    desk.view.choose(None)
    before = picture(desk)
    piece = desk.view.first_piece(made)
    assert piece
    for place in (piece.center(), QPointF(2, 2)):
        move = QMouseEvent(
            QMouseEvent.Type.MouseMove,
            place,
            desk.view.viewport().mapToGlobal(place),
            Qt.MouseButton.NoButton,
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
        )
        QApplication.sendEvent(desk.view.viewport(), move)
        assert (desk.view.hovered_id == made) == (place == piece.center())
        assert (picture(desk) == before) == (place != piece.center())


def wheel(desk: Desk, notches: int) -> None:
    none = Qt.KeyboardModifier.NoModifier
    at = QPointF(100, 100)
    delta = QPoint(0, 120 * notches)
    event = QWheelEvent(
        at, at, QPoint(), delta, Qt.MouseButton.NoButton, none, Qt.ScrollPhase.NoScrollPhase, False
    )
    QApplication.sendEvent(desk.view.viewport(), event)


def test_the_wheel_glides_and_two_turns_add_up(desk: Desk, window: MainWindow, qtbot) -> None:
    window.resize(900, 360)
    choose(window, "spacing", "wide")
    window.settings.zoom = 3.0
    desk.use_type()
    bar = desk.view.verticalScrollBar()
    assert bar.maximum() > 240
    wheel(desk, -1)
    assert bar.value() < 120
    wheel(desk, -1)
    qtbot.waitUntil(lambda: bar.value() == 240)
    wheel(desk, 9)
    qtbot.waitUntil(lambda: bar.value() == 0)


def test_twenty_spans_on_one_word_have_a_line_each(desk: Desk) -> None:
    text = desk.view.caret.text
    given = 0
    for start in range(6, 11):
        for end in range(13, 15):
            for key in (Qt.Key.Key_1, Qt.Key.Key_2):
                labelled(desk, key, Span(start, end))
                given += 1
    assert given == 20
    _, paragraph = desk.view.page.paragraph_of(6)
    placed = desk.view.placed_in(paragraph, paragraph.start, paragraph.end)
    assert len({item.lane for item in placed}) == 20
    lowest = max(piece.bottom() for item in placed for piece in item.pieces) + 20 * 4
    following = desk.view.page.caret(text.index("في طهران")).top()
    assert lowest < following


def test_shift_and_a_labels_key_label_the_whole_article(desk: Desk) -> None:
    desk.view.choose(None)
    QTest.keyClick(desk.view, Qt.Key.Key_4, Qt.KeyboardModifier.ShiftModifier)
    assert desk.labelling.current
    assert [(item.label, item.span) for item in desk.labelling.current.annotations] == [("topic", None)]
    assert desk.page.labels.isVisible()
    QTest.keyClick(desk.view, Qt.Key.Key_4, Qt.KeyboardModifier.ShiftModifier)
    assert desk.labelling.current.annotations == ()


def test_the_time_an_article_was_open_is_kept_in_the_history(desk: Desk, qtbot) -> None:
    desk.timing._earlier_ms = 61_000
    with qtbot.waitSignal(desk.labelling.opened):
        desk.go(is_after=True)

    def kept() -> bool:
        with desk.session.project.reading() as work:
            times = work.history.reading_times()
        return times.get("amal", (0, 0))[0] == 1 and times["amal"][1] >= 61

    qtbot.waitUntil(kept)
