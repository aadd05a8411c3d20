"""Measured in a process of its own: the consistency radar. Seconds are of the processor.

radar.py PROJECT EDITS makes the index of a project's habits and ranks what goes against them, of what has
been read already, and with the reading. Then it follows so many edits, each of which is undone again: other
labels, removals, spans a word longer; after each all is ranked anew. Prints seconds, milliseconds, and the
most memory held in MB.
"""

import statistics
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from random import Random

import orjson
from exchange import memory_mb

from annotator.domain.edit import Edit
from annotator.domain.span import Span
from annotator.quality.consistency import Consistency
from annotator.services.bulk import uncollected
from annotator.services.projects import open_project
from annotator.services.radar import Radar
from annotator.storage.begun_layers import BegunArticle
from annotator.storage.project import Project


def read(project: Project) -> list[BegunArticle]:
    with project.reading() as work:
        return [*work.begun_layers.articles()]


def index(articles: list[BegunArticle]) -> float:
    start = time.process_time()
    with uncollected():
        found = Consistency()
        for article in articles:
            found.habits.begin(article.id, article.text)
            for layer, annotations in article.layers:
                found.habits.put(layer, annotations)
        found.suspicions()
    return time.process_time() - start


def edits(articles: list[BegunArticle], count: int) -> Iterator[Edit]:
    random = Random(1)
    labelled = [article for article in articles if any(given for _, given in article.layers)]
    for nth in range(count):
        article = random.choice(labelled)
        item = random.choice([item for _, given in article.layers for item in given])
        assert item.span
        further = article.text.find(" ", item.span.end + 2)
        match nth % 3:
            case 0:
                yield Edit(item, item.labelled("topic" if item.label != "topic" else "actor"))
            case 1:
                yield Edit(item, None)
            case _:
                yield Edit(item, item.moved(Span(item.span.start, max(further, item.span.end))))


def main() -> None:
    with open_project(Path(sys.argv[1])) as project:
        articles = read(project)
        from_values = index(articles)
        made = [*edits(articles, int(sys.argv[2]))]
        del articles
        start = time.process_time()
        radar = Radar(project)
        from_project = time.process_time() - start
        taken = []
        for edit in made:
            start = time.process_time()
            radar.follow([edit])
            radar.suspicions()
            taken.append(1000 * (time.process_time() - start))
            radar.follow([edit.inverse])
            radar.suspicions()
    result = {
        "index_s": from_values,
        "project_s": from_project,
        "edit_p50_ms": statistics.median(taken),
        "edit_p95_ms": statistics.quantiles(taken, n=20)[-1],
        "memory_mb": memory_mb(),
    }
    sys.stdout.write(orjson.dumps(result).decode())


if __name__ == "__main__":
    main()
