"""Undo: commands for what has been done already."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QTimer
from PySide6.QtGui import QUndoCommand

from annotator.domain.edit import Edit

Apply = Callable[[Sequence[Edit]], None]


class EditCommand(QUndoCommand):
    """Pushed after its edits were made, since QUndoStack keeps a command whose redo() raises."""

    def __init__(self, text: str, edits: Sequence[Edit], apply: Apply) -> None:
        super().__init__(text)
        self._edits = tuple(edits)
        self._apply = apply
        self._is_made = True

    def undo(self) -> None:
        self._apply([edit.inverse for edit in reversed(self._edits)])

    def redo(self) -> None:
        if self._is_made:
            self._is_made = False
        else:
            self._apply(self._edits)


class ImportCommand(QUndoCommand):
    """Takes an import back once: it is not made again, since its files may be others by then.

    That takes long, and begins when the stack is done with this command and has forgotten it.
    """

    def __init__(self, text: str, withdraw: Callable[[], None]) -> None:
        super().__init__(text)
        self._withdraw = withdraw

    def undo(self) -> None:
        self.setObsolete(True)
        QTimer.singleShot(0, self._withdraw)
