"""The whole job, in the real window."""

from pathlib import Path

import orjson
import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotator.domain.span import Span
from annotator.gui.application import make_window
from annotator.gui.settings import Settings
from annotator.self_test import tell_story
from annotator.services.export_options import ExportOptions
from annotator.services.exporting import export
from annotator.services.importing import ImportOptions, import_files
from annotator.services.projects import create

NEWS = (Path(__file__).parents[2] / ".." / "shared" / "data" / "news").resolve()


@pytest.fixture
def window(qapp: QApplication, qtbot, tmp_path: Path):
    settings = Settings(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))
    settings.annotator = "self-test"
    made = make_window(qapp, settings)
    qtbot.addWidget(made)
    yield made
    made.close()


def test_the_main_job_by_keyboard_alone(window, tmp_path: Path) -> None:
    assert len(tell_story(window, tmp_path)) == 6


def test_a_real_article_is_exported_right_to_the_letter(window, tmp_path: Path) -> None:
    sources = sorted(NEWS.glob("000_*.txt"))
    if not sources:
        pytest.skip("the news article to test with is not beside the repository")
    path, out = tmp_path / "p.annotator", tmp_path / "out.jsonl"
    project = create(path)
    import_files(project, sources, ImportOptions(login="amal"))
    window.show()
    window.open_project(path)
    text = window.desk.labelling.current.article.text
    wanted = []
    for word, key, label in (("أذربيجان", Qt.Key.Key_2, "PLACE"), ("باكو", Qt.Key.Key_2, "PLACE")):
        at = text.find(word)
        while at >= 0:
            window.desk.view.select(Span(at, at + len(word)))
            QTest.keyClick(window.desk.view, key)
            wanted.append((at, at + len(word), label))
            at = text.find(word, at + 1)
    export(project, out, ExportOptions("jsonl"))
    record = orjson.loads(out.read_bytes())
    assert [(span["start"], span["end"], span["label"]) for span in record["spans"]] == sorted(wanted)
    assert record["text"].encode() == sources[0].read_bytes()
    assert record["meta"]["published"] == "2025-11-19"
    assert any(text[start - 1] == "و" for start, _, _ in wanted)
    project.close()
