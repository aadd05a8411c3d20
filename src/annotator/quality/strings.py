"""Strings that are labelled in several ways: where that is against a habit, and what the habit would be."""

from collections.abc import Iterator
from itertools import combinations
from typing import NamedTuple

from annotator.domain.span import Span
from annotator.quality.cores import others_of, spellings
from annotator.quality.edges import Part
from annotator.quality.habits import Group, Habits
from annotator.quality.slips import Contrast
from annotator.quality.standings import Standing
from annotator.quality.suspicion import ConsistencyRule, Proposal, Suspicion
from annotator.quality.uses import Cut, Use

_FEWEST = 3
"""So often a string must have a label for its bare places to count."""

_SHORTEST = 3
"""A word of fewer letters is too often another word."""

_MOSTLY = 0.8
_SPARE = 3
"""A string that is bare oftener than at each second use, and these, is missed nowhere."""


class Relabelled(NamedTuple):
    """Spans with a label where the same string usually has another."""

    label: str
    usual: str


class Bare(NamedTuple):
    usual: str


class CutShort(NamedTuple):
    """Spans that begin so many words after a string that is labelled whole elsewhere, or end before it.

    usual is None where the string has several labels.
    """

    cut: Cut
    usual: str | None


class TooLong(NamedTuple):
    """Spans of a whole string of which usually only a part is labelled."""

    cut: Cut


class WithClitic(NamedTuple):
    """Spans that take in what may be a clitic, since what stands behind it is labelled elsewhere."""

    core: str


def contrasts(habits: Habits, form: str) -> list[Contrast]:
    """Return the contrasts of a string; about is one of the above."""
    group = habits.groups.get(form)
    if group is None:
        return []
    usual = _usual(group)
    count = len(group[usual])
    found = [*_relabelled(habits, group, usual), *_with_clitics(habits, form, group)]
    is_worth_reading = " " in form or (len(form) >= _SHORTEST and count >= _FEWEST)
    if is_worth_reading:
        standing = habits.standings.of(form, count // 2 + _SPARE)
        all_uses = sum(map(len, group.values()))
        is_clear = count >= _MOSTLY * all_uses
        if is_clear and count >= _FEWEST:
            bare = len(standing.bare) if standing else count
            if bare:
                found.append(Contrast((Bare, usual), bare, bare + count, Bare(usual)))
        if standing:
            found += _cuts(standing, usual if is_clear else None, all_uses)
    return found


def _usual(group: Group) -> str:
    return min(group, key=lambda label: (-len(group[label]), label))


def _relabelled(habits: Habits, group: Group, usual: str) -> Iterator[Contrast]:
    count = len(group[usual])
    as_usual = sorted(label for label, uses in group.items() if len(uses) == count)
    if len(as_usual) > 1:
        for pair in combinations(as_usual, 2):
            yield Contrast((Relabelled, *pair), count, 2 * count, Relabelled(*pair))
        return
    for label, uses in group.items():
        few = sum(1 for use in uses if not _has(habits, use, usual)) if label != usual else 0
        if few:
            yield Contrast((Relabelled, *sorted((label, usual))), few, few + count, Relabelled(label, usual))


def _has(habits: Habits, use: Use, label: str) -> bool:
    """Tell whether the span of a use has another label as well."""
    others = habits.layers[use.layer].on(use.first)
    return any(other[2:5] == (use.start, use.end, label) for other in others)


def _with_clitics(habits: Habits, form: str, group: Group) -> Iterator[Contrast]:
    first, space, rest = form.partition(" ")
    few = sum(map(len, group.values()))
    for _, core in others_of(first, first):
        others = habits.groups.get(core + space + rest)
        if others:
            yield Contrast(WithClitic, few, few + sum(map(len, others.values())), WithClitic(core))


def related(form: str) -> Iterator[str]:
    """Yield the strings that may be a string with clitics."""
    first, space, rest = form.partition(" ")
    return (word + space + rest for word in spellings(first))


def _cuts(standing: Standing, usual: str | None, all_uses: int) -> Iterator[Contrast]:
    for cut, places in standing.cuts.items():
        cuts = len(places)
        if 0 < cuts <= all_uses:
            yield Contrast(CutShort, cuts, cuts + all_uses, CutShort(cut, usual))
        elif cuts and min(cut) >= 0:
            yield Contrast(TooLong, all_uses, cuts + all_uses, TooLong(cut))


def suspicions(habits: Habits, form: str, contrast: Contrast, likelihood: float) -> Iterator[Suspicion]:
    """Yield what goes against the habit of a string."""
    usual = contrast.whole - contrast.few
    rule, found = _places(habits, form, contrast.about)
    for number, use, proposal in found:
        layer, span = habits.layers[number], Span(use.start, use.end) if use else proposal.span
        about = layer.article, layer.annotator, use and use.id, span, use and use.label, form
        yield Suspicion(rule, *about, proposal, likelihood, usual, contrast.whole)


_Found = Iterator[tuple[int, Use | None, Proposal]]
"""The number of a layer, what is in it, and what it would be."""


def _places(habits: Habits, form: str, about: object) -> tuple[ConsistencyRule, _Found]:
    match about:
        case Relabelled():
            return ConsistencyRule.LABELS, _otherwise_labelled(habits, form, about)
        case Bare():
            return ConsistencyRule.BARE, _bare(habits, form, about)
        case CutShort():
            return ConsistencyRule.BOUNDARY, _cut_short(habits, form, about)
        case TooLong():
            return ConsistencyRule.BOUNDARY, _too_long(habits, form, about)
        case WithClitic():
            return ConsistencyRule.BOUNDARY, _without_clitic(habits, form, about)
        case _:
            raise ValueError(f"not an oddity of a string: {about}")


def _otherwise_labelled(habits: Habits, form: str, about: Relabelled) -> _Found:
    for use in habits.groups[form][about.label]:
        if not _has(habits, use, about.usual):
            yield use.layer, use, Proposal(Span(use.start, use.end), about.usual)


def _bare(habits: Habits, form: str, about: Bare) -> _Found:
    for number, first in habits.standings[form].bare:
        span = _span(habits, first, first + form.count(" "), form.split(" ", 1)[0])
        yield number, None, Proposal(span, about.usual)


def _cut_short(habits: Habits, form: str, about: CutShort) -> _Found:
    for (number, first), use in habits.standings[form].cuts[about.cut].items():
        last = first + form.count(" ")
        core = form.split(" ", 1)[0] if first <= use.first else None
        whole = _span(habits, min(first, use.first), max(last, use.last), core)
        yield number, use, Proposal(whole, about.usual or use.label)


def _too_long(habits: Habits, form: str, about: TooLong) -> _Found:
    before, after = about.cut
    for use in (use for uses in habits.groups[form].values() for use in uses):
        part = _span(habits, use.first + before, use.last - after)
        yield use.layer, use, Proposal(part, use.label)


def _without_clitic(habits: Habits, form: str, about: WithClitic) -> _Found:
    words = habits.words
    for use in (use for uses in habits.groups[form].values() for use in uses):
        lead = words.parts(use.first).lead_of(about.core)
        start = words.start(use.first) + (lead or 0)
        if not habits.edges.takes_in(Part.CLITIC) and use.start < start:
            yield use.layer, use, Proposal(Span(start, use.end), use.label)


def _span(habits: Habits, first: int, last: int, core: str | None = None) -> Span:
    """Return the range of words, without the clitics before them where the project leaves these out.

    core is that of the first word, if it is not its likeliest.
    """
    words, edges = habits.words, habits.edges
    parts = words.parts(first)
    lead = parts.lead if core is None else parts.lead_of(core)
    return Span(words.start(first) + (0 if edges.takes_in(Part.CLITIC) else lead or 0), words.end(last))
