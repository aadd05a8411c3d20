"""An import taken back: nothing of it is left, and nothing else is gone."""

from pathlib import Path

import pytest
from sqlalchemy import select

from annotator.domain.annotation import Annotation
from annotator.domain.article import ArticleFilter
from annotator.domain.edit import Edit
from annotator.domain.errors import EditError, NotFoundError
from annotator.domain.identity import new_id
from annotator.domain.span import Span
from annotator.services import annotating
from annotator.services.browsing import all_lines, annotators, label_set
from annotator.services.importing import ImportOptions, ImportReport, import_files, withdraw
from annotator.services.inspecting import check, stats
from annotator.services.packing import PackOptions, pack
from annotator.storage.project import Project
from annotator.storage.tables import metadata
from tests.conftest import BACKENDS
from tests.texts import write_lines

pytestmark = pytest.mark.parametrize("backend", BACKENDS, indirect=True)

OLD, NEW = "زارت أرمينيا باكو", "وقعت إيران هدنة"
PLACE = {"start": 13, "end": 17, "label": "PLACE"}


def bring_in(project: Project, path: Path, *lines: object, **options: object) -> ImportReport:
    return import_files(project, [write_lines(path, *lines)], ImportOptions(login="amal", **options))


def rows(project: Project) -> dict[str, list[tuple[object, ...]]]:
    with project.reading() as work:
        found = {
            table.name: [tuple(row) for row in work.connection.execute(select(table))]
            for table in metadata.sorted_tables
        }
        found["terms"] = sorted(work.search_index.digests().items())
    return {name: sorted(lines, key=repr) for name, lines in found.items()}


def first_article(project: Project, annotator: str = "amal") -> str:
    return next(iter(all_lines(project, ArticleFilter(annotator)))).id


def label(project: Project, article: str) -> list[Edit]:
    edit = Edit(None, Annotation.new(article, "amal", "topic", Span(0, 4)))
    return annotating.apply(project, "amal", [edit])


def undo(project: Project, made: list[Edit]) -> None:
    annotating.apply(project, "amal", [edit.inverse for edit in reversed(made)], is_again=True)


def test_nothing_is_left_of_it_and_all_else_is_as_it_was(project: Project, tmp_path: Path) -> None:
    bring_in(project, tmp_path / "a.jsonl", {"text": OLD, "id": "1", "spans": [PLACE]})
    before = rows(project)
    lines = [{"text": f"{NEW} {nth}", "labels": ["هدنة"], "title": "خبر"} for nth in range(1200)]
    report = bring_in(
        project, tmp_path / "b.jsonl", {"text": OLD, "id": "1", "annotator": "badr"}, *lines, adds_labels=True
    )
    assert report.counts.articles == 1200
    assert report.receipt
    seen: list[int] = []
    withdraw(project, report.receipt, lambda done, _: seen.append(done))
    assert rows(project) == before
    assert check(project) == []
    assert seen == [500, 1000, 1200]
    assert bring_in(project, tmp_path / "b.jsonl", *lines, adds_labels=True).counts.articles == 1200


def test_a_layer_that_came_to_an_older_article_goes_and_the_others_stay(
    project: Project, tmp_path: Path
) -> None:
    bring_in(project, tmp_path / "a.jsonl", {"text": OLD, "id": "1", "spans": [PLACE]})
    before = rows(project)
    actor = {"start": 5, "end": 12, "label": "ACTOR"}
    report = bring_in(
        project, tmp_path / "b.jsonl", {"text": OLD, "id": "1", "spans": [actor], "annotator": "badr"}
    )
    assert annotators(project) == ["amal", "badr"]
    assert report.receipt
    label(project, first_article(project))  # another's work on the article is none on this layer
    withdraw(project, report.receipt)
    after = rows(project)
    assert annotators(project) == ["amal"]
    assert {name for name, found in after.items() if found != before[name]} == {"annotation", "history"}


def test_what_has_been_worked_on_stays(project: Project, tmp_path: Path) -> None:
    report = bring_in(project, tmp_path / "a.jsonl", {"text": OLD, "spans": [PLACE]}, {"text": NEW})
    made = label(project, first_article(project))
    assert report.receipt
    with pytest.raises(EditError, match="worked on since"):
        withdraw(project, report.receipt)
    assert stats(project).articles == 2
    undo(project, made)
    withdraw(project, report.receipt)
    assert stats(project).articles == 0
    assert check(project) == []


@pytest.mark.parametrize(
    "said",
    [
        {"spans": [PLACE]},
        {"spans": [PLACE], "status": "new", "annotator": "zahra"},
        {"annotator": "zahra", "status": "skipped"},
    ],
)
def test_what_another_import_has_added_to_stays(
    project: Project, tmp_path: Path, said: dict[str, object]
) -> None:
    report = bring_in(project, tmp_path / "a.jsonl", {"text": OLD, "id": "1", "annotator": "badr"})
    bring_in(project, tmp_path / "b.jsonl", {"text": OLD, "id": "1", **said})
    assert report.receipt
    with pytest.raises(EditError, match="stays"):
        withdraw(project, report.receipt)
    assert stats(project).articles == 1


def test_a_label_that_came_with_it_stays_where_it_is_used(project: Project, tmp_path: Path) -> None:
    report = bring_in(
        project, tmp_path / "a.jsonl", {"text": NEW, "labels": ["هدنة", "لقاء"]}, adds_labels=True
    )
    bring_in(project, tmp_path / "b.jsonl", {"text": OLD, "labels": ["هدنة"]})
    assert report.receipt
    withdraw(project, report.receipt)
    names = [one.name for one in label_set(project)]
    assert "هدنة" in names
    assert "لقاء" not in names


def test_an_import_that_brought_nothing_has_nothing_to_take_back(project: Project, tmp_path: Path) -> None:
    bring_in(project, tmp_path / "a.jsonl", {"text": OLD})
    assert not bring_in(project, tmp_path / "a.jsonl", {"text": OLD}).receipt


def test_an_article_of_the_same_id_may_come_with_another_text(project: Project, tmp_path: Path) -> None:
    line = {"schema": "annotator/1", "id": new_id(), "offset_unit": "codepoint"}
    report = bring_in(project, tmp_path / "a.jsonl", {**line, "text": OLD})
    made = label(project, str(line["id"]))
    undo(project, made)
    assert report.receipt
    withdraw(project, report.receipt)
    with pytest.raises(NotFoundError):
        label(project, str(line["id"]))
    bring_in(project, tmp_path / "b.jsonl", {**line, "text": "سلم"})
    with pytest.raises(EditError, match="3"):
        label(project, str(line["id"]))


def test_what_was_handed_out_stays(project: Project, tmp_path: Path) -> None:
    report = bring_in(project, tmp_path / "a.jsonl", {"text": OLD})
    assert report.receipt
    pack(project, tmp_path / "badr.annotator", PackOptions(("badr",)))
    before = rows(project)
    with pytest.raises(EditError, match="worked on since"):
        withdraw(project, report.receipt)
    assert rows(project) == before
