from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from annotator.domain.errors import FileError
from annotator.formats.files import folder_written_whole, written_whole


def test_a_file_is_replaced_only_when_it_is_whole(tmp_path: Path) -> None:
    path = tmp_path / "out.jsonl"
    path.write_bytes(b"old")
    with written_whole(path) as file:
        file.write(b"new")
        file.flush()
        assert path.read_bytes() == b"old"
    assert path.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("error", [ValueError, KeyboardInterrupt, OSError(28, "No space left on device")])
def test_an_exception_leaves_what_was_there(tmp_path: Path, error: BaseException) -> None:
    path = tmp_path / "out.jsonl"
    path.write_bytes(b"old")
    with pytest.raises((ValueError, KeyboardInterrupt, FileError)), written_whole(path) as file:
        file.write(b"new")
        raise error
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_nobody_elses_file_beside_the_target_is_touched(tmp_path: Path) -> None:
    neighbour = tmp_path / "out.jsonl.part"
    neighbour.write_bytes(b"mine")
    with written_whole(tmp_path / "out.jsonl") as file:
        file.write(b"new")
    assert neighbour.read_bytes() == b"mine"


@pytest.mark.parametrize("name", ["", "a" * 300, "missing/out.jsonl", "file/out.jsonl"])
def test_a_place_that_cannot_be_written_is_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(FileError), written_whole(tmp_path / name) as file:
        file.write(b"new")
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_the_longest_name_that_a_folder_takes_is_written(tmp_path: Path) -> None:
    path = tmp_path / ("ا" * 127)
    with written_whole(path) as file:
        file.write(b"new")
    assert path.read_bytes() == b"new"


def test_a_folder_that_cannot_take_its_place_leaves_what_was_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with folder_written_whole(tmp_path / "out") as folder:
        (folder / "a.txt").write_text("old", "utf-8")
    rename = Path.rename

    def refuse(path: Path, target: Path) -> Path:
        if (path / "b.txt").exists():
            raise PermissionError(13, "in use")
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", refuse)
    with (
        pytest.raises(FileError, match="cannot be written"),
        folder_written_whole(tmp_path / "out") as folder,
    ):
        (folder / "b.txt").write_text("new", "utf-8")
    assert (tmp_path / "out" / "a.txt").read_text("utf-8") == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


@pytest.mark.parametrize("error", [None, ValueError("what went wrong")])
def test_a_disk_that_clears_nothing_away_hides_neither_success_nor_failure(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: ValueError | None
) -> None:
    def refuse(path: Path, *, missing_ok: bool = False) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(Path, "unlink", refuse)
    path = tmp_path / "out.jsonl"
    with suppress(ValueError), written_whole(path) as file:
        file.write(b"new")
        if error:
            raise error
    assert path.exists() is not bool(error)


def exported(folder: Path) -> Path:
    with folder_written_whole(folder) as part:
        (part / "a.txt").write_text("خبر", "utf-8")
        (part / "more").mkdir()
        (part / "more" / "b.txt").write_text("آخر", "utf-8")
    return folder


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_an_export_that_is_as_it_was_is_replaced(tmp_path: Path) -> None:
    first = contents(exported(tmp_path / "out"))
    assert contents(exported(tmp_path / "out")) == first
    assert list(tmp_path.iterdir()) == [tmp_path / "out"]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda out: (out / "more" / "b.txt").write_text("صحّحتُه بيدي", "utf-8"), r"changed.*: more/b\.txt"),
        (lambda out: (out / "mine.docx").write_bytes(b"mine"), "files of its own"),
        (lambda out: (out / "link").symlink_to(out / "more"), "files of its own"),
        (lambda out: (out / "SHA256SUMS").write_text(listed_by_hand(out)), "files of its own"),
        (lambda out: (out / "SHA256SUMS").write_bytes(b""), "files of its own"),
        (lambda out: (out / "SHA256SUMS").unlink(), "files of its own"),
    ],
)
def test_what_a_person_has_put_into_a_folder_stays(
    tmp_path: Path, change: Callable[[Path], object], said: str
) -> None:
    out = exported(tmp_path / "out")
    change(out)
    before = contents(out)
    with pytest.raises(FileError, match=said):
        exported(out)
    assert contents(out) == before


def listed_by_hand(folder: Path) -> str:
    """What sha256sum makes of a folder."""
    lines = (folder / "SHA256SUMS").read_text("utf-8").splitlines(keepends=True)
    return "".join(line for line in lines if not line.startswith("#"))
