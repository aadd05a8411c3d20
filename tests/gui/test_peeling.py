"""One key goes through the readings of a word, in the real window."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotator.domain.article import Direction
from annotator.domain.span import Span
from annotator.gui.desk import Desk
from annotator.gui.main_window import MainWindow
from tests.gui.conftest import TEXT, spans
from tests.gui.test_labelling import BAKU, CONTROL, SHIFT, Key, label, point_in

LEFT_OF_1 = 49
"""The scan code that X11 gives the key left of 1."""

AND_BAKU = Span(14, 19)


def peel(
    desk: Desk, typed: str = "ذ", modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> str:
    """Press the key left of 1 as it is on an Arabic keyboard; return what is selected then."""
    pressed = QKeyEvent(QKeyEvent.Type.KeyPress, 0x630, modifiers, LEFT_OF_1, 0, 0, typed)
    QApplication.sendEvent(desk.view, pressed)
    selection = desk.view.caret.selection
    return selection.of(desk.view.caret.text) if selection else ""


def show(desk: Desk, text: str) -> None:
    desk.view.show_article(text, Direction.RTL, [])


def test_a_key_goes_through_the_readings_of_the_word_at_the_caret_and_round(desk: Desk) -> None:
    show(desk, "زار ولأرمينيا أمس")
    desk.view.caret.put(8)
    assert [peel(desk) for _ in range(4)] == ["أرمينيا", "لأرمينيا", "ولأرمينيا", "أرمينيا"]
    assert [peel(desk, "\u0651", SHIFT) for _ in range(2)] == ["ولأرمينيا", "لأرمينيا"]


def test_control_and_space_do_the_same(desk: Desk) -> None:
    desk.view.setFocus()
    desk.view.caret.put(AND_BAKU.start)
    QTest.keyClick(desk.view, Key.Key_Space, CONTROL)
    assert desk.view.caret.selection == BAKU
    QTest.keyClick(desk.view, Key.Key_Space, CONTROL)
    assert desk.view.caret.selection == AND_BAKU
    QTest.keyClick(desk.view, Key.Key_Space, CONTROL | SHIFT)
    assert desk.view.caret.selection == BAKU


@pytest.mark.parametrize("modifiers", [Qt.KeyboardModifier.NoModifier, SHIFT])
def test_the_pen_labels_the_first_reading_and_the_key_then_goes_through_the_others(
    desk: Desk, modifiers: Qt.KeyboardModifier
) -> None:
    QTest.keyClick(desk.view, Key.Key_2)
    desk.view.caret.put(AND_BAKU.start)
    peel(desk, modifiers=modifiers)
    QTest.keyRelease(desk.view, Key.Key_Shift)
    assert spans(desk.session) == [(BAKU.start, BAKU.end, "place")]
    peel(desk, modifiers=modifiers)
    QTest.keyRelease(desk.view, Key.Key_Shift)
    assert spans(desk.session) == [(AND_BAKU.start, AND_BAKU.end, "place")]


def test_a_chosen_span_is_resized_one_undo_step_each(desk: Desk) -> None:
    label(desk, AND_BAKU)
    identity = desk.view.chosen_id
    seen = []
    for _ in range(3):
        peel(desk)
        seen += spans(desk.session)
    assert seen == [(15, 19, "place"), (14, 19, "place"), (15, 19, "place")]
    assert desk.view.chosen_id == identity
    for wanted in (*seen[1::-1], (14, 19, "place")):
        desk.session.undo_stack.undo()
        assert spans(desk.session) == [wanted]


def test_of_a_span_of_several_words_the_first_is_read_anew(desk: Desk) -> None:
    show(desk, "زار لجمهورية أذربيجان أمس")
    desk.view.select(Span(4, 21))
    assert peel(desk) == "جمهورية أذربيجان"
    assert peel(desk) == "لجمهورية أذربيجان"


def test_where_there_is_no_word_nothing_happens(desk: Desk) -> None:
    show(desk, "زار ، أمس")
    desk.view.caret.put(5)
    assert peel(desk) == ""
    show(desk, "")
    assert peel(desk) == ""


def test_the_word_that_is_touched_has_ticks_and_no_other(desk: Desk) -> None:
    show(desk, "زار ولأرمينيا لباكو أمس")
    assert list(desk.view.ticks) == []
    desk.view.caret.put(7)
    desk.view.caret_moved()
    assert list(desk.view.ticks) == [5, 6]
    desk.view.select(Span(15, 19))
    assert list(desk.view.ticks) == [15]
    QTest.keyClick(desk.view, Key.Key_Home, CONTROL)
    assert list(desk.view.ticks) == []


def test_a_chosen_span_has_ticks_that_follow_it(desk: Desk) -> None:
    label(desk, BAKU)
    assert list(desk.view.ticks) == [15]
    desk.view.grab()
    QTest.keyClick(desk.view, Key.Key_Escape)
    desk.view.choose(None)
    assert list(desk.view.ticks) == []


def test_a_stem_is_taken_as_it_was_labelled_before(desk: Desk) -> None:
    def double_click_on_baku() -> str:
        pos: QPoint = point_in(desk, BAKU)
        QTest.mouseDClick(desk.view.viewport(), Qt.MouseButton.LeftButton, pos=pos)
        return desk.view.caret.selection.of(TEXT)

    assert double_click_on_baku() == "باكو"
    label(desk, AND_BAKU)
    assert double_click_on_baku() == "وباكو"
    desk.session.undo_stack.undo()
    assert double_click_on_baku() == "باكو"


def test_what_was_labelled_in_an_earlier_session_is_remembered(desk: Desk, window: MainWindow, qtbot) -> None:
    label(desk, AND_BAKU)
    window.open_project(desk.session.project.path, "2.txt")
    assert window.desk
    vocabulary = window.desk.view.vocabulary
    qtbot.waitUntil(lambda: vocabulary.stem("لباكو") == (0, 5))
    assert vocabulary.stem("لطهران") == (1, 6)


@pytest.mark.parametrize("name", ["peel", "peel_back"])
def test_the_menu_has_it_too(desk: Desk, window: MainWindow, name: str) -> None:
    desk.view.caret.put(16)
    assert window.actions_[name].isEnabled()
    window.actions_[name].trigger()
    assert desk.view.caret.selection is not None
