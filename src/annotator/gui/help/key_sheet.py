"""The sheet of all keys as a page of Help: made of the actions themselves, so that it is never wrong."""

import re
from collections.abc import Iterable, Iterator

from PySide6.QtGui import QAction, QKeySequence

from annotator.domain.label import LabelSet
from annotator.gui.actions import Actions
from annotator.gui.dialogs.keys_dialog import ARROW_KEYS, TEXT_KEYS
from annotator.gui.menus import actions_of_menus
from annotator.gui.text.caret import Arrows
from annotator.gui.translation import label_name, tr

_Row = tuple[str, str]

_SIGNS = re.compile(r"([\\`*_\[\]|<>#])")


def key_sheet(actions: Actions, labels: LabelSet, arrows: Arrows) -> str:
    """Return a section of Markdown for each menu, for the labels and for the text."""
    sections = {tr(menu): _of_actions(found) for menu, found in actions_of_menus(actions).items()}
    sections[tr("Labels")] = ((label_name(label), label.key.upper()) for label in labels.offered if label.key)
    fixed = {ARROW_KEYS[arrows]: "← →"} | TEXT_KEYS
    sections[tr("In the text")] = ((tr(text), keys) for text, keys in fixed.items())
    found = {heading: list(rows) for heading, rows in sections.items()}
    return "\n\n".join(_section(heading, rows) for heading, rows in found.items() if rows)


def _of_actions(actions: Iterable[QAction]) -> Iterator[_Row]:
    for action in actions:
        keys = [key.toString(QKeySequence.SequenceFormat.NativeText) for key in action.shortcuts()]
        if keys:
            yield action.text().replace("&", "").removesuffix("…"), ", ".join(keys)


def _section(heading: str, rows: Iterable[_Row]) -> str:
    head = f"| {tr('Action')} | {tr('Keys')} |\n|---|---|"
    lines = (f"| {_plain(text)} | **{_plain(keys)}** |" for text, keys in rows)
    return "\n".join((f"## {heading}\n", head, *lines))


def _plain(text: str) -> str:
    """Return a text with what Markdown would read otherwise set off."""
    return _SIGNS.sub(r"\\\1", text)
