"""A few dictionaries that hold what a project should hold, and the project beside them."""

import copy
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from annotator.domain.annotation import Annotation
from annotator.domain.edit import Edit
from annotator.domain.errors import EditError
from annotator.domain.span import Span
from annotator.services import annotating
from annotator.services.browsing import open_article
from annotator.services.projects import open_project
from annotator.storage.project import Project

Mark = tuple[int, int, str]


@dataclass
class Layer:
    """What somebody has in one article, in plain Python: annotations by their ids."""

    state: str = "new"
    marks: dict[str, Mark] = field(default_factory=dict)

    @property
    def is_closed(self) -> bool:
        return self.state == "submitted"

    def put(self, name: str, mark: Mark) -> bool:
        """Tell whether it may be, and then do it: a layer that is open, and no label twice on a span."""
        taken = [other for other_name, other in self.marks.items() if other_name != name]
        if self.is_closed or mark in taken:
            return False
        self.marks[name] = mark
        self.state = "in progress"
        return True

    def remove(self, name: str) -> bool:
        if self.is_closed:
            return False
        del self.marks[name]
        self.state = "in progress"
        return True


class Work:
    """One file with one person's layers, beside a model of them."""

    def __init__(self, path: Path, name: str, ids: list[str]) -> None:
        self.path, self.name, self.ids = path, name, ids
        self.project = open_project(path)
        self.model = [Layer() for _ in ids]
        self.undo: list[tuple[list[Edit], list[Layer]]] = []
        self.edits = 0

    def edit(self, article: int, edit: Edit, change: Callable[[Layer], bool]) -> None:
        """Make an edit here and in the model, which must agree on whether it may be."""
        before = copy.deepcopy(self.model)
        is_allowed = change(self.model[article])
        try:
            made = annotating.apply(self.project, self.name, [edit])
        except EditError:
            assert not is_allowed, edit
            return
        assert is_allowed, edit
        self.edits += 1
        self.undo.append((made, before))

    def new(self, article: int, span: tuple[int, int], label: str) -> Annotation:
        return Annotation.new(self.ids[article], self.name, label, Span(*span))

    def pick(self, article: int, nth: int) -> Annotation | None:
        held = self.held(article).annotations
        return held[nth % len(held)] if held else None

    def held(self, article: int) -> Any:
        return open_article(self.project, self.ids[article], self.name)

    def reopen(self) -> None:
        self.project.close()
        self.undo.clear()
        self.project = open_project(self.path)

    def agrees(self, project: Project) -> bool:
        """Tell whether a project holds for this person what the model has."""
        found = [open_article(project, article, self.name) for article in self.ids]
        return [
            Layer(
                one.layer.state.value,
                {item.id: (item.span.start, item.span.end, item.label) for item in one.annotations},
            )
            for one in found
        ] == self.model
