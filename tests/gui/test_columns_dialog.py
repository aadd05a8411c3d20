"""Columns of a table, and what becomes of them."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialogButtonBox, QFileDialog

from annotator.gui.desk import Desk
from annotator.gui.dialogs.columns_dialog import ColumnsDialog
from annotator.gui.dialogs.import_dialog import ImportDialog
from annotator.services.importing import ImportOptions
from annotator.services.mapping import columns

TABLE = """رقم,عنوان,تاريخ,كاتب,محتوى
7,زيارة باكو,2025-11-03,سلمى,زار وزير الخارجية مدينة باكو يوم الثلاثاء.
8,هدنة,2025-11-04,سلمى,وقّعت الأطراف هدنة في القاهرة برعاية الأمم المتحدة.
"""


@pytest.fixture
def table(tmp_path: Path) -> Path:
    (tmp_path / "news.csv").write_text(TABLE, "utf-8")
    return tmp_path / "news.csv"


def choose(dialog: ColumnsDialog, row: int, kept: str) -> None:
    dialog.boxes[row].setCurrentIndex(dialog.boxes[row].findData(kept))


def can_accept(dialog: ColumnsDialog) -> bool:
    return dialog._buttons.button(QDialogButtonBox.StandardButton.Ok).isEnabled()


def test_what_is_known_is_offered_and_the_first_article_shown(table: Path, qtbot) -> None:
    dialog = ColumnsDialog(columns([table], ImportOptions("amal")), {})
    qtbot.addWidget(dialog)
    assert dialog.chosen == {
        "محتوى": "text",
        "رقم": "رقم",
        "عنوان": "title",
        "تاريخ": "published",
        "كاتب": "كاتب",
    }
    assert dialog._facts["title"].text() == "زيارة باكو"
    choose(dialog, 4, "source")
    assert dialog._facts["source"].text() == "سلمى"


def test_what_is_chosen_twice_or_leaves_no_text_is_refused(table: Path, qtbot) -> None:
    dialog = ColumnsDialog(columns([table], ImportOptions("amal")), {})
    qtbot.addWidget(dialog)
    choose(dialog, 1, "title")
    assert "More than one column: Title" in dialog._complaint.text()
    assert not can_accept(dialog)
    choose(dialog, 1, "external_id")
    assert can_accept(dialog)
    choose(dialog, 0, "")
    assert "must be the text" in dialog._complaint.text()


def test_an_import_follows_what_was_chosen_and_its_report_is_saved(
    desk: Desk, table: Path, tmp_path: Path, qtbot, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = ImportDialog(desk.session, [table])
    qtbot.addWidget(dialog)

    def answer(asked: ColumnsDialog) -> int:
        choose(asked, 1, "external_id")
        choose(asked, 4, "")
        return 1

    monkeypatch.setattr(ColumnsDialog, "exec", answer)
    dialog.columns.click()
    dialog.begin()
    qtbot.waitUntil(lambda: desk.articles.model.rowCount() == 4)
    desk.open(desk.articles.model.line(2).id)
    article = desk.labelling.current.article
    assert article.external_id == "7"
    assert (article.meta["title"], article.meta["published"]) == ("زيارة باكو", "2025-11-03")
    assert "كاتب" not in article.meta
    out = tmp_path / "report.json"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(out), ""))
    save = next(button for button in dialog.buttons.buttons() if "report" in button.text())
    save.click()
    assert '"articles": 2' in out.read_text("utf-8")


def test_a_file_of_bare_texts_has_nothing_to_choose(desk: Desk, tmp_path: Path, qtbot) -> None:
    (tmp_path / "a.txt").write_text("نص", "utf-8")
    dialog = ImportDialog(desk.session, [tmp_path / "a.txt"])
    qtbot.addWidget(dialog)
    dialog.columns.click()
    assert "nothing beside" in dialog.said.text()


def test_a_check_changes_nothing_and_the_import_follows(desk: Desk, table: Path, qtbot) -> None:
    dialog = ImportDialog(desk.session, [table])
    qtbot.addWidget(dialog)
    dialog.check.click()
    qtbot.waitUntil(lambda: "nothing was changed" in dialog.said.text())
    assert "2" in dialog.said.text()
    assert desk.articles.model.rowCount() == 2
    assert dialog.go.isEnabled()
    dialog.go.click()
    qtbot.waitUntil(lambda: desk.articles.model.rowCount() == 4)
    assert "nothing was changed" not in dialog.said.text()
