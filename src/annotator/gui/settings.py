"""What the program remembers of a person between sessions: never anything of a project's content."""

import json
from collections.abc import Mapping, Sequence
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QByteArray, QLocale, QSettings

from annotator.gui.fonts import READING
from annotator.gui.text.caret import Arrows
from annotator.gui.text.setting import Column, Extra, Spacing, Type
from annotator.gui.text.units import Unit
from annotator.gui.theme import Mode
from annotator.gui.translation import Language
from annotator.quality.boundaries import Rule

_RECENT = 8

Choice = TypeVar("Choice", bound=StrEnum)


class Settings:
    """A damaged or foreign value counts as none."""

    def __init__(self, store: QSettings) -> None:
        self._store = store

    @property
    def annotator(self) -> str:
        return str(self._store.value("annotator", ""))

    @annotator.setter
    def annotator(self, name: str) -> None:
        self._store.setValue("annotator", name)

    @property
    def language(self) -> Language:
        system = (
            Language.ARABIC if QLocale.system().language() is QLocale.Language.Arabic else Language.ENGLISH
        )
        value = str(self._store.value("language", system))
        return Language(value) if value in set(Language) else system

    @language.setter
    def language(self, language: Language) -> None:
        self._store.setValue("language", str(language))

    @property
    def mode(self) -> Mode:
        return self._one_of(Mode, "mode", Mode.SYSTEM)

    @mode.setter
    def mode(self, mode: Mode) -> None:
        self._store.setValue("mode", str(mode))

    @property
    def zoom(self) -> float:
        try:
            return min(3.0, max(0.6, float(str(self._store.value("zoom", 1.0)))))
        except ValueError:
            return 1.0

    @zoom.setter
    def zoom(self, zoom: float) -> None:
        self._store.setValue("zoom", zoom)

    @property
    def family(self) -> str:
        value = str(self._store.value("family", READING[0]))
        return value if value in READING else READING[0]

    @family.setter
    def family(self, family: str) -> None:
        self._store.setValue("family", family)

    @property
    def spacing(self) -> Spacing:
        return self._one_of(Spacing, "spacing", Spacing.NORMAL)

    @spacing.setter
    def spacing(self, spacing: Spacing) -> None:
        self._store.setValue("spacing", str(spacing))

    @property
    def column(self) -> Column:
        return self._one_of(Column, "column", Column.NORMAL)

    @column.setter
    def column(self, column: Column) -> None:
        self._store.setValue("column", str(column))

    @property
    def extras(self) -> frozenset[Extra]:
        """What else of an article is shown."""
        shown = str(self._store.value("extras", "")).split()
        return frozenset(extra for extra in Extra if extra in shown)

    @extras.setter
    def extras(self, extras: frozenset[Extra]) -> None:
        self._store.setValue("extras", " ".join(sorted(extras)))

    @property
    def typesetting(self) -> Type:
        """How articles are set."""
        hides_harakat = Extra.NO_HARAKAT in self.extras
        return Type(self.family, self.zoom, self.spacing, self.column, hides_harakat)

    def _one_of(self, kind: type[Choice], name: str, otherwise: Choice) -> Choice:
        value = str(self._store.value(name, otherwise))
        return kind(value) if value in set(kind) else otherwise

    @property
    def checks(self) -> frozenset[Rule]:
        """Which checks of boundaries are made: all but those that somebody has turned off."""
        off = str(self._store.value("checks off", "")).split()
        return frozenset(rule for rule in Rule if rule not in off)

    @checks.setter
    def checks(self, rules: frozenset[Rule]) -> None:
        self._store.setValue("checks off", " ".join(rule for rule in Rule if rule not in rules))

    @property
    def snapping(self) -> Unit:
        return self._one_of(Unit, "snapping", Unit.CLITIC)

    @snapping.setter
    def snapping(self, unit: Unit) -> None:
        self._store.setValue("snapping", str(unit))

    @property
    def keys(self) -> dict[str, list[str]]:
        """Return which keys actions have, by their names, where somebody has changed them."""
        try:
            value = json.loads(str(self._store.value("keys", "{}")))
        except ValueError:
            return {}
        chosen = value.items() if isinstance(value, dict) else ()
        return {name: keys for name, keys in chosen if _are_words(keys)}

    @keys.setter
    def keys(self, changed: Mapping[str, Sequence[str]]) -> None:
        self._store.setValue("keys", json.dumps(changed))

    @property
    def arrows(self) -> Arrows:
        return self._one_of(Arrows, "arrows", Arrows.READING)

    @arrows.setter
    def arrows(self, arrows: Arrows) -> None:
        self._store.setValue("arrows", str(arrows))

    def recent(self) -> list[Path]:
        """Return the projects opened last that are still there, the newest first."""
        value = self._store.value("recent", [])
        paths = [value] if isinstance(value, str) else value if isinstance(value, list) else []
        return [Path(path) for path in paths if isinstance(path, str) and Path(path).is_file()]

    def remember(self, project: Path) -> None:
        path = project.absolute()
        others = [str(other) for other in self.recent() if other != path]
        self._store.setValue("recent", [str(path), *others][:_RECENT])

    def bytes_of(self, name: str) -> QByteArray:
        """Return a geometry that Qt made, empty if there is none."""
        value = self._store.value(name)
        return value if isinstance(value, QByteArray) else QByteArray()

    def keep_bytes(self, name: str, value: QByteArray) -> None:
        self._store.setValue(name, value)


def _are_words(keys: object) -> bool:
    return isinstance(keys, list) and all(isinstance(key, str) for key in keys)
