"""The status bar: who labels, where one is, the pen, and when the last decision was saved."""

from PySide6.QtCore import QLocale, QTime
from PySide6.QtWidgets import QStatusBar

from annotator.domain.label import Label
from annotator.domain.span import Span
from annotator.gui.actions import CHOICES
from annotator.gui.plain_text import PlainLabel
from annotator.gui.text.units import Unit
from annotator.gui.translation import isolated, label_name, tr


class Status:
    """Fills a status bar with permanent fields."""

    def __init__(self, bar: QStatusBar) -> None:
        self._annotator, self._pen, self._place = PlainLabel(), PlainLabel(), PlainLabel()
        self._saved, self._snapping = PlainLabel(), PlainLabel()
        self._unit = Unit.CLITIC
        bar.setSizeGripEnabled(False)
        bar.addWidget(self._annotator)
        bar.addWidget(self._pen, 1)
        bar.addPermanentWidget(self._snapping)
        bar.addPermanentWidget(self._place)
        bar.addPermanentWidget(self._saved)
        self._fields: tuple[str, Label | None, int, Span | None, QTime | None] = ("", None, 0, None, None)
        self._related: str | None = None

    @property
    def saved_text(self) -> str:
        return self._saved.text()

    def show_annotator(self, name: str) -> None:
        self._fields = (name, None, 0, None, None)
        self.retranslate()

    def show_pen(self, pen: Label | None) -> None:
        self._fields = (self._fields[0], pen, *self._fields[2:])
        self.retranslate()

    def show_relating(self, text: str | None) -> None:
        """Say that a relation begins at a span with this text, and waits for its end."""
        self._related = text
        self.retranslate()

    def show_place(self, place: int, selection: Span | None) -> None:
        self._fields = (*self._fields[:2], place, selection, self._fields[4])
        self.retranslate()

    def show_snapping(self, unit: Unit) -> None:
        self._unit = unit
        self.retranslate()

    def show_saved(self) -> None:
        self._fields = (*self._fields[:4], QTime.currentTime())
        self.retranslate()

    def retranslate(self) -> None:
        annotator, pen, place, selection, saved = self._fields
        self._annotator.setText(tr("Annotator: {name}").format(name=annotator) if annotator else "")
        armed = tr("Pen: {label}. Select text to label it; Escape puts the pen down.")
        waits = tr("Relation from {text}: choose its end and press the key again; Escape leaves it.")
        if self._related is not None:
            self._pen.setText(waits.format(text=isolated(self._related[:40])))
        else:
            self._pen.setText(armed.format(label=label_name(pen)) if pen else "")
        if selection:
            text = tr("Selected: {start}–{end}").format(
                start=f"{selection.start:,}", end=f"{selection.end:,}"
            )
        else:
            text = tr("Character {place}").format(place=f"{place:,}")
        self._place.setText(text if annotator else "")
        snapping = tr("Selects by: {unit}").format(unit=tr(CHOICES["snapping"][self._unit]))
        self._snapping.setText(snapping if annotator else "")
        when = QLocale.c().toString(saved, "HH:mm:ss") if saved else ""
        self._saved.setText(tr("Saved at {when}").format(when=when) if saved else "")
