"""Arrow keys as they are seen: always to one side of the screen, through every place of a line."""

import itertools

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from annotator.arabic import graphemes
from annotator.domain.article import Direction
from annotator.domain.span import Span
from annotator.gui.fonts import load
from annotator.gui.main_window import MainWindow
from annotator.gui.text.article_view import ArticleView
from annotator.gui.text.caret import Arrows
from annotator.gui.text.setting import Type
from annotator.gui.text.units import Unit
from annotator.gui.translation import Language
from tests.gui.text.test_geometry import SEED


@pytest.fixture(params=[Direction.RTL, Direction.LTR, Direction.AUTO])
def view(request, qapp, qtbot) -> ArticleView:
    load(qapp)
    made = ArticleView()
    qtbot.addWidget(made)
    made.resize(420, 500)
    made.arrows = Arrows.SEEN
    made.snapping = Unit.CHARACTER
    made.show()
    made.show_article(SEED, request.param, [])
    return made


def places_of(text: str) -> list[int]:
    found = [0]
    while found[-1] < len(text):
        found.append(graphemes.after(text, found[-1]))
    return found


@pytest.mark.parametrize("key", [Qt.Key.Key_Left, Qt.Key.Key_Right])
def test_one_key_leads_to_every_place_once_and_never_turns_back(view: ArticleView, key: Qt.Key) -> None:
    _, paragraph = view.page.paragraph_of(0)
    goes_on = (key == Qt.Key.Key_Left) == paragraph.is_rtl
    stops = paragraph.stops(0 if goes_on else len(SEED))
    if not goes_on:
        stops = view.page.paragraph_of(len(SEED))[1].stops(len(SEED))
    view.caret.put(stops[0] if key == Qt.Key.Key_Left else stops[-1])
    seen = [view.caret.place]
    for _ in range(2 * len(SEED)):
        QTest.keyClick(view, key)
        if view.caret.place == seen[-1]:
            break
        seen.append(view.caret.place)
    assert sorted(seen) == places_of(SEED)
    carets = [view.page.caret(place) for place in seen]
    sign = 1 if key == Qt.Key.Key_Left else -1
    for before, after in itertools.pairwise(carets):
        if before.y() == after.y():
            assert sign * after.x() <= sign * before.x()
        else:
            assert (after.y() > before.y()) == goes_on


def test_a_hidden_mark_at_the_beginning_stops_nobody(view: ArticleView) -> None:
    view.show_article("\u064eقال نعم", Direction.RTL, [])
    view.set_type(Type(hides_harakat=True))
    view.caret.put(0)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Left, Qt.Key.Key_Right):
        QTest.keyClick(view, key)
    assert 0 <= view.caret.place <= 3


def test_a_selection_stays_one_range_with_a_fixed_end(view: ArticleView) -> None:
    view.caret.put(SEED.index("(رقم"))
    for _ in range(30):
        QTest.keyClick(view, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
        assert view.caret.anchor == SEED.index("(رقم")
    selection = view.caret.selection
    assert selection
    QTest.keyClick(view, Qt.Key.Key_Left)
    assert view.caret.selection is None
    assert view.caret.place in {selection.start, selection.end}


def test_the_choice_is_kept_and_obeyed_at_once(window: MainWindow, project_path, qtbot) -> None:
    window.open_project(project_path)
    assert window.desk
    view = window.desk.view
    assert view.arrows is Arrows.READING
    seen = next(action for action in window.actions_.group("arrows").actions() if action.data() == "seen")
    seen.trigger()
    assert view.arrows is window.settings.arrows is Arrows.SEEN
    assert "Latin" in seen.toolTip()
    window.use_language(Language.ENGLISH)
    view.select(Span(0, 5))
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert view.caret.place == 0
