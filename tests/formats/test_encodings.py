from pathlib import Path

import pytest
from hypothesis import given

from annotator.domain.errors import FormatError
from annotator.formats import txt
from annotator.formats.encoding import decode
from annotator.formats.source import Source
from tests.texts import texts

HERE = Path(__file__).parents[1] / "data" / "encodings"
FILES = sorted(HERE.glob("*.txt"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_encoding_of_a_text_file_is_found_out(path: Path) -> None:
    (record,) = txt.read(Source(path))
    assert record.encoding == path.stem
    assert record.text == path.read_bytes().decode(path.stem)
    assert record.text.startswith(" date 2025-11-19 وقّعت أرمينيا")
    assert record.meta == {"published": "2025-11-19"}
    assert record.external_id == path.name


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_an_encoding_that_is_named_is_used(path: Path) -> None:
    (record,) = txt.read(Source(path, path.stem))
    assert record.text == path.read_bytes().decode(path.stem)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-le", "utf-32", "windows-1256"])
@pytest.mark.parametrize(
    "data", [b"\xef\xbb\xbfabc\xff", b"\xff\xfea", b"\x00\x00\xfe\xff\x11\x11", b"\x81\x8d\xff\xff"]
)
def test_broken_bytes_are_refused_or_read_but_never_crash(data: bytes, encoding: str) -> None:
    for named in (None, encoding):
        try:
            text, _ = decode(data, Path("x.txt"), named)
        except FormatError as refusal:
            assert "x.txt" in str(refusal)
        else:
            assert text.encode()


@pytest.mark.parametrize("named", ["utf-16", "utf-16-le", "UTF_16LE"])
def test_a_byte_order_mark_is_no_part_of_the_text_whatever_name_is_given(named: str) -> None:
    assert decode(b"\xff\xfe" + "باكو".encode("utf-16-le"), Path("x.txt"), named)[0] == "باكو"


@given(texts)
def test_utf8_is_never_taken_for_anything_else(text: str) -> None:
    found, name = decode(b"\xef\xbb\xbf" + text.encode(), Path("x.txt"))
    assert (found, name) == (text, "utf-8-sig")
    if not text.startswith("\ufeff"):
        assert decode(text.encode(), Path("x.txt")) == (text, "utf-8")


@pytest.mark.parametrize(
    ("data", "encoding", "said"),
    [
        (b"a\nb\xff", "utf-8", "x.txt, line 2: not text in utf-8."),
        (b"abc", "klingon", "no encoding called klingon"),
        (b"abc", "hex", "no encoding called hex"),
        (b"abc", "undefined", "not text in undefined"),
        (b"a\n+2D0-", "utf-7", "x.txt, line 2: the text holds half a surrogate pair"),
        (b"\xef\xbb\xbfabc", "klingon", "no encoding called klingon"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\xff\xd8", None, "not a text file"),
        (bytes(range(256)), None, "not a text file"),
        (b"news\nof\x00day, and more of it", None, "x.txt, line 2: the text holds U+0000"),
        (b"+2AA-", "utf-7", "half a surrogate pair"),
    ],
)
def test_what_is_no_text_is_refused_in_a_sentence(data: bytes, encoding: str | None, said: str) -> None:
    with pytest.raises(FormatError) as refusal:
        decode(data, Path("x.txt"), encoding)
    assert said in str(refusal.value)


@pytest.mark.parametrize(
    ("folder", "expected"),
    [
        ("utf-8-arabic", "utf-8"),
        ("utf-16-arabic", "utf-16"),
        ("utf-16le-arabic", "utf-16-le"),
        ("utf-16be-arabic", "utf-16-be"),
        ("utf-32-arabic", "utf-32"),
        ("iso-8859-6-arabic", "iso8859-6"),
        ("windows-1256-arabic", "windows-1256"),
    ],
)
def test_legacy_files_are_read_as_what_they_are(shared_data: Path, folder: str, expected: str) -> None:
    path = shared_data / "news/legacy_encodings" / folder / "culturax_mC4_98635.txt"
    text, name = decode(path.read_bytes(), path)
    assert name == expected
    assert text == path.read_bytes().decode(expected)


@pytest.mark.parametrize("folder", ["cp720-arabic", "utf-32le-arabic", "utf-32be-arabic"])
def test_an_encoding_in_doubt_must_be_named(shared_data: Path, folder: str) -> None:
    path = shared_data / "news/legacy_encodings" / folder / "culturax_mC4_98635.txt"
    with pytest.raises(FormatError, match="must be named"):
        decode(path.read_bytes(), path)
    text, _ = decode(path.read_bytes(), path, folder.removesuffix("-arabic"))
    assert "الإعلام" in text
