"""Checks of where spans begin and end, and of one text labelled in several ways, with their remedies."""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple

from annotator.arabic import graphemes, words
from annotator.arabic.clitics import Word, stem
from annotator.arabic.folding import fold
from annotator.domain.annotation import Annotation
from annotator.domain.span import Span


class Rule(StrEnum):
    SPACE = "space"
    PUNCTUATION = "punctuation"
    BRACKETS = "brackets"
    GRAPHEME = "grapheme"
    CLITIC = "clitic"
    LABELS = "labels"


class Finding(NamedTuple):
    """remedy is the annotation as it would be right, None where only a person can tell."""

    rule: Rule
    annotation: Annotation
    remedy: Annotation | None


Remedies = Iterator[Span | None]
"""Nothing where all is well; else the span that would be right, or None."""

_PAIRS = {"(": ")", "[": "]", "{": "}", "«": "»", "“": "”", "‹": "›"}
_OPENERS = {closer: opener for opener, closer in _PAIRS.items()}
_BRACKETS = {*_PAIRS, *_OPENERS}
_QUOTES = frozenset("\"'")
_ABBREVIATION = re.compile(r"(?:\w{1,2}\.){2,}|[A-Z][a-z]{1,4}\.").fullmatch
_OF_THE_WORD = frozenset("%٪‰#@&")
"""Punctuation, by Unicode, that belongs to what it stands beside."""


def findings(
    text: str, annotations: Sequence[Annotation], rules: Collection[Rule] = tuple(Rule)
) -> list[Finding]:
    """Return what the rules find in one layer of an article, in reading order."""
    placed = [(item, item.span) for item in annotations if item.span]
    found = [
        Finding(rule, item, item.moved(remedy) if remedy and _is_whole(text, remedy) else None)
        for rule, check in _CHECKS.items()
        if rule in rules
        for item, span in placed
        for remedy in check(text, span)
    ]
    if Rule.CLITIC in rules:
        found += _bare_clitics(text, placed)
    if Rule.LABELS in rules:
        found += _differing_labels(text, placed)
    return sorted(found, key=lambda finding: finding.annotation.span or Span(0, 1))


def _is_whole(text: str, span: Span) -> bool:
    return graphemes.is_boundary(text, span.start) and graphemes.is_boundary(text, span.end)


def _space(text: str, span: Span) -> Remedies:
    covered = span.of(text)
    start = span.start + len(covered) - len(covered.lstrip())
    end = span.end - len(covered) + len(covered.rstrip())
    if (start, end) != (span.start, span.end):
        yield Span(start, end) if start < end else None


def _punctuation(text: str, span: Span) -> Remedies:
    if span.of(text).count(text[span.start]) % 2 == 0 and text[span.start] in _QUOTES:
        return  # quotation marks that the span holds both of
    if span.of(text).count(text[span.end - 1]) % 2 == 0 and text[span.end - 1] in _QUOTES:
        return
    start, end = span.start, span.end
    while start < end and _is_loose(text[start]):
        start += 1
    while end > start and _is_loose(text[end - 1]) and not _is_abbreviation(text[start:end]):
        end -= 1
    if start == end:
        yield None
    elif (start, end) != (span.start, span.end) and not text[span.start].isspace():
        yield from _trimmed(text, Span(start, end))


def _trimmed(text: str, span: Span) -> Remedies:
    yield next(_space(text, span), span)


def _is_loose(letter: str) -> bool:
    is_punctuation = unicodedata.category(letter).startswith("P") and letter not in _OF_THE_WORD
    return is_punctuation and letter not in _BRACKETS


def _is_abbreviation(text: str) -> bool:
    """Tell whether a point at the end belongs to letters before it: أ.ف.ب. and Inc."""
    last = text.rsplit(maxsplit=1)[-1] if text.split() else ""
    return bool(_ABBREVIATION(last))


def _brackets(text: str, span: Span) -> Remedies:
    """Take the lone bracket's fellow in where it stands right beside, or leave a lone one at an edge out."""
    lone = _lone_brackets(span.of(text))
    if not lone:
        return
    start, end = span.start, span.end
    place = start + lone[0]
    fellow = _PAIRS.get(text[place]) or _OPENERS[text[place]]
    if len(lone) > 1:
        yield None
    elif fellow == text[end : end + 1]:
        yield Span(start, end + 1)
    elif start and fellow == text[start - 1]:
        yield Span(start - 1, end)
    elif place in {start, end - 1} and end - start > 1:
        yield Span(start + (place == start), end - (place != start))
    else:
        yield None


def _lone_brackets(text: str) -> list[int]:
    """Return the places of brackets that have no fellow."""
    open_ones: list[int] = []
    lone: list[int] = []
    for place, letter in enumerate(text):
        if letter in _PAIRS:
            open_ones.append(place)
        elif letter in _OPENERS:
            if open_ones and text[open_ones[-1]] == _OPENERS[letter]:
                open_ones.pop()
            else:
                lone.append(place)
    return sorted(lone + open_ones)


def _grapheme(text: str, span: Span) -> Remedies:
    start, end = span.start, span.end
    if not graphemes.is_boundary(text, start):
        start = graphemes.before(text, start)
    if not graphemes.is_boundary(text, end):
        end = graphemes.after(text, graphemes.before(text, end))
    if (start, end) != (span.start, span.end):
        yield Span(start, end)


_CHECKS: dict[Rule, Callable[[str, Span], Remedies]] = {
    Rule.SPACE: _space,
    Rule.PUNCTUATION: _punctuation,
    Rule.BRACKETS: _brackets,
    Rule.GRAPHEME: _grapheme,
}

_Placed = Sequence[tuple[Annotation, Span]]


def _bare_clitics(text: str, placed: _Placed) -> Iterator[Finding]:
    for item, span in placed:
        start = _stem_start(text, span)
        if start:
            yield Finding(Rule.CLITIC, item, item.moved(Span(start, span.end)))


def _stem_start(text: str, span: Span) -> int | None:
    """Return where the stem of a span's first word begins, if that is within the span."""
    word = words.word_at(text, span.start)
    if word is None or word[0] != span.start:
        return None
    found = Word(text[slice(*word)])
    likely = stem(found)
    start = word[0] + found.range(likely.start, likely.end)[0]
    return start if span.start < start < span.end else None


def _differing_labels(text: str, placed: _Placed) -> Iterator[Finding]:
    """Where one text has other labels in one place than in most, what it has in most is right."""
    labels: dict[Span, set[str]] = defaultdict(set)
    for item, span in placed:
        labels[span].add(item.label)
    ways: dict[str, Counter[frozenset[str]]] = defaultdict(Counter)
    for span, given in labels.items():
        ways[fold(span.of(text))][frozenset(given)] += 1
    for item, span in placed:
        counts = ways[fold(span.of(text))]
        if len(counts) > 1:
            (usual, count), (_, next_count), *_ = counts.most_common()
            is_clear = count > next_count
            if not is_clear:
                yield Finding(Rule.LABELS, item, None)
            elif labels[span] != usual:
                can_tell = len(usual) == len(labels[span]) == 1
                yield Finding(Rule.LABELS, item, item.labelled(*usual) if can_tell else None)
