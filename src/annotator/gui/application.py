"""Starts the desktop program."""

import os
import re
import socket
import sys
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QEvent, QSettings, QTimer, Signal
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication

from annotator.domain.errors import AnnotatorError, DamageError, ElsewhereError, NewerError
from annotator.domain.names import checked
from annotator.domain.place import Place
from annotator.gui import accessibility, crash_log, fonts, theme
from annotator.gui.garbage import Collector
from annotator.gui.icons import app_icon
from annotator.gui.keeping import opening
from annotator.gui.keeping.ending import Ending
from annotator.gui.main_window import MainWindow
from annotator.gui.settings import Settings
from annotator.gui.translation import Translation
from annotator.gui.wiring import dialogs, has_name, open_path
from annotator.services import inspecting


class Application(QApplication):
    """Takes files as macOS hands them over, by events: no argument names what was double-clicked."""

    handed = Signal(object)
    """The Path of a file that is to be opened."""

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QFileOpenEvent):
            self.handed.emit(Path(event.file()))
            return True
        return super().event(event)


def start(project: Place | None, article: str | None, annotator: str | None) -> int:
    """Show the window until it is closed; return the exit status.

    Raises AnnotatorError where there is no screen, or the project cannot be opened.
    """
    _refuse_no_screen()
    crash_log.begin()
    app = Application([*sys.argv[:1], "-style", "Fusion"])
    window = make_window(app, Settings(QSettings("Annotator", "Annotator")))
    app.handed.connect(lambda path: open_path(window, path))
    ending = Ending(app, window)
    sys.excepthook = lambda kind, error, trace: report(window, kind, error, trace)
    try:
        _begin(window, project, article, annotator and checked(annotator))
    except ElsewhereError as error:
        if error.has_answered:
            return 0
        raise
    if ending.was_asked:
        return 0
    window.show()
    QTimer.singleShot(0, window, lambda: crash_log.note_versions(inspecting.versions()))
    Collector(window)
    return app.exec()


def _begin(window: MainWindow, project: Place | None, article: str | None, annotator: str | None) -> None:
    """Open the project that was named, or what was not closed, or welcome."""
    said: AnnotatorError | None = None
    try:
        if project and (annotator or has_name(window)):
            window.open_project(project, article, annotator)
        elif not project:
            opening.go_back(window)
    except (DamageError, NewerError) as error:
        said = error
    except AnnotatorError as error:
        if project:
            raise
        said = error
    if window.desk is None:
        window.show_welcome()
    if said:
        window.show_error(said)


def _refuse_no_screen() -> None:
    # Qt would abort the whole process.
    if sys.platform == "linux" and not (
        os.environ.get("WAYLAND_DISPLAY") or os.environ.get("QT_QPA_PLATFORM") or _answers()
    ):
        raise AnnotatorError("There is no screen to open a window on; the other commands need none.")


def _answers() -> bool:
    """Tell whether the X screen that DISPLAY names is there; one on another machine is taken to be."""
    named = re.fullmatch(r":(\d+)(\.\d+)?", os.environ.get("DISPLAY", ""))
    if named is None:
        return bool(os.environ.get("DISPLAY"))
    place = f"/tmp/.X11-unix/X{named[1]}"  # noqa: S108 - where X has it  # nosec B108
    for address in (place, f"\0{place}"):
        with socket.socket(socket.AF_UNIX) as screen:
            if screen.connect_ex(address) == 0:
                return True
    return False


def make_window(app: QApplication, settings: Settings) -> MainWindow:
    """Prepare the application and return its window, not yet shown."""
    app.setApplicationName("Annotator")
    app.setOrganizationName("Annotator")
    app.setDesktopFileName("annotator")  # by which Wayland finds the name and the icon
    app.setWindowIcon(app_icon())
    fonts.load(app)
    accessibility.install()
    theme.apply(app, settings.mode)
    translation = Translation(app)
    translation.use(settings.language)
    window = MainWindow(settings, translation)
    app.styleHints().colorSchemeChanged.connect(lambda _: window.use_mode(settings.mode))
    return window


def printed(html: str) -> bytes:
    """Return a page of HTML as PDF; it needs no screen."""
    from annotator.gui.printing import pdf_of  # noqa: PLC0415 - no part of a start

    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    fonts.load(app)
    return pdf_of(html)


def report(
    window: MainWindow, kind: type[BaseException], error: BaseException, trace: TracebackType | None
) -> None:
    """Say quietly what a person can act on; show anything else as the bug that it is, without its message."""
    if isinstance(error, AnnotatorError):
        window.show_error(error)
    else:
        sys.__excepthook__(kind, error, trace)
        dialogs(window).show_bug(crash_log.note_bug(kind, trace))
