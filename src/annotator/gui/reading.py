"""What a reader chooses of how articles look: wired to the settings, and to the open project at once."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from annotator.gui.text.setting import Column, Extra, Spacing

if TYPE_CHECKING:
    from annotator.gui.main_window import MainWindow
    from annotator.gui.settings import Settings


def wire_reading(window: "MainWindow") -> None:
    actions, settings = window.actions_, window.settings
    choices: dict[str, Callable[[Settings, str], None]] = {
        "family": _set_family,
        "spacing": _set_spacing,
        "column": _set_column,
    }
    for name, choose in choices.items():
        actions.group(name).triggered.connect(
            lambda action, choose=choose: _show(window, lambda: choose(settings, action.data()))
        )
    actions.group("extras").triggered.connect(
        lambda _: _show(window, lambda: _set_extras(settings, actions.checked("extras")))
    )
    actions.check("family", settings.family)
    actions.check("spacing", settings.spacing)
    actions.check("column", settings.column)
    actions.check("extras", *settings.extras)


def _show(window: "MainWindow", choose: Callable[[], None]) -> None:
    choose()
    if window.desk:
        window.desk.use_type()


def _set_family(settings: "Settings", value: str) -> None:
    settings.family = value


def _set_spacing(settings: "Settings", value: str) -> None:
    settings.spacing = Spacing(value)


def _set_column(settings: "Settings", value: str) -> None:
    settings.column = Column(value)


def _set_extras(settings: "Settings", values: list[str]) -> None:
    settings.extras = frozenset(map(Extra, values))
