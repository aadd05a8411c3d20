"""What every test may ask for: a project in its own folder, and the shared data."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from annotator.services.projects import create, open_project
from annotator.storage.project import Project

_SHARED = (Path(__file__).parents[1] / "../shared/data").resolve()


@pytest.fixture
def project_path(tmp_path: Path) -> Path:
    """A new project, closed."""
    path = tmp_path / "project.annotator"
    create(path).close()
    return path


@pytest.fixture
def project(project_path: Path) -> Iterator[Project]:
    opened = open_project(project_path)
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def _empty_project(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    path = tmp_path_factory.mktemp("empty") / "project.annotator"
    create(path).close()
    return path.read_bytes()


@pytest.fixture
def fresh_project(
    tmp_path_factory: pytest.TempPathFactory, _empty_project: bytes
) -> Iterator[Callable[[], Project]]:
    """Give an empty project at every call: making one from nothing is too slow for a property."""
    made: list[Project] = []

    def fresh() -> Project:
        path = tmp_path_factory.mktemp("fresh") / "project.annotator"
        path.write_bytes(_empty_project)
        made.append(open_project(path))
        return made[-1]

    yield fresh
    for project in made:
        project.close()


@pytest.fixture(scope="session")
def shared_data() -> Path:
    if not _SHARED.is_dir():
        pytest.skip("there is no shared/data beside the repository")
    return _SHARED
