"""The fonts that come with the program, so that Arabic is right on a machine that has none."""

from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication

from annotator.resources import resource

FILES = (
    "NotoNaskhArabic-Regular.ttf",
    "ScheherazadeNew-Regular.ttf",
    "Vazirmatn-Regular.ttf",
    "Vazirmatn-Bold.ttf",
)
INTERFACE = "Vazirmatn"
READING = ("Noto Naskh Arabic", "Scheherazade New", "Vazirmatn")
"""What an article may be read in; the second is made for full vocalisation."""

BASE_SIZE = 21


def load(app: QApplication) -> None:
    """Make the fonts known to Qt. Raises FileNotFoundError if one is missing: the program is incomplete."""
    for name in FILES:
        path = resource("fonts", name)
        if QFontDatabase.addApplicationFont(str(path)) < 0:
            raise FileNotFoundError(path)
    font = QFont(INTERFACE)
    font.setPixelSize(14)
    app.setFont(font)


def reading_font(family: str, zoom: float) -> QFont:
    """Return the font of an article: that family first, the other bundled ones for what it lacks."""
    font = QFont()
    font.setFamilies([family, *(other for other in READING if other != family)])
    font.setPixelSize(round(BASE_SIZE * zoom))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font
