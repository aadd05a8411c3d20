"""Making and opening projects."""

from pathlib import Path

from annotator.domain.errors import ProjectError, reason_of
from annotator.domain.identity import new_id
from annotator.domain.names import is_turned
from annotator.domain.place import Place
from annotator.formats import label_file
from annotator.resources import resource
from annotator.services.importing import ImportOptions, import_files
from annotator.storage.engine import WAIT_S
from annotator.storage.project import Project

LANGUAGES = ("ar", "en")


def create(place: Place, labels: Path | None = None) -> Project:
    """Make a project with a label set from a file, or with the default one and its guidelines.

    Raises ProjectError, FileError and FormatError.
    """
    if isinstance(place, Path) and is_turned(place.name):
        raise ProjectError(
            "{path} cannot be made: its name holds marks that turn letters round.", path=ascii(place.name)
        )
    label_set = label_file.read(labels or resource("labels", "news.toml"))
    guidelines = {} if labels else default_guidelines()
    return Project.create(place, label_set, guidelines)


def open_project(place: Place, wait_s: float = WAIT_S) -> Project:
    """wait_s bounds every wait for another program that writes.

    Raises ProjectError, and StorageError for one that is damaged, locked or out of reach.
    """
    return Project.open(place, wait_s)


def default_guidelines() -> dict[str, str]:
    return {
        language: resource("labels", f"guidelines.{language}.md").read_text("utf-8") for language in LANGUAGES
    }


def create_sample(path: Path, annotator: str) -> None:
    """Make a project with the sample articles, most of them labelled as a model, in somebody's own layer.

    It is made whole or not at all. Raises ProjectError.
    """
    part = path.with_name(f".{new_id()}.part")
    try:
        with create(part) as project:
            import_files(project, [resource("sample", "articles.jsonl")], ImportOptions(annotator, annotator))
        part.rename(path)
    except OSError as error:
        raise ProjectError("{path} cannot be made: {reason}.", path=path, reason=reason_of(error)) from error
    finally:
        part.unlink(missing_ok=True)
