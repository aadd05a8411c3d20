"""The interface in Arabic or English, switched while it runs."""

from enum import StrEnum

from PySide6.QtCore import QCoreApplication, QEvent, QLibraryInfo, QLocale, QObject, Qt, QTranslator
from PySide6.QtGui import QGuiApplication, QTextOption
from PySide6.QtWidgets import QApplication, QWidget

from annotator.arabic.direction import begins_rtl
from annotator.domain.errors import AnnotatorError
from annotator.domain.label import Label
from annotator.resources import resource

CONTEXT = "Annotator"


class Language(StrEnum):
    ARABIC = "ar"
    ENGLISH = "en"


def tr(text: str) -> str:
    """Return a sentence of the interface in the language that it speaks now."""
    return QCoreApplication.translate(CONTEXT, text)


def spoken() -> Language:
    """Return the language that the interface speaks now."""
    is_rtl = QGuiApplication.layoutDirection() is Qt.LayoutDirection.RightToLeft
    return Language.ARABIC if is_rtl else Language.ENGLISH


def direction_of(language: Language) -> Qt.LayoutDirection:
    """Return the direction in which a language is written."""
    is_rtl = language is Language.ARABIC
    return Qt.LayoutDirection.RightToLeft if is_rtl else Qt.LayoutDirection.LeftToRight


def text_option(language: Language) -> QTextOption:
    """Return how a text edit sets text of a language, whatever the interface speaks."""
    is_rtl = language is Language.ARABIC
    side = Qt.AlignmentFlag.AlignRight if is_rtl else Qt.AlignmentFlag.AlignLeft
    option = QTextOption(side | Qt.AlignmentFlag.AlignAbsolute)
    option.setTextDirection(direction_of(language))
    return option


def leading_side() -> Qt.AlignmentFlag:
    """Return the side that lines begin at in this language, for text of any direction."""
    is_arabic = spoken() is Language.ARABIC
    side = Qt.AlignmentFlag.AlignRight if is_arabic else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignAbsolute


def label_name(label: Label) -> str:
    """Return what a label is called in the language of the interface."""
    return label.shown(spoken())


def isolated(text: object) -> str:
    """Return a text that keeps its own direction within a sentence (UAX 9, FSI and PDI)."""
    return f"\u2068{text}\u2069"


def embedded(text: str) -> str:
    """Have the dots of a text that is cut stand where it ends, whatever the direction of the interface.

    By UAX 9's RLE or LRE: the interface's font has no isolates, and one that has them sets the line lower.
    """
    embedding = "\u202b" if begins_rtl(text) else "\u202a"
    return f"{embedding}{text}\u202c"


def set_off(text: str) -> str:
    """Return a text within a line of the interface: what is around it keeps its own order.

    An embedding alone would draw a colon between two of them to its side; a mark behind it keeps the colon.
    """
    mark = "\u200f" if spoken() is Language.ARABIC else "\u200e"
    return f"{embedded(text)}{mark}"


def shortened(text: str, longest: int) -> str:
    """Return a text of an article on one line, cut off behind so many characters."""
    line = " ".join(text.split())
    return line if len(line) <= longest else f"{line[:longest]}…"


def led(text: str) -> str:
    """Return a sentence of the interface that runs in its direction, whatever letter it begins with."""
    return f"\u200f{text}" if spoken() is Language.ARABIC else text


def sentence(error: AnnotatorError) -> str:
    """Return what an error says, in the language of the interface; each fact keeps its own direction."""
    said = {name: sentence(of) if isinstance(of, AnnotatorError) else of for name, of in error.facts.items()}
    facts = {name: isolated(fact) for name, fact in said.items()}
    return tr(error.template).format(**facts)


class Translated(QWidget):
    """A widget whose texts follow the language: retranslate sets them all."""

    def retranslate(self) -> None:
        """Set every text that a person reads."""

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()


class SourceTranslator(QTranslator):
    """Reads Qt Linguist's .ts as it is, so that no compiled copy has to be kept beside it.

    It also says what Qt's own translation of its dialogs leaves out.
    """

    def __init__(self, language: Language, parent: QObject | None = None) -> None:
        super().__init__(parent)
        import xml.etree.ElementTree as ET  # noqa: PLC0415 - English needs none

        tree = ET.parse(resource("translations", f"annotator_{language}.ts"))  # noqa: S314 - ours  # nosec B314
        self._texts = {
            (context.findtext("name", ""), message.findtext("source", "")): message.findtext("translation")
            for context in tree.iter("context")
            for message in context.iter("message")
        }

    def isEmpty(self) -> bool:
        return not self._texts

    def translate(
        self, context: str, source: str, _disambiguation: str | None = None, _n: int = -1
    ) -> str | None:
        # None has Qt ask the next translator, and at last take the source.
        return self._texts.get((context, source)) or None


class Translation(QObject):
    """Installs the translators of one language at a time, and turns the layout round for Arabic."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._arabic: list[QTranslator] = []
        self.language = Language.ENGLISH

    def use(self, language: Language) -> None:
        for translator in self._arabic:
            self._app.removeTranslator(translator)
        self.language = language
        is_arabic = language is Language.ARABIC
        QLocale.setDefault(QLocale(QLocale.Language.Arabic if is_arabic else QLocale.Language.English))
        self._app.setLayoutDirection(
            Qt.LayoutDirection.RightToLeft if is_arabic else Qt.LayoutDirection.LeftToRight
        )
        if is_arabic:
            for translator in self._translators():
                self._app.installTranslator(translator)

    def _translators(self) -> list[QTranslator]:
        """Return those of Arabic, Qt's own and ours, read once."""
        if not self._arabic:
            qt_own = QTranslator(self)
            qt_own.load("qtbase_ar", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
            self._arabic = [qt_own, SourceTranslator(Language.ARABIC, self)]
        return self._arabic
