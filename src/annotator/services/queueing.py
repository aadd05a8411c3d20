"""What there is to review: the articles that somebody has submitted, and how much is open in each."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

from annotator.domain.article import ArticleFilter, ArticleLine, ArticleState
from annotator.domain.mark import Mark
from annotator.domain.record import Record
from annotator.quality.disagreements import compare
from annotator.services.bulk import uncollected
from annotator.services.gold import decisions_by_article
from annotator.services.progress import Progress, silent
from annotator.services.reviewing import gold_name
from annotator.storage.extract import Extract
from annotator.storage.project import Project
from annotator.storage.unit_of_work import UnitOfWork

_AT_ONCE = 500
_CLOSED = [state for state in ArticleState if state.is_closed]


class Order(StrEnum):
    PROJECT = "project"
    DISAGREEMENT = "disagreement"


@dataclass(frozen=True, slots=True)
class QueuedArticle:
    """line's state is that of review; people have submitted it; of its differences open are not decided."""

    line: ArticleLine
    people: tuple[str, ...]
    differences: int
    open: int

    @property
    def is_done(self) -> bool:
        return self.line.state is ArticleState.ACCEPTED


def queue(project: Project, progress: Progress = silent) -> list[QueuedArticle]:
    """Return what can be reviewed, in the project's order."""
    gold = gold_name(project)
    with uncollected(), project.reading() as work:
        people = work.annotators.names()
        decided = decisions_by_article(work)
        extract = Extract(work.connection, work.annotators)
        extract.is_plain = True
        total, done = extract.count(people, _CLOSED), 0
        layers = groupby(extract.records(people, _CLOSED), lambda record: record.id)
        lines, found = _lines(work, gold), []
        for article, group in layers:
            records = list(group)
            line = next(line for line in lines if line.id == article)
            known = [set(decision.marks) for decision in decided.get(article or "", ())]
            found.append(_queued(line, records, known))
            done += len(records)
            progress(done, total)
        return found


def ordered(articles: Sequence[QueuedArticle], order: Order) -> list[QueuedArticle]:
    """Return articles in another order, those that are done at the end."""
    if order is Order.DISAGREEMENT:
        return sorted(articles, key=lambda article: (article.is_done, -article.open))
    return list(articles)


def _queued(line: ArticleLine, records: Sequence[Record], known: Sequence[set[Mark]]) -> QueuedArticle:
    marks = {record.annotator or "": [Mark(*span[:3]) for span in record.spans] for record in records}
    differences = compare(records[0].text, marks).disagreements
    is_open = [not any(set(found.marks) <= sides for sides in known) for found in differences]
    return QueuedArticle(line, tuple(marks), len(differences), sum(is_open))


def _lines(work: UnitOfWork, gold: str) -> Iterator[ArticleLine]:
    after, last = 0, work.articles.last_number()
    while lines := work.articles.lines(ArticleFilter(gold), after, last, _AT_ONCE):
        yield from lines
        after = lines[-1].number
