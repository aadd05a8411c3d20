"""Every action of the window: its words, keys and icon, in one table."""

from collections.abc import Iterator, Mapping, Sequence

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence, QPalette

from annotator.gui.icons import icon
from annotator.gui.translation import tr

_Keys = tuple[str, ...]

# Keys are Ctrl with a letter, which Qt finds on an Arabic layout too, or keys that no layout moves.
TABLE: dict[str, tuple[str, _Keys, str]] = {
    "new": ("New project…", ("Ctrl+N",), "new-project"),
    "open": ("Open project…", ("Ctrl+O",), "open-project"),
    "sample": ("Open the sample", (), "sample"),
    "import": ("Import articles…", ("Ctrl+I",), "import"),
    "import_folder": ("Import a folder…", ("Ctrl+Shift+I",), "import"),
    "export": ("Export…", ("Ctrl+E",), "export"),
    "backups": ("Backups…", (), ""),
    "save_copy": ("Save a copy…", (), ""),
    "labels": ("Labels and guidelines…", ("Ctrl+L",), "settings"),
    "close": ("Close project", ("Ctrl+W",), "close"),
    "quit": ("Quit", ("Ctrl+Q",), ""),
    "undo": ("Undo", ("Ctrl+Z",), "undo"),
    "redo": ("Redo", ("Ctrl+Shift+Z", "Ctrl+Y"), "redo"),
    "copy": ("Copy text", ("Ctrl+C",), "copy"),
    "remove": ("Remove label", ("Del", "Backspace"), "delete"),
    "note": ("Write a note", ("F2",), "note"),
    "peel": ("Next reading of the word", ("Ctrl+Space",), ""),
    "peel_back": ("Previous reading of the word", ("Ctrl+Shift+Space",), ""),
    "next": ("Next article", ("Ctrl+PgDown", "Alt+PgDown"), "next"),
    "previous": ("Previous article", ("Ctrl+PgUp", "Alt+PgUp"), "previous"),
    "submit": ("Submit", ("Ctrl+Return", "Ctrl+Enter"), "submit"),
    "skip": ("Skip", ("Ctrl+Shift+Return",), "skip"),
    "take_back": ("Take back", ("Ctrl+Shift+Backspace",), "take-back"),
    "search": ("Search articles", ("Ctrl+F",), "search"),
    "search_all": ("Search all articles…", ("Ctrl+Shift+F",), "search"),
    "mentions": ("Label all mentions…", ("Ctrl+M",), "mentions"),
    "relate": ("Relate to another span", ("Ctrl+R",), "relate"),
    "next_finding": ("Next place to check", ("F8",), "warning"),
    "mend": ("Mend the chosen span", ("Shift+F8",), ""),
    "next_part": ("Next part of the window", ("F6",), ""),
    "next_snapping": ("Select by the next unit", ("F7",), ""),
    "review": ("Review", ("Ctrl+Shift+V",), "review"),
    "dashboard": ("Quality…", ("Ctrl+Shift+Q",), "quality"),
    "take_1": ("Accept the first side", ("Ctrl+1",), ""),
    "take_2": ("Accept the second side", ("Ctrl+2",), ""),
    "take_3": ("Accept the third side", ("Ctrl+3",), ""),
    "take_4": ("Accept the fourth side", ("Ctrl+4",), ""),
    "merge_sides": ("Merge the sides", ("Ctrl+Shift+M",), ""),
    "reject_sides": ("All sides are wrong", ("Ctrl+Shift+X",), ""),
    "keep_gold": ("As gold has it", ("Ctrl+Shift+G",), ""),
    "previous_finding": ("Previous disagreement", ("Ctrl+F8",), ""),
    "fill": ("Fill gold…", ("Ctrl+G",), ""),
    "comment": ("Comment", ("Ctrl+Shift+C",), "note"),
    "give_back": ("Return to an annotator…", ("Ctrl+Shift+D",), "state-returned"),
    "example": ("Add to the guidelines", ("Ctrl+Shift+A",), "guidelines"),
    "radar": ("Consistency radar…", ("Ctrl+Shift+K",), "radar"),
    "hand_out": ("Hand out articles…", (), "people"),
    "take_in": ("Take in work packages…", (), "import"),
    "zoom_in": ("Larger text", ("Ctrl+=", "Ctrl++"), "zoom-in"),
    "zoom_out": ("Smaller text", ("Ctrl+-",), "zoom-out"),
    "zoom_reset": ("Normal text size", ("Ctrl+0",), ""),
    "help": ("Help pages", ("Ctrl+F1",), "info"),
    "guidelines": ("Guidelines", ("F1",), "guidelines"),
    "keys": ("Keys", ("Shift+F1", "?", "؟"), "info"),
    "commands": ("All commands…", ("Ctrl+K",), "commands"),
    "report": ("Report of errors…", (), ""),
    "about": ("About Annotator", (), ""),
    "annotator": ("Change annotator…", (), "people"),
}

CHOICES: dict[str, dict[str, str]] = {
    "language": {"ar": "العربية", "en": "English"},
    "mode": {
        "system": "As the system",
        "light": "Light",
        "dark": "Dark",
        "sepia": "Sepia",
        "contrast": "High contrast",
    },
    "spacing": {"tight": "Tight", "normal": "Normal", "wide": "Wide"},
    "column": {"narrow": "Narrow", "normal": "Normal", "wide": "Wide", "full": "As wide as there is room"},
    "snapping": {
        "character": "Letter",
        "clitic": "Clitic and stem",
        "word": "Word",
        "sentence": "Sentence",
    },
    "arrows": {"reading": "In reading order", "seen": "As seen"},
    "direction": {"rtl": "Right to left", "ltr": "Left to right", "auto": "By first letter"},
    "family": {name: name for name in ("Noto Naskh Arabic", "Scheherazade New", "Vazirmatn")},
}

# Of these groups any number of choices may be taken, of the others one.
SEVERAL: dict[str, dict[str, str]] = {
    "extras": {
        "badges": "Names of labels",
        "arcs": "Relations as arcs",
        "hidden": "Hidden characters",
        "no-harakat": "Without short vowels",
        "numbers": "Numbers of paragraphs",
        "focus": "The line that is read",
    },
    "checks": {
        "space": "Spaces at the ends",
        "punctuation": "Punctuation at the ends",
        "brackets": "Lone brackets",
        "grapheme": "Marks cut off",
        "clitic": "Clitics at the beginning",
        "labels": "One text, several labels",
    },
}

EXPLAINED = {
    "reading": "In an Arabic line Left leads on to the next letter read, within Latin words and numbers too.",
    "seen": "Left always leads to the left on the screen, also through Latin words and numbers.",
}
"""What the name of a choice leaves open."""

CHOICE_KEYS = {
    "badges": "Ctrl+Shift+B",
    "arcs": "Ctrl+Shift+R",
    "hidden": "Ctrl+Shift+H",
    "no-harakat": "Ctrl+Shift+T",
    "numbers": "Ctrl+Shift+N",
    "focus": "Ctrl+Shift+L",
}

FOR_A_PROJECT = (
    "import",
    "import_folder",
    "export",
    "backups",
    "save_copy",
    "labels",
    "close",
    "guidelines",
    "next_part",
    "search",
    "search_all",
    "next_finding",
    "mend",
    "review",
    "dashboard",
    "radar",
    "hand_out",
    "take_in",
    "comment",
    "peel",
    "peel_back",
    "zoom_in",
    "zoom_out",
    "zoom_reset",
)

FOR_DECIDING = (
    "take_1",
    "take_2",
    "take_3",
    "take_4",
    "merge_sides",
    "reject_sides",
    "keep_gold",
    "previous_finding",
)
FOR_REVIEW = (*FOR_DECIDING, "fill", "give_back", "example")

# A key held down must not do these to one article or span after another.
_ONE_BY_ONE = ("submit", "skip", "take_back", "remove", "take_1", "take_2", "take_3", "take_4", "review")

# These act on the text, where a Delete or a copy in another part of the window means something else.
_OF_THE_TEXT = ("copy", "remove", "peel", "peel_back")


def _keys_of_choice(name: str) -> tuple[str, ...]:
    value = name.partition(" ")[2]
    return (CHOICE_KEYS[value],) if value in CHOICE_KEYS else ()


class Actions(QObject):
    """The actions, by their names in TABLE, and groups of exclusive choices, by theirs in CHOICES."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._actions = {name: QAction(self) for name in TABLE}
        self._groups = {name: QActionGroup(self) for name in CHOICES | SEVERAL}
        for name in _ONE_BY_ONE:
            self[name].setAutoRepeat(False)
        for name in _OF_THE_TEXT:
            self[name].setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        for name in SEVERAL:
            self._groups[name].setExclusionPolicy(QActionGroup.ExclusionPolicy.None_)
        for name, values in (CHOICES | SEVERAL).items():
            for value in values:
                action = self._groups[name].addAction("")
                action.setCheckable(True)
                action.setData(value)
        self._named = self._actions | {
            f"{name} {action.data()}": action for name in SEVERAL for action in self._groups[name].actions()
        }
        self.use_keys({})

    @staticmethod
    def own_keys(name: str) -> tuple[str, ...]:
        """Return the keys of an action that nobody has given others."""
        return TABLE[name][1] if name in TABLE else _keys_of_choice(name)

    def keys(self, name: str) -> tuple[str, ...]:
        return tuple(key.toString() for key in self._named[name].shortcuts())

    def use_keys(self, changed: Mapping[str, Sequence[str]]) -> None:
        """Give actions, by their names, other keys than their own."""
        for name, action in self._named.items():
            action.setShortcuts([QKeySequence(key) for key in changed.get(name, self.own_keys(name))])
        self._say_keys()

    def changed_keys(self) -> dict[str, tuple[str, ...]]:
        return {name: self.keys(name) for name in self._named if self.keys(name) != self.own_keys(name)}

    def with_keys(self) -> Iterator[tuple[str, QAction]]:
        """Yield every action that may have keys, by its name."""
        yield from self._named.items()

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def group(self, name: str) -> QActionGroup:
        return self._groups[name]

    def everything(self) -> Iterator[tuple[str, QAction]]:
        """Yield every action, those of a group of choices with the group's name."""
        yield from (("", self[name]) for name in TABLE if name != "commands")
        for group in self._groups:
            yield from ((group, action) for action in self._groups[group].actions())

    def of_the_text(self) -> Iterator[QAction]:
        return (self[name] for name in _OF_THE_TEXT)

    def check(self, group: str, *values: str) -> None:
        """Show which choices are taken."""
        for action in self._groups[group].actions():
            action.setChecked(action.data() in values)

    def checked(self, group: str) -> list[str]:
        return [action.data() for action in self._groups[group].actions() if action.isChecked()]

    def retranslate(self) -> None:
        for name, (text, _, _) in TABLE.items():
            self[name].setText(tr(text))
        for name, values in (CHOICES | SEVERAL).items():
            for action in self._groups[name].actions():
                action.setText(tr(values[action.data()]))
        self._say_keys()

    def _say_keys(self) -> None:
        for action in self._named.values():
            shown = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            action.setToolTip(f"{action.text()} ({shown})" if shown else action.text())
        for action in self._groups["arrows"].actions():
            action.setToolTip(tr(EXPLAINED[action.data()]))

    def redraw(self, palette: QPalette, *, is_rtl: bool) -> None:
        for name, (_, _, symbol) in TABLE.items():
            if symbol:
                self[name].setIcon(icon(symbol, palette, is_rtl=is_rtl))
