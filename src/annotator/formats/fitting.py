"""Making a record fit a format, with an account of what that changes."""

from bisect import bisect_left, insort
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from annotator.arabic.tokens import Range, covered, cut, tokens
from annotator.domain.losses import Change, Feature, Losses
from annotator.domain.policies import Fitting, Nesting, Policy
from annotator.domain.record import Record, RecordSpan


class TokenSpan(NamedTuple):
    """A labelled span as a row of tokens: the number of its first, and of the first that follows it."""

    first: int
    after: int
    label: str


class Fitted(NamedTuple):
    """A record as a format can hold it. Tokens and layers are empty where the format has no tokens.

    Each layer has TokenSpans that do not overlap, in order; there are as many for every record of an export.
    """

    record: Record
    tokens: Sequence[Range] = ()
    layers: Sequence[Sequence[TokenSpan]] = ()


NO_NAMES: Mapping[str, str] = {}
LAYERS = 4
"""So many columns of tags are written where all spans are wanted. Deeper nesting is told as flattened."""


def to_features(record: Record, carries: frozenset[Feature]) -> Record:
    """Leave out what a format does not carry."""
    spans = record.spans if Feature.SPANS in carries else ()
    if Feature.NOTES not in carries and any(span.note is not None for span in spans):
        spans = tuple(span._replace(note=None) for span in spans)
    return replace(
        record,
        meta=record.meta if Feature.META in carries else {},
        note=record.note if Feature.ARTICLE_NOTES in carries else None,
        labels=record.labels if Feature.LABELS in carries else (),
        spans=spans,
        relations=record.relations if Feature.RELATIONS in carries else (),
    )


def to_tokens(record: Record, fitting: Fitting, losses: Losses) -> Fitted:
    """Tokenize a record, and lay its spans on the tokens: all of them are kept in the record.

    For formats that have the spans beside the tags, and one row of these.
    """
    found, placed = _aligned(record, fitting.policy, losses)
    nesting = Nesting.OUTERMOST if fitting.nesting is Nesting.LAYERS else fitting.nesting
    layers, _ = _layered(record, placed, nesting, losses)
    return Fitted(record, found, layers)


def to_tags(record: Record, fitting: Fitting, losses: Losses) -> Fitted:
    """Tokenize a record, and keep of its spans what the tags hold."""
    found, placed = _aligned(record, fitting.policy, losses)
    layers, kept = _layered(record, placed, fitting.nesting, losses)
    spans = [
        span._replace(start=found[on.first][0], end=found[on.after - 1][1])
        for span, on in placed
        if on in kept
    ]
    spans = list({span[:3]: span for span in spans}.values())
    spans.sort(key=lambda span: (span.start, -span.end, span.label))
    return Fitted(replace(record, spans=tuple(spans)), found, layers)


_Placed = tuple[RecordSpan, TokenSpan]


def _aligned(record: Record, policy: Policy, losses: Losses) -> tuple[list[Range], list[_Placed]]:
    found = tokens(record.text)
    places: set[int] = set()
    if policy is Policy.SPLIT:
        edges = {span.start for span in record.spans}.union(span.end for span in record.spans)
        found, places = cut(found, edges)
    starts, ends = [start for start, _ in found], [end for _, end in found]
    placed = []
    for span in record.spans:
        on = covered(starts, ends, span.start, span.end)
        change = _change(span, (starts[on[0]], ends[on[1] - 1]) if on else None, policy, places)
        if change is not None:
            losses.note(change, record, span)
        if on is not None and change is not Change.DROPPED:
            placed.append((span, TokenSpan(*on, span.label)))
    return found, placed


def _change(span: RecordSpan, there: Range | None, policy: Policy, places: set[int]) -> Change | None:
    """Tell what becomes of a span on the tokens that it touches, which lie there."""
    if there is None:
        return Change.DROPPED
    if there[0] < span.start or there[1] > span.end:
        return Change.WIDENED if policy is Policy.WIDEN else Change.DROPPED
    if there != (span.start, span.end):
        return Change.NARROWED
    return Change.SPLIT if span.start in places or span.end in places else None


def _layered(
    record: Record, placed: Sequence[_Placed], nesting: Nesting, losses: Losses
) -> tuple[list[list[TokenSpan]], set[TokenSpan]]:
    """Part spans into layers without overlap; tell what finds no place as flattened."""
    sign = 1 if nesting is Nesting.INNERMOST else -1
    rest = sorted(placed, key=lambda one: (sign * (one[1].after - one[1].first), one[1]))
    layers: list[list[TokenSpan]] = []
    kept: set[TokenSpan] = set()
    for _ in range(LAYERS if nesting is Nesting.LAYERS else 1):
        layer, rest = _one_layer(rest, kept)
        layers.append(layer)
    for span, _ in rest:
        losses.note(Change.FLATTENED, record, span)
    return layers, kept


def _one_layer(placed: Iterable[_Placed], kept: set[TokenSpan]) -> tuple[list[TokenSpan], list[_Placed]]:
    layer: list[TokenSpan] = []
    rest = []
    for span, on in placed:
        nth = bisect_left(layer, on)
        is_free = (
            on not in kept
            and (nth == 0 or layer[nth - 1].after <= on.first)
            and (nth == len(layer) or on.after <= layer[nth].first)
        )
        if is_free:
            insort(layer, on)
            kept.add(on)
        else:
            rest.append((span, on))
    return layer, rest


def iob2(count: int, layer: Iterable[TokenSpan], names: Mapping[str, str] = NO_NAMES) -> list[str]:
    """Return a tag for each of so many tokens: B-X on a span's first, I-X on its others, O elsewhere.

    names has labels that are written otherwise.
    """
    tags = ["O"] * count
    for first, after, label in layer:
        name = names.get(label, label)
        tags[first:after] = [f"B-{name}", *[f"I-{name}"] * (after - first - 1)]
    return tags
