"""Asks how files are to be imported, and imports them."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFileDialog,
    QFormLayout,
    QLineEdit,
    QPushButton,
    QWidget,
)

from annotator.domain.errors import AnnotatorError
from annotator.domain.offsets import OffsetUnit
from annotator.gui.dialogs.columns_dialog import ColumnsDialog
from annotator.gui.dialogs.import_report import told
from annotator.gui.dialogs.task_dialog import TaskDialog
from annotator.gui.dialogs.withdrawing import withdraw
from annotator.gui.plain_text import PlainLabel
from annotator.gui.room import slim_box
from annotator.gui.session import ProjectSession
from annotator.gui.translation import leading_side, sentence, tr
from annotator.services import reporting
from annotator.services.copies import Copies
from annotator.services.exporting import formats
from annotator.services.importing import ImportOptions, ImportReport, import_files
from annotator.services.mapping import columns

UNITS = {
    OffsetUnit.CODE_POINT: "code points",
    OffsetUnit.UTF16: "UTF-16 units",
    OffsetUnit.BYTE: "bytes",
    OffsetUnit.GRAPHEME: "letters with their marks",
}
COPIES = {
    Copies.KEEP: "Not looked for",
    Copies.REPORT: "Counted",
    Copies.SKIP: "Left out",
    Copies.LINK: "Kept, with the name of the original",
}
ENCODINGS = ("utf-8", "windows-1256", "iso8859-6", "utf-16")


class ImportDialog(TaskDialog):
    def __init__(self, session: ProjectSession, paths: list[Path], parent: QWidget | None = None) -> None:
        super().__init__(tr("Import"), parent)
        self.setWindowTitle(tr("Import articles"))
        self._session, self._paths = session, paths
        files = PlainLabel("\n".join(path.name for path in paths[:6]) + ("\n…" if len(paths) > 6 else ""))
        files.setAlignment(leading_side())
        self.format = slim_box(20)
        self.format.addItem(tr("By what is in the file"), None)
        for form in (form for form in formats() if form.reads):
            self.format.addItem(f"{form.name} – {tr(form.about)}", form.name)
        self.encoding = QComboBox()
        self.encoding.addItem(tr("Find out"), None)
        for name in ENCODINGS:
            self.encoding.addItem(name, name)
        self.offset_unit = QComboBox()
        self.offset_unit.addItem(tr("Find out"), None)
        for unit, name in UNITS.items():
            self.offset_unit.addItem(tr(name), unit)
        self.annotator = QLineEdit()
        self.annotator.setPlaceholderText(tr("As the file says, else {name}").format(name=session.author))
        self.copies = QComboBox()
        for what, name in COPIES.items():
            self.copies.addItem(tr(name), what)
        self.columns = QPushButton(tr("As they are called…"))
        self.columns.setAutoDefault(False)
        self.columns.clicked.connect(self._ask_columns)
        self._kept: dict[str, str] = {}
        self.adds_labels = QCheckBox(tr("Add labels that the project lacks"))
        fields = QFormLayout()
        fields.addRow(tr("Files"), files)
        fields.addRow(tr("Format"), self.format)
        fields.addRow(tr("Encoding"), self.encoding)
        fields.addRow(tr("Offsets count"), self.offset_unit)
        fields.addRow(tr("Columns and metadata"), self.columns)
        fields.addRow(tr("The labels are by"), self.annotator)
        fields.addRow(tr("Near copies"), self.copies)
        fields.addRow("", self.adds_labels)
        self.form.addLayout(fields)
        self._report: ImportReport | None = None
        self.check = self.add_button(tr("Check only"))
        self.check.clicked.connect(lambda: self._begin(replace(self.options, is_dry_run=True)))
        self.save = self.add_button(tr("Save the report…"))
        self.save.clicked.connect(self._save)
        self.save.hide()

    @property
    def options(self) -> ImportOptions:
        return ImportOptions(
            login=self._session.author,
            annotator=self.annotator.text().strip() or None,
            format=self.format.currentData(),
            encoding=self.encoding.currentData(),
            offset_unit=OffsetUnit(unit) if (unit := self.offset_unit.currentData()) else None,
            columns=self._kept,
            adds_labels=self.adds_labels.isChecked(),
            copies=Copies(self.copies.currentData()),
        )

    def begin(self) -> None:
        self._begin(self.options)

    def _begin(self, options: ImportOptions) -> None:
        project, paths = self._session.project, self._paths
        self.run(lambda progress: import_files(project, paths, options, progress), self._finish)

    def _ask_columns(self) -> None:
        try:
            found = columns(self._paths, self.options)
        except AnnotatorError as error:
            self.said.setText(sentence(error))
            return
        self.said.setText("" if found else tr("There is nothing beside the texts."))
        if found:
            dialog = ColumnsDialog(found, self._kept, self)
            if dialog.exec():
                self._kept = dialog.changed
                self.columns.setText(tr("As chosen…"))

    def _finish(self, report: ImportReport) -> None:
        self._report = report
        self.said.setText(told(report))
        self.save.show()
        if report.is_dry_run:
            return
        self.check.hide()
        self.is_done()
        session, window = self._session, self.parentWidget()
        session.brought_in((lambda: withdraw(session, report, window)) if report.receipt else None)

    def _save(self) -> None:
        """Write what was imported, and every remark with its line."""
        name, _ = QFileDialog.getSaveFileName(self, tr("Save the report"), "import.json", "JSON (*.json)")
        if name and self._report:
            path = Path(name)
            reporting.refuse(path, self._session.project.path, *self._paths)
            reporting.write(path, self._report.as_json())
