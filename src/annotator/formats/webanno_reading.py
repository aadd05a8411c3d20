"""WebAnno TSV 3, as WebAnno and INCEpTION export it: one article a file, offsets in UTF-16 units.

The text is that of the sentences, placed by their first tokens. What lies between two sentences is not in the
file: one unit is taken for a line feed, as INCEpTION does (Tsv3XDeserializer.java).
"""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from annotator.domain.record import Record
from annotator.formats.encoding import decode
from annotator.formats.layer_files import annotator_of
from annotator.formats.source import Source
from annotator.formats.webanno import short_name, unescaped_java, unescaped_text
from annotator.formats.webanno_layers import Annotations, Layer, Row

_FORMAT = re.compile(r"#FORMAT=WebAnno TSV (\d{1,9})(?:\.(\d{1,9}))?\s*")
_OLD = re.compile(r"\s*# \S+\.\S+(?: \||$)|#(?:id|text)=|#FORMAT=WebAnno TSV [12]")
_ROW = re.compile(r"(\d+-\d+(?:\.\d+)?)\t(\d{1,9})-(\d{1,9})\t([^\t]*)((?:\t.*)?)", re.DOTALL)
_LATEST_MINOR = 3
_WIDEST_GAP = 100_000
"""A gap between sentences is filled; a wider one is an offset that is wrong."""


class _Sentence(NamedTuple):
    line: int
    text: str
    rows: list[Row]


def read(source: Source) -> Iterator[Record]:
    """Yield the file's one article. Raises FileError and FormatError."""
    source.expect_utf8("WebAnno TSV files")
    text, encoding = decode(source.data(), source.path, "utf-8")
    lines = text.replace("\r\n", "\n").split("\n")
    unescaped = _expect_version(source, lines[0])
    layers, first = _layers(source, lines)
    sentences = _sentences(source, lines, first, unescaped)
    text = _text(source, sentences)
    annotations = Annotations(source, layers, text, unescaped)
    for sentence in sentences:
        for row in sentence.rows:
            annotations.take(row)
    spans, relations = annotations.told()
    external_id = source.path.name.removesuffix(".tsv")
    yield Record(
        text,
        external_id=external_id,
        annotator=annotator_of(source),
        spans=spans,
        relations=relations,
        encoding=encoding,
    )


def _expect_version(source: Source, line: str) -> Callable[[str], str]:
    """Return how text is unescaped."""
    found = _FORMAT.fullmatch(line)
    if _OLD.match(line):
        source.refuse(1, "this is WebAnno TSV 1 or 2, which have no offsets; export it as WebAnno TSV 3.")
    if found is None:
        source.refuse(
            1,
            "a WebAnno TSV file begins with “#FORMAT=WebAnno TSV 3.3”, not with “{opening}”.",
            opening=line[:60],
        )
    major, minor = int(found[1]), int(found[2] or 0)
    if major != 3 or minor > _LATEST_MINOR:
        source.refuse(
            1, "this program reads WebAnno TSV 3.0 to 3.3, not {major}.{minor}.", major=major, minor=minor
        )
    return unescaped_java if minor <= 1 else unescaped_text


def _layers(source: Source, lines: Sequence[str]) -> tuple[list[Layer], int]:
    """Return the layers of the header, and the number of the first line after it."""
    layers: list[Layer] = []
    at = 0
    for nth, line in enumerate(lines[1:], 1):
        kind = line[3:5]
        if not (line.startswith("#T_") and kind in {"SP", "RL", "CH"} and line[5:6] == "="):
            return layers, nth
        layers.append(Layer.of(kind, line[6:], at))
        if not short_name(layers[-1].name):
            source.refuse(nth + 1, "the layer has no name: {name}", name=line[:60])
        at += layers[-1].width
    return layers, len(lines)


def _sentences(
    source: Source, lines: Sequence[str], first: int, unescaped: Callable[[str], str]
) -> list[_Sentence]:
    """Return what stands between blank lines: lines of text, then rows of tokens."""
    sentences = []
    texts: list[str] = []
    rows: list[Row] = []
    for line, written in enumerate([*lines[first:], ""], first + 1):
        if written and written[0] != "#":
            if not texts:
                source.refuse(line, "the sentence has no line “#Text=”.")
            rows.append(_row(source, line, written))
            continue
        if rows:
            sentences.append(_Sentence(rows[0].line, "\n".join(texts), rows))
            texts, rows = [], []
        if written.startswith("#Text="):
            texts.append(unescaped(written[6:]))
        elif not written and texts:
            source.refuse(line, "the sentence has no tokens, which tell where it lies.")
    if not sentences:
        source.refuse(len(lines), "there is no text in the file.")
    return sentences


def _row(source: Source, line: int, written: str) -> Row:
    found = _ROW.fullmatch(written)
    if found is None:
        source.refuse(line, "this is no row of a token: {row}", row=written[:60])
    unit, begin, end, word, cells = found.groups()
    return Row(line, unit, int(begin), int(end), word, cells)


def _text(source: Source, sentences: Sequence[_Sentence]) -> str:
    """Put sentences together, each where its first token says."""
    parts: list[str] = []
    end = 0
    is_filled = False
    for sentence in sentences:
        begin = sentence.rows[0].begin
        gap = begin - end
        if not 0 <= gap <= _WIDEST_GAP:
            source.refuse(
                sentence.line,
                "the sentence begins at {begin}, but the one before it ends at {end}.",
                begin=begin,
                end=end,
            )
        is_filled |= gap > 1 or (gap == 1 and not parts)
        parts.append("\n" + " " * (gap - 1) if gap and parts else " " * gap)
        parts.append(sentence.text)
        end = begin + len(sentence.text.encode("utf-16-le", "surrogatepass")) // 2
    if is_filled:
        source.remark(0, "the file does not hold what lies between sentences; spaces were put there")
    text = "".join(parts)
    wrong = re.search("[\0\ud800-\udfff]", text)
    if wrong or not text:
        source.refuse(1, "the text is empty, or holds U+0000 or half a surrogate pair.")
    return text
