"""One laid-out line as others would set it: fribidi for the directions, HarfBuzz for the shapes, no Qt.

The order of what is written in two directions is that of UAX 9 (fribidi, with rules L1 and L2 here); each run
of one level and one script is shaped within the text around it, with the same font file.
"""

import ctypes
import ctypes.util
import functools
import unicodedata
from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import NamedTuple

import uharfbuzz as hb

_RTL = 0x111
_OTHER_NEUTRAL = 0x40
_KEPT = {"WS", "LRI", "RLI", "FSI", "PDI", "BN", "LRE", "RLE", "LRO", "RLO", "PDF"}


class Glyph(NamedTuple):
    """x counts pixels from the left end of the line, or of its run where that is all that is known."""

    index: int
    x: float


class Text:
    """A right-to-left paragraph, in one font."""

    def __init__(self, text: str, font: Path, pixels: float) -> None:
        self.text = text
        self._points = [ord(letter) for letter in text]
        self._levels = _levels(text)
        self._scripts = list(_scripts(text))
        self._font, self._covered, units_per_em = _font(font)
        self._scale = pixels / units_per_em

    def is_covered(self, place: int) -> bool:
        """Tell whether the font has a letter; what is not seen needs none."""
        return self._points[place] in self._covered or unicodedata.category(self.text[place]) in {"Cf", "Cc"}

    def line(self, start: int, end: int) -> list[Glyph]:
        """Return the glyphs of a line from left to right, with their positions, where the font has all."""
        x, found = 0.0, []
        for glyphs, width in self.runs(start, end):
            found += [Glyph(glyph.index, x + glyph.x) for glyph in glyphs]
            x += width
        return found

    def runs(self, start: int, end: int) -> Iterator[tuple[list[Glyph], float]]:
        """Yield what the font has of a line, run by run from left to right, with the runs' widths."""
        levels = self._line_levels(start, end)
        keys = zip(levels, self._scripts[start:end], map(self.is_covered, range(start, end)), strict=True)
        runs, at = [], start
        for key, members in groupby(keys):
            length = len(list(members))
            runs.append((*key, at, length))
            at += length
        for level, script, is_covered, at, length in _from_left([(run[0], run) for run in runs]):
            if is_covered:
                yield self._shape(at, length, level, script)

    def _shape(self, start: int, length: int, level: int, script: str) -> tuple[list[Glyph], float]:
        buffer = hb.Buffer()
        buffer.add_codepoints(self._points, start, length)
        buffer.direction = "rtl" if level & 1 else "ltr"
        buffer.script = script
        buffer.language = "ar" if script == "Arab" else "en"
        hb.shape(self._font, buffer)
        x, glyphs = 0, []
        for info, position in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
            glyphs.append(Glyph(info.codepoint, (x + position.x_offset) * self._scale))
            x += position.x_advance
        return glyphs, x * self._scale

    def _line_levels(self, start: int, end: int) -> list[int]:
        """Return a line's levels after rule L1, by which spaces at its end take the level of the text."""
        levels = self._levels[start:end]
        for nth in range(len(levels) - 1, -1, -1):
            if unicodedata.bidirectional(self.text[start + nth]) not in _KEPT:
                break
            levels[nth] = 1
        for nth, letter in enumerate(self.text[start:end]):
            if unicodedata.bidirectional(letter) in {"S", "B"}:
                levels[nth] = 1
        return levels


def is_available() -> bool:
    return ctypes.util.find_library("fribidi") is not None


@functools.cache
def _fribidi() -> ctypes.CDLL:
    library = ctypes.CDLL(ctypes.util.find_library("fribidi"))
    library.fribidi_get_bidi_type.restype = ctypes.c_uint32
    library.fribidi_get_bracket.restype = ctypes.c_uint32
    library.fribidi_get_par_embedding_levels_ex.restype = ctypes.c_int8
    return library


def _levels(text: str) -> list[int]:
    library, count = _fribidi(), len(text)
    points = [ctypes.c_uint32(ord(letter)) for letter in text]
    types = (ctypes.c_uint32 * count)(*map(library.fribidi_get_bidi_type, points))
    brackets = (ctypes.c_uint32 * count)(
        *(
            library.fribidi_get_bracket(point) if kind == _OTHER_NEUTRAL else 0
            for point, kind in zip(points, types, strict=True)
        )
    )
    direction, levels = ctypes.c_uint32(_RTL), (ctypes.c_int8 * count)()
    assert library.fribidi_get_par_embedding_levels_ex(
        types, brackets, count, ctypes.byref(direction), levels
    )
    return list(levels)


def _scripts(text: str) -> Iterator[str]:
    """Yield the script of each letter; digits, marks and punctuation have that of what stands before them."""
    known = [_script(letter) for letter in text]
    current = next((script for script in known if script), "Arab")
    for script in known:
        current = script or current
        yield current


def _script(letter: str) -> str | None:
    name, category = unicodedata.name(letter, ""), unicodedata.category(letter)
    if category[0] != "L":
        return None
    scripts = {"ARABIC": "Arab", "LATIN": "Latn", "HEBREW": "Hebr", "CYRILLIC": "Cyrl", "GREEK": "Grek"}
    return scripts.get(name.split(" ")[0])


@functools.cache
def _font(path: Path) -> tuple[hb.Font, frozenset[int], int]:
    face = hb.Face(hb.Blob.from_file_path(str(path)))
    return hb.Font(face), frozenset(face.unicodes), face.upem


def _from_left(items):
    """Put runs with their levels in the order of rule L2, from left to right."""
    order = list(items)
    for level in range(max((level for level, _ in items), default=0), 0, -1):
        flagged = [(item[0] >= level, item) for item in order]
        groups = [
            (is_high, [item for _, item in group]) for is_high, group in groupby(flagged, itemgetter(0))
        ]
        order = [item for is_high, group in groups for item in (group[::-1] if is_high else group)]
    return [item for _, item in order]
