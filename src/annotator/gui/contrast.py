"""Contrast of colours as WCAG 2 defines it, and colours changed as little as it asks for."""

from PySide6.QtGui import QColor

TEXT = 4.5
LINE = 3.0
"""The least for text and for what is not text (success criteria 1.4.3 and 1.4.11, level AA)."""

_STEP = 0.05


def contrast(one: QColor, other: QColor) -> float:
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def seen_on(colour: QColor, page: QColor, text: QColor) -> QColor:
    """Return a colour, mixed with that of text where it would not be seen as a line on a page."""
    share, found = 0.0, QColor(colour)
    while contrast(found, page) < LINE and share < 1:
        share += _STEP
        found = _mixed(text, colour, share)
    return found


def under(colour: QColor, share: float, page: QColor, text: QColor) -> QColor:
    """Return a colour that lets a page through, more than asked for where text could not be read on it."""
    while share > _STEP and contrast(_mixed(colour, page, share), text) < TEXT:
        share -= _STEP / 2
    found = QColor(colour)
    found.setAlphaF(share)
    return found


def _mixed(top: QColor, bottom: QColor, share: float) -> QColor:
    share = min(1.0, share)
    over, below = (top.redF(), top.greenF(), top.blueF()), (bottom.redF(), bottom.greenF(), bottom.blueF())
    red, green, blue = (share * one + (1 - share) * other for one, other in zip(over, below, strict=True))
    return QColor.fromRgbF(red, green, blue)


def _luminance(colour: QColor) -> float:
    red, green, blue = (_linear(part) for part in (colour.redF(), colour.greenF(), colour.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)
