"""Hugging Face's own library opens what is written for it."""

from pathlib import Path

import pytest

from annotator.domain.losses import Losses
from annotator.domain.policies import Fitting
from annotator.domain.record import Record, RecordSpan
from annotator.formats import huggingface
from annotator.formats.fitting import iob2, to_tokens
from annotator.formats.source import Source
from tests.formats.full_records import put, said
from tests.texts import TRICKY

pytestmark = [
    pytest.mark.slow,
    pytest.mark.timeout(300),
    # What the library and those under it say of themselves is not ours.
    pytest.mark.filterwarnings("default"),
]
NAMES = [
    *("O", "B-ACTOR", "I-ACTOR", "B-PLACE", "I-PLACE", "B-حزب سياسي", "I-حزب سياسي", "B-a b", "I-a b"),
    *("B-=1+1", "I-=1+1", 'B-"new"\'s: #1', 'I-"new"\'s: #1'),
]
RECORDS = [
    Record(
        text,
        external_id=str(nth),
        meta={"title": None, "n": nth} if nth % 2 else {},
        annotator="amal",
        labels=("NEWS",) if nth % 2 else (),
        spans=(
            RecordSpan(0, len(text), "PLACE"),
            RecordSpan(1, len(text), '"new"\'s: #1'),
            RecordSpan(0, 2, "ACTOR"),
        )
        if nth % 3
        else (),
    )
    for nth, text in enumerate(TRICKY.values())
]


@pytest.mark.parametrize("write", [huggingface.write, huggingface.write_parquet], ids=["jsonl", "parquet"])
def test_load_dataset_opens_the_folder_offline(
    write: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HF_DATASETS_OFFLINE", "1")
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    monkeypatch.setenv("HF_HOME", str(tmp_path / "home"))
    datasets = pytest.importorskip("datasets")
    folder = put(write, tmp_path / "corpus", RECORDS, to_tokens)
    found = datasets.load_dataset(str(folder), cache_dir=str(tmp_path / "cache"))["train"]
    assert found.features["ner_tags"].feature.names == NAMES
    assert {name: str(feature) for name, feature in found.features.items() if name != "ner_tags"} == {
        **dict.fromkeys(("id", "external_id", "text", "annotator", "status"), "Value('string')"),
        **dict.fromkeys(("guidelines", "meta"), "Value('string')"),
        **dict.fromkeys(("tokens", "labels"), "List(Value('string'))"),
        **dict.fromkeys(("token_starts", "token_ends"), "List(Value('int32'))"),
        "spans": "List({'start': Value('int32'), 'end': Value('int32'), 'label': Value('string')})",
    }
    assert [row["text"] for row in found] == [*TRICKY.values()]
    for record, row in zip(RECORDS, found, strict=True):
        assert [(*span.values(),) for span in row["spans"]] == [span[:3] for span in record.spans]
        _, tokens, layers = to_tokens(record, Fitting(), Losses())
        assert row["tokens"] == tokens.words == [record.text[slice(*bounds)] for bounds in tokens.ranges()]
        assert [NAMES[number] for number in row["ner_tags"]] == iob2(len(tokens), layers[0])


def test_what_the_library_writes_is_read(tmp_path: Path) -> None:
    datasets = pytest.importorskip("datasets")
    features = datasets.Features(
        {
            "id": datasets.Value("string"),
            "tokens": datasets.List(datasets.Value("string")),
            "ner_tags": datasets.List(datasets.ClassLabel(names=["O", "B-LOC", "I-LOC"])),
        }
    )
    rows = [{"id": "0", "tokens": ["زار", "باكو", "القديمة"], "ner_tags": [0, 1, 2]}]
    made = datasets.Dataset.from_list(rows, features=features)
    made.to_parquet(str(tmp_path / "train.parquet"))
    info = datasets.DatasetInfo(features=features)
    info.write_to_directory(str(tmp_path))
    made.to_json(str(tmp_path / "train.jsonl"), force_ascii=False)
    datasets.info.DatasetInfosDict({"default": info}).to_dataset_card_data(
        card := datasets.info.DatasetCardData()
    )
    (tmp_path / "README.md").write_text(f"---\n{card.to_yaml()}\n---\n", "utf-8")
    expected = said(Record("زار باكو القديمة", spans=(RecordSpan(4, 16, "LOC"),)))
    for name in ("train.parquet", "train.jsonl"):
        (record,) = huggingface.read(Source(tmp_path / name))
        assert said(record) == expected
