"""The labels to give: colour, line, name, key, and how often each is given in the open article."""

from collections import Counter

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QAbstractButton, QVBoxLayout, QWidget

from annotator.domain.label import Label, LabelSet
from annotator.gui.plain_text import plain_tip
from annotator.gui.text.painting import sample
from annotator.gui.theme import label_colours
from annotator.gui.translation import Translated, label_name, spoken, tr

_PAD = 10


class LabelButton(QAbstractButton):
    """Checked while its label is the pen."""

    def __init__(self, label: Label, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.label = label
        self.count = 0
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        return QSize(190, self.fontMetrics().height() + 18)

    def nextCheckState(self) -> None:
        """Leave it to the pen whether the button is checked."""

    def describe(self, count: int) -> None:
        self.count = count
        self.setText(label_name(self.label))
        name = f"{self.text()} {self.label.name}"
        self.setAccessibleName(tr(", ").join([name, f"{tr('key')} {self.label.key}", str(count)]))
        self.setToolTip(plain_tip(self.label.description.get(spoken(), name)))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        palette, is_rtl = self.palette(), self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        if self.isChecked() or self.underMouse() or self.hasFocus():
            role = QPalette.ColorRole.Highlight if self.isChecked() else QPalette.ColorRole.Midlight
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(palette.color(role))
            painter.drawRoundedRect(self.rect().adjusted(4, 1, -4, -1), 6, 6)
        height, width = self.height(), self.width()
        patch = QRectF(0, 0, 26, 20)
        patch.moveCenter(QRectF(self.rect()).center())
        patch.moveLeft(width - _PAD - 26 if is_rtl else _PAD)
        sample(painter, patch, label_colours(self.label, palette))
        side = Qt.AlignmentFlag.AlignRight if is_rtl else Qt.AlignmentFlag.AlignLeft
        other = Qt.AlignmentFlag.AlignLeft if is_rtl else Qt.AlignmentFlag.AlignRight
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
        text = QRectF(_PAD + 40, 0, width - 2 * _PAD - 80, height)
        painter.setPen(palette.color(QPalette.ColorRole.Text))
        painter.drawText(text, side | middle, self.text())
        edge = QRectF(_PAD + 26, 0, width - 2 * _PAD - 52, height)
        painter.setPen(palette.color(QPalette.ColorRole.PlaceholderText))
        painter.drawText(edge, other | middle, str(self.count) if self.count else "")
        self._draw_key(painter, QRectF(_PAD if is_rtl else width - _PAD - 20, height / 2 - 10, 20, 20))

    def _draw_key(self, painter: QPainter, cap: QRectF) -> None:
        if self.label.key:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(self.palette().color(QPalette.ColorRole.Mid))
            painter.setBrush(self.palette().color(QPalette.ColorRole.Button))
            painter.drawRoundedRect(cap, 4, 4)
            painter.setPen(self.palette().color(QPalette.ColorRole.Text))
            painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, self.label.key.upper())

    def event(self, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.HoverEnter, QEvent.Type.HoverLeave}:
            self.update()
        return super().event(event)


class LabelPalette(Translated):
    used = Signal(object)
    """A Label was clicked."""

    def __init__(self, labels: LabelSet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buttons: list[LabelButton] = []
        self._counts: Counter[str] = Counter()
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(4, 6, 4, 6)
        self._layout.setSpacing(1)
        self.set_labels(labels)

    def set_labels(self, labels: LabelSet) -> None:
        for button in self._buttons:
            self._layout.removeWidget(button)
            button.deleteLater()
        self._buttons = [LabelButton(label, self) for label in labels.offered]
        for button in self._buttons:
            button.clicked.connect(lambda _=False, label=button.label: self.used.emit(label))
            self._layout.addWidget(button)
        self.retranslate()

    @property
    def pointed(self) -> Label | None:
        """The label that the keyboard or the mouse is at."""
        at = sorted(self._buttons, key=lambda button: button.hasFocus(), reverse=True)
        return next((button.label for button in at if button.hasFocus() or button.underMouse()), None)

    def show_counts(self, counts: Counter[str]) -> None:
        self._counts = counts
        for button in self._buttons:
            if button.count != self._counts[button.label.id]:
                button.describe(self._counts[button.label.id])

    def mark_pen(self, pen: Label | None) -> None:
        for button in self._buttons:
            button.setChecked(pen is not None and button.label.id == pen.id)

    def retranslate(self) -> None:
        self.setAccessibleName(tr("Labels"))
        for button in self._buttons:
            button.describe(self._counts[button.label.id])
