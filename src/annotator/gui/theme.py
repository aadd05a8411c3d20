"""Light, dark and other: the palette of the interface, and the colours of labels on it."""

import json
from enum import StrEnum
from functools import cache
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from annotator.domain.label import Label
from annotator.gui.contrast import seen_on, under
from annotator.resources import resource


class Mode(StrEnum):
    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    SEPIA = "sepia"
    CONTRAST = "contrast"


class LabelColours(NamedTuple):
    """fill lies under text, strong_fill under the chosen span; line and pattern are the underline's."""

    fill: QColor
    strong_fill: QColor
    line: QColor
    pattern: str


def apply(app: QApplication, mode: Mode) -> None:
    """Set the palette; the system's choice is followed as long as the mode is SYSTEM."""
    if mode is Mode.SYSTEM:
        is_dark = app.styleHints().colorScheme() is Qt.ColorScheme.Dark
        mode = Mode.DARK if is_dark else Mode.LIGHT
    app.setPalette(palette(mode))


def style_sheet() -> str:
    """Return the style of a window and all in it, over Fusion's; it has to be set again after apply.

    It is the window's, not the application's: Qt would polish a part anew for every layout that it is put
    into on its way to the window.
    """
    return _STYLE.replace("ICONS", resource("icons").as_posix())


@cache
def palette(mode: Mode) -> QPalette:
    """Return the palette of resources/themes/MODE.json, by Qt's roles, with what is disabled greyed out."""
    colours = json.loads(resource("themes", f"{mode}.json").read_bytes())
    found = QPalette()
    for name, colour in colours.items():
        role = getattr(QPalette.ColorRole, "".join(part.capitalize() for part in name.split("_")))
        found.setColor(role, QColor(colour))
    for role in (
        QPalette.ColorRole.WindowText,
        QPalette.ColorRole.Text,
        QPalette.ColorRole.ButtonText,
    ):
        found.setColor(QPalette.ColorGroup.Disabled, role, QColor(colours["dark"]))
    return found


def label_colours(label: Label, on: QPalette) -> LabelColours:
    """Return a label's colours as they are told apart on a light or a dark page."""
    page, text = on.color(QPalette.ColorRole.Base), on.color(QPalette.ColorRole.Text)
    colour = QColor(label.colour)
    is_dark = page.lightness() < 128
    shade = colour.lighter(125) if is_dark else colour.darker(105)
    line = seen_on(shade, page, text)
    fill = under(shade, 0.26 if is_dark else 0.17, page, text)
    strong_fill = under(shade, 0.5 if is_dark else 0.38, page, text)
    return LabelColours(fill, strong_fill, line, label.pattern)


_STYLE = """
QToolTip { padding: 4px; border: 0; }
QSplitter::handle { background: palette(mid); }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }
QToolBar { border: 0; border-bottom: 1px solid palette(mid); padding: 3px 6px; spacing: 2px; }
QToolBar QToolButton { padding: 4px 6px; border: 0; border-radius: 5px; }
QToolBar QToolButton:hover { background: palette(midlight); }
QToolBar QToolButton:checked { background: palette(highlight); }
QStatusBar { border-top: 1px solid palette(mid); }
QStatusBar::item { border: 0; }
QStatusBar QLabel { padding: 2px 8px 3px; }
QLineEdit, QPlainTextEdit, QComboBox, QSpinBox {
    border: 1px solid palette(mid); border-radius: 5px; padding: 4px 6px; background: palette(base);
}
SpanDetails QLineEdit:read-only { border: 0; padding: 0; background: transparent; }
QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus, QSpinBox:focus { border-color: palette(accent); }
QComboBox::drop-down { border: 0; width: 20px; }
QComboBox::down-arrow { image: url(ICONS/chevron.svg); width: 14px; height: 14px; }
QSpinBox::up-button, QSpinBox::down-button { width: 0; border: 0; }
QCheckBox { spacing: 6px; }
QCheckBox::indicator, QTableView::indicator {
    width: 16px; height: 16px; border: 1px solid palette(dark); border-radius: 4px;
}
QCheckBox::indicator:checked, QTableView::indicator:checked {
    background: palette(accent); border-color: palette(accent); image: url(ICONS/check.svg);
}
QCheckBox::indicator:focus { border-color: palette(accent); }
QListView, QTableView, QTextBrowser { border: 0; background: palette(base); }
QTableView::item { padding: 0 8px; }
QTableView::item:selected { background: palette(highlight); color: palette(highlighted-text); }
QTableView QTableCornerButton::section { background: palette(base); border: 0; }
QTabWidget::pane { border: 0; border-top: 1px solid palette(mid); }
QTabBar::tab { padding: 9px 18px 7px; border: 0; border-bottom: 2px solid transparent; }
SidePanel QTabBar::tab { padding: 9px 7px 7px; }
QTabBar::tab:selected { border-bottom-color: palette(accent); }
QTabBar::tab:hover, QTabBar::tab:selected:focus { background: palette(midlight); }
QHeaderView { background: palette(base); }
QTableView { outline: 0; }
QScrollBar:vertical { width: 11px; background: transparent; margin: 0; }
QScrollBar:horizontal { height: 11px; background: transparent; margin: 0; }
QScrollBar::handle { background: palette(mid); border-radius: 4px; margin: 2px; }
QScrollBar::handle:hover { background: palette(dark); }
QScrollBar::handle:vertical { min-height: 36px; }
QScrollBar::handle:horizontal { min-width: 36px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QHeaderView::section {
    background: palette(base); color: palette(placeholder-text); border: 0;
    border-bottom: 1px solid palette(mid); padding: 4px 8px;
}
QPushButton {
    border: 1px solid palette(mid); border-radius: 6px; padding: 6px 14px; background: palette(button);
}
QToolBar QToolButton#qt_toolbar_ext_button {
    padding: 0; border: 0; background: transparent; qproperty-icon: url(ICONS/chevron.svg);
}
MentionFoot QToolBar { border: 0; padding: 0; spacing: 6px; }
MentionFoot QToolButton {
    border: 1px solid palette(mid); border-radius: 6px; padding: 3px 8px; background: palette(button);
}
MentionFoot QToolButton:hover { background: palette(midlight); }
MentionFoot QToolButton:checked {
    font-weight: bold; border-color: palette(accent); background: palette(highlight);
}
QPushButton:hover { background: palette(midlight); }
QPushButton:focus { border-color: palette(accent); }
QPushButton:default { background: palette(accent); color: palette(base); border-color: palette(accent); }
QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }
QPushButton:disabled { color: palette(dark); background: palette(button); border-color: palette(mid); }
"""
