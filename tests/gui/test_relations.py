"""Relations between spans, labels of the whole article and notes on it, by real keys and clicks."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton

from annotator.domain.annotation import Relation
from annotator.domain.edit import Edit
from annotator.domain.errors import EditError
from annotator.domain.span import Span
from annotator.gui.desk import Desk
from annotator.gui.main_window import MainWindow
from annotator.services import annotating

CONTROL = Qt.KeyboardModifier.ControlModifier


def labelled(desk: Desk, key: Qt.Key, span: Span) -> str:
    desk.view.select(span)
    QTest.keyClick(desk.view, key)
    assert desk.view.chosen_id
    return desk.view.chosen_id


def relations(desk: Desk) -> list[Relation]:
    assert desk.labelling.current
    return list(desk.labelling.current.relations)


@pytest.fixture
def ends(desk: Desk) -> tuple[str, str]:
    """An agreement and its party, both labelled; the party is chosen."""
    agreement = labelled(desk, Qt.Key.Key_3, Span(23, 33))
    return agreement, labelled(desk, Qt.Key.Key_1, Span(6, 13))


def related(desk: Desk, ends: tuple[str, str]) -> Relation:
    """Relate them by keys, which no window obeys before a test has begun."""
    desk.view.choose(ends[0])
    QTest.keyClick(desk.view, Qt.Key.Key_R, CONTROL)
    QTest.keyClick(desk.view, Qt.Key.Key_Backtab)
    QTest.keyClick(desk.view, Qt.Key.Key_R, CONTROL)
    (made,) = relations(desk)
    return made


def test_two_spans_are_related_by_keys_alone(desk: Desk, ends: tuple[str, str]) -> None:
    made = related(desk, ends)
    assert (made.start, made.end, made.label) == (*ends, "party")
    assert desk.side.relations.list.count() == 1
    QTest.keyClick(desk.view, Qt.Key.Key_Z, CONTROL)
    assert relations(desk) == []


def test_a_relation_that_was_begun_is_left_by_escape(desk: Desk, window: MainWindow, ends) -> None:
    QTest.keyClick(desk.view, Qt.Key.Key_R, CONTROL)
    assert "Relation from" in window.status._pen.text()
    QTest.keyClick(desk.view, Qt.Key.Key_Escape)
    assert window.status._pen.text() == ""
    desk.view.choose(ends[0])
    QTest.keyClick(desk.view, Qt.Key.Key_R, CONTROL)
    QTest.keyClick(desk.view, Qt.Key.Key_R, CONTROL)
    assert relations(desk) == []


def test_a_relation_is_renamed_in_the_list_and_removed(desk: Desk, ends: tuple[str, str]) -> None:
    made = related(desk, ends)
    shown = desk.side.relations
    desk.side.tabs.setCurrentWidget(shown)
    shown._typed.selectAll()
    shown._typed.insert("طرف ثالث")
    QTest.keyClick(shown._typed, Qt.Key.Key_Return)
    (renamed,) = relations(desk)
    assert (renamed.id, renamed.label) == (made.id, "طرف ثالث")
    shown.list.setFocus()
    QTest.keyClick(shown.list, Qt.Key.Key_Delete)
    assert relations(desk) == []
    desk.session.undo_stack.undo()
    assert relations(desk) == [renamed]


def test_a_span_that_is_removed_takes_its_relations_along_and_brings_them_back(
    desk: Desk, ends: tuple[str, str]
) -> None:
    made = related(desk, ends)
    desk.view.choose(ends[1])
    QTest.keyClick(desk.view, Qt.Key.Key_Delete)
    assert relations(desk) == []
    QTest.keyClick(desk.view, Qt.Key.Key_Z, CONTROL)
    assert relations(desk) == [made]


def test_the_whole_article_is_labelled_and_the_label_taken_off_by_a_click(desk: Desk) -> None:
    desk.labelling.label_article(desk.session.labels["topic"])
    assert desk.labelling.current
    (given,) = desk.labelling.current.annotations
    assert (given.label, given.span) == ("topic", None)
    (chip,) = (one for one in desk.page.labels.findChildren(QToolButton) if one.isVisible())
    QTest.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert desk.labelling.current.annotations == ()
    assert not desk.page.labels.isVisible()


def test_with_no_span_chosen_the_note_is_on_the_article(desk: Desk) -> None:
    QTest.keyClick(desk.view, Qt.Key.Key_F2)
    note = desk.side.details.note
    assert note.hasFocus()
    assert note.accessibleName() == "Note on the article"
    note.insert("نص مكرر")
    QTest.keyClick(note, Qt.Key.Key_Return)
    assert desk.labelling.current
    assert desk.labelling.current.layer.note == "نص مكرر"
    labelled(desk, Qt.Key.Key_1, Span(6, 13))
    assert note.text() == ""
    desk.view.choose(None)
    assert note.text() == "نص مكرر"


def test_a_relation_is_left_when_its_beginning_is_removed(desk: Desk, ends: tuple[str, str]) -> None:
    desk.view.choose(ends[0])
    QTest.keyClick(desk.view, Qt.Key.Key_R, CONTROL)
    QTest.keyClick(desk.view, Qt.Key.Key_Delete)
    assert desk.relating.start is None
    desk.view.choose(ends[1])
    QTest.keyClick(desk.view, Qt.Key.Key_R, CONTROL)
    assert relations(desk) == []


def test_a_relation_to_a_span_that_is_gone_is_refused(desk: Desk, ends: tuple[str, str]) -> None:
    start, end = (desk.labelling.annotation(one) for one in ends)
    assert start
    assert end
    desk.session.edit("Remove", Edit(end, None))
    with pytest.raises(EditError, match="no longer there"):
        desk.relating.relate(start, end)


def test_what_somebody_else_has_changed_is_read_again(desk: Desk, ends: tuple[str, str]) -> None:
    mine = desk.labelling.annotation(ends[0])
    assert mine
    annotating.apply(desk.session.project, "amal", [Edit(mine, None)])
    with pytest.raises(EditError, match="changed elsewhere"):
        desk.session.edit("Change", Edit(mine, mine.labelled("place")))
    assert desk.labelling.annotation(ends[0]) is None
