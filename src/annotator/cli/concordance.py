"""A mention in its context as one line of a terminal, the word that was looked for in the middle."""

from rich.cells import cell_len
from rich.style import Style
from rich.text import Text

from annotator.cli.article_text import shown_letter
from annotator.cli.display_rtl import visual
from annotator.domain.label import LabelSet
from annotator.services.searching import Mention

_FOUND = Style(bold=True, reverse=True)
_ABOUT = 30
"""The columns that the article's number and the labels take."""


def render(mention: Mention, labels: LabelSet, width: int, *, is_visual: bool) -> Text:
    """Return number, context and labels. What is visual is ordered here, from left to right."""
    room = max(10, (width - _ABOUT - cell_len(mention.text)) // 2)
    before, after = mention.before[-room:], mention.after[:room]
    line = before + mention.text + after
    found = range(len(before), len(before) + len(mention.text))
    letters = visual(line) if is_visual else [(letter, place) for place, letter in enumerate(line)]
    # From left to right, what is read first stands last.
    leading = room - cell_len(after if is_visual else before)
    shown = Text(f"{mention.number:>7}  " + " " * max(0, leading))
    for letter, place in letters:
        shown.append(shown_letter(letter), _FOUND if place in found else None)
    shown.append(" " * max(0, room - cell_len(before if is_visual else after)))
    names = ", ".join(labels[item.label].name for item in mention.annotations)
    return shown.append(f"  {names}")
