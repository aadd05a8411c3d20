"""The licences that About shows are those of all that the program is made of."""

import re
import tomllib
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

import pytest

from annotator.services import licensing

ROOT = Path(__file__).parents[2]


def required() -> list[str]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    extras = (lines for name, lines in project["optional-dependencies"].items() if name in licensing.EXTRAS)
    lines = [*project["dependencies"], *(line for extra in extras for line in extra)]
    return [name for line in lines if (name := re.split(r"[\[<>=!~; ]", line)[0])]


def is_installed(name: str) -> bool:
    try:
        distribution(name)
    except PackageNotFoundError:
        return False
    return True


def test_all_that_the_program_requires_is_named_and_no_tool_of_developers() -> None:
    found = {*licensing.made_of()}
    assert {licensing.normalised(name) for name in required() if is_installed(name)} <= found
    assert {"markupsafe", "shiboken6", "lxml-html-clean"} <= found  # what is required by what is required
    assert not {"pytest", "ruff", "mypy", "hypothesis"} & found


def test_every_part_says_its_licence_and_comes_with_its_text() -> None:
    for name, one in licensing.made_of().items():
        assert licensing.licence_of(one) != "see below", name
        if name not in {"pyside6-essentials", "shiboken6"}:  # Qt's stands by itself
            assert len(licensing.notice(one)) > 600, name


def test_python_qt_sqlite_and_the_fonts_are_named_too() -> None:
    text = licensing.licences()
    for part in ("Python\nPSF-2.0", "Qt\nLGPL-3.0-only", "SQLite\nPublic domain", "SIL OPEN FONT LICENSE"):
        assert part in text
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in text


def test_a_packaged_program_shows_what_its_build_collected(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "program.txt").write_text("of the program\n", "utf-8")
    (tmp_path / "system.txt").write_text("of the system\n", "utf-8")
    monkeypatch.setattr(licensing, "resource", lambda *_: tmp_path)
    assert licensing.licences() == "of the program\n\nof the system\n"
