"""What there is to review: the articles that somebody has submitted, and how much is open in each."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from types import MappingProxyType

from annotator.domain.annotation import Annotation
from annotator.domain.article import CLOSED_STATES, ArticleFilter, ArticleLine, ArticleState
from annotator.domain.mark import Mark, marks_in, marks_of
from annotator.domain.progress import Progress, silent
from annotator.domain.review import Decision, decision_on
from annotator.quality.disagreements import compare
from annotator.services.bulk import uncollected
from annotator.services.gold import decisions_by_article, named
from annotator.services.radar import Radar
from annotator.services.reviewing import read
from annotator.storage.project import Project
from annotator.storage.unit_of_work import UnitOfWork

NO_RISKS: Mapping[str, float] = MappingProxyType({})
_AT_ONCE = 500


class Order(StrEnum):
    """RISK: by what goes against the project's habits."""

    PROJECT = "project"
    DISAGREEMENT = "disagreement"
    RISK = "risk"


@dataclass(frozen=True, slots=True)
class QueuedArticle:
    """line's state is that of review; people have submitted it; of its disagreements open are not decided.

    spans are those of all people by label; wrong those of them that gold has otherwise, once it is accepted.
    """

    line: ArticleLine
    people: tuple[str, ...]
    disagreements: int
    open: int
    spans: Counter[str] = field(default_factory=Counter)
    wrong: Counter[str] = field(default_factory=Counter)

    @property
    def is_done(self) -> bool:
        """Accepted, and nobody has brought other work since."""
        return self.line.state is ArticleState.ACCEPTED and not self.open


def queue(project: Project, progress: Progress = silent) -> list[QueuedArticle]:
    """Return what can be reviewed, in the project's order."""
    with uncollected(), project.reading_by_page() as work:
        gold, people = work.annotators.gold(), work.annotators.names()
        everybody = people if gold is None else [*people, gold]
        decided = decisions_by_article(work)
        work.extract.is_plain = True
        total, done = work.extract.count(everybody, CLOSED_STATES), 0
        lines, found = _lines(work, everybody, gold or ""), []
        for records in work.extract.by_article(everybody, CLOSED_STATES):
            line = lines.get(records[0].id or "")
            if line is None:
                continue  # it came meanwhile, and is in the queue that is read after it
            known = decided.get(line.id, [])
            mine = {record.annotator or "": marks_of(record) for record in records}
            right = mine.pop(gold or "", None)
            if mine:
                found.append(_queued(line, records[0].text, mine, known, right))
            done += len(records)
            progress(done, total)
        return found


def queued_now(project: Project, before: QueuedArticle) -> QueuedArticle | None:
    """Return one article of the queue as it is now; None if nobody has submitted it any more."""
    with project.reading() as work:
        gold = work.annotators.gold() or ""
        review = read(work, before.line.id, gold)
        names = {label.id: label.name for label in work.labels.all()}
    mine = {name: _named(layer, names) for name, layer in review.layers.items()}
    if not mine:
        return None
    known = [named(decision, names) for decision in review.decisions]
    state = review.gold_layer.state
    right = _named(review.gold, names) if state.is_closed else None
    return _queued(replace(before.line, state=state), review.article.text, mine, known, right)


def _named(layer: Sequence[Annotation], names: Mapping[str, str]) -> list[Mark]:
    return [mark._replace(label=names.get(mark.label, mark.label)) for mark in marks_in(layer)]


def risks(project: Project, progress: Progress = silent) -> dict[str, float]:
    """Return how many errors the radar expects in each article: the sum of its suspicions' likelihoods."""
    found: dict[str, float] = defaultdict(float)
    for suspicion in Radar(project, progress=progress).suspicions():
        found[suspicion.article] += suspicion.likelihood
    return found


def ordered(
    articles: Sequence[QueuedArticle], order: Order, risk: Mapping[str, float] = NO_RISKS
) -> list[QueuedArticle]:
    """Return articles in an order, those that are done at the end."""
    match order:
        case Order.PROJECT:
            return list(articles)
        case Order.DISAGREEMENT:
            return sorted(articles, key=lambda article: (article.is_done, -article.open))
        case Order.RISK:
            return sorted(articles, key=lambda article: (article.is_done, -risk.get(article.line.id, 0.0)))


def _queued(
    line: ArticleLine,
    text: str,
    layers: Mapping[str, list[Mark]],
    known: Sequence[Decision],
    gold: list[Mark] | None,
) -> QueuedArticle:
    disagreements = compare(text, layers).disagreements
    is_open = [decision_on(found.marks, known) is None for found in disagreements]
    spans = Counter(mark.label for marks in layers.values() for mark in marks)
    wrong: Counter[str] = Counter()
    if gold is not None:
        right = set(gold)
        wrong.update(mark.label for marks in layers.values() for mark in marks if mark not in right)
    # What gold has of each label is not what the queue is about.
    bare = replace(line, label_counts={})
    return QueuedArticle(bare, tuple(layers), len(disagreements), sum(is_open), spans, wrong)


def _lines(work: UnitOfWork, annotators: Sequence[str], gold: str) -> dict[str, ArticleLine]:
    """Return the lines of articles that anybody has closed, by their ids."""
    closed = {article for name in annotators for article in work.annotations.closed(name)}
    found: dict[str, ArticleLine] = {}
    after, last = 0, work.articles.last_number()
    while lines := work.articles.lines(ArticleFilter(gold), after, last, _AT_ONCE):
        work.rest()
        found.update((line.id, line) for line in lines if line.id in closed)
        after = lines[-1].number
    work.rest()
    return found
