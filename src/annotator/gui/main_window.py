"""Puts the parts of the window together."""

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QVBoxLayout, QWidget

from annotator.domain.article import ArticleState, Direction
from annotator.domain.errors import AnnotatorError
from annotator.domain.place import Place
from annotator.gui import theme
from annotator.gui.actions import FOR_A_PROJECT, FOR_REVIEW, Actions
from annotator.gui.desk import Desk
from annotator.gui.keeping import opening
from annotator.gui.keeping.keeping import Keeping
from annotator.gui.keymap import action_at
from annotator.gui.menus import Menus
from annotator.gui.message_bar import MessageBar
from annotator.gui.remedies import remedies
from annotator.gui.room import resize_to_fit
from annotator.gui.settings import Settings
from annotator.gui.status import Status
from annotator.gui.translation import Language, Translation, sentence, tr
from annotator.gui.welcome_page import WelcomePage
from annotator.gui.wiring import safekeeping, wire_actions, wire_welcome


class MainWindow(QMainWindow):
    def __init__(self, settings: Settings, translation: Translation) -> None:
        super().__init__()
        self.settings = settings
        self.translation = translation
        self.desk: Desk | None = None
        self.keeping: Keeping | None = None
        self.is_leaving = False
        """Whether a project is being closed, which may take a while."""
        self.actions_ = Actions(self)
        self.menus = Menus(self, self.actions_)
        self.message = MessageBar()
        self.status = Status(self.statusBar())
        self._page: QWidget | None = None
        centre = QWidget()
        self._column = QVBoxLayout(centre)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.message)
        self.setCentralWidget(centre)
        wire_actions(self)
        self.setStyleSheet(theme.style_sheet())
        resize_to_fit(self, 1280, 800)
        self.restoreGeometry(settings.bytes_of("window"))
        self.retranslate()
        self.enable()

    # Projects

    def open_project(
        self,
        place: Place,
        article: str | None = None,
        annotator: str | None = None,
        *,
        for_review: bool = False,
    ) -> None:
        """Open it for an annotator, the person of the settings if none is named, or for a reviewer.

        Raises AnnotatorError; what was open stays open then.
        """
        opening.open_project(self, place, article, annotator, for_review=for_review)

    def close_project(self) -> None:
        opening.leave(self)
        self.show_welcome()

    def show_welcome(self) -> None:
        welcome = WelcomePage(self.actions_, self.settings.recent())
        wire_welcome(self, welcome)
        self.message.hide()
        self.turn_to(welcome)

    def turn_to(self, page: QWidget) -> None:
        """Show a page of the window in place of the one before."""
        if self._page:
            self._column.removeWidget(self._page)
            self._page.hide()  # until it is gone, its keys would count
            self._page.deleteLater()
        self._page = page
        self._column.addWidget(page, 1)
        self.status.show_annotator(self.desk.session.author if self.desk else "")
        self._name_window()
        self.enable()

    def come_forward(self) -> None:
        """Be seen: another start of the program was asked for what is open here."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.raise_()
        self.activateWindow()

    def show_error(self, error: AnnotatorError) -> None:
        """Say it with what can be done, or in front of what is being asked, which hides the window."""
        if QApplication.activeModalWidget():
            safekeeping(self).tell(sentence(error))
        else:
            self.message.show_sentence(sentence(error), *remedies(self, error))

    # Appearance

    def use_language(self, language: Language) -> None:
        self.settings.language = language
        self.translation.use(language)

    def use_mode(self, mode: theme.Mode) -> None:
        self.settings.mode = mode
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        theme.apply(app, mode)
        self.setStyleSheet(theme.style_sheet())

    def retranslate(self) -> None:
        self.actions_.retranslate()
        self.enable()
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
        is_review = desk is not None and desk.is_review
        is_closed = current is not None and current.layer.state.is_closed
        is_open = current is not None and not is_closed
        left = {ArticleState.SUBMITTED, ArticleState.SKIPPED}
        has_left = current is not None and current.layer.state in left
        can = dict.fromkeys(FOR_A_PROJECT, desk is not None)
        can |= dict.fromkeys(FOR_REVIEW, current is not None and is_review)
        can |= dict.fromkeys(("next", "previous", "copy"), current is not None)
        can |= {"submit": is_open, "skip": is_open and not is_review, "note": is_open}
        can |= {"take_back": has_left or (is_review and is_closed), "undo": False, "redo": False}
        self.actions_["submit"].setText(tr("Accept") if is_review else tr("Submit"))
        chosen = desk is not None and desk.view.chosen_id is not None
        can |= dict.fromkeys(("remove", "relate"), chosen and not is_closed)
        if desk:
            stack = desk.session.undo_stack
            can |= {"undo": stack.canUndo(), "redo": stack.canRedo()}
        for name, is_possible in can.items():
            self.actions_[name].setEnabled(is_possible)
        direction = current.article.direction if current else Direction.RTL
        self.actions_.check("direction", direction)
        self.actions_.group("direction").setEnabled(current is not None)
        self.enable_mentions()

    def enable_mentions(self) -> None:
        has_span = self.desk is not None and self.desk.view.span is not None
        self.actions_["mentions"].setEnabled(has_span)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            QTimer.singleShot(0, self, self.retranslate)
        elif event.type() is QEvent.Type.PaletteChange:
            self.redraw()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Nothing else had a use for it.
        action = action_at(event, self.actions_)
        in_text = self.desk is not None and self.desk.view.hasFocus()
        if action and (in_text or action not in self.actions_.of_the_text()):
            action.trigger()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.settings.keep_bytes("window", self.saveGeometry())
        opening.leave(self)
        super().closeEvent(event)
