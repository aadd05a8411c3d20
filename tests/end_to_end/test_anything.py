"""Whatever is done in the window, in whatever order: nothing breaks, and all of it can be taken back."""

import json
import random
import sys
from contextlib import suppress
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from annotator.domain.errors import EditError, NotFoundError
from annotator.gui.application import make_window
from annotator.gui.desk import Desk
from annotator.gui.settings import Settings
from annotator.gui.translation import Language
from annotator.services.export_options import ExportOptions
from annotator.services.exporting import export
from annotator.services.inspecting import check
from annotator.services.projects import create_sample
from tests.end_to_end.anybody import Anybody

_TIMES = 1000


def held(desk: Desk, out: Path) -> list[object]:
    """Return what the project holds but for times, which taking back does not turn back."""
    export(desk.session.project, out, ExportOptions("jsonl", takes_all=True))
    records = [json.loads(line) for line in out.read_text("utf-8").splitlines()]
    return [
        (
            record["id"],
            (record["status"], record.get("note"), record["labels"], record["relations"]),
            [
                (span["id"], span["start"], span["end"], span["label"], span["note"])
                for span in record["spans"]
            ],
        )
        for record in records
    ]


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(3))
def test_anything_done_can_be_taken_back(
    qapp: QApplication, qtbot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    broken: list[BaseException] = []

    def hook(_kind: object, error: BaseException, _trace: object) -> None:
        if not isinstance(error, EditError | NotFoundError):  # that is how the program says no
            broken.append(error)

    settings = Settings(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))
    settings.annotator = "amal"
    window = make_window(qapp, settings)
    qtbot.addWidget(window)
    window.show()
    create_sample(tmp_path / "sample.annotator", "amal")
    window.open_project(tmp_path / "sample.annotator")
    assert window.desk
    desk = window.desk
    before = held(desk, tmp_path / "before.jsonl")
    anybody = Anybody(window, random.Random(seed))
    with monkeypatch.context() as patch:
        patch.setattr(sys, "excepthook", hook)
        for _ in range(_TIMES):
            with suppress(EditError, NotFoundError):
                anybody.act()
            qapp.processEvents()
            assert not broken
        assert desk.labelling.current
        stored = desk.session.article(desk.labelling.current.article.id)
        assert desk.labelling.current == stored
        stack = desk.session.undo_stack
        assert stack.count() > _TIMES // 25
        while stack.canUndo():
            stack.undo()
    window.use_language(Language.ENGLISH)
    assert held(desk, tmp_path / "after.jsonl") == before
    assert check(desk.session.project) == []
    window.close()
