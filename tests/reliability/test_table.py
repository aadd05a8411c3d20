"""docs/reliability.md names each case once, and where it is tested."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
CASES = range(1, 77)
DOCUMENT = ROOT / "docs" / "reliability.md"


def rows() -> Iterator[tuple[int, str, list[str]]]:
    """Yield each case's number, what was observed, and the files of its tests."""
    for line in DOCUMENT.read_text("utf-8").splitlines():
        if found := re.match(r"\| (\d+) \|", line):
            cells = [cell.strip() for cell in line.strip("|").split(" | ")]
            assert len(cells) == 5, line
            yield int(found[1]), cells[3], re.findall(r"`([^`]+)`", cells[4])


def test_every_case_is_in_the_table_once() -> None:
    assert [number for number, _, _ in rows()] == [*CASES]


@pytest.mark.parametrize(("number", "observed", "files"), [*rows()], ids=[f"row-{nth}" for nth in CASES])
def test_a_case_has_a_test_of_its_number_or_a_reason_why_not(
    number: int, observed: str, files: list[str]
) -> None:
    assert observed
    assert files or observed.startswith("not tested here: ")
    for name in files:
        text = (ROOT / "tests" / name).read_text("utf-8")
        assert re.search(rf"case[-_]{number:02}(?!\d)|\({number}, [A-Z]+\)", text), f"{name} has no such case"


def test_files_and_targets_that_the_document_names_are_there() -> None:
    text = DOCUMENT.read_text("utf-8")
    for name in re.findall(r"`(\w+/test_[\w*]+\.py)`", text):
        assert [*(ROOT / "tests").glob(name)], name
    makefile = (ROOT / "Makefile").read_text("utf-8")
    for target in re.findall(r"`make ([\w-]+)`", text):
        assert re.search(rf"^{target}:", makefile, re.MULTILINE), target


def test_no_fault_is_told_as_having_broken_anything() -> None:
    """The figures are those that `make faults` prints: what was hit is the sum of its endings."""
    kinds = 5
    found = re.findall(
        r"^\| (?:import|labelling|migration|backup|export|merge|review|making|all) \|((?:[ \d]+\|){10})$",
        DOCUMENT.read_text("utf-8"),
        re.MULTILINE,
    )
    figures = [[int(cell) for cell in row.split("|")[:-1]] for row in found]
    assert len(figures) == 9
    for *each, total, killed, refused, done, wrong in figures:
        assert len(each) == kinds
        assert sum(each) == total == killed + refused + done
        assert wrong == 0
    assert [sum(column) for column in zip(*figures[:-1], strict=True)] == figures[-1]
    assert figures[-1][kinds] >= 1000
