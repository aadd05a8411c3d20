"""Tells Qt which of our widgets speak for themselves to assistive technology."""

from PySide6 import QtGui
from PySide6.QtCore import QObject

from annotator.gui.text.article_view import ArticleView


def install() -> None:
    """Do so before a window is shown: what Qt has once asked for it keeps."""
    QtGui.QAccessible.installFactory(_interface)


def _interface(_name: str, thing: QObject | None) -> "QtGui.QAccessibleInterface | None":
    if not isinstance(thing, QObject) or type(thing).__name__ not in {"ArticleView", "SpanHandle"}:
        return None
    # Only where something reads the screen: with a text widget of Qt's it takes as long as a dialog.
    from annotator.gui.text.accessible import AccessibleArticle, AccessibleSpan, SpanHandle  # noqa: PLC0415

    if isinstance(thing, ArticleView):
        return AccessibleArticle(thing)
    return AccessibleSpan(thing) if isinstance(thing, SpanHandle) else None
