"""Mentions of a phrase throughout a project, with their contexts: a page at a time."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from annotator.arabic.phrases import Phrase
from annotator.domain.annotation import Annotation
from annotator.domain.article import ArticleFilter, ArticleState
from annotator.domain.errors import NotFoundError
from annotator.domain.highlights import Highlights
from annotator.domain.span import Span
from annotator.storage.articles import SearchedArticle
from annotator.storage.project import Project

CONTEXT = 80
"""So many code points of the text are given on either side of a mention."""

_AT_ONCE = 50
"""So many articles are read in one transaction."""


@dataclass(frozen=True, slots=True)
class Search:
    """What is looked for, and in which articles: those that a filter shows, or the only one with an id.

    label, a Label's id, keeps what an annotation of this label overlaps; is_unlabelled what none overlaps.
    With a label and no words, all its spans are found.
    """

    phrase: Phrase
    shown: ArticleFilter
    label: str | None = None
    is_unlabelled: bool = False
    article: str | None = None

    def __post_init__(self) -> None:
        if not self.phrase.words and self.label is None:
            raise NotFoundError("There is no word to look for.")


class Mention(NamedTuple):
    """One place that was found; before and after are its context, with single spaces.

    state and annotations, which overlap the span, are those of the filter's annotator.
    """

    article: str
    number: int
    heading: str
    state: ArticleState
    span: Span
    before: str
    text: str
    after: str
    annotations: tuple[Annotation, ...]


class MentionPage(NamedTuple):
    """searched_to is the number of the article to go on from, is_last that there is nothing beyond."""

    mentions: tuple[Mention, ...]
    searched_to: int
    is_last: bool


def page(project: Project, search: Search, after: int = 0, size: int = 50) -> MentionPage:
    """Return at least size mentions beyond the article of a number, if there are: whole articles of them."""
    found: list[Mention] = []
    for articles in _batches(project, search, after):
        for article, annotations in articles:
            found += _mentions(article, annotations, search)
            after = article.number
            if len(found) >= size:
                return MentionPage(tuple(found), after, is_last=False)
    return MentionPage(tuple(found), after, is_last=True)


def first(project: Project, search: Search, limit: int) -> tuple[list[Mention], bool]:
    """Return at most limit mentions, and whether they are all."""
    found: list[Mention] = []
    after, is_last = 0, False
    while not is_last and len(found) <= limit:
        mentions, after, is_last = page(project, search, after)
        found += mentions
    return found[:limit], len(found) <= limit


_Batch = list[tuple[SearchedArticle, list[Annotation]]]


def _batches(project: Project, search: Search, after: int) -> Iterator[_Batch]:
    """Yield the articles that may have mentions, with the annotations in them, some in each transaction."""
    upto = None
    if search.article is not None:
        with project.reading() as work:
            upto = work.articles.number(search.article)
        after = max(after, upto - 1)
    while True:
        with project.reading() as work:
            between = after, upto or work.articles.last_number()
            articles = work.articles.searched(
                search.phrase, search.shown, between, _AT_ONCE, label=search.label
            )
            ids = {article.number: article.id for article in articles}
            given = work.annotations.of_several(ids, search.shown.annotator)
        if articles:
            yield [(article, given[article.id]) for article in articles]
            after = articles[-1].number
        if len(articles) < _AT_ONCE:
            return


def _mentions(article: SearchedArticle, annotations: list[Annotation], search: Search) -> Iterator[Mention]:
    highlights = Highlights(annotations)
    for span in _spans(article.text, annotations, search):
        touching = tuple(highlights.touching(span.start, span.end))
        if _is_kept(touching, search):
            yield Mention(
                article.id,
                article.number,
                article.heading,
                article.state,
                span,
                before=_line(article.text[max(0, span.start - CONTEXT) : span.start]),
                text=_line(span.of(article.text)),
                after=_line(article.text[span.end : span.end + CONTEXT]),
                annotations=touching,
            )


def _spans(text: str, annotations: list[Annotation], search: Search) -> list[Span]:
    if search.phrase.words:
        return [Span(start, end) for start, end in search.phrase.find(text)]
    return sorted({item.span for item in annotations if item.span and item.label == search.label})


def _is_kept(touching: tuple[Annotation, ...], search: Search) -> bool:
    if search.is_unlabelled:
        return not touching
    return search.label is None or any(item.label == search.label for item in touching)


def _line(text: str) -> str:
    return "".join(" " if letter.isspace() else letter for letter in text)
