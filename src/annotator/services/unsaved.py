"""Steps that a project's disk refused, kept beside the person's settings until they are saved after all."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import orjson

from annotator.domain.annotation import Annotation, Layer, Presentation, Relation
from annotator.domain.edit import Edit, Subject
from annotator.domain.errors import AnnotatorError
from annotator.domain.label import LabelSet
from annotator.domain.review import Comment, Decision
from annotator.services import own_files

_KINDS: dict[str, type[Any]] = {
    kind.__name__.lower(): kind
    for kind in (Annotation, Relation, Layer, Presentation, LabelSet, Comment, Decision)
}


@dataclass(frozen=True, slots=True)
class Step:
    """Edits that are made together; text names them as undo does."""

    author: str
    text: str
    edits: tuple[Edit, ...]


class UnsavedSteps:
    """Those of one project, in the order in which they were made."""

    def __init__(self, project: str) -> None:
        self.path = own_files.own_place("unsaved", f"{project}.jsonl")

    def read(self) -> list[Step]:
        """A file that is not understood counts as none, and is kept under another name."""
        try:
            return [_step(orjson.loads(line)) for line in own_files.read(self.path).splitlines()]
        except (ValueError, LookupError, TypeError, AttributeError, AnnotatorError):
            own_files.set_aside(self.path)
            return []

    def write(self, steps: Sequence[Step]) -> bool:
        """Keep these and no others; return whether they are kept."""
        return own_files.replace(self.path, b"".join(orjson.dumps(_values(step)) + b"\n" for step in steps))


def _values(step: Step) -> dict[str, object]:
    converter = _converter()
    edits = [
        {
            "kind": type(edit.subject).__name__.lower(),
            "before": converter.unstructure(edit.before),
            "after": converter.unstructure(edit.after),
        }
        for edit in step.edits
    ]
    return {"author": step.author, "text": step.text, "edits": edits}


def _step(values: dict[str, Any]) -> Step:
    edits = [
        Edit(*(_subject(edit["kind"], edit[side]) for side in ("before", "after")))
        for edit in values["edits"]
    ]
    return Step(str(values["author"]), str(values["text"]), tuple(edits))


def _subject(kind: str, values: object) -> Subject | None:
    if values is None:
        return None
    subject: Subject = _converter().structure(values, _KINDS[kind])
    return subject


@cache
def _converter() -> Any:
    from cattrs.preconf.orjson import make_converter  # noqa: PLC0415 - hardly anybody ever needs it

    return make_converter(detailed_validation=False)
