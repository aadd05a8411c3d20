"""What every test may ask for: a project in its own folder, and the shared data."""

import gc
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from annotator.domain.place import Place, ServerAddress
from annotator.services.projects import create, open_project
from annotator.storage.project import Project
from tests.copied import copied
from tests.examples import FAST

if TYPE_CHECKING:
    from annotator.gui.application import Application
    from tests.servers import Server

settings.load_profile(FAST)

_AT_ONCE = 10

_HOMES = count()
_TESTS = count(1)
_FULLY_EVERY = 50

_SHARED = (Path(__file__).parents[1] / "../shared/data").resolve()


def pytest_collection_finish() -> None:
    """Leave collecting to the tests' own thread, as the window does: see gui/garbage.py."""
    gc.disable()
    gc.freeze()


@pytest.fixture(autouse=True)
def _collected() -> Iterator[None]:
    yield
    gc.collect(1 if next(_TESTS) % _FULLY_EVERY else 2)


@pytest.fixture(autouse=True)
def _own_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test reads or leaves anything among a person's settings and data."""
    home = tmp_path_factory.getbasetemp() / f"home-{next(_HOMES)}"
    for name in (
        "XDG_CONFIG_HOME",
        "XDG_DATA_HOME",
        "XDG_STATE_HOME",
        "XDG_CACHE_HOME",
        "APPDATA",
        "LOCALAPPDATA",
    ):
        monkeypatch.setenv(name, str(home / name.lower()))


@pytest.fixture(scope="session")
def qapp_cls() -> type["Application"]:
    """Windows are those of the program's own application."""
    from annotator.gui.application import Application

    return Application


BACKENDS = ["sqlite", pytest.param("postgresql", marks=pytest.mark.slow)]

only_sqlite = pytest.mark.parametrize("backend", ["sqlite"], indirect=True)
"""Marks tests about the file of a project."""


@pytest.fixture
def backend(request: pytest.FixtureRequest) -> str:
    """What holds the projects of a test; storage and services are tested on all BACKENDS."""
    return getattr(request, "param", "sqlite")


@pytest.fixture(scope="session")
def server() -> Iterator["Server"]:
    """A PostgreSQL server of our own."""
    pytest.importorskip("psycopg", reason="psycopg is not installed")
    from tests.servers import binaries, running

    programs = binaries()
    if programs is None:
        pytest.skip("there is no PostgreSQL server in /usr/lib/postgresql")
    with running(programs) as server:
        yield server


@pytest.fixture(scope="session")
def template(server: "Server") -> str:
    """The name of a database with an empty project, which is copied faster than made."""
    server.run("CREATE DATABASE annotator_template TEMPLATE template0 ENCODING 'UTF8'")
    create(ServerAddress(server.url("annotator_template"))).close()
    return "annotator_template"


@pytest.fixture(scope="session")
def _empty_project(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    path = tmp_path_factory.mktemp("empty") / "project.annotator"
    create(path).close()
    return path.read_bytes()


@pytest.fixture
def project_path(tmp_path: Path, _empty_project: bytes) -> Path:
    """A new project in a file, closed: a copy of one, which takes a tenth of the time of making it."""
    return copied(_empty_project, tmp_path / "project.annotator")


@pytest.fixture
def project_place(request: pytest.FixtureRequest, backend: str) -> Iterator[Place]:
    """A new project, closed."""
    if backend == "sqlite":
        yield request.getfixturevalue("project_path")
        return
    server: Server = request.getfixturevalue("server")
    url = server.database(request.getfixturevalue("template"))
    yield ServerAddress(url)
    server.drop(url)


@pytest.fixture
def project(project_place: Place) -> Iterator[Project]:
    opened = open_project(project_place)
    yield opened
    opened.close()


@pytest.fixture
def fresh_project(
    request: pytest.FixtureRequest,
    backend: str,
    tmp_path_factory: pytest.TempPathFactory,
    _empty_project: bytes,
) -> Iterator[Callable[[], Project]]:
    """Give an empty project at every call: making one from nothing is too slow for a property.

    The last ten are open.
    """
    made: list[Project] = []

    def place() -> Place:
        if backend == "postgresql":
            server: Server = request.getfixturevalue("server")
            return ServerAddress(server.database(request.getfixturevalue("template")))
        return copied(_empty_project, tmp_path_factory.mktemp("fresh") / "project.annotator")

    def let_go(project: Project) -> None:
        project.close()
        if isinstance(project.place, ServerAddress):
            request.getfixturevalue("server").drop(project.place.url)

    def fresh() -> Project:
        if len(made) == _AT_ONCE:
            let_go(made.pop(0))
        made.append(open_project(place()))
        return made[-1]

    yield fresh
    for project in made:
        let_go(project)


@pytest.fixture(scope="session")
def shared_data() -> Path:
    if not _SHARED.is_dir():
        pytest.skip("there is no shared/data beside the repository")
    return _SHARED
