"""Draws a mention in its context: the word that was looked for in the middle, whatever its length."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPalette, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from annotator.arabic.direction import begins_rtl
from annotator.domain.offsets import Offsets
from annotator.gui.fonts import reading_font
from annotator.gui.search.mention_model import MENTION_ROLE
from annotator.gui.text.display import display_text
from annotator.gui.text.rectangles import extents
from annotator.services.searching import Mention

_ZOOM = 0.76
_WIDE = 1 << 20


class ContextDelegate(QStyledItemDelegate):
    """The context is laid out as one line with the word, so that the letters join as in the article."""

    def __init__(self, family: str, parent: QObject) -> None:
        super().__init__(parent)
        self.family = family

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(400, 30)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        mention: Mention = index.data(MENTION_ROLE)
        palette, area = option.palette, QRectF(option.rect)
        is_selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setClipRect(area)
        if is_selected:
            painter.fillRect(area, palette.color(QPalette.ColorRole.Highlight))
        layout, left, right = self._lay_out(mention)
        height = layout.lineAt(0).height()
        corner = QPointF(area.center().x() - (left + right) / 2, area.center().y() - height / 2)
        found = QRectF(left - 1, 2, right - left + 2, height - 4).translated(corner)
        painter.fillRect(found, _under(palette))
        painter.setPen(palette.color(QPalette.ColorRole.Text))
        layout.draw(painter, corner)
        painter.restore()

    def _lay_out(self, mention: Mention) -> tuple[QTextLayout, float, float]:
        """Return the line, and where in it the mention begins and ends."""
        text = display_text(mention.before + mention.text + mention.after)
        layout = QTextLayout(text, reading_font(self.family, _ZOOM))
        option = QTextOption(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)
        is_rtl = begins_rtl(mention.text + text)
        option.setTextDirection(Qt.LayoutDirection.RightToLeft if is_rtl else Qt.LayoutDirection.LeftToRight)
        option.setWrapMode(QTextOption.WrapMode.NoWrap)
        layout.setTextOption(option)
        layout.beginLayout()
        line = layout.createLine()
        line.setLineWidth(_WIDE)
        layout.endLayout()
        offsets = Offsets(text)
        start = offsets.to_utf16(len(mention.before))
        end = offsets.to_utf16(len(mention.before) + len(mention.text))
        pieces = extents(line, layout, start, end, {}) or [(0.0, 0.0)]
        return layout, min(piece[0] for piece in pieces), max(piece[1] for piece in pieces)


def _under(palette: QPalette) -> QColor:
    colour = QColor(palette.color(QPalette.ColorRole.Accent))
    colour.setAlphaF(0.28)
    return colour
