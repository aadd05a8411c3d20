"""Looking for words in the whole project, and labelling all mentions, by real keys and clicks."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication

from annotator.domain.article import ArticleState
from annotator.domain.span import Span
from annotator.gui.desk import Desk
from annotator.gui.search.mention_model import CONTEXT, TICK, Order
from annotator.gui.search.search_bar import Scope
from annotator.gui.search.search_panel import SearchPanel
from annotator.services.importing import ImportOptions, import_files
from annotator.services.projects import create
from tests.texts import write_lines

TEXTS = (
    "وصل الوزير إلى باكو، ثم غادر باكو إلى طهران. وباكو قريبة، والطريق إلى باكُو طويل.",
    "لا خبر عن باكو في طهران",
    "للأمم المتحدة رأي، والأمم المتحدة كثيرة",
)
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def project_path(tmp_path: Path) -> Path:
    path = tmp_path / "p.annotator"
    with create(path) as project:
        news = write_lines(tmp_path / "news.jsonl", *({"text": text} for text in TEXTS))
        import_files(project, [news], ImportOptions(login="amal"))
    return path


def press(widget, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(widget, key, modifier)


def settled(qtbot, desk: Desk) -> SearchPanel:
    assert desk.search
    qtbot.waitUntil(lambda: not desk.search.is_running)
    return desk.search


def searched(qtbot, desk: Desk, words: str) -> SearchPanel:
    press(desk.view, Qt.Key.Key_F, CONTROL | SHIFT)
    assert desk.search
    assert desk.search.bar.words.hasFocus()
    with qtbot.waitSignal(desk.search.bar.asked):
        desk.search.bar.words.insert(words)
    return settled(qtbot, desk)


def found(panel: SearchPanel) -> list[tuple[int, str]]:
    model = panel.table.mentions
    return [(model.mention(row).number, model.mention(row).text) for row in range(model.rowCount())]


def given(desk: Desk) -> list[tuple[str, str]]:
    assert desk.labelling.current
    current = desk.labelling.current
    return [(item.span.of(current.article.text), item.label) for item in current.annotations if item.span]


def test_a_word_is_found_in_all_articles_and_shown_in_its_own(qtbot, desk: Desk) -> None:
    panel = searched(qtbot, desk, "باكو")
    assert found(panel) == [(1, "باكو"), (1, "باكو"), (1, "باكو"), (1, "باكُو"), (2, "باكو")]
    press(panel.bar.words, Qt.Key.Key_Return)
    assert panel.table.hasFocus()
    for _ in range(4):
        press(panel.table, Qt.Key.Key_Down)
    press(panel.table, Qt.Key.Key_Return)
    assert desk.labelling.current
    assert desk.labelling.current.article.number == 2
    assert desk.view.caret.selection == Span(10, 14)


def test_mentions_are_sorted_by_their_context_and_filtered_by_label(qtbot, desk: Desk) -> None:
    panel = searched(qtbot, desk, "باكو")
    panel.bar.order.setCurrentIndex(list(Order).index(Order.AFTER))
    panel.bar.order.activated.emit(panel.bar.order.currentIndex())
    following = [panel.table.mentions.mention(row).after.split()[:1] for row in range(5)]
    assert following == sorted(following)
    panel.bar.kept.setCurrentIndex(1)
    panel.bar.kept.activated.emit(1)
    assert len(found(settled(qtbot, desk))) == 5
    panel.table.selectAll()
    press(panel.table, Qt.Key.Key_2)
    panel.bar.kept.activated.emit(1)
    assert found(settled(qtbot, desk)) == []
    assert "Nothing" in panel.foot.said


def test_all_mentions_of_a_span_are_labelled_by_two_keys(qtbot, desk: Desk) -> None:
    desk.view.select(Span(15, 19))
    press(desk.view, Qt.Key.Key_2)
    press(desk.view, Qt.Key.Key_M, CONTROL)
    panel = settled(qtbot, desk)
    assert [mention.span.start for mention in panel.table.mentions.ticked()] == [29, 46, 70]
    press(panel.table, Qt.Key.Key_Return)
    assert given(desk) == [("باكو", "place"), ("باكو", "place"), ("باكو", "place"), ("باكُو", "place")]
    assert desk.view.hasFocus()
    press(desk.view, Qt.Key.Key_Z, CONTROL)
    assert given(desk) == [("باكو", "place")]


def test_mentions_of_the_whole_project_are_labelled_in_one_step(qtbot, desk: Desk) -> None:
    desk.view.select(Span(15, 19))
    press(desk.view, Qt.Key.Key_M, CONTROL)
    panel = settled(qtbot, desk)
    panel.bar.scope.setCurrentIndex(2)
    panel.bar.scope.activated.emit(2)
    settled(qtbot, desk)
    assert "5 ticked" in panel.foot.said
    press(panel.table, Qt.Key.Key_1)
    assert desk.session.undo_stack.count() == 1
    assert len(given(desk)) == 4
    desk.go(is_after=True)
    assert given(desk) == [("باكو", "actor")]


def test_the_same_stem_is_labelled_behind_any_clitic(qtbot, desk: Desk) -> None:
    panel = searched(qtbot, desk, "الأمم المتحدة")
    assert found(panel) == [(3, "لأمم المتحدة"), (3, "الأمم المتحدة")]
    press(panel.table, Qt.Key.Key_A, CONTROL)
    press(panel.table, Qt.Key.Key_1)
    press(panel.table, Qt.Key.Key_Return)
    assert given(desk) == [("لأمم المتحدة", "actor"), ("الأمم المتحدة", "actor")]


def test_what_is_labelled_already_is_not_ticked_but_may_be_relabelled(qtbot, desk: Desk) -> None:
    desk.view.select(Span(29, 33))
    press(desk.view, Qt.Key.Key_1)
    desk.view.select(Span(15, 19))
    press(desk.view, Qt.Key.Key_2)
    press(desk.view, Qt.Key.Key_M, CONTROL)
    panel = settled(qtbot, desk)
    assert [mention.span.start for mention in panel.table.mentions.ticked()] == [46, 70]
    press(panel.table, Qt.Key.Key_A, CONTROL)
    press(panel.table, Qt.Key.Key_2)
    assert [label for _, label in given(desk)] == ["place"] * 4


def test_a_submitted_article_is_left_alone(qtbot, desk: Desk) -> None:
    desk.labelling.set_state(ArticleState.SUBMITTED)
    panel = searched(qtbot, desk, "باكو")
    press(panel.table, Qt.Key.Key_A, CONTROL)
    press(panel.table, Qt.Key.Key_1)
    assert given(desk) == []
    assert [mention.number for mention in panel.table.mentions.ticked() if mention.annotations] == [2]


def test_a_click_ticks_a_mention_or_shows_it(qtbot, desk: Desk) -> None:
    panel = searched(qtbot, desk, "طهران")
    table = panel.table

    def click(row: int, column: int) -> None:
        place = table.visualRect(table.mentions.index(row, column)).center()
        QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)

    click(1, TICK)
    assert [mention.number for mention in table.mentions.ticked()] == [2]
    click(1, CONTEXT)
    assert desk.view.caret.selection == Span(18, 23)
    button = next(one for one in panel.foot.findChildren(QAbstractButton) if one.text() == " Place")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert given(desk) == [("طهران", "place")]


@pytest.mark.parametrize("words", ["%", '"', "؟"])
def test_a_search_without_a_word_says_so(qtbot, desk: Desk, words: str) -> None:
    panel = searched(qtbot, desk, words)
    assert found(panel) == []
    assert panel.foot.said == "There is no word to look for."


def test_escape_leads_back_to_the_article(qtbot, desk: Desk) -> None:
    panel = searched(qtbot, desk, "باكو")
    press(panel.bar.words, Qt.Key.Key_Escape)
    assert not panel.isVisible()
    assert desk.view.hasFocus()


def test_many_mentions_are_labelled_in_the_background(qtbot, desk: Desk, tmp_path: Path) -> None:
    news = write_lines(tmp_path / "many.jsonl", *({"text": f"باكو {number}"} for number in range(60)))
    import_files(desk.session.project, [news], ImportOptions(login="amal"))
    panel = searched(qtbot, desk, "باكو")
    press(panel.table, Qt.Key.Key_A, CONTROL)
    press(panel.table, Qt.Key.Key_2)
    assert desk.session.undo_stack.count() == 1
    assert all(mention.annotations for mention in panel.table.mentions.ticked())
    assert len(panel.table.mentions.ticked()) == 65
    desk.session.undo_stack.undo()
    assert not any(mention.annotations for mention in panel.table.mentions.ticked())


def test_only_the_open_article_is_searched_where_that_is_asked(qtbot, desk: Desk) -> None:
    desk.open(desk.articles.model.line(2).id)
    press(desk.view, Qt.Key.Key_F, CONTROL | SHIFT)
    assert desk.search
    desk.search.bar.ask_for("باكو", Scope.ARTICLE)
    assert found(settled(qtbot, desk)) == []
    desk.go(is_after=False)
    assert found(settled(qtbot, desk)) == [(2, "باكو")]


def test_many_mentions_in_one_article_come_once(qtbot, desk: Desk, tmp_path: Path) -> None:
    news = write_lines(tmp_path / "many.jsonl", {"text": "قال الملك سلمان " * 120})
    import_files(desk.session.project, [news], ImportOptions(login="amal"))
    desk.session.brought_in()
    desk.open(desk.articles.model.line(3).id)
    desk.view.select(Span(4, 9))
    press(desk.view, Qt.Key.Key_1)
    press(desk.view, Qt.Key.Key_M, CONTROL)
    panel = settled(qtbot, desk)
    assert len(found(panel)) == 120
    press(panel.table, Qt.Key.Key_Return)
    assert len(given(desk)) == 120


def test_the_label_that_is_looked_for_is_the_one_that_changes(qtbot, desk: Desk) -> None:
    desk.view.select(Span(15, 19))
    press(desk.view, Qt.Key.Key_1)
    desk.view.select(Span(15, 19))
    press(desk.view, Qt.Key.Key_2)
    press(desk.view, Qt.Key.Key_F, CONTROL | SHIFT)
    panel = desk.search
    assert panel
    panel.bar.words.clear()
    panel.bar.kept.setCurrentIndex(panel.bar.kept.findData("place"))
    panel.bar.asked.emit()
    settled(qtbot, desk)
    press(panel.table, Qt.Key.Key_A, CONTROL)
    press(panel.table, Qt.Key.Key_4)
    assert sorted(label for _, label in given(desk)) == ["actor", "topic"]


def test_nothing_ticked_of_what_is_offered_labels_nothing(qtbot, desk: Desk) -> None:
    desk.view.select(Span(15, 19))
    press(desk.view, Qt.Key.Key_2)
    press(desk.view, Qt.Key.Key_M, CONTROL)
    panel = settled(qtbot, desk)
    panel.table.mentions.tick(range(4), is_ticked=False)
    press(panel.table, Qt.Key.Key_Down)
    press(panel.table, Qt.Key.Key_Return)
    assert len(given(desk)) == 1


def test_more_mentions_leave_the_current_row_where_it_is(qtbot, desk: Desk) -> None:
    panel = searched(qtbot, desk, "باكو")
    table = panel.table
    mentions = [table.mentions.mention(row) for row in range(5)]
    table.mentions.clear()
    table.mentions.sort_by(Order.AFTER)
    table.add(mentions[:3], ticks_free=False)
    table.setCurrentIndex(table.mentions.index(1, CONTEXT))
    current = table.mentions.mention(1)
    table.add(mentions[3:], ticks_free=False)
    assert table.mentions.mention(table.currentIndex().row()) == current


def test_escape_as_a_keyboard_sends_it_closes_the_search(qtbot, desk: Desk) -> None:
    desk.view.select(Span(15, 19))
    press(desk.view, Qt.Key.Key_M, CONTROL)
    panel = settled(qtbot, desk)
    escape = QKeyEvent(QKeyEvent.Type.KeyPress, Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier, "\x1b")
    QApplication.sendEvent(panel.table, escape)
    assert not panel.isVisible()


def test_a_mention_that_is_shown_is_not_taken_by_the_pen(qtbot, desk: Desk) -> None:
    press(desk.view, Qt.Key.Key_2)
    panel = searched(qtbot, desk, "طهران")
    panel.table.pick_current()
    assert desk.view.caret.selection
    press(desk.view, Qt.Key.Key_Shift)
    assert given(desk) == []
