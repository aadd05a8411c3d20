"""Scrolls smoothly: a notch of the wheel takes the page along, so that the eye keeps its line."""

from PySide6.QtCore import QEasingCurve, QObject, QVariantAnimation
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QScrollBar, QStyle

_DURATION_MS = 140
_NOTCH = 120
"""What Qt counts for a notch of the wheel, an eighth of a degree each."""

_STEPS = 3


class SmoothWheel:
    """Of one scroll bar. What has its own fine movement, as a touch pad, goes past it.

    The bar is moved on, never put to a value: paragraphs that come into sight may move it meanwhile.
    """

    def __init__(self, bar: QScrollBar, parent: QObject) -> None:
        self._bar = bar
        self._gone = 0
        self._glide = QVariantAnimation(parent)
        self._glide.setStartValue(0)
        self._glide.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._glide.setDuration(_DURATION_MS)
        self._glide.valueChanged.connect(self._go)

    def turn(self, event: QWheelEvent) -> bool:
        """Begin to glide for a turn of the wheel; return whether that is all there is to do."""
        notches = event.angleDelta().y() / _NOTCH
        is_fine = not event.pixelDelta().isNull() or event.modifiers()
        animates = self._bar.style().styleHint(QStyle.StyleHint.SH_Widget_Animate)
        if is_fine or not notches or not animates:
            return False
        is_gliding = self._glide.state() is QVariantAnimation.State.Running
        left = self._glide.endValue() - self._gone if is_gliding else 0
        self._glide.stop()
        self._gone = 0
        self._glide.setEndValue(left - round(notches * _STEPS * self._bar.singleStep()))
        self._glide.start()
        event.accept()
        return True

    def _go(self, distance: int) -> None:
        step, self._gone = distance - self._gone, distance
        self._bar.setValue(self._bar.value() + step)
