"""The pages of Help: those of docs/help, less what only a web page needs."""

import re
from enum import StrEnum

from annotator.gui.translation import Language
from annotator.resources import help_folder

_PICTURE = re.compile(r"^!\[[^\]]*\]\([^)]*\)\n+", re.MULTILINE)
_FRAME = re.compile(r"^</?div[^>]*>\n+", re.MULTILINE)
_KEYS = re.compile(r"\*\*([^*]+)\*\*")
_TITLE = re.compile(r"^# (.+)$", re.MULTILINE)


class Page(StrEnum):
    """In the order in which they are listed; each is the name of its file."""

    ANNOTATOR = "annotator"
    REVIEWER = "reviewer"
    DATASET_BUILDER = "dataset-builder"
    BACKUP = "backup"
    PROJECT_FILE = "project-file"
    KEYS = "keys"


def page_text(page: Page, language: Language) -> str:
    """Return a page as Markdown, without pictures: the window itself is at hand."""
    text = help_folder().joinpath(language, f"{page}.md").read_text("utf-8")
    text = _FRAME.sub("", _PICTURE.sub("", text))
    return kept_in_order(text) if language is Language.ARABIC else text


def kept_in_order(text: str) -> str:
    """Have keys, which are what stands in bold, run from left to right within Arabic, with the signs at their ends.

    By UAX 9's LRE: the interface's font has no isolates.
    """
    return _KEYS.sub("**\u202a\\1\u202c**\u200f", text)


def title(text: str) -> str:
    """Return what a page is called."""
    found = _TITLE.search(text)
    assert found
    return found.group(1)


def page_of(link: str) -> Page | None:
    """Return the page that a link between pages leads to."""
    name = link.removesuffix(".md")
    return Page(name) if name in set(Page) else None
