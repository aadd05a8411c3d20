"""Copies among the articles that come in: named, left out or linked."""

from pathlib import Path

import pytest

from annotator.services.copies import COPY_OF, Copies
from annotator.services.export_options import ExportOptions
from annotator.services.exporting import export
from annotator.services.importing import ImportOptions, ImportReport, import_files
from annotator.storage.project import Project
from tests.texts import read_lines, write_lines

STORY = (
    "وقّعت أرمينيا وأذربيجان في العاصمة السعودية الرياض يوم الثلاثاء اتفاقًا "
    "لترسيم الحدود بينهما برعاية الأمم المتحدة"
)
OTHER = "أعلن البنك المركزي رفع سعر الفائدة ربع نقطة مئوية للمرة الثالثة هذا العام لكبح التضخم في البلاد"
COPY = f"وكالات – {STORY} وفق ما ذكرت مصادر"


def bring_in(project: Project, tmp_path: Path, what: Copies) -> ImportReport:
    first = write_lines(tmp_path / "a.jsonl", {"id": "a", "text": STORY}, {"id": "b", "text": OTHER})
    import_files(project, [first], ImportOptions(login="amal"))
    second = write_lines(
        tmp_path / "b.jsonl",
        {"id": "c", "text": COPY},
        {"id": "a", "text": STORY, "label": [[6, 13, "ACTOR"]]},
        {"id": "d", "text": OTHER.replace("ربع", "نصف")},
    )
    return import_files(project, [second], ImportOptions(login="amal", copies=what))


def articles(project: Project, tmp_path: Path) -> list[tuple[object, object, int]]:
    out = tmp_path / "out.jsonl"
    export(project, out, ExportOptions("jsonl"))
    return [(line["external_id"], line["meta"].get(COPY_OF), len(line["spans"])) for line in read_lines(out)]


@pytest.mark.parametrize(
    ("what", "found"),
    [
        (Copies.KEEP, [("a", None, 1), ("b", None, 0), ("c", None, 0), ("d", None, 0)]),
        (Copies.REPORT, [("a", None, 1), ("b", None, 0), ("c", None, 0), ("d", None, 0)]),
        (Copies.SKIP, [("a", None, 1), ("b", None, 0)]),
        (Copies.LINK, [("a", None, 1), ("b", None, 0), ("c", "a", 0), ("d", "b", 0)]),
    ],
)
def test_a_copy_is_kept_left_out_or_linked_and_the_same_article_again_is_none(
    project: Project, tmp_path: Path, what: Copies, found: list[tuple[object, object, int]]
) -> None:
    report = bring_in(project, tmp_path, what)
    assert articles(project, tmp_path) == found
    expected = [] if what is Copies.KEEP else [(1, "a"), (3, "b")]
    assert [(line, name) for _, line, name in report.copies] == expected


def test_copies_within_one_file_are_found(project: Project, tmp_path: Path) -> None:
    source = write_lines(
        tmp_path / "a.jsonl", {"text": STORY}, {"text": STORY}, {"text": COPY}, {"text": OTHER}
    )
    report = import_files(project, [source], ImportOptions(login="amal", copies=Copies.SKIP))
    assert report.counts.articles == 2
    assert [line for _, line, _ in report.copies] == [2, 3]
