"""All that can be found wrong in a project: damage, bad boundaries, what goes against its habits."""

from typing import NamedTuple

from annotator.quality.boundaries import Finding, Rule, findings
from annotator.services.radar import Quoted, Radar, quoted
from annotator.storage.project import Project


class Fault(NamedTuple):
    """Damage: one plain sentence, and the article that it is about, if it is about one."""

    sentence: str
    article: str | None


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
    with project.reading() as work:
        faults = [
            Fault(template.format(**facts), str(facts["article"]) if "article" in facts else None)
            for template, facts in work.inspection.faults()
        ]
    if faults:
        return Audit(faults, [], [])
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
