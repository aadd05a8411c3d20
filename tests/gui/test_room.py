"""A screen of 1280 × 800 that shows all twice as large has room for 640 × 400."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QComboBox, QScrollArea, QStyle, QStyleOptionComboBox, QTableView, QWidget

from annotator.domain.annotation import Annotation
from annotator.domain.article import ArticleLine, ArticleState
from annotator.domain.errors import NotFoundError
from annotator.domain.span import Span
from annotator.gui.articles.article_delegate import ArticleDelegate
from annotator.gui.desk import Desk
from annotator.gui.dialogs.export_dialog import ExportDialog
from annotator.gui.dialogs.import_dialog import ImportDialog
from annotator.gui.dialogs.label_editor.dialog import LabelEditor
from annotator.gui.dialogs.merging_dialog import MergingDialog
from annotator.gui.dialogs.packing_dialog import PackingDialog
from annotator.gui.main_window import MainWindow
from annotator.gui.quality.dashboard import Dashboard
from annotator.gui.search.search_bar import Scope
from annotator.gui.translation import Language

WIDTH, HEIGHT = 640, 400


@pytest.mark.parametrize("language", list(Language))
def test_the_window_fits_where_all_is_twice_as_large(
    window: MainWindow, desk: Desk, qtbot, language: Language
) -> None:
    window.use_language(language)
    window.resize(WIDTH, HEIGHT)
    qtbot.waitUntil(lambda: (window.width(), window.height()) == (WIDTH, HEIGHT))
    assert desk.page.width() >= 280
    assert desk.view.height() >= 3 * desk.view.pitch
    assert desk.view.column_width >= 200
    desk.search_all()
    qtbot.waitUntil(desk.search.isVisible)
    assert window.minimumSizeHint().width() <= WIDTH
    assert window.minimumSizeHint().height() <= HEIGHT


@pytest.mark.parametrize("language", list(Language))
def test_what_is_found_fits_with_a_row_of_it_below_a_message_too(
    window: MainWindow, desk: Desk, qtbot, language: Language
) -> None:
    window.use_language(language)
    desk.page.labels.show_labels((Annotation.new("a", "amal", "topic", None),), desk.session.labels)
    desk.view.select(Span(15, 19))
    window.resize(WIDTH, HEIGHT)
    qtbot.waitUntil(lambda: (window.width(), window.height()) == (WIDTH, HEIGHT))
    desk.find_mentions()
    qtbot.waitUntil(lambda: not desk.search.is_running)
    table = desk.search.table
    qtbot.waitUntil(lambda: fits(window) and shows_row(table))
    desk.search.bar.ask_for("باكو", Scope.PROJECT)
    qtbot.waitUntil(lambda: not desk.search.is_running)
    window.show_error(NotFoundError("There is no further article in the list."))
    qtbot.waitUntil(lambda: fits(window) and shows_row(table))
    assert (window.width(), window.height()) == (WIDTH, HEIGHT)
    assert desk.view.height() >= 40
    window.resize(1280, 800)
    qtbot.waitUntil(table.horizontalHeader().isVisible)
    qtbot.waitUntil(desk.page.head.isVisible)


def shows_row(table: QTableView) -> bool:
    """A row that is chosen is seen whole."""
    row = table.visualRect(table.currentIndex())
    return row.isValid() and table.viewport().rect().contains(row)


@pytest.mark.parametrize("language", list(Language))
def test_review_and_the_page_of_welcome_fit_too(
    window: MainWindow, desk: Desk, qtbot, language: Language
) -> None:
    window.use_language(language)
    window.open_project(desk.session.project.place, annotator="mona", for_review=True)
    qtbot.waitUntil(lambda: fits(window))
    window.close_project()
    qtbot.waitUntil(lambda: fits(window))


@pytest.mark.parametrize("language", list(Language))
def test_dialogs_fit_and_nothing_in_them_is_wider(
    window: MainWindow, desk: Desk, qtbot, language: Language, tmp_path: Path
) -> None:
    window.use_language(language)
    dialogs = [
        ImportDialog(desk.session, [tmp_path / "a.txt"]),
        ExportDialog(desk.session),
        PackingDialog(desk.session),
        MergingDialog(desk.session, [tmp_path / "a.annotator"]),
        LabelEditor(desk.session),
        Dashboard(desk.session),
    ]
    for dialog in dialogs:
        qtbot.addWidget(dialog)
        dialog.show()
        dialog.resize(WIDTH, HEIGHT)
        assert fits(dialog), dialog
        qtbot.waitUntil(lambda dialog=dialog: shows_all(dialog))


def shows_all(dialog: QWidget) -> bool:
    """Nothing is cut that cannot be scrolled to."""
    never = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
    areas = [area for area in dialog.findChildren(QScrollArea) if area.horizontalScrollBarPolicy() is never]
    return all(area.widget().width() <= area.viewport().width() for area in areas if area.isVisible())


def fits(widget: QWidget) -> bool:
    least = widget.minimumSizeHint()
    return least.width() <= WIDTH and least.height() <= HEIGHT


def test_the_article_has_half_of_a_window_and_its_sides_share_the_rest(
    window: MainWindow, desk: Desk, qtbot
) -> None:
    for width in (1920, 900):
        window.resize(width, 700)
        qtbot.waitUntil(lambda width=width: window.width() == width)
        left, middle, right = desk.splitter.sizes()
        assert middle >= 0.48 * width
        assert 1.2 < right / left < 1.5


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("width", [1280, 1040])
def test_choices_of_the_search_are_as_wide_as_what_they_say(
    window: MainWindow, desk: Desk, qtbot, language: Language, width: int
) -> None:
    window.use_language(language)
    window.resize(width, 800)
    desk.search_all()
    bar = desk.search.bar
    boxes = (bar.scope, bar.kept, bar.order)
    qtbot.waitUntil(lambda: all(_room(box) >= _longest(box) for box in boxes) and bar.words.width() >= 100)


def _longest(box: QComboBox) -> int:
    return max(box.fontMetrics().horizontalAdvance(box.itemText(row)) for row in range(box.count()))


def _room(box: QComboBox) -> int:
    """Return how much of a box its text can take."""
    option = QStyleOptionComboBox()
    box.initStyleOption(option)
    part = QStyle.SubControl.SC_ComboBoxEditField
    return box.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, box).width()


@pytest.mark.parametrize("room", range(0, 200, 7))
def test_counts_that_find_no_room_in_a_line_are_told_by_three_dots(desk: Desk, room: int) -> None:
    counts = {label.id: 10**nth for nth, label in enumerate(desk.session.labels)}
    line = ArticleLine("a", 1, "خبر", None, None, ArticleState.NEW, counts)
    delegate = ArticleDelegate(desk.session.labels, desk.articles.view)
    chips = delegate._chips(QFontMetrics(desk.font()), line, room)
    told, every = [text for _, text, _ in chips], [str(count) for count in counts.values()]
    assert told in (every, [*every[: len(told) - 1], "…"])
    assert told == ["…"] or sum(width + 4 for _, _, width in chips) <= room
