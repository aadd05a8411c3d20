"""Looking an open project through, and what this machine remembers of it until it is opened again."""

from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import orjson

from annotator.services import own_files
from annotator.storage.project import CHECKED_AT_ONCE, Project

_EVERY = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Memory:
    """last_edit is the number of the last edit; checked is when all of the file was looked through."""

    project: str
    last_edit: int
    checked: date | None


def memory_of(project: Project) -> Memory | None:
    """Return what is remembered of the project that lay in this place, if it was this one."""
    try:
        values = orjson.loads(own_files.read(_file(project)))
        checked = values["checked"] and date.fromisoformat(values["checked"])
        memory = Memory(values["project"], int(values["last_edit"]), checked)
    except (ValueError, TypeError, LookupError):
        return None
    return memory if memory.project == project.id else None


def remember(project: Project, *, is_checked: bool = False) -> None:
    """Remember how far the project is, and whether it was just looked through. Raises StorageError."""
    before = memory_of(project)
    checked = date.today() if is_checked else before and before.checked  # noqa: DTZ011 - a day of the person's
    values = {"project": project.id, "last_edit": last_edit(project), "checked": checked and str(checked)}
    own_files.replace(_file(project), orjson.dumps(values))


def missing(project: Project) -> int:
    """Return how many edits that were made here the project has lost, as with a log that is gone."""
    memory = memory_of(project)
    return max(0, memory.last_edit - last_edit(project)) if memory else 0


def last_edit(project: Project) -> int:
    with project.reading() as work:
        return work.history.last()


def is_due(project: Project) -> bool:
    """Tell whether a file was not looked through for a week."""
    memory = memory_of(project)
    return memory is None or memory.checked is None or date.today() - memory.checked >= _EVERY  # noqa: DTZ011


def look_through(project: Project, *, fully: bool) -> None:
    """Look a file through. Raises DamageError, and Cancelled where somebody had to write meanwhile.

    Fully, indexes are compared with what they index. What was small enough was looked through when it was
    opened.
    """
    if fully or project.path.stat().st_size > CHECKED_AT_ONCE:
        project.look_through(fully=fully)
    if fully:
        remember(project, is_checked=True)


def _file(project: Project) -> Path:
    return own_files.own_place("projects", f"{own_files.name_for(project.path)}.json")
