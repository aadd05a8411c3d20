"""The pages of Help: those of docs/help, less what only a web page needs."""

import re
from enum import StrEnum

from annotator.gui.translation import Language
from annotator.resources import help_folder

_PICTURE = re.compile(r"^!\[[^\]]*\]\([^)]*\)\n+", re.MULTILINE)
_FRAME = re.compile(r"^</?div[^>]*>\n+", re.MULTILINE)
"""By which a web page is set from right to left."""
_KEYS = re.compile(r"\*\*([^*]+)\*\*")
_CODE = re.compile(r"`[^`\n]+`(?!`)")
_ROW = re.compile(r"^\|.*\|$", re.MULTILINE)
_BETWEEN_CELLS = re.compile(r"(?<!\\)\|")
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
    return from_right_to_left(text) if language is Language.ARABIC else text


def from_right_to_left(text: str) -> str:
    """Have tables, keys and code run as they are read in Arabic: tables of Qt know the other way only."""
    return _ROW.sub(_turned, _kept_in_order(text))


def _turned(row: re.Match[str]) -> str:
    return "|".join(_BETWEEN_CELLS.split(row.group())[::-1])


def _kept_in_order(text: str) -> str:
    """Have keys, which are what stands in bold, and code run from left to right.

    A mark of direction (UAX 9) stands beside what a person may copy, but within bold, whose stars Markdown
    would not take for such between a sign and a mark.
    """
    return _CODE.sub("\u200e\\g<0>\u200e", _KEYS.sub("**\u200e\\1\u200e**", text))


def with_sheet(text: str, sheet: str) -> str:
    """Return the page of keys with other tables than it has, in the frame that it has."""
    told = text.partition("\n## ")[0].rstrip()
    frame = "\n</div>\n" if text.startswith("<div") else ""
    return f"{told}\n\n{sheet}\n{frame}"


def title(text: str) -> str:
    """Return what a page is called."""
    found = _TITLE.search(text)
    assert found
    return found.group(1)


def page_of(link: str) -> Page | None:
    """Return the page that a link between pages leads to."""
    name = link.removesuffix(".md")
    return Page(name) if name in set(Page) else None
