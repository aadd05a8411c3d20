"""A page of HTML as PDF, with Arabic as Qt shapes and orders it."""

from collections.abc import Iterator

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QFont,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QTextBlock,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextOption,
    QTextTable,
)

from annotator.gui.fonts import INTERFACE

_DPI = 96
_PIXELS = 12
_MARGIN_MM = 14.0
_FOOT = 26.0
_SECTION = 2
"""The level of headings that stand with what follows them."""


def pdf_of(html: str) -> bytes:
    """Return an A4 document, across, since tables are wide. There has to be a QGuiApplication."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(_DPI)
    margins = QMarginsF(_MARGIN_MM, _MARGIN_MM, _MARGIN_MM, _MARGIN_MM)
    size = QPageSize(QPageSize.PageSizeId.A4)
    writer.setPageLayout(
        QPageLayout(size, QPageLayout.Orientation.Landscape, margins, QPageLayout.Unit.Millimeter)
    )
    room = QSizeF(writer.width(), writer.height() - _FOOT)
    document = _document(html, room)
    document.documentLayout().setPaintDevice(writer)
    _keep_together(document, room.height())
    _draw(document, writer, room)
    buffer.close()
    return bytes(data.data())


def _document(html: str, room: QSizeF) -> QTextDocument:
    document = QTextDocument()
    font = QFont(INTERFACE)
    font.setPixelSize(_PIXELS)
    document.setDefaultFont(font)
    document.setDocumentMargin(0)
    is_rtl = '<body dir="rtl">' in html
    option = QTextOption()
    direction = Qt.LayoutDirection.RightToLeft if is_rtl else Qt.LayoutDirection.LeftToRight
    option.setTextDirection(direction)
    document.setDefaultTextOption(option)
    document.setHtml(html)
    document.setPageSize(room)
    if is_rtl:
        for table in _tables(document):
            form = table.format()
            form.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute)
            table.setFormat(form)
    return document


def _tables(document: QTextDocument) -> Iterator[QTextTable]:
    """Yield the tables, but not those within cells, which are bars."""
    for frame in document.rootFrame().childFrames():
        if isinstance(frame, QTextTable):
            yield frame


def _keep_together(document: QTextDocument, height: float) -> None:
    """Have a section begin on a new page that would otherwise be cut, if it fits on one."""
    layout = document.documentLayout()
    ends = [(table.firstPosition(), table) for table in _tables(document)]
    for block in _blocks(document):
        if block.blockFormat().headingLevel() != _SECTION:
            continue
        table = next((table for place, table in ends if place > block.position()), None)
        top = layout.blockBoundingRect(block).top()
        bottom = layout.frameBoundingRect(table).bottom() if table else top
        if int(top // height) != int(bottom // height) and bottom - top < height:
            cursor = QTextCursor(block)
            form = block.blockFormat()
            form.setPageBreakPolicy(QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore)
            cursor.setBlockFormat(form)


def _blocks(document: QTextDocument) -> Iterator[QTextBlock]:
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()


def _draw(document: QTextDocument, writer: QPdfWriter, room: QSizeF) -> None:
    painter = QPainter(writer)
    for page in range(document.pageCount()):
        if page:
            writer.newPage()
        painter.save()
        painter.translate(0, -page * room.height())
        context = QAbstractTextDocumentLayout.PaintContext()
        context.clip = QRectF(0, page * room.height(), room.width(), room.height())
        painter.setClipRect(context.clip)
        document.documentLayout().draw(painter, context)
        painter.restore()
        foot = QRectF(0, room.height(), room.width(), _FOOT)
        painter.drawText(foot, Qt.AlignmentFlag.AlignCenter, f"{page + 1} / {document.pageCount()}")
    painter.end()
