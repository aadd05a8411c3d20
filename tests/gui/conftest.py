"""A real window, offscreen, on a real project."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from annotator.domain.annotation import Annotation
from annotator.domain.edit import Edit
from annotator.domain.span import Span
from annotator.gui.application import make_window
from annotator.gui.dialogs import asking
from annotator.gui.dialogs.safekeeping import Safekeeping
from annotator.gui.main_window import MainWindow
from annotator.gui.session import ProjectSession
from annotator.gui.settings import Settings
from annotator.gui.translation import Language
from annotator.services.importing import ImportOptions, import_files
from annotator.services.projects import create
from tests.copied import copied

TEXT = "وقّعت أرمينيا وباكو 🎉 اتفاق سلام.\r\n\r\nفي طهران، برعاية «الأمم المتحدة».\n"
OTHER = "زار وزير الخارجية مدينة باكو يوم الثلاثاء."


@pytest.fixture(scope="session")
def _two_articles(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    folder = tmp_path_factory.mktemp("two")
    write_news(folder)
    with create(folder / "project.annotator") as project:
        import_files(project, [folder / "news"], ImportOptions(login="amal"))
    return (folder / "project.annotator").read_bytes()


def write_news(folder: Path) -> None:
    news = folder / "news"
    news.mkdir()
    (news / "1.txt").write_bytes(TEXT.encode())
    (news / "2.txt").write_bytes(OTHER.encode())


@pytest.fixture
def project_path(tmp_path: Path, _two_articles: bytes) -> Path:
    write_news(tmp_path)
    return copied(_two_articles, tmp_path / "project.annotator")


@pytest.fixture(autouse=True)
def _nobody_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    """A question that a test does not expect is answered with no; what is told in front is a failure."""

    def tell(_self: Safekeeping, said: str) -> None:
        raise AssertionError(said)

    monkeypatch.setattr(asking, "is_wanted", lambda *_: False)
    monkeypatch.setattr(Safekeeping, "tell", tell)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    found = Settings(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))
    found.annotator = "amal"
    return found


@pytest.fixture
def window(qapp: QApplication, qtbot, settings: Settings) -> Iterator[MainWindow]:
    made = make_window(qapp, settings)
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.show_welcome()
    made.show()
    yield made
    made.use_language(Language.ENGLISH)  # the application, which tests share, speaks on
    made.close()


@pytest.fixture
def desk(window: MainWindow, project_path: Path):
    window.open_project(project_path)
    assert window.desk
    return window.desk


@contextmanager
def held(path: Path) -> Iterator[None]:
    """Another program has the file locked."""
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    yield
    other.execute("ROLLBACK")
    other.close()


@pytest.fixture
def session(qapp: QApplication, project_path: Path) -> Iterator[ProjectSession]:
    made = ProjectSession.open(project_path, "amal")
    yield made
    made.close()


def first_article(session: ProjectSession) -> str:
    with session.project.reading() as work:
        return work.articles.find("1.txt")


def addition(session: ProjectSession, start: int, end: int, label: str = "place") -> Edit:
    return Edit(None, Annotation.new(first_article(session), session.annotator, label, Span(start, end)))


def spans(session: ProjectSession) -> list[tuple[int, int, str]]:
    found = session.article(first_article(session)).annotations
    return [(item.span.start, item.span.end, item.label) for item in found if item.span]


@pytest.fixture(scope="session")
def shared_folder() -> Path:
    """Return where real articles lie, if they do: tests that use them have some of their own too."""
    return (Path(__file__).parents[2] / ".." / "shared" / "data").resolve()
