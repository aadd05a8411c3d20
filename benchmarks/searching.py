"""Measured in a process of its own: search and mentions. Milliseconds by the clock, the file in the cache."""

import statistics
import sys
import time
from pathlib import Path

import orjson

from annotator.arabic.phrases import Phrase
from annotator.domain.article import ArticleFilter
from annotator.services.projects import open_project
from annotator.services.searching import Search, first, page

QUERIES = ("باكو", "طهران", '"باكو"', "باك*", "وزير الخارجية", "الأمم المتحدة", "اتفاق", "كلمة لا توجد")
ME = ArticleFilter("bench")


def pages(project: Path, times: int) -> dict[str, float]:
    """The first page of each query, so many times: the median of all, and of the slowest query."""
    opened = open_project(project)
    medians = []
    for query in QUERIES:
        search = Search(Phrase.of(query), ME)
        medians.append(statistics.median(_timed(lambda s=search: page(opened, s)) for _ in range(times)))
    whole = _timed(lambda: first(opened, Search(Phrase.of(QUERIES[0]), ME), 5000))
    return {"p50_ms": statistics.median(medians), "slowest_ms": max(medians), "first_5000_ms": whole}


def index(project: Path) -> dict[str, float]:
    """How many bytes the index takes, and the texts."""
    with open_project(project).reading() as work:
        connection = work.connection
        data = "SELECT sum(length(block)) FROM article_terms_data"
        texts = "SELECT sum(length(CAST(text AS BLOB))) FROM article_text"
        return {
            "index": connection.exec_driver_sql(data).scalar_one(),
            "texts": connection.exec_driver_sql(texts).scalar_one(),
        }


def _timed(act: object) -> float:
    assert callable(act)
    start = time.perf_counter()
    act()
    return (time.perf_counter() - start) * 1000


def main() -> None:
    match sys.argv[1:]:
        case ["pages", project, times]:
            result = pages(Path(project), int(times))
        case ["index", project]:
            result = index(Path(project))
        case _:
            sys.exit("searching.py pages|index …")
    sys.stdout.write(orjson.dumps(result).decode())


if __name__ == "__main__":
    main()
