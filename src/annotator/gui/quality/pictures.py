"""A part of the window as a picture in a file."""

import re
from html import unescape
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPoint, QRect, QSaveFile
from PySide6.QtGui import QFont, QImage, QImageWriter, QPainter, QPainterPath, QPalette
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QWidget

from annotator.domain.errors import FileError

ENDINGS = (".png", ".svg")
_DOTS = 2
"""So many dots a pixel, for print."""
_MARGIN = 16
_TEXT = re.compile(r"<text ([^>]*)>([^<]*)</text>")
_ATTRIBUTE = re.compile(r'([\w-]+)="([^"]*)"')


def save_picture(widget: QWidget, path: Path) -> None:
    """Write a widget as PNG or SVG, by the ending of the name. Raises FileError."""
    file = QSaveFile(str(path))
    if path.suffix.lower() not in ENDINGS:
        raise FileError("{path}: a picture ends with {endings}.", path=path, endings=", ".join(ENDINGS))
    if file.open(QIODevice.OpenModeFlag.WriteOnly):
        if path.suffix.lower() == ".svg":
            file.write(_svg(widget))
        else:
            QImageWriter(file, QByteArray(b"PNG")).write(_drawn(widget))
    if not file.commit():
        raise FileError("{path} cannot be written: {reason}.", path=path, reason=file.errorString())


def _drawn(widget: QWidget) -> QImage:
    size = _frame(widget).size() * _DOTS
    image = QImage(size, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(_DOTS)
    painter = QPainter(image)
    _draw(widget, painter)
    painter.end()
    return image


def _svg(widget: QWidget) -> bytes:
    data = QByteArray()
    buffer = QBuffer(data)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    frame = _frame(widget)
    generator.setSize(frame.size())
    generator.setViewBox(frame)
    generator.setResolution(widget.logicalDpiX())
    painter = QPainter(generator)
    _draw(widget, painter)
    painter.end()
    return _TEXT.sub(_outlined, bytes(data.data()).decode()).encode()


def _outlined(found: "re.Match[str]") -> str:
    """Return a text of Qt's SVG as its outline: who opens the file need not have the font."""
    given = dict(_ATTRIBUTE.findall(found[1]))
    font = QFont(given["font-family"])
    font.setPixelSize(round(float(given["font-size"])))
    font.setWeight(QFont.Weight(int(given["font-weight"])))
    outline = QPainterPath()
    outline.addText(float(given["x"]), float(given["y"]), font, unescape(found[2]))
    return f'<path fill="{given["fill"]}" stroke="none" d="{_drawn_as(outline)}"/>'


def _drawn_as(outline: QPainterPath) -> str:
    """Return a path as SVG 1.1, §8.3, writes it."""
    letters = {
        QPainterPath.ElementType.MoveToElement: "M",
        QPainterPath.ElementType.LineToElement: "L",
        QPainterPath.ElementType.CurveToElement: "C",
        QPainterPath.ElementType.CurveToDataElement: "",
    }
    elements = map(outline.elementAt, range(outline.elementCount()))
    return " ".join(f"{letters[one.type]}{one.x:.2f} {one.y:.2f}" for one in elements)


def _draw(widget: QWidget, painter: QPainter) -> None:
    painter.fillRect(_frame(widget), widget.palette().color(QPalette.ColorRole.Base))
    flags = QWidget.RenderFlag.DrawChildren
    widget.render(painter, QPoint(_MARGIN, _MARGIN), renderFlags=flags)


def _frame(widget: QWidget) -> QRect:
    return QRect(0, 0, widget.width() + 2 * _MARGIN, widget.height() + 2 * _MARGIN)
