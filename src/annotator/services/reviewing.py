"""Review of one article: who differs, what was decided, and the gold layer that comes of it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from annotator.domain import retention
from annotator.domain.annotation import Annotation, Origin
from annotator.domain.article import ArticleState
from annotator.domain.edit import Edit
from annotator.domain.errors import EditError
from annotator.domain.label import LabelSet
from annotator.domain.mark import Mark, marks_in
from annotator.domain.progress import Progress, silent
from annotator.domain.review import (
    COPIED,
    DECIDED,
    MAJORITY,
    UNANIMOUS,
    Choice,
    Decision,
    Reason,
)
from annotator.domain.span import Span
from annotator.quality.disagreements import Disagreement
from annotator.services import annotating, backing_up
from annotator.services.review import Review
from annotator.storage.backend import Reach
from annotator.storage.project import Project
from annotator.storage.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class Strategy:
    """How gold is filled to begin with: by what all say, by what more than half say, or by one annotator."""

    has_majority: bool = False
    annotator: str | None = None

    def origin(self, disagreement: Disagreement, mark: Mark) -> str | None:
        """Return the origin of one side of a disagreement in gold, None where it does not come in."""
        names = dict(disagreement.sides)[mark]
        everybody = {name for _, who in disagreement.sides for name in who} | {*disagreement.absent}
        if self.has_majority and 2 * len(names) > len(everybody):
            return MAJORITY
        return f"{COPIED}{self.annotator}" if self.annotator in names else None


ALL_AGREE = Strategy()
_UNNAMED = "gold"
"""What nobody has made yet is called so in a project that cannot be written."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a reviewer makes of a disagreement: marks that are right, and why people differed, if known."""

    choice: Choice
    gold: tuple[Mark, ...] = ()
    reason: Reason | None = None
    note: str | None = None


def gold_name(project: Project) -> str:
    """Return under which name the gold layers are, which is given now if it was not before and can be."""
    with project.reading() as work:
        found = work.annotators.gold()
    if found is None and not project.is_writable:
        return _UNNAMED
    if found is None:
        with project.unit_of_work(Reach.ANYTHING) as work:
            found = work.annotators.find_or_add_gold()
    return found


def open_review(project: Project, article: str) -> Review:
    """Raises NotFoundError, and StorageError where the text is damaged."""
    name = gold_name(project)
    with project.reading() as work:
        return read(work, article, name)


def read(work: UnitOfWork, article: str, gold: str) -> Review:
    people = work.annotators.names()
    states = {name: work.annotations.layer(article, name) for name in people}
    return Review(
        work.articles.get(article),
        {name: tuple(work.annotations.of(article, name)) for name in people if states[name].state.is_closed},
        states,
        work.annotations.layer(article, gold),
        tuple(work.annotations.of(article, gold)),
        tuple(work.reviews.decisions(article)),
        tuple(work.reviews.comments(article)),
    )


def decide(review: Review, disagreement: Disagreement, reviewer: str, verdict: Verdict) -> list[Edit]:
    """Return the edits that make a verdict: in gold, and the decision."""
    earlier = review.decision_on(disagreement)
    decision = Decision.new(
        review.article.id, reviewer, verdict.choice, marks=disagreement.marks, gold=verdict.gold
    ).explained(verdict.reason, verdict.note)
    sides = {*disagreement.marks}
    others = _standing(other for other in review.decisions if other != earlier) - sides
    gone = ({Mark.of(item) for item in review.gold_of(disagreement)} | sides) - {*verdict.gold} - others
    held = {Mark.of(item): item for item in review.gold if item.span}
    edits = [Edit(item, None) for mark, item in held.items() if mark in gone]
    edits += [Edit(None, _gold(review, mark, DECIDED)) for mark in verdict.gold if mark not in held]
    return [*edits, Edit(earlier, decision)]


def fillings(review: Review, strategy: Strategy, labels: LabelSet) -> list[Edit]:
    """Return the edits that fill gold by a strategy where nobody has decided; earlier fillings give way.

    What would overlap what it may not is left for a person to decide.
    """
    proposed = dict(_proposals(review, strategy))
    standing = proposed.keys() | _standing(review.decisions)
    kept = [item for item in review.gold if not _is_filled(item) or Mark.of(item) in standing]
    removed = [Edit(item, None) for item in review.gold if item not in kept]
    taken = marks_in(kept)
    added = []
    for mark, origin in proposed.items():
        if mark not in taken and all(_may_stand(mark, other, labels) for other in taken):
            taken.append(mark)
            added.append(Edit(None, _gold(review, mark, origin)))
    return removed + added


def accept(project: Project, article: str, reviewer: str) -> list[Edit]:
    """Close the review of an article: gold has what all agree on, and the layers are accepted.

    Raises EditError while anything is open, or where an only annotator's spans would come beside corrections
    of them. Returns the edits that were made.
    """
    name = gold_name(project)
    with project.unit_of_work() as work:
        review = read(work, article, name)
        if review.unresolved:
            count = len(review.unresolved)
            raise EditError("Decide first what is open in this article: {count}.", count=count)
        missing = _completions(review, work.labels.all())
        if len(review.layers) == 1:
            _expect_no_correction(review, missing)
        made = annotating.apply_in(work, reviewer, missing, is_again=True)
        closing = _states(read(work, article, name), ArticleState.ACCEPTED, ArticleState.ACCEPTED)
        return made + annotating.apply_in(work, reviewer, closing, is_again=True)


def _completions(review: Review, labels: LabelSet) -> list[Edit]:
    """Return the edits after which gold has what all agree on, and no filling that nobody has any more.

    Raises EditError where something agreed on may not stand beside what gold has.
    """
    said = {mark for layer in review.layers.values() for mark in marks_in(layer)}
    edits = [
        edit
        for edit in fillings(review, ALL_AGREE, labels)
        if not isinstance(edit.before, Annotation) or Mark.of(edit.before) not in said
    ]
    held = {*marks_in(review.gold)}
    held |= {Mark.of(edit.after) for edit in edits if isinstance(edit.after, Annotation)}
    for mark, _ in _proposals(review, ALL_AGREE):
        if mark not in held:
            text = review.article.text[mark.start : mark.end]
            raise EditError(
                "All have {text}, which may not overlap what gold has: decide by hand.", text=text
            )
    return edits


def _expect_no_correction(review: Review, missing: Sequence[Edit]) -> None:
    """What is given by hand and overlaps what one annotator alone has corrects it: both cannot be meant."""
    held = [item.span for item in review.gold if item.span and item.origin == Origin.HUMAN]
    for edit in missing:
        added = edit.after
        if isinstance(added, Annotation) and added.span and any(map(added.span.overlaps, held)):
            raise EditError(
                "Gold overlaps {text}, which its only annotator has: fill gold first, then correct it.",
                text=added.span.of(review.article.text),
            )


def reopen(review: Review) -> list[Edit]:
    """Return the edits that open an accepted article again."""
    return _states(review, ArticleState.SUBMITTED, ArticleState.IN_PROGRESS)


def _states(review: Review, layers: ArticleState, gold: ArticleState) -> list[Edit]:
    pairs = [
        (layer, layer.with_state(layers)) for name, layer in review.states.items() if name in review.layers
    ]
    pairs.append((review.gold_layer, review.gold_layer.with_state(gold)))
    return [Edit(before, after) for before, after in pairs if before != after]


def give_back(review: Review, annotator: str) -> list[Edit]:
    """Return the edits that return an annotator's layer to them, and open review again."""
    layer, gold = review.states[annotator], review.gold_layer
    edits = [Edit(layer, layer.with_state(ArticleState.RETURNED))]
    if gold.state.is_closed:
        edits.append(Edit(gold, gold.with_state(ArticleState.IN_PROGRESS)))
    return edits


def _standing(decisions: Iterable[Decision]) -> set[Mark]:
    """Return what is in gold by decisions of which a later one may have taken back an earlier."""
    found: set[Mark] = set()
    for decision in decisions:
        found -= {*decision.marks}
        found |= {*decision.gold}
    return found


def fill(
    project: Project,
    articles: Sequence[str],
    strategy: Strategy,
    reviewer: str,
    progress: Progress = silent,
) -> list[Edit]:
    """Fill gold of articles that are not accepted yet, and return the edits that were made, all or none.

    Of several a backup is made before; raises ProjectError where it cannot be made.
    """
    if len(articles) > 1:
        backing_up.before(project, retention.Reason.BULK)
    name = gold_name(project)
    with project.unit_of_work() as work:
        labels, edits = work.labels.all(), list[Edit]()
        for done, article in enumerate(articles):
            progress(done, len(articles))
            review = read(work, article, name)
            if review.layers and not review.gold_layer.state.is_closed:
                edits += fillings(review, strategy, labels)
        return annotating.apply_in(work, reviewer, edits, is_again=True)


def _proposals(review: Review, strategy: Strategy) -> Iterator[tuple[Mark, str]]:
    alone = f"{COPIED}{next(iter(review.layers))}" if len(review.layers) == 1 else None
    decided = {mark for decision in review.decisions for mark in decision.marks}
    for mark in review.comparison.agreed:
        if mark not in decided:
            yield mark, alone or UNANIMOUS
    for disagreement in review.unresolved:
        for mark in disagreement.marks:
            if mark not in decided and (origin := strategy.origin(disagreement, mark)):
                yield mark, origin


def _gold(review: Review, mark: Mark, origin: str) -> Annotation:
    span = Span(mark.start, mark.end)
    return replace(Annotation.new(review.article.id, review.gold_name, mark.label, span), origin=origin)


def _is_filled(annotation: Annotation) -> bool:
    is_filled = annotation.origin in {UNANIMOUS, MAJORITY} or annotation.origin.startswith(COPIED)
    return is_filled and annotation.span is not None


def _may_stand(mark: Mark, other: Mark, labels: LabelSet) -> bool:
    is_apart = mark.end <= other.start or other.end <= mark.start
    return is_apart or labels.allows_overlap(mark.label, other.label)
