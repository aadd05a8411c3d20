"""annotator check: what is damaged, and what is probably labelled wrongly."""

from argparse import ArgumentParser
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from annotator.cli.arguments import take_json, take_project

if TYPE_CHECKING:
    from annotator.domain.label import LabelSet
    from annotator.domain.span import Span
    from annotator.services.auditing import Audit, Misplaced
    from annotator.services.inspecting import Fault
    from annotator.services.radar import Quoted

_SAID = 20
"""So many suspicions are said one by one."""


def take_check(parser: ArgumentParser) -> None:
    take_project(parser)
    parser.add_argument("--rebuild-index", action="store_true", help="make the search index anew first")
    take_json(parser)


def check_command(*, project: Path, rebuild_index: bool, as_json: bool) -> int:
    """Say what is damaged, and what is probably labelled wrongly; exit 1 if anything is damaged."""
    from annotator.cli.output import print_json
    from annotator.services.auditing import audit
    from annotator.services.browsing import label_set
    from annotator.services.inspecting import rebuild_index as rebuild
    from annotator.services.projects import open_project

    with open_project(project) as opened:
        if rebuild_index:
            rebuild(opened)
        found = audit(opened)
        labels = label_set(opened)
    if as_json:
        print_json(
            {
                "integrity": [_fault(fault) for fault in found.faults],
                "boundaries": [_misplaced(item, labels) for item in found.boundaries],
                "consistency": [_suspicion(item, labels) for item in found.suspicions],
            }
        )
    else:
        _say(found, labels)
    return 1 if found.faults else 0


def _say(found: "Audit", labels: "LabelSet") -> None:
    from annotator.cli.output import say

    for sentence in [fault.sentence for fault in found.faults] or ["The project is sound."]:
        say(sentence)
    for what, rules in (
        ("Boundaries", (item.finding.rule for item in found.boundaries)),
        ("Consistency", (item.suspicion.rule for item in found.suspicions)),
    ):
        if counts := _counted(rules):
            say(f"{what}: {counts}.")
    for item in found.suspicions[:_SAID]:
        one = item.suspicion
        say(f"{one.likelihood:.2f}  {one.article}, {one.annotator}: {_sentence(item, labels)}")


def _counted(rules: Iterable[str]) -> str:
    return ", ".join(f"{count:,} {rule}" for rule, count in Counter(rules).most_common())


def _fault(fault: "Fault") -> dict[str, object]:
    return {
        "article": fault.article,
        "annotator": None,
        "span": None,
        "text": None,
        "rule": "integrity",
        "sentence": fault.sentence,
    }


def _misplaced(item: "Misplaced", labels: "LabelSet") -> dict[str, object]:
    annotation = item.finding.annotation
    return {
        "article": annotation.article,
        "annotator": annotation.annotator,
        "span": _bounds(annotation.span),
        "text": item.text,
        "rule": item.finding.rule,
        "sentence": _boundary_sentence(item, labels),
    }


def _suspicion(item: "Quoted", labels: "LabelSet") -> dict[str, object]:
    one, proposal = item.suspicion, item.suspicion.proposal
    return {
        "article": one.article,
        "annotator": one.annotator,
        "span": _bounds(one.span),
        "text": item.text,
        "rule": one.rule,
        "sentence": _sentence(item, labels),
        "likelihood": round(one.likelihood, 4),
        "proposed": proposal
        and {"span": _bounds(proposal.span), "text": item.proposed, "label": labels[proposal.label].name},
    }


def _bounds(span: "Span | None") -> list[int] | None:
    return [span.start, span.end] if span else None


def _boundary_sentence(item: "Misplaced", labels: "LabelSet") -> str:
    from annotator.quality.boundaries import Rule

    annotation, remedy = item.finding.annotation, item.finding.remedy
    said = {
        Rule.SPACE: "begins or ends with a space",
        Rule.PUNCTUATION: "begins or ends with punctuation",
        Rule.BRACKETS: "has a bracket or quotation mark without its fellow",
        Rule.GRAPHEME: "cuts a letter off from its marks",
        Rule.CLITIC: "begins with a clitic",
        Rule.LABELS: f"is {labels[annotation.label].name} here, but not everywhere in this article",
    }
    if item.finding.rule is Rule.LABELS:
        better = remedy and f"; mostly it is {labels[remedy.label].name}"
    else:
        better = item.remedy and f"; “{item.remedy}” does not"
    return f"“{item.text}” {said[item.finding.rule]}{better or ''}."


def _sentence(item: "Quoted", labels: "LabelSet") -> str:
    from annotator.quality.suspicion import ConsistencyRule

    one = item.suspicion
    label = labels[one.label].name if one.label else ""
    usual = labels[one.proposal.label].name if one.proposal else ""
    counts = f"{one.usual:,} of {one.whole:,} times"
    match one.rule:
        case ConsistencyRule.LABELS:
            return f"“{item.text}” is {label} here, and {usual} {counts}."
        case ConsistencyRule.BARE:
            return f"“{item.text}” is not labelled here, and is {usual} {counts}."
        case ConsistencyRule.BOUNDARY:
            counts = f"as in {one.usual:,} of {one.whole:,} such cases"
            return f"“{item.text}” is {label} here; {counts} it would be “{item.proposed}”."
        case ConsistencyRule.RARE:
            times = "once" if one.usual == 1 else f"{one.usual} times"
            return f"“{item.text}” is {label}, a label that is given only {times} among {one.whole:,}."
        case ConsistencyRule.LENGTH:
            return f"“{_short(item.text)}” is {label} and has {one.whole} words; {one.usual} is usual."


def _short(text: str) -> str:
    return text if len(text) <= 80 else text[:79] + "…"
