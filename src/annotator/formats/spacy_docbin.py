"""spaCy 3's DocBin (.spacy), read and written by spaCy itself, in a process of its own: see spacy_worker.py.

Tokens cover the text whole, so that doc.text is the article to the last character, and every span begins and
ends with one. All spans are in doc.spans["sc"], for the span categorizer; doc.ents, for the entity
recognizer, has of those that overlap only one. What else is known of an article is JSON in
doc.user_data["annotator/1"], its labels are doc.cats.

A document is a line of JSON: to the process {"words", "spaces", "ents", "spans", "labels", "data"}, its
spans by numbers of tokens; and back {"text", "ents", "groups", "cats", "data", "others", "passed_over"}, its
spans by code points.
"""

import subprocess
import sys
import tempfile
import zlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from importlib.util import find_spec
from pathlib import Path
from typing import IO

import orjson

from annotator.domain.errors import FormatError
from annotator.domain.record import Record, RecordSpan
from annotator.formats.fields import Fields
from annotator.formats.fitting import Fitted
from annotator.formats.output import Output
from annotator.formats.source import Source

_WORKER = "annotator.formats.spacy_worker"
_GROUP = "sc"
_BLOCK = 1 << 20
_LARGEST = 1 << 31
_LARGEST_RATIO = 200
_MAPS = (*range(0x80, 0x90), 0xDE, 0xDF)
"""What msgpack begins a map with."""


def write(fitted: Iterable[Fitted], out: Output) -> None:
    """Write a DocBin. Raises FormatError without spaCy, and where spaCy fails."""
    file = out.file()
    with _process(out.path, "write") as process:
        try:
            for one in fitted:
                process.stdin.write(orjson.dumps(document(one), option=orjson.OPT_APPEND_NEWLINE))
            process.stdin.close()
        except OSError:  # it has ended, and says why
            process.fail(out.path)
        # It writes nothing before it has read all, so neither waits for the other.
        while block := process.stdout.read(_BLOCK):
            file.write(block)
        if process.wait():
            process.fail(out.path)


def read(source: Source) -> Iterator[Record]:
    """Yield an article for each document. Raises FileError and FormatError.

    Spans are those of the group "sc", or entities where there is none.
    """
    _refuse_bad_size(source)
    with source.on_disk() as path, _process(source.path, "read", str(path)) as process:
        number = 0
        for number, line in enumerate(process.stdout, 1):
            yield _record(Fields(source, number, orjson.loads(line)))
        if process.wait():
            source.refuse(number + 1, "spaCy cannot read it ({reason}).", reason=process.reason())


def document(fitted: Fitted) -> dict[str, object]:
    """Return an article as the worker makes a Doc of it."""
    record, tokens, layers = fitted
    text = record.text
    found = tokens.with_gaps(text, [span[:2] for span in record.spans])
    starts, ends = found.starts, found.ends
    firsts = {start: nth for nth, start in enumerate(starts)}
    afters = {end: nth for nth, end in enumerate(ends, 1)}
    ents = [
        (tokens.bounds[2 * first], tokens.bounds[2 * after - 1], label) for first, after, label in layers[0]
    ]
    return {
        "words": found.words,
        "spaces": [end < after for end, after in zip(ends, [*starts[1:], len(text)], strict=False)],
        "ents": [(firsts[start], afters[end], label) for start, end, label in ents],
        "spans": [(firsts[start], afters[end], label) for start, end, label, *_ in record.spans],
        "labels": record.labels,
        "data": orjson.dumps(
            {
                "id": record.id,
                "external_id": record.external_id,
                "meta": record.meta,
                "annotator": record.annotator,
                "status": record.state,
                "guidelines": record.guidelines,
            }
        ).decode(),
    }


@dataclass(slots=True)
class _Process:
    """The worker, with both ends of what it reads and writes."""

    stdin: IO[bytes]
    stdout: IO[bytes]
    errors: IO[bytes]
    started: subprocess.Popen[bytes]

    def wait(self) -> int:
        return self.started.wait()

    def reason(self) -> str:
        """Return the last line of a traceback, without its full stop, or how the process ended."""
        self.errors.seek(0)
        lines = self.errors.read().decode(errors="replace").split("\n")
        last = next((line for line in reversed(lines) if line.strip()), "")
        return last.strip().rstrip(".") or f"it ended with {self.started.returncode}"

    def fail(self, path: Path) -> None:
        self.wait()
        raise FormatError("spaCy cannot write {path} ({reason}).", path=path, reason=self.reason())


@contextmanager
def _process(path: Path, *arguments: str) -> Iterator[_Process]:
    """Start the worker; at the end it is gone, whatever happened. Raises FormatError without spaCy."""
    if find_spec("spacy") is None:
        raise FormatError("For spaCy's files such as {path}, install annotator[spacy].", path=path)
    # -P: a spacy.py in the folder where somebody works is not what is meant.
    command = [sys.executable, "-P", "-m", _WORKER, *arguments]
    hidden = getattr(subprocess, "CREATE_NO_WINDOW", 0)
    pipe = subprocess.PIPE
    # Errors into a file: a pipe that nobody reads would fill up and stop the worker.
    with (
        tempfile.TemporaryFile() as errors,
        subprocess.Popen(  # noqa: S603 - our own interpreter and module  # nosec B603
            command, stdin=pipe, stdout=pipe, stderr=errors, creationflags=hidden
        ) as started,
    ):
        assert started.stdin
        assert started.stdout
        try:
            yield _Process(started.stdin, started.stdout, errors, started)
        finally:
            started.kill()
            with suppress(OSError):  # what was not sent cannot be
                started.stdin.close()


def _refuse_bad_size(source: Source) -> None:
    """Unpack a file without keeping it: what a small one holds may be larger than any memory."""
    size = packed = 0
    unpacking = zlib.decompressobj()
    with source.open() as file:
        try:
            while not unpacking.eof and (block := unpacking.unconsumed_tail or file.read(_BLOCK)):
                packed += len(block) - len(unpacking.unconsumed_tail)
                unpacked = unpacking.decompress(block, _BLOCK)
                if size == 0 and unpacked and unpacked[0] not in _MAPS:
                    source.refuse(1, "it is no DocBin of spaCy 3.")
                size += len(unpacked)
                if size > _LARGEST or size > max(64 * _BLOCK, _LARGEST_RATIO * packed):
                    source.refuse(
                        1, "it unpacks to more than a DocBin should: over {size} MiB.", size=size >> 20
                    )
        except zlib.error:
            source.refuse(1, "it is no DocBin of spaCy 3, or it is broken.")
    if not unpacking.eof:
        source.refuse(1, "the file is cut off." if packed else "the file is empty.")


def _record(fields: Fields) -> Record:
    values = fields.values
    text = fields.checked_text()
    groups = values["groups"]
    assert isinstance(groups, dict)
    chosen = groups.pop(_GROUP, values["ents"])
    for name, group in groups.items():
        fields.source.remark(
            fields.line,
            "the span group “{name}” with {count} spans was passed over",
            name=name,
            count=len(group),
        )
    spans = []
    for start, end, label in chosen:
        if label:
            spans.append(RecordSpan(*fields.bounds(start, end, text), label))
    _tell(fields, len(chosen) - len(spans), "{count} spans without a label were passed over")
    _tell(fields, values["passed_over"], "{count} values of the document's user data were passed over")
    return _with_data(fields, Record(text=text, labels=_labels(values), spans=tuple(spans), line=fields.line))


def _tell(fields: Fields, count: object, template: str) -> None:
    if count:
        fields.source.remark(fields.line, template, count=count)


def _labels(values: Mapping[str, object]) -> tuple[str, ...]:
    """Return the categories that are more likely than not."""
    cats = values["cats"]
    assert isinstance(cats, dict)
    return tuple(sorted(label for label, likelihood in cats.items() if likelihood > 0.5))


def _with_data(fields: Fields, record: Record) -> Record:
    """Add what was written beside the text, or the user data of others as metadata."""
    others = fields.values["others"]
    assert isinstance(others, dict)
    told = fields.values["data"]
    if told is None:
        return replace(record, meta=others)
    try:
        found = orjson.loads(fields.optional_text("data") or "")
    except ValueError:
        found = None
    meta = found.get("meta") if isinstance(found, dict) else None
    if not isinstance(meta, dict):
        fields.refuse('user_data["annotator/1"] is not as this program writes it.')
    data = Fields(fields.source, fields.line, found)
    return replace(
        record,
        id=data.optional_id("id"),
        external_id=data.optional_text("external_id"),
        meta={**meta, **others},
        annotator=data.optional_text("annotator"),
        state=data.state(),
        guidelines=data.optional_text("guidelines"),
    )
