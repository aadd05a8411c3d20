"""A dataset for token classification as Hugging Face's `datasets` opens it: data and a README.md in a folder.

Rows are JSON Lines or Parquet: {"id", "text", "tokens", "token_starts", "token_ends", "ner_tags", "spans"}
and more, as huggingface_card.py describes them. Such datasets have no spans, only tags, which are numbers; so
spans stand in a column of ours beside. Read are also the rows of others: "tokens" with "ner_tags" or "tags".
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import accumulate
from pathlib import Path
from typing import NoReturn

import orjson

from annotator.arabic.tokens import Range
from annotator.domain.identity import is_id
from annotator.domain.record import Record, RecordSpan
from annotator.formats import huggingface_parquet as parquet
from annotator.formats import parquet_files, surroundings
from annotator.formats.fields import Fields
from annotator.formats.fitting import Fitted
from annotator.formats.huggingface_card import README, card, names_beside
from annotator.formats.json_objects import objects
from annotator.formats.output import Output
from annotator.formats.source import Source
from annotator.formats.surroundings import Layer
from annotator.formats.tags import OUTSIDE, Tag, Tagset, spans

_ONE_PART = "train"
_TAGS = ("ner_tags", "tags")
_KNOWN = ("tokens", "token_starts", "token_ends", *_TAGS)


def write(fitted: Iterable[Fitted], out: Output) -> None:
    """Write data/train.jsonl, and the README with the names of the tags."""
    _write(fitted, out, put_jsonl)


def write_parquet(fitted: Iterable[Fitted], out: Output) -> None:
    """Write data in Parquet, and the README. Raises FormatError without pyarrow."""
    _write(fitted, out, put_parquet)


class TagNames:
    """The names of the tags, which are their numbers: O, then B- and I- for each label, as labels come."""

    def __init__(self, labels: Iterable[str]) -> None:
        self._numbers: dict[str, int] = {}
        for label in labels:
            self.number(label)

    def number(self, label: str) -> int:
        """Return the number of a label's B-; that of its I- is the next."""
        return self._numbers.setdefault(label, 2 * len(self._numbers) + 1)

    def __iter__(self) -> Iterator[str]:
        yield "O"
        for label in self._numbers:
            yield f"B-{label}"
            yield f"I-{label}"


def put_jsonl(fitted: Iterable[Fitted], folder: Path, part: str, names: TagNames) -> str:
    """Write the data of one part into a folder; return their path in it."""
    path = f"data/{part}.jsonl"
    (folder / path).parent.mkdir(exist_ok=True)
    with (folder / path).open("wb") as file:
        for row in _rows(fitted, names):
            file.write(orjson.dumps(row, option=orjson.OPT_APPEND_NEWLINE))
    return path


def put_parquet(fitted: Iterable[Fitted], folder: Path, part: str, names: TagNames) -> str:
    """Write the data of one part in Parquet; return their path. Raises FormatError without pyarrow."""
    path = f"data/{part}-00000-of-00001.parquet"
    (folder / path).parent.mkdir(exist_ok=True)
    parquet.write(_rows(fitted, names), folder / path)
    return path


Put = Callable[[Iterable[Fitted], Path, str, TagNames], str]


def _write(fitted: Iterable[Fitted], out: Output, put: Put) -> None:
    folder, names = out.folder(), TagNames(out.label_names())
    path = put(fitted, folder, _ONE_PART, names)
    (folder / README).write_bytes(card({_ONE_PART: path}, names).encode())


def read(source: Source) -> Iterator[Record]:
    """Yield records lazily from JSON Lines or Parquet. Raises FileError and FormatError.

    Rows without spans get them from the tags, and rows without text are their tokens joined by spaces.
    """
    with source.open() as file:
        is_parquet = file.read(len(parquet_files.MAGIC)) == parquet_files.MAGIC
    foreign = _Foreign(source, is_parquet=is_parquet)
    for line, values in parquet_files.rows(source) if is_parquet else objects(source):
        fields = Fields(source, line, values)
        if "text" in values and isinstance(values.get("spans"), list):
            yield _own(fields)
        elif values.get("tokens"):
            yield foreign.record(fields)
        elif "tokens" in values:
            source.remark(line, "a row without tokens was passed over")
        else:
            fields.refuse("a row needs “text” and “spans”, or “tokens” and “ner_tags”.")


def _rows(fitted: Iterable[Fitted], names: TagNames) -> Iterator[dict[str, object]]:
    for record, tokens, layers in fitted:
        tags = [0] * len(tokens)
        for first, after, label in layers[0]:
            number = names.number(label)
            tags[first:after] = [number, *[number + 1] * (after - first - 1)]
        yield {
            "id": record.id,
            "external_id": record.external_id,
            "text": record.text,
            "tokens": tokens.words,
            "token_starts": tokens.starts,
            "token_ends": tokens.ends,
            "ner_tags": tags,
            "spans": [{"start": start, "end": end, "label": label} for start, end, label, *_ in record.spans],
            "labels": record.labels,
            "annotator": record.annotator,
            "status": record.state and record.state.value,
            "guidelines": record.guidelines,
            "meta": orjson.dumps(record.meta).decode(),
        }


def _own(fields: Fields) -> Record:
    values = fields.values
    text = fields.checked_text()
    found = []
    for value in fields.listed("spans"):
        part = fields.part(value, "spans")
        start, end = part.bounds(part.values.get("start"), part.values.get("end"), text)
        part.check_quote(part.values.get("text"), text, start, end)
        found.append(RecordSpan(start, end, part.required_text("label")))
    labels = tuple(sorted(str(name) for name in fields.listed("labels")))
    if "external_id" not in values:
        return surroundings.record(fields, text, {*_KNOWN, "spans", "labels"}, Layer(tuple(found), labels))
    article = values.get("id")
    return Record(
        text=text,
        id=article if isinstance(article, str) and is_id(article) else None,
        external_id=fields.optional_text("external_id"),
        meta=fields.metadata_within(),
        annotator=fields.optional_text("annotator"),
        state=fields.state(),
        guidelines=fields.optional_text("guidelines"),
        labels=labels,
        spans=tuple(found),
        line=fields.line,
    )


class _Foreign:
    """Makes records of tokens and tags."""

    def __init__(self, source: Source, *, is_parquet: bool) -> None:
        self._source = source
        self._is_parquet = is_parquet
        self._tagset = Tagset()
        self._named: list[Tag] | None = None
        self._passed_over: set[str] = set()

    def record(self, fields: Fields) -> Record:
        values = fields.values
        words = [*map(str, fields.listed("tokens"))]
        if not all(words):
            fields.refuse("the token {place} is empty.", place=words.index("") + 1)
        column = next((name for name in _TAGS if name in values), _TAGS[0])
        tags = self._tags(fields, column, len(words))
        text = values.get("text")
        if text is None:
            text = " ".join(words)
        whole = Fields(fields.source, fields.line, {**values, "text": text})
        text = whole.checked_text()
        bounds = _bounds(whole, text, words)
        marked = ((nth, tag) for nth, tag in enumerate(tags) if tag is not OUTSIDE)
        found = tuple(
            RecordSpan(bounds[first][0], bounds[after - 1][1], label) for first, after, label in spans(marked)
        )
        columns = self._columns(fields, len(words))
        record = surroundings.record(whole, text, {*_KNOWN, *columns}, Layer(found))
        try:
            return replace(record, meta=orjson.loads(orjson.dumps(record.meta, default=str)))
        except TypeError as error:
            fields.refuse("the metadata cannot be stored: {reason}.", reason=error)

    def _tags(self, fields: Fields, column: str, count: int) -> list[Tag]:
        written = fields.listed(column)
        if len(written) != count:
            fields.refuse(
                "there are {tokens} tokens, and {tags} tags in “{column}”.",
                tokens=count,
                tags=len(written),
                column=column,
            )
        return [self._tag(fields, tag, column) for tag in written]

    def _tag(self, fields: Fields, written: object, column: str) -> Tag:
        if isinstance(written, str):
            tag = self._tagset.read(written)
            return _refuse_tag(fields, written) if tag is None else tag
        named = self._names(fields, column)
        if type(written) is not int or not 0 <= written < len(named):
            _refuse_tag(fields, written)
        return named[written]

    def _names(self, fields: Fields, column: str) -> list[Tag]:
        """Return the tags by their numbers. Names without B- and I- are those of single words."""
        if self._named is None:
            names = parquet.names_within(self._source, column) if self._is_parquet else None
            names = names or names_beside(self._source, column)
            if names is None:
                fields.refuse("the tags are numbers, and no README.md beside the file names them.")
            tags = [self._tagset.read(name) for name in names]
            has_places = any(tag and tag.label for tag in tags)
            self._named = [
                tag or (_refuse_tag(fields, name) if has_places else Tag("I", name))
                for tag, name in zip(tags, names, strict=True)
            ]
        return self._named

    def _columns(self, fields: Fields, count: int) -> set[str]:
        """Return columns that say something of each token, and remark on each of them once."""
        found = {
            key
            for key, value in fields.values.items()
            if isinstance(value, list) and len(value) == count and key not in _KNOWN
        }
        for key in sorted(found - self._passed_over):
            self._source.remark(fields.line, "the column “{column}” was passed over", column=key)
        self._passed_over |= found
        return found


def _refuse_tag(fields: Fields, written: object) -> NoReturn:
    fields.refuse("“{tag}” is no tag such as B-PER, I-PER or O, nor the number of one.", tag=written)


def _bounds(fields: Fields, text: str, words: Sequence[str]) -> list[Range]:
    """Return where tokens lie in a text: joined by spaces, where the row says, or one after the other."""
    if fields.values.get("text") == " ".join(words):
        ends = [*accumulate(len(word) + 1 for word in words)]
        return [(end - 1 - len(word), end - 1) for end, word in zip(ends, words, strict=True)]
    bounds = []
    place = 0
    for word in words:
        start = text.find(word, place)
        if start < 0:
            fields.refuse("the token “{word}” is not in “text” where it should be.", word=word)
        place = start + len(word)
        bounds.append((start, place))
    return bounds
