"""Making a record fit a format, with an account of what that changes."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from annotator.arabic.tokens import Range, Tokens, tokens
from annotator.domain.losses import Change, Feature, Losses, note_count
from annotator.domain.policies import Fitting, Nesting, Policy
from annotator.domain.record import Record, RecordSpan


class TokenSpan(NamedTuple):
    """A labelled span as a row of tokens: the number of its first, and of the first that follows it."""

    first: int
    after: int
    label: str


NO_TOKENS = Tokens([], [])


class Fitted(NamedTuple):
    """A record as a format can hold it. Tokens and layers are empty where the format has none.

    Each layer has TokenSpans that do not overlap, in order; there are as many for every record of an export.
    """

    record: Record
    tokens: Tokens = NO_TOKENS
    layers: Sequence[Sequence[TokenSpan]] = ()


NO_NAMES: Mapping[str, str] = {}
LAYERS = 4
"""So many columns of tags are written where all spans are wanted. Deeper nesting is told as flattened."""


def to_features(record: Record, carries: frozenset[Feature]) -> Record:
    """Leave out what a format does not carry."""
    spans = record.spans if Feature.SPANS in carries else ()
    if Feature.NOTES not in carries and note_count(spans):
        spans = tuple(span._replace(note=None) for span in spans)
    meta = record.meta if Feature.META in carries else {}
    note = record.note if Feature.ARTICLE_NOTES in carries else None
    labels = record.labels if Feature.LABELS in carries else ()
    relations = record.relations if Feature.RELATIONS in carries else ()
    kept = (meta, note, labels, spans, relations)
    if kept == (record.meta, record.note, record.labels, record.spans, record.relations):
        return record  # a copy takes as long as to write it in a form such as doccano's
    return replace(record, meta=meta, note=note, labels=labels, spans=spans, relations=relations)


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
    spans: dict[tuple[int, int, str], RecordSpan] = {}
    for span, on in placed:
        if on in kept:
            start, end = found.bounds[2 * on[0]], found.bounds[2 * on[1] - 1]
            is_there = start == span[0] and end == span[1]
            spans.setdefault(
                (start, -end, span[2]), span if is_there else span._replace(start=start, end=end)
            )
    ordered = tuple([spans[key] for key in sorted(spans)])
    # The account knows by the same spans that none was lost.
    return Fitted(record if ordered == record.spans else replace(record, spans=ordered), found, layers)


_Placed = tuple[RecordSpan, TokenSpan]


def _aligned(record: Record, policy: Policy, losses: Losses) -> tuple[Tokens, list[_Placed]]:
    found = tokens(record.text)
    places: set[int] = set()
    if policy is Policy.SPLIT:
        edges = {span.start for span in record.spans}.union(span.end for span in record.spans)
        found, places = found.cut(edges)
    bounds = found.bounds
    placed = []
    for span in record.spans:
        start, end = span[0], span[1]
        on = found.covered(start, end)
        if on and bounds[2 * on[0]] == start and bounds[2 * on[1] - 1] == end:
            if start in places or end in places:
                losses.note(Change.SPLIT, record, span)
            placed.append((span, TokenSpan(on[0], on[1], span[2])))
            continue
        change = _change(span, (bounds[2 * on[0]], bounds[2 * on[1] - 1]) if on else None, policy)
        losses.note(change, record, span)
        if on and change is not Change.DROPPED:
            placed.append((span, TokenSpan(on[0], on[1], span[2])))
    return found, placed


def _change(span: RecordSpan, there: Range | None, policy: Policy) -> Change:
    """Tell what becomes of a span that the tokens which it touches, there, do not fit."""
    if there is None:
        return Change.DROPPED
    if there[0] < span.start or there[1] > span.end:
        return Change.WIDENED if policy is Policy.WIDEN else Change.DROPPED
    return Change.NARROWED


def _layered(
    record: Record, placed: Sequence[_Placed], nesting: Nesting, losses: Losses
) -> tuple[list[list[TokenSpan]], set[TokenSpan]]:
    """Part spans into layers without overlap; tell what finds no place as flattened."""
    count = LAYERS if nesting is Nesting.LAYERS else 1
    ordered = sorted([on for _, on in placed])
    if all(one.after <= other.first for one, other in pairwise(ordered)):
        return [ordered, *([] for _ in range(count - 1))], set(ordered)
    sign = 1 if nesting is Nesting.INNERMOST else -1
    rest = sorted(placed, key=lambda one: (sign * (one[1][1] - one[1][0]), one[1]))
    length = max(on.after for _, on in placed)
    layers: list[list[TokenSpan]] = []
    kept: set[TokenSpan] = set()
    for _ in range(count):
        layer, rest = _one_layer(rest, kept, length)
        layers.append(layer)
    for span, _ in rest:
        losses.note(Change.FLATTENED, record, span)
    return layers, kept


def _one_layer(
    placed: Iterable[_Placed], kept: set[TokenSpan], length: int
) -> tuple[list[TokenSpan], list[_Placed]]:
    layer: list[TokenSpan] = []
    rest = []
    taken = bytearray(length)
    for span, on in placed:
        first, after, _ = on
        if 1 in taken[first:after] or on in kept:
            rest.append((span, on))
            continue
        taken[first:after] = b"\1" * (after - first)
        layer.append(on)
        kept.add(on)
    layer.sort()
    return layer, rest


def iob2(length: int, layer: Iterable[TokenSpan], names: Mapping[str, str] = NO_NAMES) -> list[str]:
    """Return a tag for each of so many tokens: B-X on a span's first, I-X on its others, O elsewhere.

    names has labels that are written otherwise.
    """
    tags = ["O"] * length
    for first, after, label in layer:
        name = names.get(label, label)
        tags[first:after] = [f"B-{name}", *[f"I-{name}"] * (after - first - 1)]
    return tags
