"""The radar's window: a queue to show, fix and approve, which follows what is edited."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from annotator.domain.edit import Edit
from annotator.gui.main_window import MainWindow
from annotator.gui.radar.radar_window import RadarWindow
from annotator.gui.translation import Language
from annotator.quality.suspicion import ConsistencyRule
from annotator.services import annotating
from annotator.services.projects import open_project
from tests.layers import add_articles, annotation

SENTENCE = "وصل الوفد إلى {city} مساء اليوم {day} ثم غادرها"
CITIES = ("تونس", "باكو", "طرابلس", "عمّان")


@pytest.fixture
def project_path(project_path: Path) -> Path:
    """Cities are places forty times, and once an actor."""
    texts = [SENTENCE.format(city=CITIES[day % 4], day=day) for day in range(40)]
    with open_project(project_path) as project:
        articles = add_articles(project, *texts)[-40:]
        for nth, (article, text) in enumerate(zip(articles, texts, strict=True)):
            start = text.index(CITIES[nth % 4])
            label = "actor" if nth == 8 else "place"
            given = annotation(article, start, start + len(CITIES[nth % 4]), label)
            annotating.apply(project, "amal", [Edit(None, given)])
    return project_path


@pytest.fixture
def radar(window: MainWindow, project_path: Path, qtbot) -> Iterator[RadarWindow]:
    window.open_project(project_path, annotator="amal")
    made = RadarWindow(window.desk.session, is_review=False, parent=window.desk)
    made.wanted.connect(lambda found: window.desk.show_place(found.article, found.span))
    made.show()
    qtbot.waitUntil(lambda: made.table.isEnabled() and bool(made.model.items))
    yield made
    made.close()


def test_what_goes_against_the_habit_is_told_first(radar: RadarWindow) -> None:
    first = radar.current
    assert first.suspicion.rule is ConsistencyRule.LABELS
    assert first.text == "تونس"
    told = radar.model.data(radar.model.index(0, 2))
    assert "Actor here, Place" in told


def test_an_open_radar_follows_the_language(radar: RadarWindow, window: MainWindow, qtbot) -> None:
    window.use_language(Language.ARABIC)
    qtbot.waitUntil(lambda: radar.buttons["fine"].text() == "سليم كما هو")
    assert radar.said.text().startswith("ما يُشتبه به")
    assert radar.whose.itemText(1) == "المرجع"


def test_it_is_shown_in_the_text(radar: RadarWindow, window: MainWindow) -> None:
    QTest.keyClick(radar.table, Qt.Key.Key_Return)
    assert window.desk.labelling.current.article.text == SENTENCE.format(city="تونس", day=8)
    span = window.desk.view.span
    assert span.of(window.desk.view.caret.text) == "تونس"


def test_it_is_fixed_by_key_and_undone(radar: RadarWindow, window: MainWindow) -> None:
    before = [item.suspicion.key for item in radar.model.items]
    QTest.keyClick(radar, Qt.Key.Key_F)
    assert radar.said.text() == "Fixed: 1."
    assert before[0] not in {item.suspicion.key for item in radar.model.items}
    window.actions_["undo"].trigger()
    radar._rest.stop()
    radar._show()
    assert before[0] in {item.suspicion.key for item in radar.model.items}


def test_what_is_fine_is_not_asked_again(radar: RadarWindow, window: MainWindow, qtbot) -> None:
    key = radar.current.suspicion.key
    QTest.keyClick(radar, Qt.Key.Key_Delete)
    assert key not in {item.suspicion.key for item in radar.model.items}
    again = RadarWindow(window.desk.session, is_review=False, parent=window.desk)
    qtbot.waitUntil(lambda: not again.bar.isVisibleTo(again))
    assert key not in {item.suspicion.key for item in again.model.items}
    again.close()


def test_a_project_without_labels_has_nothing_suspicious(window: MainWindow, tmp_path: Path, qtbot) -> None:
    from annotator.services.projects import create

    create(tmp_path / "empty.annotator").close()
    window.open_project(tmp_path / "empty.annotator")
    made = RadarWindow(window.desk.session, is_review=True, parent=window.desk)
    qtbot.waitUntil(lambda: made.said.text() == "Nothing goes against the project's habits.")
    assert not any(button.isEnabled() for button in made.buttons.values())
    made.close()
