"""A newcomer's work on an article beside gold, right after it was submitted."""

from collections import Counter
from dataclasses import dataclass

from annotator.domain.annotation import Annotation
from annotator.domain.mark import Mark, marks_in
from annotator.quality.against_gold import errors
from annotator.quality.disagreements import Kind
from annotator.services.reviewing import open_review
from annotator.storage.project import Project


@dataclass(frozen=True, slots=True)
class Feedback:
    """right is how many spans are; errors by kind; wrong are the ids of the annotator's own that are not."""

    gold: tuple[Annotation, ...]
    right: int
    errors: Counter[Kind]
    wrong: frozenset[str]


def feedback(project: Project, article: str, annotator: str) -> Feedback | None:
    """Compare an annotator's submitted layer with gold; None where that was not accepted."""
    review = open_review(project, article)
    if not review.gold_layer.state.is_closed or annotator not in review.layers:
        return None
    mine = {Mark.of(item): item.id for item in review.layers[annotator] if item.span}
    kinds: Counter[Kind] = Counter()
    wrong, right = set(), 0
    for _, mark, kind in errors(review.article.text, marks_in(review.gold), [*mine]):
        right += kind is None
        if kind is not None:
            kinds[kind] += 1
            if mark:
                wrong.add(mine[mark])
    return Feedback(review.gold, right, kinds, frozenset(wrong))
