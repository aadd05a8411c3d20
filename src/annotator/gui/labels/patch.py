"""A label's colour and line, as an icon beside its name."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPalette, QPixmap

from annotator.domain.label import Label
from annotator.gui.text.painting import sample
from annotator.gui.theme import label_colours

WIDTH, HEIGHT = 18, 16


def patch(label: Label, palette: QPalette) -> QIcon:
    pixmap = QPixmap(WIDTH, HEIGHT)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    sample(painter, QRectF(0, 0, WIDTH, HEIGHT), label_colours(label, palette))
    painter.end()
    return QIcon(pixmap)
