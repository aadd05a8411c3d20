"""Measured in a process of its own: import, export, one commit. Seconds are of the processor."""

import resource
import statistics
import sys
import time
from pathlib import Path

import orjson

from annotator.domain.annotation import Annotation
from annotator.domain.article import ArticleFilter
from annotator.domain.edit import Edit
from annotator.domain.span import Span
from annotator.services import annotating
from annotator.services.browsing import page
from annotator.services.export_options import ExportOptions
from annotator.services.exporting import export
from annotator.services.importing import ImportOptions, import_files
from annotator.services.projects import create, open_project


def bring_in(corpus: Path, project: Path) -> dict[str, float]:
    """Import a corpus into a new project: seconds, and the most memory held, in MB."""
    opened = create(project)
    start = time.process_time()
    import_files(opened, [corpus], ImportOptions(login="bench"))
    taken = time.process_time() - start
    opened.close()
    return {"cpu_s": taken, "memory_mb": memory_mb(), "bytes": project.stat().st_size}


def take_out(project: Path, form: str, out: Path) -> dict[str, float]:
    """Export a project: seconds, and the most memory held, in MB."""
    opened = open_project(project)
    start = time.process_time()
    export(opened, out, ExportOptions(form))
    return {"cpu_s": time.process_time() - start, "memory_mb": memory_mb()}


def commit(project: Path, times: int) -> dict[str, float]:
    """Make edits one by one: milliseconds by the clock, from the call until it is on the disk."""
    opened = open_project(project)
    articles = [line.id for line in page(opened, ArticleFilter("bench"), 0, times).lines]
    taken = []
    for nth in range(times):
        annotation = Annotation.new(articles[nth % len(articles)], "bench", "topic", Span(nth, nth + 1))
        start = time.perf_counter()
        annotating.apply(opened, "bench", [Edit(None, annotation)])
        taken.append((time.perf_counter() - start) * 1000)
    taken.sort()
    return {"p50_ms": statistics.median(taken), "p95_ms": taken[int(times * 0.95)]}


def memory_mb() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    match sys.argv[1:]:
        case ["import", corpus, project]:
            result = bring_in(Path(corpus), Path(project))
        case ["export", project, form, out]:
            result = take_out(Path(project), form, Path(out))
        case ["commit", project, times]:
            result = commit(Path(project), int(times))
        case _:
            sys.exit("exchange.py import|export|commit …")
    sys.stdout.write(orjson.dumps(result).decode())


if __name__ == "__main__":
    main()
