"""Which action does what."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut

from annotator.domain.article import ArticleState, Direction
from annotator.gui.desk import Desk
from annotator.gui.labels.label_menu import label_menu
from annotator.gui.reading import wire_reading
from annotator.gui.session import ProjectSession
from annotator.gui.settings import Settings
from annotator.gui.text.caret import Arrows
from annotator.gui.text.units import Unit
from annotator.gui.theme import Mode
from annotator.gui.translation import Language
from annotator.gui.welcome_page import WelcomePage
from annotator.quality.boundaries import Rule

if TYPE_CHECKING:
    from annotator.gui.dialogs.opening import Dialogs
    from annotator.gui.dialogs.safekeeping import Safekeeping
    from annotator.gui.main_window import MainWindow
    from annotator.gui.review.review_desk import ReviewDesk

_LARGER = 1.1
_AGAIN_MS = 200


def wire_actions(window: "MainWindow") -> None:
    """Connect the actions, once; those for a project do nothing while none is open."""
    actions = window.actions_
    for name, act in (_of_the_window(window) | _of_the_desk(window)).items():
        actions[name].triggered.connect(lambda _=False, act=act: act())
    groups: dict[str, Callable[[str], None]] = {
        "language": lambda value: window.use_language(Language(value)),
        "mode": lambda value: window.use_mode(Mode(value)),
        "snapping": lambda value: _snap(window, Unit(value)),
        "arrows": lambda value: _use_arrows(window, Arrows(value)),
        "direction": lambda value: (
            window.desk.labelling.set_direction(Direction(value)) if window.desk else None
        ),
    }
    for name, choose in groups.items():
        actions.group(name).triggered.connect(lambda action, choose=choose: choose(action.data()))
    wire_reading(window)
    actions.group("checks").triggered.connect(lambda _: _use_checks(window))
    actions.check("checks", *window.settings.checks)
    actions.check("language", window.settings.language)
    actions.check("mode", window.settings.mode)
    actions.check("snapping", window.settings.snapping)
    actions.check("arrows", window.settings.arrows)
    actions.use_keys(window.settings.keys)
    window.status.show_snapping(window.settings.snapping)


def wire_welcome(window: "MainWindow", welcome: WelcomePage) -> None:
    welcome.picked.connect(lambda path: open_path(window, path))
    # F1 is for the guidelines, of which there are none without a project.
    QShortcut(QKeySequence(Qt.Key.Key_F1), welcome).activated.connect(window.actions_["help"].trigger)


def wire_desk(window: "MainWindow", desk: Desk) -> None:
    """Connect one project's desk to the window around it."""
    session, view, labelling = desk.session, desk.view, desk.labelling
    for action in window.actions_.of_the_text():
        view.addAction(action)
    session.saved.connect(window.status.show_saved)
    session.saved.connect(window.message.hide)
    labelling.opened.connect(lambda _: window.message.hide())
    session.failed.connect(window.show_error)
    session.changed.connect(window.enable)
    session.undo_stack.indexChanged.connect(window.enable)
    labelling.pen_changed.connect(window.status.show_pen)
    desk.relating.begun.connect(window.status.show_relating)
    labelling.opened.connect(window.enable)
    labelling.opened.connect(lambda _: window.status.show_place(0, None))
    labelling.renewed.connect(window.enable)
    view.chosen.connect(window.enable)
    view.menu_wanted.connect(lambda place: _show_menu(window, desk, place))
    view.selection_changed.connect(lambda _: window.enable_mentions())
    view.selection_changed.connect(lambda span: window.status.show_place(view.caret.place, span))
    desk.refused.connect(window.show_error)
    desk.told.connect(window.message.show_sentence)
    desk.emptied.connect(lambda: window.open_project(session.project.place, annotator=session.author))


def _of_the_window(window: "MainWindow") -> dict[str, Callable[[], object]]:
    def by_name(act: Callable[[], object]) -> Callable[[], object]:
        return lambda: act() if has_name(window) else None

    return {
        "new": by_name(lambda: dialogs(window).ask_new_project()),
        "open": by_name(lambda: dialogs(window).ask_project()),
        "sample": by_name(lambda: dialogs(window).open_sample()),
        "close": window.close_project,
        "quit": window.close,
        "annotator": lambda: _change_annotator(window),
        "help": lambda: dialogs(window).show_help(),
        "commands": lambda: dialogs(window).show_commands(),
        "next_snapping": lambda: _snap(window, window.settings.snapping.following),
        "keys": lambda: dialogs(window).show_keys(),
        "report": lambda: dialogs(window).show_log(),
        "about": lambda: dialogs(window).show_about(),
    }


def _of_the_desk(window: "MainWindow") -> dict[str, Callable[[], object]]:
    def at_desk(act: Callable[[Desk], object]) -> Callable[[], object]:
        return lambda: act(window.desk) if window.desk else None

    return {
        "import": at_desk(lambda desk: dialogs(window).show_import(desk)),
        "import_folder": at_desk(lambda desk: dialogs(window).show_folder_import(desk)),
        "export": at_desk(lambda desk: dialogs(window).show_export(desk)),
        "undo": at_desk(lambda desk: desk.session.undo_stack.undo()),
        "redo": at_desk(lambda desk: desk.session.undo_stack.redo()),
        "copy": at_desk(lambda desk: desk.view.copy()),
        "remove": at_desk(lambda desk: desk.labelling.remove()),
        "note": at_desk(lambda desk: desk.side.edit_note()),
        "peel": at_desk(lambda desk: desk.view.peeling.peel(1)),
        "peel_back": at_desk(lambda desk: desk.view.peeling.peel(-1)),
        "next": at_desk(lambda desk: desk.go(is_after=True)),
        "previous": at_desk(lambda desk: desk.go(is_after=False)),
        "submit": at_desk(lambda desk: desk.finish(ArticleState.SUBMITTED)),
        "skip": at_desk(lambda desk: desk.finish(ArticleState.SKIPPED)),
        "take_back": at_desk(lambda desk: desk.take_back()),
        "search": at_desk(lambda desk: desk.articles.search.setFocus()),
        "search_all": at_desk(lambda desk: desk.search_all()),
        "mentions": at_desk(lambda desk: desk.find_mentions()),
        "next_finding": at_desk(lambda desk: desk.next_finding()),
        "mend": at_desk(lambda desk: desk.checking.mend()),
        "relate": at_desk(lambda desk: desk.relating.go_on()),
        "next_part": at_desk(lambda desk: desk.next_part()),
        "zoom_in": at_desk(lambda desk: desk.zoom(_LARGER)),
        "zoom_out": at_desk(lambda desk: desk.zoom(1 / _LARGER)),
        "zoom_reset": at_desk(lambda desk: desk.zoom(0)),
        "backups": at_desk(lambda desk: safekeeping(window).show_backups(desk)),
        "save_copy": at_desk(lambda desk: safekeeping(window).save_copy(desk)),
        "labels": at_desk(lambda desk: dialogs(window).show_label_editor(desk)),
        "guidelines": at_desk(lambda desk: dialogs(window).show_guidelines(desk)),
        "review": at_desk(lambda desk: _turn_review(window, desk)),
        "dashboard": at_desk(lambda desk: dialogs(window).show_dashboard(desk)),
        "radar": at_desk(lambda desk: dialogs(window).show_radar(desk)),
        "hand_out": at_desk(lambda desk: dialogs(window).show_packing(desk)),
        "take_in": at_desk(lambda desk: dialogs(window).show_merging(desk)),
        "comment": at_desk(lambda desk: desk.edit_comment()),
    } | _of_review(window)


def _of_review(window: "MainWindow") -> dict[str, Callable[[], object]]:
    def in_review(act: Callable[["ReviewDesk"], object]) -> Callable[[], object]:
        return lambda: act(cast("ReviewDesk", window.desk)) if window.desk and window.desk.is_review else None

    def take(nth: int) -> Callable[[], object]:
        return in_review(lambda desk: desk.reviewing.accept(nth))

    return {
        **{f"take_{nth + 1}": take(nth) for nth in range(4)},
        "merge_sides": in_review(lambda desk: desk.reviewing.merge()),
        "reject_sides": in_review(lambda desk: desk.reviewing.reject()),
        "keep_gold": in_review(lambda desk: desk.reviewing.keep()),
        "previous_finding": in_review(lambda desk: desk.previous_finding()),
        "fill": in_review(lambda desk: dialogs(window).show_filling(desk)),
        "give_back": in_review(lambda desk: dialogs(window).show_returning(desk)),
        "example": in_review(lambda desk: desk.add_example()),
    }


def _turn_review(window: "MainWindow", desk: Desk) -> None:
    """Go from labelling to review, or back, with the article that is open."""
    current, session = desk.labelling.current, desk.session
    article = current.article.id if current else None
    window.open_project(session.project.place, article, session.author, for_review=not desk.is_review)


def review_desk(session: ProjectSession, settings: Settings) -> Desk:
    """Make a session one of review, in which gold is edited, and return its working place."""
    # No part of a start.
    from annotator.gui.review.review_desk import ReviewDesk  # noqa: PLC0415
    from annotator.services.reviewing import gold_name  # noqa: PLC0415

    session.annotator = gold_name(session.project)
    return ReviewDesk(session, settings)


def _use_checks(window: "MainWindow") -> None:
    rules = frozenset(Rule(rule) for rule in window.actions_.checked("checks"))
    window.settings.checks = rules
    if window.desk:
        window.desk.checking.use(rules)


def _snap(window: "MainWindow", unit: Unit) -> None:
    """Select by a unit from now on."""
    window.settings.snapping = unit
    window.actions_.check("snapping", unit)
    window.status.show_snapping(unit)
    if window.desk:
        window.desk.view.snapping = unit


def _use_arrows(window: "MainWindow", arrows: Arrows) -> None:
    window.settings.arrows = arrows
    if window.desk:
        window.desk.view.arrows = arrows


def _show_menu(window: "MainWindow", desk: Desk, place: QPoint) -> None:
    actions = [window.actions_[name] for name in ("mentions", "relate", "copy", "remove", "note")]
    label_menu(desk.labelling, actions, desk.view).popup(place)


def dialogs(window: "MainWindow") -> "Dialogs":
    # With the classes of Qt that they need, a twentieth of the start, which shows none of them.
    from annotator.gui.dialogs.opening import Dialogs  # noqa: PLC0415

    return Dialogs(window)


def safekeeping(window: "MainWindow") -> "Safekeeping":
    from annotator.gui.dialogs.safekeeping import Safekeeping  # noqa: PLC0415 - as above

    return Safekeeping(window)


def has_name(window: "MainWindow") -> bool:
    """Tell whether somebody labels; ask who, if nobody has said so yet."""
    return bool(window.settings.annotator) or dialogs(window).ask_name()


def open_path(window: "MainWindow", path: Path) -> None:
    """Open a project that was chosen, after asking who labels, if nobody has said so yet."""
    if window.is_leaving:  # what was handed over meanwhile waits
        QTimer.singleShot(_AGAIN_MS, window, lambda: open_path(window, path))
    elif has_name(window):
        window.open_project(path)


def _change_annotator(window: "MainWindow") -> None:
    before = window.settings.annotator
    if dialogs(window).ask_name() and window.settings.annotator != before and window.desk:
        window.open_project(window.desk.session.project.place)
