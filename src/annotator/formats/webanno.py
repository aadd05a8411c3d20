"""What WebAnno and its successor INCEpTION mean by layers, for their TSV and for UIMA's CAS alike.

A layer is a type with features. Those of DKPro Core that describe tokens (part of speech, lemma, dependency)
are no labels of spans. Of any other layer the label is the value of one feature.
"""

import re
from collections import Counter
from collections.abc import Hashable, Sequence

from annotator.domain.identity import new_id
from annotator.domain.record import RecordRelation, RecordSpan
from annotator.formats.source import Source

SPAN_LAYER = "webanno.custom.Annotator"
RELATION_LAYER = "webanno.custom.AnnotatorRelation"
DKPRO = "de.tudarmstadt.ukp.dkpro.core.api."

_OF_TOKENS = tuple(DKPRO + part for part in ("lexmorph.", "metadata.", "segmentation.", "syntax."))
_LABELS = ("value", "label", "identifier")
_TEXT_ESCAPE = re.compile(r"[\x01-\x0a\x0c-\x1f\\]")
_TEXT_ESCAPED = re.compile(r"\\([\x01-\x07\x0e-\x1ftnfrb\\])")
_JAVA_ESCAPED = re.compile(r"\\(?:u+([0-9a-fA-F]{4})|(.?))", re.DOTALL)
_VALUE_ESCAPE = re.compile(r"->|[\\\[\]|_;\t\n*]")
_VALUE_ESCAPED = re.compile(r"\\(->|[\\\[\]|_;tn*])")
_LETTERS = {"\t": "t", "\n": "n", "\f": "f", "\r": "r", "\b": "b"}
_MEANT = {letter: control for control, letter in _LETTERS.items()}


def short_name(layer: str) -> str:
    return layer.rpartition(".")[2]


def is_of_tokens(layer: str) -> bool:
    """Tell whether a layer is one of DKPro Core's for what tokens and sentences are, or called like one."""
    return layer.startswith(_OF_TOKENS) or layer.endswith(("Token", "Sentence"))


def label_feature(features: Sequence[str]) -> str | None:
    """Return which of a layer's features is the label: one that is called so, else the first."""
    by_name = {name.lower(): name for name in reversed(features)}
    called_so = (by_name[name] for name in _LABELS if name in by_name)
    return next(called_so, features[0] if features else None)


def escaped_text(text: str) -> str:
    """Spell a text as WebAnno TSV 3.2 does (INCEpTION, Escaping.java): all controls but U+000B."""
    return _TEXT_ESCAPE.sub(lambda found: "\\" + _LETTERS.get(found[0], found[0]), text)


def unescaped_text(text: str) -> str:
    if "\\" not in text:
        return text
    return _TEXT_ESCAPED.sub(lambda found: _MEANT.get(found[1], found[1]), text)


def unescaped_java(text: str) -> str:
    """Read text as WebAnno TSV 3.0 and 3.1 spell it: as Java does a string."""
    if "\\" not in text:
        return text
    meant = _JAVA_ESCAPED.sub(
        lambda found: chr(int(found[1], 16)) if found[1] else _MEANT.get(found[2], found[2]), text
    )
    return meant.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass")


def escaped_value(value: str) -> str:
    return _VALUE_ESCAPE.sub(lambda found: "\\" + {"\t": "t", "\n": "n"}.get(found[0], found[0]), value)


def unescaped_value(value: str) -> str:
    if "\\" not in value:
        return value
    return _VALUE_ESCAPED.sub(lambda found: {"t": "\t", "n": "\n"}.get(found[1], found[1]), value)


class Marks:
    """Collects what layers say of a text, and remarks once a layer on what is no span or relation of ours."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._spans: dict[tuple[int, int, str], str] = {}
        self._by_key: dict[Hashable, tuple[int, int, str]] = {}
        self._arcs: dict[tuple[str, str, str], None] = {}
        self._of_tokens: Counter[str] = Counter()
        self._links: Counter[str] = Counter()
        self._empty: Counter[str] = Counter()
        self._twice: Counter[str] = Counter()
        self._loose: Counter[str] = Counter()
        self._values: Counter[tuple[str, str]] = Counter()

    def add(self, key: Hashable, layer: str, start: int, end: int, label: str) -> None:
        """Add an annotation, which relations know by its key."""
        if is_of_tokens(layer):
            self._of_tokens[layer] += 1
        elif start >= end:
            self._empty[layer] += 1
        else:
            span = self._by_key[key] = start, end, label
            self._twice[layer] += span in self._spans
            self._spans.setdefault(span, new_id())

    def join(self, layer: str, start: Hashable, end: Hashable, label: str) -> None:
        """Add a relation between two annotations, if both are spans."""
        ends = self._by_key.get(start), self._by_key.get(end)
        if is_of_tokens(layer):
            self._of_tokens[layer] += 1
        elif ends[0] is None or ends[1] is None or ends[0] == ends[1]:
            self._loose[layer] += 1
        else:
            arc = self._spans[ends[0]], self._spans[ends[1]], label
            self._twice[layer] += arc in self._arcs
            self._arcs[arc] = None

    def pass_over_token(self, layer: str) -> None:
        self._of_tokens[layer] += 1

    def pass_over_links(self, layer: str, count: int) -> None:
        self._links[layer] += count

    def pass_over_value(self, layer: str, feature: str) -> None:
        if not is_of_tokens(layer):
            self._values[layer, feature] += 1

    def told(self) -> tuple[tuple[RecordSpan, ...], tuple[RecordRelation, ...]]:
        """Return spans, in order, and relations; remark on all that was passed over."""
        self._remark()
        spans = [
            RecordSpan(*span, span_id if self._arcs else None)
            for span, span_id in sorted(
                self._spans.items(), key=lambda one: (one[0][0], -one[0][1], one[0][2])
            )
        ]
        return tuple(spans), tuple(RecordRelation(new_id(), *arc) for arc in self._arcs)

    def _remark(self) -> None:
        for counts, template in (
            (self._of_tokens, "{layer} says what tokens are; its {count} annotations were passed over"),
            (self._links, "{layer} has chains; their {count} links were passed over"),
            (self._empty, "{count} annotations of {layer} have no length and were passed over"),
            (self._twice, "{count} annotations of {layer} stand twice and were read once"),
            (self._loose, "{count} relations of {layer} do not join two spans and were passed over"),
        ):
            for layer, count in counts.items():
                if count:
                    self._source.remark(0, template, layer=layer, count=count)
        for (layer, feature), count in self._values.items():
            self._source.remark(
                0,
                "{count} values of the feature {feature} of {layer} were passed over",
                count=count,
                feature=feature,
                layer=layer,
            )
