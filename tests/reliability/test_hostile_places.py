"""Cases 59, 74, 75 and 76: names of files, targets that are something else, permissions, logs."""

import os
import stat
import tempfile
from pathlib import Path

import pytest

from annotator.services.export_options import ExportOptions
from annotator.services.exporting import export
from annotator.services.importing import ImportOptions, import_files
from annotator.services.packing import PackOptions, pack
from annotator.services.projects import open_project
from annotator.storage.project import Project
from tests.reliability.hostile import annotator, contents, imported, refused
from tests.texts import write_lines

SPOOFED = "news\u202egpj.annotator"
SECRET = "زعفران"
FORMS = ("csv", "xlsx", "brat", "conll", "webanno", "huggingface", "labelstudio", "w3c", "txt")


@pytest.fixture
def project_with_news(project_path: Path) -> Path:
    source = write_lines(
        project_path.with_name("in.jsonl"),
        {"text": f"{SECRET} باكو", "spans": [{"start": 0, "end": 6, "label": "PLACE"}]},
    )
    with open_project(project_path) as project:
        import_files(project, [source], ImportOptions(login="amal"))
    source.unlink()
    return project_path


def test_case_59_a_project_with_a_name_that_is_turned_is_not_made(tmp_path: Path) -> None:
    said = annotator("new", tmp_path / SPOOFED).sentence
    assert "holds marks that turn letters round" in said
    assert "news\\u202egpj" in said
    assert not [*tmp_path.iterdir()]
    assert annotator("new", tmp_path / "خبر\u200f.annotator").code == 0  # a mark of direction turns nothing


def test_case_59_an_export_with_a_name_that_is_turned_is_not_written(project_with_news: Path) -> None:
    before = contents(project_with_news.parent)
    for form in ("jsonl", "txt"):
        out = project_with_news.with_name("news\u202egpj")
        assert "turn letters round" in annotator("export", project_with_news, out, "--format", form).sentence
    assert contents(project_with_news.parent) == before


def test_case_59_a_file_with_a_name_that_is_turned_is_not_imported(project_path: Path) -> None:
    path = project_path.with_name("news\u202etxt.jsonl")
    path.write_text('{"text": "خبر"}\n', "utf-8")
    assert "rename the file" in refused(project_path, path)


def test_case_59_files_of_a_folder_are_named_without_marks(project_path: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    source = write_lines(tmp_path / "in.jsonl", {"id": "../خبر\u202eabc", "text": "خبر"})
    assert [one["text"] for one in imported(project_path, source)] == ["خبر"]
    assert annotator("export", project_path, out, "--format", "txt").code == 0
    assert sorted(path.name for path in out.iterdir()) == ["SHA256SUMS", "خبر_abc.txt"]


def test_case_74_a_link_stays_a_link_and_its_target_is_written_whole(project_with_news: Path) -> None:
    folder = project_with_news.with_name("out")
    folder.mkdir()
    (folder / "old").write_text("old")
    (folder / "link").symlink_to("old")
    assert annotator("export", project_with_news, folder / "link", "--format", "jsonl").code == 0
    assert (folder / "link").is_symlink()
    assert SECRET in (folder / "old").read_text("utf-8")
    assert sorted(path.name for path in folder.iterdir()) == ["link", "old"]


@pytest.mark.parametrize(
    "target",
    [
        pytest.param("loop", id="case-74-a-link-to-itself"),
        pytest.param("nowhere", id="case-74-a-link-into-no-folder"),
        pytest.param("project", id="case-74-a-link-to-the-project"),
        pytest.param("same", id="case-74-the-project-itself"),
        pytest.param("folder", id="case-74-a-folder"),
        pytest.param("to-folder", id="case-74-a-link-to-a-folder"),
        pytest.param("full", id="case-74-a-folder-of-somebody"),
        pytest.param("null", id="case-74-a-device"),
    ],
)
def test_a_target_that_is_something_else_is_left_alone(project_with_news: Path, target: str) -> None:
    top = project_with_news.parent
    (top / "loop").symlink_to("loop")
    (top / "nowhere").symlink_to("missing/out.jsonl")
    (top / "project").symlink_to(project_with_news)
    (top / "folder").mkdir()
    (top / "to-folder").symlink_to("folder")
    (top / "full").mkdir()
    (top / "full" / "mine.txt").write_text("mine")
    places = {"same": project_with_news, "null": Path("/dev/null")}
    form = "txt" if target == "full" else "jsonl"
    before, links = contents(top), sorted(path.name for path in top.iterdir())
    said = annotator("export", project_with_news, places.get(target, top / target), "--format", form).sentence
    assert said
    assert contents(top) == before
    assert sorted(path.name for path in top.iterdir()) == links
    assert Path("/dev/null").is_char_device()


def test_case_74_an_export_over_the_file_that_was_imported_replaces_it_whole(project_path: Path) -> None:
    path = write_lines(project_path.with_name("in.jsonl"), {"text": "خبر"})
    assert annotator("import", project_path, path).code == 0
    assert annotator("export", project_path, path, "--format", "jsonl").code == 0
    assert path.read_bytes().startswith(b'{"schema":"annotator/1"')
    assert annotator("import", project_path, path).code == 0


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_case_75_projects_and_packages_are_for_their_owner_alone(
    project_with_news: Path, tmp_path: Path
) -> None:
    assert mode(project_with_news) == 0o600
    before = os.umask(0)
    try:
        assert annotator("new", tmp_path / "new.annotator").code == 0
        with open_project(project_with_news) as project:
            pack(project, tmp_path / "package.annotator", PackOptions(("amal",)))
    finally:
        os.umask(before)
    assert [mode(tmp_path / f"{name}.annotator") for name in ("new", "package")] == [0o600, 0o600]
    assert not [path for path in tmp_path.rglob("*-journal") if mode(path) != 0o600]


def test_case_75_what_is_unpacked_for_a_while_is_for_its_owner_alone_and_goes(
    project_path: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    import zipfile

    from annotator.formats import archives
    from annotator.formats.source import Source
    from tests.reliability.test_hostile_markup import CORPUS

    place = tmp_path / "temporary"
    place.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(place))
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.write(CORPUS / "pdf" / "plain.pdf", "a.pdf")
    (member,) = archives.members(Source(path))
    before = os.umask(0)
    try:
        with member.on_disk() as copy:
            assert copy.parent == place
            assert mode(copy) == 0o600
    finally:
        os.umask(before)
    assert not [*place.iterdir()]


def test_case_75_an_export_follows_the_umask(project_with_news: Path, tmp_path: Path) -> None:
    with open_project(project_with_news) as project:
        export(project, tmp_path / "out.jsonl", ExportOptions("jsonl"))
    umask = os.umask(0)
    os.umask(umask)
    assert mode(tmp_path / "out.jsonl") == 0o666 & ~umask


def test_case_76_nothing_of_an_article_is_left_anywhere_but_in_the_project(
    project_with_news: Path, tmp_path: Path
) -> None:
    home = tmp_path / "home"
    home.mkdir()
    for command in (
        ("articles",),
        ("stats",),
        ("check",),
        ("export", tmp_path / "no" / "out", "--format", "jsonl"),
    ):
        done = annotator(command[0], project_with_news, *command[1:], HOME=str(home), TMPDIR=str(home))
        assert SECRET not in done.err
    assert not [path for path in home.rglob("*") if path.is_file()]
    others = {name: data for name, data in contents(tmp_path).items() if name != project_with_news.name}
    assert not [name for name, data in others.items() if SECRET.encode() in data]


@pytest.mark.parametrize(
    "label",
    [
        pytest.param("../x", id="case-58-a-path"),
        pytest.param("=cmd|' /C calc'!A0", id="case-58-a-formula"),
        pytest.param("CON", id="case-58-a-device"),
        pytest.param("<b>", id="case-58-a-tag"),
    ],
)
def test_a_labels_name_leads_nowhere_and_runs_nothing(project: Project, tmp_path: Path, label: str) -> None:
    values = {"id": "../../x", "text": "=HYPERLINK(1)", "title": "@SUM(1)", "label": [[0, 4, label]]}
    source = write_lines(tmp_path / "in.jsonl", values)
    import_files(project, [source], ImportOptions(login="=amal", adds_labels=True))
    folder = tmp_path / "out"
    folder.mkdir()
    for form in FORMS:
        export(project, folder / form, ExportOptions(form))
    beside = {"conll.offsets.jsonl", "labelstudio.config.xml"}
    assert {path.name for path in folder.iterdir()} == {*FORMS} | beside
    assert sorted(path.name for path in tmp_path.iterdir()) == ["in.jsonl", "out", "project.annotator"]
    cells = (folder / "csv").read_text("utf-8-sig").replace('"', "").replace("\n", ",").split(",")
    assert not [cell for cell in cells if cell[:1] in {"=", "@"}]
