"""All that can be found wrong in a project: damage, bad boundaries, what goes against its habits."""

from typing import NamedTuple

from annotator.quality.boundaries import Finding, Rule, findings
from annotator.services.inspecting import Fault, faults
from annotator.services.radar import Quoted, Radar, quoted
from annotator.storage.project import Project


class Misplaced(NamedTuple):
    """What a rule of boundaries finds, with the text of the span, and of the span that would be right."""

    finding: Finding
    text: str
    remedy: str | None


class Audit(NamedTuple):
    """boundaries are in the order of articles, suspicions the likeliest first.

    Of a project that is damaged only the damage is told.
    """

    faults: list[Fault]
    boundaries: list[Misplaced]
    suspicions: list[Quoted]


def audit(project: Project) -> Audit:
    """Read everything and check it. Raises StorageError."""
    damage = faults(project)
    if damage:
        return Audit(damage, [], [])
    return Audit([], _boundaries(project), [*quoted(project, Radar(project).suspicions())])


def _boundaries(project: Project) -> list[Misplaced]:
    with project.reading() as work:
        return [
            _misplaced(found, text)
            for _, text, layers in work.begun_layers.articles()
            for _, annotations in layers
            for found in findings(text, sorted(annotations, key=lambda item: item.reading_order), tuple(Rule))
        ]


def _misplaced(found: Finding, text: str) -> Misplaced:
    span, remedy = found.annotation.span, found.remedy and found.remedy.span
    assert span
    return Misplaced(found, span.of(text), remedy.of(text) if remedy else None)
