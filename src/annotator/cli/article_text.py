"""An article with its spans, coloured, for a terminal."""

import unicodedata
from collections.abc import Iterator, Sequence

from rich.cells import cell_len, get_character_cell_size
from rich.style import Style
from rich.text import Text

from annotator.cli.display_rtl import visual
from annotator.cli.output import JOINERS
from annotator.domain.annotation import Annotation
from annotator.domain.label import LabelSet


def lines(text: str, width: int) -> Iterator[tuple[int, str]]:
    """Cut a text into lines of at most width columns, at spaces; yield each with its place in the text."""
    place = 0
    for paragraph in text.splitlines(keepends=True):
        yield from _wrapped(paragraph, place, width)
        place += len(paragraph)


def render(
    text: str, annotations: Sequence[Annotation], labels: LabelSet, width: int, *, is_visual: bool
) -> Text:
    """Colour each span by its label; where they nest the shortest wins, and is underlined."""
    styles = _styles(text, annotations, labels)
    shown = Text()
    for place, line in lines(text, width):
        letters = visual(line) if is_visual else [(letter, at) for at, letter in enumerate(line)]
        padding = width - cell_len(line) if is_visual else 0
        shown.append(" " * max(padding, 0))
        for letter, at in letters:
            shown.append(shown_letter(letter), styles.get(place + at))
        shown.append("\n")
    return shown


def _wrapped(paragraph: str, place: int, width: int) -> Iterator[tuple[int, str]]:
    content = paragraph.rstrip("\r\n\u2028\u2029\x0b\x0c\x1c\x1d\x1e\x85")
    start = 0
    while (cut := _reach(content, start, width)) < len(content):
        space = content.rfind(" ", start + 1, cut + 1)
        end = space if space > start else cut
        yield place + start, content[start:end]
        start = end + (content[end : end + 1] == " ")
    yield place + start, content[start:]


def _reach(content: str, start: int, width: int) -> int:
    """Return how far a line of at most width columns reaches; one letter always fits."""
    used = get_character_cell_size(content[start]) if start < len(content) else 0
    end = min(start + 1, len(content))
    while end < len(content) and (used := used + get_character_cell_size(content[end])) <= width:
        end += 1
    return end


def shown_letter(letter: str) -> str:
    """Return a letter as a terminal may have it: no control characters, and spaces of any kind as one."""
    match unicodedata.category(letter):
        case "Zs" | "Cc" if letter in "\t\xa0" or letter.isspace():
            return " "
        case "Cf":
            return letter if letter in JOINERS else ""
        case _:
            return letter if letter.isprintable() else "\ufffd"


def _styles(text: str, annotations: Sequence[Annotation], labels: LabelSet) -> dict[int, Style]:
    styles: dict[int, Style] = {}
    spans = [item for item in annotations if item.span]
    for annotation in sorted(spans, key=lambda item: -len(item.span or ())):
        assert annotation.span
        style = Style(color="black", bgcolor=labels[annotation.label].colour.lower())
        for place in range(annotation.span.start, min(annotation.span.end, len(text))):
            styles[place] = style + Style(underline=place in styles)
    return styles


def legend(annotations: Sequence[Annotation], labels: LabelSet, annotator: str) -> Text:
    """Name the labels in their colours, with how often each is given."""
    line = Text(f"{annotator}: ")
    for label in labels:
        count = sum(annotation.label == label.id for annotation in annotations)
        line.append(f" {label.name} {count} ", Style(color="black", bgcolor=label.colour.lower()))
        line.append(" ")
    return line
