"""The window of quality: tabs of charts and tables, and beneath them what stands behind the figure chosen."""

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QSplitter,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from annotator.domain.errors import AnnotatorError
from annotator.gui.labels.label_icon import label_icon
from annotator.gui.plain_text import PlainLabel
from annotator.gui.quality.contents import Contents, pair_names
from annotator.gui.quality.evidence_list import EvidenceList
from annotator.gui.quality.measuring import Measuring
from annotator.gui.quality.saving import Saving
from annotator.gui.quality.section import Section
from annotator.gui.quality.tab import PairTab, Tab
from annotator.gui.room import resize_to_fit
from annotator.gui.session import ProjectSession
from annotator.gui.translation import label_name, led, sentence, set_off, tr
from annotator.reports.tables import shown

TABS = ("Progress", "Labels", "Agreement", "Disagreements", "Confusion", "Against gold")


class Dashboard(QDialog):
    """Stays open beside the window, until the project is closed."""

    picked = Signal(object)
    """An Evidence shall be shown in its article."""

    def __init__(self, session: ProjectSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowFlags(Qt.WindowType.Window)
        resize_to_fit(self, 1080, 760)
        self._session = session
        self._asked: tuple[Section, int, int] | None = None
        self._is_stale = False
        self.measuring = Measuring(session, self)
        self.saving = Saving(session, self, self._say)
        self.tabs = QTabWidget()
        self.progress, self.labels, self.agreement, self.disagreements, self.gold = (Tab() for _ in range(5))
        self.confusion = PairTab()
        self._parts = (
            *(self.progress, self.labels, self.agreement, self.disagreements),
            *(self.confusion, self.gold),
        )
        for part in self._parts:
            self.tabs.addTab(part, "")
            part.asked.connect(self._ask)
        self.evidence = EvidenceList(session)
        self.said, self.bar = PlainLabel(), QProgressBar()
        self.renew, self.picture, self.report = QPushButton(), QPushButton(), QPushButton()
        self._lay_out()
        self._connect()
        self._retranslate()
        self.measuring.start()
        self._show_state()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.LanguageChange, QEvent.Type.PaletteChange}:
            # After the language or the palette has reached all parts.
            QTimer.singleShot(0, self, self._retranslate)

    def done(self, result: int) -> None:
        self._stop()
        super().done(result)

    def _retranslate(self) -> None:
        name = self._session.project.path.stem
        self.setWindowTitle(f"{tr('Quality')} – {set_off(name)}")
        self.tabs.setAccessibleName(tr("Quality"))
        for nth, title in enumerate(TABS):
            self.tabs.setTabText(nth, tr(title))
        self.renew.setText(tr("Renew"))
        self.picture.setText(tr("Save the picture…"))
        self.report.setText(tr("Save the report…"))
        self.bar.setAccessibleName(tr("Measuring…"))
        self._show()

    def _show(self) -> None:
        """Show what has been measured, in the language and colours of now."""
        contents = Contents(self._session.labels)
        icons = self._icons()
        counted, measured, found = self.measuring.counted, self.measuring.measured, self.measuring.found
        for part in self._parts:
            part.wait()
        if counted:
            self.progress.show_all(contents.progress(counted), icons)
            self.labels.show_all(contents.labels(counted), icons)
        if measured:
            self.agreement.show_all(contents.agreement(measured), icons)
            self.confusion.offer([f"{set_off(a)} – {set_off(b)}" for a, b in pair_names(measured)])
            pair = self.confusion.pair.currentIndex()
            self.confusion.show_all(contents.confusion(measured, pair), icons)
        if found:
            self.disagreements.show_all(contents.disagreements(found), icons)
            self.gold.show_all(contents.gold(found), icons)
        if self._asked:
            self.evidence.rename(self._figure(*self._asked))

    def _icons(self) -> dict[str, QIcon]:
        return {label_name(label): label_icon(label, self.palette()) for label in self._session.labels}

    def _ask(self, section: Section, row: int, column: int) -> None:
        model = section.figures.figures
        self._asked = section, row, column
        self.evidence.ask(model.behind(row, column), self._figure(*self._asked))

    @staticmethod
    def _figure(section: Section, row: int, column: int) -> str:
        """Name a cell by its table, row and column."""
        table = section.figures.figures.table
        if row >= len(table.rows) or column >= len(table.columns):
            return led(table.title)
        places = [shown(table.rows[row][0]), table.columns[column] if column else ""]
        return tr(", ").join([led(table.title), *(set_off(place) for place in places if place)])

    def _show_state(self) -> None:
        is_running = self.measuring.is_running
        self.bar.setVisible(is_running)
        self.picture.setEnabled(self._picture is not None)
        if is_running:
            self.bar.setRange(0, 0)
            self._say(self.measuring.doing)
        elif self._is_stale:
            self._say(tr("The project has changed since this was measured."))
        else:
            self._say("")

    @property
    def _picture(self) -> QWidget | None:
        """What is saved as a picture: of the figure that was asked about, else of the first."""
        tab = self.tabs.currentWidget()
        asked = self._asked[0] if self._asked and self._asked[0].isVisible() else None
        return asked.picture if asked else tab.picture if isinstance(tab, Tab) else None

    def _say(self, text: str) -> None:
        self.said.setText(text)

    def _renewed(self) -> None:
        self._show()
        self._show_state()

    def _renew(self) -> None:
        self._is_stale = False
        self.evidence.forget()
        self._asked = None
        self.measuring.start()
        self._show_state()

    def _move(self, done: int, total: int) -> None:
        self.bar.setRange(0, total)
        self.bar.setValue(done)

    def _age(self) -> None:
        """Say that what is shown is not so any more."""
        self._is_stale = True
        if not self.measuring.is_running:
            self._show_state()

    def _fail(self, error: Exception) -> None:
        self._show_state()
        if not isinstance(error, AnnotatorError):
            raise error
        self._say(sentence(error))

    def _stop(self) -> None:
        self.measuring.stop()
        self.evidence.stop()
        self.saving.stop()

    def _save_picture(self) -> None:
        if self._picture:
            self.saving.ask_picture(self._picture)

    def _connect(self) -> None:
        self.measuring.renewed.connect(self._renewed)
        self.measuring.moved.connect(self._move)
        self.measuring.failed.connect(self._fail)
        self.confusion.chosen.connect(self._show)
        self.tabs.currentChanged.connect(lambda _: self._show_state())
        self.evidence.picked.connect(self.picked)
        self.renew.clicked.connect(self._renew)
        self.picture.clicked.connect(self._save_picture)
        self.report.clicked.connect(self.saving.ask_report)
        self._session.changed.connect(self._age)
        self._session.closing.connect(self.close)

    def _lay_out(self) -> None:
        self.tabs.setDocumentMode(True)
        self.bar.setMaximumWidth(160)
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(8)
        parts = QSplitter(Qt.Orientation.Vertical)
        parts.addWidget(self.tabs)
        parts.addWidget(self.evidence)
        parts.setChildrenCollapsible(False)
        parts.setStretchFactor(0, 1)
        parts.setSizes([520, 180])
        foot = QHBoxLayout()
        foot.setContentsMargins(12, 8, 12, 10)
        foot.setSpacing(8)
        foot.addWidget(self.said, 1)
        foot.addWidget(self.bar)
        for button in (self.renew, self.picture, self.report):
            button.setAutoDefault(False)
            foot.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(parts, 1)
        layout.addLayout(foot)
        self.tabs.setMinimumSize(QSize(320, 160))
        self.tabs.setFocus()
