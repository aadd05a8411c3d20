"""Help: pages that are right, in both languages, in a window that finds and shows them."""

import importlib.util
import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QKeySequence, QPalette, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotator.app import open_window, print_pdf, self_test
from annotator.cli.main import build
from annotator.domain.retention import DAYS, LAST, MONTHS, WEEKS
from annotator.gui.actions import CHOICE_KEYS, TABLE
from annotator.gui.desk import Desk
from annotator.gui.dialogs.keys_dialog import TEXT_KEYS
from annotator.gui.help.finding import find
from annotator.gui.help.help_window import HelpWindow
from annotator.gui.help.key_sheet import key_sheet
from annotator.gui.help.pages import Page, page_of, page_text, title
from annotator.gui.main_window import MainWindow
from annotator.gui.page_browser import PageBrowser
from annotator.gui.text.caret import Arrows
from annotator.gui.theme import Mode
from annotator.gui.translation import Language
from annotator.resources import help_folder
from tests.gui.test_names import nameless
from tests.gui.test_translation import translations

ROOT = Path(__file__).parents[2]
WRITTEN = [page for page in Page if page is not Page.KEYS]

IN_LISTS_AND_DRAGS = {"Enter", "Space", "Ctrl+A", "Alt", "Ctrl", "Shift"}
ANY_NUMBER = {*"1234", *(f"Alt+{nth}" for nth in range(1, 10))}
IN_TEXT = {"Shift+← →", "Ctrl+Shift+← →", "Alt+Shift+← →", "Alt+Shift+↑ ↓", "Ctrl+Alt+Shift+← →"}
"""What TEXT_KEYS says in one with others: Shift with what moves selects, with Alt it moves the start."""


def source(page: Page, language: Language) -> str:
    return help_folder().joinpath(language, f"{page}.md").read_text("utf-8")


def headings(page: Page, language: Language) -> list[int]:
    return [len(found) for found in re.findall(r"^(#+) ", source(page, language), re.MULTILINE)]


def keys_by_section(page: Page, language: Language) -> list[list[str]]:
    sections = re.split(r"^#+ .*$", source(page, language), flags=re.MULTILINE)
    found = [re.findall(r"\*\*([^*]+)\*\*", section) for section in sections]
    return [sorted(key.replace("؟", "?") for key in keys) for keys in found]


def code(page: Page, language: Language) -> list[str]:
    """Return the commands of a page, those in its lines too."""
    text = source(page, language)
    return [
        line.strip("` ") for line in re.findall(r"^ +annotator .+$|`annotator [^`]+`", text, re.MULTILINE)
    ]


@pytest.fixture
def opened(window: MainWindow, qtbot) -> HelpWindow:
    window.actions_["help"].trigger()
    found = window.findChild(HelpWindow)
    assert found
    qtbot.waitExposed(found)
    return found


def colours(browser: PageBrowser) -> dict[str, set[str]]:
    """Return the colours behind examples and of links, by what they stand for."""
    found: dict[str, set[str]] = {"example": set(), "code": set(), "link": set()}
    block = browser.document().begin()
    while block.isValid():
        if block.blockFormat().background().style() is not Qt.BrushStyle.NoBrush:
            found["code"].add(block.blockFormat().background().color().name())
        for part in block.textFormats():
            if part.format.background().style() is not Qt.BrushStyle.NoBrush:
                found["example"].add(part.format.background().color().name())
            if part.format.isAnchor():
                found["link"].add(part.format.foreground().color().name())
        block = block.next()
    return found


def speak(window: MainWindow, opened: HelpWindow, language: Language, qtbot) -> None:
    window.use_language(language)
    shown = title(page_text(Page.ANNOTATOR, language))
    qtbot.waitUntil(lambda: opened.list.item(0).text() == shown)


@pytest.mark.parametrize("page", Page)
def test_every_page_has_the_same_sections_pictures_and_commands_in_both_languages(page: Page) -> None:
    arabic, english = Language.ARABIC, Language.ENGLISH
    assert headings(page, arabic) == headings(page, english)
    assert headings(page, english)[0] == 1
    pictures = [re.findall(r"!\[[^\]]+\]\((.+)\)", source(page, language)) for language in Language]
    assert pictures[0] == pictures[1]
    assert code(page, arabic) == code(page, english)
    assert keys_by_section(page, arabic) == keys_by_section(page, english)


def test_there_are_no_other_pages() -> None:
    for language in Language:
        assert {path.stem for path in (help_folder() / language).iterdir()} == set(Page)


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("page", Page)
def test_every_link_and_picture_of_a_page_is_there(page: Page, language: Language) -> None:
    folder = help_folder() / language
    for is_picture, target in re.findall(r"(!?)\[[^\]\n]+\]\(([^)]+)\)", source(page, language)):
        assert (folder / target).is_file()
        assert is_picture or page_of(target)


@pytest.mark.parametrize("page", WRITTEN)
def test_every_key_that_a_page_names_is_one_of_the_programs(page: Page) -> None:
    known = {key for _, keys, _ in TABLE.values() for key in keys} | {*CHOICE_KEYS.values()}
    known |= {key for keys in TEXT_KEYS.values() for key in (*keys.split(", "), *keys.split())}
    known |= IN_LISTS_AND_DRAGS | ANY_NUMBER | IN_TEXT
    named = {key for keys in keys_by_section(page, Language.ENGLISH) for key in keys}
    assert named - known == set()


@pytest.mark.parametrize("page", Page)
def test_every_command_that_a_page_names_is_understood(page: Page) -> None:
    parser = build(open_window, self_test, print_pdf)
    (group,) = parser._subparsers._group_actions  # type: ignore[union-attr]
    for command in code(page, Language.ENGLISH):
        name, *others = command.split()[1:]
        options = {word for word in others if word.startswith("--")}
        assert options <= group.choices[name]._option_string_actions.keys(), command
        if "news.annotator" in command or "restored.annotator" in command:
            parser.parse_args(command.replace('"BACKUP"', "backup").split()[1:])


def test_what_the_page_of_backups_says_is_kept_is_kept() -> None:
    for language in Language:
        told = re.findall(r"^- .*?(\d+)", source(Page.BACKUP, language), re.MULTILINE)
        assert [int(number) for number in told] == [LAST, DAYS, WEEKS, MONTHS]


def test_the_sentences_that_the_page_of_backups_explains_are_the_programs() -> None:
    known = translations()
    sayings = {Language.ENGLISH: known.keys(), Language.ARABIC: known.values()}
    for language, said in sayings.items():
        table = source(Page.BACKUP, language).rpartition("\n## ")[2]
        told = [row.strip("| ").split(" | ")[0] for row in re.findall(r"^\|.*", table, re.MULTILINE)[2:]]
        assert len(told) == 8
        for sentence in told:
            pattern = re.compile(re.escape(sentence).replace("…", r"\{\w+\}"))
            assert any(pattern.match(one) for one in said), sentence


def test_the_sheet_of_keys_in_the_documentation_is_the_programs(qapp: QApplication) -> None:
    spec = importlib.util.spec_from_file_location("keys", ROOT / "docs" / "keys.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    for path, text in module.written(qapp):
        assert path.read_text("utf-8") == text


def test_the_sheet_has_the_keys_of_every_action(window: MainWindow, desk: Desk) -> None:
    sheet = key_sheet(window.actions_, desk.session.labels, Arrows.READING)
    for _, action in window.actions_.with_keys():
        keys = ", ".join(key.toString(QKeySequence.SequenceFormat.NativeText) for key in action.shortcuts())
        assert not keys or f"| {action.text().removesuffix('…')} | **{keys}** |" in sheet


@pytest.mark.parametrize("language", Language)
def test_the_window_shows_every_page_in_the_language_of_the_interface(
    window: MainWindow, opened: HelpWindow, qtbot, language: Language
) -> None:
    speak(window, opened, language, qtbot)
    for row, page in enumerate(Page):
        opened.list.setCurrentRow(row)
        shown = opened.browser.toPlainText()
        assert shown.splitlines()[0] == opened.list.item(row).text() == title(source(page, language))
        assert "](" not in shown
        assert "**" not in shown
        assert "div" not in shown
        assert not re.search(r"^\|", shown, re.MULTILINE)
        direction = opened.browser.document().defaultTextOption().textDirection()
        is_rtl = language is Language.ARABIC
        assert (direction is Qt.LayoutDirection.RightToLeft) == is_rtl
    assert nameless(opened) == []


def test_keys_in_arabic_keep_their_signs_at_their_ends_and_tables_begin_at_the_right(
    window: MainWindow, opened: HelpWindow, qtbot
) -> None:
    speak(window, opened, Language.ARABIC, qtbot)
    opened.go_to(Page.KEYS)
    text = opened.browser.toPlainText()
    assert "\u200eCtrl+-\u200e" in text
    table = opened.browser.document().rootFrame().childFrames()[0]
    action = table.cellAt(1, 1).firstCursorPosition()  # type: ignore[attr-defined]
    keys = table.cellAt(1, 0).firstCursorPosition()  # type: ignore[attr-defined]
    assert action.block().text() == window.actions_["new"].text().removesuffix("…")
    assert opened.browser.cursorRect(action).x() > opened.browser.cursorRect(keys).x()


def test_help_stays_open_while_one_labels_and_is_opened_once(
    window: MainWindow, desk: Desk, opened: HelpWindow
) -> None:
    assert not opened.isModal()
    window.actions_["help"].trigger()
    assert len(window.findChildren(HelpWindow)) == 1


def test_f1_opens_help_where_there_are_no_guidelines_yet(window: MainWindow, qtbot) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    QTest.keyClick(window, Qt.Key.Key_F1)
    assert window.findChild(HelpWindow)


def test_keys_that_a_person_has_changed_are_shown_as_they_are_now(
    window: MainWindow, opened: HelpWindow
) -> None:
    window.actions_.use_keys({"submit": ("Ctrl+J",)})
    opened.go_to(Page.KEYS)
    assert "Ctrl+J" in opened.browser.toPlainText()
    assert "Ctrl+Return" not in opened.browser.toPlainText().replace("Ctrl+Shift+Return", "")


def test_a_link_leads_to_its_page_and_nowhere_else(opened: HelpWindow) -> None:
    opened.browser.anchorClicked.emit(QUrl("reviewer.md"))
    assert opened.page is Page.REVIEWER
    for elsewhere in ("file:///etc/passwd", "https://example.org/x.md", "../en/nothing.md"):
        opened.browser.anchorClicked.emit(QUrl(elsewhere))
        assert opened.page is Page.REVIEWER
    assert not opened.browser.openLinks()


def test_pages_are_read_and_searched_by_the_keyboard_alone(opened: HelpWindow, qtbot) -> None:
    opened.activateWindow()
    qtbot.waitUntil(opened.isActiveWindow)
    opened.list.setFocus()
    QTest.keyClick(opened.list, Qt.Key.Key_Down)
    assert opened.page is Page.REVIEWER
    QTest.keyClick(opened, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert opened.words.hasFocus()
    QTest.keyClicks(opened.words, "rescue")
    assert opened.page is Page.BACKUP
    assert opened.browser.textCursor().selectedText().lower() == "rescue"
    total = len(find("rescue", opened._plain))
    assert opened.said.text() == f"1 of {total}"
    QTest.keyClick(opened.words, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert opened.said.text() == f"{total} of {total}"
    QTest.keyClick(opened.words, Qt.Key.Key_Return)
    assert opened.said.text() == f"1 of {total}"
    QTest.keyClicks(opened.words, "xyz")
    assert opened.said.text() == "Not found"
    assert opened.browser.extraSelections() == []


def test_words_are_found_in_all_pages_in_order_however_they_are_spelt(
    window: MainWindow, opened: HelpWindow, qtbot
) -> None:
    speak(window, opened, Language.ARABIC, qtbot)
    opened.words.setText("نُسخَه")
    found = opened._found
    assert {one.page for one in found} > {Page.BACKUP}
    places = [(list(Page).index(one.page), one.start) for one in found]
    assert places == sorted(places)
    opened.go_to(Page.BACKUP)
    here = [one for one in found if one.page is Page.BACKUP]
    marked = [mark.cursor.selectedText() for mark in opened.browser.extraSelections()]
    assert len(marked) == len(here)
    assert {"نسخة"} <= set(marked)


@pytest.mark.parametrize("mode", [Mode.DARK, Mode.LIGHT])
def test_examples_and_links_that_are_shown_take_the_colours_of_another_mode(
    window: MainWindow, opened: HelpWindow, qtbot, mode: Mode
) -> None:
    window.use_mode(Mode.LIGHT if mode is Mode.DARK else Mode.DARK)
    browser = opened.browser
    browser.show_text(
        "An `example`, [a link](reviewer.md)\n\n    code\n\n" + "A line\n\n" * 200, Language.ENGLISH
    )
    browser.verticalScrollBar().setValue(300)
    window.use_mode(mode)
    palette = window.palette()
    midlight, link = (
        palette.color(role).name() for role in (QPalette.ColorRole.Midlight, QPalette.ColorRole.Link)
    )
    assert colours(browser) == {"example": {midlight}, "code": {midlight}, "link": {link}}
    assert browser.verticalScrollBar().value() == 300
    cursor = QTextCursor(browser.document())
    cursor.movePosition(QTextCursor.MoveOperation.NextWord)
    cursor.movePosition(QTextCursor.MoveOperation.Right)
    assert not cursor.charFormat().fontFixedPitch()
    window.use_mode(Mode.SYSTEM)
