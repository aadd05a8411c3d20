"""Annotations are found by their place, however long they are, without going through the layer."""

from collections.abc import Callable

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from sqlalchemy import event

from annotator.domain.edit import Edit
from annotator.domain.span import Span
from annotator.services import annotating
from annotator.storage.project import Project
from annotator.storage.tables import LONG_SPAN
from tests.conftest import only_sqlite
from tests.examples import at_most
from tests.layers import add_articles, annotation

TEXT = "سلام " * 500
PLACES = st.integers(0, len(TEXT) - 1)
LENGTHS = st.one_of(st.integers(1, 20), st.integers(LONG_SPAN - 2, LONG_SPAN + 2), st.integers(1, len(TEXT)))
SPANS = st.builds(lambda start, length: Span(start, min(start + length, len(TEXT))), PLACES, LENGTHS)


@settings(
    max_examples=at_most(60), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(SPANS, max_size=12, unique=True), SPANS)
@example([Span(0, LONG_SPAN), Span(1, LONG_SPAN + 1), Span(0, LONG_SPAN + 1)], Span(LONG_SPAN, LONG_SPAN + 1))
@example([Span(0, LONG_SPAN + 1), Span(0, len(TEXT))], Span(LONG_SPAN - 1, LONG_SPAN + 1))
def test_what_overlaps_a_span_is_found_whatever_its_length(
    fresh_project: Callable[[], Project], spans: list[Span], asked: Span
) -> None:
    project = fresh_project()
    (article,) = add_articles(project, TEXT)
    edits = [Edit(None, annotation(article, span.start, span.end)) for span in spans]
    annotating.apply(project, "amal", edits)
    with project.reading() as work:
        found = work.annotations.overlapping(article, "amal", asked)
    expected = sorted((span for span in spans if span.overlaps(asked)), key=lambda span: span.reading_order)
    assert [item.span for item in found] == expected
    project.close()


@only_sqlite
def test_the_place_of_a_span_is_looked_up_in_an_index(project: Project) -> None:
    (article,) = add_articles(project, TEXT)
    annotating.apply(project, "amal", [Edit(None, annotation(article, 5, 9))])
    ran = []
    with project.reading() as work:
        event.listen(work.connection, "before_cursor_execute", lambda *given: ran.append(given[2:4]))
        work.annotations.overlapping(article, "amal", Span(5, 9))
        statement, values = next((text, values) for text, values in ran if "near" in text)
        plan = work.connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", values).all()
    steps = [row[3] for row in plan]
    assert any("ix_annotation_article_annotator_start" in step and "start>?" in step for step in steps)
    assert any("ix_annotation_long" in step for step in steps)
    assert any("PRIMARY KEY (article=? AND annotator=? AND id=?)" in step for step in steps)
