"""Articles as rows of a table: which column is the text, and the columns of our own tables.

Ours has those of the native format, nested values as JSON. A cell that a spreadsheet would take for a formula
begins with an apostrophe, as there; it is taken off again.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain, islice

import orjson

from annotator.domain.identity import is_id
from annotator.domain.record import Record
from annotator.formats import jsonl, surroundings
from annotator.formats.fields import Fields
from annotator.formats.source import Source
from annotator.formats.surroundings import OUTSIDE, TEXT_NAMES, Layer

Row = tuple[int, list[str]]
"""The line on which a row begins, and its cells."""

_SHOWN_META = ("title", "source", "published", "url")
_PLAIN = ("id", "external_id", *_SHOWN_META, "annotator", "status", "guidelines", "note")
_NESTED = ("labels", "spans", "relations", "meta")
COLUMNS = (*_PLAIN, "text", *_NESTED)

_OTHER_NAMES = {
    "id": OUTSIDE,
    "headline": "title",
    "العنوان": "title",
    "عنوان": "title",
    "date": "date",
    "التاريخ": "date",
    "تاريخ": "date",
    "المصدر": "source",
    "الرابط": "url",
    "link": "url",
}
_LOOKED_AT = 20
_LONGEST_NAME = 40
# Behind marks that nobody sees, too, and in the wide forms that spreadsheets take for the narrow ones.
_UNSEEN = "\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"
_FORMULA = re.compile(rf"'*[{_UNSEEN}]*(?:[=@＝＠\t\r]|[+\-＋－].*[(|=])", re.DOTALL)


def row_of(record: Record) -> list[str]:
    """Return a record's cells, in the order of COLUMNS."""
    values = jsonl.native_values(record)
    meta = dict(record.meta)
    shown = {key: meta.pop(key) for key in _SHOWN_META if isinstance(meta.get(key), str) and meta[key]}
    plain = {key: value for key in _PLAIN if (value := shown.get(key, values.get(key))) is not None}
    cells = [guarded(str(plain.get(key, ""))) for key in _PLAIN]
    cells.append(guarded(record.text))
    nested = (record.labels, values["spans"], values["relations"], meta)
    return [*cells, *(orjson.dumps(value).decode() if value else "" for value in nested)]


def guarded(cell: str) -> str:
    """Keep a spreadsheet from computing a cell."""
    return f"'{cell}" if _FORMULA.match(cell) else cell


def _unguarded(cell: str) -> str:
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell


def records(source: Source, rows: Iterator[Row]) -> Iterator[Record]:
    """Yield an article for each row that has a text. Raises FormatError."""
    first = [*islice(rows, _LOOKED_AT)]
    if not first:
        source.refuse(1, "the table is empty.")
    (line, top), *body = first
    head = _distinct(source, line, [cell.strip() for cell in top])
    if {"text", "spans"} <= set(head):
        for line, cells in chain(body, rows):
            yield _ours(source, line, dict(zip(head, cells, strict=False)))
        return
    if not _is_head(head, [cells for _, cells in body]):
        head, body = [f"column {nth}" for nth in range(1, len(head) + 1)], first
        source.remark(line, "the table has no names of columns")
    text = _chosen(source, line, head) if source.text_column else _found(source, line, head, body)
    named = _named(source, line, [name for name in head if name != head[text]])
    for line, cells in chain(body, rows):
        if _has_text(source, line, cells, head, text):
            yield _foreign(source, line, dict(zip(head, cells, strict=False)), head[text], named)


def kept_as(name: str) -> str:
    """Return the name under which a column is kept where nobody says otherwise."""
    return _OTHER_NAMES.get(name.lower(), name)


def _found(source: Source, line: int, head: Sequence[str], body: Sequence[Row]) -> int:
    free = [name not in source.columns for name in head]  # the others are to be something else
    if not any(free):
        source.refuse(line, "none of the columns is left for the text.")
    text = _text_column(head, [cells for _, cells in body], free)
    source.found_text = head[text]
    if head[text].lower() not in TEXT_NAMES:
        source.remark(line, "the column “{name}” was taken for the text", name=head[text])
    return text


def _chosen(source: Source, line: int, head: Sequence[str]) -> int:
    """Return the column that somebody named as that of the text."""
    name = source.text_column or ""
    if name not in head:
        template = "there is no column “{name}”; there are: {known}."
        source.refuse(line, template, name=name, known=", ".join(head))
    return head.index(name)


def _has_text(source: Source, line: int, cells: Sequence[str], head: Sequence[str], text: int) -> bool:
    if len(cells) > len(head):
        template = "the row has {count} cells, and {known} columns have names."
        source.refuse(line, template, count=len(cells), known=len(head))
    has_text = text < len(cells) and bool(cells[text].strip())
    if not has_text:
        source.remark(line, "the row has no text, and was passed over")
    return has_text


def _ours(source: Source, line: int, cells: Mapping[str, str]) -> Record:
    """Read a row of a table that has spans: of this program, perhaps with fewer columns, or with more."""
    values: dict[str, object] = {"text": _unguarded(cells.get("text", ""))}
    for name in _PLAIN:
        values[name] = _unguarded(cells.get(name, "")) or None
    for name in _NESTED:
        cell = cells.get(name, "")
        try:
            values[name] = orjson.loads(cell) if cell else None
        except ValueError as error:
            source.refuse(line, "the column {name} holds broken JSON ({reason}).", name=name, reason=error)
    fields = Fields(source, line, values)
    meta = values.pop("meta") or {}
    if not isinstance(meta, dict):
        fields.refuse("“meta” is not an object.")
    shown = {name: value for name in _SHOWN_META if (value := values.pop(name)) is not None}
    others = {name: cell for name, cell in cells.items() if cell and name not in COLUMNS}
    values["meta"] = {**meta, **others, **shown}
    if is_id(str(values["id"])):
        return jsonl.native_record(Fields(source, line, {"schema": jsonl.SCHEMA, **values}))
    told = {key: value for key, value in values.items() if value is not None}
    return jsonl.minimal_record(Fields(source, line, {"spans": [], **told}))


def _distinct(source: Source, line: int, head: Sequence[str]) -> list[str]:
    """Name columns that have no name, and number those that have one name."""
    found: list[str] = []
    counts = Counter[str]()
    for nth, cell in enumerate(head, 1):
        name = cell or f"column {nth}"
        times = counts[name]
        counts[cell] += 1
        found.append(f"{name} {times + 1}" if times else name)
        if found[-1] != name:
            template = "the column “{column}” stands more than once; one is kept as “{kept}”"
            source.remark(line, template, column=name, kept=found[-1])
    return found


def _named(source: Source, line: int, names: Sequence[str]) -> dict[str, str]:
    """Return the names under which columns are kept: those that were chosen, or what their own mean."""
    wanted = {name: name if source.keeps_names else kept_as(name) for name in names}
    wanted |= {name: source.columns[name] for name in names if name in source.columns}
    named = surroundings.distinct(wanted, source.columns)
    for name, kept in named.items():
        if kept != wanted[name]:
            template = "the column “{column}” is kept as “{kept}”, since another is “{other}”"
            source.remark(line, template, column=name, kept=kept, other=wanted[name])
    return named


def _foreign(
    source: Source, line: int, cells: Mapping[str, str], text: str, named: Mapping[str, str]
) -> Record:
    fields = Fields(source, line, {"text": cells[text]})
    record = surroundings.record(fields, fields.checked_text(), (), Layer())
    meta = {kept: cell for name, kept in named.items() if kept and (cell := cells.get(name))}
    outside = meta.pop(OUTSIDE, None)
    return replace(record, external_id=outside, meta=surroundings.dated(meta))


def _is_head(head: Sequence[str], body: Sequence[Sequence[str]]) -> bool:
    """Tell whether the first row has the names of columns."""
    names = [name.lower() for name in head]
    if set(names) & {*TEXT_NAMES, *_OTHER_NAMES}:
        return True
    is_named = all(names) and len(set(names)) == len(names) and max(map(len, names)) <= _LONGEST_NAME
    if not is_named or not body or any(name.isdecimal() for name in names):
        return False
    text = _text_column(head, body)
    lengths = [len(cells[text]) for cells in body if text < len(cells)]
    return len(head) > 1 and sum(lengths) >= 2 * len(names[text]) * len(lengths)


def _text_column(head: Sequence[str], body: Iterable[Sequence[str]], free: Sequence[bool] = ()) -> int:
    """Return the column of the text, of those that are free: by its name, or the one with most letters."""
    is_free = free or [True] * len(head)
    names = [name.lower() if may else "" for name, may in zip(head, is_free, strict=True)]
    for known in TEXT_NAMES:
        if known in names:
            return names.index(known)
    lengths = [0] * len(head)
    for cells in body:
        for nth, cell in enumerate(cells[: len(head)]):
            lengths[nth] += len(cell)
    return max((nth for nth, may in enumerate(is_free) if may), key=lambda nth: lengths[nth])
