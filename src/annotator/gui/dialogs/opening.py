"""Opens the dialogs that actions ask for, and does what comes of them."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from annotator.domain.label import LabelSet
from annotator.gui import crash_log
from annotator.gui.desk import Desk
from annotator.gui.dialogs import asking
from annotator.gui.dialogs.about_dialog import AboutDialog
from annotator.gui.dialogs.command_palette import CommandPalette
from annotator.gui.dialogs.export_dialog import ExportDialog
from annotator.gui.dialogs.filling_dialog import FillingDialog
from annotator.gui.dialogs.guidelines_dialog import GuidelinesDialog
from annotator.gui.dialogs.import_dialog import ImportDialog
from annotator.gui.dialogs.keys_dialog import KeysDialog
from annotator.gui.dialogs.label_editor.dialog import LabelEditor
from annotator.gui.dialogs.merging_dialog import MergingDialog
from annotator.gui.dialogs.name_dialog import NameDialog
from annotator.gui.dialogs.packing_dialog import PackingDialog
from annotator.gui.dialogs.report_dialog import ReportDialog
from annotator.gui.dialogs.returning_dialog import ReturningDialog
from annotator.gui.help.help_window import HelpWindow
from annotator.gui.help.key_sheet import key_sheet
from annotator.gui.menus import GROUP_CAPTIONS
from annotator.gui.radar.radar_window import RadarWindow
from annotator.gui.sample import sample_project
from annotator.gui.translation import tr
from annotator.services import browsing, inspecting, licensing, projects

if TYPE_CHECKING:
    from annotator.gui.main_window import MainWindow
    from annotator.gui.review.review_desk import ReviewDesk


class Dialogs:
    """Those of one window."""

    def __init__(self, window: "MainWindow") -> None:
        self._window = window

    def ask_name(self) -> bool:
        """Ask who labels; return whether somebody does."""
        dialog = NameDialog(self._window.settings.annotator, self._window)
        if dialog.exec():
            self._window.settings.annotator = dialog.name.text().strip()
        return bool(self._window.settings.annotator)

    def ask_project(self) -> None:
        path = asking.project_to_open(self._window)
        if path:
            self._window.open_project(path)

    def ask_new_project(self) -> None:
        path = asking.new_project(self._window)
        if path:
            projects.create(path).close()
            self._window.open_project(path)

    def open_sample(self) -> None:
        self._window.open_project(sample_project(self._window.settings.annotator))

    def show_import(self, desk: Desk) -> None:
        self._import(desk, asking.files_to_import(self._window))

    def show_folder_import(self, desk: Desk) -> None:
        self._import(desk, asking.folder_to_import(self._window))

    def _import(self, desk: Desk, paths: list[Path]) -> None:
        if paths:
            ImportDialog(desk.session, paths, self._window).exec()

    def show_export(self, desk: Desk) -> None:
        ExportDialog(desk.session, self._window).exec()

    def show_radar(self, desk: Desk) -> None:
        """Open it, or bring the open one to the front."""
        radar = desk.findChild(RadarWindow)
        if radar is None:
            radar = RadarWindow(desk.session, is_review=desk.is_review, parent=desk)
            radar.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            radar.addActions([self._window.actions_[name] for name in ("undo", "redo")])
            radar.wanted.connect(lambda found: desk.show_place(found.article, found.span))
        radar.show()
        radar.activateWindow()

    def show_packing(self, desk: Desk) -> None:
        PackingDialog(desk.session, self._window).exec()

    def show_merging(self, desk: Desk) -> None:
        paths = asking.packages_to_take_in(self._window)
        if paths:
            MergingDialog(desk.session, paths, self._window).exec()

    def show_filling(self, desk: "ReviewDesk") -> None:
        review = desk.reviewing.review
        if review:
            everywhere = [item.line.id for item in desk.queue.model.articles]
            people, here = desk.reviewing.shown_names(review.layers), review.article.id
            FillingDialog(desk.session, people, here, everywhere, self._window).exec()

    def show_returning(self, desk: "ReviewDesk") -> None:
        review = desk.reviewing.review
        people = desk.reviewing.shown_names(review.layers) if review else {}
        dialog = ReturningDialog(people, self._window)
        if dialog.exec() and dialog.annotator:
            desk.reviewing.give_back(dialog.annotator, dialog.text.text().strip())

    def show_guidelines(self, desk: Desk) -> None:
        chosen = desk.labelling.annotation(desk.view.chosen_id)
        label = desk.session.labels[chosen.label] if chosen else desk.labelling.pen
        label = desk.side.palette_.pointed or label
        texts = browsing.guidelines(desk.session.project)
        language = self._window.translation.language
        dialog = GuidelinesDialog(texts, desk.session.labels, language, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if label:
            dialog.go_to(label)
        dialog.show()

    def show_label_editor(self, desk: Desk) -> None:
        """Open it, or bring the open one to the front."""
        editor = desk.findChild(LabelEditor)
        if editor is None:
            desk.session.renew_labels()
            editor = LabelEditor(desk.session, desk)
            editor.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            editor.addActions([self._window.actions_[name] for name in ("undo", "redo")])
        editor.show()
        editor.activateWindow()

    def show_dashboard(self, desk: Desk) -> None:
        """Open it, or bring the open one to the front."""
        # With the library of its charts, numpy too: only who asks for it waits for that.
        from annotator.gui.quality.dashboard import Dashboard  # noqa: PLC0415

        dashboard = desk.findChild(Dashboard)
        if dashboard is None:
            dashboard = Dashboard(desk.session, desk)
            dashboard.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dashboard.picked.connect(lambda found: desk.show_place(found.article, found.span))
        dashboard.show()
        dashboard.activateWindow()

    def show_commands(self) -> None:
        captions = {group: caption for groups in GROUP_CAPTIONS.values() for group, caption in groups.items()}
        actions = ((captions.get(group, ""), action) for group, action in self._window.actions_.everything())
        palette = CommandPalette(actions, self._window)
        if palette.exec() and palette.chosen:
            palette.chosen.trigger()

    def show_help(self) -> None:
        """Open it, or bring the open one to the front."""
        help_window = self._window.findChild(HelpWindow)
        if help_window is None:
            help_window = HelpWindow(self._key_sheet, self._window)
            help_window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        help_window.show()
        help_window.activateWindow()

    def _key_sheet(self) -> str:
        return key_sheet(self._window.actions_, self._labels(), self._window.settings.arrows)

    def _labels(self) -> LabelSet:
        desk = self._window.desk
        return desk.session.labels if desk else LabelSet(())

    def show_keys(self) -> None:
        KeysDialog(self._window.actions_, self._window.settings, self._labels(), self._window).exec()

    def show_about(self) -> None:
        AboutDialog(inspecting.versions(), licensing.licences(), self._window).exec()

    def show_bug(self, report: str) -> None:
        """Show an error that is the program's own; the report names places in the program, never any text."""
        said = tr("The program made an error. What was shown as saved is saved.")
        asked = tr("Please send the report below to the people who make Annotator.")
        ReportDialog(tr("Something went wrong"), f"{said}\n{asked}", report, self._window).exec()

    def show_log(self) -> None:
        """Show what was written down of errors, on this computer only."""
        said = tr("This is what the program wrote down about itself. It never holds words of an article.")
        ReportDialog(tr("Report of errors"), said, crash_log.report(), self._window).exec()
