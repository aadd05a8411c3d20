"""Measured in a process of its own: other programs' converters on the articles that ours writes as rows.

converters.py label-studio|spacy CORPUS COUNT prints articles a second of processor time, and how many of the
spans come out.
"""

import sys
import time
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

import orjson

from annotator.domain.label import Label, LabelSet
from annotator.domain.record import Record
from annotator.formats import jsonl, labelstudio
from annotator.formats.fitting import Fitted
from annotator.formats.output import Output
from annotator.formats.source import Source


def label_studio(records: list[Record]) -> tuple[float, int]:
    """Have Label Studio's converter write its own tasks as CoNLL-2003."""
    from label_studio_sdk.converter import Converter

    with TemporaryDirectory() as name:
        folder = Path(name)
        labels = sorted({span.label for record in records for span in record.spans})
        out = Output(
            folder / "tasks.json", LabelSet(tuple(Label(one.lower(), one, "#800000") for one in labels))
        )
        with out.whole():
            labelstudio.write(map(Fitted, records), out)
        # It takes what Label Studio has given numbers to.
        tasks = [{"id": nth, **task} for nth, task in enumerate(orjson.loads(out.path.read_bytes()), 1)]
        out.path.write_bytes(orjson.dumps(tasks))
        converter = Converter(Path(f"{out.path}{labelstudio.CONFIG}").read_text("utf-8"), None)
        start = time.process_time()
        converter.convert_to_conll2003(str(out.path), str(folder / "conll"), is_dir=False)
        taken = time.process_time() - start
        rows = next((folder / "conll").iterdir()).read_text("utf-8").split("\n")
    return taken, sum(" B-" in row for row in rows)


def spacy(records: list[Record]) -> tuple[float, int]:
    """Make a DocBin as spaCy's documentation says: blank("ar") and char_span."""
    import spacy as library
    from spacy.tokens import DocBin
    from spacy.util import filter_spans

    pipeline, docs, found = library.blank("ar"), DocBin(), 0
    start = time.process_time()
    for record in records:
        doc = pipeline.make_doc(record.text)
        spans = [doc.char_span(span.start, span.end, label=span.label) for span in record.spans]
        doc.ents = filter_spans([span for span in spans if span is not None])
        found += len(doc.ents)
        docs.add(doc)
    docs.to_bytes()
    return time.process_time() - start, found


def main() -> None:
    name, corpus, count = sys.argv[1:]
    records = [*islice(jsonl.read(Source(Path(corpus))), int(count))]
    taken, found = {"label-studio": label_studio, "spacy": spacy}[name](records)
    spans = sum(len(record.spans) for record in records)
    result = {"per_s": len(records) / taken, "spans": spans, "found": found}
    sys.stdout.write(orjson.dumps(result).decode())


if __name__ == "__main__":
    main()
