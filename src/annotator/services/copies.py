"""Articles that come in and are copies of others: of the project's, or of some that come with them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from annotator.domain.article import fingerprint
from annotator.domain.record import Record
from annotator.formats.format import Format
from annotator.formats.source import Source
from annotator.quality.near_duplicates import groups
from annotator.storage.unit_of_work import UnitOfWork

COPY_OF = "copy_of"
"""The key of the metadata under which a linked copy names its original."""


class Copies(StrEnum):
    """What becomes of an article that is nearly the same as an older one."""

    KEEP = "keep"
    REPORT = "report"
    SKIP = "skip"
    LINK = "link"


Place = tuple[int, int]
"""Which file, and which of its records, from 0."""


@dataclass(slots=True)
class FoundCopies:
    """The originals of copies, by name: the outside id, or else the id, or else the text's fingerprint."""

    originals: dict[Place, str] = field(default_factory=dict)

    def taken(self, place: Place, record: Record, what: Copies) -> Record | None:
        """Return a record as it is to come in, None if it is to be left out."""
        original = self.originals.get(place)
        if original is None or what in {Copies.KEEP, Copies.REPORT}:
            return record
        if what is Copies.SKIP:
            return None
        return replace(record, meta={**record.meta, COPY_OF: original})


def find(work: UnitOfWork, sources: Sequence[tuple[Source, Format]]) -> FoundCopies:
    """Read all files, and tell which of their articles are nearly the same as an older one.

    The same article again, perhaps another annotator's layer, is no copy. Raises FileError and FormatError.
    """
    names: dict[str, str] = {}
    places: dict[str, Place] = {}
    stories = groups(_texts(work, sources, names, places))
    originals = {
        places[item]: names[story] for item, story in stories.items() if item in places and story != item
    }
    return FoundCopies(originals)


def _texts(
    work: UnitOfWork,
    sources: Sequence[tuple[Source, Format]],
    names: dict[str, str],
    places: dict[str, Place],
) -> Iterator[tuple[str, str]]:
    """Yield every article once, the project's first, under a name that tells it apart; note what is new."""
    seen: set[object] = set()
    for record in work.extract.records([]):
        names[f"project {record.id}"] = _name(record)
        seen |= {record.id, (record.sha256 or fingerprint(record.text), record.external_id)}
        yield f"project {record.id}", record.text
    for file, (source, form) in enumerate(sources):
        assert form.read
        before = frozenset(seen)
        for nth, record in enumerate(form.read(source)):
            text = record.sha256 or fingerprint(record.text)
            identity = record.id or (text, record.external_id)
            # A text without any name is the same article only if it was there before its file.
            is_named = record.id is not None or record.external_id is not None
            if identity in (seen if is_named else before):
                continue
            seen.add(identity)
            item = f"{file} {nth}"
            names[item], places[item] = _name(record), (file, nth)
            yield item, record.text
        source.remarks.clear()
        source.remark_count = 0


def _name(record: Record) -> str:
    return record.external_id or record.id or fingerprint(record.text)
