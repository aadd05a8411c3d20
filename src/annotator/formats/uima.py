"""UIMA CAS, as INCEpTION imports it: a file an article as XMI beside its type system, or as JSON CAS 0.4.

XML 1.0 has no control characters and no U+FFFE and U+FFFF: in XMI a space takes their place, as INCEpTION
does. JSON carries them.
"""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from annotator.arabic.sentences import sentences
from annotator.arabic.tokens import tokens
from annotator.domain.losses import Losses
from annotator.domain.policies import Fitting
from annotator.domain.record import Record
from annotator.formats.fitting import Fitted
from annotator.formats.layer_files import LayerFiles
from annotator.formats.output import Output
from annotator.formats.uima_reading import JSON, read, require_cassis
from annotator.formats.webanno import DKPRO, RELATION_LAYER, SPAN_LAYER

if TYPE_CHECKING:
    from cassis import Cas, TypeSystem

__all__ = ["fit", "read", "write", "write_json"]

_TOKEN = DKPRO + "segmentation.type.Token"
_SENTENCE = DKPRO + "segmentation.type.Sentence"
_ABOUT = DKPRO + "metadata.type.DocumentMetaData"
_FIELD = DKPRO + "metadata.type.MetaDataStringField"
_ANNOTATION = "uima.tcas.Annotation"
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def fit(record: Record, fitting: Fitting, losses: Losses) -> Fitted:
    """Put spaces in the place of what XML cannot hold."""
    del fitting, losses  # nothing is chosen; a text that changes is counted by itself
    if not _NOT_XML.search(record.text):
        return Fitted(record)
    return Fitted(replace(record, text=_NOT_XML.sub(" ", record.text), sha256=None))


def write(fitted: Iterable[Fitted], out: Output) -> None:
    """Write an XMI file for each article, and TypeSystem.xml beside."""
    require_cassis()
    types = _types()
    files = LayerFiles(out.folder(), ".xmi")
    for record, _, _ in fitted:
        _cas(record, types).to_xmi(files.place(record), pretty_print=False)
    for folder in files.folders():
        types.to_xml(folder / "TypeSystem.xml")


def write_json(fitted: Iterable[Fitted], out: Output) -> None:
    """Write a JSON CAS for each article, which holds the type system too."""
    require_cassis()
    types = _types()
    files = LayerFiles(out.folder(), ".json")
    for record, _, _ in fitted:
        _cas(record, types).to_json(files.place(record))


def _types() -> "TypeSystem":
    from cassis import TypeSystem  # noqa: PLC0415 - an extra

    types = TypeSystem()
    for name, supertype, features in (
        (_ABOUT, "uima.tcas.DocumentAnnotation", ("documentTitle", "documentId")),
        (_FIELD, _ANNOTATION, ("key", "value")),
        (_SENTENCE, _ANNOTATION, ()),
        (_TOKEN, _ANNOTATION, ()),
        (SPAN_LAYER, _ANNOTATION, ("value",)),
        (RELATION_LAYER, _ANNOTATION, ("value",)),
    ):
        made = types.create_type(name, supertype)
        for feature in features:
            types.create_feature(made, feature, "uima.cas.String")
    for end in ("Governor", "Dependent"):
        types.create_feature(RELATION_LAYER, end, _ANNOTATION)
    return types


def _cas(record: Record, types: "TypeSystem") -> "Cas":
    from cassis import Cas  # noqa: PLC0415 - an extra

    cas = Cas(typesystem=types, sofa_string=record.text, sofa_mime="text/plain")
    about, field, span_type, arc_type = map(types.get_type, (_ABOUT, _FIELD, SPAN_LAYER, RELATION_LAYER))
    title = record.meta.get("title")
    title = title if _is_plain(title) else None
    named = record.external_id or record.id
    named = None if named is None else _NOT_XML.sub(" ", named)
    cas.add(about(begin=0, end=len(record.text), documentTitle=title, documentId=named))
    for key, value in _fields(record, title):
        cas.add(field(begin=0, end=0, key=key, value=value))
    for name, ranges in ((_SENTENCE, sentences(record.text)), (_TOKEN, tokens(record.text).ranges())):
        unit = types.get_type(name)
        for start, end in ranges:
            cas.add(unit(begin=start, end=end))
    by_id = {}
    for span in record.spans:
        by_id[span.id] = made = span_type(begin=span.start, end=span.end, value=span.label)
        cas.add(made)
    for arc in record.relations:
        start, end = by_id[arc.start], by_id[arc.end]
        cas.add(arc_type(begin=end.begin, end=end.end, Governor=start, Dependent=end, value=arc.label))
    return cas


def _fields(record: Record, title: object) -> Iterator[tuple[str, str]]:
    """Yield metadata as strings; what is none that XML can hold is spelt as JSON."""
    for key, value in record.meta.items():
        if key == "title" and title is not None:
            continue
        if _is_plain(key) and not key.startswith(JSON) and isinstance(value, str) and _is_plain(value):
            yield key, value
        else:
            yield JSON + json.dumps(key), json.dumps(value)


def _is_plain(value: object) -> bool:
    return isinstance(value, str) and not _NOT_XML.search(value)
