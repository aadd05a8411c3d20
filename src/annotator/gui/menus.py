"""The menu bar and the tool bar: where each action stands."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow, QMenu, QSizePolicy, QToolBar, QToolButton, QWidget

from annotator.gui.actions import FOR_DECIDING, Actions
from annotator.gui.translation import tr

_LINE = ""
_MENUS: dict[str, tuple[str, ...]] = {
    "Project": (
        "new",
        "open",
        "sample",
        _LINE,
        "import",
        "import_folder",
        "export",
        _LINE,
        "backups",
        "save_copy",
        _LINE,
        "labels",
        "annotator",
        "close",
        _LINE,
        "quit",
    ),
    "Edit": (
        "undo",
        "redo",
        _LINE,
        "copy",
        "remove",
        "note",
        _LINE,
        "peel",
        "peel_back",
        _LINE,
        "mentions",
        "relate",
        _LINE,
        "next_finding",
        "mend",
    ),
    "Article": ("previous", "next", _LINE, "submit", "skip", "take_back", _LINE, "search", "search_all"),
    "Review": (
        "review",
        "dashboard",
        _LINE,
        *FOR_DECIDING,
        _LINE,
        "fill",
        "example",
        _LINE,
        "comment",
        "give_back",
        _LINE,
        "radar",
        _LINE,
        "hand_out",
        "take_in",
    ),
    "View": ("zoom_in", "zoom_out", "zoom_reset", _LINE, "next_part", "next_snapping"),
    "Help": ("help", "commands", "guidelines", "keys", "report", "about"),
}
GROUP_CAPTIONS = {
    "Edit": {"checks": "Checks"},
    "View": {
        "snapping": "Select by",
        "arrows": "Arrow keys",
        "language": "Language",
        "mode": "Colours",
        "family": "Font",
        "spacing": "Distance of lines",
        "column": "Width of the text",
        "extras": "Show",
    },
    "Article": {"direction": "Direction"},
}
_TOOLS = ("previous", "next", _LINE, "submit", "skip", "take_back", _LINE, "undo", "redo", "remove")
_TOOLS_APART = ("review", "zoom_out", "zoom_in", "guidelines", "import", "export")
_WITH_TEXT = ("submit",)


class Menus:
    """Built once; retranslate renames them."""

    def __init__(self, window: QMainWindow, actions: Actions) -> None:
        self._menus = {name: window.menuBar().addMenu("") for name in _MENUS}
        self._choices: dict[str, QMenu] = {}
        for name, entries in _MENUS.items():
            for entry in entries:
                _add(self._menus[name], actions, entry)
            for group, caption in GROUP_CAPTIONS.get(name, {}).items():
                self._choices[caption] = self._menus[name].addMenu("")
                self._choices[caption].setToolTipsVisible(group == "arrows")
                self._choices[caption].addActions(actions.group(group).actions())
        self.tools = _tool_bar(window, actions)

    def retranslate(self) -> None:
        for name, menu in (self._menus | self._choices).items():
            menu.setTitle(tr(name))
        self.tools.setWindowTitle(tr("Tools"))


def actions_of_menus(actions: Actions) -> dict[str, list[QAction]]:
    """Return the actions of each menu, those of its groups of choices last."""
    return {
        name: [
            *(actions[entry] for entry in entries if entry != _LINE),
            *(action for group in GROUP_CAPTIONS.get(name, {}) for action in actions.group(group).actions()),
        ]
        for name, entries in _MENUS.items()
    }


def _tool_bar(window: QMainWindow, actions: Actions) -> QToolBar:
    tools = QToolBar()
    tools.setObjectName("tools")
    tools.setMovable(False)
    tools.setIconSize(QSize(20, 20))
    window.addToolBar(tools)
    for entry in _TOOLS:
        if entry in _WITH_TEXT:
            tools.addWidget(_button_with_text(actions[entry], tools.iconSize()))
        else:
            _add(tools, actions, entry)
    apart = QWidget()
    apart.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    tools.addWidget(apart)
    for entry in _TOOLS_APART:
        _add(tools, actions, entry)
    return tools


def _button_with_text(action: QAction, size: QSize) -> QToolButton:
    button = QToolButton()
    button.setDefaultAction(action)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    button.setIconSize(size)
    button.setAutoRaise(True)
    return button


def _add(place: QMenu | QToolBar, actions: Actions, entry: str) -> None:
    if entry == _LINE:
        place.addSeparator()
    else:
        place.addAction(actions[entry])
