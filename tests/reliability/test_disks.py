"""Cases 6, 8, 9, 25, 26 and 27: disks that are full, read-only or taken away."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from platformdirs import user_config_path

from annotator.domain.edit import Edit
from annotator.domain.errors import AnnotatorError, FileError, LostError, ProjectError, StorageError
from annotator.domain.retention import Reason
from annotator.services import annotating, backing_up
from annotator.services.browsing import open_article
from annotator.services.export_options import ExportOptions
from annotator.services.exporting import export
from annotator.services.importing import ImportOptions, import_files
from annotator.services.inspecting import check, stats
from annotator.services.projects import create, open_project
from annotator.storage import engine
from annotator.storage.project import Project
from tests.layers import add_articles, annotation
from tests.reliability.disks import Disk, disk
from tests.texts import write_lines

TEXT = "زار الوزير باكو"
FULL = r"was not saved: the disk (is full\. Free some space|reports an error or is full)"


@pytest.fixture
def small(tmp_path: Path) -> Iterator[Disk]:
    with disk(tmp_path / "disk", 400_000) as made:
        yield made


@pytest.fixture
def on_disk(small: Disk) -> Iterator[tuple[Project, str]]:
    """A project on a small disk, and its one article."""
    with create(small.folder / "news.annotator") as project:
        yield project, add_articles(project, TEXT)[0]


def label(project: Project, article: str, start: int) -> None:
    annotating.apply(project, "amal", [Edit(None, annotation(article, start, start + 2))])


def test_case_06_an_import_that_fills_the_disk_is_not_done_and_work_can_be_read(
    on_disk: tuple[Project, str], tmp_path: Path
) -> None:
    project, article = on_disk
    news = write_lines(tmp_path / "in.jsonl", *({"text": f"{'كلمة ' * 600}{nth}"} for nth in range(100)))
    with pytest.raises(StorageError, match=FULL):
        import_files(project, [news], ImportOptions("amal"))
    assert stats(project).articles == 1
    assert open_article(project, article, "amal").article.text == TEXT
    assert check(project) == []
    assert [path.name for path in project.path.parent.iterdir()] == ["news.annotator"]
    label(project, article, 0)
    assert len(open_article(project, article, "amal").annotations) == 1


def test_case_06_on_a_full_disk_a_decision_is_refused_and_made_once_there_is_room(
    on_disk: tuple[Project, str], small: Disk
) -> None:
    project, article = on_disk
    label(project, article, 0)
    small.fill()
    with pytest.raises(StorageError, match=FULL):
        label(project, article, 4)
    assert len(open_article(project, article, "amal").annotations) == 1
    (small.folder / "ballast").unlink()
    label(project, article, 4)
    assert len(open_article(project, article, "amal").annotations) == 2
    assert check(project) == []


def test_case_08_a_backup_on_a_full_disk_leaves_the_older_ones(project: Project, small: Disk) -> None:
    chosen = user_config_path("Annotator", appauthor=False) / "backups.toml"
    chosen.parent.mkdir(parents=True)
    chosen.write_text(f"folder = '{small.folder}'\n", "utf-8")
    made = backing_up.back_up(project)
    before = made.path.read_bytes()
    small.fill(leaving=100_000)
    with pytest.raises(ProjectError, match=r"cannot be made: database or disk is full"):
        backing_up.back_up(project)
    with pytest.raises(ProjectError, match="was not changed, since no backup could be made"):
        backing_up.before(project, Reason.MERGE)
    assert [*made.path.parent.iterdir()] == [made.path]
    assert made.path.read_bytes() == before
    assert backing_up.backups(project) == [made]


@pytest.mark.parametrize("name", ["out.jsonl", "out.brat"])
def test_case_09_an_export_to_a_full_disk_leaves_what_was_there(
    project: Project, small: Disk, name: str
) -> None:
    add_articles(project, *(f"{TEXT} {nth} " * 300 for nth in range(40)))
    out, form = small.folder / name, name.partition(".")[2]
    small.fill(leaving=40_000)
    with pytest.raises(FileError, match="cannot be written: no space left"):
        export(project, out, ExportOptions(form, takes_all=True))
    assert [path.name for path in small.folder.iterdir()] == ["ballast"]


def test_case_25_of_a_disk_that_is_pulled_nothing_is_told_as_saved_and_work_can_be_saved_elsewhere(
    on_disk: tuple[Project, str], small: Disk, tmp_path: Path
) -> None:
    project, article = on_disk
    label(project, article, 0)
    small.pull()
    with pytest.raises(LostError, match="no longer there; nothing was saved"):
        label(project, article, 4)
    backing_up.back_up_to(project, tmp_path / "saved.annotator")
    with open_project(tmp_path / "saved.annotator") as saved:
        assert len(open_article(saved, article, "amal").annotations) == 1
        assert check(saved) == []


@pytest.mark.parametrize("has_wal", [False, True], ids=["DELETE", "WAL"])
def test_case_06_a_new_project_is_whole_or_not_there_however_small_the_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, has_wal: bool
) -> None:
    monkeypatch.setattr(engine, "_HAS_SOUND_WAL", has_wal)
    made: list[bool] = []
    for room in range(100_000, 900_000, 200_000):
        with disk(tmp_path / str(room), room) as small:
            path = small.folder / "news.annotator"
            try:
                create(path).close()
            except AnnotatorError as error:
                assert "news.annotator" in str(error)
            made.append(path.exists())
            if path.exists():
                shutil.copytree(small.folder, tmp_path / "copied", dirs_exist_ok=True)
                with open_project(tmp_path / "copied" / path.name) as project:
                    assert check(project) == []
            assert not [*small.folder.glob(".*")]
    assert made == sorted(made)
    assert made[0] is not made[-1]


@pytest.mark.parametrize("has_wal", [False, True], ids=["case-26-DELETE", "case-27-WAL"])
def test_a_project_on_a_disk_that_may_only_be_read_is_read(
    small: Disk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, has_wal: bool
) -> None:
    monkeypatch.setattr(engine, "_HAS_SOUND_WAL", has_wal)
    with create(tmp_path / "news.annotator") as project:
        (article,) = add_articles(project, TEXT)
    path = Path(shutil.move(tmp_path / "news.annotator", small.folder))
    assert path.read_bytes()[18:20] == (b"\x02\x02" if has_wal else b"\x01\x01")
    small.make_read_only()
    before = path.read_bytes()
    with open_project(path) as project:
        assert not project.is_writable
        assert open_article(project, article, "amal").article.text == TEXT
        assert check(project) == []
        with pytest.raises(StorageError, match="cannot be written: it is read-only"):
            label(project, article, 0)
        assert stats(project).articles == 1
    assert path.read_bytes() == before
