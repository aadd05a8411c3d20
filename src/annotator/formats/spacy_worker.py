"""The process that knows spaCy: `python -m annotator.formats.spacy_worker write` or `… read FILE`.

spaCy takes a second and 200 MB to import, and unpacks structures of C from a file without a check: whatever
that does, the program goes on. Documents come and go as lines of JSON, which spacy_docbin.py describes. An
exception ends the process; its last line on the standard error is the reason.
"""

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import orjson
import spacy
from spacy.tokens import Doc, DocBin, Span
from spacy.vocab import Vocab

GROUP = "sc"
DATA = "annotator/1"


def write() -> None:
    """Read documents from the standard input to its end, then write the DocBin to the standard output."""
    vocab = spacy.blank("ar").vocab
    docs = DocBin(attrs=["ENT_IOB", "ENT_TYPE"], store_user_data=True)
    for line in sys.stdin.buffer:
        docs.add(_doc(vocab, orjson.loads(line)))
    sys.stdout.buffer.write(docs.to_bytes())
    sys.stdout.buffer.flush()


def read(path: Path) -> None:
    """Write the documents of a DocBin to the standard output, one by one."""
    for doc in DocBin().from_disk(path).get_docs(Vocab()):
        sys.stdout.buffer.write(orjson.dumps(_values(doc), option=orjson.OPT_APPEND_NEWLINE))
    sys.stdout.buffer.flush()


def _doc(vocab: Vocab, values: dict[str, Any]) -> Doc:
    doc = Doc(vocab, words=values["words"], spaces=values["spaces"])
    doc.set_ents([Span(doc, *span) for span in values["ents"]])
    doc.spans[GROUP] = [Span(doc, *span) for span in values["spans"]]
    doc.cats = dict.fromkeys(values["labels"], 1.0)
    doc.user_data[DATA] = values["data"]
    return doc


def _values(doc: Doc) -> dict[str, Any]:
    others: dict[Any, Any] = {key: value for key, value in doc.user_data.items() if key != DATA}
    kept = {key: value for key, value in others.items() if isinstance(key, str) and _is_json(value)}
    return {
        "text": doc.text,
        "ents": _placed(doc.ents),
        "groups": {str(name): _placed(group) for name, group in doc.spans.items()},
        "cats": {label: float(score) for label, score in doc.cats.items()},
        "data": doc.user_data.get(DATA),
        "others": kept,
        "passed_over": len(others) - len(kept),
    }


def _placed(spans: Iterable[Span]) -> list[tuple[int, int, str]]:
    return [(span.start_char, span.end_char, span.label_) for span in spans]


def _is_json(value: object) -> bool:
    try:
        orjson.dumps(value)
    except TypeError:
        return False
    return True


if __name__ == "__main__":
    if sys.argv[1] == "write":
        write()
    else:
        read(Path(sys.argv[2]))
