"""Reading rows of tokens and tags: sentences between blank lines, whatever the columns."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from annotator.formats.fitting import TokenSpan
from annotator.formats.source import Source
from annotator.formats.tags import OUTSIDE, Tag, Tagset, spans

DOCUMENT = "-DOCSTART-"
_CHUNK = 1 << 20
_LONGEST = 64 << 20
_BLANK = re.compile(r"\n(?:[^\S\n]*\n)+")
# A tag holds no |, so that each word is parted in one place; no other is tried.
PIPED = r"(?:(?>\S+\|(?:O|[BIESULM]-[^\s|]+)(?:[ \t]+|$)))+"
_PIPED = re.compile(PIPED)
_GLUED = re.compile(r"(.*[^A-Z])O")
_TAG = re.compile(r"[BIESULM]-\S+|O")
_MOST_WRONG = 0.1
_STOPS = frozenset(".!?؟۔")
_LONGEST_SENTENCE = 500


@dataclass(frozen=True, slots=True)
class Sentence:
    """line is that of its first row. Each column of tags has the spans of one layer."""

    line: int
    words: list[str]
    layers: list[list[TokenSpan]]


@dataclass(slots=True)
class Survey:
    """What there is in a file of rows: how often each tag, how many sentences, and -DOCSTART-."""

    tags: Counter[str] = field(default_factory=Counter)
    sentences: int = 0
    documents: int = 0


class Rows:
    """Reads the rows of one file. Layers is how many columns of tags there are, the last of each row."""

    def __init__(self, source: Source, tagset: Tagset, layers: int = 1) -> None:
        self._source = source
        self._tagset = tagset
        self._layers = layers
        self.begun: Counter[str] = Counter()
        """How many spans begin with each kind of tag."""

    def documents(self) -> Iterator[list[Sentence]]:
        """Yield the sentences from one -DOCSTART- to the next; those before the first are a document too."""
        document: list[Sentence] = []
        is_begun = False
        for line, rows in _sentences(self._source, self._layers):
            begins = rows[0][0] == DOCUMENT
            if begins:
                if is_begun or document:
                    yield document
                document, is_begun = [], True
            if len(rows) > begins:
                document.append(self._sentence(line + begins, rows[begins:]))
        if is_begun or document:
            yield document
        inside, first = self.begun["I"] + self.begun["E"], self.begun["B"] + self.begun["S"]
        if 0 < inside < first:  # else it is IOB1, where that is the rule
            self._source.remark(0, "{count} spans begin with another tag than B-", count=inside)

    def _sentence(self, line: int, rows: list[list[str]]) -> Sentence:
        lines: Sequence[int] = range(line, line + len(rows))
        if min(map(len, rows)) <= self._layers:
            whole = [(at, self._mended(at, row)) for at, row in zip(lines, rows, strict=True)]
            lines = [at for at, row in whole if row]
            rows = [row for _, row in whole if row]
        layers = []
        for place in range(-self._layers, 0):
            tags = [row[place] for row in rows]
            marked = [(nth, tag) for nth, tag in enumerate(tags) if tag != "O"]
            read = dict(self._read(lines, rows, marked))
            layers.append([*spans(read.items())])
            self.begun.update(read[span.first].place for span in layers[-1])
        return Sentence(line, [row[0] for row in rows], layers)

    def _read(
        self, lines: Sequence[int], rows: list[list[str]], marked: Sequence[tuple[int, str]]
    ) -> Iterator[tuple[int, Tag]]:
        for nth, written in marked:
            tag = self._tagset.read(written)
            if tag is None:
                tag = self._strange(lines[nth], rows[nth], written)
            elif not self._tagset.is_as_meant(written):
                self._source.remark(lines[nth], "the tag {tag} was read as {meant}", tag=written, meant=tag)
            if tag is not OUTSIDE:
                yield nth, tag

    def _strange(self, line: int, row: list[str], written: str) -> Tag:
        """Read a row whose last column is no tag."""
        swapped = self._tagset.read(row[0]) if len(row) == 2 and _TAG.fullmatch(row[0]) else None
        if swapped is None:
            self._source.remark(line, "“{tag}” is no tag; it was read as O", tag=written)
            return OUTSIDE
        self._source.remark(line, "token and tag stand in each other's place: {row}", row=" ".join(row))
        row.reverse()
        return swapped

    def _mended(self, line: int, row: list[str]) -> list[str]:
        """Give a row all of its columns."""
        if len(row) > self._layers:
            return row
        glued = _GLUED.fullmatch(row[0])
        if self._layers == 1 and glued:
            self._source.remark(line, "token and tag are not parted: {row}", row=row[0])
            return [glued[1], "O"]
        if row == ["O"]:
            self._source.remark(line, "the row has a tag and no token, and was passed over")
            return []
        self._source.remark(line, "the row “{row}” has no tag; it was read as O", row=" ".join(row))
        return [row[0], *["O"] * self._layers]


def survey(source: Source) -> Survey:
    """Go through a file once, and refuse one that is no rows. Raises FileError and FormatError."""
    found = Survey()
    wrong = 0
    first_wrong = 0
    for line, rows in _sentences(source, 1):
        found.documents += rows[0][0] == DOCUMENT
        found.sentences += len(rows) > 1 or rows[0][0] != DOCUMENT
        found.tags.update([row[-1] for row in rows if len(row) > 1])
        if not all(len(row) > 1 and _TAG.fullmatch(row[-1]) for row in rows):
            ill = [nth for nth, row in enumerate(rows) if len(row) < 2 or not _TAG.fullmatch(row[-1])]
            wrong += len(ill)
            first_wrong = first_wrong or line + ill[0]
    if wrong > _MOST_WRONG * sum(found.tags.values()):
        source.refuse(first_wrong, "this is not a row of a token and its tag.")
    return found


def _sentences(source: Source, layers: int) -> Iterator[tuple[int, list[list[str]]]]:
    """Yield the line and the rows of each sentence."""
    for line, block in _blocks(source):
        if _PIPED.fullmatch(block.split("\n", 1)[0].strip()):
            for nth, sentence in enumerate(block.split("\n")):
                yield line + nth, [token.split("|") for token in sentence.split()]
            continue
        separator = "\t" if "\t" in block else None
        rows = [row.split(separator) for row in block.split("\n")]
        for begin, after in pairwise([0, *_stops(rows, layers), len(rows)]):
            yield line + begin, rows[begin:after]


def _stops(rows: Sequence[Sequence[str]], layers: int) -> list[int]:
    """Return where rows that nothing parts into sentences are parted: after stops, and within no span."""
    if len(rows) <= _LONGEST_SENTENCE:
        return []
    following = enumerate(pairwise(rows), 1)
    return [nth for nth, (row, after) in following if row[0] in _STOPS and {*after[-layers:]} == {"O"}]


def _blocks(source: Source) -> Iterator[tuple[int, str]]:
    """Yield the line and the text of each row of lines between blank ones."""
    with source.open_text() as file:
        rest, line, is_end = "", 1, False
        while not is_end:
            # As much again as there is, lest a long row of lines be looked through for each part of it.
            chunk = file.read(max(_CHUNK, len(rest)))
            is_end = not chunk
            text, place = rest + (chunk or "\n\n"), 0
            for blank in _BLANK.finditer(text):
                block = text[place : blank.start()]
                if block.strip():
                    lead = len(block) - len(block.lstrip("\n"))
                    yield line + lead, block[lead:]
                line += text.count("\n", place, blank.end())
                place = blank.end()
            rest = text[place:]
            if len(rest) > _LONGEST:
                source.refuse(line, "there is no blank line in 64 MiB; these are not rows of sentences.")
