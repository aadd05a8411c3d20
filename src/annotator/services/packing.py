"""Work packages made: articles handed out to annotators who work without the project."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from random import Random

from annotator.domain.errors import NotFoundError, ProjectError, reason_of
from annotator.domain.identity import new_id
from annotator.domain.names import checked
from annotator.domain.progress import Progress, silent
from annotator.domain.record import Record
from annotator.domain.work_package import WorkPackage
from annotator.formats.file_names import safe
from annotator.services.assigning import assign
from annotator.services.browsing import expect_person
from annotator.services.selecting import matching
from annotator.storage.articles import COPY_OF
from annotator.storage.packing import write_package
from annotator.storage.project import Project
from annotator.storage.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class PackOptions:
    """To whom, and which articles: those named, else those that a query finds, else all.

    With a count or a query only those are taken that nobody has or had. overlap is the share, from 0 to 1,
    that two annotators get. Each also gets so many planted articles, whose gold is accepted and which they do
    not know, and so many that they have labelled, again, as copies without their labels. For training gold
    goes along, and is shown when an article is submitted.
    """

    annotators: tuple[str, ...]
    articles: tuple[str, ...] = ()
    query: str = ""
    count: int | None = None
    overlap: float = 0.0
    seed: int = 0
    planted: int = 0
    repeats: int = 0
    for_training: bool = False


@dataclass(frozen=True, slots=True)
class Packed:
    """A package that was made: its file, whose it is, and how many articles it holds.

    Of these so many are planted and repeated; there may have been fewer to draw than were asked for.
    """

    path: Path
    annotator: str
    articles: int
    planted: int
    repeats: int


def pack(project: Project, out: Path, options: PackOptions, progress: Progress = silent) -> list[Packed]:
    """Make packages: of one annotator the file out, of several a folder with a file each; all or none.

    Raises EditError for a name that nobody can have, NotFoundError, ProjectError where anything is there
    already, and StorageError.
    """
    for name in options.annotators:
        expect_person(project, checked(name))
    made: list[Path] = []
    try:
        with project.unit_of_work() as work:
            shares = _shares(work, options)
            places = _places(out, options.annotators)
            packed = []
            for done, name in enumerate(options.annotators):
                progress(done, len(options.annotators))
                share = shares[name]
                package = _package(work, project.id, name, share.articles)
                _write(work, places[name], package, share.articles, options)
                made.append(places[name])
                packed.append(
                    Packed(places[name], name, len(share.articles), len(share.planted), len(share.repeats))
                )
            progress(len(options.annotators), len(options.annotators))
    except BaseException:
        for path in made:
            with suppress(OSError):  # what went wrong before is what has to be said
                path.unlink(missing_ok=True)
        raise
    return packed


@dataclass(frozen=True, slots=True)
class _Share:
    assigned: list[str]
    planted: list[str]
    repeats: list[str]

    @property
    def articles(self) -> list[str]:
        return [*self.assigned, *self.planted, *self.repeats]


def _shares(work: UnitOfWork, options: PackOptions) -> dict[str, _Share]:
    chosen = _chosen(work, options)
    assigned = assign(chosen, options.annotators, overlap=options.overlap, seed=options.seed)
    random = Random(options.seed)  # noqa: S311 - to be repeated, not to be guessed
    shares = {
        name: _Share(
            mine,
            _planted(work, name, {*mine}, options.planted, random),
            _repeated(work, name, options.repeats, random),
        )
        for name, mine in assigned.items()
    }
    if not any(share.articles for share in shares.values()):
        raise NotFoundError("There are no articles to hand out.")
    return shares


def _planted(work: UnitOfWork, name: str, known: set[str], count: int, random: Random) -> list[str]:
    """Draw articles whose gold is accepted, and that an annotator has never had."""
    gold = work.annotators.gold()
    if not (gold and count):
        return []
    had = work.packages.assigned()
    known |= work.annotations.begun(name)
    pool = [
        article
        for article in work.annotations.closed(gold)
        if article not in known and name not in had.get(article, ())
    ]
    return random.sample(pool, min(count, len(pool)))


def _repeated(work: UnitOfWork, name: str, count: int, random: Random) -> list[str]:
    """Copy articles that an annotator has submitted into the project, to be labelled again unaware."""
    copied = work.articles.copies()
    pool = [article for article in work.annotations.closed(name) if article not in copied] if count else []
    copies = []
    for article in random.sample(pool, min(count, len(pool))):
        found = work.articles.get(article)
        copies.append(new_id())
        work.intake.begin(Path(found.heading))
        work.intake.add(
            Record(found.text, id=copies[-1], meta={**found.meta, COPY_OF: article}), annotator=name
        )
        work.intake.finish()
    return copies


def _package(work: UnitOfWork, project: str, name: str, articles: Sequence[str]) -> WorkPackage:
    work.annotators.find_or_add(name)
    prints = work.articles.fingerprints(articles)
    return WorkPackage.new(project, name, work.guidelines.version(), prints.items())


def _write(
    work: UnitOfWork, place: Path, package: WorkPackage, articles: Sequence[str], options: PackOptions
) -> None:
    numbers = [work.articles.number(article) for article in articles]
    work.packages.add(package, numbers)
    write_package(work, place, package, numbers, with_gold=options.for_training)


def _chosen(work: UnitOfWork, options: PackOptions) -> list[str]:
    """Return the ids of the articles to hand out, in the project's order."""
    if options.articles:
        wanted = {work.articles.find(name) for name in options.articles}
        return [article for article in work.articles.ids() if article in wanted]
    found = matching(work, options.query) if options.query.strip() else None
    copies = work.articles.copies()
    ids = [
        article
        for article in work.articles.ids()
        if article not in copies and (found is None or article in found)
    ]
    if found is not None or options.count is not None:
        taken = work.packages.assigned().keys() | work.annotations.begun()
        ids = [article for article in ids if article not in taken]
    return ids[: options.count]


def file_name(annotator: str) -> str:
    """Return what a package of an annotator is called where nobody has said."""
    return f"{safe(annotator)}.annotator"


def _places(out: Path, annotators: Sequence[str]) -> Mapping[str, Path]:
    if len(annotators) == 1:
        return {annotators[0]: out}
    try:
        out.mkdir(exist_ok=True)
    except OSError as error:
        raise ProjectError("{path} cannot be made: {reason}.", path=out, reason=reason_of(error)) from error
    places: dict[str, Path] = {}
    taken: set[str] = set()
    for nth, name in enumerate(annotators, 1):
        place = out / file_name(name)
        while place.name.casefold() in taken:
            place = place.with_stem(f"{place.stem}-{nth}")
        taken.add(place.name.casefold())
        places[name] = place
    return places
