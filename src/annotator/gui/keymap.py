"""Which keys may be given to an action, and what stands in the way of others."""

from typing import NamedTuple

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence

from annotator.domain.label import LabelSet
from annotator.gui.actions import Actions
from annotator.gui.text.keys import character_at, character_of
from annotator.gui.translation import isolated, label_name, tr

_ALWAYS_TAKEN = {
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
    Qt.Key.Key_Tab,
    Qt.Key.Key_Backtab,
    Qt.Key.Key_Escape,
}
_TAKEN_BUT_WITH_CONTROL = {Qt.Key.Key_Up, Qt.Key.Key_Down}
_TAKEN_ALONE = {Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}


_ALT, _CONTROL, _SHIFT = (
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
_TAKEN_BY_FIELDS_AND_SYSTEM = {
    *((_CONTROL, key) for key in (Qt.Key.Key_A, Qt.Key.Key_V, Qt.Key.Key_X)),
    (_SHIFT, Qt.Key.Key_F10),
    (Qt.KeyboardModifier.NoModifier, Qt.Key.Key_Menu),
    (_ALT, Qt.Key.Key_F4),
}
_TYPED_WITH_SHIFT = {Qt.Key(ord(letter)) for letter in "!@#$%^&*()"}
"""What Shift with a digit types, which labels the whole article."""


class Clash(NamedTuple):
    """Why keys cannot be given; owner is the action that they could be taken from."""

    sentence: str
    owner: str = ""


def clash(keys: QKeySequence, name: str, actions: Actions, labels: LabelSet) -> Clash | None:
    """Return what stands in the way of giving keys to the action of a name."""
    shown = isolated(keys.toString(QKeySequence.SequenceFormat.NativeText))
    pressed: QKeyCombination = keys[0]  # type: ignore[index]  # which the stub leaves out
    if _is_fixed(pressed):
        return Clash(tr("{keys} has a fixed use in the text.").format(keys=shown))
    if _is_alone(pressed) and (character := character_at(pressed.key())):
        label = next((label for label in labels.offered if label.key == character), None)
        if label is None:
            return Clash(tr("Letters and digits alone are kept for labels."))
        said = tr("{keys} is the key of the label {label}.")
        return Clash(said.format(keys=shown, label=isolated(label_name(label))))
    owner = next((other for other, action in actions.with_keys() if keys in action.shortcuts()), name)
    if owner == name:
        return None
    text = isolated(dict(actions.with_keys())[owner].text())
    return Clash(tr("{keys} belongs to {action}.").format(keys=shown, action=text), owner)


def action_at(event: QKeyEvent, actions: Actions) -> QAction | None:
    """Return what Ctrl with a letter is for, by the letter's place, where the layout has no Latin letters.

    Qt itself looks for them in the other layouts, of which there may be none.
    """
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    has_control = bool(modifiers & Qt.KeyboardModifier.ControlModifier)
    if not has_control or Qt.Key.Key_A <= event.key() <= Qt.Key.Key_Z:
        return None
    # With Shift many an Arabic letter's key types what other layouts have on keys of their own.
    if event.text().isascii() and not modifiers & Qt.KeyboardModifier.ShiftModifier:
        return None
    letter = character_of(event)
    keys = QKeySequence(modifiers.value | ord(letter.upper())) if letter.isalpha() else None
    found = next((action for _, action in actions.with_keys() if keys in action.shortcuts()), None)
    return found if found and found.isEnabled() and not event.isAutoRepeat() else None


def _is_alone(pressed: QKeyCombination) -> bool:
    return not pressed.keyboardModifiers() & ~Qt.KeyboardModifier.ShiftModifier


def _is_fixed(pressed: QKeyCombination) -> bool:
    key, modifiers = pressed.key(), pressed.keyboardModifiers()
    if key in _ALWAYS_TAKEN or (modifiers, key) in _TAKEN_BY_FIELDS_AND_SYSTEM:
        return True
    if modifiers == _ALT and character_at(key).isdigit():
        return True
    if _is_alone(pressed) and key in _TYPED_WITH_SHIFT:
        return True
    if key in _TAKEN_BUT_WITH_CONTROL:
        return not modifiers & Qt.KeyboardModifier.ControlModifier
    return _is_alone(pressed) and (key in _TAKEN_ALONE or character_at(key) in {"[", "]", "`"})
