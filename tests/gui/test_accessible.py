"""What assistive technology reads of the window."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QAccessible, QAccessibleInterface

from annotator.domain.span import Span
from annotator.gui.desk import Desk
from annotator.gui.text.shadow import Shadow
from tests.gui.conftest import TEXT


@pytest.fixture
def article(desk: Desk) -> QAccessibleInterface:
    return QAccessible.queryAccessibleInterface(desk.view)


def unit(place: int) -> int:
    return len(TEXT[:place].encode("utf-16-le")) // 2


def test_the_article_is_a_text_to_read(desk: Desk, article: QAccessibleInterface) -> None:
    assert article.role() is QAccessible.Role.EditableText
    assert article.text(QAccessible.Text.Name) == "Article text"
    assert article.state().readOnly
    read = article.textInterface()
    assert read.characterCount() == unit(len(TEXT))
    start, end = TEXT.index("🎉"), TEXT.index("طهران")
    assert read.text(unit(start), unit(end)) == TEXT[start:end].replace("\r", "\u200b")


def test_caret_and_selection_are_read(desk: Desk, article: QAccessibleInterface) -> None:
    place = TEXT.index("اتفاق")
    desk.view.caret.put(place)
    assert (article.textInterface().cursorPosition(), article.textInterface().selectionCount()) == (
        unit(place),
        0,
    )
    desk.view.select(Span(place, place + 5))
    assert article.textInterface().selectionCount() == 1
    shadow = desk.view.viewport().findChild(Shadow)
    assert shadow.textCursor().selectedText() == "اتفاق"


def test_the_caret_follows_a_screen_reader(desk: Desk, article: QAccessibleInterface) -> None:
    place = TEXT.index("طهران")
    article.textInterface().setCursorPosition(unit(place))
    assert (desk.view.caret.place, desk.view.caret.selection) == (place, None)
    article.textInterface().setSelection(0, unit(place), unit(place + 5))
    assert desk.view.caret.selection == Span(place, place + 5)


def test_spans_are_children_with_label_text_and_place(desk: Desk, article: QAccessibleInterface) -> None:
    labels = desk.session.labels
    first, second = TEXT.index("أرمينيا"), TEXT.index("طهران")
    desk.labelling.add(labels["place"], Span(second, second + 5))
    desk.labelling.add(labels["actor"], Span(first, first + 7))
    names = [article.child(nth).text(QAccessible.Text.Name) for nth in range(article.childCount())]
    assert names == ["Actor: أرمينيا", "Place: طهران"]
    assert article.child(2) is None
    child = article.child(0)
    assert (article.indexOfChild(child), child.parent().object()) == (0, desk.view)
    assert child.state().selected
    middle = desk.view.viewport().mapFromGlobal(child.rect().center())
    (painted,) = desk.view.annotations_at(middle.toPointF())
    assert painted.label == "actor"
    assert article.text(QAccessible.Text.Description) == "Actor: أرمينيا"
    desk.session.undo_stack.undo()
    assert article.childCount() == 1
    assert not child.isValid()


def test_letters_are_said_to_be_where_they_are_painted(desk: Desk, article: QAccessibleInterface) -> None:
    for word in ("أرمينيا", "سلام", "طهران", "المتحدة"):
        place = TEXT.index(word)
        said = article.textInterface().characterRect(unit(place))
        painted = desk.view.rectangle_of(Span(place, place + 1)).toRect()
        corner = desk.view.viewport().mapToGlobal(QPoint(painted.right(), painted.center().y()))
        assert abs(said.left() - corner.x()) <= 2
        assert abs(said.center().y() - corner.y()) < desk.view.pitch / 2
