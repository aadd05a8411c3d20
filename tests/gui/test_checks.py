"""The checks of boundaries, quiet beside the article, and mended by a key."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from annotator.domain.span import Span
from annotator.gui.desk import Desk
from annotator.gui.main_window import MainWindow

TEXT = "وقّعت أرمينيا وباكو"


def labelled(qtbot, desk: Desk, *spans: Span) -> None:
    """Label spans as places, and wait until the article has been checked."""
    with qtbot.waitSignal(desk.checking.found):
        for span in spans:
            desk.view.select(span)
            QTest.keyClick(desk.view, Qt.Key.Key_2)


def said(desk: Desk) -> list[str]:
    shown = desk.side.findings.list
    texts = (shown.item(row).text() for row in range(shown.count()))
    return [text.translate(dict.fromkeys(map(ord, "\u202a\u202b\u202c"))) for text in texts]


def given(desk: Desk) -> list[str]:
    assert desk.labelling.current
    current = desk.labelling.current
    return [item.span.of(current.article.text) for item in current.annotations if item.span]


def test_a_clean_article_says_nothing(qtbot, desk: Desk) -> None:
    labelled(qtbot, desk, Span(6, 13))
    assert said(desk) == []
    assert not desk.side.findings.isVisible()


def test_a_bad_boundary_is_gone_to_and_mended_by_two_keys(qtbot, desk: Desk) -> None:
    labelled(qtbot, desk, Span(6, 14))
    assert said(desk) == ["A space at an end: أرمينيا"]
    desk.view.select(None)
    desk.view.choose(None)
    QTest.keyClick(desk.view, Qt.Key.Key_F8)
    assert desk.view.chosen_id
    with qtbot.waitSignal(desk.checking.found):
        QTest.keyClick(desk.view, Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)
    assert given(desk) == ["أرمينيا"]
    assert said(desk) == []
    QTest.keyClick(desk.view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert given(desk) == ["أرمينيا "]


def test_the_list_shows_a_span_and_mends_it(qtbot, desk: Desk) -> None:
    labelled(qtbot, desk, Span(6, 14), Span(14, 20))
    shown = desk.side.findings
    item = shown.list.item(0)
    place = shown.list.visualItemRect(item).center()
    QTest.mouseClick(shown.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert desk.view.chosen_id
    with qtbot.waitSignal(desk.checking.found):
        QTest.mouseClick(shown.mend, Qt.MouseButton.LeftButton)
    assert given(desk)[0] == "أرمينيا"


def test_a_rule_that_is_turned_off_is_remembered(qtbot, desk: Desk, window: MainWindow) -> None:
    labelled(qtbot, desk, Span(6, 14))
    rule = next(one for one in window.actions_.group("checks").actions() if one.data() == "space")
    with qtbot.waitSignal(desk.checking.found):
        rule.trigger()
    assert said(desk) == []
    assert "space" not in window.settings.checks
    with qtbot.waitSignal(desk.checking.found):
        rule.trigger()
    assert len(said(desk)) == 1
