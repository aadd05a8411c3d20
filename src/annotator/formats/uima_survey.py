"""What stands in an XMI file, found out before its annotations are read.

XML that declares a document type is refused where the declaration begins: it could name other files, or
entities that grow beyond all memory. What no type system describes is added from what is seen. Names of
features must be plain: cassis makes Python code of them.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from keyword import iskeyword
from typing import TYPE_CHECKING
from xml.parsers import expat

from annotator.formats.source import Source

if TYPE_CHECKING:
    from cassis import TypeSystem

_XMI = "http://www.omg.org/XMI}"
_CAS = "http:///uima/cas.ecore}"
_OWN = frozenset({"sofa", "begin", "end", _XMI + "id", _XMI + "version"})
_NUMBERS = re.compile(r"[-+]?(?:\d[\d.eE+\-]*|Infinity|NaN)(?:\s+[-+]?(?:\d[\d.eE+\-]*|Infinity|NaN))*|")
_TRUTHS = re.compile(r"(?:true|false)(?:\s+(?:true|false))*")
_MOST_FEATURES = 200
_ENDS = frozenset({"Governor", "Dependent"})


@dataclass(slots=True)
class Seen:
    """A type as it stands in a file: from what it must inherit, and the ranges of its features."""

    supertype: str = "uima.cas.TOP"
    ranges: dict[str, str] = field(default_factory=dict)


class Survey:
    """seen has types by their names; texts counts views with a text, elsewhere is where one may lie instead.

    Of XML that is no XMI they mean nothing.
    """

    def __init__(self, source: Source) -> None:
        self.seen: dict[str, Seen] = {}
        self.texts = 0
        self.elsewhere: str | None = None
        self._source = source
        self._depth = 0
        self._type = ""
        self._parser = expat.ParserCreate(namespace_separator="}")
        self._parser.StartDoctypeDeclHandler = self._refuse_doctype
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end

    def run(self, data: bytes) -> None:
        try:
            self._parser.Parse(data, True)
        except expat.ExpatError as error:
            reason = expat.ErrorString(error.code)
            self._source.refuse(error.lineno, "this is no well-formed XML: {reason}.", reason=reason)

    def _refuse_doctype(self, *_: object) -> None:
        self._source.refuse(
            self._parser.CurrentLineNumber,
            "the file declares a document type (DOCTYPE), which could lead to other files; it is not read.",
        )

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if self._depth == 1:
            self._type = "" if name.startswith((_XMI, _CAS)) else _type_name(name)
            if self._type:
                self._see(attributes)
            elif name == _CAS + "Sofa":
                self.texts += bool(attributes.get("sofaString"))
                self.elsewhere = attributes.get("sofaURI", self.elsewhere)
        elif self._depth == 2 and self._type:
            self.seen[self._type].ranges[name] = "uima.cas.StringArray"
        self._depth += 1

    def _end(self, _: str) -> None:
        self._depth -= 1

    def _see(self, attributes: dict[str, str]) -> None:
        seen = self.seen.setdefault(self._type, Seen())
        if {"sofa", "begin", "end"} <= attributes.keys():
            seen.supertype = "uima.tcas.Annotation"
        elif "sofa" in attributes and seen.supertype == "uima.cas.TOP":
            seen.supertype = "uima.cas.AnnotationBase"
        for name, value in attributes.items():
            if name not in _OWN:
                kind = _range_of(name, value)
                seen.ranges[name] = kind if seen.ranges.get(name, kind) == kind else "uima.cas.String"


def survey(source: Source, data: bytes) -> Survey:
    """Look through a file. Raises FormatError for XML that is broken or declares a document type."""
    found = Survey(source)
    found.run(data)
    return found


def expect_plain(source: Source, names: Iterable[str]) -> None:
    """Refuse names of features that are no identifiers, and more features than a type can have.

    For each of them cassis makes the type's class anew.
    """
    for nth, name in enumerate(names):
        if nth == _MOST_FEATURES:
            source.refuse(1, "a type has more than {count} features.", count=_MOST_FEATURES)
        if not name.isidentifier() or iskeyword(name) or name.startswith("_"):
            source.refuse(1, "a feature cannot be called “{name}”.", name=name[:60])


def complete(types: "TypeSystem", seen: dict[str, Seen]) -> None:
    """Add to a type system what was seen, but is not in it."""
    for name, one in seen.items():
        if types.contains_type(name, True):
            known = types.get_type(name)
        else:
            known = types.create_type(name, one.supertype)
        told = {feature.name.removesuffix("_") for feature in known.all_features} | {"sofa", "begin", "end"}
        for feature, kind in one.ranges.items():
            if feature.removesuffix("_") not in told:
                types.create_feature(known, feature, kind)


def _type_name(name: str) -> str:
    """Return the UIMA type of an element, whose namespace is http:///<package>.ecore."""
    package, _, short = name.rpartition("}")
    package = package.removeprefix("http:///").removesuffix(".ecore").replace("/", ".")
    return short if package in {"", "uima.noNamespace"} else f"{package}.{short}"


def _range_of(name: str, value: str) -> str:
    if name in _ENDS:
        return "uima.tcas.Annotation"
    if _NUMBERS.fullmatch(value):
        return "uima.cas.DoubleArray"
    return "uima.cas.BooleanArray" if _TRUTHS.fullmatch(value) else "uima.cas.String"
