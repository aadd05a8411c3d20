"""What the history of a damaged project tells of rows that are lost."""

from collections.abc import Iterator, Mapping
from typing import Any

import orjson

from annotator.domain.label import COLOURS
from annotator.storage.salvage import Row, Salvage
from annotator.storage.tables import AnnotationRows, HistoryRows

Key = tuple[int, int, str]
"""The numbers of an article and of an annotator, and an annotation's id."""


class Trail:
    """The last that the history says of each annotation."""

    def __init__(self, salvage: Salvage) -> None:
        self._last: dict[str, tuple[int, Mapping[str, Any] | None]] = {}
        """By an annotation's id, its article's number and what it was then; None once it was removed."""
        for row in salvage.numbered(HistoryRows.name):
            if row["kind"] == "annotation" and row["article"] is not None:
                self._last[str(row["subject"])] = row["article"], _read(row["after"])

    def label_of(self, annotation: object) -> str | None:
        """Return the id of the label that an annotation had."""
        _, said = self._last.get(str(annotation), (0, None))
        return str(said["label"]) if said else None

    def annotations(self, annotators: Mapping[str, int], labels: Mapping[str, int]) -> Iterator[Row]:
        """Yield the rows of those that were not removed. Annotators are numbered by name, labels by id."""
        for name, (article, said) in self._last.items():
            if said and said["annotator"] in annotators and said["label"] in labels:
                span = said["span"] or {"start": None, "end": None}
                yield {
                    "article": article,
                    "annotator": annotators[said["annotator"]],
                    "id": name,
                    "label": labels[said["label"]],
                    **{side: span[side] for side in ("start", "end")},
                    **{fact: said[fact] for fact in ("origin", "score", "note", "created", "updated")},
                }


def lost_labels(salvage: Salvage, trail: Trail, known: set[object]) -> Iterator[Row]:
    """Yield rows for labels that annotations have and that are not known, named by their ids if these are."""
    used = {number for number, _ in salvage.counted(AnnotationRows.name, "label")}
    for number in sorted(used - known, key=str):
        given = salvage.keyed(AnnotationRows.name, "label = ?", (number,))
        ids = (trail.label_of(row["id"]) for row in given)
        name = next((found for found in ids if found), f"rescued {number}")
        yield {
            "number": number,
            "id": name,
            "name": name,
            "colour": COLOURS[len(str(name)) % len(COLOURS)],
            "key": "",
            "pattern": "solid",
            "place": number,
        }


def _read(text: object) -> Mapping[str, Any] | None:
    """Read an annotation as the history has it; None where there is none, or none that can be read."""
    try:
        said = orjson.loads(text) if isinstance(text, str) else None
    except ValueError:
        return None
    facts = {"annotator", "label", "span", "origin", "score", "note", "created", "updated"}
    return said if isinstance(said, dict) and facts <= said.keys() else None
