"""Measured in a process of its own: one format's reading and writing. Seconds are of the processor."""

import sys
import time
from dataclasses import replace
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

import orjson
from exchange import memory_mb

from annotator.domain import moment
from annotator.domain.article import ArticleState
from annotator.domain.identity import new_id
from annotator.domain.losses import Losses
from annotator.domain.policies import Fitting
from annotator.domain.record import Record
from annotator.formats import jsonl
from annotator.formats.output import Output
from annotator.formats.recognising import is_companion
from annotator.formats.registry import FORMATS
from annotator.formats.source import Source
from annotator.services.bulk import uncollected

NOW = moment.now()


def measure(name: str, corpus: Path, count: int) -> dict[str, float]:
    """Write so many articles of a corpus in a format, and read them: articles a second of processor time."""
    form = FORMATS[name]
    records = [_whole(record) for record in islice(jsonl.read(Source(corpus)), count)]
    assert form.write
    assert form.read
    with TemporaryDirectory() as folder, uncollected():
        out = Output(Path(folder) / f"out{form.suffixes[0]}")
        losses = Losses()
        start = time.process_time()
        with out.whole():
            form.write((form.fitted(record, Fitting(), losses) for record in records), out)
        written = time.process_time() - start
        files = (
            sorted(path for path in out.path.rglob("*") if path.is_file()) if form.has_folder else [out.path]
        )
        kinds = {*form.suffixes} - {".txt"} or {".txt"}
        sources = [Source(path) for path in files if path.suffix in kinds]
        start = time.process_time()
        found = sum(1 for source in sources if not is_companion(source) for _ in form.read(source))
        read = time.process_time() - start
    assert found == count, (found, count)
    return {"write_per_s": count / written, "read_per_s": count / read, "memory_mb": memory_mb()}


def _whole(record: Record) -> Record:
    """Give a record all that one from a project has."""
    spans = tuple(span._replace(id=new_id(), created=NOW, updated=NOW) for span in record.spans)
    return replace(record, id=new_id(), spans=spans, annotator="bench", state=ArticleState.SUBMITTED)


def main() -> None:
    name, corpus, count = sys.argv[1:]
    sys.stdout.write(orjson.dumps(measure(name, Path(corpus), int(count))).decode())


if __name__ == "__main__":
    main()
