"""Code that opens a dataset, for its README: it runs as it stands in the dataset's folder."""

from string import Template

_PYTHON_JSONL = """import json

with open("$path", encoding="utf-8") as file:
    records = [json.loads(line) for line in file]
for record in records[:3]:
    for span in record["spans"]:
        print(span["label"], record["text"][span["start"] : span["end"]])
"""
_SPACY_JSONL = """import json
import spacy

nlp = spacy.blank("ar")
docs = []
with open("$path", encoding="utf-8") as file:
    for record in map(json.loads, file):
        doc = nlp.make_doc(record["text"])
        # spaCy leaves a clitic on its word: a span that begins within a word takes in all of it.
        spans = [
            doc.char_span(span["start"], span["end"], span["label"], alignment_mode="expand")
            for span in record["spans"]
        ]
        doc.spans["sc"] = [span for span in spans if span is not None]
        docs.append(doc)
"""
_DATASETS = """import os
from datasets import load_dataset

dataset = load_dataset(os.getcwd())
names = dataset["$part"].features["ner_tags"].feature.names
for row in dataset["$part"]:
    tags = [names[tag] for tag in row["ner_tags"]]
    print([*zip(row["tokens"], tags)][:9])
    break
"""
_PYTHON_PARQUET = """import pyarrow.parquet

for row in pyarrow.parquet.read_table("$path").to_pylist()[:3]:
    for span in row["spans"]:
        print(span["label"], row["text"][span["start"] : span["end"]])
"""
_PYTHON_DOCCANO = """import json

with open("$path", encoding="utf-8") as file:
    records = [json.loads(line) for line in file]
for record in records[:3]:
    for start, end, label in record["label"]:
        print(label, record["text"][start:end])
"""
_PYTHON_CONLL = """sentences, rows = [], []
with open("$path", encoding="utf-8", newline="\\n") as file:
    for line in [*file, "\\n"]:
        if line != "\\n" and not line.startswith("-DOCSTART-"):
            token, *_, tag = line.rstrip("\\n").split()
            rows.append((token, tag))
        elif rows:
            sentences.append(rows)
            rows = []
print(len(sentences), sentences[:1])
"""
_PYTHON_TABLE = """import csv
import json

with open("$path", encoding="utf-8-sig", newline="") as file:
    rows = [*csv.DictReader(file$delimiter)]
for row in rows[:3]:
    for span in json.loads(row["spans"]):
        print(span["label"], row["text"][span["start"] : span["end"]])
"""
_SPACY_DOCBIN = """import spacy
from spacy.tokens import DocBin

nlp = spacy.blank("ar")
docs = [*DocBin().from_disk("$path").get_docs(nlp.vocab)]
for doc in docs[:3]:
    print([(span.text, span.label_) for spans in doc.spans.values() for span in spans])
"""
_PYTHON, _SPACY, _HUB = "Plain Python", "spaCy", "Hugging Face datasets"
_BLOCKS = {
    "jsonl": {_PYTHON: _PYTHON_JSONL, _SPACY: _SPACY_JSONL},
    "huggingface": {_PYTHON: _PYTHON_JSONL, _HUB: _DATASETS, _SPACY: _SPACY_JSONL},
    "huggingface-parquet": {"pyarrow": _PYTHON_PARQUET, _HUB: _DATASETS},
    "doccano": {_PYTHON: _PYTHON_DOCCANO},
    "conll": {_PYTHON: _PYTHON_CONLL},
    "csv": {_PYTHON: _PYTHON_TABLE},
    "tsv": {_PYTHON: _PYTHON_TABLE},
    "spacy": {_SPACY: _SPACY_DOCBIN},
}


def loading(form: str, part: str, path: str) -> dict[str, str]:
    """Return, by what it needs, code that opens one part of a dataset; empty for formats of programs."""
    delimiter = ', delimiter="\\t"' if form == "tsv" else ""
    return {
        name: Template(code).substitute(part=part, path=path, delimiter=delimiter)
        for name, code in _BLOCKS.get(form, {}).items()
    }
