"""Where a range of a laid-out line lies: exact across directions, ligatures and letters without width.

Measured against fribidi and HarfBuzz. QTextLine.cursorToX cannot tell it: at a change of direction one
place has two positions. The bounds of glyph runs can, except where the range cuts a ligature within a
right-to-left run (Qt reports the wrong half) and where a font draws the alef of lam-alef with no advance.
"""

from typing import NamedTuple, cast

from PySide6.QtGui import QGlyphRun, QTextLayout, QTextLine

_THIN = 1.0
_REACH = 8
_SPLIT = QGlyphRun.GlyphRunFlag.SplitLigature.value  # a number: its enumeration takes longer than the rest


class _Run(NamedTuple):
    left: float
    right: float
    cuts_ligature: bool
    is_rtl: bool


Extent = tuple[float, float]


def extents(
    line: QTextLine, layout: QTextLayout, start: int, end: int, thin: dict[int, bool]
) -> list[Extent]:
    """Return the (left, right) pieces of a range, merged, from left to right, in the layout's coordinates.

    start and end count UTF-16 units of the layout's text, and may reach beyond the line. thin remembers for
    the layout at which places letters may have no width: spans often begin and end at the same ones.
    """
    first, last = line.textStart(), line.textStart() + line.textLength()
    start, end = max(start, first), min(end, last)
    if start >= end:
        return []
    while start > first and not layout.isValidCursorPosition(start):
        start -= 1
    while end < last and not layout.isValidCursorPosition(end):
        end += 1
    runs = line.glyphRuns(start, end - start)
    if not runs:  # a space at the end of a line
        return []
    if (
        _may_be_thin(line, layout, start, last, thin)
        or _may_be_thin(line, layout, end, last, thin)
        or any(run.flags().value & _SPLIT for run in runs)
    ):
        return _merged(_with_shared_edges(line, layout, start, end))
    bounds = [run.boundingRect() for run in runs]
    return _merged([(piece.left(), piece.right()) for piece in bounds])


def _with_shared_edges(line: QTextLine, layout: QTextLayout, start: int, end: int) -> list[Extent]:
    pieces: list[Extent] = []
    group_start, group_end, runs = _group(line, layout, start)
    if group_start < start or group_end > end:
        pieces += _share(layout, (group_start, group_end), runs, start, end)
        start = min(group_end, end)
    if start < end:
        group_start, group_end, runs = _group(line, layout, end - 1)
        if group_end > end:
            pieces += _share(layout, (group_start, group_end), runs, start, end)
            end = max(group_start, start)
    if start < end:
        pieces += [(run.left, run.right) for run in _runs(line, start, end)]
    return pieces


def _runs(line: QTextLine, start: int, end: int) -> list[_Run]:
    found = []
    for run in line.glyphRuns(start, end - start):
        bounds = run.boundingRect()
        cuts = bool(run.flags().value & _SPLIT)
        found.append(_Run(bounds.left(), bounds.right(), cuts, run.isRightToLeft()))
    return found


def _width(runs: list[_Run]) -> float:
    return max((run.right for run in runs), default=0.0) - min((run.left for run in runs), default=0.0)


def _cluster(line: QTextLine, place: int) -> tuple[int, int, list[_Run]]:
    """Return the smallest range around a place that Qt reports without cutting a ligature."""
    first, last = line.textStart(), line.textStart() + line.textLength()
    for size in range(1, 2 * _REACH):
        for start in range(place, max(first, place - size + 1) - 1, -1):
            if place < start + size <= last:
                runs = _runs(line, start, start + size)
                if runs and not any(run.cuts_ligature for run in runs):
                    return start, start + size, runs
    return place, place + 1, _runs(line, place, place + 1)


def _group(line: QTextLine, layout: QTextLayout, place: int) -> tuple[int, int, list[_Run]]:
    """Return the cluster at a place together with letters that lean on it without a width of their own."""
    first, last = line.textStart(), line.textStart() + line.textLength()
    start, end, runs = _cluster(line, place)
    if _width(runs) < _THIN and start > first:
        earlier, _, wider = _cluster(line, start - 1)
        if wider and runs and wider[0].is_rtl == runs[0].is_rtl and _width(wider) >= _THIN:
            start, runs = earlier, wider
    for _ in range(_REACH):
        # A letter may have a thousand marks, which are not asked for one by one.
        end = end if layout.isValidCursorPosition(end) else min(last, layout.nextCursorPosition(end))
        next_start, next_end, thin = _cluster(line, end) if end < last else (last, last, [])
        leans = next_start == end and thin and runs and thin[0].is_rtl == runs[0].is_rtl
        if not leans or _width(thin) >= _THIN:
            break
        end = next_end
    return start, end, runs


def _share(
    layout: QTextLayout, group: tuple[int, int], runs: list[_Run], start: int, end: int
) -> list[Extent]:
    """Return the part of a group's cell that a range takes, where its graphemes share the cell evenly."""
    if not runs:
        return []
    graphemes = [place for place in range(*group) if layout.isValidCursorPosition(place)] or [group[0]]
    left, right = min(run.left for run in runs), max(run.right for run in runs)
    width = (right - left) / len(graphemes)
    if runs[0].is_rtl:
        cells = [(right - width * (nth + 1), right - width * nth) for nth in range(len(graphemes))]
    else:
        cells = [(left + width * nth, left + width * (nth + 1)) for nth in range(len(graphemes))]
    return [cell for cell, place in zip(cells, graphemes, strict=True) if start <= place < end]


def _may_be_thin(line: QTextLine, layout: QTextLayout, place: int, last: int, known: dict[int, bool]) -> bool:
    """Tell whether the grapheme at a place may have no width; a false alarm only costs time."""
    if place >= last:
        return False
    found = known.get(place)
    if found is None:
        after = layout.nextCursorPosition(place)
        found = known[place] = -_THIN < caret_x(line, place) - caret_x(line, after) < _THIN
    return found


def caret_x(line: QTextLine, place: int) -> float:
    x, _ = cast("tuple[float, int]", line.cursorToX(place))
    return x


def _merged(pieces: list[Extent]) -> list[Extent]:
    merged: list[Extent] = []
    for left, right in sorted(pieces):
        if right - left <= 0.01:
            continue
        if merged and left <= merged[-1][1] + 0.5:
            merged[-1] = merged[-1][0], max(merged[-1][1], right)
        else:
            merged.append((left, right))
    return merged
