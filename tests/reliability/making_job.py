"""The job of making project files: a new one, one restored, one rescued, and a work package."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from annotator.services.backing_up import back_up_to, restore
from annotator.services.inspecting import stats
from annotator.services.packing import PackOptions, pack
from annotator.services.projects import create, open_project
from annotator.services.rescuing import rescue
from tests.reliability.job import PROJECT, Ack, Job, dump, ids, make, sound

_ARTICLES = {"new.annotator": 0, "restored.annotator": 6, "rescued.annotator": 6, "package.annotator": 6}
"""How many articles each has when it is whole."""


def _prepare(folder: Path) -> None:
    with make(folder) as project:
        assert len(ids(project)) == 6
        for name in ("backup", "broken"):
            back_up_to(project, folder / name)


def _run(folder: Path, ack: Ack) -> None:
    create(folder / "new.annotator").close()
    ack("new.annotator")
    restore(folder / "backup", folder / "restored.annotator")
    ack("restored.annotator")
    rescue(folder / "broken", folder / "rescued.annotator")
    ack("rescued.annotator")
    with open_project(folder / PROJECT) as project:
        pack(project, folder / "package.annotator", PackOptions(("badr",)))
        ack("package.annotator")


def _judge(folder: Path, acks: Sequence[str]) -> Iterator[str]:
    if dump(folder / "broken") != dump(folder / "backup"):
        yield "a file that is read only was changed"
    for name, articles in _ARTICLES.items():
        path = folder / name
        if path.exists():
            yield from sound(path)
            with open_project(path) as project:
                if stats(project).articles != articles:
                    yield f"{name} is there in part"
        elif name in acks:
            yield f"{name} was told, and is not there"
    yield from sound(folder / PROJECT)
    if "package.annotator" in acks and not _is_packed(folder):
        yield "the project does not know of a package that was told"


def _is_packed(folder: Path) -> bool:
    with open_project(folder / PROJECT) as project, project.reading() as work:
        return bool(work.packages.assigned())


MAKING = Job("making", _prepare, _run, _judge)
