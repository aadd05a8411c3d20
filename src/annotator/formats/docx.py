"""Word documents (.docx): the paragraphs of the body, tables cell by cell, each on a line."""

from collections.abc import Iterator

from annotator.domain.errors import FormatError
from annotator.domain.record import Record
from annotator.formats.extras import extra
from annotator.formats.source import Source
from annotator.formats.zipped import refuse_bomb


def read(source: Source) -> Iterator[Record]:
    """Yield the one article, its outside id the file's name. Raises FileError and FormatError."""
    docx = extra("docx", "documents", "Word documents")
    refuse_bomb(source)
    with source.seekable() as file:
        try:
            document = docx.Document(file)
            lines = [*_lines(document.iter_inner_content())]
        except Exception as error:
            template = "{path} is no Word document, or is damaged ({reason})."
            raise FormatError(template, path=source.path, reason=error) from error
    text = "\n".join(lines)
    if not text.strip():
        raise FormatError("{path} has no text.", path=source.path)
    title = document.core_properties.title
    yield Record(text=text, external_id=source.path.name, meta={"title": title} if title else {})


def _lines(blocks: Iterator[object]) -> Iterator[str]:
    for block in blocks:
        rows = getattr(block, "rows", None)
        if rows is None:
            yield block.text  # type: ignore[attr-defined]
        else:
            for row in rows:
                yield "\t".join(cell.text for cell in row.cells)
