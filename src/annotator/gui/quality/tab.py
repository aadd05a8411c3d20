"""One tab of the dashboard: sections under one another."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIcon, QPalette
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from annotator.gui.plain_text import PlainLabel
from annotator.gui.quality.section import Section, Shown
from annotator.gui.room import scrolled
from annotator.gui.translation import tr


class Tab(QWidget):
    asked = Signal(object, int, int)
    """What stands behind a cell of a section shall be shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sections: dict[str, Section] = {}
        self._waiting = PlainLabel()
        self._waiting.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._waiting.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        content = QWidget()
        content.setBackgroundRole(QPalette.ColorRole.Base)
        content.setAutoFillBackground(True)
        self._column = QVBoxLayout(content)
        self._column.setContentsMargins(18, 14, 18, 14)
        self._column.setSpacing(22)
        self._column.addWidget(self._waiting)
        self._column.addStretch(1)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self._layout.addWidget(scrolled(content))

    def wait(self) -> None:
        """Say that what is shown here is being measured."""
        self._waiting.setText(tr("Measuring…"))
        self._waiting.setVisible(not self.sections)

    def show_all(self, everything: Iterable[Shown], icons: Mapping[str, QIcon]) -> None:
        """Show tables, each where it was shown before; those that there are no more are hidden."""
        self._waiting.hide()
        shown = {one.table.name: one for one in everything}
        for name, section in self.sections.items():
            section.setVisible(name in shown)
        for name, one in shown.items():
            if name not in self.sections:
                self.sections[name] = section = Section()
                section.asked.connect(self.asked)
                self._column.insertWidget(self._column.count() - 1, section)
            self.sections[name].show_table(one, icons)

    @property
    def picture(self) -> QWidget | None:
        """What is saved as a picture: the first chart or table."""
        return next((one.picture for one in self.sections.values() if one.isVisibleTo(self)), None)


class PairTab(Tab):
    """A tab about one pair of annotators, who are chosen above it."""

    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pair = QComboBox()
        self._caption = PlainLabel()
        self._caption.setBuddy(self.pair)
        self._choice = QWidget()
        row = QHBoxLayout(self._choice)
        row.setContentsMargins(18, 10, 18, 4)
        row.addWidget(self._caption)
        row.addWidget(self.pair)
        row.addStretch(1)
        self._choice.setBackgroundRole(QPalette.ColorRole.Base)
        self._choice.setAutoFillBackground(True)
        self._layout.insertWidget(0, self._choice)
        self._choice.hide()
        self.pair.currentIndexChanged.connect(lambda _: self.chosen.emit())

    def offer(self, pairs: list[str]) -> None:
        """Offer pairs, the one that is chosen staying so."""
        self._caption.setText(tr("Pair"))
        self.pair.setAccessibleName(tr("Pair"))
        self._choice.setVisible(len(pairs) > 0)
        if pairs != [self.pair.itemText(nth) for nth in range(self.pair.count())]:
            before = max(self.pair.currentIndex(), 0)
            self.pair.blockSignals(True)
            self.pair.clear()
            self.pair.addItems(pairs)
            self.pair.setCurrentIndex(min(before, len(pairs) - 1))
            self.pair.blockSignals(False)
