from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotator.domain.article import ArticleState
from annotator.domain.errors import FormatError
from annotator.domain.identity import new_id
from annotator.domain.offsets import OffsetUnit
from annotator.domain.record import Record, RecordRelation, RecordSpan
from annotator.formats import prodigy
from annotator.formats.source import Source
from tests.examples import at_most
from tests.formats.carrying import arcs, records
from tests.formats.full_records import full_records, put, said
from tests.texts import read_lines, write_lines

TEXT = "زار الوزير 🎉 باكو وطهران"
HEADLINES = "peers/prodigy/annotated_news_headlines-ORG-PERSON-LOCATION-ner.jsonl"


def write(path: Path, written: Iterable[Record]) -> Path:
    return put(prodigy.write, path, written)


def read(path: Path) -> list[Record]:
    return [*prodigy.read(Source(path))]


def read_one(tmp_path: Path, **values: object) -> tuple[Record, Source]:
    source = Source(write_lines(tmp_path / "in.jsonl", values))
    (record,) = prodigy.read(source)
    return record, source


@given(before=st.lists(full_records(), min_size=1, max_size=3))
@settings(
    max_examples=at_most(80), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_what_is_written_is_read_again(before: list[Record], tmp_path: Path) -> None:
    path = write(tmp_path / "out.jsonl", before)
    after = read(path)
    assert [*map(said, after)] == [*map(said, before)]
    assert [*map(arcs, after)] == [*map(arcs, before)]
    assert [one.external_id for one in after] == [one.external_id or one.id for one in before]
    assert write(tmp_path / "again.jsonl", before).read_bytes() == path.read_bytes()
    assert [*map(said, read(write(tmp_path / "third.jsonl", after)))] == [*map(said, before)]


@given(layers=st.lists(records(), min_size=1, max_size=2))
@settings(
    max_examples=at_most(80), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_tokens_make_up_the_text_and_spans_lie_on_them(layers: list[Record], tmp_path: Path) -> None:
    for task in read_lines(write(tmp_path / "out.jsonl", layers)):
        words = task["tokens"]
        assert "".join(word["text"] + " " * word["ws"] for word in words) == task["text"]
        assert [word["id"] for word in words] == [*range(len(words))]
        for word in words:
            assert task["text"][word["start"] : word["end"]] == word["text"]
        for span in task["spans"]:
            assert words[span["token_start"]]["start"] == span["start"]
            assert words[span["token_end"]]["end"] == span["end"]
        assert all(-(2**31) <= task[key] < 2**31 for key in ("_input_hash", "_task_hash"))


def test_the_annotated_headlines_of_prodigy_are_read_and_written_again(
    shared_data: Path, tmp_path: Path
) -> None:
    source = Source(shared_data / HEADLINES)
    found = [*prodigy.read(source)]
    assert len(found) == 373
    assert Counter(record.state for record in found) == {ArticleState.SUBMITTED: 372, ArticleState.SKIPPED: 1}
    labels = Counter(span.label for record in found for span in record.spans)
    assert labels == {"ORG": 136, "LOCATION": 121, "PERSON": 38, "PRODUCT": 8}
    assert (source.offset_unit, source.remark_count) == (OffsetUnit.CODE_POINT, 0)
    path = write(tmp_path / "out.jsonl", found)
    kept = ("text", "answer", "_input_hash", "_task_hash", "_view_id", "_session_id", "source")
    there = {key: [line.get(key) for line in read_lines(path)] for key in kept}
    lines = read_lines(source.path)
    for key in kept[:-1]:
        assert there[key] == [line.get(key) for line in lines]
    assert there["source"] == [line["meta"]["source"] for line in lines]


def test_a_file_of_patterns_is_refused(shared_data: Path) -> None:
    with pytest.raises(FormatError, match="line 1: a pattern to match words with, and no annotated text"):
        read(shared_data / "peers/prodigy/patterns_countries-GPE.jsonl")


def test_a_rejected_task_keeps_its_text_and_loses_its_spans_with_a_remark(tmp_path: Path) -> None:
    spans = [{"start": 0, "end": 3, "label": "SIGN"}]
    record, source = read_one(tmp_path, text=TEXT, spans=spans, answer="reject", label="NEWS")
    assert record == Record(text=TEXT)
    assert [str(sentence) for _, sentence in source.remarks] == [
        "the task was rejected: 1 spans and labels were left out"
    ]


def test_an_ignored_task_is_a_skipped_article(tmp_path: Path) -> None:
    record, _ = read_one(tmp_path, text=TEXT, spans=[], answer="ignore")
    assert record.state is ArticleState.SKIPPED
    (task,) = read_lines(write(tmp_path / "out.jsonl", [record]))
    assert task["answer"] == "ignore"


def test_an_article_that_is_not_begun_is_a_task_without_an_answer(tmp_path: Path) -> None:
    (task,) = read_lines(write(tmp_path / "out.jsonl", [Record(text=TEXT)]))
    assert "answer" not in task


def test_another_answer_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FormatError, match="accept, reject or ignore, not yes"):
        read_one(tmp_path, text=TEXT, answer="yes")


def test_accepted_options_and_an_accepted_label_are_labels_of_the_article(tmp_path: Path) -> None:
    options = [{"id": "POLITICS", "text": "سياسة"}, {"id": "SPORT", "text": "رياضة"}]
    record, _ = read_one(tmp_path, text=TEXT, options=options, accept=["SPORT"], answer="accept")
    assert record.labels == ("SPORT",)
    record, _ = read_one(tmp_path, text=TEXT, label="NEWS", answer="accept")
    assert record.labels == ("NEWS",)


@pytest.mark.parametrize(
    ("session", "annotator"), [("news-amal", "amal"), ("2026-01-02_10-11-12", None)], ids=["named", "unnamed"]
)
def test_a_named_session_is_an_annotator(tmp_path: Path, session: str, annotator: str | None) -> None:
    record, _ = read_one(tmp_path, text=TEXT, _annotator_id=session)
    assert record.annotator == (annotator and session)
    assert record.meta == ({} if annotator else {"_annotator_id": session})


def test_spans_without_a_label_and_off_their_tokens_are_remarked_on(tmp_path: Path) -> None:
    words = [
        {"text": "زار", "start": 0, "end": 3, "id": 0},
        {"text": "الوزير", "start": 4, "end": 10, "id": 1},
    ]
    spans = [
        {"start": 0, "end": 3, "pattern": 7},
        {"start": 0, "end": 3, "token_start": 0, "token_end": 1, "label": "SIGN"},
    ]
    record, source = read_one(tmp_path, text=TEXT, tokens=words, spans=spans)
    assert [span[:3] for span in record.spans] == [(0, 3, "SIGN")]
    assert [str(sentence) for _, sentence in source.remarks] == [
        "1 spans without a label were passed over",
        "1 spans do not lie on the tokens they name; their offsets were followed",
    ]


def test_words_tell_that_offsets_count_utf16(tmp_path: Path) -> None:
    words = [{"text": "باكو", "start": 14, "end": 18, "id": 0}]
    spans = [{"start": 14, "end": 18, "token_start": 0, "token_end": 0, "label": "PLACE"}]
    record, source = read_one(tmp_path, text=TEXT, tokens=words, spans=spans)
    assert source.offset_unit is OffsetUnit.UTF16
    assert [TEXT[span.start : span.end] for span in record.spans] == ["باكو"]


def test_relations_name_the_last_token_of_each_span(tmp_path: Path) -> None:
    signs, place = RecordSpan(0, 10, "SIGN", new_id()), RecordSpan(13, 17, "PLACE", new_id())
    relation = RecordRelation(new_id(), signs.id or "", place.id or "", "in")
    record = Record(text=TEXT, spans=(signs, place), relations=(relation,))
    (task,) = read_lines(write(tmp_path / "out.jsonl", [record]))
    (arc,) = task["relations"]
    assert (arc["head"], arc["child"], task["_view_id"]) == (1, 3, "relations")
    assert arc["head_span"] == {"start": 0, "end": 10, "token_start": 0, "token_end": 1, "label": "SIGN"}


def test_relations_of_mere_tokens_are_read_where_one_span_ends_with_each(tmp_path: Path) -> None:
    spans = [
        {"start": 0, "end": 3, "token_start": 0, "token_end": 0, "label": "SIGN"},
        {"start": 4, "end": 10, "token_start": 1, "token_end": 1, "label": "ACTOR"},
    ]
    relations = [{"head": 0, "child": 1, "label": "by"}, {"head": 1, "child": 1, "label": "ROOT"}]
    record, source = read_one(tmp_path, text=TEXT, spans=spans, relations=relations)
    assert arcs(record) == {((0, 3, "SIGN"), (4, 10, "ACTOR"), "by")}
    assert [str(sentence) for _, sentence in source.remarks] == [
        "1 relations were passed over that do not join two labelled spans"
    ]
