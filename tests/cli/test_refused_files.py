"""Whatever is wrong with a file or a place: one plain sentence, exit 1, nothing changed."""

import os
import sqlite3
from pathlib import Path

import pytest

from tests.cli.conftest import Annotator, like_anybody
from tests.texts import write_lines

GOOD = {"text": "زار الوزير باكو", "spans": [{"start": 11, "end": 15, "label": "PLACE"}]}


@pytest.mark.parametrize("name", ["missing.jsonl", "missing.txt", "missing", "file.txt/a.jsonl", "a" * 300])
def test_a_file_that_is_not_there_is_named(
    annotator: Annotator, unchanged: Path, tmp_path: Path, name: str
) -> None:
    (tmp_path / "file.txt").write_text("خبر")
    annotator("import", unchanged, tmp_path / name).refuses(tmp_path / name)


def test_a_file_that_may_not_be_read_is_named(program: Annotator, unchanged: Path, tmp_path: Path) -> None:
    path = write_lines(tmp_path / "a.jsonl", GOOD)
    path.chmod(0)
    program("import", unchanged, path, preexec_fn=like_anybody).refuses(path, "permission denied")


def test_case_26_a_project_that_may_only_be_read_is_read(
    program: Annotator, unchanged: Path, tmp_path: Path
) -> None:
    path = write_lines(tmp_path / "a.jsonl", GOOD)
    unchanged.chmod(0o400)
    program("import", unchanged, path, preexec_fn=like_anybody).refuses(unchanged, "it is read-only")
    program("stats", unchanged, preexec_fn=like_anybody).succeeds()
    program("export", unchanged, tmp_path / "out", "--format", "jsonl", preexec_fn=like_anybody).succeeds()


def test_a_project_that_may_not_be_read_is_named(program: Annotator, project_path: Path) -> None:
    project_path.chmod(0)
    program("stats", project_path, preexec_fn=like_anybody).refuses(project_path, "permission denied")
    project_path.chmod(0o600)


@pytest.mark.skipif(os.name != "posix", reason="there are no pipes with names")
def test_a_pipe_is_no_project(program: Annotator, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.annotator")
    for command in ("stats", "check"):
        program(command, tmp_path / "pipe.annotator").refuses("is a device or a pipe, not a project")


def test_what_a_library_says_of_a_file_is_said_once(
    program: Annotator, unchanged: Path, tmp_path: Path
) -> None:
    pytest.importorskip("pypdf")
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.4 x")
    program("import", unchanged, tmp_path / "a.pdf").refuses("is no PDF, or is damaged")


def test_a_folder_that_nothing_may_be_written_to_is_left_alone(
    program: Annotator, unchanged: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "folder"
    folder.mkdir(0o500)
    new, out = folder / "new.annotator", folder / "out.jsonl"
    program("new", new, preexec_fn=like_anybody).refuses(new, "permission denied")
    program("export", unchanged, out, "--format", "jsonl", preexec_fn=like_anybody).refuses(
        out, "permission denied"
    )
    assert not [*folder.iterdir()]


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("empty.jsonl", b"", "is empty"),
        ("empty.txt", b"", "is empty"),
        ("picture.txt", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\xff\xd8\xff\xfe", "not a text file"),
        ("picture.jsonl", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "line 1: broken JSON"),
        ("mark.txt", b"\xef\xbb\xbfabc\xff", "line 1: not text in utf-8"),
        ("nul.txt", b"one\ntwo\x00 and some more letters", "line 2: the text holds U+0000"),
        ("news.dat", "خبر".encode(), "name its format"),
    ],
)
def test_a_file_that_is_no_news_is_named(
    annotator: Annotator, unchanged: Path, tmp_path: Path, name: str, data: bytes, said: str
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    annotator("import", unchanged, path).refuses(path, said)


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--format", "nope"), "There is no format nope"),
        (("--format", "jsonl"), "line 1: broken JSON"),
        (("--encoding", "klingon"), "no encoding called klingon"),
        (("--encoding", "utf-7"), "half a surrogate pair"),
        (("--annotator", "a\u202eb"), "A name cannot hold invisible characters"),
        (("--report", "missing/report.json"), "There is no folder missing"),
        (("--report", "."), ". is a folder"),
    ],
)
def test_an_option_that_does_not_fit_changes_nothing(
    annotator: Annotator, unchanged: Path, tmp_path: Path, options: tuple[str, ...], said: str
) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"+2AA-")
    annotator("import", unchanged, path, *options).refuses(said)


def test_a_name_that_is_not_utf8_is_refused_before_anything_is_read(
    annotator: Annotator, unchanged: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "old"
    folder.mkdir()
    try:
        Path(os.fsdecode(bytes(folder) + b"/" + "خبر.txt".encode("windows-1256"))).write_text("خبر")
    except OSError:
        pytest.skip("this file system takes UTF-8 names only")
    annotator("import", unchanged, folder).refuses("is not UTF-8")


def test_a_folder_without_news_is_named(annotator: Annotator, unchanged: Path, tmp_path: Path) -> None:
    folder = tmp_path / "pictures"
    folder.mkdir()
    (folder / "a.png").write_bytes(b"")
    annotator("import", unchanged, folder).refuses("nothing to import", folder)


@pytest.mark.parametrize("command", ["articles", "stats", "check", "export"])
@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("missing", "There is no project"),
        ("folder", "is a folder"),
        ("empty", "is not an Annotator project"),
        ("text.txt", "is not an Annotator project"),
        ("text.txt/x", "cannot be read"),
        ("a" * 300, "cannot be read"),
    ],
)
def test_what_is_no_project_is_named(
    annotator: Annotator, tmp_path: Path, command: str, name: str, said: str
) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "empty").write_bytes(b"")
    (tmp_path / "text.txt").write_bytes("خبر ".encode() * 100)
    rest = (tmp_path / "out.jsonl", "--format", "jsonl") if command == "export" else ()
    annotator(command, tmp_path / name, *rest).refuses(tmp_path / name, said)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["empty", "folder", "text.txt"]


@pytest.mark.parametrize("command", ["articles", "stats", "check", "export", "import"])
def test_a_project_of_a_newer_program_is_named_and_left_alone(
    annotator: Annotator, project_path: Path, tmp_path: Path, command: str
) -> None:
    newer = sqlite3.connect(project_path)
    newer.execute("PRAGMA user_version = 99")
    newer.close()
    before = project_path.read_bytes()
    good = write_lines(tmp_path / "in.jsonl", GOOD)
    rest = {"export": (tmp_path / "out.jsonl", "--format", "jsonl"), "import": (good,)}.get(command, ())
    annotator(command, project_path, *rest).refuses(project_path, "made by a newer version")
    assert project_path.read_bytes() == before
    assert not (tmp_path / "out.jsonl").exists()


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("project.annotator", "is there already"),
        ("missing/new.annotator", "There is no folder"),
        ("project.annotator/new", "There is no folder"),
        ("a" * 300, "cannot be made"),
    ],
)
def test_a_project_is_made_only_where_there_is_none(
    annotator: Annotator, unchanged: Path, tmp_path: Path, name: str, said: str
) -> None:
    annotator("new", tmp_path / name).refuses(tmp_path / name.split("/new", maxsplit=1)[0], said)


@pytest.mark.parametrize("text", ["", "[[label", '[[label]]\nname = "A"\ncolour = "nonsense"'])
def test_a_project_is_not_made_from_a_label_set_that_is_none(
    annotator: Annotator, tmp_path: Path, text: str
) -> None:
    labels = tmp_path / "labels.toml"
    labels.write_text(text)
    annotator("new", tmp_path / "new.annotator", "--labels", labels).refuses(labels)
    annotator("new", tmp_path / "new.annotator", "--labels", tmp_path / "none.toml").refuses("none.toml")
    assert list(tmp_path.iterdir()) == [labels]


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("missing/out.jsonl", "There is no folder"),
        ("project.annotator/out.jsonl", "There is no folder"),
        ("folder", "is a folder"),
        ("project.annotator", "is an Annotator project"),
        ("link", "is an Annotator project"),
        ("a" * 300, "cannot be written"),
    ],
)
def test_an_export_that_has_no_place_changes_nothing(
    annotator: Annotator, unchanged: Path, tmp_path: Path, name: str, said: str
) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "link").symlink_to(unchanged)
    annotator("export", unchanged, tmp_path / name, "--format", "jsonl").refuses(said)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["folder", "link", "project.annotator"]


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--format", "txt"), "is a file; name a folder"),
        (("--format", "nope"), "no format nope"),
        (("--format", "jsonl", "--annotator", "nobody"), "no annotator nobody"),
    ],
)
def test_an_export_that_cannot_be_made_leaves_the_target(
    annotator: Annotator, unchanged: Path, tmp_path: Path, options: tuple[str, ...], said: str
) -> None:
    out = tmp_path / "out.jsonl"
    out.write_text("old")
    annotator("export", unchanged, out, *options).refuses(said)
    assert out.read_text() == "old"


@pytest.mark.parametrize("command", ["import", "export"])
def test_a_report_overwrites_neither_the_project_nor_what_is_exchanged(
    annotator: Annotator, unchanged: Path, tmp_path: Path, command: str
) -> None:
    news = tmp_path / "a.txt"
    news.write_text("خبر")
    rest = ("--format", "jsonl") if command == "export" else ()
    for report in (unchanged, news, tmp_path / "folder/../a.txt"):
        (tmp_path / "folder").mkdir(exist_ok=True)
        annotator(command, unchanged, news, *rest, "--report", report).refuses("in use already")
    assert news.read_text() == "خبر"


@pytest.mark.parametrize(
    "arguments",
    [
        ("show", "PROJECT", "9" * 30),
        ("show", "PROJECT", "\udcff"),
        ("articles", "PROJECT", "--annotator", "\udcff"),
        ("import", "PROJECT", "FILE", "--annotator", "\udcff"),
    ],
)
def test_a_name_that_nothing_can_have_is_refused(
    annotator: Annotator, unchanged: Path, tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    paths = {"PROJECT": unchanged, "FILE": write_lines(tmp_path / "in.jsonl", GOOD)}
    annotator(*(paths.get(argument, argument) for argument in arguments)).refuses()


def test_a_project_without_its_row_is_refused(annotator: Annotator, project_path: Path) -> None:
    with sqlite3.connect(project_path) as damage:
        damage.execute("DELETE FROM project")
    annotator("stats", project_path).refuses(project_path, "is damaged")


def test_a_pipe_is_not_replaced_and_a_link_stays_one(
    annotator: Annotator, unchanged: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    os.mkfifo(folder / "pipe")
    annotator("export", unchanged, folder / "pipe", "--format", "jsonl").refuses("a device or a pipe")
    (folder / "link").symlink_to(folder / "file")
    annotator("export", unchanged, folder / "link", "--format", "jsonl").succeeds()
    assert (folder / "link").is_symlink()
    assert (folder / "file").is_file()
    assert sorted(path.name for path in folder.iterdir()) == ["file", "link", "pipe"]


def test_a_report_that_cannot_be_written_is_refused_before_anything_is_imported(
    annotator: Annotator, unchanged: Path, tmp_path: Path
) -> None:
    path = write_lines(tmp_path / "in.jsonl", GOOD)
    annotator("import", unchanged, path, "--report", "/proc/x.json").refuses("/proc/x.json")


def test_output_for_an_old_code_page_is_no_error(
    program: Annotator, project_path: Path, tmp_path: Path
) -> None:
    program("import", project_path, write_lines(tmp_path / "in.jsonl", GOOD)).succeeds()
    old = os.environ | {"PYTHONIOENCODING": "cp1252"}
    for command in (("articles", project_path), ("show", project_path, "1")):
        program(*command, env=old).succeeds()


def test_an_article_that_is_not_there_is_named(annotator: Annotator, unchanged: Path) -> None:
    annotator("show", unchanged, "99").refuses("no article 99")
