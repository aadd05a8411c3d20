"""Labelling with keyboard and mouse, in the real window."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QContextMenuEvent, QGuiApplication, QKeyEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from annotator.domain.article import ArticleFilter, ArticleState, Direction
from annotator.domain.errors import StorageError
from annotator.domain.span import Span
from annotator.gui.desk import Desk
from annotator.gui.dialogs.safekeeping import Safekeeping
from annotator.gui.main_window import MainWindow
from annotator.gui.text.units import Unit
from annotator.services.browsing import all_lines
from annotator.services.commenting import comments
from annotator.services.importing import ImportOptions, import_files
from annotator.services.projects import open_project
from tests.gui.conftest import TEXT, spans
from tests.texts import write_lines

ARMENIA, BAKU = Span(6, 13), Span(15, 19)
SHIFT, CONTROL, ALT = (
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
)
Key = Qt.Key


def label(desk: Desk, span: Span, key: Qt.Key = Key.Key_2) -> None:
    desk.view.select(span)
    QTest.keyClick(desk.view, key)


def point_in(desk: Desk, span: Span, at: float = 0.5) -> QPoint:
    """Return a point of the viewport within a span, at a share of its width from the left."""
    top, paragraph = desk.view.page.paragraph_of(span.start)
    piece = next(paragraph.rectangles(span))
    corner = desk.view.setting.left, top - desk.view._top
    return QPoint(round(corner[0] + piece.left() + piece.width() * at), round(corner[1] + piece.center().y()))


def send(desk: Desk, kind: QMouseEvent.Type, point: QPoint) -> None:
    """Send what a mouse does with its left button held, which QTest moves without."""
    viewport, left = desk.view.viewport(), Qt.MouseButton.LeftButton
    place = QPointF(viewport.mapToGlobal(point))
    event = QMouseEvent(kind, QPointF(point), place, left, left, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(viewport, event)


def test_a_key_labels_the_selection_exactly(desk: Desk) -> None:
    label(desk, BAKU)
    assert BAKU.of(TEXT) == "باكو"
    assert spans(desk.session) == [(15, 19, "place")]


def test_a_key_works_while_the_arabic_layout_is_active(desk: Desk) -> None:
    desk.view.select(BAKU)
    pressed = QKeyEvent(QKeyEvent.Type.KeyPress, 0x662, Qt.KeyboardModifier.NoModifier, 11, 0, 0, "٢")
    QApplication.sendEvent(desk.view, pressed)
    assert spans(desk.session) == [(15, 19, "place")]


def test_a_key_on_a_chosen_span_changes_its_label_and_keeps_its_identity(desk: Desk) -> None:
    label(desk, BAKU)
    before = desk.view.chosen_id
    QTest.keyClick(desk.view, Key.Key_1)
    assert spans(desk.session) == [(15, 19, "actor")]
    assert desk.view.chosen_id == before


def test_with_nothing_selected_a_key_arms_the_pen_and_a_drag_takes_the_label(
    desk: Desk, window: MainWindow
) -> None:
    QTest.keyClick(desk.view, Key.Key_2)
    assert "Place" in window.status._pen.text()
    viewport = desk.view.viewport()
    # From the right edge of the word to its left: it is read that way.
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, pos=point_in(desk, BAKU, 0.98))
    QTest.mouseMove(viewport, point_in(desk, BAKU, 0.4))
    QTest.mouseMove(viewport, point_in(desk, BAKU, 0.02))
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=point_in(desk, BAKU, 0.02))
    assert spans(desk.session) == [(15, 19, "place")]
    QTest.keyClick(desk.view, Key.Key_Escape)
    assert desk.labelling.pen is None


def test_the_pen_labels_what_the_keyboard_selects_when_shift_is_let_go(desk: Desk) -> None:
    QTest.keyClick(desk.view, Key.Key_2)
    desk.view.caret.put(BAKU.start)
    QTest.keyPress(desk.view, Key.Key_Shift)
    for _ in range(2):
        pressed = QKeyEvent(QKeyEvent.Type.KeyPress, Key.Key_Left, SHIFT)
        QApplication.sendEvent(desk.view, pressed)
    pressed = QKeyEvent(QKeyEvent.Type.KeyPress, Key.Key_Right, SHIFT)
    QApplication.sendEvent(desk.view, pressed)
    assert spans(desk.session) == []
    QTest.keyRelease(desk.view, Key.Key_Shift)
    assert spans(desk.session) == [(15, 19, "place")]


def test_a_double_click_takes_the_word_without_its_punctuation(desk: Desk) -> None:
    tehran = Span(TEXT.index("طهران"), TEXT.index("طهران") + 5)
    QTest.mouseDClick(desk.view.viewport(), Qt.MouseButton.LeftButton, pos=point_in(desk, tehran))
    assert desk.view.caret.selection == tehran
    nations = Span(TEXT.index("الأمم"), TEXT.index("الأمم") + 5)
    QTest.mouseDClick(desk.view.viewport(), Qt.MouseButton.LeftButton, pos=point_in(desk, nations))
    assert desk.view.caret.selection == nations


def test_a_click_elsewhere_after_a_double_click_selects_nothing(desk: Desk) -> None:
    viewport, left = desk.view.viewport(), Qt.MouseButton.LeftButton
    send(desk, QMouseEvent.Type.MouseButtonDblClick, point_in(desk, ARMENIA))
    QTest.mouseRelease(viewport, left, pos=point_in(desk, ARMENIA))
    QTest.mouseClick(viewport, left, pos=point_in(desk, BAKU))
    assert desk.view.caret.selection is None
    send(desk, QMouseEvent.Type.MouseButtonDblClick, point_in(desk, ARMENIA))
    QTest.mouseRelease(viewport, left, pos=point_in(desk, ARMENIA))
    QTest.mouseClick(viewport, left, pos=point_in(desk, ARMENIA))
    assert desk.view.caret.selection.of(TEXT).startswith("وقّعت أرمينيا وباكو")


def test_a_key_held_down_submits_or_removes_once(window: MainWindow) -> None:
    for name in ("submit", "skip", "remove", "take_back"):
        assert not window.actions_[name].autoRepeat()


def test_a_double_click_by_an_unsteady_hand_takes_the_word_and_a_drag_goes_on_by_words(desk: Desk) -> None:
    send(desk, QMouseEvent.Type.MouseButtonDblClick, point_in(desk, ARMENIA, 0.6))
    move = QMouseEvent.Type.MouseMove
    send(desk, move, point_in(desk, ARMENIA, 0.4))
    assert desk.view.caret.selection == ARMENIA
    send(desk, move, point_in(desk, BAKU, 0.5))
    assert desk.view.caret.selection == Span(ARMENIA.start, BAKU.end)
    send(desk, move, point_in(desk, Span(0, 5), 0.5))
    assert desk.view.caret.selection == Span(0, ARMENIA.end)


def test_a_drag_held_below_the_view_scrolls_on(desk: Desk, qtbot) -> None:
    desk.view.show_article("سطر من النص\n" * 200, Direction.RTL, [])
    viewport, bar = desk.view.viewport(), desk.view.verticalScrollBar()
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, pos=QPoint(300, 100))
    below = QPoint(300, viewport.height() + 30)
    send(desk, QMouseEvent.Type.MouseMove, below)
    first = bar.value()
    qtbot.waitUntil(lambda: bar.value() > first + 200)
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=below)
    assert desk.view.caret.selection.of(desk.view.caret.text).count("سطر") > 10


def test_a_click_never_scrolls_the_text_from_under_the_mouse(desk: Desk) -> None:
    desk.view.show_article("سطر من النص\n" * 200, Direction.RTL, [])
    viewport, bar = desk.view.viewport(), desk.view.verticalScrollBar()
    desk.view.caret.put(500)
    desk.view.caret_moved()
    before = bar.value()
    for height in (2, viewport.height() - 2):
        here = QPoint(viewport.width() - 100, height)
        QTest.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=here)
        send(desk, QMouseEvent.Type.MouseButtonDblClick, here)
        send(desk, QMouseEvent.Type.MouseMove, here)
        QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=here)
        assert bar.value() == before


def test_the_pen_labels_once_in_a_triple_click(desk: Desk) -> None:
    QTest.keyClick(desk.view, Key.Key_2)
    viewport, left, here = desk.view.viewport(), Qt.MouseButton.LeftButton, point_in(desk, BAKU)
    QTest.mouseClick(viewport, left, pos=here)
    send(desk, QMouseEvent.Type.MouseButtonDblClick, here)
    QTest.mouseRelease(viewport, left, pos=here)
    QTest.mouseClick(viewport, left, pos=here)
    assert spans(desk.session) == [(15, 19, "place")]


def test_what_is_read_stays_in_sight_when_the_text_is_set_anew(desk: Desk, window: MainWindow) -> None:
    desk.view.show_article("كلمة طويلة " * 400, Direction.RTL, [])
    view = desk.view
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum() // 2)
    middle = QPointF(view.viewport().width() / 2, view.pitch / 2)
    before = view.place_at(middle)
    for _ in range(2):
        window.actions_["zoom_in"].trigger()
    assert abs(view.place_at(middle) - before) < 150
    window.actions_["zoom_reset"].trigger()
    window.resize(900, 700)
    assert abs(view.place_at(middle) - before) < 200


def test_arrows_in_the_table_choose_and_enter_leads_to_the_text(desk: Desk, window: MainWindow) -> None:
    label(desk, ARMENIA, Key.Key_1)
    label(desk, BAKU)
    desk.side.table.setFocus()
    QTest.keyClick(desk.side.table, Key.Key_Up)
    assert desk.labelling.annotation(desk.view.chosen_id).span == ARMENIA
    QTest.keyClick(desk.side.table, Key.Key_Return)
    assert desk.view.hasFocus()
    QTest.keyClick(desk.view, Key.Key_4)
    assert spans(desk.session) == [(6, 13, "topic"), (15, 19, "place")]


def test_a_project_that_was_deleted_is_missed(desk: Desk, project_path: Path) -> None:
    desk.view.select(BAKU)
    project_path.unlink()
    with pytest.raises(StorageError, match="no longer there"):
        desk.labelling.use(desk.session.labels["place"])


# The offscreen platform says this of every menu.
@pytest.mark.qt_log_ignore(r"does not support (raise\(\)|grabbing the keyboard)", extend=True)
def test_the_other_button_shows_what_may_be_done_with_the_span_there(
    desk: Desk, window: MainWindow, qtbot
) -> None:
    label(desk, BAKU)
    desk.view.choose(None)
    here = point_in(desk, BAKU)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, here, desk.view.viewport().mapToGlobal(here))
    QApplication.sendEvent(desk.view.viewport(), event)
    assert desk.view.chosen_id
    menu = desk.view.findChild(QMenu)
    assert [action.text() for action in menu.actions()[:4]] == [
        "Actor\t1",
        "Place\t2",
        "Agreement\t3",
        "Topic\t4",
    ]
    menu.actions()[0].trigger()
    assert spans(desk.session) == [(15, 19, "actor")]
    window.actions_["remove"].trigger()
    assert spans(desk.session) == []
    menu.close()


def test_a_click_chooses_the_innermost_span_and_a_second_one_the_next(desk: Desk) -> None:
    outer, inner = Span(22, 32), Span(28, 32)
    label(desk, outer, Key.Key_3)
    label(desk, inner, Key.Key_4)
    desk.view.choose(None)
    chosen = []
    for _ in range(3):
        pos = point_in(desk, inner)
        QTest.mouseClick(desk.view.viewport(), Qt.MouseButton.LeftButton, pos=pos)
        QTest.qWait(0)
        chosen.append(desk.labelling.annotation(desk.view.chosen_id).span)
    assert chosen == [inner, outer, inner]


def test_tab_walks_the_spans_and_delete_removes_one(desk: Desk) -> None:
    label(desk, ARMENIA, Key.Key_1)
    label(desk, BAKU)
    desk.view.choose(None)
    desk.view.caret.put(0)
    QTest.keyClick(desk.view, Key.Key_Tab)
    assert desk.labelling.annotation(desk.view.chosen_id).span == ARMENIA
    QTest.keyClick(desk.view, Key.Key_Tab)
    assert desk.labelling.annotation(desk.view.chosen_id).span == BAKU
    QTest.keyClick(desk.view, Key.Key_Backtab)
    QTest.keyClick(desk.view, Key.Key_Delete)
    assert spans(desk.session) == [(15, 19, "place")]
    assert desk.labelling.annotation(desk.view.chosen_id).span == BAKU


def test_alt_and_arrows_move_either_end_by_one_grapheme(desk: Desk) -> None:
    label(desk, ARMENIA, Key.Key_1)
    identity = desk.view.chosen_id
    QTest.keyClick(desk.view, Key.Key_Left, ALT)
    QTest.keyClick(desk.view, Key.Key_Right, ALT | SHIFT)
    assert spans(desk.session) == [(5, 14, "actor")]
    QTest.keyClick(desk.view, Key.Key_Right, ALT)
    assert spans(desk.session) == [(5, 13, "actor")]
    assert desk.view.chosen_id == identity


def test_a_grapheme_is_never_cut_by_the_keyboard(desk: Desk) -> None:
    QTest.keyClick(desk.view, Key.Key_Home, CONTROL)
    stops = [desk.view.caret.place]
    for _ in range(5):
        QTest.keyClick(desk.view, Key.Key_Left)
        stops.append(desk.view.caret.place)
    assert TEXT[:5] == "وقّعت"
    assert stops == [0, 1, 3, 4, 5, 6]


def test_the_keyboard_selects_by_letter_by_word_and_by_line(desk: Desk) -> None:
    view = desk.view
    view.snapping = Unit.CHARACTER
    QTest.keyClick(view, Key.Key_Home, CONTROL)
    QTest.keyClick(view, Key.Key_Left, CONTROL | SHIFT)
    assert view.caret.selection == Span(0, 5)
    QTest.keyClick(view, Key.Key_Left, SHIFT)
    assert view.caret.selection == Span(0, 6)
    QTest.keyClick(view, Key.Key_End, SHIFT)
    assert view.caret.selection == Span(0, TEXT.index("\r"))
    QTest.keyClick(view, Key.Key_Down)
    QTest.keyClick(view, Key.Key_End, CONTROL | SHIFT)
    assert view.caret.selection.end == len(TEXT)


def test_an_end_is_dragged_with_the_mouse(desk: Desk) -> None:
    label(desk, ARMENIA, Key.Key_1)
    start, end = desk.view.grips()
    assert start.x() > end.x()
    viewport = desk.view.viewport()
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, pos=end.center().toPoint())
    QTest.mouseMove(viewport, point_in(desk, BAKU, 0.4))
    QTest.mouseMove(viewport, point_in(desk, BAKU, 0.01))
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=point_in(desk, BAKU, 0.01))
    assert spans(desk.session) == [(6, 19, "actor")]


def test_copy_gives_the_exact_source(desk: Desk) -> None:
    desk.view.select(Span(0, len(TEXT)))
    QTest.keyClick(desk.view, Key.Key_C, CONTROL)
    assert QGuiApplication.clipboard().text() == TEXT


def test_undo_returns_to_the_article_it_changes(desk: Desk, window: MainWindow, qtbot) -> None:
    label(desk, BAKU)
    window.actions_["next"].trigger()
    assert desk.labelling.current.article.external_id == "2.txt"
    window.actions_["undo"].trigger()
    qtbot.waitUntil(lambda: desk.labelling.current.article.external_id == "1.txt")
    assert desk.view.highlights.touching(0, 100) == []
    window.actions_["redo"].trigger()
    assert spans(desk.session) == [(15, 19, "place")]


def test_submitting_goes_on_to_the_next_and_can_be_undone(desk: Desk, window: MainWindow) -> None:
    window.actions_["submit"].trigger()
    assert desk.labelling.current.article.external_id == "2.txt"
    window.actions_["previous"].trigger()
    assert desk.labelling.current.layer.state is ArticleState.SUBMITTED
    assert not window.actions_["submit"].isEnabled()
    window.actions_["take_back"].trigger()
    assert desk.labelling.current.layer.state is ArticleState.IN_PROGRESS


def test_a_label_that_cannot_be_saved_is_not_shown_and_can_be_tried_again(
    desk: Desk, window: MainWindow, project_path: Path
) -> None:
    other = sqlite3.connect(project_path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    desk.view.select(BAKU)
    with pytest.raises(StorageError) as refused:
        desk.labelling.use(desk.session.labels["place"])
    window.show_error(refused.value)
    assert desk.view.highlights.touching(0, 100) == []
    assert window.status.saved_text == ""
    other.execute("ROLLBACK")
    other.close()
    window.message.buttons[0].click()
    assert spans(desk.session) == [(15, 19, "place")]
    assert len(desk.view.highlights.touching(0, 100)) == 1
    assert window.status.saved_text != ""


def test_the_direction_of_an_article_is_kept_with_it(desk: Desk, window: MainWindow) -> None:
    desk.labelling.set_direction(Direction.LTR)
    window.actions_["next"].trigger()
    assert desk.labelling.current.article.direction is Direction.RTL
    window.actions_["previous"].trigger()
    assert desk.labelling.current.article.direction is Direction.LTR
    assert not desk.view.page.paragraph_of(0)[1].is_rtl


def test_side_panel_and_text_choose_together(desk: Desk) -> None:
    label(desk, ARMENIA, Key.Key_1)
    label(desk, BAKU)
    desk.side.table.clicked.emit(desk.side.table.model().index(0, 0))
    assert desk.labelling.annotation(desk.view.chosen_id).span == ARMENIA
    assert desk.side.details._values["Text"].text() == "أرمينيا"
    desk.side.details.note.insert("طرف في الاتفاق")
    QTest.keyClick(desk.side.details.note, Key.Key_Return)
    assert desk.labelling.annotation(desk.view.chosen_id).note == "طرف في الاتفاق"


@pytest.mark.parametrize("leaves_by", ["next", "submit", "relabelling", "choosing another", "closing"])
def test_a_note_that_is_being_typed_is_never_lost(
    desk: Desk, window: MainWindow, project_path: Path, leaves_by: str
) -> None:
    label(desk, ARMENIA, Key.Key_1)
    label(desk, BAKU)
    desk.side.details.note.insert("انظر")
    match leaves_by:
        case "relabelling":
            desk.labelling.use(desk.session.labels["topic"])
            assert desk.side.details.note.text() == "انظر"
            window.actions_["next"].trigger()
        case "choosing another":
            desk.view.walk(1)
            assert desk.side.details.note.text() == ""
        case "closing":
            window.close_project()
        case _:
            window.actions_[leaves_by].trigger()
    with sqlite3.connect(project_path) as reader:
        assert reader.execute("SELECT note FROM annotation WHERE start = 15").fetchall() == [("انظر",)]


@pytest.mark.parametrize("leaves_by", ["next", "submit", "choosing another", "undoing", "closing"])
def test_a_comment_that_is_being_typed_is_sent_where_it_was_typed(
    desk: Desk, window: MainWindow, project_path: Path, leaves_by: str, qtbot
) -> None:
    label(desk, BAKU)
    here, other = (desk.articles.model.line(row).id for row in range(2))
    if leaves_by == "undoing":
        desk.open(other)
        label(desk, Span(0, 3))
        desk.open(here)
        desk.view.choose(desk.labelling.current.annotations[0].id)
    window.actions_["comment"].trigger()
    QTest.keyClicks(desk.side.comments.line, " look ")
    match leaves_by:
        case "choosing another":
            desk.articles.chosen.emit(other)
        case "undoing":
            desk.session.undo_stack.undo()
            qtbot.waitUntil(lambda: desk.labelling.current.article.id == other)
        case "closing":
            window.close_project()
        case _:
            window.actions_[leaves_by].trigger()
    with open_project(project_path) as project:
        said = [(one.text, one.span) for one in comments(project, here, "amal")]
        assert said == [("look", BAKU)]
        assert comments(project, other, "amal") == []
    if leaves_by == "undoing":
        desk.session.undo_stack.undo()
        assert comments(desk.session.project, here, "amal") == []
        desk.session.undo_stack.redo()
        desk.open(other)
    if leaves_by != "closing":
        assert desk.labelling.current.article.id == other
        assert desk.side.comments.line.text() == ""


def test_an_article_that_is_opened_again_is_not_left(desk: Desk) -> None:
    desk.side.comments.line.insert("look")
    desk.open(desk.labelling.current.article.id)
    assert desk.side.comments.line.text() == "look"
    assert desk.side.comments.list.count() == 0


def test_what_is_typed_is_kept_beside_the_settings_where_it_cannot_be_saved_at_the_end(
    desk: Desk, window: MainWindow, project_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot
) -> None:
    told: list[str] = []
    monkeypatch.setattr(Safekeeping, "tell", lambda _, said: told.append(said))
    desk.side.comments.line.insert("look")
    here = desk.labelling.current.article.id
    with closing(sqlite3.connect(project_path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with qtbot.captureExceptions() as refused:
            window.close_project()
    assert [kind for kind, _, _ in refused] == [StorageError]
    assert window.desk is None
    assert "offered when the project is opened here again" in told[0]
    window.open_project(project_path)
    window.message.buttons[0].click()
    assert [one.text for one in comments(window.desk.session.project, here, "amal")] == ["look"]


def test_a_submitted_article_takes_no_note(desk: Desk, window: MainWindow) -> None:
    label(desk, BAKU)
    desk.labelling.set_state(ArticleState.SUBMITTED)
    assert not desk.side.details.note.isEnabled()


def test_labels_that_another_program_added_are_shown(desk: Desk, project_path: Path, tmp_path: Path) -> None:
    added = write_lines(
        tmp_path / "in.jsonl", {"text": "قمة", "spans": [{"start": 0, "end": 3, "label": "EVENT"}]}
    )
    with open_project(project_path) as elsewhere:
        import_files(elsewhere, [added], ImportOptions("amal", adds_labels=True))
        article = [line.id for line in all_lines(elsewhere, ArticleFilter("amal"))][-1]
    desk.open(article)
    assert "EVENT" in {label.name for label in desk.articles._delegate.labels}
    assert desk.side.table.spans.index(0, 1).data() == "EVENT"
    desk.view.grab()


def test_a_listening_screen_reader_is_told_and_does_no_harm(desk: Desk) -> None:
    QAccessible.setActive(True)
    try:
        label(desk, BAKU)
        QTest.keyClick(desk.view, Key.Key_Escape)
        QTest.keyClick(desk.view, Key.Key_Left, SHIFT)
    finally:
        QAccessible.setActive(False)
    assert desk.view.accessibleName() == "Article text"


def test_alt_and_a_digit_take_so_many_words(desk: Desk) -> None:
    desk.view.caret.put(6)
    QTest.keyClick(desk.view, Qt.Key.Key_2, ALT)
    assert desk.view.caret.selection == Span(6, 19)
    desk.view.caret.put(16)
    QTest.keyClick(desk.view, Qt.Key.Key_1, ALT)
    assert desk.view.caret.selection == Span(15, 19)
    QTest.keyClick(desk.view, Qt.Key.Key_2)
    QTest.keyClick(desk.view, Qt.Key.Key_9, ALT)
    assert desk.labelling.current
    (widened,) = desk.labelling.current.annotations
    assert widened.span
    assert widened.span.start == 15
    assert widened.span.end > 19


def test_so_many_words_end_with_the_paragraph(desk: Desk) -> None:
    place = desk.view.caret.text.index("سلام")
    desk.view.caret.put(place)
    QTest.keyClick(desk.view, Qt.Key.Key_3, ALT)
    assert desk.view.caret.selection == Span(place, place + 4)
