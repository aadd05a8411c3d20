"""What the program is doing when a fault hits it, and what must hold afterwards."""

import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path

from annotator.domain.annotation import Annotation, Layer
from annotator.domain.article import ArticleState
from annotator.domain.edit import Edit
from annotator.domain.errors import StorageError
from annotator.domain.span import Span
from annotator.services import annotating, backing_up
from annotator.services.browsing import open_article
from annotator.services.export_options import ExportOptions
from annotator.services.exporting import export
from annotator.services.importing import ImportOptions, import_files
from annotator.services.inspecting import stats
from annotator.services.merging import merge
from annotator.services.packing import PackOptions, pack
from annotator.services.projects import open_project
from annotator.storage.project import SCHEMA_VERSION, Project
from tests.reliability.job import PROJECT, Ack, Job, backups_in, dump, fetched, ids, make, sound, write_news
from tests.reliability.making_job import MAKING
from tests.reliability.review_job import REVIEW
from tests.storage.older import make_older

TARGETS = "out.jsonl", "out.brat"
OLD = b"what was exported before\n"
IMPORTED = 60
STEPS = 14


# An import.


def _prepare_import(folder: Path) -> None:
    make(folder).close()
    write_news(folder / "news.jsonl", IMPORTED, 40)


def _import(folder: Path, ack: Ack) -> None:
    with open_project(folder / PROJECT) as project:
        import_files(project, [folder / "news.jsonl"], ImportOptions("amal"))
        ack("imported")


def _judge_import(folder: Path, acks: Sequence[str]) -> Iterator[str]:
    yield from sound(folder / PROJECT)
    with open_project(folder / PROJECT) as project:
        articles = stats(project).articles
    if articles not in {6, 6 + IMPORTED}:
        yield f"{articles - 6} of {IMPORTED} articles were imported"
    if acks and articles == 6:
        yield "an import that was told is lost"


# Labelling: each step is committed, told, and then the next is made.


def _prepare_labelling(folder: Path) -> None:
    make(folder).close()


def _label(folder: Path, ack: Ack) -> None:
    with open_project(folder / PROJECT) as project:
        article = ids(project)[0]
        for step in range(STEPS):
            try:
                _make_step(project, article, step)
            except StorageError:  # the person is told, and tries again
                if _held(project, article) != _expected(step + 1):
                    _make_step(project, article, step)
            ack(str(step))


def _make_step(project: Project, article: str, step: int) -> None:
    held = open_article(project, article, "amal")
    annotating.apply(project, "amal", [_edit(article, step, held.layer, held.annotations)])


def _edit(article: str, step: int, layer: Layer, held: Sequence[Annotation]) -> Edit:
    if step == STEPS - 1:
        return Edit(layer, layer.with_state(ArticleState.SUBMITTED))
    match step % 4:
        case 0 | 1:
            return Edit(None, Annotation.new(article, "amal", "place", Span(3 * step, 3 * step + 2)))
        case 2:
            span = Span(3 * step, 3 * step + 1)
            return Edit(held[-1], held[-1].moved(span))
        case _:
            return Edit(held[-1], held[-1].labelled("actor"))


_State = tuple[str, list[tuple[int, int, str]]]


def _expected(steps: int) -> _State:
    """Return what the steps make, in plain Python."""
    spans: list[tuple[int, int, str]] = []
    for step in range(min(steps, STEPS - 1)):
        match step % 4:
            case 0 | 1:
                spans.append((3 * step, 3 * step + 2, "place"))
            case 2:
                spans[-1] = (3 * step, 3 * step + 1, spans[-1][2])
            case _:
                spans[-1] = (*spans[-1][:2], "actor")
    state = "new" if not steps else "submitted" if steps >= STEPS else "in progress"
    return state, spans


def _held(project: Project, article: str) -> _State:
    found = open_article(project, article, "amal")
    spans = [(item.span.start, item.span.end, item.label) for item in found.annotations if item.span]
    return found.layer.state.value, spans


def _judge_labelling(folder: Path, acks: Sequence[str]) -> Iterator[str]:
    yield from sound(folder / PROJECT)
    with open_project(folder / PROJECT) as project:
        held = _held(project, ids(project)[0])
    if held not in [_expected(len(acks)), _expected(len(acks) + 1)]:
        yield f"{len(acks)} decisions were told, and there is {held}"


# A migration, when a project of an older version is opened.


def _prepare_migration(folder: Path) -> None:
    make_older(folder / PROJECT, 1)
    shutil.copyfile(folder / PROJECT, folder / "older")


def _migrate(folder: Path, ack: Ack) -> None:
    open_project(folder / PROJECT).close()
    ack("migrated")


_KEPT = "article_text", "annotation", "relation", "history"


def _judge_migration(folder: Path, acks: Sequence[str]) -> Iterator[str]:
    path, older = folder / PROJECT, folder / "older"
    version = fetched(path, "PRAGMA user_version")[0][0]
    if version == 1 and dump(path) != dump(older):
        yield "it is neither old nor new"
    if version != (SCHEMA_VERSION if acks else version) or version not in {1, SCHEMA_VERSION}:
        yield f"it is of version {version}, and {acks} was told"
    yield from _judge_backups(folder, older, is_needed=version != 1)
    yield from sound(path)
    for table in _KEPT:
        if fetched(path, f"SELECT * FROM {table}") != fetched(older, f"SELECT * FROM {table}"):
            yield f"rows of {table} are not what they were"


def _judge_backups(folder: Path, before: Path, *, is_needed: bool) -> Iterator[str]:
    backups = backups_in(folder)
    if is_needed and not backups:
        yield "it was changed without a backup"
    for backup in backups:
        if dump(backup) != dump(before):
            yield f"{backup.name} is not what was backed up"


# A backup, into the person's folder and then to a file named.


def _prepare_backup(folder: Path) -> None:
    with make(folder, 40) as project:
        _label(folder, lambda _: None)
        backing_up.back_up(project)
    shutil.copyfile(folder / PROJECT, folder / "before")
    shutil.copyfile(backups_in(folder)[0], folder / "backup")


def _back_up(folder: Path, ack: Ack) -> None:
    with open_project(folder / PROJECT) as project:
        ack(str(backing_up.back_up(project).path.relative_to(folder)))
        backing_up.back_up_to(project, folder / "copy.annotator")
        ack("copy.annotator")


def _judge_backup(folder: Path, acks: Sequence[str]) -> Iterator[str]:
    if (folder / PROJECT).read_bytes() != (folder / "before").read_bytes():
        yield "the project was changed by a backup"
    first, *_ = backups = backups_in(folder)
    if first.read_bytes() != (folder / "backup").read_bytes():
        yield "an older backup was changed"
    copy = folder / "copy.annotator"
    for path in [*backups, *([copy] if copy.exists() else [])]:
        if dump(path) != dump(folder / "before"):
            yield f"{path.name} is not what was backed up"
        yield from sound(path)
    yield from (f"{ack} was told, and is not there" for ack in acks if not (folder / ack).exists())


# An export, to a file and to a folder that were there before.


def _prepare_export(folder: Path) -> None:
    make(folder, 12).close()
    _label(folder, lambda _: None)
    _export(folder, lambda _: None)
    for name in TARGETS:
        (folder / name).rename(folder / f"expected-{name}")
    (folder / TARGETS[0]).write_bytes(OLD)
    shutil.copyfile(folder / PROJECT, folder / "before")


def _export(folder: Path, ack: Ack) -> None:
    with open_project(folder / PROJECT) as project:
        for name in TARGETS:
            export(project, folder / name, ExportOptions(name.partition(".")[2], annotator="amal"))
            ack(name)


def _judge_export(folder: Path, acks: Sequence[str]) -> Iterator[str]:
    if (folder / PROJECT).read_bytes() != (folder / "before").read_bytes():
        yield "the project was changed by an export"
    file, tree = (folder / name for name in TARGETS)
    if not file.exists() or _contents(file) not in ({"": OLD}, _contents(folder / f"expected-{file.name}")):
        yield f"{file.name} is neither old nor new"
    if tree.exists() and _contents(tree) != _contents(folder / f"expected-{tree.name}"):
        yield f"{tree.name} is there in part"
    for name in acks:
        if not (folder / name).exists() or _contents(folder / name) != _contents(folder / f"expected-{name}"):
            yield f"{name} was told, and is not there"
    yield from sound(folder / PROJECT)


def _contents(place: Path) -> dict[str, bytes]:
    if place.is_file():
        return {"": place.read_bytes()}
    return {str(path.relative_to(place)): path.read_bytes() for path in place.rglob("*") if path.is_file()}


# A work package that is taken back.


def _prepare_merge(folder: Path) -> None:
    with make(folder) as project:
        (packed,) = pack(project, folder / "package.annotator", PackOptions(("badr",)))
        articles = ids(project)
    with open_project(packed.path) as package:
        for article in articles:
            spans = [Annotation.new(article, "badr", "place", Span(3 * nth, 3 * nth + 2)) for nth in range(8)]
            annotating.apply(package, "badr", [Edit(None, span) for span in spans])
    shutil.copyfile(folder / PROJECT, folder / "before")
    shutil.copyfile(packed.path, folder / "package-before")


def _merge(folder: Path, ack: Ack) -> None:
    with open_project(folder / PROJECT) as project:
        merge(project, [folder / "package.annotator"])
        ack("merged")


def _judge_merge(folder: Path, acks: Sequence[str]) -> Iterator[str]:
    path = folder / PROJECT
    if dump(folder / "package.annotator") != dump(folder / "package-before"):
        yield "the package was changed"
    ((spans,),) = fetched(path, "SELECT count(*) FROM annotation")
    ((edits,),) = fetched(path, "SELECT count(*) FROM history WHERE kind = 'annotation'")
    if (spans, edits) not in {(0, 0), (48, 48)}:
        yield f"{spans} of 48 annotations and {edits} of 48 edits were merged"
    if acks and not spans:
        yield "a merge that was told is lost"
    yield from _judge_backups(folder, folder / "before", is_needed=bool(spans))
    yield from sound(path)


JOBS = {
    job.name: job
    for job in (
        Job("import", _prepare_import, _import, _judge_import),
        Job("labelling", _prepare_labelling, _label, _judge_labelling),
        Job("migration", _prepare_migration, _migrate, _judge_migration),
        Job("backup", _prepare_backup, _back_up, _judge_backup),
        Job("export", _prepare_export, _export, _judge_export),
        Job("merge", _prepare_merge, _merge, _judge_merge),
        REVIEW,
        MAKING,
    )
}
