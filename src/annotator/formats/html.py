"""Pages of news sites: the main text, without navigation and advertising, as trafilatura finds it.

Nothing is fetched. The text is what a browser would show, and so not verbatim what stands in the file.
"""

from collections.abc import Iterator

from annotator.domain.errors import FormatError
from annotator.domain.record import Record
from annotator.formats.extras import extra
from annotator.formats.source import Source

_LARGEST = 32 << 20
_NAMES = {"title": "title", "date": "published", "sitename": "source", "url": "url", "author": "author"}


def read(source: Source) -> Iterator[Record]:
    """Yield the page's one article; the file's name is its outside id. Raises FileError and FormatError."""
    trafilatura = extra("trafilatura", "html", "web pages")
    page, encoding = source.text()
    if len(page) > _LARGEST:
        source.refuse(1, "the page is larger than 32 MiB.")
    found = trafilatura.bare_extraction(
        page,
        include_comments=False,
        with_metadata=True,
        # Only what a page says of its date, and no guess from digits in its text.
        date_extraction_params={"extensive_search": False, "original_date": True},
    )
    if found is None or not (found.text or "").strip():
        raise FormatError("{path}: there is no article in this page.", path=source.path)
    meta = {name: value for key, name in _NAMES.items() if (value := getattr(found, key, None))}
    yield Record(text=found.text, external_id=source.path.name, meta=meta, encoding=encoding)
