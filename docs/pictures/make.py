"""Makes the pictures of the documentation from the real window on the sample: `make pictures`."""

import sys
import tempfile
from collections.abc import Iterator
from itertools import product
from pathlib import Path

from PySide6.QtCore import QElapsedTimer, QSettings, QThreadPool
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from annotator.domain.errors import EditError
from annotator.domain.span import Span
from annotator.gui.application import make_window
from annotator.gui.dialogs.export_dialog import ExportDialog
from annotator.gui.dialogs.guidelines_dialog import GuidelinesDialog
from annotator.gui.dialogs.import_dialog import ImportDialog
from annotator.gui.dialogs.keys_dialog import KeysDialog
from annotator.gui.dialogs.label_editor.dialog import LabelEditor
from annotator.gui.main_window import MainWindow
from annotator.gui.settings import Settings
from annotator.gui.theme import Mode
from annotator.gui.translation import Language
from annotator.gui.welcome_page import WelcomePage
from annotator.resources import resource
from annotator.services.browsing import guidelines
from annotator.services.projects import create_sample

FOLDER = Path(__file__).parent
SIZES = ((1280, 800), (1920, 1080))
ARTICLE = "sample-07"


def main() -> None:
    """Make them all; an argument names another folder to put them in."""
    out = Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER
    app = QApplication([])
    with tempfile.TemporaryDirectory() as name:
        project = Path(name) / "sample.annotator"
        settings = Settings(QSettings(str(Path(name) / "settings.ini"), QSettings.Format.IniFormat))
        settings.annotator = "model"
        create_sample(project, settings.annotator)
        window = make_window(app, settings)
        window.show()
        for (width, height), language, mode in product(SIZES, Language, (Mode.LIGHT, Mode.DARK)):
            window.use_language(language)
            window.use_mode(mode)
            window.resize(width, height)
            is_shown_whole = width == SIZES[0][0] and (language is Language.ARABIC) == (mode is Mode.LIGHT)
            for title, widget in scenes(window, project, is_shown_whole=is_shown_whole):
                settle(app)
                widget.grab().save(str(out / f"{title}-{language}-{mode}-{width}x{height}.png"))
        window.close()


def scenes(
    window: MainWindow, project: Path, *, is_shown_whole: bool
) -> Iterator[tuple[str, MainWindow | QDialog]]:
    """Yield what is to be seen, by name; the welcome page and dialogs only where all is shown."""
    if is_shown_whole:
        window.close_project()
        window.turn_to(WelcomePage(window.actions_, []))
        yield "welcome", window
    window.open_project(project, ARTICLE)
    desk = window.desk
    assert desk
    desk.view.walk(1)
    desk.view.walk(1)
    yield "article", window
    if is_shown_whole:
        desk.view.select(Span(250, 265))
        window.show_error(EditError("This article has been submitted; take it back to change it."))
        yield "message", window
        window.message.hide()
        language = window.translation.language
        sample = resource("sample", "articles.jsonl")
        guide = GuidelinesDialog(guidelines(desk.session.project), desk.session.labels, language, window)
        guide.browser.go_to(desk.session.labels["place"])
        dialogs = {
            "export": ExportDialog(desk.session, window),
            "import": ImportDialog(desk.session, [sample], window),
            "guidelines": guide,
            "labels": LabelEditor(desk.session, desk),
            "keys": KeysDialog(window.actions_, window.settings, desk.session.labels, window),
        }
        for title, dialog in dialogs.items():
            dialog.show()
            yield title, dialog
            dialog.done(0)


def settle(app: QApplication) -> None:
    """Let background work, which begins after a pause, end and everything be painted."""
    timer = QElapsedTimer()
    timer.start()
    while timer.elapsed() < 300 or QThreadPool.globalInstance().activeThreadCount():
        QTest.qWait(10)
    app.processEvents()


if __name__ == "__main__":
    main()
