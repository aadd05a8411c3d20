"""Articles for views: a page of the list, or one open with its annotations."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from annotator.domain.annotation import Annotation, Layer, Presentation, Relation
from annotator.domain.article import Article, ArticleFilter, ArticleLine
from annotator.domain.edit import Edit
from annotator.domain.errors import EditError, NotFoundError
from annotator.domain.label import LabelSet
from annotator.domain.review import Comment, Decision
from annotator.domain.work_package import WorkPackage
from annotator.storage.project import Project

WINDOW = 500
"""So many articles are searched in one transaction: a longer one would keep a labeller's commit waiting."""


class OpenArticle(NamedTuple):
    """One article and one annotator's layer, as of one moment."""

    article: Article
    layer: Layer
    annotations: tuple[Annotation, ...]
    relations: tuple[Relation, ...] = ()

    def after(self, edits: Iterable[Edit]) -> "OpenArticle":
        """Return what the project holds after edits; those of other articles or layers change nothing."""
        found = self
        for edit in edits:
            subject = edit.subject
            is_of_this = (
                isinstance(subject, Presentation | LabelSet | Decision)
                or subject.annotator == self.layer.annotator
            )
            if is_of_this and edit.article == self.article.id:
                found = found._after(edit)
        return found

    def _after(self, edit: Edit) -> "OpenArticle":
        match edit.subject:
            case Annotation():
                annotations = list(self.annotations)
                if isinstance(edit.before, Annotation):
                    del annotations[_place(annotations, edit.before)]
                if isinstance(edit.after, Annotation):
                    annotations.insert(_place(annotations, edit.after), edit.after)
                return self._replace(annotations=tuple(annotations))
            case Relation():
                others = [item for item in self.relations if item != edit.before]
                added = [edit.after] if isinstance(edit.after, Relation) else []
                return self._replace(relations=tuple(sorted(others + added, key=lambda item: item.id)))
            case Layer():
                assert isinstance(edit.after, Layer)
                return self._replace(layer=edit.after)
            case Presentation():
                assert isinstance(edit.after, Presentation)
                return self._replace(article=replace(self.article, direction=edit.after.direction))
            case LabelSet() | Comment() | Decision():
                return self


def _place(annotations: list[Annotation], annotation: Annotation) -> int:
    return bisect_left(annotations, annotation.reading_order, key=lambda item: item.reading_order)


class Page(NamedTuple):
    """Lines of a list; searched_to is the key to go on from, is_last that there is nothing beyond."""

    lines: tuple[ArticleLine, ...]
    searched_to: int
    is_last: bool


class LabelledText(NamedTuple):
    """An article that has been labelled: the beginning of its text, and where annotations begin in it."""

    article: str
    text: str
    starts: tuple[int, ...]


def open_article(project: Project, article: str, annotator: str) -> OpenArticle:
    """Raises NotFoundError, and StorageError where the text is damaged."""
    with project.reading() as work:
        return OpenArticle(
            work.articles.get(article),
            work.annotations.layer(article, annotator),
            tuple(work.annotations.of(article, annotator)),
            tuple(work.annotations.relations.of(article, annotator)),
        )


def labelled_texts(project: Project, annotator: str, most: int) -> list[LabelledText]:
    """Return the last articles in the project's order that an annotator has labelled spans in."""
    with project.reading() as work:
        return [LabelledText(*found) for found in work.annotations.beginnings(annotator, most)]


def find(project: Project, name: str) -> str:
    """Return an article's id by id, outside id or number. Raises NotFoundError."""
    with project.reading() as work:
        return work.articles.find(name)


def page(project: Project, shown: ArticleFilter, after: int = 0, size: int = 100) -> Page:
    """Return at least one line beyond a key, if there is one, and about size of them."""
    lines: list[ArticleLine] = []
    is_plain = shown.state is None
    while True:
        with project.reading() as work:
            last = work.articles.last_number()
            upto = last if is_plain else after + WINDOW
            found = work.articles.lines(shown, after, upto, size - len(lines))
        lines += found
        is_full = len(lines) >= size
        after = lines[-1].number if is_full else upto
        if is_full or after >= last:
            return Page(tuple(lines), after, after >= last)
        if lines:
            return Page(tuple(lines), after, is_last=False)


def line_after(line: ArticleLine, edits: Iterable[Edit], annotator: str) -> ArticleLine:
    """Return an article's line of an annotator's list as it is after edits."""
    counts = Counter(line.label_counts)
    state, mine = line.state, (line.id, annotator)
    for edit in edits:
        subject = edit.subject
        if isinstance(subject, Presentation | LabelSet | Decision):
            continue
        if (subject.article, subject.annotator) != mine:
            continue
        if isinstance(edit.after, Layer):
            state = edit.after.state
        if isinstance(edit.before, Annotation):
            counts[edit.before.label] -= 1
        if isinstance(edit.after, Annotation):
            counts[edit.after.label] += 1
    return replace(line, state=state, label_counts={label: count for label, count in counts.items() if count})


def neighbour(project: Project, shown: ArticleFilter, number: int, *, is_after: bool) -> str | None:
    """Return the id of the next or previous article that a filter shows, or None at the end."""
    with project.reading() as work:
        return work.articles.neighbour(shown, number, is_after=is_after)


def all_lines(project: Project, shown: ArticleFilter) -> Iterator[ArticleLine]:
    """Yield the lines of every article that a filter shows."""
    after, is_last = 0, False
    while not is_last:
        found = page(project, shown, after, 500)
        yield from found.lines
        after, is_last = found.searched_to, found.is_last


def relation_labels(project: Project) -> list[str]:
    """Return the labels that the project's relations have."""
    with project.reading() as work:
        return work.annotations.relations.labels()


def label_set(project: Project) -> LabelSet:
    with project.reading() as work:
        return work.labels.all()


def guidelines(project: Project, version: int | None = None) -> dict[str, str]:
    """Return a version of the guidelines, or the newest, keyed by language."""
    with project.reading() as work:
        return work.guidelines.texts(version)


def guidelines_versions(project: Project) -> list[tuple[int, str]]:
    """Return the number of each version and the moment when it was made, the newest first."""
    with project.reading() as work:
        return work.guidelines.versions()


def annotators(project: Project) -> list[str]:
    with project.reading() as work:
        return work.annotators.names()


def package_of(project: Project) -> WorkPackage | None:
    """Return what a project is, if it is a package of another one."""
    with project.reading() as work:
        return work.packages.own()


def expect_person(project: Project, name: str) -> None:
    """Raise EditError for the name under which the project has gold."""
    with project.reading() as work:
        if name == work.annotators.gold():
            raise EditError("{name} is what this project calls gold; a person needs another name.", name=name)


def has_gold(project: Project) -> bool:
    """Tell whether review has begun to make gold."""
    with project.reading() as work:
        gold = work.annotators.gold()
        return gold is not None and bool(work.annotations.layers_of(gold))


def is_training(project: Project) -> bool:
    """Tell whether a project is a package that gold went along with."""
    return package_of(project) is not None and has_gold(project)


def sources(project: Project) -> list[str]:
    """Return where the articles come from, in order."""
    with project.reading() as work:
        return work.articles.sources()


def chosen_annotator(project: Project, name: str | None) -> str | None:
    """Return the annotator named, or the only one; None where nobody has begun.

    Raises NotFoundError for one that the project does not have, and for none named among several.
    """
    names = annotators(project)
    if name is None and len(names) > 1:
        raise NotFoundError(
            "The project has several annotators; name one of them: {known}.", known=", ".join(names)
        )
    return next(iter(names), None) if name is None else expected(name, names)


def expected(name: str, names: Sequence[str]) -> str:
    """Return an annotator's name. Raises NotFoundError where it is not among the project's."""
    if name not in names:
        raise NotFoundError(
            "The project has no annotator {name}; it has: {known}.",
            name=name,
            known=", ".join(names) or "–",
        )
    return name
