"""Starting, and what happens to errors that nobody caught."""

import pytest

from annotator.domain.errors import EditError
from annotator.gui import application
from annotator.gui.main_window import MainWindow


def test_an_error_for_people_is_a_sentence_in_the_window(window: MainWindow) -> None:
    error = EditError("This span has this label already.")
    application.report(window, EditError, error, None)
    assert window.message.text == "This span has this label already."


def test_a_bug_is_shown_with_a_report_that_holds_no_text(window: MainWindow, monkeypatch, capsys) -> None:
    shown: list[str] = []
    monkeypatch.setattr(application, "show_bug", lambda _window, report: shown.append(report))
    secret = "نص المقال السري"
    with pytest.raises(KeyError) as caught:
        raise KeyError(secret)
    application.report(window, KeyError, caught.value, caught.tb)
    assert "KeyError" in shown[0]
    assert "test_application" in shown[0]
    assert "السري" not in shown[0]
