"""Case 62: an article with a million spans. Cases 60 and 61 are among the texts of test_bad_texts.py."""

import time
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotator.gui.application import make_window
from annotator.gui.settings import Settings
from tests.reliability.hostile import annotator

NONE, SHIFT, CONTROL = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
)
KEYS = (
    (Qt.Key.Key_Left, NONE),
    (Qt.Key.Key_Left, SHIFT),
    (Qt.Key.Key_1, NONE),
    (Qt.Key.Key_Z, CONTROL),
    (Qt.Key.Key_End, CONTROL),
    (Qt.Key.Key_Tab, NONE),
    (Qt.Key.Key_PageUp, NONE),
)


@pytest.mark.timeout(600)
@pytest.mark.parametrize(
    ("count", "opening_s"),
    [
        pytest.param(5_000, 5, id="case-62-5,000"),
        pytest.param(30_000, 5, id="case-62-30,000", marks=pytest.mark.slow),
        pytest.param(1_000_000, 60, id="case-62-a-million", marks=pytest.mark.slow),
    ],
)
def test_an_article_of_very_many_spans_is_imported_opened_and_edited(
    qapp: QApplication, qtbot, project_path: Path, count: int, opening_s: int
) -> None:
    """The program may take 1 GB for the import; opened, a key may take two seconds of the processor."""
    source = project_path.with_name("in.jsonl")
    spans = ",".join(f'[{5 * nth},{5 * nth + 4},"PLACE"]' for nth in range(count))
    source.write_text(f'{{"text":"{"كلمة " * count}","label":[{spans}]}}\n', "utf-8")
    done = annotator("import", project_path, source, "--annotator", "amal", seconds=120)
    assert f"{count:,} spans" in done.out, done
    settings = Settings(QSettings(str(project_path.with_name("s.ini")), QSettings.Format.IniFormat))
    window = make_window(qapp, settings)
    qtbot.addWidget(window)
    window.resize(1280, 800)
    window.show()
    begun = time.thread_time()
    window.open_project(project_path, annotator="amal")
    desk = window.desk
    assert desk
    qtbot.waitUntil(lambda: desk.labelling.current is not None, timeout=5000 * opening_s)
    assert time.thread_time() - begun < opening_s
    assert len(desk.labelling.current.annotations) == count
    for key, held in KEYS:
        begun = time.thread_time()
        QTest.keyClick(desk.view, key, held)
        QApplication.processEvents()
        window.repaint()
        assert time.thread_time() - begun < 2, key
    window.close()
