"""Draws the program's icon in the sizes and files that systems ask for."""

import sys
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from annotator.resources import resource

SIZES = (16, 24, 32, 48, 64, 128, 256, 512)


def drawn(size: int) -> QImage:
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(str(resource("icons", "app.svg"))).render(painter)
    painter.end()
    return image


def save(image: QImage, path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    if not image.save(str(path)):
        raise OSError(f"{path} cannot be written.")


def main() -> None:
    """Write annotator.png in a folder a size, as icon themes have them, or one file: .ico or .icns."""
    target = Path(sys.argv[1])
    app = QGuiApplication(["icons", "-platform", "offscreen"])
    if target.suffix == ".ico":
        save(drawn(256), target)
    elif target.suffix == ".icns":
        save(drawn(512), target)
    else:
        for size in SIZES:
            save(drawn(size), target / f"{size}x{size}" / "apps" / "annotator.png")
    app.quit()


if __name__ == "__main__":
    main()
