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
