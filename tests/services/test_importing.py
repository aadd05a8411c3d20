"""Files into the project: all or none, each article once, nobody's labels overwritten."""

import csv
import shutil
import warnings
import zipfile
from collections import Counter
from pathlib import Path

import orjson
import pytest

from annotator.domain.article import Article, ArticleFilter, ArticleState
from annotator.domain.errors import Cancelled, FormatError
from annotator.domain.identity import new_id
from annotator.services.browsing import all_lines, annotators, open_article
from annotator.services.copies import Copies
from annotator.services.export_options import ExportOptions
from annotator.services.exporting import export
from annotator.services.importing import ImportOptions, import_files
from annotator.services.inspecting import check, stats
from annotator.services.projects import create
from annotator.storage.project import Project
from tests.texts import read_lines, write_lines

TEXT = "زارت أرمينيا باكو"
PLACE = {"start": 13, "end": 17, "label": "PLACE"}
ACTOR = {"start": 5, "end": 12, "label": "ACTOR"}


def bring_in(project: Project, *paths: Path, **options: object):
    return import_files(project, paths, ImportOptions(login="login", **options))


def spans(project: Project, annotator: str) -> list[tuple[int, int, str]]:
    ids = [line.id for line in all_lines(project, ArticleFilter(annotator))]
    found = (item for article in ids for item in open_article(project, article, annotator).annotations)
    return [(item.span.start, item.span.end, item.label) for item in found]


def first_article(project: Project) -> Article:
    first = next(iter(all_lines(project, ArticleFilter("login"))))
    return open_article(project, first.id, "login").article


def test_one_wrong_file_leaves_none_of_them(project: Project, tmp_path: Path) -> None:
    good = write_lines(tmp_path / "a.jsonl", {"text": TEXT})
    bad = write_lines(tmp_path / "b.jsonl", {"text": TEXT}, {"text": ""})
    with pytest.raises(FormatError, match=r"b\.jsonl, line 2"):
        bring_in(project, good, bad)
    assert stats(project).articles == 0


def test_a_dry_run_counts_and_changes_nothing(project: Project, tmp_path: Path) -> None:
    report = bring_in(
        project, write_lines(tmp_path / "a.jsonl", {"text": TEXT, "spans": [PLACE]}), is_dry_run=True
    )
    assert (report.counts.articles, report.counts.spans) == (1, 1)
    assert stats(project).articles == 0
    assert annotators(project) == []


def test_stopping_leaves_everything_as_it_was(project: Project, tmp_path: Path) -> None:
    path = write_lines(tmp_path / "a.jsonl", *({"text": f"{TEXT} {nth}"} for nth in range(1500)))

    def stop(done: int, _total: int) -> None:
        if done > 700:
            raise Cancelled

    with pytest.raises(Cancelled):
        import_files(project, [path], ImportOptions(login="login"), stop)
    assert stats(project).articles == 0


def test_the_same_file_twice_adds_nothing_and_says_so(project: Project, tmp_path: Path) -> None:
    lines = write_lines(tmp_path / "a.jsonl", {"text": TEXT, "spans": [PLACE]}, {"text": "خبر آخر"})
    text = tmp_path / "b.txt"
    text.write_text(TEXT, "utf-8")
    bring_in(project, lines, text)
    report = bring_in(project, lines, text)
    assert (report.counts.articles, report.counts.spans, report.counts.unchanged) == (0, 0, 3)
    assert stats(project).articles == 3


def test_one_file_may_hold_one_text_twice(project: Project, tmp_path: Path) -> None:
    bring_in(project, write_lines(tmp_path / "a.jsonl", {"text": TEXT}, {"text": TEXT}))
    assert stats(project).articles == 2


def test_two_peoples_files_on_one_article_come_together(project: Project, tmp_path: Path) -> None:
    one = write_lines(tmp_path / "a.jsonl", {"id": 1, "text": TEXT, "spans": [PLACE]})
    other = write_lines(tmp_path / "b.jsonl", {"id": 1, "text": TEXT, "spans": [ACTOR, PLACE]})
    bring_in(project, one, annotator="amal")
    bring_in(project, other, annotator="basim")
    assert stats(project).articles == 1
    assert spans(project, "amal") == [(13, 17, "place")]
    assert spans(project, "basim") == [(5, 12, "actor"), (13, 17, "place")]


def test_other_labels_of_the_same_annotator_are_refused(project: Project, tmp_path: Path) -> None:
    bring_in(project, write_lines(tmp_path / "a.jsonl", {"id": 1, "text": TEXT, "spans": [PLACE]}))
    with pytest.raises(FormatError, match="other labels, notes or another state"):
        bring_in(project, write_lines(tmp_path / "b.jsonl", {"id": 1, "text": TEXT, "spans": [ACTOR]}))
    assert spans(project, "login") == [(13, 17, "place")]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ({"status": "accepted"}, {"spans": [PLACE]}),
        ({"spans": [PLACE]}, {"spans": [PLACE], "status": "accepted"}),
        ({"spans": [PLACE]}, {"spans": [PLACE | {"note": "انظر"}]}),
        ({"spans": [PLACE | {"note": "انظر"}]}, {"spans": [PLACE | {"note": "لا"}]}),
    ],
)
def test_an_import_neither_overwrites_what_was_decided_nor_drops_what_it_brings(
    project: Project, tmp_path: Path, before: dict[str, object], after: dict[str, object]
) -> None:
    record = {"id": 1, "text": TEXT, "annotator": "amal", "spans": []}
    bring_in(project, write_lines(tmp_path / "a.jsonl", record | before))
    export(project, tmp_path / "before.jsonl", ExportOptions("jsonl"))
    with pytest.raises(FormatError, match="other labels, notes or another state"):
        bring_in(project, write_lines(tmp_path / "b.jsonl", record | after))
    export(project, tmp_path / "after.jsonl", ExportOptions("jsonl"))
    assert (tmp_path / "after.jsonl").read_bytes() == (tmp_path / "before.jsonl").read_bytes()


def test_an_import_obeys_the_rules_of_the_label_set(tmp_path: Path) -> None:
    labels = tmp_path / "labels.toml"
    labels.write_text('[[label]]\nname = "X"\n[[label]]\nname = "Y"\n[[label]]\nname = "Z"\n', "utf-8")
    labels.write_text('forbid_overlaps = [["Y", "X"], ["Z", "Z"]]\n' + labels.read_text("utf-8"), "utf-8")
    with create(tmp_path / "rules.annotator", labels) as project:
        for one, other in (("X", "Y"), ("Z", "Z")):
            spans = [{"start": 0, "end": 3, "label": one}, {"start": 1, "end": 4, "label": other}]
            path = write_lines(tmp_path / "a.jsonl", {"text": TEXT, "spans": spans})
            with pytest.raises(FormatError, match=f"line 1: {one} and {other} may not overlap"):
                bring_in(project, path)
        spans = [{"start": 0, "end": 3, "label": "X"}, {"start": 3, "end": 4, "label": "Y"}]
        bring_in(project, write_lines(tmp_path / "a.jsonl", {"text": TEXT, "spans": spans}))


def test_an_article_of_the_same_id_with_another_text_is_refused(project: Project, tmp_path: Path) -> None:
    bring_in(project, write_lines(tmp_path / "a.jsonl", {"text": TEXT}))
    export(project, tmp_path / "out.jsonl", ExportOptions("jsonl"))
    (line,) = read_lines(tmp_path / "out.jsonl")
    changed = {key: value for key, value in line.items() if key != "text_sha256"} | {"text": "نص آخر"}
    with pytest.raises(FormatError, match="with another text"):
        bring_in(project, write_lines(tmp_path / "b.jsonl", changed))


@pytest.mark.parametrize(
    ("option", "named", "owner"),
    [("amal", "basim", "amal"), (None, "basim", "basim"), (None, None, "login")],
)
def test_whose_the_spans_are(
    project: Project, tmp_path: Path, option: str | None, named: str | None, owner: str
) -> None:
    line = {"text": TEXT, "spans": [PLACE], "annotator": named}
    bring_in(project, write_lines(tmp_path / "a.jsonl", line), annotator=option)
    assert annotators(project) == [owner]


def test_labels_are_added_only_when_asked(project: Project, tmp_path: Path) -> None:
    path = write_lines(tmp_path / "a.jsonl", {"text": TEXT, "label": [[0, 4, "EVENT"]]})
    with pytest.raises(FormatError, match="line 1: the project has no label EVENT"):
        bring_in(project, path)
    assert bring_in(project, path, adds_labels=True).added_labels == ["EVENT"]
    assert stats(project).labels == {"login": {"EVENT": 1}}


def test_a_folder_is_read_in_order_and_what_is_not_news_is_reported(project: Project, tmp_path: Path) -> None:
    folder = tmp_path / "news"
    folder.mkdir()
    for name in ("2.txt", "1.txt"):
        (folder / name).write_text(f"خبر {name}", "utf-8")
    (folder / "notes.doc").write_bytes(b"x")
    report = bring_in(project, folder)
    assert [Path(file.path).name for file in report.files] == ["1.txt", "2.txt"]
    assert [Path(path).name for path in report.passed_over] == ["notes.doc"]
    headings = [line.heading for line in all_lines(project, ArticleFilter("login"))]
    assert headings == ["خبر 1.txt", "خبر 2.txt"]


@pytest.mark.parametrize("is_packed", [False, True])
def test_texts_without_spans_come_in_from_a_folder_of_brat(
    project: Project, tmp_path: Path, is_packed: bool
) -> None:
    folder = tmp_path / "corpus"
    folder.mkdir()
    for name, standoff in (("a", "T1\tPLACE 0 4\tباكو\n"), ("b", "")):
        (folder / f"{name}.txt").write_text(f"باكو {name}", "utf-8")
        (folder / f"{name}.ann").write_text(standoff, "utf-8")
    (folder / "empty.ann").write_bytes(b"")
    source = Path(shutil.make_archive(str(folder), "zip", folder)) if is_packed else folder
    report = bring_in(project, source, adds_labels=True)
    assert (report.counts.articles, report.counts.spans) == (2, 1)
    assert report.passed_over == []


def test_the_state_of_an_imported_layer(project: Project, tmp_path: Path) -> None:
    lines = (
        {"text": "أ", "spans": []},
        {"text": "ب ت", "label": [[0, 1, "TOPIC"]]},
        {"text": "ث", "status": "submitted"},
    )
    bring_in(project, write_lines(tmp_path / "a.jsonl", *lines))
    states = [line.state for line in all_lines(project, ArticleFilter("login"))]
    assert states == [ArticleState.NEW, ArticleState.IN_PROGRESS, ArticleState.SUBMITTED]
    assert check(project) == []


def test_an_export_may_take_some_states_only(project: Project, tmp_path: Path) -> None:
    lines = ({"text": "أ", "status": "submitted"}, {"text": "ب", "status": "skipped"}, {"text": "ت"})
    bring_in(project, write_lines(tmp_path / "a.jsonl", *lines))
    out = tmp_path / "out.jsonl"
    assert export(project, out, ExportOptions("jsonl", states=(ArticleState.SUBMITTED,))).records == 1
    assert [line["text"] for line in read_lines(out)] == ["أ"]
    assert export(project, out, ExportOptions("jsonl")).records == 3


def test_two_exports_of_one_state_are_the_same_bytes(project: Project, tmp_path: Path) -> None:
    bring_in(
        project,
        write_lines(
            tmp_path / "a.jsonl", *({"text": f"{TEXT} {n}", "spans": [PLACE, ACTOR]} for n in range(50))
        ),
    )
    for name in ("one", "two"):
        export(project, tmp_path / name, ExportOptions("jsonl"))
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()


def test_metadata_come_under_the_names_that_were_chosen(project: Project, tmp_path: Path) -> None:
    path = write_lines(
        tmp_path / "a.jsonl", {"text": TEXT, "ref": "7", "head": "خبر", "secret": "x", "desk": 1}
    )
    bring_in(project, path, columns={"ref": "external_id", "head": "title", "secret": ""})
    article = open_article(
        project, next(iter(all_lines(project, ArticleFilter("login")))).id, "login"
    ).article
    assert (article.external_id, article.meta["title"], article.meta["desk"]) == ("7", "خبر", 1)
    assert "secret" not in article.meta


def test_a_table_without_the_column_that_was_named_is_refused(project: Project, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("body,other\nزار باكو,x\n", "utf-8")
    with pytest.raises(FormatError, match=r"no column “x”; there are: body, other"):
        bring_in(project, tmp_path / "a.csv", columns={"x": "text"})
    bring_in(project, tmp_path / "a.csv", columns={"other": "text"})
    found = first_article(project)
    assert (found.text, found.meta["body"]) == ("x", "زار باكو")


def test_no_column_is_lost_where_several_are_called_alike(project: Project, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(
        "id,external_id,title,headline,note,note,text\n7,8,عنوان,رأس,a,b,زار باكو\n", "utf-8"
    )
    report = bring_in(project, tmp_path / "a.csv")
    article = open_article(
        project, next(iter(all_lines(project, ArticleFilter("login")))).id, "login"
    ).article
    assert article.external_id == "8"
    others = {"id": "7", "title": "عنوان", "headline": "رأس", "note": "a", "note 2": "b"}
    assert {key: article.meta[key] for key in others} == others
    assert report.files[0].remark_count == 3


def test_a_large_table_of_two_bytes_a_letter_is_read(project: Project, tmp_path: Path) -> None:
    rows = "".join(f"خبر {nth}\tزار وزير الخارجية مدينة باكو\n" for nth in range(15_000))
    (tmp_path / "a.tsv").write_text(f"title\ttext\n{rows}", "utf-16")
    assert bring_in(project, tmp_path / "a.tsv").counts.articles == 15_000


def test_a_zip_of_many_files_is_opened_once(
    project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        for nth in range(300):
            archive.writestr(f"{nth}.txt", f"زار باكو {nth}")
            archive.writestr(f"{nth}.ann", "T1\tPLACE 4 8\tباكو\n")
    opened = Counter[str]()

    class Counted(zipfile.ZipFile):
        def __init__(self, *arguments: object) -> None:
            opened["times"] += 1
            super().__init__(*arguments)

    monkeypatch.setattr(zipfile, "ZipFile", Counted)
    assert bring_in(project, tmp_path / "a.zip", adds_labels=True).counts.spans == 300
    assert opened["times"] == 1


def test_the_same_text_by_another_annotator_is_no_copy(project: Project, tmp_path: Path) -> None:
    bring_in(
        project, write_lines(tmp_path / "a.jsonl", {"text": TEXT, "spans": [PLACE], "annotator": "amal"})
    )
    other = write_lines(tmp_path / "b.jsonl", {"text": TEXT, "spans": [ACTOR], "annotator": "badr"})
    report = bring_in(project, other, copies=Copies.SKIP)
    assert (report.counts.articles, report.counts.layers, report.copies) == (0, 1, [])


def test_layers_that_share_their_ids_come_in_again(project: Project, tmp_path: Path) -> None:
    one, two = new_id(), new_id()
    spans = [{**PLACE, "id": one}, {**ACTOR, "id": two}]
    arc = {"id": new_id(), "from": one, "to": two, "label": "في"}
    lines = [
        {"text": TEXT, "annotator": name, "spans": spans[::step], "relations": [arc]}
        for name, step in (("amal", 1), ("badr", -1))
    ]
    path = write_lines(tmp_path / "a.jsonl", *lines)
    bring_in(project, path)
    export(project, tmp_path / "out.jsonl", ExportOptions("jsonl", takes_all=True))
    assert bring_in(project, tmp_path / "out.jsonl").counts.unchanged == 2


@pytest.mark.parametrize("column", ["note", "id", "url"])
def test_a_table_of_ours_with_a_column_less_keeps_its_spans(
    project: Project, tmp_path: Path, column: str
) -> None:
    line = {"text": TEXT, "spans": [PLACE], "meta": {"title": "خبر"}}
    bring_in(project, write_lines(tmp_path / "a.jsonl", line))
    export(project, tmp_path / "out.csv", ExportOptions("csv"))
    with (tmp_path / "out.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = [*csv.DictReader(file)]
    with (tmp_path / "less.csv").open("w", encoding="utf-8", newline="") as file:
        less = csv.DictWriter(file, [name for name in rows[0] if name != column], extrasaction="ignore")
        less.writeheader()
        less.writerows(rows)
    with create(tmp_path / "other.annotator") as other:
        assert bring_in(other, tmp_path / "less.csv").counts.spans == 1
        assert spans(other, "login") == [(13, 17, "place")]
    (tmp_path / "bad.csv").write_text("text,spans\nزار باكو,لا\n", "utf-8")
    with pytest.raises(FormatError, match="broken JSON"):
        bring_in(project, tmp_path / "bad.csv")


@pytest.mark.parametrize("blank", ["\n", "\n\n \n"])
def test_a_file_of_blank_lines_is_refused_at_once(project: Project, tmp_path: Path, blank: str) -> None:
    (tmp_path / "a.json").write_text(blank, "utf-8")
    with pytest.raises(FormatError, match="is empty"):
        bring_in(project, tmp_path / "a.json")


@pytest.mark.parametrize("form", ["parquet", "xlsx"])
def test_what_is_read_here_and_there_is_read_in_an_archive_too(
    project: Project, tmp_path: Path, form: str
) -> None:
    bring_in(project, write_lines(tmp_path / "a.jsonl", {"text": TEXT, "spans": [PLACE]}))
    export(project, tmp_path / f"out.{form}", ExportOptions(form))
    with zipfile.ZipFile(tmp_path / "all.zip", "w") as archive:
        out = tmp_path / f"out.{form}"
        for path in [out] if out.is_file() else out.rglob("*.parquet"):
            archive.write(path, path.name)
    with create(tmp_path / "other.annotator") as other:
        assert bring_in(other, tmp_path / "all.zip").counts.spans == 1


def test_two_files_of_one_name_in_a_zip_are_two(project: Project, tmp_path: Path) -> None:
    with warnings.catch_warnings(), zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        warnings.simplefilter("ignore")
        archive.writestr("a.txt", "نص أول")
        archive.writestr("a.txt", "نص ثان")
    bring_in(project, tmp_path / "a.zip")
    assert stats(project).articles == 2


def test_a_report_in_a_folder_is_passed_over_by_name(project: Project, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    write_lines(folder / "a.jsonl", {"text": TEXT})
    (folder / "losses.json").write_text('{"records": 1, "changed_texts": 0, "not_carried": {}}', "utf-8")
    report = bring_in(project, folder)
    assert report.counts.articles == 1
    assert [Path(path).name for path in report.passed_over] == ["losses.json"]


def test_copies_that_are_left_out_are_told_with_their_spans(project: Project, tmp_path: Path) -> None:
    long = " ".join(f"كلمة{nth}" for nth in range(40))
    bring_in(project, write_lines(tmp_path / "a.jsonl", {"text": long, "id": "1"}))
    copy = {"text": f"{long} نهاية", "id": "2", "spans": [{"start": 0, "end": 4, "label": "TOPIC"}]}
    report = bring_in(project, write_lines(tmp_path / "b.jsonl", copy), copies=Copies.SKIP)
    assert (len(report.copies), report.left_out) == (1, 1)


def test_the_encoding_of_a_table_is_reported(project: Project, tmp_path: Path) -> None:
    text = "زار وزير الخارجية مدينة باكو يوم الثلاثاء ووقّع مذكرة تفاهم"
    (tmp_path / "a.csv").write_text(f"text\n{text}\n", "windows-1256")
    assert bring_in(project, tmp_path / "a.csv").files[0].encoding == "windows-1256"


def test_several_columns_are_left_out_and_what_was_chosen_comes_first(
    project: Project, tmp_path: Path
) -> None:
    (tmp_path / "a.csv").write_text("text,title,head,x,y\nزار باكو,عنوان,رأس,1,2\n", "utf-8")
    line = {"text": "زار طهران", "title": "عنوان", "head": "رأس", "x": 1, "y": 2}
    columns = {"x": "", "y": "", "head": "title"}
    bring_in(project, tmp_path / "a.csv", write_lines(tmp_path / "b.jsonl", line), columns=columns)
    for shown in all_lines(project, ArticleFilter("login")):
        meta = open_article(project, shown.id, "login").article.meta
        assert (meta["title"], meta["title_"]) == ("رأس", "عنوان")
        assert not {"x", "y", "head"} & meta.keys()


def test_every_line_whose_day_is_none_is_named_once(project: Project, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(
        "text,date\nأول,2025-11-03\nثان,04/11/2025\nثالث,٥ نوفمبر 2025\nرابع,\n", "utf-8"
    )
    days = (
        {"date": "2025-11-03T10:00:00Z"},
        {"published": "أمس"},
        {"date": 5},
        {"meta": {"date": "غدًا"}},
        {},
    )
    lines = ({"text": f"{TEXT} {nth}", **day} for nth, day in enumerate(days))
    report = bring_in(project, tmp_path / "a.csv", write_lines(tmp_path / "b.jsonl", *lines))
    told = [[(line, said.facts["day"]) for line, said in file.remarks] for file in report.files]
    assert told == [[(3, "04/11/2025"), (4, "٥ نوفمبر 2025")], [(2, "أمس"), (3, "5"), (4, "غدًا")]]


def test_a_day_that_is_none_is_told_once_for_all_who_labelled_the_text(
    project: Project, tmp_path: Path
) -> None:
    drawn = {"from_name": "label", "to_name": "text", "type": "labels", "value": {"start": 0, "end": 4}}
    drawn["value"] |= {"labels": ["PLACE"]}
    work = [{"completed_by": nth, "result": [drawn]} for nth in (1, 2)]
    task = {"id": 1, "data": {"text": TEXT, "date": "أمس"}, "annotations": work}
    (tmp_path / "a.json").write_bytes(orjson.dumps([task]))
    report = bring_in(project, tmp_path / "a.json", adds_labels=True)
    assert (report.files[0].format, report.files[0].records) == ("labelstudio", 2)
    assert [said.facts["day"] for _, said in report.files[0].remarks] == ["أمس"]
