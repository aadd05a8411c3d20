"""The quality dashboard: it shows what is measured, and leads to the spans behind each figure."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from annotator.domain.article import ArticleState
from annotator.domain.measures import Undefined
from annotator.domain.span import Span
from annotator.gui.desk import Desk
from annotator.gui.main_window import MainWindow
from annotator.gui.quality.dashboard import Dashboard
from annotator.gui.quality.section import Section
from annotator.gui.quality.tab import Tab
from annotator.gui.theme import Mode
from annotator.gui.translation import Language
from annotator.reports.tables import shown
from annotator.services import measuring, overview, reviewing
from annotator.services.projects import create, open_project
from annotator.services.reviewing import Strategy
from tests.gui.test_names import nameless
from tests.gui.test_review import submit
from tests.layers import add_articles

TEXT = "زار الوزير باكو أمس والتقى الرئيس في وباكو"
ACTOR, PLACE, WIDE = (4, 10, "actor"), (11, 15, "place"), (11, 19, "place")
CLITIC, BARE, TOPIC = (37, 42, "place"), (38, 42, "place"), (0, 3, "topic")


@pytest.fixture
def project_path(project_path: Path) -> Path:
    """Two people differ in three places of one article, and agree on another, which is reviewed."""
    with open_project(project_path) as project:
        *_, first, second = add_articles(project, TEXT, f"{TEXT}.")
        submit(project, first, "amal", ACTOR, PLACE, CLITIC)
        submit(project, first, "badr", WIDE, BARE, ACTOR, TOPIC)
        submit(project, second, "amal", ACTOR)
        submit(project, second, "badr", ACTOR)
        reviewing.fill(project, [second], Strategy(), "mona")
        reviewing.accept(project, second, "mona")
    return project_path


@pytest.fixture
def dashboard(window: MainWindow, desk: Desk, qtbot) -> Dashboard:
    return opened(window, qtbot)


def opened(window: MainWindow, qtbot) -> Dashboard:
    """Open the dashboard and wait until all is measured."""
    window.actions_["dashboard"].trigger()
    assert window.desk
    found = window.desk.findChild(Dashboard)
    assert found
    qtbot.waitUntil(lambda: found.measuring.found is not None)
    return found


def cells(tab: Tab, name: str) -> list[list[str]]:
    """Return what a table shows, without the marks of direction."""
    model = tab.sections[name].figures.figures
    rows, columns = range(model.rowCount()), range(model.columnCount())
    return [[plain(model.index(row, column).data()) for column in columns] for row in rows]


def plain(text: str) -> str:
    return text.translate(dict.fromkeys([0x200E, 0x200F, *range(0x202A, 0x202D)]))


def ask(dashboard: Dashboard, section: Section, row: int, column: int, qtbot) -> None:
    """Click a cell of a table and wait for the answer."""
    dashboard.tabs.setCurrentWidget(next(tab for tab in tabs(dashboard) if section in tab.sections.values()))
    table = section.figures
    place = table.visualRect(table.figures.index(row, column)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.waitUntil(lambda: not dashboard.evidence.is_reading)


def tabs(dashboard: Dashboard) -> list[Tab]:
    return [dashboard.tabs.widget(nth) for nth in range(dashboard.tabs.count())]


def test_the_tables_show_what_is_measured(dashboard: Dashboard) -> None:
    project = dashboard.measuring._session.project
    stats = overview.progression(project).stats
    states = [
        [name, *(str(stats.states[name][state]) for state in ArticleState)] for name in stats.annotators
    ]
    assert cells(dashboard.progress, "progress") == states
    measured = measuring.agreement(project)
    (pair,) = measured.pairs
    row, mean = cells(dashboard.agreement, "pairs")
    counts = pair.a, pair.b, pair.articles, pair.spans_a, pair.spans_b, pair.f1
    assert row[:6] == [shown(figure) for figure in counts]
    assert mean[5] == shown(measured.f1.mean)
    found = overview.review(project).disagreements
    assert cells(dashboard.disagreements, "disagreements")[-1][1:] == [
        str(found.kinds[kind]) for kind in overview.Kind
    ]
    assert cells(dashboard.gold, "gold")[0][:5] == ["amal", "1", "1.000", "1.000", "1.000"]


@pytest.mark.parametrize("language", list(Language))
def test_a_click_on_any_count_lists_as_many(
    window: MainWindow, dashboard: Dashboard, qtbot, language: Language
) -> None:
    window.use_language(language)
    for tab in tabs(dashboard):
        for section in tab.sections.values():
            table = section.figures.figures.table
            for nth, row in enumerate(table.rows):
                for column, cell in enumerate(row):
                    if type(cell) is int and section.figures.figures.behind(nth, column):
                        if table.name == "label_agreement":
                            continue  # of a label the spans are counted, and the disagreements listed
                        section.figures.asked.emit(nth, column)
                        qtbot.waitUntil(lambda: not dashboard.evidence.is_reading)
                        assert dashboard.evidence.model.rowCount() == cell, (table.name, nth, column)


def test_a_figure_leads_to_its_spans_and_a_span_into_its_article(
    window: MainWindow, dashboard: Dashboard, qtbot
) -> None:
    section = dashboard.disagreements.sections["disagreements"]
    rows = section.figures.figures.rowCount()
    clitic = 1 + [*overview.Kind].index(overview.Kind.CLITIC)
    ask(dashboard, section, rows - 1, clitic, qtbot)
    (item,) = dashboard.evidence.model.items
    assert item.text == "وباكو"
    assert "Clitic only" in dashboard.evidence.said.text()
    assert "1 in the list" in dashboard.evidence.said.text()
    table = dashboard.evidence.table
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert window.desk.labelling.current.article.id == item.article
    assert window.desk.view.span == item.span


def test_figures_are_asked_by_keyboard(dashboard: Dashboard, qtbot) -> None:
    table = dashboard.progress.sections["progress"].figures
    table.setFocus()
    table.setCurrentIndex(table.figures.index(1, 0))
    for _ in range(3):
        QTest.keyClick(table, Qt.Key.Key_Right)
    QTest.keyClick(table, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not dashboard.evidence.is_reading)
    assert len(dashboard.evidence.model.items) == 1
    assert dashboard.evidence.model.items[0].span is None


def test_all_follows_the_language(window: MainWindow, dashboard: Dashboard, qtbot) -> None:
    ask(dashboard, dashboard.progress.sections["progress"], 0, 3, qtbot)
    window.use_language(Language.ARABIC)
    qtbot.waitUntil(lambda: dashboard.tabs.tabText(0) == "سير العمل")
    assert dashboard.renew.text() == "تجديد"
    assert plain(dashboard.progress.sections["progress"].title.text()) == "سير العمل"
    assert plain(dashboard.evidence.said.text()) == "سير العمل، amal، مُسلَّم: 1 في القائمة"
    chart = dashboard.progress.sections["progress"].chart
    assert chart.plot.getAxis("right").isVisible()
    assert not chart.plot.getAxis("left").isVisible()
    assert chart.plot.getViewBox().xInverted()
    window.use_language(Language.ENGLISH)
    qtbot.waitUntil(lambda: dashboard.tabs.tabText(0) == "Progress")
    assert chart.plot.getAxis("left").isVisible()
    assert not chart.plot.getViewBox().xInverted()


def test_charts_follow_the_colours_of_the_window(window: MainWindow, dashboard: Dashboard, qtbot) -> None:
    chart = dashboard.progress.sections["progress"].chart
    window.use_mode(Mode.DARK)
    qtbot.waitUntil(lambda: chart.plot.backgroundBrush().color().lightness() < 60)
    window.use_mode(Mode.LIGHT)
    qtbot.waitUntil(lambda: chart.plot.backgroundBrush().color().lightness() > 200)


@pytest.mark.parametrize("language", list(Language))
def test_all_that_the_keyboard_reaches_has_a_name(
    window: MainWindow, dashboard: Dashboard, language: Language
) -> None:
    window.use_language(language)
    for nth in range(dashboard.tabs.count()):
        dashboard.tabs.setCurrentIndex(nth)
        assert nameless(dashboard) == []


def test_what_has_no_value_says_why(dashboard: Dashboard) -> None:
    figures = dashboard.agreement.sections["pairs"].figures.figures
    undefined = [
        figures.index(nth, column)
        for nth, row in enumerate(figures.table.rows)
        for column, cell in enumerate(row)
        if isinstance(cell, Undefined)
    ]
    for index in undefined:
        assert index.data() == "–"
        assert index.data(Qt.ItemDataRole.ToolTipRole).startswith("Not defined: ")


@pytest.mark.parametrize("has_articles", [False, True])
def test_where_there_is_nothing_to_measure_it_is_said(
    window: MainWindow, tmp_path: Path, qtbot, has_articles: bool
) -> None:
    path = tmp_path / "lean.annotator"
    with create(path) as project:
        if has_articles:
            article = add_articles(project, TEXT)[0]
            submit(project, article, "amal", ACTOR)
    window.open_project(path)
    dashboard = opened(window, qtbot)
    said = {
        name: section.about.text()
        for tab in tabs(dashboard)
        for name, section in tab.sections.items()
        if section.isVisibleTo(tab)
    }
    assert said["gold"] == "No article’s review is closed yet: there is no gold to compare with."
    assert said["pairs"].startswith("Agreement is measured on articles that at least two")
    assert said["disagreements"].startswith("Nobody has submitted an article that another")
    assert said["confusion"].startswith("Tokens are compared in articles that two")
    assert said["progress"].startswith("Articles by annotator" if has_articles else "Nobody has begun")
    dashboard.grab()


def test_a_chart_is_saved_as_a_picture(dashboard: Dashboard, tmp_path: Path, monkeypatch) -> None:
    for name in ("chart.png", "chart.svg"):
        path = tmp_path / name
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, path=path: (str(path), ""))
        dashboard.picture.click()
        assert dashboard.said.text().endswith(f"{name}\u2069")
    picture = dashboard.progress.sections["progress"].picture
    image = QImage(str(tmp_path / "chart.png"))
    assert image.width() >= 2 * picture.width()
    drawing = QSvgRenderer(str(tmp_path / "chart.svg"))
    assert drawing.isValid()
    drawn = QImage(drawing.defaultSize(), QImage.Format.Format_RGB32)
    painter = QPainter(drawn)
    drawing.render(painter)
    painter.end()
    assert bars(drawn) > 1000
    assert bars(image) > 4 * 1000


def bars(image: QImage) -> int:
    """Count the dots of the colour of what is submitted."""
    area = QRect(image.rect())
    places = [(x, y) for x in range(0, area.width(), 2) for y in range(0, area.height(), 2)]
    return 4 * sum(image.pixelColor(x, y).name() == "#0072b2" for x, y in places)


def test_a_picture_that_cannot_be_written_says_so(dashboard: Dashboard, tmp_path: Path) -> None:
    picture = dashboard.progress.sections["progress"].picture
    dashboard.saving.save_picture(picture, tmp_path / "none" / "chart.png")
    assert "cannot be written" in dashboard.said.text()
    dashboard.saving.save_picture(picture, tmp_path / "chart.gif")
    assert "a picture ends with" in dashboard.said.text()


@pytest.mark.parametrize("ending", ["pdf", "html", "xlsx", "json"])
def test_the_report_is_saved_in_the_language_of_the_window(
    window: MainWindow, dashboard: Dashboard, tmp_path: Path, qtbot, monkeypatch, ending: str
) -> None:
    window.use_language(Language.ARABIC)
    path = tmp_path / f"report.{ending}"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    dashboard.report.click()
    qtbot.waitUntil(lambda: not dashboard.saving.is_running)
    content = path.read_bytes()
    assert content[:2] in {b"%P", b"<!", b"PK", b"{\n"}
    if ending == "json":
        assert json.loads(content)["tables"]["progress"]["title"] == "سير العمل"
    if ending == "html":
        assert "سير العمل" in content.decode()


def test_a_change_is_told_and_measured_when_asked_for(
    window: MainWindow, desk: Desk, dashboard: Dashboard, qtbot
) -> None:
    desk.labelling.add(desk.session.labels["place"], Span(6, 13))
    assert dashboard.said.text() == "The project has changed since this was measured."
    before = cells(dashboard.labels, "labels")
    dashboard.renew.click()
    qtbot.waitUntil(lambda: not dashboard.measuring.is_running)
    assert cells(dashboard.labels, "labels") != before
    assert dashboard.said.text() == ""


def test_closing_the_project_closes_it_while_it_measures(window: MainWindow, desk: Desk) -> None:
    window.actions_["dashboard"].trigger()
    dashboard = desk.findChild(Dashboard)
    assert dashboard.measuring.is_running
    window.close_project()
    assert not dashboard.isVisible()
    assert not dashboard.measuring.is_running


def test_one_dashboard_is_open_at_a_time(window: MainWindow, dashboard: Dashboard) -> None:
    window.actions_["dashboard"].trigger()
    assert window.desk.findChildren(Dashboard) == [dashboard]


def test_the_window_starts_without_the_library_of_charts(tmp_path: Path, project_path: Path) -> None:
    code = (
        "import sys\n"
        "from pathlib import Path\n"
        "from PySide6.QtCore import QSettings\n"
        "from PySide6.QtWidgets import QApplication\n"
        "from annotator.gui.application import make_window\n"
        "from annotator.gui.settings import Settings\n"
        "app = QApplication([])\n"
        "settings = Settings(QSettings(sys.argv[1], QSettings.Format.IniFormat))\n"
        "settings.annotator = 'amal'\n"
        "window = make_window(app, settings)\n"
        "window.open_project(Path(sys.argv[2]))\n"
        "window.show()\n"
        "app.processEvents()\n"
        "print(sorted({'numpy', 'pyqtgraph'} & set(sys.modules)))\n"
        "window.close()\n"
    )
    command = [sys.executable, "-c", code, str(tmp_path / "s.ini"), str(project_path)]
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "HOME": str(tmp_path)}
    done = subprocess.run(command, capture_output=True, text=True, env=environment, timeout=60, check=True)
    assert done.stdout.strip() == "[]"
