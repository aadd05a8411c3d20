"""What can be done about an error, as buttons beside its sentence."""

from pathlib import Path
from typing import TYPE_CHECKING

from annotator.domain.errors import AnnotatorError, DamageError, NewerError, StorageError
from annotator.gui.message_bar import Offer
from annotator.gui.translation import tr
from annotator.gui.wiring import safekeeping

if TYPE_CHECKING:
    from annotator.gui.main_window import MainWindow


def remedies(window: "MainWindow", error: AnnotatorError) -> list[Offer]:
    """Return what is offered for an error of the open project, or of one that could not be opened."""
    desk = window.desk
    found: list[Offer] = []
    if desk and desk.session.failure is error:
        found.append((tr("Try again"), desk.session.retry))
    path = error.facts.get("path")
    if not isinstance(path, Path):
        return found
    if desk and isinstance(error, StorageError) and path == desk.session.project.place:
        found.append((tr("Save a copy elsewhere…"), lambda: safekeeping(window).save_copy(desk)))
    if isinstance(error, DamageError):
        found.append((tr("Restore a backup…"), lambda: safekeeping(window).show_backups_of(path)))
        found.append((tr("Rescue what can be read…"), lambda: safekeeping(window).rescue(path)))
    if isinstance(error, NewerError):
        found.append((tr("Make a copy for this version…"), lambda: safekeeping(window).rescue(path)))
    return found
