"""Contrast as WCAG 2 measures it (success criteria 1.4.3 and 1.4.11), in every theme."""

import itertools
from collections.abc import Sequence

import pytest
from PySide6.QtGui import QColor, QPalette

from annotator.domain.label import COLOURS, Label
from annotator.gui.theme import Mode, label_colours, palette

MODES = [mode for mode in Mode if mode is not Mode.SYSTEM]
Role = QPalette.ColorRole
PAGES = (Role.Window, Role.Base, Role.AlternateBase)
TEXTS = [
    *itertools.product((Role.WindowText, Role.Text, Role.PlaceholderText, Role.Link), PAGES),
    *((Role.BrightText, page) for page in (Role.Window, Role.Base)),
    *((Role.ButtonText, under) for under in (Role.Button, Role.Midlight)),
    *((text, Role.Highlight) for text in (Role.HighlightedText, Role.Text, Role.WindowText)),
    *((Role.WindowText, under) for under in (Role.Midlight,)),
    (Role.ToolTipText, Role.ToolTipBase),
    (Role.Base, Role.Accent),  # a button that Enter presses
]
LINES = [(Role.Accent, page) for page in PAGES] + [(Role.Dark, Role.Base), (Role.Dark, Role.Window)]


def luminance(colour: QColor) -> float:
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: QColor, other: QColor) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def over(fill: QColor, page: QColor) -> QColor:
    share = fill.alphaF()
    pairs = zip(
        (fill.redF(), fill.greenF(), fill.blueF()), (page.redF(), page.greenF(), page.blueF()), strict=True
    )
    return QColor.fromRgbF(*(share * top + (1 - share) * bottom for top, bottom in pairs))


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize(("pairs", "least"), [(TEXTS, 4.5), (LINES, 3)], ids=["text", "lines and icons"])
def test_what_is_read_stands_out_from_what_is_under_it(
    mode: Mode, pairs: Sequence[tuple[Role, Role]], least: float
) -> None:
    found = palette(mode)
    weak = {
        f"{over.name} on {under.name}": round(ratio, 2)
        for over, under in pairs
        if (ratio := contrast(found.color(over), found.color(under))) < least
    }
    assert weak == {}


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("colour", [*COLOURS, "#000000", "#FFFFFF", "#FFFF00", "#0000FF"])
def test_text_is_read_on_every_label_and_the_labels_line_is_seen(mode: Mode, colour: str) -> None:
    found = palette(mode)
    page, text = found.color(Role.Base), found.color(Role.Text)
    colours = label_colours(Label("x", "X", colour), found)
    weak = {
        name: round(ratio, 2)
        for name, ratio, least in (
            ("fill", contrast(text, over(colours.fill, page)), 4.5),
            ("strong fill", contrast(text, over(colours.strong_fill, page)), 4.5),
            ("line", contrast(colours.line, page), 3),
        )
        if ratio < least
    }
    assert weak == {}
