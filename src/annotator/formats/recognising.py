"""Which format a file has, by its content; its ending decides only where the content leaves it open."""

import re
from itertools import islice

from annotator.domain.errors import FormatError
from annotator.formats import parquet_files
from annotator.formats.files import SUMS
from annotator.formats.format import Format
from annotator.formats.json_objects import objects
from annotator.formats.labelstudio import CONFIG
from annotator.formats.layer_files import ANNOTATOR
from annotator.formats.registry import FORMATS
from annotator.formats.source import Source
from annotator.formats.token_rows import PIPED

_HEAD = 1 << 16
_TAG = r"(?:[BIESULM]-\S+|O)"
_ROW = re.compile(rf"\S+(?:[ \t]+\S+)*?[ \t]+{_TAG}\s*|{PIPED}")
_MOST_ROWS = 0.8
_FEWEST_ROWS = 5
_OFFSETS = ".offsets.jsonl"
_BESIDE = {ANNOTATOR, SUMS, "annotation.conf", "visual.conf", "TypeSystem.xml"}
_REPORTS = ({"changed_texts", "not_carried"}, {"hidden_characters", "passed_over"})
"""The keys of what `--report` writes, which may lie in a folder that is imported."""
_OF_DATASETS = {"README.md", "croissant.json", "manifest.json"}

_BY_MAGIC = ((b"%PDF-", "pdf"), (parquet_files.MAGIC, "parquet"))
_BY_ENDING = {
    ".ann": "brat",
    ".csv": "csv",
    ".tsv": "tsv",
    ".tab": "tsv",
    ".txt": "txt",
    ".spacy": "spacy",
    ".htm": "html",
    ".html": "html",
    ".docx": "docx",
    ".xlsx": "xlsx",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".json": "jsonl",
}
_BY_OPENING = (
    (re.compile(r"#FORMAT=WebAnno TSV|#id=|# webanno\.| ?# [\w.]+ \|"), "webanno"),
    (re.compile(r"(?:<\?xml[^>]*>\s*)?<xmi:XMI\b", re.IGNORECASE), "uima"),
    (re.compile(r"(?:<\?xml[^>]*>\s*)?(?:<!doctype\s+html|<html)\b", re.IGNORECASE), "html"),
    (re.compile(r'\{\s*"%(?:TYPES|FEATURE_STRUCTURES|VIEWS)"'), "uima"),
)
_BY_KEYS = (
    ({"schema"}, "jsonl"),
    ({"annotations", "data"}, "labelstudio"),
    ({"predictions", "data"}, "labelstudio"),
    ({"annotation_id", "annotator"}, "labelstudio"),
    ({"pattern", "label"}, "prodigy"),
    ({"tokens", "ner_tags"}, "huggingface"),
    ({"paragraphs"}, "spacy-json"),
    ({"_task_hash"}, "prodigy"),
    ({"answer", "spans"}, "prodigy"),
    ({"tokens", "spans"}, "prodigy"),
    ({"spans"}, "jsonl"),
    ({"label"}, "doccano"),
    ({"entities"}, "doccano"),
    ({"text"}, "jsonl"),
)


def recognise(source: Source) -> Format | None:
    """Return the format that a file is read as, None where nothing tells. Raises FileError."""
    with source.open() as file:
        head = file.read(_HEAD)
    return FORMATS.get(_name(source, head) or "")


def is_companion(source: Source) -> bool:
    """Tell whether a file belongs to others beside it, with which it is read or which it describes."""
    name = source.path.name
    if name in _BESIDE or (name in _OF_DATASETS and source.beside(SUMS) is not None):
        return True
    if name.endswith(CONFIG):
        return source.beside(name.removesuffix(CONFIG)) is not None
    if name.endswith(_OFFSETS):
        return source.beside(name.removesuffix(_OFFSETS)) is not None
    return source.path.suffix == ".txt" and source.beside(source.path.stem + ".ann") is not None


def says_nothing(source: Source) -> bool:
    """Tell whether a file is empty, unless that says that the text beside it has no spans, as brat has it."""
    is_of_a_text = source.path.suffix == ".ann" and source.beside(source.path.stem + ".txt") is not None
    return source.is_empty() and not is_of_a_text


def _name(source: Source, head: bytes) -> str | None:
    ending = source.path.suffix.lower()
    named = _BY_ENDING.get(ending)
    if magic := next((name for magic, name in _BY_MAGIC if head.startswith(magic)), None):
        return _of_parquet(source) if magic == "parquet" else magic
    if b"\0" in head:
        return named
    opening = head.decode("utf-8-sig", errors="replace").lstrip()
    if name := next((name for pattern, name in _BY_OPENING if pattern.match(opening)), None):
        return name
    if named in {None, "txt"} and _is_rows(opening, ending):
        return "conll"
    return _by_keys(source, named) if named in {None, "jsonl"} and opening[:1] in {"{", "["} else named


def _of_parquet(source: Source) -> str:
    """Tell a dataset of tokens by its columns; of a broken file is told when it is read."""
    try:
        is_dataset = not parquet_files.columns(source).isdisjoint({"tokens", "ner_tags"})
    except FormatError:
        is_dataset = False
    return "huggingface-parquet" if is_dataset else "parquet"


def _is_rows(opening: str, ending: str) -> bool:
    """Tell whether lines are rows of a token and its tag, but for a few."""
    rows = [line for line in opening.splitlines()[:-1] or [opening] if line.strip()]
    least = _FEWEST_ROWS if ending == ".txt" else 1
    return len(rows) >= least and sum(map(bool, map(_ROW.fullmatch, rows))) > _MOST_ROWS * len(rows)


def _by_keys(source: Source, named: str | None) -> str | None:
    """Take the keys of the first objects; of a broken file is told when it is read."""
    keys: set[str] = set()
    try:
        for _, values in islice(objects(source), 10):
            keys |= values.keys()
    except FormatError:
        pass
    if any(report <= keys for report in _REPORTS):
        return None
    return next((name for known, name in _BY_KEYS if known <= keys), named)
