"""Measured in a process of its own: work packages. Seconds are of the processor.

packages.py CORPUS COUNT packs so many articles of a corpus, has a quarter of their spans labelled and the
articles submitted, and merges the package, and then again. Prints seconds of each.
"""

import sys
import tempfile
import time
from collections.abc import Callable
from itertools import islice
from pathlib import Path

import orjson

from annotator.domain.annotation import Annotation
from annotator.domain.article import ArticleState
from annotator.domain.edit import Edit
from annotator.domain.span import Span
from annotator.domain.work_package import Outcome
from annotator.services import annotating
from annotator.services.browsing import label_set, open_article
from annotator.services.importing import ImportOptions, import_files
from annotator.services.merging import merge
from annotator.services.packing import PackOptions, pack
from annotator.services.projects import create, open_project
from annotator.storage.project import Project


def seconds(act: Callable[[], object]) -> float:
    start = time.process_time()
    act()
    return time.process_time() - start


def label(package: Project, articles: list[str], spans: dict[str, list[tuple[int, int, str]]]) -> None:
    labels = label_set(package)
    for article in articles:
        made = [
            Annotation.new(article, "amal", label.id, Span(start, end))
            for start, end, name in spans[article]
            if (label := labels.named(name))
        ]
        annotating.apply(package, "amal", [Edit(None, item) for item in made])
        layer = open_article(package, article, "amal").layer
        annotating.apply(package, "amal", [Edit(layer, layer.with_state(ArticleState.SUBMITTED))])


def main() -> None:
    corpus, count = Path(sys.argv[1]), int(sys.argv[2])
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        texts, told = folder / "texts.jsonl", []
        with corpus.open("rb") as lines, texts.open("wb") as file:
            for line in islice(lines, count):
                record = orjson.loads(line)
                told.append([tuple(mark) for mark in record["label"]][::4])
                file.write(orjson.dumps({"text": record["text"]}) + b"\n")
        with create(folder / "main.annotator") as project:
            import_files(project, [texts], ImportOptions("amal"))
            with project.reading() as work:
                articles = work.articles.ids()
            path = folder / "amal.annotator"
            packing = seconds(lambda: pack(project, path, PackOptions(("amal",))))
            with open_project(path) as package:
                label(package, articles, dict(zip(articles, told, strict=True)))
            reports = []
            merging = seconds(lambda: reports.extend(merge(project, [path])))
            again = seconds(lambda: reports.extend(merge(project, [path])))
    result = {
        "pack_s": packing,
        "merge_s": merging,
        "again_s": again,
        "edits": reports[0].edits,
        "new": len(reports[0].articles[Outcome.NEW]),
        "unchanged": len(reports[1].articles[Outcome.UNCHANGED]),
    }
    sys.stdout.write(orjson.dumps(result).decode())


if __name__ == "__main__":
    main()
