"""A week of a team, in the real windows: packed, labelled offline, merged, reviewed, exported."""

import random
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path

import jsonschema
import orjson
import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotator.domain.article import ArticleState
from annotator.domain.span import Span
from annotator.gui.application import make_window
from annotator.gui.dialogs.export_dialog import ExportDialog
from annotator.gui.dialogs.merging_dialog import MergingDialog
from annotator.gui.dialogs.packing_dialog import PackingDialog
from annotator.gui.main_window import MainWindow
from annotator.gui.printing import pdf_of
from annotator.gui.review.review_desk import ReviewDesk
from annotator.gui.settings import Settings
from annotator.reports.writing import write_report
from annotator.resources import resource
from annotator.services.exporting import export as write_export
from annotator.services.importing import ImportOptions, import_files
from annotator.services.inspecting import check
from annotator.services.projects import create
from annotator.services.reviewing import open_review
from tests.texts import read_lines

PEOPLE = ("أمل", "باسم", "دينا")
SENTENCE = "زار وزير الخارجية باكو، والتقى هناك رئيس الوزراء في اليوم {day}."
ARTICLES = 10
_CONTROL = Qt.KeyboardModifier.ControlModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def open_window(qapp: QApplication, qtbot, tmp_path: Path) -> Iterator[Callable[[str, Path], MainWindow]]:
    """Open somebody's own window on a project, as on a machine of their own."""
    made: list[MainWindow] = []

    def opened(name: str, project: Path) -> MainWindow:
        settings = Settings(QSettings(str(tmp_path / f"{len(made)}.ini"), QSettings.Format.IniFormat))
        settings.annotator = name
        window = make_window(qapp, settings)
        qtbot.addWidget(window)
        window.resize(1280, 800)
        window.show()
        window.open_project(project)
        made.append(window)
        return window

    yield opened
    for window in made:
        window.close()


@pytest.fixture
def project(tmp_path: Path) -> Path:
    path, folder = tmp_path / "main.annotator", tmp_path / "news"
    folder.mkdir()
    for day in range(1, ARTICLES + 1):
        (folder / f"{day}.txt").write_text(SENTENCE.format(day=day), "utf-8")
    with create(path) as made:
        import_files(made, [folder], ImportOptions(login="منى"))
    return path


def press(
    window: MainWindow, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    assert window.desk
    QTest.keyClick(window.desk.view, key, modifiers)


def hand_out(window: MainWindow, folder: Path, qtbot) -> list[Path]:
    dialog = PackingDialog(window.desk.session, window)
    dialog.names.setPlainText("\n".join(PEOPLE))
    dialog.overlap.setValue(30)
    dialog.use_folder(folder)
    dialog.go.click()
    qtbot.waitUntil(lambda: not dialog.is_at_work)
    assert dialog.said.text().count("\n") == len(PEOPLE)
    dialog.close()
    return sorted(folder.iterdir())


def label_all(window: MainWindow, slips: random.Random) -> int:
    """Label and submit what is in a package, now and then otherwise than others would; count the articles."""
    desk = window.desk
    count = desk.articles.model.rowCount()
    for _ in range(count):
        text = desk.labelling.current.article.text
        for word, key in (
            ("وزير الخارجية", Qt.Key.Key_1),
            ("باكو", Qt.Key.Key_2),
            ("رئيس الوزراء", Qt.Key.Key_1),
        ):
            start = text.index(word)
            end = start + len(word)
            slip = slips.random()
            if slip < 0.2:
                continue
            if slip < 0.4:
                end = text.find(" ", end + 1)
            desk.view.select(Span(start, end))
            press(window, key)
        window.actions_["submit"].trigger()
    return count


def take_in(window: MainWindow, packages: list[Path], qtbot) -> str:
    dialog = MergingDialog(window.desk.session, packages, window)
    dialog.go.click()
    qtbot.waitUntil(lambda: not dialog.is_at_work)
    dialog.close()
    return dialog.said.text()


def review_all(window: MainWindow, qtbot) -> int:
    """Walk the disagreements of every article by key, and accept it; count what was decided."""
    window.activateWindow()
    window.actions_["review"].trigger()
    desk = window.desk
    assert isinstance(desk, ReviewDesk)
    qtbot.waitUntil(lambda: desk.queue.model.rowCount() == ARTICLES)
    decided = 0
    desk.open(desk.queue.model.articles[0].line.id)
    for _ in range(ARTICLES):
        reviewing = desk.reviewing
        while reviewing.review.unresolved:
            press(window, Qt.Key.Key_F8)
            keys = [
                (Qt.Key.Key_1, _CONTROL),
                (Qt.Key.Key_X, _CONTROL | _SHIFT),
                (Qt.Key.Key_M, _CONTROL | _SHIFT),
            ]
            before = len(reviewing.review.unresolved)
            press(window, *keys[decided % 3])
            assert len(reviewing.review.unresolved) < before
            decided += 1
        window.actions_["submit"].trigger()
    return decided


def test_a_week_from_handing_out_to_gold(open_window, project: Path, tmp_path: Path, qtbot) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    coordinator = open_window("منى", project)
    packages = hand_out(coordinator, folder, qtbot)
    assert [path.stem for path in packages] == sorted(PEOPLE)
    slips = random.Random(7)
    labelled = 0
    for path in packages:
        own = open_window("من يملك الجهاز", path)
        assert own.desk.session.annotator == path.stem
        labelled += label_all(own, slips)
        own.close_project()
    assert labelled == ARTICLES + round(0.3 * ARTICLES)
    slips.shuffle(packages)
    first = take_in(coordinator, packages, qtbot)
    assert "conflict" not in first or ", in conflict 0" in first
    again = take_in(coordinator, packages[::-1], qtbot)
    assert again.count("new in 0 articles") == len(PEOPLE)
    decided = review_all(coordinator, qtbot)
    assert decided
    export = ExportDialog(coordinator.desk.session, coordinator)
    assert export.choices.layer.currentText() == "Gold, with who decided it"
    options = export.choices.options("jsonl")
    export.close()
    out = tmp_path / "gold.jsonl"
    write_export(coordinator.desk.session.project, out, options)
    schema = orjson.loads(resource("schema", "annotator-1.schema.json").read_bytes())
    lines = read_lines(out)
    assert len(lines) == ARTICLES
    kinds = set()
    for line in lines:
        jsonschema.validate(line, schema)
        assert line["status"] == "accepted"
        assert line["unresolved"] == []
        kinds |= {span["provenance"]["kind"] for span in line["spans"]}
        kinds |= {span["provenance"].get("by") for span in line["spans"]}
    assert kinds >= {"unanimous", "copied", "decided", "منى"}
    report = tmp_path / "report.pdf"
    opened = coordinator.desk.session.project
    write_report(opened, report, "ar", pdf_of)
    seen = _seen(report)
    assert all(name[::-1] in seen for name in PEOPLE)
    assert check(opened) == []
    states = {layer.state for line in lines for layer in open_review(opened, line["id"]).states.values()}
    assert states == {ArticleState.ACCEPTED, ArticleState.NEW}


def _seen(path: Path) -> str:
    """Return the letters of a PDF as they stand on its pages, Arabic from its last letter to its first."""
    pypdf = pytest.importorskip("pypdf", reason="pypdf is not installed")
    text = "".join(page.extract_text() for page in pypdf.PdfReader(path).pages)
    return unicodedata.normalize("NFKC", text)
