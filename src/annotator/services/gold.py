"""Gold as it is exported: each span with who found it right, and what is still open."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from annotator.domain.annotation import Origin
from annotator.domain.article import CLOSED_STATES
from annotator.domain.errors import NotFoundError
from annotator.domain.mark import Mark, marks_of
from annotator.domain.record import Gold, Record
from annotator.domain.review import COPIED, DECIDED, MAJORITY, UNANIMOUS, Decision, decision_on
from annotator.quality.disagreements import Comparison, compare
from annotator.storage.extract import Extract
from annotator.storage.unit_of_work import UnitOfWork


def expected_gold(work: UnitOfWork) -> str:
    """Return the name of the gold layers. Raises NotFoundError where there are none."""
    name = work.annotators.gold()
    if name is None:
        raise NotFoundError("The project has no gold yet: it comes of review.")
    return name


def with_provenance(work: UnitOfWork, records: Iterator[Record]) -> Iterator[Record]:
    """Add to records of the gold layer, one of every article in order, where each span comes from."""
    decisions = decisions_by_article(work)
    extract = Extract(work.connection, work.annotators, rest=lambda: None)
    extract.is_plain = True
    people = extract.by_article(work.annotators.names(), CLOSED_STATES)
    following = next(people, None)
    for record in records:
        layers: dict[str, list[Mark]] = {}
        if following and following[0].id == record.id:
            layers = {theirs.annotator or "": marks_of(theirs) for theirs in following}
            following = next(people, None)
        gold = _gold(record, layers, decisions.get(record.id or "", []))
        spans = tuple(span._replace(origin=Origin.HUMAN) for span in record.spans)
        yield replace(record, spans=spans, gold=gold)


def decisions_by_article(work: UnitOfWork) -> dict[str, list[Decision]]:
    """Return all decisions, by article, with the names of labels instead of their ids."""
    names = {label.id: label.name for label in work.labels.all()}
    found: dict[str, list[Decision]] = {}
    for decision in work.reviews.all_decisions():
        found.setdefault(decision.article, []).append(named(decision, names))
    return found


def named(decision: Decision, names: Mapping[str, str]) -> Decision:
    """Return a decision whose marks bear names of labels; those of labels that are gone, their ids."""

    def turned(marks: tuple[Mark, ...]) -> tuple[Mark, ...]:
        return tuple(mark._replace(label=names.get(mark.label, mark.label)) for mark in marks)

    return replace(decision, marks=turned(decision.marks), gold=turned(decision.gold))


def _gold(record: Record, layers: Mapping[str, list[Mark]], decisions: list[Decision]) -> Gold:
    owners: dict[Mark, list[str]] = {}
    for name, marks in layers.items():
        for mark in marks:
            owners.setdefault(mark, []).append(name)
    provenance = {}
    for span in record.spans:
        mark = Mark(*span[:3])
        decided = next((one for one in reversed(decisions) if mark in one.gold), None)
        said = _decided(decided) if decided else _found(span.origin)
        provenance[span.id or ""] = {**said, "annotators": owners.get(mark, [])}
    comparison = compare(record.text, layers) if len(layers) > 1 else Comparison((), ())
    return Gold(provenance, tuple(_unresolved(comparison, decisions)))


def _found(origin: str) -> dict[str, object]:
    """Tell of a span that a strategy filled in, or that somebody wrote before review kept decisions."""
    if origin in {UNANIMOUS, MAJORITY, DECIDED}:
        return {"kind": origin}
    return {"kind": "copied" if origin.startswith(COPIED) else "imported"}


def _decided(decision: Decision) -> dict[str, object]:
    return {
        "kind": "decided",
        "by": decision.reviewer,
        "at": decision.created,
        "choice": decision.choice.value,
        "reason": decision.reason and decision.reason.value,
        "comment": decision.note,
    }


def _unresolved(comparison: Comparison, decisions: list[Decision]) -> Iterator[dict[str, object]]:
    for found in comparison.disagreements:
        if decision_on(found.marks, decisions) is None:
            yield {
                "kind": found.kind.value,
                "sides": [
                    {"start": mark.start, "end": mark.end, "label": mark.label, "annotators": list(names)}
                    for mark, names in found.sides
                ],
                "absent": list(found.absent),
            }
