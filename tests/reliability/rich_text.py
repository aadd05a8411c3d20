"""Finding what a window shows of texts that look like HTML, and whether it would be taken for that."""

from collections.abc import Iterator
from html import escape

from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, Qt
from PySide6.QtGui import Qt as RichText
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLabel, QTableView, QWidget

_MOST_ROWS = 60


def widgets() -> Iterator[QWidget]:
    """Yield all widgets of all windows."""
    for window in QApplication.topLevelWidgets():
        yield window
        yield from window.findChildren(QWidget)


def taken_for_html(mark: str) -> list[str]:
    """Return what shows the mark and would be taken for HTML, which the mark is a piece of."""
    found = []
    for widget in widgets():
        name = f"{type(widget).__name__} {widget.objectName()} in {type(widget.parent()).__name__}"
        if isinstance(widget, QLabel) and _is_rich(widget) and mark in widget.text():
            found.append(f"{name}: {widget.text()}")
        found += [f"tip of {name}: {tip}" for tip in _tips(widget) if mark in tip and _is_taken(tip)]
    return found


def count(mark: str) -> tuple[int, int]:
    """Return how many labels show the mark as it is or escaped, and how many tool tips."""
    labels = tips = 0
    for widget in widgets():
        if isinstance(widget, QLabel):
            labels += mark in widget.text() or escape(mark) in widget.text()
        tips += sum(mark in tip or escape(mark, quote=False) in tip for tip in _tips(widget))
    return labels, tips


def automatic() -> list[str]:
    """Return the labels of ours that leave it to Qt whether a text is HTML."""
    return [
        f"{type(widget.parent()).__name__}: {widget.text()}"
        for widget in widgets()
        if type(widget) is QLabel
        and widget.textFormat() is Qt.TextFormat.AutoText
        and type(widget.parent()).__module__.startswith("annotator")
        and _is_taken(widget.text())
    ]


def _is_rich(label: QLabel) -> bool:
    match label.textFormat():
        case Qt.TextFormat.PlainText:
            return False
        case Qt.TextFormat.AutoText:
            return _is_taken(label.text())
        case _:
            return True


def _is_taken(text: str) -> bool:
    return bool(RichText.mightBeRichText(text))


def _tips(widget: QWidget) -> Iterator[str]:
    yield widget.toolTip()
    yield from (action.toolTip() for action in widget.actions())
    if isinstance(widget, QAbstractItemView) and (model := widget.model()):
        yield from _tips_of(model)
        if isinstance(widget, QTableView):
            yield from _header_tips(model)


def _tips_of(model: QAbstractItemModel) -> Iterator[str]:
    root, role = QModelIndex(), Qt.ItemDataRole.ToolTipRole
    for row in range(min(model.rowCount(root), _MOST_ROWS)):
        columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount(root)
        for column in range(columns):
            tip = model.index(row, column, root).data(role)
            if isinstance(tip, str):
                yield tip


def _header_tips(model: QAbstractItemModel) -> Iterator[str]:
    for section in range(model.columnCount(QModelIndex())):
        tip = model.headerData(section, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole)
        if isinstance(tip, str):
            yield tip
