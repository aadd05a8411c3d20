"""The open project: the one path of edits, the undo stack, and the one signal of change."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QObject, Qt, QThreadPool, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QUndoCommand, QUndoStack

from annotator.domain.edit import Changes, Edit
from annotator.domain.errors import AnnotatorError, StaleError, StorageError
from annotator.domain.place import Place
from annotator.gui.translation import tr
from annotator.gui.undo import EditCommand, ImportCommand
from annotator.services import annotating, browsing, defining
from annotator.services.browsing import OpenArticle
from annotator.services.unsaved import Step, UnsavedSteps
from annotator.storage.project import Project

WAIT_S = 1.0
"""How long another program that writes is waited for: the window stands still meanwhile."""


class ProjectSession(QObject):
    """Everything is done first, in the project, and shown after."""

    changed = Signal(object)
    """Changes were committed."""
    saved = Signal()
    """A decision has just been committed."""
    failed = Signal(object)
    """Undoing or redoing was refused, after which the stack is empty, or reading in the background."""
    closing = Signal()
    """The project is about to be closed: what is being typed has to be saved now."""
    returned_to = Signal(str)
    """Undo or redo touched this article."""

    def __init__(self, project: Project, annotator: str, author: str | None = None) -> None:
        """Author is who edits the annotator's layers, where that is somebody else: a reviewer."""
        super().__init__()
        self.project = project
        self.annotator = annotator
        self.author = author or annotator
        self.labels = browsing.label_set(project)
        self.undo_stack = QUndoStack(self)
        self.failure: StorageError | None = None
        """Why the edit that retry() tries again could not be saved."""
        self._unsaved = UnsavedSteps(project.id)
        self.renew_unsaved()
        self.is_open = True

    @classmethod
    def open(cls, place: Place, annotator: str) -> "ProjectSession":
        """A work package is opened for whom it was made. Raises AnnotatorError."""
        project = Project.open(place, WAIT_S)
        try:
            package = browsing.package_of(project)
            browsing.expect_person(project, annotator)
        except AnnotatorError:
            project.close()
            raise
        return cls(project, package.annotator if package else annotator)

    def article(self, article_id: str) -> OpenArticle:
        """Raises NotFoundError and StorageError."""
        found = browsing.open_article(self.project, article_id, self.annotator)
        known = {label.id for label in self.labels}
        if not known.issuperset(annotation.label for annotation in found.annotations):
            # Another program has added labels.
            self._tell(Changes(labels=True))
        return found

    def report(self, error: Exception) -> None:
        """Say what went wrong with work in the background; raise what is a bug."""
        if not isinstance(error, AnnotatorError):
            raise error
        self.failed.emit(error)

    def edit(self, text: str, *edits: Edit) -> None:
        """Make edits as one step that undo takes back; text names the step.

        Raises AnnotatorError; then nothing has changed, and after a StorageError retry() tries again. What
        could not be saved before is made first: it may be what these edits are about.
        """
        self._save([*self._steps, Step(self.author, text, edits)])

    def made(self, text: str, edits: Sequence[Edit]) -> None:
        """Show edits that were committed, and have undo take them back as one step."""
        self.undo_stack.push(EditCommand(text, edits, self._again))
        self._tell(Changes.of(edits))

    @property
    def unsaved(self) -> int:
        """How many steps could not be saved; they are kept beside the settings if is_kept."""
        return len(self._steps)

    def retry(self) -> None:
        """Make what could not be saved. Raises StorageError, and other errors for a step that is given up."""
        self._save(self._steps)

    def renew_unsaved(self) -> None:
        """Take over what another session on this project could not save before it was closed."""
        self._steps = self._unsaved.read()
        self._has_file = self.is_kept = bool(self._steps)

    def give_up(self) -> None:
        """Forget the steps that are not saved."""
        self._keep([])

    def publish(self, guidelines: Mapping[str, str]) -> None:
        """Save a new version of the guidelines. Raises StorageError."""
        defining.publish(self.project, guidelines)
        self.saved.emit()

    def renew_labels(self) -> None:
        """Read the labels again, which another program may have changed."""
        if browsing.label_set(self.project) != self.labels:
            self._tell(Changes(labels=True))

    def brought_in(self, withdraw: Callable[[], None] | None = None) -> None:
        """Tell that the project holds more, after an import, which undo takes back."""
        if withdraw:
            self.undo_stack.push(ImportCommand(tr("Import"), withdraw))
        self._tell(Changes(everything=True, labels=True))

    def withdrawn(self) -> None:
        """Tell that the project holds less. What was undone before cannot be made again without it."""
        nothing = QUndoCommand()
        nothing.setObsolete(True)
        self.undo_stack.push(nothing)
        self._tell(Changes(everything=True, labels=True))
        self.saved.emit()

    def not_undone(self, error: AnnotatorError) -> None:
        """Say why a step was not taken back: those before it, which followed on it, cannot be either."""
        QTimer.singleShot(0, self.undo_stack.clear)
        self.failed.emit(error)

    def close(self) -> None:
        """Let the project go."""
        if self.is_open:
            self.rest()
        self.project.close()

    def rest(self) -> None:
        """Wait for background work on the project; whoever would begin more asks is_open."""
        self.closing.emit()
        self.is_open = False
        QThreadPool.globalInstance().waitForDone()
        self.undo_stack.clear()

    def _tell(self, changes: Changes) -> None:
        if changes.labels:
            self.labels = browsing.label_set(self.project)
        self.changed.emit(changes)

    def _commit(self, edits: Sequence[Edit], author: str, *, is_again: bool = False) -> list[Edit]:
        try:
            made = annotating.apply(self.project, author, edits, is_again=is_again)
        except StaleError:
            self._tell(Changes(everything=True, labels=True))  # what is shown is not so any more
            raise
        self.saved.emit()
        return made

    def _save(self, steps: Sequence[Step]) -> None:
        """Make steps in turn, up to one that cannot be saved; those that are refused are given up."""
        self.failure = None
        try:
            refused = self._make_all(steps)
        except StorageError as error:
            self.failure = error
            if not self.is_kept:
                self.failure = StorageError(
                    "{reason} Nor could it be kept elsewhere: it is lost if the project is closed before.",
                    **(error.facts | {"reason": error}),
                )
                raise self.failure from error
            raise
        if refused:
            raise refused

    def _make_all(self, steps: Sequence[Step]) -> AnnotatorError | None:
        """Return why the first that was refused was; keep what could not be saved. Raises StorageError."""
        before, left, refused = self._steps, [*steps], None
        self._steps = []
        try:
            while left:
                try:
                    made = self._make(left[0], is_late=left[0] in before)
                except StorageError:
                    raise
                except AnnotatorError as error:
                    refused = refused or error
                    del left[0]
                else:
                    self.made(left.pop(0).text, made)
        finally:
            self._keep(left)
        return refused

    def _make(self, step: Step, *, is_late: bool) -> Sequence[Edit]:
        if is_late and annotating.are_made(self.project, step.edits):
            self.saved.emit()
            return step.edits
        return self._commit(step.edits, step.author)

    def _keep(self, steps: list[Step]) -> None:
        self._steps = steps
        if steps or self._has_file:
            self.is_kept = self._unsaved.write(steps)
        self._has_file = bool(steps)

    def _again(self, edits: Sequence[Edit]) -> None:
        # Called by QUndoStack, through which no exception passes, and which waits.
        QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            made = self._commit(edits, self.author, is_again=True)
        except AnnotatorError as error:
            self.not_undone(error)
            return
        finally:
            QGuiApplication.restoreOverrideCursor()
        changes = Changes.of(made)
        self._tell(changes)
        if len(changes.articles) == 1 and not changes.labels:
            self.returned_to.emit(made[-1].article)
