"""Cases 13, 15, 22 and 28 to 38: project files of odd names, damaged, of others; a clock set back."""

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from annotator.domain import moment
from annotator.domain.edit import Edit
from annotator.domain.errors import AnnotatorError, DamageError, ProjectError, StorageError
from annotator.services import annotating, backing_up
from annotator.services.browsing import open_article
from annotator.services.export_options import ExportOptions
from annotator.services.exporting import export
from annotator.services.inspecting import check, stats
from annotator.services.merging import merge
from annotator.services.packing import PackOptions, pack
from annotator.services.projects import create, open_project
from annotator.storage import engine, network
from annotator.storage.project import Project
from tests.layers import add_articles, annotation

TEXT = "زار الوزير باكو أمس والتقى الرئيس"
RLM = "\u200f"


@pytest.fixture
def has_wal(monkeypatch: pytest.MonkeyPatch) -> None:
    """The engine as it is with an SQLite whose WAL is sound."""
    monkeypatch.setattr(engine, "_HAS_SOUND_WAL", True)


def label(project: Project, article: str, start: int, by: str = "amal") -> None:
    annotating.apply(project, by, [Edit(None, annotation(article, start, start + 1, by=by))])


def test_case_13_what_is_in_a_log_only_is_read_without_its_shared_memory(
    tmp_path: Path, has_wal: None
) -> None:
    with create(tmp_path / "news.annotator") as project:
        ids = add_articles(project, *(f"{TEXT} {nth}" for nth in range(700)))
        copied = tmp_path / "copied"
        copied.mkdir()
        for ending in ("", "-wal"):
            shutil.copyfile(f"{project.path}{ending}", copied / f"news.annotator{ending}")
    (alone := tmp_path / "alone.annotator").write_bytes((copied / "news.annotator").read_bytes())
    with closing(sqlite3.connect(alone)) as without_log:
        assert without_log.execute("SELECT count(*) FROM article").fetchone() == (0,)
    with open_project(copied / "news.annotator") as opened:
        assert stats(opened).articles == 700
        assert open_article(opened, ids[-1], "amal").article.text == f"{TEXT} 699"
        assert check(opened) == []


def test_case_15_that_a_log_is_lost_is_told_by_the_number_of_the_last_edit(
    tmp_path: Path, has_wal: None
) -> None:
    path = tmp_path / "news.annotator"
    with create(path) as project:
        (article,) = add_articles(project, TEXT)
        label(project, article, 0)
    with open_project(path) as project:
        for start in range(1, 6):
            label(project, article, start)
        last = last_edit(project)
        alone = tmp_path / "alone.annotator"
        shutil.copyfile(path, alone)
    with open_project(alone) as older:
        assert check(older) == []
        assert last_edit(older) == last - 5
    with open_project(path) as project:
        assert last_edit(project) == last


def last_edit(project: Project) -> int:
    with project.reading() as work:
        return work.history.last()


def test_case_22_a_log_stays_under_its_cap_though_somebody_reads_for_long(
    tmp_path: Path, has_wal: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    small = "journal_size_limit = 100000", "wal_autocheckpoint = 25"
    monkeypatch.setattr(engine, "_WRITING", (*engine._WRITING[:-1], *small))
    with create(tmp_path / "news.annotator") as project:
        (article,) = add_articles(project, TEXT * 20)
        log = tmp_path / "news.annotator-wal"
        with project.reading() as reader:
            assert reader.inspection.article_count() == 1
            for start in range(60):
                label(project, article, start)
            assert reader.inspection.label_counts() == {}
            # Nothing of it can be played in meanwhile: a decision costs some pages, and no more.
            assert 100_000 < log.stat().st_size < 60 * 100_000
        for start in range(60, 63):
            label(project, article, start)
        assert log.stat().st_size <= 100_000
        assert len(open_article(project, article, "amal").annotations) == 63


def test_case_22_without_a_log_who_writes_waits_for_who_reads(tmp_path: Path) -> None:
    path = tmp_path / "news.annotator"
    with create(path) as reading, open_project(path, wait_s=0.05) as writing:
        (article,) = add_articles(writing, TEXT)
        with reading.reading() as reader:
            assert reader.inspection.article_count() == 1
            with pytest.raises(StorageError, match="in use by another program"):
                label(writing, article, 0)
            assert sum(file.stat().st_size for file in tmp_path.iterdir()) < 2 * path.stat().st_size
        label(writing, article, 0)
    assert [*tmp_path.iterdir()] == [path]


ODD = {
    "Arabic": "أخبار اليوم",
    "spaces": " news  of today ",
    "RLM": f"news{RLM} 2{RLM}",
    "signs": "100%41 #1?mode=ro&x='y'",
    "247-bytes": "ا" * 118 + "x",
}


@pytest.mark.parametrize("name", ODD.values(), ids=[f"case-28-{name}" for name in ODD])
def test_a_project_of_an_odd_name_is_like_any(tmp_path: Path, name: str) -> None:
    path = tmp_path / f"{name}.annotator"
    with create(path) as project:
        (article,) = add_articles(project, TEXT)
        label(project, article, 0)
        backup = backing_up.back_up(project)
        export(project, tmp_path / "out.jsonl", ExportOptions("jsonl"))
    assert sorted(file.name for file in tmp_path.iterdir()) == sorted([path.name, "out.jsonl"])
    backing_up.restore(backup.path, tmp_path / f"2{name}"[:100])
    with open_project(tmp_path / f"2{name}"[:100]) as restored:
        assert len(open_article(restored, article, "amal").annotations) == 1


def test_case_28_a_name_that_leaves_no_room_for_a_journal_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ProjectError, match="cannot be made: file name too long"):
        create(tmp_path / f"{'ا' * 122}x.annotator")
    assert not [*tmp_path.iterdir()]


def test_case_28_a_path_with_two_dots_is_the_place_that_it_means(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    create(tmp_path / "folder" / ".." / "news.annotator").close()
    with open_project(tmp_path / "news.annotator") as project:
        assert check(project) == []


def test_case_29_on_a_network_no_log_is_used_and_one_that_was_is_given_up(
    tmp_path: Path, has_wal: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "news.annotator"
    with create(path) as project:
        (article,) = add_articles(project, TEXT)
    assert path.read_bytes()[18:20] == b"\x02\x02"
    monkeypatch.setattr(network, "_file_system", lambda _: "nfs4")
    with open_project(path) as project:
        label(project, article, 0)
        assert [*tmp_path.iterdir()] == [path]
    assert path.read_bytes()[18:20] == b"\x01\x01"


def _pages_zeroed(data: bytes) -> bytes:
    return data[:4096] + bytes(len(data) - 4096)


def _of_another_program(data: bytes) -> bytes:
    return data[:68] + (0x0F055112).to_bytes(4, "big") + data[72:]


NO_PROJECT = {
    "case-30-of-no-bytes": (lambda _: b"", "is not an Annotator project"),
    "case-31-a-text": (lambda _: "خبر\n".encode() * 1000, "is not an Annotator project"),
    "case-32-pages-of-zeroes": (_pages_zeroed, "is damaged"),
    "case-33-cut-within-a-page": (lambda data: data[: len(data) // 2 + 100], "is damaged"),
    "case-33-cut-to-its-header": (lambda data: data[:100], "is damaged"),
    "case-36-of-another-program": (_of_another_program, "is not an Annotator project"),
}


@pytest.mark.parametrize(("damage", "said"), NO_PROJECT.values(), ids=NO_PROJECT)
def test_what_is_no_whole_project_is_refused_and_stays_as_it_is(
    project_path: Path, damage: Callable[[bytes], bytes], said: str
) -> None:
    project_path.write_bytes(damage(project_path.read_bytes()))
    before = project_path.read_bytes()
    with pytest.raises(AnnotatorError, match=said) as refusal:
        open_project(project_path)
    assert isinstance(refusal.value, DamageError if said == "is damaged" else ProjectError)
    assert str(refusal.value).isprintable()
    assert project_path.read_bytes() == before
    assert [*project_path.parent.iterdir()] == [project_path]


def test_case_34_beside_a_text_that_is_damaged_the_others_are_worked_on(project_path: Path) -> None:
    with open_project(project_path) as project:
        first, second = add_articles(project, TEXT, "ثانٍ من الأخبار")
        label(project, first, 0)
    data = project_path.read_bytes()
    assert data.count(TEXT.encode()) == 1
    project_path.write_bytes(data.replace(TEXT.encode(), f"ش{TEXT[1:]}".encode()))
    with open_project(project_path) as project:
        assert check(project) == [f"The text of article {first} is not what was imported."]
        with pytest.raises(StorageError, match="is damaged: it is not what was imported"):
            open_article(project, first, "amal")
        label(project, second, 0)
        assert len(open_article(project, second, "amal").annotations) == 1


def test_case_38_a_clock_that_is_set_back_turns_no_order_round(
    project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (article,) = add_articles(project, TEXT)
    (packed,) = pack(project, tmp_path / "package.annotator", PackOptions(("amal",)))
    times = ["2025-11-19T10:00:00.000Z", "1970-01-01T00:00:00.000Z", "2025-11-19T09:00:00.000Z"]
    with open_project(packed.path) as package:
        label(package, article, 0)
        for now in times:
            monkeypatch.setattr(moment, "now", lambda now=now: now)
            (held,) = open_article(package, article, "amal").annotations
            assert held.span
            annotating.apply(package, "amal", [Edit(held, held.moved(type(held.span)(0, held.span.end + 1)))])
    (report,) = merge(project, [packed.path])
    assert report.edits == 5
    (held,) = open_article(project, article, "amal").annotations
    assert held.span
    assert held.span.end == 4
    with closing(sqlite3.connect(project.path)) as connection:
        rows = connection.execute("SELECT at FROM history WHERE kind = 'annotation' ORDER BY sequence")
        assert [at for (at,) in rows][1:] == times
