"""Cases 59, 65, 71, 72 and 73: what people wrote is shown as it stands, and settings are not believed."""

import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QDataStream, QIODevice, QRect, QSettings, QUrl
from PySide6.QtGui import QImage, QTextDocument
from PySide6.QtWidgets import QApplication, QWidget

from annotator.domain.article import ArticleState
from annotator.domain.edit import Edit
from annotator.domain.errors import EditError, FileError
from annotator.domain.label import LabelSet
from annotator.domain.record import Record
from annotator.domain.review import Comment
from annotator.domain.span import Span
from annotator.gui.application import make_window, printed
from annotator.gui.desk import Desk
from annotator.gui.dialogs.columns_dialog import ColumnsDialog
from annotator.gui.dialogs.export_dialog import ExportDialog
from annotator.gui.dialogs.filling_dialog import FillingDialog
from annotator.gui.dialogs.guidelines_browser import GuidelinesBrowser
from annotator.gui.dialogs.guidelines_dialog import GuidelinesDialog
from annotator.gui.dialogs.import_dialog import ImportDialog
from annotator.gui.dialogs.keys_dialog import KeysDialog
from annotator.gui.dialogs.label_editor.dialog import LabelEditor
from annotator.gui.dialogs.label_editor.merge_dialog import MergeDialog
from annotator.gui.dialogs.merging_dialog import MergingDialog
from annotator.gui.dialogs.name_dialog import NameDialog
from annotator.gui.dialogs.packing_dialog import PackingDialog
from annotator.gui.dialogs.report_dialog import ReportDialog
from annotator.gui.dialogs.returning_dialog import ReturningDialog
from annotator.gui.main_window import MainWindow
from annotator.gui.quality.dashboard import Dashboard
from annotator.gui.radar.radar_window import RadarWindow
from annotator.gui.review.review_desk import ReviewDesk
from annotator.gui.review.sample_dialog import SampleDialog
from annotator.gui.settings import Settings
from annotator.gui.translation import Language
from annotator.reports.html import page
from annotator.reports.report import make_report
from annotator.services import annotating
from annotator.services.browsing import guidelines, label_set, open_article
from annotator.services.defining import publish
from annotator.services.importing import ImportOptions
from annotator.services.mapping import columns
from annotator.services.projects import create, open_project
from annotator.storage.project import Project
from tests.layers import annotation
from tests.reliability import rich_text
from tests.reliability.test_hostile_markup import Listener

MARK = "<b>x</b>"
TEXT = f"زار الوزير {MARK} باكو ثم وباكو"
SPAN, OTHER = (11, 11 + len(MARK)), (4, 10)


@pytest.fixture
def listener() -> Iterator[Listener]:
    made = Listener()
    yield made
    made.close()


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))


@pytest.fixture
def window(qapp: QApplication, qtbot, settings: Settings) -> Iterator[MainWindow]:
    made = make_window(qapp, settings)
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.show()
    yield made
    made.use_language(Language.ENGLISH)
    made.close()


class Hostile:
    """A project in which everything that somebody wrote looks like HTML that calls a server.

    mona reviews amal and badr.
    """

    def __init__(self, folder: Path, url: str) -> None:
        self.html = f'{MARK}<img src="{url}">'
        self.amal, self.badr, self.mona = (f"{MARK}{name}<img src=q>" for name in ("amal", "badr", "mona"))
        self.path = folder / f"{MARK.replace('/', '_')}.annotator"
        with create(self.path) as project:
            self._define(project)
            self.article = self._add(project)
            self._label(project, self.amal, SPAN, OTHER)
            self._label(project, self.badr, SPAN, (OTHER[0], OTHER[1] + 1))
            annotating.apply(project, self.mona, [Edit(None, self._comment())])

    def _define(self, project: Project) -> None:
        before = label_set(project)
        texts = {"ar": self.html, "en": self.html}
        after = before
        for label in (before["actor"], before["place"]):
            odd = replace(label, name=f"{MARK}{label.name}", display=texts, description=texts)
            after = after.put(odd)
        annotating.apply(project, self.amal, [Edit(before, after)])
        guide = f"# {MARK}ACTOR\n\n{self.html} ![p]({self.html}) [l](q)\n"
        publish(project, {"ar": guide, "en": guide})

    def _add(self, project: Project) -> str:
        meta = {"title": self.html, "source": self.html, "published": "2025-11-19", "url": self.html}
        with project.unit_of_work() as work:
            work.intake.begin(self.path)
            work.intake.add(Record(text=TEXT, meta=meta, external_id=self.html), self.amal)
            work.intake.finish()
            return next(record.id or "" for record in work.extract.records([]))

    def _label(self, project: Project, by: str, *bounds: tuple[int, int]) -> None:
        for (start, end), label in zip(bounds, ("actor", "place"), strict=True):
            made = replace(annotation(self.article, start, end, label, by), note=self.html)
            annotating.apply(project, by, [Edit(None, made)])
        layer = open_article(project, self.article, by).layer
        noted = replace(layer, note=self.html)
        annotating.apply(project, by, [Edit(layer, noted)])
        annotating.apply(project, by, [Edit(noted, noted.with_state(ArticleState.SUBMITTED))])

    def _comment(self) -> Comment:
        return Comment.new(self.article, self.amal, self.mona, self.html).on("", Span(*SPAN))


@pytest.fixture
def hostile(tmp_path: Path, listener: Listener) -> Hostile:
    return Hostile(tmp_path, listener.url)


def open_desk(window: MainWindow, hostile: Hostile, qtbot, *, for_review: bool) -> Desk:
    who = hostile.mona if for_review else hostile.amal
    window.open_project(hostile.path, annotator=who, for_review=for_review)
    assert window.desk
    qtbot.waitUntil(lambda: window.desk.labelling.current is not None)
    return window.desk


def show_all_of_the_desk(desk: Desk, qtbot) -> None:
    """Choose the span, and open each tab and the search in turn."""
    current = desk.labelling.current
    assert current
    desk.view.choose(current.annotations[-1].id)
    desk.search_all()
    assert desk.search
    desk.search.bar.words.insert("باكو")
    qtbot.waitUntil(lambda: not desk.search.is_running)
    tabs = desk.side.tabs
    for nth in range(tabs.count()):
        tabs.setCurrentIndex(nth)


def dialogs(window: MainWindow, hostile: Hostile) -> list[QWidget]:
    desk = window.desk
    assert desk
    session = desk.session
    table = hostile.path.with_name(f"{MARK.replace('/', '_')}.csv")
    table.write_text(f'text,"{MARK}",title\nخبر,{MARK},{MARK}\n', "utf-8")
    refused = NameDialog(f"{MARK}\u202e", window)
    merge = MergeDialog(session, session.labels["actor"], window)
    return [
        KeysDialog(window.actions_, window.settings, session.labels, window),
        ExportDialog(session, window),
        ImportDialog(session, [table], window),
        ColumnsDialog(columns([table], ImportOptions(hostile.amal)), {}, window),
        GuidelinesDialog(guidelines(session.project), session.labels, Language.ENGLISH, window),
        LabelEditor(session, window),
        MergingDialog(session, [table], window),
        PackingDialog(session, window),
        FillingDialog(session, {hostile.amal: hostile.amal}, hostile.article, [hostile.article], window),
        ReturningDialog({hostile.amal: hostile.amal}, window),
        RadarWindow(session, is_review=False, parent=window),
        refused,
        merge,
    ]


def assert_plain(listener: Listener, *, labels: int, tips: int) -> None:
    QApplication.processEvents()
    shown = rich_text.count(MARK)
    assert shown[0] >= labels, shown
    assert shown[1] >= tips, shown
    assert rich_text.taken_for_html(MARK) == []
    assert rich_text.automatic() == []
    assert listener.calls() == 0


@pytest.mark.parametrize("language", list(Language))
def test_case_65_what_people_wrote_is_never_html_while_labelling(
    window: MainWindow, hostile: Hostile, listener: Listener, qtbot, language: Language
) -> None:
    window.use_language(language)
    desk = open_desk(window, hostile, qtbot, for_review=False)
    show_all_of_the_desk(desk, qtbot)
    window.show_error(FileError("{path} cannot be read: {reason}.", path=MARK, reason=MARK))
    assert_plain(listener, labels=4, tips=5)


def test_case_65_what_people_wrote_is_never_html_in_review(
    window: MainWindow, hostile: Hostile, listener: Listener, qtbot
) -> None:
    desk = open_desk(window, hostile, qtbot, for_review=True)
    assert isinstance(desk, ReviewDesk)
    qtbot.waitUntil(lambda: desk.reviewing.current is not None)
    desk.reviewing.accept(0)
    show_all_of_the_desk(desk, qtbot)
    SampleDialog(desk.queue.model.articles, desk.session.labels, window).show()
    assert_plain(listener, labels=3, tips=3)


def test_case_65_what_people_wrote_is_never_html_in_dialogs(
    window: MainWindow, hostile: Hostile, listener: Listener, qtbot
) -> None:
    open_desk(window, hostile, qtbot, for_review=False)
    for dialog in dialogs(window, hostile):
        qtbot.addWidget(dialog)
        dialog.show()
        assert_plain(listener, labels=1, tips=1)
    window.show_welcome()
    assert_plain(listener, labels=0, tips=0)


def test_case_65_what_people_wrote_is_never_html_in_the_dashboard(
    window: MainWindow, hostile: Hostile, listener: Listener, qtbot
) -> None:
    desk = open_desk(window, hostile, qtbot, for_review=False)
    window.actions_["dashboard"].trigger()
    found = desk.findChild(Dashboard)
    assert found
    qtbot.waitUntil(lambda: found.measuring.found is not None)
    assert_plain(listener, labels=2, tips=2)
    found.close()


def test_case_65_guidelines_show_no_picture_from_anywhere(tmp_path: Path, listener: Listener, qtbot) -> None:
    picture = tmp_path / "picture.png"
    image = QImage(400, 400, QImage.Format.Format_RGB32)
    image.fill(0xFF0000)
    assert image.save(str(picture))
    browser = GuidelinesBrowser()
    qtbot.addWidget(browser)
    browser.resize(600, 600)
    browser.show()
    browser.show_text("قبل\n\nبعد", Language.ARABIC)
    QApplication.processEvents()
    height = browser.document().size().height()
    for place in (str(picture), picture.as_uri(), listener.url):
        for text in (f"قبل ![p]({place})\n\nبعد", f'قبل <img src="{place}">\n\nبعد'):
            browser.show_text(text, Language.ARABIC)
            QApplication.processEvents()
            assert browser.document().size().height() < height + 100
            kind = QTextDocument.ResourceType.ImageResource.value
            assert browser.document().resource(kind, QUrl(place)).isNull()
    assert listener.calls() == 0


def test_case_65_a_link_in_guidelines_leads_nowhere_by_itself(qtbot) -> None:
    browser = GuidelinesBrowser()
    qtbot.addWidget(browser)
    browser.show_text("[هنا](file:///etc/passwd)", Language.ARABIC)
    before = browser.toPlainText()
    browser.anchorClicked.emit(QUrl("file:///etc/passwd"))
    assert not browser.openLinks()
    assert not browser.openExternalLinks()
    assert browser.toPlainText() == before


def test_case_65_a_printed_report_holds_names_as_they_are(hostile: Hostile, listener: Listener, qapp) -> None:
    with open_project(hostile.path) as project:
        written = page(make_report(project, "en")[0])
    assert MARK not in written
    assert MARK.replace("<", "&lt;").replace(">", "&gt;") in written
    assert printed(written).startswith(b"%PDF")
    assert listener.calls() == 0


@pytest.mark.parametrize("code", range(0x202A, 0x202F))
def test_case_59_an_override_in_a_text_is_kept_as_it_is(
    window: MainWindow, tmp_path: Path, qtbot, code: int
) -> None:
    text = f"زار {chr(code)}abc الوزير\u2067 باكو"
    path = tmp_path / "p.annotator"
    with create(path) as project, project.unit_of_work() as work:
        work.intake.begin(path)
        work.intake.add(Record(text=text), "amal")
        work.intake.finish()
    window.open_project(path, annotator="amal")
    desk = window.desk
    assert desk
    qtbot.waitUntil(lambda: desk.labelling.current is not None)
    assert desk.labelling.current.article.text == text
    with open_project(path) as project:
        assert open_article(project, desk.labelling.current.article.id, "amal").article.text == text


@pytest.mark.parametrize("code", [*range(0x202A, 0x202F), *range(0x2066, 0x206A)])
def test_case_59_an_override_is_refused_in_what_people_are_called(
    window: MainWindow, tmp_path: Path, qtbot, code: int
) -> None:
    name = f"am{chr(code)}al"
    dialog = NameDialog(name, window)
    qtbot.addWidget(dialog)
    assert "invisible" in dialog._complaint.text()
    with create(tmp_path / "p.annotator") as project:
        before = label_set(project)
        changed = LabelSet((*before, replace(before["actor"], id="new", name="NEW", key="")))
        spoofed = [before.invent, lambda _: before.put(replace(changed["new"], display={"ar": name}))]
        for make in spoofed:
            with pytest.raises(EditError, match="invisible"):
                made = make(name)
                annotating.apply(project, "amal", [Edit(before, made)])


def damage(settings: Path, how: str) -> None:
    values = {
        "garbage": "\x00\xff{{{[%General\n=====\nlanguage",
        "wrong-values": "[General]\nlanguage=klingon\nmode=7\nzoom=nan\nfamily=@Variant(x)\nkeys={[}\n"
        "recent=@ByteArray(x)\nsnapping=\nspacing=\ncolumn=9\nextras=,,,\nwindow=@ByteArray(xxxx)\narrows=?\n"
        "annotator=@Invalid()\nchecks off=\\xff\n",
        "huge-zoom": "[General]\nzoom=1e308\n",
        "minus-zoom": "[General]\nzoom=-5\n",
    }
    settings.write_bytes(values[how].encode("latin-1"))


@pytest.mark.parametrize("how", ["garbage", "wrong-values", "huge-zoom", "minus-zoom"])
def test_case_71_damaged_settings_count_as_none(qapp: QApplication, tmp_path: Path, qtbot, how: str) -> None:
    damage(tmp_path / "settings.ini", how)
    settings = Settings(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))
    window = make_window(qapp, settings)
    qtbot.addWidget(window)
    window.show_welcome()
    window.show()
    create(tmp_path / "p.annotator").close()
    window.open_project(tmp_path / "p.annotator", annotator="amal")
    assert 0.6 <= settings.zoom <= 3
    assert settings.language in set(Language)
    settings.zoom = 1.5
    assert settings.zoom == 1.5
    window.use_language(Language.ENGLISH)
    window.close()


START = """
import sys
from pathlib import Path
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication
from annotator.gui.application import make_window
from annotator.gui.settings import Settings

app = QApplication(["annotator", "-style", "Fusion"])
window = make_window(app, Settings(QSettings("Annotator", "Annotator")))
window.show_welcome()
window.open_project(Path(sys.argv[1]), annotator="amal")
window.show()
window.settings.zoom = 2
app.processEvents()
window.close()
print("closed")
"""


@pytest.mark.parametrize(
    "where",
    ["not-writable", *(pytest.param(one, marks=pytest.mark.slow) for one in ("a-file", "HOME-unset"))],
)
def test_case_72_the_window_opens_where_nothing_can_be_remembered(
    project_path: Path, tmp_path: Path, where: str
) -> None:
    environment = {
        key: value for key, value in os.environ.items() if key not in {"HOME", "XDG_CONFIG_HOME"}
    } | {"QT_QPA_PLATFORM": "offscreen"}
    if where != "HOME-unset":
        home = Path("/proc/1") if where == "not-writable" else tmp_path / "file"
        if where == "a-file":
            home.write_text("x")
        environment |= {"HOME": str(home), "XDG_CONFIG_HOME": str(home)}
    for command in ([sys.executable, "-c", START], [sys.executable, "-m", "annotator", "stats"]):
        done = subprocess.run(
            [*command, str(project_path)], env=environment, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr
        assert "Traceback" not in done.stderr


def geometry(frame: QRect, *, is_maximized: bool = False) -> QByteArray:
    """Return a window's geometry as QWidget.saveGeometry writes it (Qt 6: magic, version 3.0)."""
    data = QByteArray()
    stream = QDataStream(data, QIODevice.OpenModeFlag.WriteOnly)
    stream.setVersion(QDataStream.Version.Qt_4_0)
    stream.writeUInt32(0x1D9D0CB)
    stream.writeUInt16(3)
    stream.writeUInt16(0)
    for rectangle in (frame, frame):
        for value in (rectangle.left(), rectangle.top(), rectangle.right(), rectangle.bottom()):
            stream.writeInt32(value)
    stream.writeInt32(7)  # a screen that is not there
    stream.writeUInt8(is_maximized)
    stream.writeUInt8(0)
    stream.writeInt32(frame.width())
    for value in (frame.left(), frame.top(), frame.right(), frame.bottom()):
        stream.writeInt32(value)
    return data


@pytest.mark.parametrize(
    "frame",
    [
        pytest.param(QRect(100_000, 100_000, 800, 600), id="far-away"),
        pytest.param(QRect(-5000, -5000, 800, 600), id="another-screen"),
        pytest.param(QRect(0, 0, 100_000, 100_000), id="huge"),
        pytest.param(QRect(10, 10, 0, 0), id="nothing"),
        pytest.param(QRect(-(1 << 31), -(1 << 31), 100, 100), id="least-numbers"),
    ],
)
def test_case_73_a_window_is_on_the_screen_whatever_is_remembered(
    qapp: QApplication, qtbot, settings: Settings, frame: QRect
) -> None:
    settings.keep_bytes("window", geometry(frame))
    window = make_window(qapp, settings)
    qtbot.addWidget(window)
    window.show_welcome()
    window.show()
    screen = qapp.primaryScreen().geometry()
    seen = screen.intersected(window.geometry())
    assert seen.width() >= 50  # so that it can be taken hold of
    assert seen.height() >= 50
    assert window.width() <= 2 * screen.width()
    window.close()


def test_case_76_a_report_of_a_bug_holds_no_text(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from annotator.gui.application import report

    shown: list[str] = []
    monkeypatch.setattr(ReportDialog, "exec", lambda dialog: shown.append(dialog.report.toPlainText()))
    secret = "نص المقال السري"
    try:
        _raise(secret)
    except ValueError as error:
        report(window, ValueError, error, error.__traceback__)
    (told,) = shown
    assert "ValueError" in told
    assert "_raise" in told
    assert secret not in told


def _raise(text: str) -> None:
    try:
        {}[text]
    except KeyError as error:
        raise ValueError(f"cannot read {text}") from error
