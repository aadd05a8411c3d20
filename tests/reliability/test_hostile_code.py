"""Case 70, and the promise that nothing is sent: what our sources may not do at all."""

import ast
import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

import annotator

ROOM = Path(annotator.__file__).parent
SOURCES = sorted(ROOM.rglob("*.py"))

RUN = {"eval", "exec", "compile", "__import__"}
FOREIGN = {
    *("pickle", "cPickle", "dill", "joblib", "marshal", "shelve", "yaml", "torch", "cffi", "code"),
    *(
        "http",
        "requests",
        "httpx",
        "aiohttp",
        "ftplib",
        "smtplib",
        "telnetlib",
        "xmlrpc",
        "webbrowser",
        "ssl",
    ),
}
QT = {"QtNetwork", "QtWebEngineCore", "QtWebEngineWidgets", "QtWebSockets", "QtQml", "QtHttpServer"}
OPENING = {"QDesktopServices", "setOpenExternalLinks"}
ALLOWED = {
    ("storage/engine.py", "urllib.parse"),  # quotes a path
    ("domain/place.py", "urllib.parse"),
    ("gui/application.py", "socket"),  # asks for the X screen, a socket of this machine
    ("formats/workers.py", "subprocess"),  # our own interpreter and modules
    ("formats/xlsx.py", "subprocess"),
    ("formats/spacy_docbin.py", "subprocess"),
    ("storage/network.py", "subprocess"),  # asks macOS and Windows what kind of place a path is on
    ("storage/network.py", "ctypes"),
}


@cache
def trees() -> list[tuple[str, ast.AST]]:
    return [(path.relative_to(ROOM).as_posix(), ast.parse(path.read_text("utf-8"))) for path in SOURCES]


def imports() -> Iterator[tuple[str, str]]:
    for path, tree in trees():
        for node in ast.walk(tree):
            if isinstance(node, ast.Import):
                yield from ((path, alias.name) for alias in node.names)
            elif isinstance(node, ast.ImportFrom) and node.module:
                yield path, node.module
                yield from ((path, f"{node.module}.{alias.name}") for alias in node.names)


def test_case_70_nothing_is_unpickled_and_no_library_is_there_that_would() -> None:
    assert [(path, name) for path, name in imports() if name.split(".")[0] in FOREIGN] == []


def test_case_70_no_text_is_run() -> None:
    found = [
        (path, ast.unparse(node))
        for path, tree in trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in RUN
    ]
    assert found == []


def test_case_70_no_shell_is_started() -> None:
    shells = [
        (path, ast.unparse(node))
        for path, tree in trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and (
            any(word.arg == "shell" for word in node.keywords)
            or ast.unparse(node.func) in {"os.system", "os.popen", "os.execv", "os.spawnv"}
        )
    ]
    assert shells == []


@pytest.mark.parametrize("module", ["subprocess", "socket", "urllib", "ctypes"])
def test_case_70_what_could_reach_outside_is_used_where_it_is_known(module: str) -> None:
    found = {(path, name) for path, name in imports() if name.split(".")[0] == module}
    plain = {(path, name) for path, name in found if name in {module, "urllib.parse", "urllib.request"}}
    assert plain <= ALLOWED
    assert not [name for _, name in found if name.startswith("urllib.request")]


def test_case_65_no_part_of_qt_that_fetches_is_imported() -> None:
    named = [(path, name) for path, name in imports() if name.startswith("PySide6")]
    assert [one for one in named if set(one[1].split(".")) & QT] == []
    texts = [(path.name, word) for path in SOURCES for word in OPENING if word in path.read_text("utf-8")]
    assert texts == []


def test_case_65_each_label_says_whether_it_is_html() -> None:
    """PlainLabel is none; the few that are say so, and escape what they show."""
    rich = {
        path
        for path, tree in trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "QLabel"
    }
    for path in rich:
        text = (ROOM / path).read_text("utf-8")
        assert text.count("QLabel()") == text.count("setTextFormat(Qt.TextFormat.RichText)")
        assert "from html import escape" in text
    assert rich


def test_case_70_a_cas_is_not_trusted_and_names_in_it_are_no_code(tmp_path: Path) -> None:
    pytest.importorskip("cassis")
    from annotator.domain.errors import FormatError
    from annotator.formats.source import Source
    from annotator.formats.uima import read

    made = tmp_path / "made"
    name = f"x=__import__('pathlib').Path({str(made)!r}).touch()"
    feature = {"%NAME": name, "%RANGE": "uima.cas.String"}
    kind = {"%NAME": "a.B", "%SUPER_TYPE": "uima.tcas.Annotation", name: feature}
    values = {"%TYPES": {"a.B": kind}, "%FEATURE_STRUCTURES": [], "%VIEWS": {}}
    (tmp_path / "a.json").write_text(json.dumps(values))
    with pytest.raises(FormatError, match="cannot be called"):
        [*read(Source(tmp_path / "a.json"))]
    assert not made.exists()
