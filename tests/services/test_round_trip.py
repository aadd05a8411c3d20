"""What goes out comes in again, to the last byte."""

import itertools
import zipfile
from collections.abc import Callable
from pathlib import Path

import jsonschema
import orjson
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotator.domain.article import ArticleState
from annotator.domain.identity import new_id
from annotator.domain.record import Record, RecordRelation, RecordSpan
from annotator.formats import jsonl
from annotator.resources import resource
from annotator.services.datasets import export_dataset
from annotator.services.export_options import ExportOptions
from annotator.services.exporting import export
from annotator.services.importing import ImportOptions, import_files
from annotator.services.splitting import Split
from annotator.storage.project import Project
from tests.examples import at_most
from tests.texts import TRICKY, characters, read_lines, texts, write_lines

SCHEMA = jsonschema.Draft202012Validator(
    orjson.loads(resource("schema", "annotator-1.schema.json").read_bytes())
)
LABELS = ("ACTOR", "PLACE", "AGREEMENT", "TOPIC")
Fresh = Callable[[], Project]

words = st.text(characters, max_size=8)
json_values = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.floats(allow_nan=False) | words,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(words, inner, max_size=3),
    max_leaves=5,
)
moments = st.datetimes().map(lambda moment: moment.strftime("%Y").zfill(4) + "-01-02T03:04:05.678Z")
names = st.sampled_from(["amal", "باسم", "ريم"])


@st.composite
def spans(draw: st.DrawFn, text: str) -> RecordSpan:
    start = draw(st.integers(0, len(text) - 1))
    return RecordSpan(
        start,
        draw(st.integers(start + 1, len(text))),
        draw(st.sampled_from(LABELS)),
        new_id(),
        draw(st.sampled_from(["human", "import", "suggestion:list"])),
        draw(st.none() | st.floats(0, 1)),
        draw(st.none() | words.filter(bool)),
        *draw(st.tuples(moments, moments)),
    )


@st.composite
def records(draw: st.DrawFn) -> list[Record]:
    """One article with a layer for each of some annotators."""
    text, article = draw(texts), new_id()
    meta = draw(st.dictionaries(words, json_values, max_size=3))
    outside = draw(st.none() | words.filter(bool))
    layers = []
    for name in sorted(draw(st.sets(names, min_size=1))):
        marks = draw(st.lists(spans(text), max_size=6, unique_by=lambda span: span[:3]))
        ends = [span.id or "" for span in marks]
        arcs = (
            [RecordRelation(new_id(), ends[0], ends[-1], "party")]
            if len(ends) > 1 and draw(st.booleans())
            else []
        )
        layers.append(
            Record(
                text=text,
                id=article,
                external_id=outside,
                meta=meta,
                annotator=name,
                state=draw(st.sampled_from(ArticleState)),
                guidelines=draw(st.none() | st.just("2")),
                note=draw(st.none() | words.filter(bool)),
                labels=tuple(sorted(draw(st.sets(st.sampled_from(LABELS))))),
                spans=tuple(sorted(marks, key=lambda span: (span.start, -span.end, span.label, span.id))),
                relations=tuple(arcs),
            )
        )
    return layers


def carried(project: Project, source: Path, out: Path) -> bytes:
    """Import a file, export everything, return the bytes."""
    import_files(project, [source], ImportOptions(login="amal"))
    export(project, out, ExportOptions("jsonl", takes_all=True))
    return out.read_bytes()


@given(articles=st.lists(records(), min_size=1, max_size=3))
@settings(
    max_examples=at_most(60), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_export_import_export_gives_the_same_bytes(
    articles: list[list[Record]], fresh_project: Fresh, tmp_path: Path
) -> None:
    source = tmp_path / "source.jsonl"
    source.write_bytes(b"".join(map(jsonl.native_line, itertools.chain.from_iterable(articles))))
    first = carried(fresh_project(), source, tmp_path / "first.jsonl")
    assert first == source.read_bytes()
    assert carried(fresh_project(), tmp_path / "first.jsonl", tmp_path / "second.jsonl") == first
    for line in read_lines(tmp_path / "first.jsonl"):
        SCHEMA.validate(line)


@pytest.mark.parametrize("name", TRICKY)
def test_a_tricky_text_stays_as_it_is(name: str, project: Project, tmp_path: Path) -> None:
    text = TRICKY[name]
    span = {"start": 1, "end": len(text), "label": "TOPIC", "text": text[1:]}
    source = write_lines(tmp_path / "in.jsonl", {"text": text, "spans": [span]})
    carried(project, source, tmp_path / "out.jsonl")
    (line,) = read_lines(tmp_path / "out.jsonl")
    assert line["text"] == text
    (found,) = line["spans"]
    assert text[found["start"] : found["end"]] == found["text"] == span["text"]


def test_the_sample_comes_out_as_it_went_in(project: Project, tmp_path: Path) -> None:
    source = resource("sample", "articles.jsonl")
    assert carried(project, source, tmp_path / "out.jsonl") == source.read_bytes()
    for line in read_lines(source):
        SCHEMA.validate(line)


def test_a_file_of_text_is_exported_byte_for_byte(
    project: Project, shared_data: Path, tmp_path: Path
) -> None:
    (source,) = (shared_data / "news").glob("000_*.txt")
    carried(project, source, tmp_path / "out.jsonl")
    (line,) = read_lines(tmp_path / "out.jsonl")
    assert line["text"].encode() == source.read_bytes()
    assert line["meta"]["published"] == "2025-11-19"


def test_real_news_survive_with_all_that_came_with_them(
    project: Project, fresh_project: Fresh, shared_data: Path, tmp_path: Path
) -> None:
    (archive,) = (shared_data / "news" / "saudinewsnet").glob("*.zip")
    with zipfile.ZipFile(archive) as files:
        name = next(name for name in files.namelist() if name.endswith(".json"))
        articles = orjson.loads(files.read(name))[:200]
    lines = [{"text": item["content"], **item} for item in articles if item["content"]]
    source = write_lines(tmp_path / "news.jsonl", *lines)
    first = carried(project, source, tmp_path / "first.jsonl")
    found = read_lines(tmp_path / "first.jsonl")
    assert [line["text"] for line in found] == [line["text"] for line in lines]
    assert all(
        line["meta"][key] == item[key]
        for line, item in zip(found, lines, strict=True)
        for key in item
        if key not in {"text", "id"}
    )
    assert carried(fresh_project(), tmp_path / "first.jsonl", tmp_path / "second.jsonl") == first


def test_doccanos_form_comes_back_with_its_spans(
    project: Project, fresh_project: Fresh, tmp_path: Path
) -> None:
    marks = [[0, 4, "PLACE"], [0, 9, "TOPIC"], [5, 9, "PLACE"]]
    source = write_lines(
        tmp_path / "in.jsonl", {"id": 7, "text": "باكو وطهران", "source": "وكالة", "label": marks}
    )
    import_files(project, [source], ImportOptions(login="amal"))
    out = tmp_path / "out.jsonl"
    export(project, out, ExportOptions("doccano"))
    (line,) = read_lines(out)
    expected = {"id": "7", "text": "باكو وطهران", "source": "وكالة", "Comments": []}
    assert line == expected | {"label": sorted(marks, key=lambda mark: (mark[0], -mark[1]))}
    again = fresh_project()
    import_files(again, [out], ImportOptions(login="amal"))
    export(again, tmp_path / "again.jsonl", ExportOptions("doccano"))
    assert (tmp_path / "again.jsonl").read_bytes() == out.read_bytes()


def test_metadata_of_any_name_come_back_from_doccanos_form(
    project: Project, fresh_project: Fresh, tmp_path: Path
) -> None:
    names = ("label", "id", "Comments", "status", "annotator", "entities", "schema", "spans", "meta", "desk")
    meta = dict.fromkeys((*names, "offset_unit", "text_sha256", "external_id", "guidelines"), "x")
    source = write_lines(tmp_path / "in.jsonl", {"text": "باكو", "spans": [], "meta": meta})
    import_files(project, [source], ImportOptions(login="amal"))
    export(project, tmp_path / "out.jsonl", ExportOptions("doccano"))
    again = fresh_project()
    import_files(again, [tmp_path / "out.jsonl"], ImportOptions(login="amal"))
    export(again, tmp_path / "again.jsonl", ExportOptions("jsonl"))
    (line,) = read_lines(tmp_path / "again.jsonl")
    assert {key: value for key, value in line["meta"].items() if value} == meta


@pytest.mark.parametrize("form", ["brat", "webanno", "uima", "uima-json"])
def test_the_layers_of_several_annotators_come_back_from_their_folders(
    fresh_project: Fresh, tmp_path: Path, form: str
) -> None:
    lines = [
        {"text": "زار باكو", "external_id": "1", "annotator": name, "spans": [span]}
        for name, span in {
            "أمل/ريم": {"start": 4, "end": 8, "label": "PLACE"},
            "amal": {"start": 0, "end": 8, "label": "TOPIC"},
        }.items()
    ]
    before, after = fresh_project(), fresh_project()
    import_files(before, [write_lines(tmp_path / "in.jsonl", *lines)], ImportOptions("login"))
    export(before, tmp_path / "out", ExportOptions(form, takes_all=True))
    report = import_files(after, [tmp_path / "out"], ImportOptions("login"))
    assert report.passed_over == []
    assert layers(after) == layers(before)


def layers(project: Project) -> set[tuple[str | None, tuple[int, int, str]]]:
    with project.reading() as work:
        records = work.extract.records(work.annotators.names())
        return {(record.annotator, span[:3]) for record in records for span in record.spans}


def test_a_dataset_is_imported_with_all_its_parts(fresh_project: Fresh, tmp_path: Path) -> None:
    before, after = fresh_project(), fresh_project()
    lines = [
        {"text": f"زار باكو يوم {nth}", "spans": [{"start": 4, "end": 8, "label": "PLACE"}]}
        for nth in range(30)
    ]
    import_files(before, [write_lines(tmp_path / "in.jsonl", *lines)], ImportOptions("amal"))
    export_dataset(before, tmp_path / "out", ExportOptions("jsonl", takes_all=True), Split((80, 10, 10)))
    report = import_files(after, [tmp_path / "out"], ImportOptions("amal"))
    assert (report.counts.articles, report.counts.spans, report.passed_over) == (30, 30, [])


def test_annotators_whose_names_are_nearly_alike_have_folders_of_their_own(
    fresh_project: Fresh, tmp_path: Path
) -> None:
    before, after = fresh_project(), fresh_project()
    span = {"start": 4, "end": 8, "label": "PLACE"}
    lines = [
        {"text": "زار باكو", "external_id": "1", "annotator": name, "spans": [span]}
        for name in ("ali.h", "ali_h", "Ali.H")
    ]
    import_files(before, [write_lines(tmp_path / "in.jsonl", *lines)], ImportOptions("login"))
    export(before, tmp_path / "out", ExportOptions("brat", takes_all=True))
    import_files(after, [tmp_path / "out"], ImportOptions("login"))
    assert layers(after) == layers(before)


def test_relations_that_a_new_name_makes_one_are_written_once_and_counted(
    fresh_project: Fresh, tmp_path: Path
) -> None:
    before, after = fresh_project(), fresh_project()
    ids = [new_id() for _ in range(3)]
    spans = [
        {"id": one, "start": start, "end": end, "label": label}
        for one, (start, end, label) in zip(
            ids, [(0, 3, "ACTOR"), (0, 3, "TOPIC"), (4, 8, "PLACE")], strict=True
        )
    ]
    arcs = [{"id": new_id(), "from": one, "to": ids[2], "label": "في"} for one in ids[:2]]
    line = {"text": "زار باكو", "spans": spans, "relations": arcs}
    import_files(before, [write_lines(tmp_path / "in.jsonl", line)], ImportOptions("amal"))
    losses = export(before, tmp_path / "out.jsonl", ExportOptions("jsonl", renamed={"TOPIC": "ACTOR"}))
    assert losses.not_carried["relations"] == 1
    import_files(after, [tmp_path / "out.jsonl"], ImportOptions("amal"))
    assert len(layers(after)) == 2


def test_a_dataset_with_an_empty_part_is_imported(fresh_project: Fresh, tmp_path: Path) -> None:
    before, after = fresh_project(), fresh_project()
    import_files(before, [write_lines(tmp_path / "in.jsonl", {"text": "زار باكو"})], ImportOptions("amal"))
    export_dataset(before, tmp_path / "out", ExportOptions("jsonl", takes_all=True), Split((80, 10, 10)))
    assert import_files(after, [tmp_path / "out"], ImportOptions("amal")).counts.articles == 1
