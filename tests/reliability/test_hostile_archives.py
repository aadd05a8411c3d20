"""Cases 39 to 42: archives that lead outside, or hold far more than they should."""

import gzip
import io
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
import zstandard

from tests.reliability.hostile import imported, refused

MB = 1 << 20


def zip_of(members: list[tuple[str, bytes]]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members:
            archive.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def link(name: str = "link.txt", target: str = "/etc/passwd") -> bytes:
    info = zipfile.ZipInfo(name)
    info.external_attr = 0o120777 << 16
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(info, target)
    return out.getvalue()


def lying(data: bytes, name: bytes, size: int) -> bytes:
    """Declare another size for a member, in both of its headers."""
    changed = bytearray(data)
    for magic, place in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        at = data.index(magic)
        assert name in data[at : at + 80]
        changed[at + place : at + place + 4] = struct.pack("<I", size)
    return bytes(changed)


BOMB = zip_of([("a.txt", b"a" * (200 * MB))])

ARCHIVES: dict[str, tuple[str, bytes | Callable[[], bytes], str]] = {
    "case-39-a-way-up": ("a.zip", zip_of([("../../x.txt", b"a")]), "leads out of its folder"),
    "case-39-an-absolute-name": ("a.zip", zip_of([("/etc/x.txt", b"a")]), "leads out of its folder"),
    "case-39-a-drive": ("a.zip", zip_of([("C:\\x.txt", b"a")]), "leads out of its folder"),
    "case-39-a-way-up-on-Windows": ("a.zip", zip_of([("..\\x.txt", b"a")]), "leads out of its folder"),
    "case-39-a-way-up-within": ("a.zip", zip_of([("a/../../x.txt", b"a")]), "leads out of its folder"),
    "case-39-a-link": ("a.zip", link(), "leads out of its folder"),
    "case-39-no-name": ("a.zip", zip_of([(".", b"a")]), "leads out of its folder"),
    "case-39-cut": ("a.zip", b"PK\x03\x04" + bytes(50), "damaged archive"),
    "case-40-a-zip-bomb": ("a.zip", BOMB, "unpacks to far more"),
    "case-40-a-size-that-is-declared-small": ("a.zip", lying(BOMB, b"a.txt", 10), "damaged archive"),
    "case-40-an-xlsx-bomb": (
        "a.xlsx",
        lambda: zip_of([("xl/workbook.xml", bytes(200 * MB))]),
        "unpacks to far more than a document",
    ),
    "case-40-a-docx-bomb": (
        "a.docx",
        lambda: zip_of([("word/document.xml", bytes(200 * MB))]),
        "unpacks to far more than a document",
    ),
    "case-41-a-gzip-bomb": ("a.txt.gz", lambda: gzip.compress(bytes(200 * MB)), "unpacks to far more"),
    "case-41-a-gzip-bomb-of-two-parts": (
        "a.jsonl.gz",
        lambda: gzip.compress(b'{"text": "' + b"a" * (80 * MB)) + gzip.compress(b"a" * (80 * MB)),
        "unpacks to far more",
    ),
    "case-41-a-zstd-bomb": (
        "a.txt.zst",
        lambda: zstandard.compress(b"a" * (200 * MB)),
        "unpacks to far more",
    ),
    "case-41-a-zstd-window-of-2-GB": (
        "a.txt.zst",
        b"\x28\xb5\x2f\xfd\x00" + bytes([21 << 3]) + b"\x01\x00\x00",
        "damaged archive",
    ),
    "case-41-gzip-that-is-cut": (
        "a.jsonl.gz",
        gzip.compress(b'{"text": "a"}\n' * 1000)[:-20],
        "damaged archive",
    ),
    "case-42-nothing-but-a-zip": ("a.zip", zip_of([("inner.zip", BOMB)]), "nothing to import"),
    "case-42-nothing-but-gzip": (
        "a.zip",
        zip_of([("inner.jsonl.gz", gzip.compress(b'{"text": "a"}'))]),
        "line 1: broken JSON|nothing to import|not a text file",
    ),
}


@pytest.mark.parametrize(("name", "data", "said"), ARCHIVES.values(), ids=ARCHIVES)
def test_an_archive_is_refused(
    project_path: Path, name: str, data: bytes | Callable[[], bytes], said: str
) -> None:
    folder = project_path.parent / "in" / "deep"
    folder.mkdir(parents=True)
    (folder / name).write_bytes(data if isinstance(data, bytes) else data())
    sentence = refused(project_path, folder / name)
    assert name in sentence
    assert any(part in sentence for part in said.split("|")), sentence


def test_case_39_two_members_of_one_name_and_a_device_are_read_as_streams(project_path: Path) -> None:
    path = project_path.with_name("a.zip")
    with pytest.warns(UserWarning, match="Duplicate name"):
        path.write_bytes(zip_of([("a.txt", "باكو".encode()), ("a.txt", "مكة".encode()), ("CON.txt", b"abc")]))
    found = imported(project_path, path)
    assert sorted(str(one["text"]) for one in found) == ["abc", "باكو", "مكة"]
    assert {file.name for file in project_path.parent.iterdir()} == {project_path.name, "a.zip"}


def test_case_40_a_size_that_is_declared_large_is_not_believed(project_path: Path) -> None:
    path = project_path.with_name("a.zip")
    path.write_bytes(lying(zip_of([("a.txt", "خبر".encode())]), b"a.txt", 0xFFFFFFF0))
    assert [one["text"] for one in imported(project_path, path)] == ["خبر"]


def test_case_42_an_archive_within_an_archive_is_passed_over(project_path: Path) -> None:
    path = project_path.with_name("a.zip")
    path.write_bytes(zip_of([("a.txt", "خبر".encode()), ("inner.zip", BOMB)]))
    assert [one["text"] for one in imported(project_path, path)] == ["خبر"]
