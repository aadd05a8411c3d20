"""The house rules that import-linter does not know."""

import ast
from pathlib import Path

import annotator

SOURCES = sorted(Path(annotator.__file__).parent.rglob("*.py"))
REFUSED = {"utils", "helpers", "common", "core", "manager", "misc"}


def test_a_module_has_at_most_300_lines() -> None:
    assert [path.name for path in SOURCES if len(path.read_text("utf-8").splitlines()) > 300] == []


def test_no_module_is_named_for_what_does_not_belong_anywhere() -> None:
    assert [path for path in SOURCES if path.stem in REFUSED or path.parent.name in REFUSED] == []


def test_a_package_begins_with_what_it_is_for_and_holds_nothing_else() -> None:
    for path in SOURCES:
        if path.name == "__init__.py":
            tree = ast.parse(path.read_text("utf-8"))
            assert ast.get_docstring(tree), path
            assert len(tree.body) == 1, path


def test_every_module_says_what_it_is_about() -> None:
    assert [path for path in SOURCES if not ast.get_docstring(ast.parse(path.read_text("utf-8")))] == []
