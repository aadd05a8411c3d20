"""Labels and guidelines are changed in the real window, by keyboard and mouse."""

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QColorDialog

from annotator.domain.annotation import Layer
from annotator.domain.article import ArticleState
from annotator.domain.edit import Edit
from annotator.domain.errors import OverlapError
from annotator.domain.span import Span
from annotator.gui.desk import Desk
from annotator.gui.dialogs.guidelines_dialog import GuidelinesDialog
from annotator.gui.dialogs.label_editor.dialog import LabelEditor
from annotator.gui.dialogs.label_editor.merge_dialog import MergeDialog
from annotator.gui.main_window import MainWindow
from annotator.gui.translation import Language
from annotator.services import annotating
from annotator.services.browsing import guidelines, label_set
from annotator.services.projects import open_project
from tests.gui.conftest import addition, first_article, spans

Key = Qt.Key
CONTROL, ALT, SHIFT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
ARMENIA, BAKU = Span(6, 13), Span(15, 19)


@pytest.fixture
def editor(desk: Desk, window: MainWindow, qtbot) -> LabelEditor:
    qtbot.waitUntil(window.isActiveWindow)
    QTest.keyClick(desk.view, Key.Key_L, CONTROL)
    (found,) = desk.findChildren(LabelEditor)
    qtbot.waitUntil(lambda: found.labels.table.model_.counts is not None)
    return found


def write(field, text: str) -> None:
    """Type in place of what is there, and go on to the next field."""
    field.setFocus()
    field.selectAll()
    if text.isascii():
        QTest.keyClicks(field, text)
    else:
        field.insert(text) if hasattr(field, "insert") else field.insertPlainText(text)
    QTest.keyClick(field, Key.Key_Tab)


def click(editor: LabelEditor, button: str) -> None:
    QTest.mouseClick(editor.labels.buttons[button], Qt.MouseButton.LeftButton)


def palette(desk: Desk) -> list[str]:
    return [button.text() for button in desk.side.palette_._buttons]


def label(desk: Desk, span: Span, key: Qt.Key) -> None:
    desk.view.select(span)
    QTest.keyClick(desk.view, key)


def test_ctrl_l_opens_one_editor(editor: LabelEditor, desk: Desk) -> None:
    QTest.keyClick(desk.view, Key.Key_L, CONTROL)
    assert desk.findChildren(LabelEditor) == [editor]
    assert editor.labels.chosen.id == "actor"


def test_what_is_typed_is_saved_and_shown_everywhere_and_undone_in_the_window(
    editor: LabelEditor, desk: Desk, qtbot
) -> None:
    label(desk, BAKU, Key.Key_1)
    form = editor.labels.form
    write(form.name, "AGENT")
    write(form.display[Language.ENGLISH], "Agent")
    write(form.display[Language.ARABIC], "العامل")
    write(form.description[Language.ENGLISH], "Who acts.")
    write(form.examples, "one")
    saved = label_set(desk.session.project)["actor"]
    assert (saved.name, dict(saved.display)) == ("AGENT", {"ar": "العامل", "en": "Agent"})
    assert (saved.description["en"], saved.examples) == ("Who acts.", ("one",))
    assert palette(desk)[0] == "Agent"
    assert desk.side.table.spans.index(0, 1).data() == "Agent"
    for _ in range(5):
        QTest.keyClick(desk.view, Key.Key_Z, CONTROL)
    assert palette(desk)[0] == "Actor"
    assert form.name.text() == "ACTOR"
    assert label_set(desk.session.project)["actor"].name == "ACTOR"
    assert spans(desk.session) == [(15, 19, "actor")]


def test_a_refused_name_is_explained_and_stays_as_it_was_typed(editor: LabelEditor, desk: Desk) -> None:
    form = editor.labels.form
    write(form.name, "place")
    assert "only in spelling" in editor.message.text
    assert form.name.text() == "place"
    assert desk.session.labels["actor"].name == "ACTOR"
    write(form.display[Language.ENGLISH], "Doer")
    assert desk.session.labels["actor"].display["en"] == "Doer"
    assert form.name.text() == "place"
    write(form.name, "DOER")
    assert desk.session.labels["actor"].name == "DOER"
    assert not editor.message.isVisible()


def test_closing_with_a_refused_name_says_so_once_and_then_closes(editor: LabelEditor, qtbot) -> None:
    editor.labels.form.name.setFocus()
    editor.labels.form.name.clear()
    QTest.keyClicks(editor.labels.form.name, " ")
    QTest.keyClick(editor, Key.Key_Escape)
    assert editor.isVisible()
    assert "cannot be empty" in editor.message.text
    QTest.keyClick(editor, Key.Key_Escape)
    assert not editor.isVisible()


def test_what_is_refused_after_something_was_saved_is_said_again(editor: LabelEditor) -> None:
    for name in ("PLACE", "AGENT", "TOPIC"):
        write(editor.labels.form.name, name)
        if name != "AGENT":
            editor.close()
            assert editor.isVisible()
    editor.close()
    assert not editor.isVisible()


def test_what_is_being_typed_is_saved_when_the_project_is_closed(
    editor: LabelEditor, window: MainWindow, desk: Desk
) -> None:
    path = desk.session.project.path
    editor.labels.form.name.setFocus()
    editor.labels.form.name.selectAll()
    QTest.keyClicks(editor.labels.form.name, "AGENT")
    editor.guidelines.source.setPlainText("# New")
    window.close_project()
    with open_project(path) as project:
        assert label_set(project)["actor"].name == "AGENT"
        assert "# New" in guidelines(project).values()


def test_a_key_is_set_by_pressing_it_whatever_the_layout(editor: LabelEditor, desk: Desk) -> None:
    field = editor.labels.form.key
    field.setFocus()
    pressed = QKeyEvent(QKeyEvent.Type.KeyPress, 0x636, Qt.KeyboardModifier.NoModifier, 24, 0, 0, "ض")
    QApplication.sendEvent(field, pressed)
    assert desk.session.labels["actor"].key == "q"
    QTest.keyClicks(field, ";")
    assert "a digit or a letter" in editor.message.text
    QTest.keyClick(field, Key.Key_2)
    assert "cannot have one key" in editor.message.text
    assert field.text() == "Q"
    QTest.keyClick(field, Key.Key_Backspace)
    assert desk.session.labels["actor"].key == ""
    desk.view.select(BAKU)
    QTest.keyClick(desk.view, Key.Key_1)
    assert spans(desk.session) == []


def test_a_label_is_added_by_its_name_and_enter(editor: LabelEditor, desk: Desk) -> None:
    field = editor.labels.new_name
    field.setFocus()
    field.insert("قانون")
    QTest.keyClick(field, Key.Key_Return)
    added = desk.session.labels.named("قانون")
    assert (added.key, editor.labels.chosen, field.text()) == ("5", added, "")
    label(desk, BAKU, Key.Key_5)
    assert spans(desk.session) == [(15, 19, "قانون")]
    field.insert("قَانون")
    QTest.keyClick(field, Key.Key_Return)
    assert "only in spelling" in editor.message.text
    assert field.text() == "قَانون"
    for _ in range(2):
        QTest.keyClick(desk.view, Key.Key_Z, CONTROL)
    assert palette(desk) == ["Actor", "Place", "Agreement", "Topic"]


def test_a_retired_label_is_offered_no_more_and_stays_where_it_is(
    editor: LabelEditor, desk: Desk, window: MainWindow
) -> None:
    label(desk, BAKU, Key.Key_2)
    desk.view.choose(None)
    QTest.keyClick(desk.view, Key.Key_2)
    assert desk.labelling.pen is not None
    editor.labels.choose("place")
    click(editor, "retire")
    assert palette(desk) == ["Actor", "Agreement", "Topic"]
    assert desk.labelling.pen is None
    label(desk, ARMENIA, Key.Key_2)
    assert spans(desk.session) == [(15, 19, "place")]
    assert desk.side.table.spans.index(0, 1).data() == "Place"
    assert "retired" in editor.labels.table.model_.index(1, 0).data()
    click(editor, "retire")
    assert palette(desk) == ["Actor", "Place", "Agreement", "Topic"]
    assert desk.session.labels["place"].key == "2"


def test_only_a_label_that_nobody_uses_can_be_removed(editor: LabelEditor, desk: Desk, qtbot) -> None:
    label(desk, BAKU, Key.Key_2)
    editor.labels.choose("place")
    remove = editor.labels.buttons["remove"]
    qtbot.waitUntil(lambda: not remove.isEnabled())
    editor.labels.choose("topic")
    assert remove.isEnabled()
    QTest.mouseClick(remove, Qt.MouseButton.LeftButton)
    assert palette(desk) == ["Actor", "Place", "Agreement"]
    assert editor.labels.chosen.id == "agreement"
    assert not editor.labels.buttons["down"].isEnabled()


def test_labels_are_put_in_another_order_by_keyboard(editor: LabelEditor, desk: Desk) -> None:
    QTest.keyClick(editor.labels.table, Key.Key_Down, ALT)
    QTest.keyClick(editor.labels.table, Key.Key_Down, ALT)
    assert palette(desk) == ["Place", "Agreement", "Actor", "Topic"]
    assert editor.labels.chosen.id == "actor"
    QTest.keyClick(editor.labels.table, Key.Key_Up, ALT)
    assert palette(desk) == ["Place", "Actor", "Agreement", "Topic"]


def test_ctrl_z_in_the_list_takes_back_the_last_change(editor: LabelEditor, desk: Desk) -> None:
    click(editor, "down")
    QTest.keyClick(editor.labels.table, Key.Key_Z, CONTROL)
    assert palette(desk) == ["Actor", "Place", "Agreement", "Topic"]


@pytest.mark.parametrize("language", list(Language))
def test_the_arrow_keys_choose_a_label_in_either_direction_of_the_interface(
    window: MainWindow, project_path: Path, qtbot, language: Language
) -> None:
    window.use_language(language)
    window.open_project(project_path)
    window.actions_["labels"].trigger()
    (editor,) = window.desk.findChildren(LabelEditor)
    QTest.keyClick(editor.labels.table, Key.Key_Down)
    assert editor.labels.form.name.text() == "PLACE"
    assert [index.row() for index in editor.labels.table.selectionModel().selectedRows()] == [1]
    editor.labels.form.colour.swatches[6].click()
    assert window.desk.session.labels["place"].colour == "#F0E442"


def test_a_colour_of_ones_own_is_picked_from_all(editor: LabelEditor, desk: Desk) -> None:
    QTest.mouseClick(editor.labels.form.colour.other, Qt.MouseButton.LeftButton)
    dialog = editor.findChild(QColorDialog)
    dialog.setCurrentColor(QColor("#123456"))
    dialog.accept()
    assert desk.session.labels["actor"].colour == "#123456"
    assert not any(swatch.isChecked() for swatch in editor.labels.form.colour.swatches)


def test_a_colour_and_a_line_are_seen_in_the_text_at_once(editor: LabelEditor, desk: Desk) -> None:
    before = desk.view.colours["actor"]
    QTest.mouseClick(editor.labels.form.colour.swatches[4], Qt.MouseButton.LeftButton)
    form = editor.labels.form
    form.pattern.setFocus()
    QTest.keyClick(form.pattern, Key.Key_Down)
    after = desk.view.colours["actor"]
    assert after.line != before.line
    assert (after.pattern, desk.session.labels["actor"].colour) == ("dashed", "#D55E00")


def test_a_merge_says_what_it_does_and_is_undone(
    editor: LabelEditor, desk: Desk, window: MainWindow, qtbot
) -> None:
    session = desk.session
    for start, end, name in ((6, 13, "actor"), (6, 13, "place"), (15, 19, "place")):
        session.edit("Label", addition(session, start, end, name))
    article = first_article(session)
    before, after = (Layer(article, "amal", s) for s in (ArticleState.IN_PROGRESS, ArticleState.SUBMITTED))
    session.edit("Submit", Edit(before, after))
    editor.labels.choose("place")
    click(editor, "merge")
    dialog = editor.findChild(MergeDialog)
    qtbot.waitUntil(lambda: "alone" in dialog.said.text())
    assert "\u2068Actor\u2069: 1" in dialog.said.text()
    QTest.keyClick(dialog, Key.Key_Return)
    assert spans(session) == [(6, 13, "actor"), (15, 19, "actor")]
    assert palette(desk) == ["Actor", "Agreement", "Topic"]
    assert [one.text() for one in desk.side.palette_._buttons if one.count] == ["Actor"]
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    QTest.keyClick(desk.view, Key.Key_Z, CONTROL)
    assert spans(session) == [(6, 13, "actor"), (6, 13, "place"), (15, 19, "place")]
    QTest.keyClick(desk.view, Key.Key_Z, CONTROL | SHIFT)
    assert spans(session) == [(6, 13, "actor"), (15, 19, "actor")]


def test_pairs_are_forbidden_by_the_space_bar(editor: LabelEditor, desk: Desk, qtbot) -> None:
    session = desk.session
    session.edit("Label", addition(session, 6, 13, "actor"), addition(session, 6, 13, "place"))
    editor.tabs.setCurrentWidget(editor.overlaps)
    table, model = editor.overlaps.table, editor.overlaps.model
    qtbot.waitUntil(lambda: model.index(1, 0).data() == "1")
    table.setFocus()
    table.setCurrentIndex(model.index(1, 0))
    QTest.keyClick(table, Key.Key_Space)
    assert session.labels.forbidden_overlaps == {frozenset(("actor", "place"))}
    assert ": 1. They stay" in editor.overlaps.said.text()
    with pytest.raises(OverlapError):
        session.edit("Label", addition(session, 10, 16, "actor"))
    QTest.keyClick(table, Key.Key_Space)
    assert session.labels.forbidden_overlaps == frozenset()
    assert editor.overlaps.said.text() == ""


def test_guidelines_are_written_beside_what_they_look_like(editor: LabelEditor, desk: Desk, qtbot) -> None:
    tab, project = editor.guidelines, desk.session.project
    editor.tabs.setCurrentWidget(tab)
    assert not tab.save.isEnabled()
    first = guidelines(project)
    tab.source.setFocus()
    QTest.keyClicks(tab.source, "# First rule")
    QTest.keyClick(tab.source, Key.Key_Return)
    qtbot.waitUntil(lambda: tab.preview.toPlainText().startswith("First rule"))
    tab.language.setCurrentIndex(list(Language).index(Language.ARABIC))
    assert tab.source.layoutDirection() is Qt.LayoutDirection.RightToLeft
    tab.source.insertPlainText("# القاعدة الأولى\n")
    assert guidelines(project) == first
    QTest.mouseClick(tab.save, Qt.MouseButton.LeftButton)
    saved = guidelines(project)
    assert saved["en"].startswith("# First rule")
    assert saved["ar"].startswith("# القاعدة الأولى")
    assert [tab.version.itemText(n)[:9] for n in range(tab.version.count())] == ["Version 2", "Version 1"]
    tab.version.setCurrentIndex(1)
    assert tab.source.toPlainText() == first["ar"]
    assert tab.source.isReadOnly()
    assert guidelines(project, 1) == first


def test_saving_that_fails_can_be_tried_again_in_the_editor(editor: LabelEditor, desk: Desk) -> None:
    other = sqlite3.connect(desk.session.project.path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    write(editor.labels.form.name, "AGENT")
    assert "in use by another program" in editor.message.text
    other.execute("ROLLBACK")
    other.close()
    QTest.mouseClick(editor.message.buttons[0], Qt.MouseButton.LeftButton)
    assert desk.session.labels["actor"].name == "AGENT"
    assert not editor.message.isVisible()


def test_labels_that_another_program_changed_are_refused_not_overwritten(
    editor: LabelEditor, desk: Desk
) -> None:
    labels = desk.session.labels
    with open_project(desk.session.project.path) as project:
        annotating.apply(project, "basim", [Edit(labels, labels.move("topic", -1))])
    write(editor.labels.form.name, "AGENT")
    assert "changed elsewhere" in editor.message.text
    assert palette(desk) == ["Actor", "Place", "Topic", "Agreement"]
    write(editor.labels.form.name, "AGENT")
    assert [one.name for one in desk.session.labels] == ["AGENT", "PLACE", "TOPIC", "AGREEMENT"]


def shown_at(window: MainWindow, qtbot) -> str:
    """Press F1 and return the heading that the guidelines open at."""
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    QTest.keyClick(window.desk.view, Key.Key_F1)
    dialog = window.findChildren(GuidelinesDialog)[-1]
    dialog.close()
    return dialog.browser.textCursor().block().text()


def test_f1_opens_the_guidelines_at_the_label_that_is_pointed_at(
    desk: Desk, window: MainWindow, qtbot
) -> None:
    agreement, topic = desk.side.palette_._buttons[2:]
    agreement.setFocus()
    assert shown_at(window, qtbot).startswith("AGREEMENT")
    desk.view.setFocus()
    topic.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)  # offscreen, another window may lie in between
    assert shown_at(window, qtbot).startswith("TOPIC")


def test_open_guidelines_turn_to_the_language_of_the_interface(desk: Desk, window: MainWindow, qtbot) -> None:
    desk.side.palette_._buttons[3].setFocus()
    window.actions_["guidelines"].trigger()
    dialog = window.findChildren(GuidelinesDialog)[-1]
    english = dialog.browser.toPlainText()
    window.use_language(Language.ARABIC)
    qtbot.waitUntil(lambda: dialog.windowTitle() == "دليل الوسم")
    assert dialog.browser.accessibleName() == dialog.windowTitle()
    assert dialog.browser.toPlainText() != english
    assert dialog.browser.textCursor().block().text().startswith("TOPIC")
    window.use_language(Language.ENGLISH)
    qtbot.waitUntil(lambda: dialog.browser.toPlainText() == english)
    assert dialog.windowTitle() == "Guidelines"


def test_f1_on_a_label_without_a_section_shows_its_description_and_examples(
    editor: LabelEditor, desk: Desk, qtbot
) -> None:
    labels = desk.session.labels
    law = replace(labels.invent("LAW"), description={"en": "A law or decree."}, examples=("قانون العمل",))
    desk.session.edit("Add", Edit(labels, labels.put(law)))
    dialog = GuidelinesDialog(guidelines(desk.session.project), desk.session.labels, Language.ENGLISH)
    qtbot.addWidget(dialog)
    dialog.browser.go_to(law)
    assert dialog.browser.textCursor().block().text() == "LAW"
    assert dialog.browser.toPlainText().endswith("LAW\nA law or decree.\nقانون العمل")


def test_the_editor_closes_with_the_language_it_speaks(
    editor: LabelEditor, desk: Desk, window: MainWindow, qtbot
) -> None:
    window.use_language(Language.ARABIC)
    qtbot.waitUntil(lambda: not desk.findChildren(LabelEditor))


def test_a_change_of_language_saves_what_it_can_and_keeps_what_is_refused(
    editor: LabelEditor, desk: Desk, window: MainWindow, qtbot
) -> None:
    form = editor.labels.form
    form.name.setFocus()
    form.name.selectAll()
    QTest.keyClicks(form.name, "place")
    form.description[Language.ENGLISH].insertPlainText("Who acts. ")
    editor.guidelines.source.setPlainText("# New")
    window.use_language(Language.ARABIC)
    qtbot.waitUntil(lambda: "# New" in guidelines(desk.session.project).values())
    assert desk.findChildren(LabelEditor) == [editor]
    assert editor.isVisible()
    assert form.name.text() == "place"
    assert "PLACE" in editor.message.text
    assert editor.message.isVisible()
    assert desk.session.labels["actor"].description["en"].startswith("Who acts.")
    write(form.name, "AGENT")
    window.use_language(Language.ENGLISH)
    qtbot.waitUntil(lambda: not desk.findChildren(LabelEditor))
    assert desk.session.labels["actor"].name == "AGENT"


def test_closing_says_what_is_refused_though_the_rest_is_saved(editor: LabelEditor, desk: Desk) -> None:
    form = editor.labels.form
    form.name.setFocus()
    form.name.selectAll()
    QTest.keyClicks(form.name, "place")
    form.description[Language.ENGLISH].insertPlainText("Who acts. ")
    QTest.keyClick(editor, Key.Key_Escape)
    assert desk.session.labels["actor"].description["en"].startswith("Who acts.")
    assert editor.isVisible()
    assert editor.message.isVisible()
