from pathlib import Path

import pytest

from annotator.domain.errors import FormatError
from annotator.formats import txt
from annotator.formats.source import Source
from tests.texts import TRICKY


@pytest.mark.parametrize("text", TRICKY.values(), ids=TRICKY)
def test_a_text_file_is_read_verbatim(tmp_path: Path, text: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(text.encode())
    (record,) = txt.read(Source(path))
    assert record.text == text


def test_a_files_mark_is_dropped_and_a_second_one_is_text(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("\ufeff\ufeffخبر".encode())
    (record,) = txt.read(Source(path))
    assert record.text == "\ufeffخبر"


@pytest.mark.parametrize("data", [b"", b"\xef\xbb\xbf"])
def test_an_empty_text_file_is_refused(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    with pytest.raises(FormatError, match="is empty"):
        list(txt.read(Source(path)))


def test_a_text_file_without_a_date_line_has_no_metadata(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("خبر date 2025-11-19 ", "utf-8")
    assert next(txt.read(Source(path))).meta == {}


def test_a_text_of_space_is_one(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b" \r\n\t")
    assert [record.text for record in txt.read(Source(tmp_path / "a.txt"))] == [" \r\n\t"]
