"""A copy of a project is the same project."""

from pathlib import Path

import pytest
from sqlalchemy import insert

from annotator.domain.annotation import Annotation, Layer, Presentation, Relation
from annotator.domain.article import ArticleFilter, ArticleState, Direction
from annotator.domain.edit import Edit
from annotator.domain.errors import ProjectError
from annotator.domain.mark import Mark
from annotator.domain.place import Place, ServerAddress
from annotator.domain.review import Choice, Comment, Decision
from annotator.services import annotating, defining, reading_times
from annotator.services.browsing import label_set, page
from annotator.services.copying import copy
from annotator.services.export_options import ExportOptions
from annotator.services.exporting import export
from annotator.services.inspecting import check, stats
from annotator.services.packing import PackOptions, pack
from annotator.services.projects import open_project
from annotator.services.reviewing import gold_name
from annotator.storage import copying
from annotator.storage.project import Project
from annotator.storage.review_tables import ApprovalRows
from annotator.storage.tables import metadata
from tests.conftest import BACKENDS
from tests.layers import add_articles, annotation

TEXTS = ["زار الوزير باكو 🌍\r\n\tثانية", "a\u2028b\\N\\.\n\\", "باكُو ـ " * 300]


@pytest.fixture(params=BACKENDS)
def target(request: pytest.FixtureRequest, tmp_path: Path) -> Place:
    """Where nothing is yet."""
    if request.param == "sqlite":
        return tmp_path / "copy.annotator"
    return ServerAddress(request.getfixturevalue("server").database())


@pytest.fixture
def full(project: Project, tmp_path: Path) -> Project:
    """A project with a row in every table."""
    first, second, _ = add_articles(project, *TEXTS)
    labels = label_set(project)
    changed = labels.forbid("place", "actor", is_forbidden=True).retire("topic", is_retired=True)
    annotating.apply(project, "lead", [Edit(labels, changed)])
    one, other = annotation(first, 0, 3), annotation(first, 11, 15, by="amal").noted("ملاحظة\t\\")
    whole = Annotation.new(first, "amal", "agreement", None)
    annotating.apply(project, "amal", [Edit(None, item) for item in (one, other, whole)])
    annotating.apply(project, "amal", [Edit(None, Relation.new(one, other, "in"))])
    states = Layer(second, "badr", ArticleState.NEW), Layer(second, "badr", ArticleState.SKIPPED, "لا")
    annotating.apply(project, "badr", [Edit(*states)])
    annotating.apply(
        project, "badr", [Edit(Presentation(second, Direction.RTL), Presentation(second, Direction.LTR))]
    )
    defining.publish(project, {"ar": "دليل", "en": "Guide"})
    reading_times.record(project, "amal", first, 12.5)
    said = Comment.new(first, "amal", "lead", "لماذا؟").on(one.id, one.span)
    right = Decision.new(first, "lead", Choice.REJECTED, marks=(Mark(0, 3, "place"),), gold=())
    edits = [Edit(None, said), Edit(None, said.answered("amal", "خطأ")), Edit(None, right)]
    annotating.apply(project, "lead", edits)
    gold_name(project)
    with project.unit_of_work() as work:
        work.connection.execute(insert(ApprovalRows).values(key="k", rule="rare", annotator=1, at="2026"))
    pack(project, tmp_path / "package.annotator", PackOptions(("dina",)))
    return project


def rows(project: Project) -> dict[str, list[tuple[object, ...]]]:
    with project.reading() as work:
        return {
            table.name: sorted((tuple(row) for row in work.connection.execute(table.select())), key=repr)
            for table in metadata.sorted_tables
        }


def test_a_copy_is_the_same_project(full: Project, target: Place, tmp_path: Path) -> None:
    before = rows(full)
    assert all(before.values())
    done: list[tuple[int, int]] = []
    total = copy(full, target, lambda *given: done.append(given))
    assert done[-1] == (total, total) == (sum(map(len, before.values())),) * 2
    with open_project(target) as made:
        assert rows(made) == before == rows(full)
        assert made.id == full.id
        assert stats(made) == stats(full)
        assert check(made) == []
        written = []
        for number, one in enumerate((full, made)):
            out = tmp_path / f"{number}.jsonl"
            export(one, out, ExportOptions("jsonl", takes_all=True))
            written.append(out.read_bytes())
        assert written[0] == written[1]
        assert len(page(made, ArticleFilter("amal", words="باك")).lines) == 2


def test_work_goes_on_in_a_copy(full: Project, target: Place) -> None:
    copy(full, target)
    with open_project(target) as made:
        *_, last = add_articles(made, "خبر جديد")
        annotating.apply(made, "newcomer", [Edit(None, annotation(last, 0, 3, by="newcomer"))])
        labels = label_set(made)
        annotating.apply(made, "lead", [Edit(labels, labels.move("actor", 1))])
        assert check(made) == []
        assert stats(made).annotators[-1] == "newcomer"


def test_a_copy_goes_where_nothing_is(full: Project, target: Place) -> None:
    copy(full, target)
    with open_project(target) as made:
        annotating.apply(
            made, "amal", [Edit(None, annotation(page(made, ArticleFilter("x")).lines[2].id, 1, 4))]
        )
        before = rows(made)
    with pytest.raises(ProjectError):
        copy(full, target)
    with open_project(target) as made:
        assert rows(made) == before


class _StoppedError(Exception):
    pass


def test_a_copy_that_is_stopped_leaves_nothing(full: Project, target: Place) -> None:
    def stop(done: int, total: int) -> None:
        if done > total // 2:
            raise _StoppedError

    with pytest.raises(_StoppedError):
        copy(full, target, stop)
    if isinstance(target, Path):
        assert [path.name for path in target.parent.iterdir() if "part" in path.name or path == target] == []
    copy(full, target)
    with open_project(target) as made:
        assert rows(made) == rows(full)


def test_a_copy_that_is_not_the_same_is_not_kept(
    full: Project, target: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    pages = copying._pages

    def losing(connection: object, table: object, place: object) -> object:
        for found in pages(connection, table, place):  # type: ignore[arg-type]
            is_lost = place == target and table is metadata.tables["history"]
            yield found[:-1] if is_lost else found

    monkeypatch.setattr(copying, "_pages", losing)
    with pytest.raises(ProjectError, match="history"):
        copy(full, target)
    monkeypatch.undo()
    copy(full, target)
