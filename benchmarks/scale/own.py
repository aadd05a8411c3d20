"""Count with the program's own code what a project holds.

own.py counts|copies PROJECT prints JSON: spans by label; spans by source, month and label; how many articles
and spans a sample of one text in a hundred has; or how many articles are near duplicates of an older one.
"""

import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import orjson

from annotator.domain.record import Record
from annotator.quality.near_duplicates import groups
from annotator.services.inspecting import stats
from annotator.services.projects import open_project
from annotator.storage.project import Project


def counts(project: Project) -> dict[str, object]:
    found = stats(project)
    joined: Counter[str] = Counter()
    articles = spans = 0
    for record in _records(project, found.annotators):
        where = f"{record.meta['source']}/{str(record.meta['published'])[:7]}"
        joined.update(f"{where}/{span.label}" for span in record.spans)
        if record.sha256 and record.sha256 < "028f5c28f5c28f5c":
            articles += 1
            spans += len(record.spans)
    labels = sum(map(Counter, found.labels.values()), Counter())
    return {"labels": labels, "joined": joined, "sample": (articles, spans)}


def copies(project: Project) -> dict[str, object]:
    stories = groups((str(record.id), record.text) for record in _records(project, ()))
    return {"copies": len(stories) - len(set(stories.values()))}


def _records(project: Project, annotators: tuple[str, ...]) -> Iterator[Record]:
    with project.reading() as work:
        yield from work.extract.records(annotators)


def main() -> None:
    what, place = sys.argv[1:]
    project = open_project(Path(place))
    found = {"counts": counts, "copies": copies}[what](project)
    project.close()
    sys.stdout.write(orjson.dumps(found).decode())


if __name__ == "__main__":
    main()
