"""Puts the parts of the window together."""

from pathlib import Path

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from annotator.domain.article import ArticleState, Direction
from annotator.domain.errors import AnnotatorError
from annotator.domain.label import LabelSet
from annotator.gui import theme
from annotator.gui.actions import Actions
from annotator.gui.desk import Desk
from annotator.gui.dialogs import asking
from annotator.gui.dialogs.export_dialog import ExportDialog
from annotator.gui.dialogs.guidelines_dialog import GuidelinesDialog
from annotator.gui.dialogs.import_dialog import ImportDialog
from annotator.gui.dialogs.keys_dialog import KeysDialog
from annotator.gui.dialogs.name_dialog import NameDialog
from annotator.gui.menus import Menus
from annotator.gui.message_bar import MessageBar
from annotator.gui.session import ProjectSession
from annotator.gui.settings import Settings
from annotator.gui.status import Status
from annotator.gui.translation import Language, Translation, sentence, tr
from annotator.gui.welcome_page import WelcomePage
from annotator.gui.wiring import wire_actions, wire_desk
from annotator.services import browsing, inspecting


class MainWindow(QMainWindow):
    def __init__(self, settings: Settings, translation: Translation) -> None:
        super().__init__()
        self.settings = settings
        self.translation = translation
        self.desk: Desk | None = None
        self.actions_ = Actions(self)
        self.menus = Menus(self, self.actions_)
        self.message = MessageBar()
        self.status = Status(self.statusBar())
        self.welcome = WelcomePage(self.actions_)
        self.pages = QStackedWidget()
        self.pages.addWidget(self.welcome)
        centre = QWidget()
        layout = QVBoxLayout(centre)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.message)
        layout.addWidget(self.pages, 1)
        self.setCentralWidget(centre)
        wire_actions(self)
        self.resize(1280, 800)
        self.restoreGeometry(settings.bytes_of("window"))
        self.retranslate()
        self.show_welcome()

    # Projects

    def open_project(self, path: Path, article: str | None = None, annotator: str | None = None) -> None:
        """Open it for an annotator, the person of the settings if none is named.

        Raises AnnotatorError; what was open stays open then.
        """
        session = ProjectSession.open(path, annotator or self.settings.annotator)
        self.close_project()
        self.settings.remember(path)
        self.desk = desk = Desk(session, self.settings)
        wire_desk(self, desk)
        self.pages.addWidget(desk)
        self.pages.setCurrentWidget(desk)
        self.status.show_annotator(session.annotator)
        self.message.hide()
        self._name_window()
        self.enable()
        if article:
            desk.open(browsing.find(session.project, article))
        else:
            desk.open_first()

    def close_project(self) -> None:
        if self.desk:
            desk, self.desk = self.desk, None
            desk.keep()
            self.pages.removeWidget(desk)
            desk.session.close()
            desk.deleteLater()
        self.show_welcome()

    def show_welcome(self) -> None:
        self.welcome.show_recent(self.settings.recent())
        self.pages.setCurrentWidget(self.welcome)
        self.status.show_annotator("")
        self._name_window()
        self.enable()

    def ask_name(self) -> bool:
        """Ask who labels; return whether somebody does."""
        dialog = NameDialog(self.settings.annotator, self)
        if dialog.exec():
            self.settings.annotator = dialog.name.text().strip()
        return bool(self.settings.annotator)

    # What actions do beyond the desk

    def show_import(self, desk: Desk) -> None:
        paths = asking.files_to_import(self)
        if paths:
            ImportDialog(desk.session, paths, self).exec()
            if desk.labelling.current is None:
                desk.open_first()

    def show_export(self, desk: Desk) -> None:
        ExportDialog(desk.session, self).exec()

    def show_guidelines(self, desk: Desk) -> None:
        chosen = desk.labelling.annotation(desk.view.chosen_id)
        label = desk.session.labels[chosen.label] if chosen else desk.labelling.pen
        texts = browsing.guidelines(desk.session.project)
        dialog = GuidelinesDialog(texts, self.translation.language, label.name if label else None, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.show()

    def show_keys(self) -> None:
        KeysDialog(self.desk.session.labels if self.desk else LabelSet(()), self).exec()

    def show_about(self) -> None:
        asking.show_about(self, inspecting.versions())

    def show_error(self, error: AnnotatorError) -> None:
        session = self.desk.session if self.desk else None
        can_retry = session is not None and session.unsaved is not None
        self.message.show_sentence(sentence(error), session.retry if session and can_retry else None)

    # Appearance

    def use_language(self, language: Language) -> None:
        self.settings.language = language
        self.translation.use(language)

    def use_mode(self, mode: theme.Mode) -> None:
        self.settings.mode = mode
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        theme.apply(app, mode)

    def retranslate(self) -> None:
        self.actions_.retranslate()
        self.menus.retranslate()
        self.status.retranslate()
        self.redraw()
        self._name_window()

    def _name_window(self) -> None:
        name = self.desk.session.project.path.stem if self.desk else ""
        self.setWindowTitle(f"{name} – {tr('Annotator')}" if name else tr("Annotator"))

    def redraw(self) -> None:
        is_rtl = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        self.actions_.redraw(self.palette(), is_rtl=is_rtl)

    def enable(self) -> None:
        """Enable the actions that can do something now."""
        desk = self.desk
        current = desk.labelling.current if desk else None
        is_closed = current is not None and current.layer.state.is_closed
        has_left = current is not None and current.layer.state in {
            ArticleState.SUBMITTED,
            ArticleState.SKIPPED,
        }
        can = dict.fromkeys(
            ("import", "export", "close", "guidelines", "next_part", "search"), desk is not None
        )
        can |= dict.fromkeys(("next", "previous", "copy"), current is not None)
        can |= {
            "submit": current is not None and not is_closed,
            "skip": current is not None and not is_closed,
        }
        can |= {"take_back": has_left, "undo": False, "redo": False}
        chosen = desk is not None and desk.view.chosen_id is not None
        can |= {"remove": chosen and not is_closed, "note": chosen and not is_closed}
        if desk:
            stack = desk.session.undo_stack
            can |= {"undo": stack.canUndo(), "redo": stack.canRedo()}
        for name, is_possible in can.items():
            self.actions_[name].setEnabled(is_possible)
        direction = current.article.direction if current else Direction.RTL
        self.actions_.check("direction", direction)
        self.actions_.group("direction").setEnabled(current is not None)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            QTimer.singleShot(0, self.retranslate)
        elif event.type() is QEvent.Type.PaletteChange:
            self.redraw()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.settings.keep_bytes("window", self.saveGeometry())
        self.close_project()
        super().closeEvent(event)
