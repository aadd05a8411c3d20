"""Folders of brat standoff, one an annotator, as articles to compare."""

from pathlib import Path

from annotator.domain.article import fingerprint
from annotator.domain.mark import ComparedArticle, Mark
from annotator.formats.registry import named
from annotator.formats.source import Source


def compared(root: Path) -> list[ComparedArticle]:
    """Read a project as bratiaa knows it: the same files in the folder of every annotator, by file name."""
    read = named("brat").read
    assert read
    texts: dict[str, str] = {}
    layers: dict[str, dict[str, tuple[Mark, ...]]] = {}
    for folder in sorted(path for path in root.iterdir() if path.is_dir()):
        for path in sorted(folder.glob("*.ann")):
            (record,) = read(Source(path))
            assert texts.setdefault(path.stem, record.text) == record.text
            marks = tuple(Mark(*span[:3]) for span in record.spans)
            layers.setdefault(path.stem, {})[folder.name] = marks
    return [ComparedArticle(name, fingerprint(texts[name]), texts[name], layers[name]) for name in texts]
