"""A colour, out of those that colour-blind readers tell apart, or any other."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QColorDialog, QHBoxLayout, QPushButton, QWidget

from annotator.domain.label import COLOURS
from annotator.gui.translation import tr

NAMES = dict(
    zip(
        COLOURS,
        ("Orange", "Sky blue", "Green", "Pink", "Vermilion", "Blue", "Yellow", "Grey"),
        strict=True,
    )
)
_SIDE = 26


class _Swatch(QAbstractButton):
    def __init__(self, colour: str) -> None:
        super().__init__()
        self.colour = colour
        self.setCheckable(True)
        self.setToolTip(tr(NAMES[colour]))
        self.setAccessibleName(tr(NAMES[colour]))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def sizeHint(self) -> QSize:
        return QSize(_SIDE, _SIDE)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(4, 4, -4, -4)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.colour))
        painter.drawRoundedRect(area, 4, 4)
        if self.isChecked() or self.hasFocus():
            role = QPalette.ColorRole.Accent if self.hasFocus() else QPalette.ColorRole.Text
            painter.setPen(QPen(self.palette().color(role), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)


class ColourField(QWidget):
    picked = Signal(str)
    """A colour, such as #0072B2."""

    def __init__(self) -> None:
        super().__init__()
        self._colour = COLOURS[0]
        self.swatches = [_Swatch(colour) for colour in COLOURS]
        self.other = QPushButton(tr("Other…"))
        self.other.setAutoDefault(False)
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        for swatch in self.swatches:
            self._group.addButton(swatch)
            swatch.clicked.connect(lambda _=False, colour=swatch.colour: self.picked.emit(colour))
            row.addWidget(swatch)
        row.addSpacing(8)
        row.addWidget(self.other)
        row.addStretch(1)
        self.other.clicked.connect(self._ask)

    def show_value(self, colour: str) -> None:
        self._colour = colour
        # An exclusive group would not let the last checked one go.
        self._group.setExclusive(False)
        for swatch in self.swatches:
            swatch.setChecked(swatch.colour == colour.upper())
        self._group.setExclusive(True)

    def _ask(self) -> None:
        dialog = QColorDialog(QColor(self._colour), self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setOption(QColorDialog.ColorDialogOption.DontUseNativeDialog)
        dialog.colorSelected.connect(lambda colour: self.picked.emit(colour.name().upper()))
        dialog.open()
