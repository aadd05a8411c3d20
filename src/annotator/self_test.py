"""The main job from end to end, by keyboard in a window that nobody sees: also run where it is installed."""

import os
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

import orjson
from PySide6.QtCore import QMessageLogContext, QSettings, Qt, QtMsgType, qInstallMessageHandler
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotator.domain.errors import AnnotatorError
from annotator.gui.application import make_window
from annotator.gui.main_window import MainWindow
from annotator.gui.settings import Settings
from annotator.gui.text.article_view import ArticleView
from annotator.services.export_options import ExportOptions
from annotator.services.exporting import export
from annotator.services.importing import ImportOptions, import_files
from annotator.services.inspecting import check, versions
from annotator.services.projects import create, open_project

TEXT = " date 2025-11-19 وقّعت أرمينيا وباكو 🎉 اتفاق سلام\r\n\r\nفي طهران، برعاية «الأمم المتحدة».\n"

EXPECTED = [
    ("أرمينيا", "ACTOR"),
    ("باكو", "PLACE"),
    ("اتفاق سلام", "AGREEMENT"),
    ("سلام", "TOPIC"),
    ("طهران", "PLACE"),
    ("الأمم المتحدة", "ACTOR"),
]

_SHIFT = Qt.KeyboardModifier.ShiftModifier
_CONTROL = Qt.KeyboardModifier.ControlModifier
_ALT = Qt.KeyboardModifier.AltModifier


class SelfTestError(AnnotatorError):
    """The program does not do its main job on this machine."""


def check_everything() -> str:
    """Import, label by keyboard, undo, redo, submit, export, compare. Raises SelfTestError.

    On the platform that QT_QPA_PLATFORM names, such as xcb; offscreen if it names none.
    """
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    qInstallMessageHandler(_pass_on)
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        settings = Settings(QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat))
        settings.annotator = "self-test"
        window = make_window(app, settings)
        try:
            spans = tell_story(window, folder)
        finally:
            window.close()
            window.deleteLater()
    made_of = ", ".join(f"{name} {version}" for name, version in versions().items())
    return (
        f"The self-test passed: {len(spans)} spans labelled by keyboard, saved, exported and compared.\n"
        f"Window system: {app.platformName()}. {made_of}."
    )


def tell_story(window: MainWindow, folder: Path) -> Sequence[dict[str, object]]:
    """Do the main job in a window and a folder; return the spans of the exported file."""
    source, path, out = folder / "خبر.txt", folder / "project.annotator", folder / "out.jsonl"
    source.write_bytes(TEXT.encode())
    with create(path) as project:
        import_files(project, [source], ImportOptions(login="self-test"))
    window.show()
    window.open_project(path)
    assert window.desk
    label_by_keyboard(window.desk.view)
    window.actions_["undo"].trigger()
    window.actions_["redo"].trigger()
    window.actions_["submit"].trigger()
    window.close_project()

    with open_project(path) as project:
        faults = check(project)
        export(project, out, ExportOptions("jsonl"))
    record = orjson.loads(out.read_bytes())
    found = [(span["text"], span["label"]) for span in record["spans"]]
    _expect(not faults, "the project is not sound: {reason}", "; ".join(faults))
    _expect(record["text"].encode() == source.read_bytes(), "the text has changed", "")
    _expect(record["status"] == "submitted", "the article is {reason}", record["status"])
    _expect(found == EXPECTED, "the spans are {reason}", found)
    spans: list[dict[str, object]] = record["spans"]
    _expect(all(span["text"] == TEXT[span["start"] : span["end"]] for span in record["spans"]), "offsets", "")
    return spans


def label_by_keyboard(view: ArticleView) -> None:
    """Give the labels of EXPECTED to TEXT with keys alone, the way a person would."""

    def press(key: Qt.Key, *modifiers: Qt.KeyboardModifier, times: int = 1) -> None:
        held = Qt.KeyboardModifier.NoModifier
        for modifier in modifiers:
            held |= modifier
        for _ in range(times):
            QTest.keyClick(view, key, held)

    def label_words(key: Qt.Key, words: int, letters: int) -> None:
        """From the end of a word: pass some letters, take some words, label them."""
        press(Qt.Key.Key_Left, times=letters)
        press(Qt.Key.Key_Left, _CONTROL, _SHIFT, times=words)
        press(key)
        press(Qt.Key.Key_Escape)

    press(Qt.Key.Key_Home, _CONTROL)
    press(Qt.Key.Key_Left, _CONTROL, times=3)
    label_words(Qt.Key.Key_1, words=1, letters=1)
    press(Qt.Key.Key_Left, _CONTROL)
    label_words(Qt.Key.Key_1, words=1, letters=2)
    press(Qt.Key.Key_Tab, times=1)
    press(Qt.Key.Key_2)
    press(Qt.Key.Key_Escape)
    press(Qt.Key.Key_Left, _CONTROL)
    label_words(Qt.Key.Key_3, words=2, letters=3)
    press(Qt.Key.Key_Left, _CONTROL)
    label_words(Qt.Key.Key_4, words=1, letters=1)
    press(Qt.Key.Key_Left, _CONTROL, times=2)
    label_words(Qt.Key.Key_2, words=1, letters=1)
    press(Qt.Key.Key_Left, _CONTROL, times=2)
    press(Qt.Key.Key_Left, times=2)
    press(Qt.Key.Key_Left, _CONTROL, _SHIFT)
    press(Qt.Key.Key_1)
    press(Qt.Key.Key_Left, _CONTROL, _ALT)


def _pass_on(_kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
    if "propagateSizeHints" not in message:  # which the offscreen platform says of every window
        print(message, file=sys.stderr)  # noqa: T201 - where Qt would say it


def _expect(holds: bool, template: str, reason: object) -> None:
    if not holds:
        raise SelfTestError("The self-test failed: " + template, reason=reason)
