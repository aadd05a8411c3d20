"""Takes an import back on another thread, while the window waits and shows how far it is."""

from PySide6.QtWidgets import QWidget

from annotator.domain.errors import AnnotatorError
from annotator.gui.dialogs.waiting import Waiting, wait_for
from annotator.gui.session import ProjectSession
from annotator.gui.translation import tr
from annotator.services import importing
from annotator.services.importing import ImportReport


def withdraw(session: ProjectSession, report: ImportReport, window: QWidget | None) -> None:
    """Begin; the session tells when it is done, or was refused."""
    receipt = report.receipt
    assert receipt

    def tell(error: Exception) -> None:
        if not isinstance(error, AnnotatorError):
            raise error
        if session.is_open:
            session.not_undone(error)

    wait_for(
        lambda progress: importing.withdraw(session.project, receipt, progress),
        lambda _: session.withdrawn() if session.is_open else None,
        tell,
        Waiting(tr("Undo"), tr("Taking the import back…"), window),
    )
