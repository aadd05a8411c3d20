"""A screen of 1280 × 800 that shows all twice as large has room for 640 × 400."""

import pytest

from annotator.gui.desk import Desk
from annotator.gui.main_window import MainWindow
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
