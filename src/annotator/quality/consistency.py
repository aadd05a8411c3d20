"""The consistency radar: what is probably labelled wrongly, going by what the project's people mostly do.

There is no model of the language in it. It knows habits: which label a string has, whether it has one
wherever it stands, where the spans of a label begin and end, how long they are, which labels are given at
all. What goes against a habit is a suspicion, with the likelihood that it is a slip and no habit of its own:

* LABELS, BARE, BOUNDARY: slips.slips, of so many that go against the habit among all; whether habits of that
  kind are often two in this project is weighed as well. Only what is more likely a slip than not is said.
* LENGTH: the same, of spans so far from the median among those of the label, times 1 - (3.5 / z)² / 2. z is
  the robust z-score of Iglewicz and Hoaglin (1993), on the binary logarithm of the number of words, and
  nothing up to 3.5 is said: one just beyond has half the likelihood of one far out.
* RARE: 1 / (k + 1) for a label given k times, at most three. It stays below the others: a label may be young.
"""

from collections.abc import Iterable, Iterator

from annotator.quality import strings
from annotator.quality.boundary_habits import BoundaryHabits
from annotator.quality.edges import Edge, Part
from annotator.quality.habits import Habits
from annotator.quality.lengths import odd_lengths, rare_labels
from annotator.quality.slips import Contrasts
from annotator.quality.suspicion import ConsistencyRule, Suspicion


class Consistency:
    """Suspicions of a project whose habits it is told of. After an edit only what it touched is read anew."""

    def __init__(self) -> None:
        self.habits = Habits()
        self._boundaries = BoundaryHabits(self.habits)
        self._contrasts = Contrasts()

    def suspicions(self) -> list[Suspicion]:
        """Return what is suspicious, the likeliest first."""
        self.catch_up()
        found = [*self._against_habits(), *odd_lengths(self.habits), *rare_labels(self.habits)]
        return sorted(_once(found), key=lambda suspicion: suspicion.order)

    def catch_up(self) -> None:
        """Read what has changed; the first time, everything."""
        habits = self.habits
        changed = {form for form in habits.changed if isinstance(form, str)}
        near = {other for form in changed for other in strings.related(form) if other in habits.groups}
        for source in habits.changed | near:
            if isinstance(source, str):
                self._contrasts.set(source, strings.contrasts(habits, source))
            else:
                self._boundaries.forget(source)
                self._contrasts.set(source, habits.edges.contrasts(source))
        habits.changed.clear()

    def _against_habits(self) -> Iterator[Suspicion]:
        for source, contrast, likelihood in self._contrasts.likely():
            if isinstance(source, Edge | Part):
                yield from self._boundaries.suspicions(source, contrast, likelihood)
            else:
                yield from strings.suspicions(self.habits, str(source), contrast, likelihood)


def _once(found: Iterable[Suspicion]) -> Iterator[Suspicion]:
    """Leave one of several boundaries for a span, and of bare strings the longest where others lie within."""
    best: dict[object, Suspicion] = {}
    bare: dict[tuple[str, str], list[Suspicion]] = {}
    for one in found:
        if one.rule is ConsistencyRule.BARE:
            bare.setdefault((one.article, one.annotator), []).append(one)
        elif one.rule is ConsistencyRule.BOUNDARY:
            key = one.article, one.annotator, one.annotation
            if key not in best or one.order < best[key].order:
                best[key] = one
        else:
            yield one
    yield from best.values()
    for places in bare.values():
        yield from _longest(places)


def _longest(places: list[Suspicion]) -> Iterator[Suspicion]:
    end = -1
    for one in sorted(places, key=lambda one: one.span.reading_order):
        if one.span.end > end:
            yield one
            end = one.span.end
