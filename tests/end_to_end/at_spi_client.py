"""Reads a program's article as a screen reader does; run by a Python that has gi, prints JSON.

Commands come a line each from standard input: "read" tells what is there now.
"""

import json
import sys
import time
import warnings

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi

warnings.simplefilter("ignore", DeprecationWarning)


def find(root, role, name):
    """Return the first below root with a role and a name."""
    for number in range(root.get_child_count()):
        child = root.get_child_at_index(number)
        if child is None:
            continue
        if child.get_role_name() == role and child.get_name() == name:
            return child
        found = find(child, role, name)
        if found:
            return found
    return None


def waited_for(role, name):
    for _ in range(100):
        Atspi.get_desktop(0).clear_cache()
        found = find(Atspi.get_desktop(0), role, name)
        if found:
            return found
        time.sleep(0.2)
    raise SystemExit(f"nothing with the role {role} is called {name}")


def told(article):
    article.clear_cache()
    text = article.get_text_iface()
    count = Atspi.Text.get_n_selections(text)
    chosen = Atspi.Text.get_selection(text, 0) if count else None
    caret = Atspi.Text.get_caret_offset(text)
    children = [article.get_child_at_index(number) for number in range(article.get_child_count())]
    runs = {}
    for place in range(Atspi.Text.get_character_count(text)):
        attributes, start, end = Atspi.Text.get_attribute_run(text, place, False)
        if "underline" in attributes:
            runs[start] = (start, end)
    extents = Atspi.Text.get_character_extents(text, caret, Atspi.CoordType.SCREEN)
    states = article.get_state_set()
    return {
        "text": Atspi.Text.get_text(text, 0, -1),
        "caret": caret,
        "selection": [chosen.start_offset, chosen.end_offset] if chosen else None,
        "description": article.get_description(),
        "spans": [child.get_name() for child in children],
        "runs": sorted(runs.values()),
        "extents": [extents.x, extents.y, extents.width, extents.height],
        "is_read_only": states.contains(Atspi.StateType.READ_ONLY),
        "is_focused": states.contains(Atspi.StateType.FOCUSED),
    }


for _ in sys.stdin:
    print(json.dumps(told(waited_for("text", sys.argv[1]))), flush=True)
