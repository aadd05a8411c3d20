"""WebAnno TSV 3.3, as INCEpTION imports it: a file an article, offsets in UTF-16 units.

A line is a sentence; blank lines and space around a line belong to the one before. A span that begins or
ends in the space between tokens makes that space a token, since the format places annotations by tokens; its
reader (INCEpTION, Tsv3XDeserializer.java) takes any range for one. So nothing is lost.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from itertools import chain, pairwise

from annotator.arabic.tokens import Range, Tokens, tokens
from annotator.domain.offsets import Offsets, is_astral
from annotator.domain.record import Record, RecordSpan
from annotator.formats.fitting import Fitted
from annotator.formats.layer_files import LayerFiles
from annotator.formats.output import Output
from annotator.formats.webanno import RELATION_LAYER, SPAN_LAYER, escaped_text, escaped_value

_HEAD = f"#FORMAT=WebAnno TSV 3.3\n#T_SP={SPAN_LAYER}|value\n"
_RELATIONS = f"#T_RL={RELATION_LAYER}|value|BT_{SPAN_LAYER}\n"

_Unit = tuple[int, int, int]
"""The number of a token, and start and end of it or of a part of it."""


def write(fitted: Iterable[Fitted], out: Output) -> None:
    """Write a file for each article; in sub-folders where several annotators labelled them."""
    files = LayerFiles(out.folder(), ".tsv")
    for record, _, _ in fitted:
        files.place(record).write_bytes(_document(record).encode())


def _document(record: Record) -> str:
    text = record.text
    words = tokens(text).ranges()
    spaces = _spaces(text, words, record.spans)
    found = sorted([*words, *spaces]) if spaces else words
    heads = _heads(text, found)
    rows = _Rows(record, found, heads).all(spaces)
    parts = [_HEAD, _RELATIONS if record.relations else "", "\n"]
    for first, after in pairwise([*heads, len(found)]):
        end = found[after][0] if after < len(found) else len(text)
        # The reader puts a line feed between two sentences that are one unit apart.
        end -= after < len(found) and text[end - 1] == "\n"
        parts.append("\n")
        parts += [f"#Text={escaped_text(line)}\n" for line in text[found[first][0] : end].split("\n")]
        parts += rows[first:after]
    return "".join(parts)


def _spaces(text: str, found: Sequence[Range], spans: Sequence[RecordSpan]) -> list[Range]:
    """Return the space that must be tokens too: before the first token, and where a span has an edge."""
    starts, ends = [start for start, _ in found], [end for _, end in found]
    gaps = {0} if not found or starts[0] > 0 else set()
    edges = set()
    for span in spans:
        first, last = bisect_right(ends, span.start), bisect_left(starts, span.end)
        edges |= {span.start, span.end}
        if first == len(starts) or starts[first] > span.start:
            gaps.add(first)
        if last == 0 or ends[last - 1] < span.end:
            gaps.add(last)
    bounds = list(zip([0, *ends], [*starts, len(text)], strict=True))
    told = [bounds[nth] for nth in sorted(gaps)]
    spaces = Tokens([text[start:end] for start, end in told], [*chain.from_iterable(told)])
    return spaces.cut(edges)[0].ranges()


def _heads(text: str, found: Sequence[Range]) -> list[int]:
    """Return the numbers of the tokens that begin a line."""
    starts = [start for start, _ in found]
    heads = {0} if found else set()
    place = text.find("\n")
    while place >= 0:
        nth = bisect_right(starts, place)
        if 0 < nth < len(found) and found[nth - 1][1] <= place:  # between tokens
            heads.add(nth)
        place = text.find("\n", place + 1)
    return sorted(heads)


def _numbers(heads: Sequence[int], count: int) -> list[str]:
    """Return the numbers of all tokens: that of the sentence and that within it."""
    return [
        f"{sentence}-{nth}"
        for sentence, (first, after) in enumerate(pairwise([*heads, count]), 1)
        for nth in range(1, after - first + 1)
    ]


class _Rows:
    """The rows of an article's tokens."""

    def __init__(self, record: Record, found: list[Range], heads: list[int]) -> None:
        text = record.text
        self._text = text
        self._record = record
        self._spans = record.spans
        self._tokens = found
        self._place: Callable[[int], int] = Offsets(text).to_utf16 if is_astral(text) else int
        self._numbers = _numbers(heads, len(found))
        self._blank = "\t_\t_\t_\t\n" if record.relations else "\t_\t\n"
        starts, ends = [start for start, _ in found], [end for _, end in found]
        self._units = [_units(span, starts, ends) for span in record.spans]
        self._cells: dict[_Unit, list[int]] = {}
        for nth, units in enumerate(self._units):
            for unit in units:
                self._cells.setdefault(unit, []).append(nth)
        self._ids = self._numbered()
        self._names = self._named()

    def all(self, spaces: Iterable[Range]) -> list[str]:
        """Return the rows of each token: its own and those of its parts."""
        text, blank, place = self._text, self._blank, self._place
        places = self._tokens if place is int else [(place(start), place(end)) for start, end in self._tokens]
        rows = [
            f"{number}\t{begin}-{after}\t{text[start:end]}{blank}"
            for number, (begin, after), (start, end) in zip(self._numbers, places, self._tokens, strict=True)
        ]
        for space in spaces:  # only they hold what must be escaped
            nth = bisect_left(self._tokens, space)
            rows[nth] = self._row(self._numbers[nth], *space) + blank
        for nth, marked in self._of_marked().items():
            rows[nth] = marked
        return rows

    def _row(self, number: str, start: int, end: int) -> str:
        return f"{number}\t{self._place(start)}-{self._place(end)}\t{escaped_text(self._text[start:end])}"

    def _numbered(self) -> dict[int, int]:
        """Return numbers for the spans that one row does not tell apart: of several units, or stacked."""
        stacked = {nth for cell in self._cells.values() if len(cell) > 1 for nth in cell}
        told = [nth for nth, units in enumerate(self._units) if len(units) > 1 or nth in stacked]
        return {nth: number for number, nth in enumerate(told, 1)}

    def _named(self) -> dict[_Unit, str]:
        """Return what units with spans are called; parts of a token are counted within it."""
        names: dict[_Unit, str] = {}
        parts: dict[int, int] = {}
        for unit in sorted(self._cells, key=lambda unit: (unit[0], unit[1], -unit[2])):
            nth, *bounds = unit
            names[unit] = self._numbers[nth]
            if tuple(bounds) != self._tokens[nth]:
                parts[nth] = parts.get(nth, 0) + 1
                names[unit] += f".{parts[nth]}"
        return names

    def _of_marked(self) -> dict[int, str]:
        arrows = self._arrows()
        nothing = ["_", "_"] if self._record.relations else []
        rows: dict[int, str] = {}
        for unit, number in self._names.items():
            nth, start, end = unit
            before = rows.get(nth, "")
            if not before and (start, end) != self._tokens[nth]:
                before = self._row(self._numbers[nth], *self._tokens[nth]) + self._blank
            cell = "|".join(
                escaped_value(self._spans[span].label) + (f"[{self._ids[span]}]" if span in self._ids else "")
                for span in self._cells[unit]
            )
            columns = "\t".join([cell, *arrows.get(unit, nothing)])
            rows[nth] = f"{before}{self._row(number, start, end)}\t{columns}\t\n"
        return rows

    def _arrows(self) -> dict[_Unit, list[str]]:
        """Return the columns of relations, by the unit that their target begins with."""
        by_id = {span.id: nth for nth, span in enumerate(self._spans)}
        columns: dict[_Unit, list[str]] = {}
        for arc in self._record.relations:
            start, end = by_id[arc.start], by_id[arc.end]
            source, target = self._units[start][0], self._units[end][0]
            reference = self._names[source]
            if start in self._ids or end in self._ids:
                reference += f"[{self._ids.get(start, 0)}_{self._ids.get(end, 0)}]"
            there = columns.get(target)
            cells = [escaped_value(arc.label), reference]
            columns[target] = (
                [f"{old}|{new}" for old, new in zip(there, cells, strict=True)] if there else cells
            )
        return columns


def _units(span: RecordSpan, starts: list[int], ends: list[int]) -> list[_Unit]:
    """Return the tokens that a span covers; of the first and the last perhaps a part."""
    first, last = bisect_right(ends, span.start), bisect_left(starts, span.end) - 1
    return [(nth, max(starts[nth], span.start), min(ends[nth], span.end)) for nth in range(first, last + 1)]
