import contextlib
from dataclasses import asdict
from itertools import pairwise

import orjson
from sqlalchemy import RowMapping

from annotator.domain import moment
from annotator.domain.annotation import Layer, Presentation
from annotator.domain.article import ArticleState, Direction
from annotator.domain.edit import Edit
from annotator.domain.span import Span
from annotator.services import annotating
from annotator.storage.project import Project
from tests.layers import add_articles, annotation


def history(project: Project) -> list[RowMapping]:
    with project.reading() as work:
        return list(
            work.connection.exec_driver_sql(
                "SELECT history.*, annotator.name AS who FROM history"
                " JOIN annotator ON annotator.number = history.annotator ORDER BY sequence"
            ).mappings()
        )


def test_the_history_keeps_who_when_before_and_after_of_every_edit(project: Project) -> None:
    (article,) = add_articles(project, "زار الوزير باكو")
    first = annotation(article, 11, 15)
    edits = [
        Edit(None, first),
        Edit(first, moved := first.moved(Span(4, 10)).labelled("actor").noted("؟")),
        Edit(Presentation(article, Direction.RTL), Presentation(article, Direction.AUTO)),
        Edit(moved, None),
        Edit(Layer(article, "amal", ArticleState.IN_PROGRESS), Layer(article, "amal", ArticleState.SKIPPED)),
    ]
    for edit in edits:
        annotating.apply(project, "lead", [edit])
    begun, *rows = history(project)
    assert (begun["kind"], begun["who"]) == ("layer", "lead")
    for edit, row in zip(edits, rows, strict=True):
        sides = (None if side is None else asdict(side) for side in (edit.before, edit.after))
        assert [row[side] and orjson.loads(row[side]) for side in ("before", "after")] == [
            side and orjson.loads(orjson.dumps(side)) for side in sides
        ]
        assert row["who"] == "lead"
        assert row["kind"] == type(edit.subject).__name__.lower()
        assert row["at"] == moment.parse(row["at"]) <= moment.now()
    assert [row["subject"] for row in rows] == [first.id, first.id, None, first.id, None]


def test_edits_are_kept_in_the_order_in_which_they_were_made(project: Project) -> None:
    (article,) = add_articles(project, "باكو " * 10)
    for place in range(5):
        annotating.apply(project, "amal", [Edit(None, annotation(article, place, place + 2))])
    rows = history(project)
    assert all(one["sequence"] < other["sequence"] for one, other in pairwise(rows))
    assert [row["kind"] for row in rows] == ["layer"] + ["annotation"] * 5


def test_the_history_keeps_the_whole_label_set_before_and_after(project: Project) -> None:
    with project.reading() as work:
        labels = work.labels.all()
    after = labels.forbid("place", "actor", is_forbidden=True).retire("topic", is_retired=True)
    annotating.apply(project, "lead", [Edit(labels, after)])
    (row,) = history(project)
    assert (row["kind"], row["article"], row["subject"], row["who"]) == ("labelset", None, None, "lead")
    kept = orjson.loads(row["after"])
    assert kept["forbidden_overlaps"] == [["actor", "place"]]
    assert [label["retired"] for label in kept["labels"]] == [False, False, False, True]
    assert orjson.loads(row["before"])["labels"] == orjson.loads(orjson.dumps(labels.labels))


def test_a_refused_edit_leaves_no_history(project: Project) -> None:
    (article,) = add_articles(project, "باكو")
    outside = Edit(None, annotation(article, 0, 99))
    with contextlib.suppress(annotating.EditError):
        annotating.apply(project, "amal", [Edit(None, annotation(article, 0, 2)), outside])
    assert history(project) == []


def test_undoing_is_kept_as_an_edit_of_its_own(project: Project) -> None:
    (article,) = add_articles(project, "باكو")
    edit = Edit(None, annotation(article, 0, 4))
    made = annotating.apply(project, "amal", [edit])
    annotating.apply(project, "amal", [one.inverse for one in reversed(made)])
    assert [(bool(row["before"]), bool(row["after"])) for row in history(project)] == [
        (True, True),
        (False, True),
        (True, False),
        (True, True),
    ]
