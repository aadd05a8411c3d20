"""A page of the list is found by its key, however long the list is."""

import itertools
import re
from typing import Any

import pytest
from sqlalchemy import event

from annotator.domain.annotation import Layer
from annotator.domain.article import ArticleFilter, ArticleState
from annotator.domain.edit import Edit
from annotator.services import annotating
from annotator.services.browsing import all_lines, neighbour, page
from annotator.storage.project import Project
from tests.conftest import only_sqlite
from tests.layers import add_articles

FILTERS = [
    ArticleFilter("amal"),
    ArticleFilter("amal", ArticleState.NEW),
    ArticleFilter("amal", ArticleState.SKIPPED),
    ArticleFilter("amal", words="باكو"),
]


@pytest.fixture
def skipped(project: Project) -> list[str]:
    """Thirty articles, every third of them skipped by amal."""
    ids = add_articles(
        project, *(f"خبر {number} من {'باكو' if number % 2 else 'مكة'}" for number in range(30))
    )
    for article in ids[::3]:
        states = Layer(article, "amal", ArticleState.NEW), Layer(article, "amal", ArticleState.SKIPPED)
        annotating.apply(project, "amal", [Edit(*states)])
    return ids


@pytest.mark.parametrize("shown", FILTERS)
@pytest.mark.parametrize("size", [1, 7, 100])
def test_pages_put_together_are_the_whole_list(
    project: Project, skipped: list[str], shown: ArticleFilter, size: int
) -> None:
    found, after, is_last = [], 0, False
    while not is_last:
        part = page(project, shown, after, size)
        assert len(part.lines) <= size
        found += [line.id for line in part.lines]
        after, is_last = part.searched_to, part.is_last
    expected = {None: skipped, ArticleState.SKIPPED: skipped[::3]}.get(
        shown.state, [one for one in skipped if one not in skipped[::3]]
    )
    assert found == (expected if not shown.words else skipped[1::2])
    assert found == [line.id for line in all_lines(project, shown)]


@pytest.mark.parametrize("shown", FILTERS)
def test_neighbours_walk_through_the_list_both_ways(
    project: Project, skipped: list[str], shown: ArticleFilter
) -> None:
    lines = list(all_lines(project, shown))
    for one, other in itertools.pairwise(lines):
        assert neighbour(project, shown, one.number, is_after=True) == other.id
        assert neighbour(project, shown, other.number, is_after=False) == one.id
    assert neighbour(project, shown, lines[-1].number, is_after=True) is None


@only_sqlite
@pytest.mark.parametrize("shown", FILTERS)
def test_no_page_counts_or_passes_over_what_stands_before_it(
    project: Project, skipped: list[str], shown: ArticleFilter
) -> None:
    asked: list[tuple[str, Any]] = []
    event.listen(project._engine, "before_cursor_execute", lambda *found: asked.append((found[2], found[3])))
    assert page(project, shown, after=10, size=5).lines
    queries = [(sql, values) for sql, values in asked if sql.startswith("SELECT")]
    assert queries
    with project.reading() as work:
        for sql, values in queries:
            plan = [row[3] for row in work.connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {sql}", values)]
            assert not [step for step in plan if re.search(r"SCAN (article|article_text|annotation)\b", step)]
            assert "TEMP B-TREE FOR ORDER BY" not in " ".join(plan)
            assert "OFFSET" not in sql or values[-1] == 0
            assert not re.search(r"count\(.*FROM article\b", sql, re.DOTALL)


def test_the_list_finds_words_however_they_are_spelt(project: Project) -> None:
    add_articles(project, "نسبة 100% من باكُو", "نسبة 1000 من", "وباكو ويريفان", "للأمم")
    found = {
        "100": 2,
        "باكو": 2,
        "بـاك": 2,
        "يريفان باكو": 1,
        "الامم": 1,
        "نسبه من": 2,
        "من باكو 100": 1,
        "كو": 0,
    }
    for words, texts in {**found, "%": 4, '"': 4, "NEAR(": 0, "": 4}.items():
        assert len(page(project, ArticleFilter("amal", words=words)).lines) == texts, words
