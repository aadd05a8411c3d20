"""A file that carries assigned articles to an annotator, and labels back."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum, auto

from annotator.domain import moment
from annotator.domain.identity import new_id


@dataclass(frozen=True, slots=True)
class WorkPackage:
    """project is the id of the project that made it; digest() says of which articles."""

    id: str
    project: str
    annotator: str
    created: str
    guidelines: int | None
    digest: str

    @classmethod
    def new(
        cls, project: str, annotator: str, guidelines: int | None, articles: Iterable[tuple[str, str]]
    ) -> "WorkPackage":
        """Articles are ids and the fingerprints of their texts."""
        return cls(new_id(), project, annotator, moment.now(), guidelines, digest(articles))


def digest(articles: Iterable[tuple[str, str]]) -> str:
    """Return the SHA-256 of articles' ids and fingerprints, a line each, sorted; in hexadecimal."""
    lines = sorted(f"{article} {sha256}\n" for article, sha256 in articles)
    return hashlib.sha256("".join(lines).encode()).hexdigest()


class Outcome(Enum):
    """What became of one article of a package.

    CONFLICT: the project and the package have both been edited since they parted. ALTERED: text or labels
    are not what the package's own history says. GONE: the project has no article of this text.
    """

    NEW = auto()
    UNCHANGED = auto()
    CONFLICT = auto()
    ALTERED = auto()
    GONE = auto()
