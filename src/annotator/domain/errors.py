"""Errors that a person can act on. Anything else that is raised is a bug."""


class AnnotatorError(Exception):
    """One plain sentence. The template stays apart from its facts so that the window can translate it."""

    def __init__(self, template: str, **facts: object) -> None:
        self.template = template
        self.facts = facts
        super().__init__(template.format(**facts))


class FileError(AnnotatorError):
    """A file that cannot be read or written."""


class FormatError(FileError):
    """A file whose content does not fit its format."""


class ProjectError(AnnotatorError):
    """A project that cannot be made or opened."""


class ElsewhereError(ProjectError):
    """A project that is open in another window, of this computer or of another."""

    has_answered = False
    """Whether that window was asked to come forward, and heard it."""


class NewerError(ProjectError):
    """A project of a newer version, which this one would not understand."""


class StorageError(AnnotatorError):
    """The project could not be read or written; nothing was changed."""


class DamageError(StorageError):
    """The project's file is damaged: what it holds has to be rescued, or a backup restored."""


class LostError(StorageError):
    """The open project's file is gone, or another lies in its place."""


class EditError(AnnotatorError):
    """An edit that the project's rules refuse."""


class StaleError(EditError):
    """What an edit found is not what it was made for: somebody else has changed it meanwhile."""


class OverlapError(EditError):
    """Two labels that may not overlap."""


class NotFoundError(AnnotatorError):
    """Something that was asked for by name is not in the project."""


def reason_of(error: OSError) -> str:
    """Return what the system says of an error, as a part of a sentence."""
    return (error.strerror or str(error)).lower()


class Cancelled(Exception):  # noqa: N818 - not an error: the person asked for it
    """Raised by a progress callback to stop the work; the unit of work rolls back."""
