"""Icons drawn from resources/icons, in the colour of the text around them."""

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPalette, QPixmap, QTransform
from PySide6.QtSvg import QSvgRenderer

from annotator.resources import resource

MIRRORED = frozenset({"next", "previous", "undo", "redo", "take-back", "skip"})
"""Icons that point along the reading direction."""

_SIZE = 20
"""In pixels of the window system, of which a screen may have several dots each."""


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
    ratio = QGuiApplication.primaryScreen().devicePixelRatio()
    pixmap = QPixmap(round(_SIZE * ratio), round(_SIZE * ratio))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    drawing.render(painter, QRectF(pixmap.rect()))
    painter.end()
    if is_mirrored:
        pixmap = pixmap.transformed(QTransform().scale(-1, 1))
    pixmap.setDevicePixelRatio(ratio)
    return QIcon(pixmap)
