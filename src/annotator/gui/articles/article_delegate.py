"""Draws an article's line: its heading, then its state's icon, date and how many labels it has."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from annotator.arabic.direction import begins_rtl
from annotator.domain.article import ArticleLine
from annotator.domain.label import Label, LabelSet
from annotator.gui.articles.article_model import LINE_ROLE
from annotator.gui.articles.states import STATE_ICONS
from annotator.gui.icons import icon
from annotator.gui.text.painting import line_beneath
from annotator.gui.theme import label_colours

_PAD = 10
_ICON = 16
_GAP = 4

Chip = tuple[Label | None, str, int]
"""A label, how many there are of it, and the width that telling so takes."""


class ArticleDelegate(QStyledItemDelegate):
    def __init__(self, labels: LabelSet, view: QListView) -> None:
        super().__init__(view)
        self.labels = labels
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(160, 2 * option.fontMetrics.height() + 2 * _PAD + 4)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        line: ArticleLine = index.data(LINE_ROLE)
        painter.save()
        palette, area = option.palette, option.rect
        if self._view.selectionModel().isSelected(index):
            painter.fillRect(area, palette.color(QPalette.ColorRole.Highlight))
        painter.setPen(palette.color(QPalette.ColorRole.Midlight))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        inner = area.adjusted(_PAD, _PAD - 2, -_PAD, -_PAD)
        height = option.fontMetrics.height()
        _draw_heading(
            painter, option, QRect(inner.left(), inner.top(), inner.width(), height + 2), line.heading
        )
        below = QRect(inner.left(), inner.bottom() - height, inner.width(), height + 2)
        self._draw_facts(painter, option, below, line)
        painter.restore()

    def _draw_facts(
        self, painter: QPainter, option: QStyleOptionViewItem, area: QRect, line: ArticleLine
    ) -> None:
        is_rtl = option.direction is Qt.LayoutDirection.RightToLeft
        symbol = QRect(0, 0, _ICON, _ICON)
        symbol.moveCenter(area.center())
        symbol.moveLeft(area.right() - _ICON if is_rtl else area.left())
        icon(STATE_ICONS[line.state], option.palette).paint(painter, symbol)
        painter.setPen(option.palette.color(QPalette.ColorRole.PlaceholderText))
        facts = self.facts(line)
        gap = _ICON + 6
        rest = area.adjusted(0, 0, -gap, 0) if is_rtl else area.adjusted(gap, 0, 0, 0)
        align = Qt.AlignmentFlag.AlignRight if is_rtl else Qt.AlignmentFlag.AlignLeft
        align |= Qt.AlignmentFlag.AlignAbsolute
        chips = self._chips(QFontMetrics(option.font), line, rest.width())
        free = rest.width() - sum(width + _GAP for _, _, width in chips)
        if option.fontMetrics.horizontalAdvance(facts) <= free:
            painter.drawText(rest, align | Qt.AlignmentFlag.AlignVCenter, facts)
        _draw_counts(painter, option, area, chips)

    def facts(self, line: ArticleLine) -> str:
        """Return what is said beside the state."""
        return line.published[:10] if line.published else line.source or ""

    def _chips(self, metrics: QFontMetrics, line: ArticleLine, room: int) -> list[Chip]:
        """Return what of the counts there is room for; … stands for the rest."""

        def chip(label: Label | None, text: str) -> Chip:
            return label, text, metrics.horizontalAdvance(text) + 10

        counts = ((label, line.label_counts.get(label.id)) for label in self.labels)
        chips = [chip(label, str(count)) for label, count in counts if count]
        rest = chip(None, "…")
        if sum(width + _GAP for _, _, width in chips) > room:
            room -= rest[2] + _GAP
            while chips and sum(width + _GAP for _, _, width in chips) > room:
                chips.pop()
            chips.append(rest)
        return chips


def _draw_counts(painter: QPainter, option: QStyleOptionViewItem, area: QRect, chips: list[Chip]) -> None:
    """Begin at the edge, with the last of them."""
    is_rtl = option.direction is Qt.LayoutDirection.RightToLeft
    x = area.left() if is_rtl else area.right()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for label, text, width in reversed(chips):
        chip = QRect(x if is_rtl else x - width, area.top() + 1, width, area.height() - 3)
        if label:
            colours = label_colours(label, option.palette)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colours.fill)
            painter.drawRoundedRect(chip, 4, 4)
            line_beneath(painter, colours, QRectF(chip), chip.bottom() + 1)
        painter.setPen(option.palette.color(QPalette.ColorRole.Text))
        painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, text)
        x += width + _GAP if is_rtl else -(width + _GAP)


def _draw_heading(painter: QPainter, option: QStyleOptionViewItem, area: QRect, heading: str) -> None:
    """A heading keeps to the side that its own text begins at, whatever the interface's language."""
    is_rtl = begins_rtl(heading)
    painter.setLayoutDirection(Qt.LayoutDirection.RightToLeft if is_rtl else Qt.LayoutDirection.LeftToRight)
    painter.setPen(option.palette.color(QPalette.ColorRole.Text))
    shown = option.fontMetrics.elidedText(heading, Qt.TextElideMode.ElideRight, area.width())
    side = Qt.AlignmentFlag.AlignRight if is_rtl else Qt.AlignmentFlag.AlignLeft
    flags = side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
    painter.drawText(area, flags | Qt.TextFlag.TextSingleLine, shown)
    painter.setLayoutDirection(option.direction)
