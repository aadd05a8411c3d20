"""A label's colour and line as an icon."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPalette, QPixmap

from annotator.domain.label import Label
from annotator.gui.text.painting import sample
from annotator.gui.theme import label_colours

_SIDE = 20


def label_icon(label: Label, palette: QPalette) -> QIcon:
    ratio = QGuiApplication.primaryScreen().devicePixelRatio()
    pixmap = QPixmap(round(_SIDE * ratio), round(_SIDE * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    sample(painter, QRectF(0, 2, _SIDE, _SIDE - 4), label_colours(label, palette))
    painter.end()
    return QIcon(pixmap)
