"""The window around the article."""

import sqlite3
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, QSettings, Qt, QThreadPool
from PySide6.QtGui import QPalette, QTextDocumentFragment
from PySide6.QtTest import QTest

from annotator.domain.article import ArticleState
from annotator.domain.edit import Edit
from annotator.domain.errors import NotFoundError, ProjectError, StorageError
from annotator.domain.span import Span
from annotator.gui.application import report
from annotator.gui.desk import Desk
from annotator.gui.dialogs.export_dialog import ExportDialog
from annotator.gui.dialogs.guidelines_dialog import GuidelinesDialog
from annotator.gui.dialogs.import_dialog import ImportDialog
from annotator.gui.dialogs.name_dialog import NameDialog
from annotator.gui.main_window import MainWindow
from annotator.gui.settings import Settings
from annotator.gui.theme import Mode
from annotator.gui.translation import Language
from annotator.services.browsing import guidelines
from annotator.services.importing import ImportOptions, import_files
from annotator.services.projects import create, create_sample
from tests.layers import annotation
from tests.texts import write_lines


def headings(desk: Desk) -> list[str]:
    model = desk.articles.model
    return [model.line(row).heading for row in range(model.rowCount())]


def test_the_language_is_switched_while_it_runs(window: MainWindow, desk: Desk, qtbot) -> None:
    window.use_language(Language.ARABIC)
    qtbot.waitUntil(lambda: window.menus._menus["Project"].title() == "المشروع")
    assert window.layoutDirection() is Qt.LayoutDirection.RightToLeft
    assert window.actions_["submit"].text() == "تسليم"
    assert desk.articles.state.itemText(0) == "كل الحالات"
    assert desk.articles.x() + desk.articles.width() > desk.side.x()
    window.use_language(Language.ENGLISH)
    qtbot.waitUntil(lambda: window.menus._menus["Project"].title() == "Project")
    assert window.layoutDirection() is Qt.LayoutDirection.LeftToRight


def test_labels_are_called_by_the_name_of_the_language(window: MainWindow, tmp_path: Path, qtbot) -> None:
    create_sample(tmp_path / "sample.annotator", "amal")
    window.open_project(tmp_path / "sample.annotator")
    desk = window.desk
    assert desk
    rows = desk.side.table.spans
    desk.view.walk(1)
    for language, whole, actor in (
        (Language.ENGLISH, "Whole article", "Actor"),
        (Language.ARABIC, "المقال كله", "الفاعل"),
    ):
        window.use_language(language)
        qtbot.waitUntil(lambda whole=whole: whole in rows.index(0, 0).data())
        assert actor in {rows.index(row, 1).data() for row in range(rows.rowCount())}
        names = {label.shown(language) for label in desk.session.labels}
        assert desk.side.details._values["Label"].text() in names
        desk.labelling.set_pen(desk.session.labels["actor"])
        assert actor in window.status._pen.text()


@pytest.mark.parametrize("language", list(Language))
def test_the_chosen_span_is_marked_in_the_table(
    window: MainWindow, project_path: Path, qtbot, language: Language
) -> None:
    window.use_language(language)
    window.open_project(project_path)
    desk = window.desk
    assert desk
    desk.labelling.add(desk.session.labels["place"], Span(6, 13))
    desk.labelling.add(desk.session.labels["place"], Span(15, 19))
    desk.view.walk(-1)
    chosen = desk.labelling.annotation(desk.view.chosen_id)
    assert chosen
    marked = [index.row() for index in desk.side.table.selectionModel().selectedRows()]
    assert marked == [desk.side.table.spans.row_of(chosen)]


def test_a_newcomer_sees_the_samples_labels(window: MainWindow, tmp_path: Path) -> None:
    create_sample(tmp_path / "sample.annotator", "amal")
    window.open_project(tmp_path / "sample.annotator")
    assert window.desk
    assert len(window.desk.labelling.current.annotations) == 30


def test_one_project_may_be_opened_for_somebody_else(
    window: MainWindow, project_path: Path, settings: Settings
) -> None:
    window.open_project(project_path, annotator="basim")
    assert window.desk.session.annotator == "basim"
    assert settings.annotator == "amal"


def test_a_title_is_never_taken_for_markup(window: MainWindow, tmp_path: Path) -> None:
    title = '<img src="file:///etc/passwd"> <b>خبر</b> & &amp;'
    path = tmp_path / "titled.annotator"
    with create(path) as project:
        import_files(
            project,
            [write_lines(tmp_path / "titled.jsonl", {"text": "نص", "meta": {"title": title}})],
            ImportOptions(login="amal"),
        )
    window.open_project(path)
    assert QTextDocumentFragment.fromHtml(window.desk.page._title.text()).toPlainText() == title


def test_the_title_names_the_project(window: MainWindow, desk: Desk) -> None:
    assert window.windowTitle() == "project – Annotator"
    window.close_project()
    assert window.windowTitle() == "Annotator"


def test_colours_follow_the_choice(window: MainWindow, desk: Desk) -> None:
    window.use_mode(Mode.DARK)
    assert desk.view.palette().color(QPalette.ColorRole.Base).lightness() < 60
    dark = desk.view.colours["place"].line
    window.use_mode(Mode.LIGHT)
    assert desk.view.palette().color(QPalette.ColorRole.Base).lightness() > 200
    assert desk.view.colours["place"].line != dark


def test_what_is_no_project_is_refused_and_what_was_open_stays(
    window: MainWindow, desk: Desk, tmp_path: Path
) -> None:
    path = tmp_path / "notes.annotator"
    path.write_text("not a project")
    with pytest.raises(ProjectError) as refused:
        window.open_project(path)
    report(window, ProjectError, refused.value, None)
    assert "is not an Annotator project" in window.message.text
    assert window.message.isVisible()
    assert window.desk is desk
    assert desk.labelling.current is not None


def test_a_damaged_project_is_refused_and_what_was_open_is_worked_on(
    window: MainWindow, desk: Desk, tmp_path: Path
) -> None:
    other = tmp_path / "other.annotator"
    create_sample(other, "amal")
    with sqlite3.connect(other) as damage:
        damage.execute("PRAGMA writable_schema = ON")
        damage.execute("UPDATE sqlite_schema SET rootpage = 9999 WHERE name = 'article_text'")
    with pytest.raises(StorageError):
        window.open_project(other)
    with pytest.raises(NotFoundError):
        window.open_project(desk.session.project.path, "no such article")
    assert window.desk is desk
    desk.view.select(Span(0, 4))
    QTest.keyClick(desk.view, Qt.Key.Key_1)
    assert desk.session.undo_stack.canUndo()


def test_a_search_that_fails_says_so_and_works_again(desk: Desk, window: MainWindow, qtbot) -> None:
    other = sqlite3.connect(desk.session.project.path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    desk.articles.search.setText("باكو")
    qtbot.waitUntil(lambda: "in use by another program" in window.message.text)
    other.execute("ROLLBACK")
    other.close()
    model = desk.articles.model
    model.fetchMore(QModelIndex())
    qtbot.waitUntil(lambda: model.rowCount() == 2)


def test_another_error_offers_no_retry_of_what_failed_before(desk: Desk, window: MainWindow) -> None:
    other = sqlite3.connect(desk.session.project.path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    desk.view.select(Span(0, 4))
    with pytest.raises(StorageError) as failed:
        desk.labelling.use(desk.session.labels["actor"])
    other.execute("ROLLBACK")
    other.close()
    window.show_error(failed.value)
    assert window.message.buttons[0].isVisible()
    window.show_error(ProjectError("There is no project {path}.", path="x"))
    assert not window.message.buttons


def test_the_mark_leaves_the_list_with_an_article_beyond_it(window: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "many.annotator"
    with create(path) as project:
        lines = write_lines(tmp_path / "in.jsonl", *({"text": f"خبر {nth}"} for nth in range(200)))
        import_files(project, [lines], ImportOptions("amal"))
    window.open_project(path, "150")
    assert window.desk
    assert not window.desk.articles.view.currentIndex().isValid()


def test_a_message_goes_when_work_goes_on(desk: Desk, window: MainWindow) -> None:
    problem = ProjectError("There is no project {path}.", path="x")
    for go_on in (
        lambda: desk.session.edit("Label", Edit(None, annotation(desk.labelling.current.article.id, 0, 4))),
        window.actions_["next"].trigger,
        lambda: window.use_language(Language.ARABIC),
        window.close_project,
    ):
        window.show_error(problem)
        assert window.message.isVisible()
        go_on()
        QTest.qWait(0)  # a change of language is an event
        assert not window.message.isVisible()


def test_the_end_of_the_list_is_told(desk: Desk, window: MainWindow) -> None:
    window.actions_["next"].trigger()
    assert not window.message.isVisible()
    window.actions_["submit"].trigger()
    assert "no further article" in window.message.text


def test_a_search_without_hits_says_so_and_the_open_article_is_marked_after(desk: Desk, qtbot) -> None:
    articles = desk.articles
    articles.search.setText("zzzz")
    qtbot.waitUntil(articles._nothing.isVisible)
    articles.search.clear()
    qtbot.waitUntil(lambda: articles.model.rowCount() == 2)
    assert not articles._nothing.isVisible()
    assert articles.view.currentIndex().row() == 0


def test_search_as_you_type_and_state_filter_the_list(desk: Desk, window: MainWindow, qtbot) -> None:
    assert len(headings(desk)) == 2
    desk.articles.search.insert("مدينة")  # QTest types ASCII only
    qtbot.waitUntil(lambda: len(headings(desk)) == 1)
    assert headings(desk)[0].startswith("زار وزير")
    desk.articles.search.clear()
    qtbot.waitUntil(lambda: len(headings(desk)) == 2)
    window.actions_["submit"].trigger()
    desk.articles.state.setCurrentIndex(1 + list(ArticleState).index(ArticleState.SUBMITTED))
    qtbot.waitUntil(lambda: len(headings(desk)) == 1)
    desk.articles.state.setCurrentIndex(1 + list(ArticleState).index(ArticleState.RETURNED))
    qtbot.waitUntil(lambda: len(headings(desk)) == 0)


def test_a_long_list_is_fetched_as_it_is_scrolled(window: MainWindow, tmp_path: Path, qtbot) -> None:
    path, lines = tmp_path / "long.annotator", tmp_path / "long.jsonl"
    lines.write_text("".join(f'{{"text": "خبر رقم {nth}"}}\n' for nth in range(1200)), "utf-8")
    project = create(path)
    import_files(project, [lines], ImportOptions(login="amal"))
    project.close()
    window.open_project(path)
    assert window.desk
    model, view = window.desk.articles.model, window.desk.articles.view
    assert model.rowCount() < 200

    def is_at_the_end() -> bool:
        view.scrollToBottom()
        return model.rowCount() == 1200

    qtbot.waitUntil(is_at_the_end)
    assert model.line(1199).heading == "خبر رقم 1199"


def test_the_list_shows_state_and_counts_as_they_change(desk: Desk) -> None:
    desk.view.select(Span(15, 19))
    QTest.keyClick(desk.view, Qt.Key.Key_2)
    line = desk.articles.model.line(0)
    assert line.state is ArticleState.IN_PROGRESS
    assert line.label_counts == {"place": 1}
    assert [button.count for button in desk.side.palette_._buttons] == [0, 1, 0, 0]


def test_the_export_dialog_counts_previews_and_writes(desk: Desk, qtbot, tmp_path: Path) -> None:
    dialog = ExportDialog(desk.session)
    qtbot.addWidget(dialog)
    qtbot.waitUntil(lambda: "2" in dialog._count.text())
    assert dialog._preview.toPlainText().startswith('{"schema":"annotator/1"')
    assert dialog._preview.toPlainText().endswith('"relations":[]}')
    for state, box in dialog.choices.states.items():
        box.setChecked(state is ArticleState.SUBMITTED)
    qtbot.waitUntil(lambda: "0" in dialog._count.text())
    assert not dialog.go.isEnabled()
    dialog.choices.states[ArticleState.NEW].setChecked(True)
    dialog.export_to(tmp_path / "out.jsonl")
    qtbot.waitUntil((tmp_path / "out.jsonl").exists)
    qtbot.waitUntil(lambda: "out.jsonl" in dialog.said.text())
    assert len((tmp_path / "out.jsonl").read_bytes().splitlines()) == 2


def test_an_export_that_fails_says_why(desk: Desk, qtbot, tmp_path: Path) -> None:
    dialog = ExportDialog(desk.session)
    qtbot.addWidget(dialog)
    dialog.export_to(tmp_path / "nowhere" / "out.jsonl")
    qtbot.waitUntil(lambda: "There is no folder" in dialog.said.text())
    assert dialog.go.isEnabled()


def test_the_import_dialog_names_the_line_that_is_wrong(desk: Desk, qtbot, tmp_path: Path) -> None:
    path = tmp_path / "bad.jsonl"
    path.write_text('{"text": "خبر"}\n{"text": "خبر", "spans": [{"start": 0, "end": 9, "label": "PLACE"}]}\n')
    dialog = ImportDialog(desk.session, [path])
    qtbot.addWidget(dialog)
    dialog.begin()
    qtbot.waitUntil(lambda: dialog.said.text() != "")
    assert "line \u20682\u2069" in dialog.said.text()
    assert len(headings(desk)) == 2


def test_an_import_is_shown_at_once(desk: Desk, qtbot, tmp_path: Path) -> None:
    path = tmp_path / "good.jsonl"
    path.write_text('{"text": "خبر جديد", "label": [[0, 3, "EVENT"]]}\n', "utf-8")
    dialog = ImportDialog(desk.session, [path])
    qtbot.addWidget(dialog)
    dialog.adds_labels.setChecked(True)
    dialog.begin()
    qtbot.waitUntil(lambda: len(headings(desk)) == 3)
    assert desk.session.labels.named("EVENT") is not None
    desk.open(desk.articles.model.line(2).id)
    assert desk.labelling.current.article.text == "خبر جديد"
    assert [button.label.name for button in desk.side.palette_._buttons][-1] == "EVENT"


def test_the_first_import_opens_an_article(window: MainWindow, tmp_path: Path) -> None:
    create(tmp_path / "empty.annotator").close()
    window.open_project(tmp_path / "empty.annotator")
    assert window.desk
    assert window.desk.labelling.current is None
    session = window.desk.session
    import_files(
        session.project, [write_lines(tmp_path / "in.jsonl", {"text": "خبر"})], ImportOptions("amal")
    )
    session.brought_in()
    assert window.desk.labelling.current.article.text == "خبر"


def test_an_import_that_is_stopped_changes_nothing(desk: Desk, qtbot, tmp_path: Path) -> None:
    path = tmp_path / "many.jsonl"
    path.write_text("".join(f'{{"text": "خبر {nth}"}}\n' for nth in range(20_000)), "utf-8")
    dialog = ImportDialog(desk.session, [path])
    qtbot.addWidget(dialog)
    dialog.begin()
    dialog.reject()
    qtbot.waitUntil(lambda: "Stopped" in dialog.said.text(), timeout=20_000)
    assert dialog.go.isEnabled()
    desk.articles.model.show(desk.articles.model.shown)
    assert len(headings(desk)) == 2


def test_guidelines_open_at_the_chosen_label(desk: Desk, qtbot) -> None:
    texts = guidelines(desk.session.project)
    dialog = GuidelinesDialog(texts, desk.session.labels, Language.ARABIC)
    qtbot.addWidget(dialog)
    dialog.browser.go_to(desk.session.labels["agreement"])
    assert dialog.browser.textCursor().block().text().startswith("AGREEMENT")


@pytest.mark.parametrize(
    ("name", "is_fit"), [("أمل", True), ("", False), ("  ", False), ("a\u202eb", False), ("ا" * 101, False)]
)
def test_a_name_is_asked_for_until_it_can_be_told_apart(qtbot, name: str, is_fit: bool) -> None:
    dialog = NameDialog(name)
    qtbot.addWidget(dialog)
    assert dialog._buttons.buttons()[0].isEnabled() is is_fit


def test_a_name_is_given_by_typing_it_and_enter(qtbot) -> None:
    dialog = NameDialog("")
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(dialog.name.hasFocus)
    QTest.keyClicks(dialog.name, "amal")
    QTest.keyClick(dialog.name, Qt.Key.Key_Return)
    assert dialog.result() == NameDialog.DialogCode.Accepted
    assert all(button.icon().isNull() for button in dialog._buttons.buttons())


def test_zoom_and_font_are_remembered(desk: Desk, window: MainWindow, settings: Settings) -> None:
    window.actions_["zoom_in"].trigger()
    next(
        one for one in window.actions_.group("family").actions() if one.data() == "Scheherazade New"
    ).trigger()
    assert settings.zoom == pytest.approx(1.1)
    assert settings.family == "Scheherazade New"
    window.actions_["zoom_reset"].trigger()
    assert settings.zoom == 1.0


def test_geometry_and_splitters_are_remembered(
    desk: Desk, window: MainWindow, settings: Settings, qtbot
) -> None:
    desk.splitter.setSizes([350, 600, 330])
    sizes = desk.splitter.sizes()
    window.close()
    assert not settings.bytes_of("window").isEmpty()
    window.show()
    window.open_project(settings.recent()[0])
    qtbot.waitUntil(lambda: window.desk.splitter.sizes() == sizes)


def test_damaged_settings_count_as_none(tmp_path: Path) -> None:
    store = QSettings(str(tmp_path / "damaged.ini"), QSettings.Format.IniFormat)
    for name in ("language", "mode", "zoom", "family", "recent", "window"):
        store.setValue(name, "@nonsense")
    settings = Settings(store)
    assert settings.mode is Mode.SYSTEM
    assert settings.zoom == 1.0
    assert settings.language in set(Language)
    assert settings.family == "Noto Naskh Arabic"
    assert settings.recent() == []
    assert settings.bytes_of("window").isEmpty()


def test_f6_leads_through_the_parts_of_the_window(desk: Desk, window: MainWindow) -> None:
    desk.view.setFocus()
    seen = []
    for _ in range(5):
        window.actions_["next_part"].trigger()
        seen.append(window.focusWidget())
    note = desk.side.details.note
    assert seen == [desk.side.table, note, desk.articles.search, desk.articles.view, desk.view]


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells which files are open")
def test_nothing_reads_a_project_that_was_closed(window: MainWindow, desk: Desk, project_path: Path) -> None:
    window.close_project()
    for late in (desk.articles._rest.timeout, desk.articles._pause.timeout):
        late.emit()
    desk.articles.retranslate()
    QThreadPool.globalInstance().waitForDone()
    held = [entry.readlink() for entry in Path("/proc/self/fd").iterdir() if entry.is_symlink()]
    assert project_path not in held


def test_an_export_takes_what_is_chosen_of_articles_and_labels(desk: Desk, qtbot, tmp_path: Path) -> None:
    lines = [
        {
            "text": f"زار باكو {nth}",
            "meta": {"source": source, "published": f"2025-11-0{nth}"},
            "spans": spans,
        }
        for nth, (source, spans) in enumerate(
            [("وكالة", [{"start": 4, "end": 8, "label": "PLACE"}]), ("صحيفة", []), ("وكالة", [])], 1
        )
    ]
    import_files(desk.session.project, [write_lines(tmp_path / "in.jsonl", *lines)], ImportOptions("amal"))
    dialog = ExportDialog(desk.session)
    qtbot.addWidget(dialog)
    choices = dialog.choices
    choices.source.setCurrentIndex(choices.source.findData("وكالة"))
    choices.since.setText("لا يوم")
    choices.since.editingFinished.emit()
    assert "2025-11-30" in dialog._count.text()
    assert not dialog.go.isEnabled()
    choices.since.setText("2025-11-01")
    choices.until.setText("2025-11-02")
    choices.until.editingFinished.emit()
    place = choices.labels.findItems("PLACE", Qt.MatchFlag.MatchExactly)[0].row()
    choices.labels.item(place, 1).setText("GPE")
    choices.labels.item(1 - place, 0).setCheckState(Qt.CheckState.Unchecked)
    qtbot.waitUntil(lambda: "1" in dialog._count.text())
    dialog.export_to(tmp_path / "out.jsonl")
    qtbot.waitUntil(lambda: "out.jsonl" in dialog.said.text())
    (line,) = (tmp_path / "out.jsonl").read_text("utf-8").splitlines()
    assert '"label":"GPE"' in line
    assert '"published":"2025-11-01"' in line
