"""The review view: what differs is walked and decided by key, and seen in lanes."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton

from annotator.domain.article import ArticleState
from annotator.domain.edit import Edit
from annotator.domain.errors import NotFoundError
from annotator.domain.mark import Mark
from annotator.domain.review import Choice, Reason
from annotator.domain.span import Span
from annotator.gui.dialogs.filling_dialog import FillingDialog
from annotator.gui.dialogs.returning_dialog import ReturningDialog
from annotator.gui.main_window import MainWindow
from annotator.gui.review.review_desk import ReviewDesk
from annotator.gui.review.sample_dialog import SampleDialog
from annotator.gui.translation import Language, set_off
from annotator.services import annotating, browsing, reviewing
from annotator.services.browsing import open_article
from annotator.services.packing import PackOptions, pack
from annotator.services.projects import create, open_project
from annotator.services.queueing import NO_RISKS
from annotator.services.reviewing import Strategy
from annotator.storage.project import Project
from tests.gui.test_withdrawing import bring_in
from tests.layers import add_articles, annotation

TEXT = "زار الوزير باكو أمس والتقى الرئيس في وباكو"
ACTOR, PLACE, WIDE, CLITIC, BARE = (
    (4, 10, "actor"),
    (11, 15, "place"),
    (11, 19, "place"),
    (37, 42, "place"),
    (38, 42, "place"),
)
_CONTROL = Qt.KeyboardModifier.ControlModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier


def submit(project: Project, article: str, by: str, *marks: tuple[int, int, str]) -> None:
    for start, end, label in marks:
        annotating.apply(project, by, [Edit(None, annotation(article, start, end, label, by))])
    layer = open_article(project, article, by).layer
    annotating.apply(project, by, [Edit(layer, layer.with_state(ArticleState.SUBMITTED))])


@pytest.fixture
def project_path(project_path: Path) -> Path:
    """Two people differ in three places of one article."""
    with open_project(project_path) as project:
        article = add_articles(project, TEXT)[-1]
        submit(project, article, "amal", ACTOR, PLACE, CLITIC)
        submit(project, article, "badr", WIDE, BARE, ACTOR, (0, 3, "topic"))
    return project_path


@pytest.fixture
def desk(window: MainWindow, project_path: Path, qtbot) -> ReviewDesk:
    window.open_project(project_path, annotator="mona", for_review=True)
    window.activateWindow()
    desk = window.desk
    assert isinstance(desk, ReviewDesk)
    qtbot.waitUntil(lambda: desk.labelling.current is not None)
    return desk


def gold(desk: ReviewDesk) -> set[tuple[int, int, str]]:
    assert desk.reviewing.review
    return {tuple(Mark.of(item)) for item in desk.reviewing.review.gold}


def press(desk: ReviewDesk, key: Qt.Key, *modifiers: Qt.KeyboardModifier) -> None:
    held = Qt.KeyboardModifier.NoModifier
    for modifier in modifiers:
        held |= modifier
    QTest.keyClick(desk.view, key, held)


def test_the_article_that_waits_is_opened_with_its_first_difference(desk: ReviewDesk) -> None:
    assert desk.labelling.current.article.text == TEXT
    assert desk.reviewing.current.marks == (Mark(0, 3, "topic"),)
    assert desk.list.count() == 3
    assert desk.view.span == Span(0, 3)


def test_no_label_of_the_desk_shows_our_own_markup(desk: ReviewDesk) -> None:
    marked_up = [label for label in desk.findChildren(QLabel) if "<b>" in label.text()]
    assert any("<b>A</b> " in label.text() for label in marked_up)
    assert all(label.textFormat() is Qt.TextFormat.RichText for label in marked_up)


def test_what_an_only_annotator_has_is_seen_until_gold_has_it(
    window: MainWindow, desk: ReviewDesk, tmp_path: Path, qtbot, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "alone.annotator"
    with create(path) as project:
        (article,) = add_articles(project, TEXT)
        submit(project, article, "amal", ACTOR, PLACE)
    window.open_project(path, annotator="mona", for_review=True)
    qtbot.waitUntil(lambda: window.desk.labelling.current is not None)
    spoken = []
    monkeypatch.setattr(window.desk.view, "show_voices", lambda voices: spoken.append([*voices._voices]))
    window.desk.reviewing.show_voices()
    ((voice,),) = spoken
    assert len(voice.loud) == 2
    fill(window.desk, Strategy())
    assert gold(window.desk) == {ACTOR, PLACE}
    assert spoken[-1] == []


def test_differences_are_decided_by_key_one_after_the_other(desk: ReviewDesk) -> None:
    press(desk, Qt.Key.Key_X, _CONTROL, _SHIFT)
    assert desk.reviewing.current.marks[0] == Mark(*WIDE)
    press(desk, Qt.Key.Key_2, _CONTROL)
    press(desk, Qt.Key.Key_M, _CONTROL, _SHIFT)
    assert gold(desk) == {PLACE, CLITIC}
    decisions = desk.reviewing.review.decisions
    assert [one.choice for one in decisions] == [Choice.REJECTED, Choice.ACCEPTED, Choice.MERGED]
    assert {one.reviewer for one in decisions} == {"mona"}
    assert desk.reviewing.review.unresolved == ()


def test_what_a_reviewer_labels_is_gold_and_can_be_the_decision(desk: ReviewDesk) -> None:
    press(desk, Qt.Key.Key_F8)
    desk.view.select(Span(11, 14))
    press(desk, Qt.Key.Key_2)
    press(desk, Qt.Key.Key_G, _CONTROL, _SHIFT)
    assert gold(desk) == {(11, 14, "place")}
    assert desk.reviewing.review.decisions[-1].choice is Choice.EDITED


def test_a_decision_is_undone_and_made_again(desk: ReviewDesk, window: MainWindow) -> None:
    press(desk, Qt.Key.Key_1, _CONTROL)
    window.actions_["undo"].trigger()
    assert gold(desk) == set()
    assert len(desk.reviewing.review.unresolved) == 3
    window.actions_["redo"].trigger()
    assert gold(desk) == {(0, 3, "topic")}


def test_a_reason_and_a_comment_go_with_a_decision_before_or_after_it(desk: ReviewDesk) -> None:
    reason = desk.verdict.reason
    reason.setCurrentIndex(1 + [*Reason].index(Reason.SLIP))
    reason.activated.emit(reason.currentIndex())
    press(desk, Qt.Key.Key_1, _CONTROL)
    assert desk.reviewing.review.decisions[0].reason is Reason.SLIP
    desk.list.setCurrentRow(0)
    desk.verdict.note.setFocus()
    QTest.keyClicks(desk.verdict.note, "why")
    QTest.keyClick(desk.verdict.note, Qt.Key.Key_Return)
    assert desk.reviewing.review.decisions[0].note == "why"


@pytest.mark.parametrize("leaves_by", ["next_finding", "opening another", "accepting", "closing"])
def test_a_comment_on_a_decision_that_is_being_typed_is_never_lost(
    desk: ReviewDesk, window: MainWindow, project_path: Path, leaves_by: str
) -> None:
    here, other = desk.labelling.current.article.id, browsing.find(desk.session.project, "2.txt")
    for _ in range(3 if leaves_by == "accepting" else 1):
        press(desk, Qt.Key.Key_X, _CONTROL, _SHIFT)
    desk.list.setCurrentRow(0)
    desk.verdict.note.setFocus()
    QTest.keyClicks(desk.verdict.note, "why ")
    desk.reviewing.hide_names(hides=True)
    assert desk.verdict.note.text() == "why "
    match leaves_by:
        case "opening another":
            desk.side.details.note.insert("later")
            desk.open(other)
        case "accepting":
            desk.finish(ArticleState.SUBMITTED)
        case "closing":
            window.close_project()
        case _:
            window.actions_[leaves_by].trigger()
            assert desk.verdict.note.text() == ""
            desk.list.setCurrentRow(0)
            assert desk.verdict.note.text() == "why"
    with open_project(project_path) as project:
        assert reviewing.open_review(project, here).decisions[0].note == "why"


def test_a_reason_and_a_comment_wait_for_a_decision_that_is_not_made_yet(desk: ReviewDesk) -> None:
    here, other = desk.labelling.current.article.id, browsing.find(desk.session.project, "2.txt")
    reason = desk.verdict.reason
    reason.setCurrentIndex(1 + [*Reason].index(Reason.GAP))
    reason.activated.emit(reason.currentIndex())
    QTest.keyClicks(desk.verdict.note, "why")
    desk.reviewing.walk(1)
    assert (desk.reviewing.reason, desk.verdict.note.text()) == (None, "")
    desk.open(other)
    desk.open(here)
    assert desk.verdict.note.text() == "why"
    press(desk, Qt.Key.Key_X, _CONTROL, _SHIFT)
    made = desk.reviewing.review.decisions[0]
    assert (made.reason, made.note) == (Reason.GAP, "why")


def test_a_comment_on_a_decision_that_cannot_be_saved_does_not_hold_the_article(
    desk: ReviewDesk, window: MainWindow, project_path: Path, qtbot
) -> None:
    here, other = desk.labelling.current.article.id, browsing.find(desk.session.project, "2.txt")
    press(desk, Qt.Key.Key_X, _CONTROL, _SHIFT)
    desk.list.setCurrentRow(0)
    QTest.keyClicks(desk.verdict.note, "why")
    with closing(sqlite3.connect(project_path, isolation_level=None)) as elsewhere:
        elsewhere.execute("BEGIN IMMEDIATE")
        with qtbot.waitSignal(desk.refused):
            desk.open(other)
    assert desk.labelling.current.article.id == other
    desk.session.retry()
    assert reviewing.open_review(desk.session.project, here).decisions[0].note == "why"


def fill(desk: ReviewDesk, strategy: Strategy) -> None:
    session, article = desk.session, desk.labelling.current.article.id
    session.made("", reviewing.fill(session.project, [article], strategy, session.author))


def test_gold_is_filled_and_the_article_accepted(desk: ReviewDesk, window: MainWindow) -> None:
    fill(desk, Strategy(annotator="badr"))
    assert gold(desk) == {ACTOR, WIDE, BARE, (0, 3, "topic")}
    window.actions_["undo"].trigger()
    for _ in range(3):
        press(desk, Qt.Key.Key_X, _CONTROL, _SHIFT)
    press(desk, Qt.Key.Key_Return, _CONTROL)
    assert gold(desk) == {ACTOR}
    review = desk.reviewing.review
    assert review.gold_layer.state is ArticleState.ACCEPTED
    assert {review.states[name].state for name in review.layers} == {ArticleState.ACCEPTED}
    window.actions_["take_back"].trigger()
    assert desk.reviewing.review.gold_layer.state is ArticleState.IN_PROGRESS


def test_an_open_article_is_not_accepted(desk: ReviewDesk, window: MainWindow) -> None:
    with pytest.raises(Exception, match="open in this article: 3"):
        desk.finish(ArticleState.SUBMITTED)


def test_names_are_hidden_when_that_is_wanted(desk: ReviewDesk) -> None:
    assert any("badr" in said for said in _sides(desk))
    desk.reviewing.hide_names(hides=True)
    assert not any("badr" in said or "amal" in said for said in _sides(desk))


def test_who_answers_a_comment_is_shown_as_everywhere(desk: ReviewDesk, window: MainWindow) -> None:
    desk.reviewing.say("badr", "look", None)
    first = desk.reviewing.review.comments[0]
    desk.session.edit("Comment", Edit(None, first.answered("badr", "done")))
    assert [_author(desk, row) for row in range(2)] == [set_off("mona"), f"↳ B {set_off('badr')}"]
    desk.reviewing.hide_names(hides=True)
    assert [_author(desk, row) for row in range(2)] == [set_off("mona"), "↳ B"]


def _author(desk: ReviewDesk, row: int) -> str:
    return desk.comments.list.item(row).text().partition(" · ")[0].strip()


@pytest.mark.parametrize("hides", [False, True])
def test_who_is_chosen_in_a_dialog_is_shown_as_everywhere(
    desk: ReviewDesk, window: MainWindow, monkeypatch: pytest.MonkeyPatch, *, hides: bool
) -> None:
    shown: list[str] = []
    copied: list[str | None] = []

    def take_the_last(dialog: FillingDialog | ReturningDialog) -> bool:
        shown.extend(dialog.person.itemText(nth) for nth in range(dialog.person.count()))
        dialog.person.setCurrentIndex(1)
        dialog.person.activated.emit(1)
        if isinstance(dialog, FillingDialog):
            copied.append(dialog.strategy.annotator)
        return True

    monkeypatch.setattr(FillingDialog, "exec", take_the_last)
    monkeypatch.setattr(ReturningDialog, "exec", take_the_last)
    desk.reviewing.hide_names(hides=hides)
    window.actions_["fill"].trigger()
    window.actions_["give_back"].trigger()
    told = ["A", "B"] if hides else [f"A {set_off('amal')}", f"B {set_off('badr')}"]
    assert shown == [*told, *told]
    assert copied == ["badr"]
    assert [*desk.reviewing.review.layers] == ["amal"]


def _sides(desk: ReviewDesk) -> list[str]:
    return [button.text() for button in desk.verdict.findChildren(QPushButton) if button.isVisible()]


def test_an_article_is_returned_with_a_comment_that_its_annotator_sees_first(
    desk: ReviewDesk, window: MainWindow, project_path: Path
) -> None:
    article = desk.labelling.current.article.id
    desk.reviewing.give_back("badr", "راجع الأماكن")
    assert desk.reviewing.review.states["badr"].state is ArticleState.RETURNED
    assert [*desk.reviewing.review.layers] == ["amal"]
    window.open_project(project_path, annotator="badr")
    assert window.desk.labelling.current.article.id == article
    comments = window.desk.side.comments
    assert comments.open_threads == 1
    comments.list.setCurrentRow(0)
    comments.line.setText("صححتها")
    QTest.keyClick(comments.line, Qt.Key.Key_Return)
    comments.resolve.click()
    assert comments.open_threads == 0
    assert comments.list.count() == 2


def write(desk: ReviewDesk, window: MainWindow, person: str, text: str) -> None:
    """Begin a comment for a person, by its key."""
    window.actions_["comment"].trigger()
    box = desk.comments.person
    box.setCurrentIndex(box.findData(person))
    QTest.keyClicks(desk.comments.line, text)


def said(desk: ReviewDesk) -> list[tuple[str, str]]:
    """Return whose layer the comments on the open article are about, and what they say."""
    return [(one.annotator, one.text) for one in desk.reviewing.review.comments]


def test_a_second_comment_goes_to_whom_the_first_went(desk: ReviewDesk, window: MainWindow) -> None:
    line = desk.comments.line
    write(desk, window, "badr", "one")
    QTest.keyClick(line, Qt.Key.Key_Return)
    QTest.keyClicks(line, "two")
    QTest.keyClick(line, Qt.Key.Key_Return)
    desk.reviewing.walk(1)
    desk.reviewing.hide_names(hides=True)
    QTest.keyClicks(line, "three")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert said(desk) == [("badr", "one"), ("badr", "two"), ("badr", "three")]


@pytest.mark.parametrize("leaves_by", ["opening another", "closing"])
def test_a_comment_that_is_being_typed_is_sent_where_and_to_whom_it_was_typed(
    desk: ReviewDesk, window: MainWindow, project_path: Path, leaves_by: str
) -> None:
    here, other = desk.labelling.current.article.id, browsing.find(desk.session.project, "2.txt")
    write(desk, window, "badr", "look")
    if leaves_by == "closing":
        window.close_project()
    else:
        desk.open(other)
        assert said(desk) == []
        assert desk.comments.line.text() == ""
        assert not desk.comments.line.isEnabled()  # nobody has begun it
    with open_project(project_path) as project:
        made = reviewing.open_review(project, here).comments
    assert [(one.annotator, one.text) for one in made] == [("badr", "look")]


def test_nothing_can_be_said_of_an_article_that_is_gone(
    desk: ReviewDesk, window: MainWindow, tmp_path: Path, qtbot
) -> None:
    bring_in(window, tmp_path, qtbot)
    desk.open(desk.articles.model.line(3).id)
    desk.comments.line.insert("look")
    desk.session.undo_stack.undo()
    qtbot.waitUntil(lambda: desk.reviewing.review is None)
    with qtbot.captureExceptions() as refused:
        desk.open(desk.articles.model.line(2).id)
    assert [kind for kind, _, _ in refused] == [NotFoundError]
    assert desk.labelling.current.article.text == TEXT


def test_a_decision_becomes_an_example_in_the_guidelines(desk: ReviewDesk) -> None:
    press(desk, Qt.Key.Key_F8)
    press(desk, Qt.Key.Key_2, _CONTROL)
    desk.list.setCurrentRow(1)
    project = desk.session.project
    press(desk, Qt.Key.Key_A, _CONTROL, _SHIFT)
    said = browsing.guidelines(project)
    assert browsing.guidelines_versions(project)[0][0] == 2
    assert said["en"].endswith(
        f"## Examples from review\n\n- PLACE: `باكو` «{_marked()}» (not PLACE: `باكو أمس`)\n"
    )
    assert "أمثلة من المراجعة" in said["ar"]


def _marked() -> str:
    return TEXT[:11] + "`" + TEXT[11:15] + "`" + TEXT[15:]


def test_everybody_has_a_lane_with_their_letter(desk: ReviewDesk, window: MainWindow, qtbot) -> None:
    seen = next(iter(desk.view.in_sight(desk.view.viewport().rect())))
    assert _letters(desk) == {"A", "B"}
    depths = {item.letter: item.depth for item in seen.spoken}
    assert depths["A"] < depths["B"]
    loud = {(item.span.start, item.span.end) for item in seen.spoken if item.is_loud}
    assert (4, 10) not in loud
    assert loud == {(0, 3), (11, 15), (11, 19), (37, 42), (38, 42)}
    window.use_language(Language.ARABIC)
    qtbot.waitUntil(lambda: _letters(desk) == {"أ", "ب"})


def _letters(desk: ReviewDesk) -> set[str]:
    seen = next(iter(desk.view.in_sight(desk.view.viewport().rect())))
    return {item.letter for item in seen.spoken}


def test_review_is_left_for_labelling_with_the_same_article(desk: ReviewDesk, window: MainWindow) -> None:
    article = desk.labelling.current.article.id
    window.actions_["review"].trigger()
    assert not isinstance(window.desk, ReviewDesk)
    assert window.desk.labelling.current.article.id == article
    assert window.desk.session.annotator == "mona"


def test_one_annotator_is_reviewed_by_correcting_gold(window: MainWindow, project_path: Path, qtbot) -> None:
    with open_project(project_path) as project:
        layer = open_article(project, browsing.find(project, "3"), "badr").layer
        annotating.apply(project, "badr", [Edit(layer, layer.with_state(ArticleState.IN_PROGRESS))])
    window.open_project(project_path, annotator="mona", for_review=True)
    desk = window.desk
    qtbot.waitUntil(lambda: desk.labelling.current is not None)
    assert desk.reviewing.disagreements == ()
    fill(desk, Strategy())
    assert gold(desk) == {ACTOR, PLACE, CLITIC}


def test_a_newcomer_sees_gold_after_submitting_in_training(
    desk: ReviewDesk, window: MainWindow, tmp_path: Path, qtbot
) -> None:
    fill(desk, Strategy(annotator="amal"))
    for _ in range(3):
        press(desk, Qt.Key.Key_G, _CONTROL, _SHIFT) if desk.reviewing.review.gold_of(
            desk.reviewing.current
        ) else press(desk, Qt.Key.Key_X, _CONTROL, _SHIFT)
    press(desk, Qt.Key.Key_Return, _CONTROL)
    assert gold(desk) == {ACTOR, PLACE, CLITIC}
    article = desk.labelling.current.article.id
    path = tmp_path / "training.annotator"
    pack(desk.session.project, path, PackOptions(("nour",), (article,), for_training=True))
    window.open_project(path)
    own = window.desk
    assert own.session.annotator == "nour"
    own.view.select(Span(4, 10))
    QTest.keyClick(own.view, Qt.Key.Key_1)
    own.view.select(Span(11, 19))
    QTest.keyClick(own.view, Qt.Key.Key_2)
    window.actions_["submit"].trigger()
    assert window.message.isVisible()
    assert _letters(own) == {"G"}
    seen = next(iter(own.view.in_sight(own.view.viewport().rect())))
    loud = {(item.span.start, item.span.end) for item in seen.spoken if item.is_loud}
    assert loud == {(11, 15), (37, 42)}


def test_the_queue_is_a_sample_with_its_bound_or_one_persons(
    desk: ReviewDesk, monkeypatch: pytest.MonkeyPatch, qtbot
) -> None:
    queue = desk.queue
    qtbot.waitUntil(lambda: queue.model.rowCount() == 1)
    monkeypatch.setattr(SampleDialog, "exec", lambda _: True)
    queue.sample.click()
    assert "articles give the error rate of" in queue._summary.text()
    assert queue.model.rowCount() == 1
    queue.sample.click()
    assert "error rate" not in queue._summary.text()
    assert [queue.person.itemText(nth) for nth in range(3)] == ["Of everybody", "amal", "badr"]
    queue.order.setCurrentIndex(2)
    queue.order.activated.emit(2)
    qtbot.waitUntil(lambda: queue._risks is not NO_RISKS)


def test_gold_of_all_articles_is_filled_in_one_step(desk: ReviewDesk, window: MainWindow, qtbot) -> None:
    article = desk.labelling.current.article.id
    people = {"amal": "A", "badr": "B"}
    dialog = FillingDialog(desk.session, people, article, [article], window)
    dialog.person.activated.emit(0)
    dialog.is_everywhere.setChecked(True)
    dialog.go.click()
    qtbot.waitUntil(lambda: not dialog.is_at_work)
    assert gold(desk) == {ACTOR, PLACE, CLITIC}
    window.actions_["undo"].trigger()
    assert gold(desk) == set()
