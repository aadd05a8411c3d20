"""croissant.json: a dataset as search engines and loaders read it.

Croissant 1.0, docs.mlcommons.org/croissant/docs/croissant-spec.html.
Of rows in JSON Lines and Parquet the fields are described, one record set a part; of other formats the files.
No day of publication stands in it, so that the same dataset has the same file.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

import orjson

_CONTEXT = {
    "@language": "en",
    "@vocab": "https://schema.org/",
    "citeAs": "cr:citeAs",
    "column": "cr:column",
    "conformsTo": "dct:conformsTo",
    "cr": "http://mlcommons.org/croissant/",
    "rai": "http://mlcommons.org/croissant/RAI/",
    "data": {"@id": "cr:data", "@type": "@json"},
    "dataType": {"@id": "cr:dataType", "@type": "@vocab"},
    "dct": "http://purl.org/dc/terms/",
    "equivalentProperty": "cr:equivalentProperty",
    "examples": {"@id": "cr:examples", "@type": "@json"},
    "extract": "cr:extract",
    "field": "cr:field",
    "fileProperty": "cr:fileProperty",
    "fileObject": "cr:fileObject",
    "fileSet": "cr:fileSet",
    "format": "cr:format",
    "includes": "cr:includes",
    "isLiveDataset": "cr:isLiveDataset",
    "jsonPath": "cr:jsonPath",
    "key": "cr:key",
    "md5": "cr:md5",
    "parentField": "cr:parentField",
    "path": "cr:path",
    "recordSet": "cr:recordSet",
    "references": "cr:references",
    "regex": "cr:regex",
    "repeated": "cr:repeated",
    "replace": "cr:replace",
    "samplingRate": "cr:samplingRate",
    "sc": "https://schema.org/",
    "separator": "cr:separator",
    "source": "cr:source",
    "subField": "cr:subField",
    "transform": "cr:transform",
}
_MIME = {
    ".jsonl": "application/jsonlines",
    ".parquet": "application/x-parquet",
    ".json": "application/json",
    ".jsonld": "application/ld+json",
    ".csv": "text/csv",
    ".tsv": "text/tab-separated-values",
    ".md": "text/markdown",
    ".xml": "application/xml",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
_TEXT, _NUMBER = "sc:Text", "sc:Integer"
_COMMON = {"id": "the article", "text": "the article's text, verbatim", "annotator": "who labelled it"}
_ROWS = {
    "jsonl": (("id", "text", "annotator", "status"), ()),
    "huggingface": (("id", "text", "annotator", "status"), ("tokens", "ner_tags")),
    "huggingface-parquet": (("id", "text", "annotator", "status"), ("tokens", "ner_tags")),
}
"""By format, the columns with one value and those with many that are described, besides the spans."""
_ABOUT = _COMMON | {
    "status": "how far the annotator is with the article",
    "tokens": "the words and marks of the text",
    "ner_tags": "for each token the number of its IOB2 tag; README.md names them",
}


class DataFile(NamedTuple):
    """A file of a dataset. part is the name of the part whose rows it holds, if it holds rows."""

    name: str
    sha256: str
    size: int
    part: str | None = None


def croissant(
    name: str, about: str, form: str, files: Sequence[DataFile], licence: str | None = None
) -> bytes:
    """Return croissant.json for the files of a dataset in some format."""
    described: dict[str, object] = {
        "@context": _CONTEXT,
        "@type": "sc:Dataset",
        "name": name,
        "description": about,
        "conformsTo": "http://mlcommons.org/croissant/1.0",
        "inLanguage": "ar",
        **({"license": licence} if licence else {}),
        "distribution": [_file_object(file) for file in files],
        "recordSet": [_record_set(file, form) for file in files if file.part and form in _ROWS],
    }
    return orjson.dumps(described, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)


def _file_object(file: DataFile) -> Mapping[str, object]:
    ending = f".{file.name.rpartition('.')[2]}"
    return {
        "@type": "cr:FileObject",
        "@id": file.name,
        "name": file.name,
        "contentUrl": file.name,
        "contentSize": f"{file.size} B",
        "encodingFormat": _MIME.get(ending, "text/plain"),
        "sha256": file.sha256,
    }


def _record_set(file: DataFile, form: str) -> Mapping[str, object]:
    single, repeated = _ROWS[form]
    own = f"{file.part}_rows"
    fields = [_field(file, own, column, _TEXT) for column in single]
    fields += [_field(file, own, column, _type(column), is_repeated=True) for column in repeated]
    return {
        "@type": "cr:RecordSet",
        "@id": own,
        "name": own,
        "description": f"The part {file.part}: a row is an article as one annotator labelled it.",
        "field": [*fields, _spans(file, own)],
    }


def _type(column: str) -> str:
    return _NUMBER if column == "ner_tags" else _TEXT


def _field(
    file: DataFile, own: str, column: str, data_type: str, *, is_repeated: bool = False
) -> Mapping[str, object]:
    return {
        "@type": "cr:Field",
        "@id": f"{own}/{column}",
        "name": column,
        "description": _ABOUT[column],
        "dataType": data_type,
        **({"repeated": True} if is_repeated else {}),
        "source": {"fileObject": {"@id": file.name}, "extract": {"column": column}},
    }


def _spans(file: DataFile, own: str) -> Mapping[str, object]:
    bounds = "in code points of the text; the end is the first place after the span"
    parts: Iterable[tuple[str, str, str]] = (
        ("start", _NUMBER, bounds),
        ("end", _NUMBER, bounds),
        ("label", _TEXT, "the label's name"),
    )
    return {
        "@type": "cr:Field",
        "@id": f"{own}/spans",
        "name": "spans",
        "description": "all labelled spans, also nested ones",
        "repeated": True,
        "subField": [
            {
                "@type": "cr:Field",
                "@id": f"{own}/spans/{name}",
                "name": name,
                "description": about,
                "dataType": data_type,
                "repeated": True,
                "source": {
                    "fileObject": {"@id": file.name},
                    "extract": {"column": "spans"},
                    "transform": {"jsonPath": name},
                },
            }
            for name, data_type, about in parts
        ],
    }
