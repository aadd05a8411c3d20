"""What is asked and shown to keep a project safe: copies, backups, rescue."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox

from annotator.domain.errors import AnnotatorError, LostError
from annotator.domain.place import Place
from annotator.domain.progress import Progress
from annotator.gui.desk import Desk
from annotator.gui.dialogs import asking
from annotator.gui.dialogs.backups_dialog import BackupsDialog
from annotator.gui.dialogs.rescue_dialog import RescueDialog
from annotator.gui.dialogs.waiting import Waiting, wait_for
from annotator.gui.translation import isolated, sentence, tr
from annotator.services import backing_up

if TYPE_CHECKING:
    from annotator.gui.main_window import MainWindow


class Safekeeping:
    """Of one window."""

    def __init__(self, window: "MainWindow") -> None:
        self._window = window

    def save_copy(self, desk: Desk) -> None:
        """Copy the open project, whose own file may be gone, to a place that is asked for."""
        project = desk.session.project
        path = asking.copy_to_make(self._window, project.path)
        if path:
            self._make(path, partial(backing_up.back_up_to, project, path), tr("Saving a copy…"))

    def show_backups(self, desk: Desk) -> None:
        """Show those of the open project; one on a server has none of its own."""
        project = desk.session.project
        if not isinstance(project.place, Path):
            backing_up.backups(project)  # which says so
        dialog = self._backups_dialog(project.path, lambda: self._back_up(desk, dialog))
        dialog.exec()

    def show_backups_of(self, path: Path) -> None:
        """Show those of a project that does not open."""
        self._backups_dialog(path, None).exec()

    def rescue(self, path: Path) -> None:
        """Make a project of what can be read of one that does not open."""
        target = asking.copy_to_make(self._window, path)
        if target:
            dialog = RescueDialog(path, target, self._window)
            dialog.wanted.connect(self._window.open_project)
            dialog.exec()

    def ask_for_copy(self, desk: Desk, loss: LostError) -> None:
        """Ask whether a project whose file is gone is to be saved elsewhere, before it is let go."""
        said = f"{sentence(loss)} {tr('What was in it can still be saved elsewhere.')}"
        while asking.is_wanted(self._window, tr("The file is gone"), said, tr("Save a copy elsewhere…")):
            path = asking.copy_to_make(self._window, desk.session.project.path)
            if path and self._copied(desk, path):
                return

    def may_go_on(self, place: Place) -> bool:
        """Ask whether to open a project that was not closed."""
        said = tr(
            "Annotator ended without closing {name}, as in a power cut. What was shown as saved is saved."
        )
        name = isolated(place.stem if isinstance(place, Path) else place.name)
        return asking.is_wanted(self._window, tr("Not closed"), said.format(name=name), tr("Open it"))

    def tell(self, said: str) -> None:
        """Say something that is not to be missed, in front of whatever is asked now."""
        QMessageBox.warning(QApplication.activeModalWidget() or self._window, tr("Annotator"), said)

    def _backups_dialog(self, path: Path, make: Callable[[], None] | None) -> BackupsDialog:
        dialog = BackupsDialog(path, make, self._window)
        dialog.restored.connect(lambda backup: self._restore(backup, path, dialog))
        dialog.moved.connect(lambda: self._move(dialog))
        return dialog

    def _back_up(self, desk: Desk, dialog: BackupsDialog) -> None:
        project = desk.session.project
        wait_for(
            lambda progress: backing_up.back_up(project, progress=progress),
            lambda _: dialog.renew(),
            _raise,
            Waiting(tr("Backups"), tr("Making a backup…"), dialog),
        )

    def _restore(self, backup: Path, path: Path, dialog: BackupsDialog) -> None:
        target = asking.copy_to_make(dialog, path)
        if target:
            dialog.accept()
            self._make(
                target, lambda progress: backing_up.restore(backup, target, progress), tr("Restoring…")
            )

    def _move(self, dialog: BackupsDialog) -> None:
        name = QFileDialog.getExistingDirectory(dialog, tr("A folder for backups"), str(Path.home()))
        if name:
            backing_up.use_folder(Path(name))
            dialog.renew()

    def _make(self, path: Path, work: Callable[[Progress], None], said: str) -> None:
        window = self._window

        def tell(_: object) -> None:
            saved = tr("Saved as {path}.").format(path=isolated(path))
            window.message.show_sentence(saved, (tr("Open it"), lambda: window.open_project(path)))

        wait_for(work, tell, _raise, Waiting(tr("Annotator"), said, window))

    def _copied(self, desk: Desk, path: Path) -> bool:
        QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            backing_up.back_up_to(desk.session.project, path)
        except AnnotatorError as error:
            self.tell(sentence(error))
            return False
        finally:
            QGuiApplication.restoreOverrideCursor()
        return True


def _raise(error: Exception) -> None:
    raise error
