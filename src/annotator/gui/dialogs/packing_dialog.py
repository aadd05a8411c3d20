"""Hands articles out: who gets some, how many, and how many go to two people."""

from pathlib import Path

from PySide6.QtWidgets import (
    QFileDialog,
    QFormLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)

from annotator.gui.dialogs.number_field import NumberField
from annotator.gui.dialogs.task_dialog import TaskDialog
from annotator.gui.session import ProjectSession
from annotator.gui.translation import isolated, spoken, text_option, tr
from annotator.services.packing import Packed, PackOptions, file_name, pack

_MOST = 1_000_000


class PackingDialog(TaskDialog):
    def __init__(self, session: ProjectSession, parent: QWidget | None = None) -> None:
        super().__init__(tr("Hand out"), parent)
        self.setWindowTitle(tr("Hand out articles"))
        self._session = session
        self.names = QPlainTextEdit()
        self.names.setPlaceholderText(tr("A name a line"))
        self.names.setTabChangesFocus(True)
        self.names.setMaximumHeight(96)
        self.names.document().setDefaultTextOption(text_option(spoken()))
        self.count = NumberField(0, _MOST, 0)
        self.count.setGroupSeparatorShown(True)
        self.count.setSpecialValueText(tr("All that nobody has"))
        self.overlap = NumberField(0, 100, 20)
        self.overlap.setSuffix(" %")
        self.query = QLineEdit()
        self.query.setPlaceholderText(tr("Any"))
        self.seed = NumberField(0, _MOST, 0)
        self.folder = QPushButton(tr("Choose a folder…"))
        self.folder.setAutoDefault(False)
        self.folder.clicked.connect(self._ask_folder)
        self._out: Path | None = None
        fields = QFormLayout()
        fields.addRow(tr("Annotators"), self.names)
        fields.addRow(tr("Articles"), self.count)
        fields.addRow(tr("With the words"), self.query)
        fields.addRow(tr("To two people"), self.overlap)
        fields.addRow(tr("Seed"), self.seed)
        fields.addRow(tr("Into"), self.folder)
        self.form.addLayout(fields)

    @property
    def options(self) -> PackOptions:
        names = (name.strip() for name in self.names.toPlainText().splitlines())
        return PackOptions(
            tuple(dict.fromkeys(filter(None, names))),
            query=self.query.text(),
            count=self.count.value() or _MOST,
            overlap=self.overlap.value() / 100,
            seed=self.seed.value(),
        )

    def use_folder(self, folder: Path) -> None:
        """Have the packages made in a folder."""
        self._out = folder
        self.folder.setText(isolated(folder))

    def begin(self) -> None:
        options, folder, project = self.options, self._out, self._session.project
        if not options.annotators:
            self.said.setText(tr("Name at least one annotator."))
            self.names.setFocus()
            return
        if folder is None:
            self._ask_folder()
            folder = self._out
        if folder:
            self.run(lambda progress: pack(project, _place(folder, options), options, progress), self._finish)

    def _ask_folder(self) -> None:
        name = QFileDialog.getExistingDirectory(self, tr("Hand out articles"), str(Path.home()))
        if name:
            self.use_folder(Path(name))

    def _finish(self, packed: list[Packed]) -> None:
        lines = [
            tr("{name}: {count} articles, {path}").format(
                name=isolated(one.annotator), count=f"{one.articles:,}", path=isolated(one.path.name)
            )
            for one in packed
        ]
        self.said.setText("\n".join([*lines, tr("Send each file to its annotator, and take it in again.")]))
        self.is_done()
        self._session.saved.emit()


def _place(folder: Path, options: PackOptions) -> Path:
    """Return what pack() makes: a file in the folder for one annotator, else the folder itself."""
    return folder if len(options.annotators) > 1 else folder / file_name(options.annotators[0])
