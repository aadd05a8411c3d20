"""UIMA CAS, as XMI or as JSON CAS 0.4: one article a file. Offsets are UTF-16 units; cassis converts them.

A CAS may have several views, each with a text; the first that has one is read. Its annotations are spans if
they are not of tokens; the label is the feature that is called value, label or identifier, else the first
that is a string.
"""

import json
import re
import warnings
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from io import BytesIO
from typing import TYPE_CHECKING, Any, NoReturn

import orjson

from annotator.domain.errors import FormatError
from annotator.domain.record import Record
from annotator.formats.encoding import decode
from annotator.formats.layer_files import annotator_of
from annotator.formats.source import Source
from annotator.formats.uima_survey import complete, expect_plain, survey
from annotator.formats.webanno import DKPRO, Marks, is_of_tokens, label_feature, short_name

if TYPE_CHECKING:
    from cassis import Cas, TypeSystem
    from cassis.cas import View

JSON = "json:"
"""So begins the key of a metadata field whose value, and the rest of the key, are JSON."""

_STRING = "uima.cas.String"
_ABOUT = "uima.tcas.DocumentAnnotation"
_METADATA = DKPRO + "metadata.type.DocumentMetaData"
_FIELD = DKPRO + "metadata.type.MetaDataStringField"
_SEGMENTS = (".Token", ".Sentence")
_UNMAPPED = re.compile(r"Not mapping external offset \[(-?\d{1,18})\].*\[0-(\d{1,18})\]")


def read(source: Source) -> Iterator[Record]:
    """Yield the file's one article. Raises FileError and FormatError."""
    require_cassis()
    data = source.data()
    is_json = data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{")
    with _told(source):
        cas = _from_json(source, data) if is_json else _from_xmi(source, data)
    view = _view(source, cas)
    text = view.sofa.sofaString
    if not isinstance(text, str):
        source.refuse(1, "there is no text in the file.")
    if "\0" in text:
        source.refuse(1, "the text holds U+0000 at character {place}.", place=text.index("\0"))
    found = _Article(source, cas.typesystem, view).record(text)
    yield replace(found, annotator=annotator_of(source))


def require_cassis() -> None:
    try:
        # An extra: most projects never see a CAS.
        import cassis  # noqa: F401, PLC0415
    except ImportError:
        raise FormatError("To read and write UIMA CAS, install annotator[uima].") from None


def _from_xmi(source: Source, data: bytes) -> "Cas":
    from cassis import TypeSystem, load_cas_from_xmi  # noqa: PLC0415 - an extra

    found = survey(source, data)
    if not found.texts:
        _refuse_textless(source, found.elsewhere)
    types = _types_beside(source) or TypeSystem()
    for one in found.seen.values():
        expect_plain(source, one.ranges)
    complete(types, found.seen)
    return load_cas_from_xmi(BytesIO(data), typesystem=types, trusted=False)


def _types_beside(source: Source) -> "TypeSystem | None":
    """Read the type system that lies beside a file, if one does."""
    from cassis import load_typesystem  # noqa: PLC0415 - an extra

    for name in (f"{source.path.stem}-typesystem.xml", "TypeSystem.xml", "typesystem.xml"):
        beside = source.beside(name)
        if beside is None:
            continue
        with beside.open() as file:
            data = file.read()
        survey(beside, data)
        with _told(beside):
            types = load_typesystem(BytesIO(data))
        for one in types.get_types():
            expect_plain(beside, (feature.name for feature in one.all_features))
        return types
    return None


def _from_json(source: Source, data: bytes) -> "Cas":
    from cassis import TypeSystem, load_cas_from_json  # noqa: PLC0415 - an extra

    text, _ = decode(data, source.path, "utf-8")
    try:
        values = orjson.loads(text)
    except orjson.JSONDecodeError as error:
        source.refuse(error.lineno, "this is no JSON: {reason}.", reason=error.msg)
    types = values.setdefault("%TYPES", {})
    values.setdefault("%VIEWS", {})
    for one in types.values():
        expect_plain(source, (name for name in one if not name.startswith("%")))
    found = values.get("%FEATURE_STRUCTURES") or []
    for one in found.values() if isinstance(found, dict) else found:
        # The specification marks begin and end as anchors, which cassis does not know.
        for name in [name for name in one if name.startswith("^")]:
            one[name[1:]] = one.pop(name)
    return load_cas_from_json(json.dumps(values), typesystem=_types_beside(source) or TypeSystem())


@contextmanager
def _told(source: Source) -> Iterator[None]:
    """Turn what cassis raises, and its warning of an offset within a character, into sentences."""
    from cassis.typesystem import TypeNotFoundError  # noqa: PLC0415 - an extra
    from lxml.etree import XMLSyntaxError  # noqa: PLC0415 - an extra

    faults = (LookupError, ValueError, TypeError, AttributeError, RuntimeError, TypeNotFoundError)
    try:
        with warnings.catch_warnings(record=True) as told:
            warnings.simplefilter("always")
            yield
    except XMLSyntaxError as error:
        source.refuse(error.lineno or 1, "this is no well-formed XML: {reason}.", reason=error.msg)
    except faults as error:
        reason = f"{type(error).__name__} {error}"
        source.refuse(1, "this is no sound CAS ({reason}).", reason=reason[:200])
    for one in told:
        unmapped = _UNMAPPED.search(str(one.message))
        if unmapped and 0 < int(unmapped[1]) < int(unmapped[2]):
            source.refuse(
                1, "an annotation begins or ends at {place}, within a character.", place=unmapped[1]
            )


def _view(source: Source, cas: "Cas") -> "View":
    views = [view for view in cas.views if view.sofa.sofaString]
    if not views:
        _refuse_textless(source, next((view.sofa.sofaURI for view in cas.views if view.sofa.sofaURI), None))
    for other in views[1:]:
        source.remark(
            0,
            "the view {view} with its {count} annotations was passed over",
            view=other.sofa.sofaID,
            count=len(other.get_all_fs()),
        )
    return views[0]


def _refuse_textless(source: Source, elsewhere: str | None) -> NoReturn:
    if elsewhere:
        source.refuse(1, "the text lies elsewhere, at {place}, and is not fetched.", place=elsewhere)
    source.refuse(1, "there is no text in the file.")


class _Article:
    """Tells the feature structures of a view apart."""

    def __init__(self, source: Source, types: "TypeSystem", view: "View") -> None:
        self._source = source
        self._types = types
        self._view = view
        self._length = 0
        self._marks = Marks(source)
        self._arcs: list[Any] = []
        self._others: Counter[str] = Counter()
        self._meta: dict[str, object] = {}
        self._external_id = source.path.stem
        self._strings: dict[str, list[str]] = {}

    def record(self, text: str) -> Record:
        self._length = len(text)
        ways: dict[str, Callable[[Any], None]] = {}
        for found in self._view.get_all_fs():
            name = found.type.name
            if name not in ways:
                ways[name] = self._way(found)
            ways[name](found)
        for arc in self._arcs:
            start, end = (getattr(one, "xmiID", None) for one in (arc.Governor, arc.Dependent))
            self._marks.join(arc.type.name, start, end, self._label(arc))
        for name, count in self._others.items():
            if name.endswith(_SEGMENTS):  # which say nothing that was labelled
                continue
            self._source.remark(
                0,
                "{count} feature structures of {name} have no place in the text and were passed over",
                count=count,
                name=name,
            )
        spans, relations = self._marks.told()
        return Record(
            text=text, external_id=self._external_id, meta=self._meta, spans=spans, relations=relations
        )

    def _way(self, found: Any) -> Callable[[Any], None]:
        """Return what takes a feature structure in."""
        name = found.type.name
        if name == _FIELD:
            return self._take_field
        if name == _METADATA or self._types.is_instance_of(name, _ABOUT):
            return self._take_about
        if is_of_tokens(name):
            return self._pass_over_token
        is_annotation = self._types.is_instance_of(name, "uima.tcas.Annotation")
        return self._way_of_annotation(found) if is_annotation else self._pass_over

    def _way_of_annotation(self, found: Any) -> Callable[[Any], None]:
        features = {feature.name for feature in found.type.all_features}
        if {"Governor", "Dependent"} <= features:
            return self._arcs.append
        # A chain of links is known by its name alone where nothing is said of the links.
        chain = found.type.name.removesuffix("Link") + "Chain"
        if {"referenceType", "referenceRelation"} & features or self._types.contains_type(chain, True):
            return self._pass_over_link
        return self._take_span

    def _take_span(self, found: Any) -> None:
        name, begin, end = found.type.name, found.begin, found.end
        if type(begin) is not int or type(end) is not int or not 0 <= begin <= end <= self._length:
            self._source.refuse(
                1,
                "an annotation of {name} lies outside the text: {begin}–{end}.",
                name=name,
                begin=begin,
                end=end,
            )
        self._marks.add(found.xmiID, name, begin, end, self._label(found))

    def _label(self, found: Any) -> str:
        name = found.type.name
        if name not in self._strings:
            self._strings[name] = [
                feature.name
                for feature in found.type.all_features
                if self._types.is_instance_of(feature.rangeType, _STRING)
            ]
        features = self._strings[name]
        chosen = label_feature(features)
        for feature in features:
            if feature != chosen and getattr(found, feature) is not None:
                self._marks.pass_over_value(name, feature)
        return (chosen and self._text(found, chosen)) or short_name(name)

    def _text(self, found: Any, feature: str) -> str | None:
        value = getattr(found, feature, None)
        if value is not None and not isinstance(value, str):
            self._source.refuse(1, "“{key}” is not text.", key=feature)
        return value

    def _take_about(self, found: Any) -> None:
        """Take title and id out of DKPro Core's DocumentMetaData."""
        title = self._text(found, "documentTitle")
        if title is not None:
            self._meta["title"] = title
        self._external_id = self._text(found, "documentId") or self._external_id

    def _take_field(self, found: Any) -> None:
        key, value = self._text(found, "key") or "", self._text(found, "value")
        if not key.startswith(JSON):
            self._meta[key] = value
            return
        try:
            self._meta[orjson.loads(key.removeprefix(JSON))] = orjson.loads(value or "")
        except (orjson.JSONDecodeError, TypeError):
            self._meta[key] = value

    def _pass_over_token(self, found: Any) -> None:
        self._marks.pass_over_token(found.type.name)

    def _pass_over_link(self, found: Any) -> None:
        self._marks.pass_over_links(found.type.name, 1)

    def _pass_over(self, found: Any) -> None:
        if not found.type.name.startswith("uima.cas."):
            self._others[found.type.name] += 1
