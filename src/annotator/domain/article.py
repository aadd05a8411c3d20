"""Articles, and how far an annotator is with one."""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class ArticleState(StrEnum):
    NEW = "new"
    IN_PROGRESS = "in progress"
    SUBMITTED = "submitted"
    ACCEPTED = "accepted"
    RETURNED = "returned"
    SKIPPED = "skipped"

    @property
    def is_closed(self) -> bool:
        """A closed article is not labelled further until it is taken back."""
        return self in {ArticleState.SUBMITTED, ArticleState.ACCEPTED}

    @classmethod
    def named(cls, name: str) -> "ArticleState":
        """Read a state as files and people write it: in-progress, in_progress, In Progress."""
        return cls(name.strip().lower().replace("-", " ").replace("_", " "))


CLOSED_STATES = tuple(state for state in ArticleState if state.is_closed)


class Direction(StrEnum):
    """The direction of an article's paragraphs: auto follows the first strong letter of each."""

    RTL = "rtl"
    LTR = "ltr"
    AUTO = "auto"


@dataclass(frozen=True, slots=True)
class Article:
    """A news text, verbatim, with what is known of it.

    number is its place in the project, counted from 1 in the order of import; meta is everything that came
    with it, title, source and published among the rest.
    """

    id: str
    number: int
    text: str
    external_id: str | None = None
    direction: Direction = Direction.RTL
    meta: Mapping[str, object] = field(default_factory=dict)

    @property
    def heading(self) -> str:
        return text_of(self.meta, "title") or opening(self.text)


def text_of(meta: Mapping[str, object], key: str) -> str | None:
    """Return what a file said under this key, where it is text at all."""
    value = meta.get(key)
    return value if isinstance(value, str) and value else None


def day_of(meta: Mapping[str, object]) -> str | None:
    """Return the day of publication, as 2025-11-30; None where there is none, or it is written otherwise."""
    try:
        return date.fromisoformat((text_of(meta, "published") or "")[:10]).isoformat()
    except ValueError:
        return None


@dataclass(frozen=True, slots=True)
class ArticleLine:
    """An article as a list shows it: no text, the annotator's state, and how often each label is given."""

    id: str
    number: int
    heading: str
    published: str | None
    source: str | None
    state: ArticleState
    label_counts: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ArticleFilter:
    """Which articles a list shows; state is the annotator's own.

    Title and text must have all of the words, however they are spelt; the last may be unfinished.
    """

    annotator: str
    state: ArticleState | None = None
    words: str = ""


_DATE_LINE = re.compile(r"\s*date (\d{4}-\d\d-\d\d)\s")


def date_line(text: str) -> str | None:
    """Return the day of a news agency's ` date 2025-11-19 …` at the beginning of a text."""
    match = _DATE_LINE.match(text)
    try:
        return date.fromisoformat(match.group(1)).isoformat() if match else None
    except ValueError:  # it only looks like a day
        return None


def opening(text: str, length: int = 90) -> str:
    """Return the first words of a text that has no title, without a news agency's date line."""
    match = _DATE_LINE.match(text)
    words = text[match.end() if match else 0 :].split(maxsplit=25)
    line = " ".join(words[:25])
    return line if len(line) <= length else line[:length].rsplit(" ", 1)[0] + "…"


def fingerprint(text: str) -> str:
    """Return the SHA-256 of the text's UTF-8 form, in hexadecimal."""
    return hashlib.sha256(text.encode()).hexdigest()
