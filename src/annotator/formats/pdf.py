"""PDF: the text of all pages. PDF knows glyphs and places, not words: the text has to be looked through."""

import re
from collections.abc import Iterator
from typing import Any

from annotator.domain.errors import FormatError
from annotator.domain.record import Record
from annotator.formats.extras import extra
from annotator.formats.source import Source

_MOST_PAGES = 2000
_PRESENTATION_FORMS = re.compile("[\ufb50-\ufdff\ufe70-\ufefc]")


def read(source: Source) -> Iterator[Record]:
    """Yield the one article, its outside id the file's name. Raises FileError and FormatError."""
    pypdf = extra("pypdf", "documents", "PDF files")
    with source.seekable() as file:
        try:
            document = pypdf.PdfReader(file)
            trouble = _trouble(document)
            text = "" if trouble else "\n".join(page.extract_text() for page in document.pages)
            title = document.metadata.title if document.metadata else None
        except Exception as error:
            template = "{path} is no PDF, or is damaged ({reason})."
            raise FormatError(template, path=source.path, reason=error) from error
    if trouble:
        raise FormatError(trouble, path=source.path)
    text = text.replace("\0", "")
    if not text.strip():
        raise FormatError("{path} has no text; it may hold pictures of pages.", path=source.path)
    count = len(_PRESENTATION_FORMS.findall(text))
    if count:
        template = "{count} letters are presentation forms, perhaps in the order of the eye"
        source.remark(0, template, count=count)
    source.remark(0, "the text was drawn from a PDF: look through its order and its spaces")
    yield Record(text=text, external_id=source.path.name, meta={"title": title} if title else {})


def _trouble(document: Any) -> str | None:
    """Return the sentence that tells why a document is not read."""
    if document.is_encrypted and not document.decrypt(""):
        return "{path} is locked with a password."
    return "{path} has more than 2,000 pages." if len(document.pages) > _MOST_PAGES else None
