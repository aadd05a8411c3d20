"""Names for files of a folder that is written: safe on every system, and each of its own."""

import re

from annotator.domain.record import Record

_LONGEST = 80
_UNSAFE = re.compile(r"[^\w.\-]+")
_DEVICES = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\.|$)", re.IGNORECASE)


def safe(name: str) -> str:
    """Return a name that leads into no other folder, is not hidden, and no device on Windows."""
    cleaned = _UNSAFE.sub("_", name).strip("._")[:_LONGEST] or "_"
    return f"_{cleaned}" if _DEVICES.match(cleaned) else cleaned


class FileNames:
    """Names articles after what they are called outside, layers of one article alike.

    Names that differ in case alone are told apart, since two systems out of three do not.
    """

    def __init__(self) -> None:
        self._by_article: dict[str, str] = {}
        self._taken: set[str] = set()

    def of(self, record: Record, ending: str = "") -> str:
        """Return the name of a record's article, without the ending that it may bring along."""
        article = record.id or record.external_id
        if article is not None and article in self._by_article:
            return self._by_article[article]
        stem = safe((record.external_id or record.id or "article").removesuffix(ending))
        name, nth = stem, 1
        while name.casefold() in self._taken:
            nth += 1
            name = f"{stem}-{nth}"
        self._taken.add(name.casefold())
        if article is not None:
            self._by_article[article] = name
        return name
