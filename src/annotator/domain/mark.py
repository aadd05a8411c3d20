"""Labelled spans as they are compared: without who made them, and when."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from annotator.domain.annotation import Annotation
from annotator.domain.record import Record


class Mark(NamedTuple):
    """A label on a range of code points, half-open. label is a name, or an id where that is said.

    A NamedTuple, since a comparison has millions and they are put in sets.
    """

    start: int
    end: int
    label: str

    @classmethod
    def of(cls, annotation: Annotation) -> "Mark":
        """Return where an annotation of a span lies, with its label's id."""
        assert annotation.span
        return cls(annotation.span.start, annotation.span.end, annotation.label)


def marks_in(annotations: Iterable[Annotation]) -> list[Mark]:
    """Return the marks of annotations, with the ids of labels, in their order; whole articles have none."""
    return [Mark.of(item) for item in annotations if item.span]


def marks_of(record: Record) -> list[Mark]:
    """Return the marks of a record, with the names of labels, in its order."""
    return [Mark(*span[:3]) for span in record.spans]


@dataclass(frozen=True, slots=True)
class ComparedArticle:
    """One article and the marks of everybody who has submitted it, in reading order, by annotator.

    A layer without marks is data: its annotator found nothing. sha256 is the text's fingerprint.
    """

    id: str
    sha256: str
    text: str
    layers: Mapping[str, tuple[Mark, ...]]
