"""An article with one layer of labels, as files carry it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from annotator.domain.annotation import Origin
from annotator.domain.article import ArticleState


class RecordSpan(NamedTuple):
    """A labelled span; label is a name. What a file does not say is None and filled in by the project.

    A NamedTuple, since a corpus has millions and a frozen dataclass takes three times as long to make.
    """

    start: int
    end: int
    label: str
    id: str | None = None
    origin: str = Origin.IMPORT
    score: float | None = None
    note: str | None = None
    created: str | None = None
    updated: str | None = None


class RecordRelation(NamedTuple):
    """A labelled arc between two spans of the record, by their ids."""

    id: str
    start: str
    end: str
    label: str


@dataclass(frozen=True, slots=True)
class Record:
    """meta holds title, source, published and url, if known, and everything else that came with the article.

    sha256 is the text's fingerprint, if it has been made; line is the record's line in its file, from 1;
    encoding is set where it had to be found out.
    """

    text: str
    id: str | None = None
    sha256: str | None = None
    external_id: str | None = None
    meta: Mapping[str, object] = field(default_factory=dict)
    annotator: str | None = None
    state: ArticleState | None = None
    guidelines: str | None = None
    labels: tuple[str, ...] = ()
    spans: tuple[RecordSpan, ...] = ()
    relations: tuple[RecordRelation, ...] = ()
    line: int = 1
    encoding: str | None = None
