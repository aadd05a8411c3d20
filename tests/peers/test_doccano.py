"""doccano's own importer takes what is written for it, and keeps every span, nested and within words."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from annotator.domain.identity import new_id
from annotator.domain.record import Record, RecordRelation, RecordSpan
from annotator.formats import doccano
from tests.formats.full_records import put
from tests.texts import TRICKY

PYTHON = Path(sys.prefix) / "doccano" / "bin" / "python"
pytestmark = [
    pytest.mark.slow,
    pytest.mark.timeout(300),
    pytest.mark.skipif(not PYTHON.exists(), reason="doccano is not installed beside the virtual environment"),
]
TASKS = {"SequenceLabeling": doccano.Form.SPANS, "RelationExtraction": doccano.Form.RELATIONS}


def record(nth: int, text: str) -> Record:
    one, other = new_id(), new_id()
    spans = (
        RecordSpan(0, len(text), "TOPIC", id=one),
        RecordSpan(len(text) // 2, len(text), "سياسة", id=other),
        RecordSpan(1, 2, "PLACE", id=new_id()),
    )
    return Record(
        text,
        id=new_id(),
        external_id=str(nth),
        meta={"title": f"خبر {nth}"},
        spans=spans,
        relations=(RecordRelation(new_id(), one, other, "في"),),
    )


@pytest.mark.parametrize("task", TASKS)
def test_doccano_imports_every_span(task: str, tmp_path: Path) -> None:
    # What is but space and control characters is no text for doccano.
    texts = [text for text in TRICKY.values() if len(text) > 3 and any(map(str.isalpha, text))]
    records = [record(nth, text) for nth, text in enumerate(texts)]
    path = put(doccano.writer(TASKS[task]), tmp_path / "news.jsonl", records)
    command = [PYTHON, Path(__file__).with_name("doccano_import.py"), tmp_path, task, path]
    done = subprocess.run(command, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    *lines, errors = [line for line in done.stdout.decode().splitlines() if line.startswith(("{", "["))]
    assert errors == "[]"
    found = {one["meta"]["id"]: one for one in map(json.loads, lines)}
    assert len(found) == len(records)
    for one in records:
        there = found[one.external_id]
        assert there["text"] == one.text
        assert there["meta"]["title"] == one.meta["title"]
        assert sorted(map(tuple, there["spans"])) == sorted({span[:3] for span in one.spans})
        if task == "RelationExtraction":
            first, second = one.spans[:2]
            assert there["relations"] == [[list(first[:3]), list(second[:3]), "في"]]
