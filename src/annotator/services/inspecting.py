"""What a project holds, and whether it is sound."""

import platform
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.metadata import version
from typing import NamedTuple

from annotator.domain.article import ArticleState
from annotator.services.bulk import uncollected
from annotator.storage.engine import sqlite_version
from annotator.storage.project import Project
from annotator.storage.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class ProjectStats:
    """states count articles by annotator, new ones too; labels count annotations by annotator and name.

    reading tells by annotator how many articles have a time, and how many seconds they were open in all.
    """

    articles: int
    characters: int
    annotations: int
    annotators: tuple[str, ...]
    states: dict[str, dict[ArticleState, int]]
    labels: dict[str, dict[str, int]]
    reading: dict[str, dict[str, float]]


def stats(project: Project) -> ProjectStats:
    with project.reading() as work:
        return stats_of(work, work.inspection.label_counts())


def stats_of(work: UnitOfWork, labels: Mapping[str, dict[str, int]]) -> ProjectStats:
    """Return what there is, labels being counted already, which takes longest."""
    articles = work.inspection.article_count()
    names = tuple(work.annotators.names())
    begun = work.inspection.state_counts()
    characters = work.inspection.character_count()
    times = work.history.reading_times()
    states = {}
    for name in names:
        mine = begun.get(name, {})
        unbegun = articles - sum(mine.values())
        counts = {**mine, ArticleState.NEW: mine.get(ArticleState.NEW, 0) + unbegun}
        states[name] = {state: counts.get(state, 0) for state in ArticleState}
    return ProjectStats(
        articles=articles,
        characters=characters,
        annotations=sum(sum(labels.get(name, {}).values()) for name in names),
        annotators=names,
        states=states,
        labels={name: labels.get(name, {}) for name in names},
        reading={name: {"articles": count, "seconds": seconds} for name, (count, seconds) in times.items()},
    )


def state_counts(project: Project, annotator: str) -> dict[ArticleState, int]:
    """Count one annotator's articles by state."""
    with project.reading() as work:
        counts = work.inspection.state_counts().get(annotator, {})
        articles = work.inspection.article_count()
    unbegun = articles - sum(counts.values())
    return {**counts, ArticleState.NEW: counts.get(ArticleState.NEW, 0) + unbegun}


class Fault(NamedTuple):
    """Damage: one plain sentence, and the article that it is about, if it is about one."""

    sentence: str
    article: str | None


def faults(project: Project) -> list[Fault]:
    """Read everything once; return what is damaged, nothing if the project is sound. Raises StorageError."""
    with project.reading() as work:
        return [
            Fault(template.format(**facts), str(facts["article"]) if "article" in facts else None)
            for template, facts in work.inspection.faults()
        ]


def check(project: Project) -> list[str]:
    """Return a sentence for each fault, none if the project is sound."""
    return [fault.sentence for fault in faults(project)]


def rebuild_index(project: Project) -> None:
    """Make the search index anew from the articles."""
    with uncollected(), project.unit_of_work() as work:
        work.search_index.rebuild()


def versions() -> dict[str, str]:
    """Return the versions of the program and of what it is made of."""
    names = ("annotator", "SQLAlchemy", "PySide6-Essentials")
    found = {name: version(name) for name in names}
    return found | {"Python": platform.python_version(), "SQLite": sqlite_version()}
