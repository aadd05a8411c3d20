"""What a writer writes: a file, files beside it, or a folder of files; whole or not at all."""

from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from annotator.domain.label import LabelSet
from annotator.formats.files import folder_written_whole, written_whole


@dataclass(slots=True)
class Output:
    """labels are the project's, for formats that describe them; renamed has the names that they get.

    columns and separator are how rows of tokens are written.
    """

    path: Path
    labels: LabelSet = field(default_factory=lambda: LabelSet(()))
    renamed: Mapping[str, str] = field(default_factory=dict)
    columns: int = 4
    separator: str = " "
    _opened: ExitStack = field(default_factory=ExitStack)

    def label_names(self) -> list[str]:
        """Return all names that labels have in the export, each once, in the order of the label set."""
        return [*dict.fromkeys(self.renamed.get(label.name, label.name) for label in self.labels)]

    def file(self) -> BinaryIO:
        """Open the one file of a format that has one. It is closed for the writer."""
        return self._opened.enter_context(written_whole(self.path))

    def beside(self, ending: str) -> BinaryIO:
        """Open a file that belongs to the one file, called like it with an ending more."""
        return self._opened.enter_context(written_whole(self.path.with_name(self.path.name + ending)))

    def folder(self) -> Path:
        """Return a new folder to write into, for a format that has many files."""
        return self._opened.enter_context(folder_written_whole(self.path))

    @contextmanager
    def whole(self) -> Iterator[None]:
        """Put what is written in its place, unless an exception stops it."""
        with self._opened:
            yield
