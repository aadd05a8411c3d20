"""Asks how files are to be imported, and imports them."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QLabel, QLineEdit, QWidget

from annotator.gui.dialogs.task_dialog import TaskDialog
from annotator.gui.session import ProjectSession
from annotator.gui.translation import leading_side, tr
from annotator.services.exporting import formats
from annotator.services.importing import ImportOptions, ImportReport, import_files

ENCODINGS = ("utf-8", "windows-1256", "iso8859-6", "utf-16")


class ImportDialog(TaskDialog):
    def __init__(self, session: ProjectSession, paths: list[Path], parent: QWidget | None = None) -> None:
        super().__init__(tr("Import"), parent)
        self.setWindowTitle(tr("Import articles"))
        self._session, self._paths = session, paths
        files = QLabel("\n".join(path.name for path in paths[:6]) + ("\n…" if len(paths) > 6 else ""))
        files.setTextFormat(Qt.TextFormat.PlainText)
        files.setAlignment(leading_side())
        self.format = QComboBox()
        self.format.addItem(tr("By the file's ending"), None)
        for form in formats():
            self.format.addItem(f"{form.name} – {tr(form.about)}", form.name)
        self.encoding = QComboBox()
        self.encoding.addItem(tr("Find out"), None)
        for name in ENCODINGS:
            self.encoding.addItem(name, name)
        self.annotator = QLineEdit()
        self.annotator.setPlaceholderText(tr("As the file says, else {name}").format(name=session.annotator))
        self.adds_labels = QCheckBox(tr("Add labels that the project lacks"))
        fields = QFormLayout()
        fields.addRow(tr("Files"), files)
        fields.addRow(tr("Format"), self.format)
        fields.addRow(tr("Encoding"), self.encoding)
        fields.addRow(tr("The labels are by"), self.annotator)
        fields.addRow("", self.adds_labels)
        self.form.addLayout(fields)

    def begin(self) -> None:
        options = ImportOptions(
            login=self._session.annotator,
            annotator=self.annotator.text().strip() or None,
            format=self.format.currentData(),
            encoding=self.encoding.currentData(),
            adds_labels=self.adds_labels.isChecked(),
        )
        project, paths = self._session.project, self._paths
        self.run(lambda progress: import_files(project, paths, options, progress), self._finish)

    def _finish(self, report: ImportReport) -> None:
        counts = report.counts
        lines = [
            tr("Articles: {articles} · spans: {spans} · files: {files}").format(
                articles=f"{counts.articles:,}", spans=f"{counts.spans:,}", files=f"{len(report.files):,}"
            )
        ]
        if counts.unchanged:
            lines.append(tr("In the project already: {count}").format(count=f"{counts.unchanged:,}"))
        encodings = sorted({file.encoding for file in report.files})
        lines.append(tr("Read as: {encodings}").format(encodings=", ".join(encodings)))
        if report.added_labels:
            lines.append(tr("Labels added: {labels}").format(labels=", ".join(report.added_labels)))
        if report.hidden:
            found = ", ".join(f"{count:,} {name}" for name, count in report.hidden.most_common())
            lines.append(tr("Characters that are not seen, kept as they are: {found}").format(found=found))
        if report.passed_over:
            lines.append(tr("Passed over, of no known format: {count}").format(count=len(report.passed_over)))
        self.said.setText("\n".join(lines))
        self.is_done()
        self._session.brought_in()
