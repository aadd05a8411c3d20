"""The article and its spans as the platform's accessibility interface has them.

On Linux that is AT-SPI. Offsets are UTF-16 units, which Qt hands on to AT-SPI as they are.
"""

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, QRect
from PySide6.QtGui import QAccessible, QAccessibleInterface, QAccessibleObject
from PySide6.QtWidgets import QAccessibleWidget
from shiboken6 import VoidPtr

from annotator.domain.annotation import Annotation
from annotator.gui.text.shadow import Shadow
from annotator.gui.translation import label_name

if TYPE_CHECKING:
    from annotator.gui.text.article_view import ArticleView

_NONE = VoidPtr(0)
"""What PySide can turn into a pointer to nothing; of None it makes a crash."""

_NOBODY = cast("QAccessibleInterface", None)
"""What Qt takes for no interface, of which PySide's stub does not know."""


class AccessibleArticle(QAccessibleWidget):
    """A text to read, whose children are the labelled spans in reading order."""

    def __init__(self, view: "ArticleView") -> None:
        super().__init__(view, QAccessible.Role.EditableText)
        self._view = view
        self._shadow = Shadow(view)
        self._handles: dict[str, SpanHandle] = {}

    def interface_cast(self, kind: QAccessible.InterfaceType) -> object:  # type: ignore[override]
        # PySide wants what it has wrapped here, whatever its stub says of a number.
        return self._shadow.interface() if kind is QAccessible.InterfaceType.TextInterface else _NONE

    def state(self) -> QAccessible.State:
        state = super().state()
        state.readOnly = state.multiLine = state.selectableText = True
        return state

    def text(self, kind: QAccessible.Text) -> str:
        if kind is QAccessible.Text.Description:
            return self._labels_here()
        return super().text(kind)

    def _labels_here(self) -> str:
        """Return the labels of the chosen span, or else of the letter at the caret."""
        view = self._view
        chosen = view.highlights.find(view.chosen_id)
        here = [chosen] if chosen else view.highlights.at(view.caret.place)
        return "\n".join(_said(view, item) for item in here)

    def childCount(self) -> int:
        return len(self._view.highlights)

    def child(self, index: int) -> QAccessibleInterface:
        if not 0 <= index < self.childCount():
            return _NOBODY
        found = self._view.highlights[index]
        if found.id not in self._handles:
            self._handles[found.id] = SpanHandle(self._view, found.id)
        return QAccessible.queryAccessibleInterface(self._handles[found.id])

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        handle = child.object()
        found = self._view.highlights.find(handle.id) if isinstance(handle, SpanHandle) else None
        return self._view.highlights.number(found) if found else -1


class SpanHandle(QObject):
    """Stands for one annotation, so that Qt's store of interfaces knows how long one lives."""

    def __init__(self, view: "ArticleView", annotation_id: str) -> None:
        super().__init__(view)
        self.view = view
        self.id = annotation_id


class AccessibleSpan(QAccessibleObject):
    def __init__(self, handle: SpanHandle) -> None:
        super().__init__(handle)
        self._handle = handle

    def _annotation(self) -> Annotation | None:
        return self._handle.view.highlights.find(self._handle.id)

    def isValid(self) -> bool:
        return self._annotation() is not None

    def role(self) -> QAccessible.Role:
        return QAccessible.Role.StaticText

    def state(self) -> QAccessible.State:
        state = QAccessible.State()
        state.readOnly = True
        state.selected = self._handle.view.chosen_id == self._handle.id
        return state

    def text(self, kind: QAccessible.Text) -> str:
        found = self._annotation()
        return _said(self._handle.view, found) if found and kind is QAccessible.Text.Name else ""

    def rect(self) -> QRect:
        view, found = self._handle.view, self._annotation()
        if found is None or found.span is None:
            return QRect()
        place = view.rectangle_of(found.span).toAlignedRect()
        return QRect(view.viewport().mapToGlobal(place.topLeft()), place.size())

    def parent(self) -> QAccessibleInterface:
        return QAccessible.queryAccessibleInterface(self._handle.view)

    def childCount(self) -> int:
        return 0

    def child(self, _index: int) -> QAccessibleInterface:
        return _NOBODY

    def indexOfChild(self, _child: QAccessibleInterface) -> int:
        return -1

    def interface_cast(self, _kind: QAccessible.InterfaceType) -> object:  # type: ignore[override]
        return _NONE


def _said(view: "ArticleView", annotation: Annotation) -> str:
    text = annotation.span.of(view.caret.text) if annotation.span else ""
    return f"{label_name(view.labels[annotation.label])}: {text}"
