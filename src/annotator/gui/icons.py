"""Icons drawn from resources/icons, in the colour of the text around them."""

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPalette, QPixmap, QTransform
from PySide6.QtSvg import QSvgRenderer

from annotator.resources import resource

MIRRORED = frozenset({"next", "previous", "undo", "redo", "take-back", "skip"})
"""Icons that point along the reading direction."""

_SIZES = (20, 40)


def icon(name: str, palette: QPalette, *, is_rtl: bool = False) -> QIcon:
    """Return an icon; those that point are turned round where is_rtl."""
    colour = palette.color(QPalette.ColorRole.WindowText).name()
    return _icon(name, colour, is_mirrored=is_rtl and name in MIRRORED)


def app_icon() -> QIcon:
    return QIcon(str(resource("icons", "app.svg")))


@cache
def _icon(name: str, colour: str, *, is_mirrored: bool) -> QIcon:
    source = resource("icons", f"{name}.svg").read_text("utf-8")
    drawing = QSvgRenderer(QByteArray(source.replace("currentColor", colour).encode()))
    found = QIcon()
    for size in _SIZES:
        found.addPixmap(_drawn(drawing, size, is_mirrored=is_mirrored))
    return found


def _drawn(drawing: QSvgRenderer, size: int, *, is_mirrored: bool) -> QPixmap:
    pixmap = QPixmap(size, size)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    drawing.render(painter, QRectF(0, 0, size, size))
    painter.end()
    return pixmap.transformed(QTransform().scale(-1, 1)) if is_mirrored else pixmap
