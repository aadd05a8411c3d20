"""The job of a reviewer: every decision is committed, told, and then the next is made."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from annotator.domain.annotation import Annotation
from annotator.domain.article import ArticleState
from annotator.domain.edit import Edit
from annotator.domain.review import Choice
from annotator.domain.span import Span
from annotator.services import annotating, reviewing
from annotator.services.browsing import open_article
from annotator.services.projects import open_project
from annotator.services.reviewing import Verdict, open_review
from annotator.storage.project import Project
from tests.reliability.job import PROJECT, Ack, Job, ids, make, sound

_SPANS = ((0, 4), (6, 9), (12, 15))
_LABELS = {"amal": "place", "badr": "actor"}
_ARTICLES = 4


def _prepare(folder: Path) -> None:
    with make(folder, _ARTICLES) as project:
        for article in ids(project):
            for name, label in _LABELS.items():
                _submit(project, article, name, label)


def _submit(project: Project, article: str, name: str, label: str) -> None:
    spans = [Annotation.new(article, name, label, Span(*span)) for span in _SPANS]
    annotating.apply(project, name, [Edit(None, span) for span in spans])
    layer = open_article(project, article, name).layer
    annotating.apply(project, name, [Edit(layer, layer.with_state(ArticleState.SUBMITTED))])


def _run(folder: Path, ack: Ack) -> None:
    with open_project(folder / PROJECT) as project:
        for article in ids(project):
            while (review := open_review(project, article)).unresolved:
                first = review.unresolved[0]
                right = tuple(mark for mark in first.marks if mark.label == "place")
                verdict = Verdict(Choice.ACCEPTED, right)
                annotating.apply(project, "mona", reviewing.decide(review, first, "mona", verdict))
                ack("decided")
            reviewing.accept(project, article, "mona")
            ack("accepted")


_Held = list[tuple[list[tuple[int, int]], int, bool]]
"""Of each article: what gold has, how many decisions, and whether it is accepted."""


def _expected(steps: int) -> _Held:
    """Return what the steps make: three decisions and one acceptance an article."""
    held: _Held = []
    for nth in range(_ARTICLES):
        done = min(max(steps - nth * (len(_SPANS) + 1), 0), len(_SPANS) + 1)
        decided = min(done, len(_SPANS))
        held.append(([*_SPANS[:decided]], decided, done > len(_SPANS)))
    return held


def _held(project: Project) -> _Held:
    held: _Held = []
    for article in ids(project):
        review = open_review(project, article)
        spans = [(item.span.start, item.span.end) for item in review.gold if item.span]
        is_accepted = review.gold_layer.state is ArticleState.ACCEPTED
        held.append((spans, len(review.decisions), is_accepted))
    return held


def _judge(folder: Path, acks: Sequence[str]) -> Iterator[str]:
    yield from sound(folder / PROJECT)
    with open_project(folder / PROJECT) as project:
        held = _held(project)
    if held not in [_expected(len(acks)), _expected(len(acks) + 1)]:
        yield f"{len(acks)} decisions were told, and there is {held}"


REVIEW = Job("review", _prepare, _run, _judge)
