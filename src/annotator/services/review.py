"""One article under review: what people have, what gold has, what was decided."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from annotator.domain.annotation import Annotation, Layer
from annotator.domain.article import Article
from annotator.domain.mark import Mark, marks_in
from annotator.domain.review import Comment, Decision, decision_on
from annotator.quality.disagreements import Comparison, Disagreement, compare


@dataclass(frozen=True)
class Review:
    """One article as of one moment: the layers that were submitted, and the gold layer, named gold_name.

    gold_layer tells how far review is: in progress, or accepted.
    """

    article: Article
    layers: Mapping[str, tuple[Annotation, ...]]
    states: Mapping[str, Layer]
    gold_layer: Layer
    gold: tuple[Annotation, ...]
    decisions: tuple[Decision, ...] = ()
    comments: tuple[Comment, ...] = ()

    @property
    def gold_name(self) -> str:
        return self.gold_layer.annotator

    @cached_property
    def comparison(self) -> Comparison:
        return compare(self.article.text, {name: marks_in(layer) for name, layer in self.layers.items()})

    def decision_on(self, disagreement: Disagreement) -> Decision | None:
        """Return the last decision that knew all sides of a disagreement."""
        return decision_on(disagreement.marks, self.decisions)

    @property
    def unresolved(self) -> tuple[Disagreement, ...]:
        return tuple(item for item in self.comparison.disagreements if not self.decision_on(item))

    def gold_of(self, disagreement: Disagreement) -> tuple[Annotation, ...]:
        """Return what gold has where a disagreement is: its sides, or what shares a letter with them."""
        span, sides = disagreement.span, set(disagreement.marks)
        held = tuple(item for item in self.gold if item.span and Mark.of(item) in sides)
        decision = self.decision_on(disagreement)
        decided = set(decision.gold) if decision else set()
        near = tuple(
            item
            for item in self.gold
            if item.span and item.span.overlaps(span) and Mark.of(item) not in self._agreed
        )
        return held or tuple(item for item in near if Mark.of(item) in decided) or near

    @cached_property
    def _agreed(self) -> frozenset[Mark]:
        return frozenset(self.comparison.agreed)
