"""The JSON that spaCy 2 trained with, which spaCy 3 reads by `spacy convert` alone.

[{"id", "paragraphs": [{"raw", "sentences": [{"tokens": [{"orth", "ner"}]}]}]}]
Tags are BILOU; "-" is an unknown one.
"""

from collections.abc import Iterator
from typing import NamedTuple

from annotator.domain.record import Record, RecordSpan
from annotator.formats.fields import Fields
from annotator.formats.json_objects import objects
from annotator.formats.source import Source
from annotator.formats.tags import OUTSIDE, Tag, Tagset, spans


class _Word(NamedTuple):
    start: int
    end: int
    tag: Tag


def read(source: Source) -> Iterator[Record]:
    """Yield an article for each document. Raises FileError and FormatError.

    Paragraphs without "raw" are their tokens joined by spaces, sentences by line feeds; so are paragraphs.
    """
    tagset = Tagset()
    for line, values in objects(source):
        fields = Fields(source, line, values)
        yield _Document(fields, tagset).record()


class _Document:
    """Puts the text of one document together."""

    def __init__(self, fields: Fields, tagset: Tagset) -> None:
        self._fields = fields
        self._tagset = tagset
        self._parts: list[str] = []
        self._length = 0
        self._words: list[_Word] = []
        self._unknown = 0

    def record(self) -> Record:
        fields = self._fields
        if "paragraphs" not in fields.values:
            fields.refuse("“paragraphs” is missing.")
        for value in fields.listed("paragraphs"):
            self._add_paragraph(fields.part(value, "paragraphs"))
        if self._unknown:
            fields.source.remark(
                fields.line, "{count} tokens have no tag, and were read as O", count=self._unknown
            )
        text = Fields(fields.source, fields.line, {"text": "".join(self._parts)}).checked_text()
        number = fields.values.get("id")
        return Record(
            text=text,
            external_id=None if number is None else str(number),
            spans=tuple(self._spans()),
            line=fields.line,
        )

    def _spans(self) -> Iterator[RecordSpan]:
        words = self._words
        marked = ((nth, word.tag) for nth, word in enumerate(words) if word.tag is not OUTSIDE)
        for first, after, label in spans(marked):
            yield RecordSpan(words[first].start, words[after - 1].end, label)

    def _add_paragraph(self, paragraph: Fields) -> None:
        self._append("\n" if self._length else "")
        begin, place = self._length, 0
        raw = paragraph.optional_text("raw")
        self._append(raw or "")
        for value in paragraph.listed("sentences"):
            between = "\n" if self._length > begin else ""
            for part in paragraph.part(value, "sentences").listed("tokens"):
                token = paragraph.part(part, "tokens")
                word = token.required_text("orth")
                if raw is None:
                    self._append(between + word)
                    between = " "
                    place = self._length - begin - len(word)
                else:
                    place = raw.find(word, place)
                if place < 0:
                    token.refuse("the token “{word}” is not in the paragraph's “raw” text.", word=word)
                start = begin + place
                self._words.append(_Word(start, start + len(word), self._tag(token)))
                place += len(word)

    def _append(self, part: str) -> None:
        self._parts.append(part)
        self._length += len(part)

    def _tag(self, token: Fields) -> Tag:
        written = token.optional_text("ner")
        if written in {None, "", "-"}:
            self._unknown += 1
            return OUTSIDE
        tag = self._tagset.read(written or "")
        if tag is None:
            token.refuse("“{tag}” is no tag such as B-PER, L-PER, U-PER or O.", tag=written)
        return tag
