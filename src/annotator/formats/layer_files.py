"""Files of a folder that is written, one for each article and annotator."""

from collections.abc import Iterable
from pathlib import Path

from annotator.domain.record import Record
from annotator.formats.file_names import FileNames
from annotator.formats.source import Source

ANNOTATOR = "ANNOTATOR"
"""The file in an annotator's sub-folder with the name as it is: not every name can be a folder's."""


def annotator_of(source: Source) -> str | None:
    """Return whose layer a file is, where the folder tells. Raises FileError and FormatError."""
    told = source.beside(ANNOTATOR)
    return (told.text()[0].strip() or None) if told else None


class LayerFiles:
    """Places files by article; as soon as there are two annotators, each has a sub-folder.

    What nobody labelled stays in the folder itself.
    """

    def __init__(self, folder: Path, *endings: str) -> None:
        """Endings are those of the files that each article has, the first that of the path which is given."""
        self._folder = folder
        self._endings = endings
        self._articles = FileNames()
        self._annotators = FileNames()
        self._first: str | None = None
        self._of_first: list[str] = []
        self._by_annotator: dict[str, Path] = {}

    def place(self, record: Record) -> Path:
        """Return the path to write a record to; the path of another may change by that."""
        name = self._articles.of(record, self._endings[0])
        return self._folder_of(record.annotator, name) / f"{name}{self._endings[0]}"

    def folders(self) -> Iterable[Path]:
        """Return the folders that files were placed in."""
        return [self._folder, *self._by_annotator.values()]

    def _folder_of(self, annotator: str | None, name: str) -> Path:
        if annotator is None:
            return self._folder
        if not self._by_annotator and self._first in {None, annotator}:
            self._first = annotator
            self._of_first.append(name)
            return self._folder
        if not self._by_annotator and self._first is not None:
            own = self._own(self._first)
            for moved in (f"{stem}{ending}" for stem in self._of_first for ending in self._endings):
                (self._folder / moved).rename(own / moved)
        return self._own(annotator)

    def _own(self, annotator: str) -> Path:
        if annotator not in self._by_annotator:
            # An article's file is never called like a folder, since it has an ending.
            named = Record(text="", id=annotator, external_id=annotator.replace(".", "_"))
            folder = self._folder / self._annotators.of(named)
            folder.mkdir()
            (folder / ANNOTATOR).write_text(f"{annotator}\n", "utf-8", newline="\n")
            self._by_annotator[annotator] = folder
        return self._by_annotator[annotator]
