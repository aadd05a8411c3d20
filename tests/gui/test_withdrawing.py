"""An import as one step of undo."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotator.domain.edit import Edit
from annotator.gui.desk import Desk
from annotator.gui.dialogs.import_dialog import ImportDialog
from annotator.gui.main_window import MainWindow
from annotator.services import annotating
from annotator.services.inspecting import check, stats
from annotator.services.projects import create
from tests.layers import annotation
from tests.texts import write_lines

SPAN = {"start": 0, "end": 3, "label": "EVENT"}


def bring_in(window: MainWindow, folder: Path, qtbot) -> None:
    path = write_lines(
        folder / "in.jsonl", *({"text": f"خبر جديد {nth}", "spans": [SPAN]} for nth in range(3))
    )
    dialog = ImportDialog(window.desk.session, [path], window)
    dialog.adds_labels.setChecked(True)
    dialog.begin()
    qtbot.waitUntil(lambda: "3" in dialog.said.text())
    dialog.close()


def press_undo(window: MainWindow) -> None:
    QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)


def rows(desk: Desk) -> int:
    return desk.articles.model.rowCount()


def test_undo_takes_an_import_back(window: MainWindow, desk: Desk, qtbot, tmp_path: Path) -> None:
    bring_in(window, tmp_path, qtbot)
    assert rows(desk) == 5
    assert desk.session.labels.named("EVENT")
    press_undo(window)
    qtbot.waitUntil(lambda: rows(desk) == 2)
    assert desk.session.labels.named("EVENT") is None
    assert [button.label.name for button in desk.side.palette_._buttons][-1] != "EVENT"
    assert check(desk.session.project) == []
    assert not desk.session.undo_stack.canUndo()
    assert not desk.session.undo_stack.canRedo()


def test_an_article_that_is_open_gives_way_to_the_first(
    window: MainWindow, desk: Desk, qtbot, tmp_path: Path
) -> None:
    bring_in(window, tmp_path, qtbot)
    desk.open(desk.articles.model.line(4).id)
    press_undo(window)
    qtbot.waitUntil(lambda: desk.labelling.current.article.id == desk.articles.model.line(0).id)
    assert not window.message.isVisible()


def test_after_the_only_import_the_project_is_empty_again(window: MainWindow, qtbot, tmp_path: Path) -> None:
    create(tmp_path / "empty.annotator").close()
    window.open_project(tmp_path / "empty.annotator")
    bring_in(window, tmp_path, qtbot)
    assert window.desk.labelling.current
    press_undo(window)
    qtbot.waitUntil(lambda: window.desk.labelling.current is None)
    assert stats(window.desk.session.project).articles == 0
    bring_in(window, tmp_path, qtbot)
    assert rows(window.desk) == 3


def test_what_was_undone_on_its_articles_is_not_offered_again(
    window: MainWindow, desk: Desk, qtbot, tmp_path: Path
) -> None:
    bring_in(window, tmp_path, qtbot)
    desk.session.edit("Label", Edit(None, annotation(desk.articles.model.line(4).id, 4, 8)))
    press_undo(window)
    assert desk.session.undo_stack.canRedo()
    press_undo(window)
    qtbot.waitUntil(lambda: rows(desk) == 2)
    qtbot.waitUntil(lambda: not desk.session.undo_stack.canRedo())


def test_an_import_that_was_worked_on_elsewhere_stays(
    window: MainWindow, desk: Desk, qtbot, tmp_path: Path
) -> None:
    bring_in(window, tmp_path, qtbot)
    edit = Edit(None, annotation(desk.articles.model.line(4).id, 4, 8))
    annotating.apply(desk.session.project, "amal", [edit])  # as another window would
    press_undo(window)
    qtbot.waitUntil(lambda: "The import stays" in window.message.text)
    assert rows(desk) == 5
    qtbot.waitUntil(lambda: not desk.session.undo_stack.canUndo())


def test_nothing_else_can_be_undone_while_an_import_is_taken_back(
    window: MainWindow, desk: Desk, qtbot, tmp_path: Path
) -> None:
    desk.session.edit("Label", Edit(None, annotation(desk.articles.model.line(0).id, 0, 4)))
    bring_in(window, tmp_path, qtbot)
    press_undo(window)
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not None)
    press_undo(window)
    qtbot.waitUntil(lambda: rows(desk) == 2)
    assert desk.session.undo_stack.count() == 1
    assert desk.session.undo_stack.canUndo()
