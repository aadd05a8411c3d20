"""Opening a project in a window, and letting it go, in the one order in which nothing is lost."""

from pathlib import Path
from typing import TYPE_CHECKING

from annotator.domain.errors import AnnotatorError, ElsewhereError, StorageError
from annotator.domain.place import Place
from annotator.gui.desk import Desk
from annotator.gui.keeping import traces
from annotator.gui.keeping.guard import Guard
from annotator.gui.keeping.keeping import Keeping
from annotator.gui.session import ProjectSession
from annotator.gui.translation import sentence, tr
from annotator.gui.wiring import review_desk, safekeeping, wire_desk
from annotator.services import browsing, upkeep, whereabouts

if TYPE_CHECKING:
    from annotator.gui.main_window import MainWindow


def open_project(
    window: "MainWindow", place: Place, article: str | None, annotator: str | None, *, for_review: bool
) -> None:
    """Open it in place of what was open. Raises AnnotatorError; what was open stays open then."""
    before = _keeping_of(window, place)
    guard = before.guard if before else None
    if guard is None and isinstance(place, Path) and place.is_file():
        guard = Guard.take(place, lambda: safekeeping(window).may_go_on(place))
        if guard is None:
            return  # the person would rather not
    try:
        desk, found = _make_desk(window, place, article, annotator, for_review=for_review)
    except AnnotatorError:
        _release(guard, before)
        raise
    if not _left(window, is_for_another_desk=before is not None):
        desk.session.close()
        _release(guard, before)
        return
    desk.session.renew_unsaved()
    _show(window, desk, guard, before)
    if found:
        desk.open(found)
    elif before or not (guard and guard.was_left and _returned(desk, guard.path)):
        desk.open_first()
    _say_what_is_to_be_known(window, desk)


def _release(guard: Guard | None, before: Keeping | None) -> None:
    """Let a project go that was locked to be opened, and is not."""
    if guard and not before:
        guard.release()


def _left(window: "MainWindow", *, is_for_another_desk: bool) -> bool:
    """Let the open project go; tell whether the window is still there, which a signal may close meanwhile."""
    was_there = window.isVisible()
    leave(window, is_for_another_desk=is_for_another_desk)
    return window.isVisible() or not was_there


def _show(window: "MainWindow", desk: Desk, guard: Guard | None, before: Keeping | None) -> None:
    window.desk = desk
    if isinstance(desk.session.project.place, Path):  # an address may hold a password
        window.settings.remember(desk.session.project.place)
    if guard:
        window.keeping = Keeping(desk, guard, before)
        window.keeping.troubled.connect(window.show_error)
        guard.wanted.connect(window.come_forward)
    wire_desk(window, desk)
    window.turn_to(desk)
    window.message.hide()


def leave(window: "MainWindow", *, is_for_another_desk: bool = False) -> None:
    """Let the open project go, if there is one, after all that is to be saved of it."""
    desk, keeping = window.desk, window.keeping
    if desk is None:
        return
    said: AnnotatorError | None = None
    try:
        desk.keep()
    except StorageError as error:
        said = error
    loss = keeping.watching.loss() if keeping and not is_for_another_desk else None
    if loss:
        safekeeping(window).ask_for_copy(desk, loss)
    else:
        said = _save_at_last(desk.session, said)
    # While a backup is made the system may ask the window to close: it has nothing to leave then.
    window.desk = window.keeping = None
    window.is_leaving = True
    try:
        if keeping and not is_for_another_desk:
            failure = keeping.finish(window)
            said = None if loss else said or failure  # what is lost was said
        else:
            desk.session.close()
    finally:
        window.is_leaving = False
    if said:
        safekeeping(window).tell(sentence(said))


def _save_at_last(session: ProjectSession, said: AnnotatorError | None) -> AnnotatorError | None:
    """Try once more to save what could not be saved; return what is to be said then, else what was to be."""
    if not session.unsaved:
        return said
    try:
        session.retry()
    except StorageError as error:
        count = f"{session.unsaved:,}"
        if not session.is_kept:
            return StorageError(
                "Steps that could neither be saved nor kept elsewhere, and are lost: {count}.", count=count
            )
        return StorageError(
            "Steps that could not be saved, and are offered when the project is opened here again: {count}. "
            "{reason}",
            count=count,
            reason=error,
        )
    except AnnotatorError as error:
        return error
    return None


def go_back(window: "MainWindow") -> bool:
    """Open what was open when the program ended without closing it; tell whether it is open now.

    Raises AnnotatorError; it is not tried again then.
    """
    trace = traces.newest()
    if trace is None:
        return False
    path = Path(trace.path)
    try:
        window.open_project(path, annotator=trace.annotator, for_review=trace.is_review)
    except ElsewhereError:
        return False  # it is open in another window
    except AnnotatorError:
        traces.forget(path)
        raise
    if window.desk is None:
        traces.forget(path)
    return window.desk is not None


def _keeping_of(window: "MainWindow", place: Place) -> Keeping | None:
    """Return what keeps the project up, if this window has it open already."""
    keeping = window.keeping
    is_same = keeping and isinstance(place, Path) and keeping.guard.path.resolve() == place.resolve()
    return keeping if is_same else None


def _make_desk(
    window: "MainWindow", place: Place, article: str | None, annotator: str | None, *, for_review: bool
) -> tuple[Desk, str | None]:
    """Return a working place on a project, and the id of the article that was named."""
    settings = window.settings
    session = ProjectSession.open(place, annotator or settings.annotator)
    try:
        found = browsing.find(session.project, article) if article else None
        return (review_desk if for_review else Desk)(session, settings), found
    except AnnotatorError:
        session.close()
        raise


def _returned(desk: Desk, path: Path) -> bool:
    """Go to where this person was when the program ended; tell whether that could be done."""
    trace = traces.trace_of(path)
    if trace is None or trace.annotator != desk.session.author:
        return False
    desk.open(trace.article)
    if desk.labelling.current is None:
        return False
    desk.view.caret.put(trace.place)
    desk.view.reveal(trace.place)
    return True


def _say_what_is_to_be_known(window: "MainWindow", desk: Desk) -> None:
    session, message = desk.session, window.message
    lost = upkeep.missing(session.project)
    if session.unsaved:
        said = tr("Steps that could not be saved last time: {count}")
        offers = (tr("Try again"), session.retry), (tr("Give them up"), session.give_up)
        message.show_sentence(said.format(count=f"{session.unsaved:,}"), *offers)
    elif lost:
        said = tr("The project holds {count} edits less than when it was closed here: is it an older copy?")
        offer = tr("Backups…"), lambda: safekeeping(window).show_backups(desk)
        message.show_sentence(said.format(count=f"{lost:,}"), offer)
    elif isinstance(session.project.place, Path) and (doubt := whereabouts.doubt(session.project.place)):
        message.show_sentence(sentence(doubt))
