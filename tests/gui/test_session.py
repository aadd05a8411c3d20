"""The one path of edits."""

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from annotator.domain.annotation import Annotation, Layer
from annotator.domain.article import ArticleState
from annotator.domain.edit import Edit
from annotator.domain.errors import EditError, NotFoundError, ProjectError, StorageError
from annotator.gui.session import ProjectSession
from annotator.services import annotating
from annotator.services.backing_up import use_folder
from tests.gui.conftest import addition, first_article, held, spans


def test_an_edit_is_in_the_file_before_it_is_told(session: ProjectSession) -> None:
    seen = []
    session.changed.connect(lambda _: seen.append(spans(session)))
    session.edit("Label", addition(session, 6, 13))
    assert seen == [[(6, 13, "place")]]


def test_one_signal_tells_which_article_has_changed(session: ProjectSession, qtbot) -> None:
    with qtbot.waitSignal(session.changed) as told:
        session.edit("Label", addition(session, 6, 13))
    (changes,) = told.args
    assert changes.articles == {first_article(session)}
    assert [type(edit.subject) for edit in changes.edits] == [Layer, Annotation]


def test_undo_and_redo_bring_back_the_same_annotation(session: ProjectSession) -> None:
    session.edit("Label", addition(session, 6, 13))
    before = session.article(first_article(session))
    session.undo_stack.undo()
    assert spans(session) == []
    assert session.article(first_article(session)).layer.state is ArticleState.NEW
    session.undo_stack.redo()
    assert session.article(first_article(session)) == before


def test_several_edits_are_one_step(session: ProjectSession) -> None:
    session.edit("Label", addition(session, 6, 13), addition(session, 15, 19))
    session.undo_stack.undo()
    assert spans(session) == []
    assert not session.undo_stack.canUndo()


def test_a_refused_edit_leaves_no_trace(session: ProjectSession) -> None:
    session.edit("Label", addition(session, 6, 13))
    with pytest.raises(EditError):
        session.edit("Label", addition(session, 15, 19), addition(session, 6, 13))
    assert spans(session) == [(6, 13, "place")]
    assert session.failure is None
    session.undo_stack.undo()
    assert not session.undo_stack.canUndo()


def test_an_edit_that_could_not_be_saved_can_be_tried_again(session: ProjectSession) -> None:
    edit = addition(session, 6, 13)
    other = sqlite3.connect(session.project.path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    with pytest.raises(StorageError, match="in use by another program"):
        session.edit("Label", edit)
    assert not session.undo_stack.canUndo()
    other.execute("ROLLBACK")
    other.close()
    assert spans(session) == []
    session.retry()
    assert spans(session) == [(6, 13, "place")]
    assert session.failure is None


def test_case_05_a_step_that_was_saved_though_the_disk_said_no_is_not_made_twice(
    session: ProjectSession,
) -> None:
    edit = addition(session, 6, 13)
    with held(session.project.path), pytest.raises(StorageError):
        session.edit("Label", edit)
    annotating.apply(session.project, "amal", [edit])  # as if the disk had saved, and reported an error
    session.retry()
    session.edit("Label", addition(session, 15, 19))
    assert spans(session) == [(6, 13, "place"), (15, 19, "place")]
    assert session.unsaved == 0
    session.undo_stack.undo()
    session.undo_stack.undo()
    assert spans(session) == []


def test_a_step_that_was_saved_and_changed_since_is_given_up(session: ProjectSession) -> None:
    edit = addition(session, 6, 13)
    with held(session.project.path), pytest.raises(StorageError):
        session.edit("Label", edit)
    other = replace(edit.after, note="later")
    annotating.apply(session.project, "amal", [edit])
    annotating.apply(session.project, "amal", [Edit(edit.after, other)])
    with pytest.raises(EditError):
        session.retry()
    assert session.unsaved == 0
    session.edit("Label", addition(session, 15, 19))
    assert spans(session) == [(6, 13, "place"), (15, 19, "place")]


def test_a_step_about_what_is_not_there_is_given_up_and_the_next_is_made(session: ProjectSession) -> None:
    layer = Layer("no such article", "amal", ArticleState.NEW)
    with held(session.project.path), pytest.raises(StorageError):
        session.edit("Submit", Edit(layer, layer.with_state(ArticleState.SUBMITTED)))
    with pytest.raises(NotFoundError):
        session.edit("Label", addition(session, 6, 13))
    assert spans(session) == [(6, 13, "place")]
    assert session.unsaved == 0


def test_many_edits_that_no_backup_could_be_made_for_are_not_made_later(
    session: ProjectSession, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("")
    use_folder(tmp_path / "file" / "folder")
    with pytest.raises(ProjectError, match="was not changed"):
        session.edit("Label", *(addition(session, place, place + 1) for place in range(annotating.MANY)))
    assert session.unsaved == 0
    session.edit("Label", addition(session, 6, 13))
    assert spans(session) == [(6, 13, "place")]


def test_undo_that_fails_says_so_and_clears_the_stack(session: ProjectSession, qtbot) -> None:
    session.edit("Label", addition(session, 6, 13))
    other = sqlite3.connect(session.project.path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    with qtbot.waitSignal(session.failed) as told:
        session.undo_stack.undo()
    other.execute("ROLLBACK")
    other.close()
    assert isinstance(told.args[0], StorageError)
    qtbot.waitUntil(lambda: not session.undo_stack.canUndo() and not session.undo_stack.canRedo())
    assert spans(session) == [(6, 13, "place")]


def test_submitted_work_is_closed_until_it_is_taken_back(session: ProjectSession) -> None:
    article = first_article(session)
    new, submitted = (Layer(article, "amal", state) for state in (ArticleState.NEW, ArticleState.SUBMITTED))
    session.edit("Submit", Edit(new, submitted))
    with pytest.raises(EditError, match="take it back"):
        session.edit("Label", addition(session, 6, 13))
    session.undo_stack.undo()
    session.edit("Label", addition(session, 6, 13))
    assert spans(session) == [(6, 13, "place")]
