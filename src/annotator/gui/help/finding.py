"""Finding words in the pages of Help, however they are spelt."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import NamedTuple

from annotator.arabic.phrases import Phrase
from annotator.gui.help.pages import Page


class Found(NamedTuple):
    """start and end are places in a page's document, which counts UTF-16."""

    page: Page
    start: int
    end: int


def find(query: str, texts: Mapping[Page, str]) -> list[Found]:
    """Return where texts have what somebody types, page by page; a last word may still go on."""
    phrase = Phrase.of(query)
    if not phrase.exact:
        phrase = replace(phrase, is_open=True)
    return [found for page, text in texts.items() for found in _in_page(phrase, page, text)]


def _in_page(phrase: Phrase, page: Page, text: str) -> Iterator[Found]:
    for start, end in phrase.find(text):
        yield Found(page, _utf16(text[:start]), _utf16(text[:end]))


def _utf16(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2
