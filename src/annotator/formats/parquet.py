"""Articles in Parquet, a folder for each source and month, for programs that read more than one machine can.

The folders are named as Hive does, `source=…/month=2025-11`. DuckDB, Spark and others make columns of these
names, over columns of the files that are called alike. As not every text can be the name of a folder, the
source has a column of another name, `source_name`.
"""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import orjson

from annotator.domain.article import day_of, text_of
from annotator.domain.record import Record
from annotator.formats import huggingface, jsonl, surroundings
from annotator.formats.fields import Fields
from annotator.formats.file_names import safe
from annotator.formats.fitting import Fitted
from annotator.formats.output import Output
from annotator.formats.parquet_files import arrow, columns, rows
from annotator.formats.parquet_runs import BUDGET, Row, SortedRows, parts, tables
from annotator.formats.source import Source
from annotator.formats.surroundings import TEXT_NAMES, Layer

_UNKNOWN = "__unknown__"
_SHOWN_META = {"title": "title", "source": "source_name", "published": "published", "url": "url"}
_BEFORE = ("id", "external_id", "text", "text_sha256", *_SHOWN_META.values(), "meta")
_AFTER = ("annotator", "status", "guidelines", "note")
_COLUMNS = {*_BEFORE, *_AFTER, "labels", "spans", "relations"}
_OURS = {"id", "text", "text_sha256", "annotator", "spans", "relations"}
_FOLDERS = {"source", "month"}
_KEYS = ("_part", "_id", "_annotator")
_SIZE = "_size"

_BATCH_ROWS = 256
_BATCH_SIZE = 1 << 20
_GROUP_ROWS = 10_000
_GROUP_SIZE = 16 << 20
_FILE_ROWS = 1_000_000
_FILE_SIZE = 256 << 20
_SPAN_SIZE = 200
_LONGEST_NAME = 200


def write(fitted: Iterable[Fitted], out: Output) -> None:
    """Write the rows of each source and month in the order of their ids and annotators.

    Raises FormatError without pyarrow.
    """
    write_within(fitted, out, BUDGET)


def write_within(fitted: Iterable[Fitted], out: Output, budget: int) -> None:
    """Write, holding about so many bytes of rows in memory, and twice as many while these are sorted."""
    pa, pq = arrow(out.path)
    folder = out.folder()
    with TemporaryDirectory(prefix=".runs-", dir=folder) as runs:
        found = SortedRows(pa, Path(runs), _KEYS, _SIZE, budget)
        for batch in _batches(pa, (record for record, _, _ in fitted)):
            found.add(batch)
        for part, mine in parts(found.rows()):
            (folder / part).mkdir(parents=True)
            _write_part(pa, pq, mine, folder / part)


def read(source: Source) -> Iterator[Record]:
    """Yield records lazily, of other people's tables too. Raises FileError and FormatError."""
    names = columns(source)
    if "tokens" in names or (names >= {"text", "spans"} and not names >= _OURS):
        yield from huggingface.read(source)
    elif names >= _OURS:
        yield from _ours(source, names)
    else:
        yield from _foreign(source, names)


def _schema(pa: Any) -> Any:
    text, place = pa.string(), pa.int32()
    span = [("id", text), ("start", place), ("end", place), ("label", text), ("text", text), ("origin", text)]
    span += [("score", pa.float64()), ("note", text), ("created", text), ("updated", text)]
    relation = [(name, text) for name in ("id", "from", "to", "label")]
    return pa.schema(
        [
            *((name, text) for name in _BEFORE),
            ("labels", pa.list_(text)),
            ("spans", pa.list_(pa.struct(span))),
            ("relations", pa.list_(pa.struct(relation))),
            *((name, text) for name in _AFTER),
        ]
    )


def _batches(pa: Any, records: Iterable[Record]) -> Iterator[Any]:
    schema = _schema(pa)
    for key in _KEYS:
        schema = schema.append(pa.field(key, pa.string()))
    schema = schema.append(pa.field(_SIZE, pa.int64()))
    folders = _Folders()
    held: list[Mapping[str, object]] = []
    size = 0
    for record in records:
        its_size = 2 * len(record.text) + _SPAN_SIZE * (1 + len(record.spans))
        keys = (folders.of(record), record.id or "", record.annotator or "")
        held.append({**_row(record), **dict(zip(_KEYS, keys, strict=True)), _SIZE: its_size})
        size += its_size
        if len(held) == _BATCH_ROWS or size > _BATCH_SIZE:
            yield pa.RecordBatch.from_pylist(held, schema=schema)
            held, size = [], 0
    if held:
        yield pa.RecordBatch.from_pylist(held, schema=schema)


def _row(record: Record) -> dict[str, object]:
    meta = dict(record.meta)
    shown = {column: meta.pop(key) for key, column in _SHOWN_META.items() if text_of(meta, key)}
    written = {"meta": orjson.dumps(meta).decode(), "note": record.note}
    return {**jsonl.native_values(record), **shown, **written}


class _Folders:
    """Names the folder of each source and month.

    Sources whose names differ in case alone have one, since two systems out of three do not tell them apart.
    """

    def __init__(self) -> None:
        self._names: dict[str, str] = {}

    def of(self, record: Record) -> str:
        source = text_of(record.meta, "source")
        named = _UNKNOWN if source is None else safe(unicodedata.normalize("NFC", source))
        name = named.encode()[:_LONGEST_NAME].decode(errors="ignore")
        return f"source={self._names.setdefault(name.casefold(), name)}/month={_month(record)}"


def _month(record: Record) -> str:
    day = day_of(record.meta)
    return day[:7] if day else _UNKNOWN


def _write_part(pa: Any, pq: Any, mine: Iterator[Row], folder: Path) -> None:
    schema = _schema(pa)
    groups = tables(pa, mine, _GROUP_SIZE, _GROUP_ROWS)
    group = next(groups, None)
    nth = 0
    while group is not None:
        with (
            (folder / f"part-{nth:05}.parquet").open("wb") as file,
            pq.ParquetWriter(file, schema, compression="zstd") as writer,
        ):
            count = 0
            while group is not None and (not count or (count < _FILE_ROWS and file.tell() < _FILE_SIZE)):
                writer.write_table(group.select(schema.names))
                count += group.num_rows
                group = next(groups, None)
        nth += 1


def _ours(source: Source, names: frozenset[str]) -> Iterator[Record]:
    """Read our rows, also those that another program has written again, with the folders as columns."""
    for name in sorted(names - _COLUMNS - _FOLDERS):
        source.remark(0, "the column “{column}” was passed over", column=name)
    for number, values in rows(source):
        fields = Fields(source, number, values)
        yield jsonl.native_record(
            Fields(source, number, {**values, "schema": jsonl.SCHEMA, "meta": _meta(fields)})
        )


def _meta(fields: Fields) -> dict[str, object]:
    shown = {key: fields.optional_text(column) for key, column in _SHOWN_META.items()}
    return fields.metadata_within() | {key: value for key, value in shown.items() if value is not None}


def _foreign(source: Source, names: frozenset[str]) -> Iterator[Record]:
    """Read rows with a text, and all else in them as metadata."""
    chosen = source.text_column
    text = next((name for name in (chosen, *TEXT_NAMES) if name in names), None)
    if text is None or chosen not in {None, text}:
        source.refuse(1, "none of the columns is called “{name}”.", name=chosen or "text")
    source.found_text = text
    for number, values in rows(source):
        if not values.get(text):
            source.remark(number, "the row has no text, and was passed over")
            continue
        others = {name: value for name, value in values.items() if name != text}
        plain = orjson.loads(orjson.dumps(others, default=str, option=orjson.OPT_NON_STR_KEYS))
        fields = Fields(source, number, {**plain, "text": values[text]})
        yield surroundings.record(fields, fields.checked_text(), {text}, Layer())
