"""The review of the open article: which disagreement is before the reviewer, and what is decided of it."""

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal

from annotator.domain.edit import Edit
from annotator.domain.errors import EditError, NotFoundError
from annotator.domain.highlights import Highlights
from annotator.domain.label import LabelSet
from annotator.domain.mark import Mark, marks_in
from annotator.domain.review import Choice, Comment, Decision, Reason
from annotator.gui.review.words import letter_of
from annotator.gui.text.labelling import Labelling
from annotator.gui.text.voices import Voice, Voices
from annotator.gui.translation import set_off, tr
from annotator.quality.disagreements import Disagreement
from annotator.services import reviewing
from annotator.services.browsing import OpenArticle
from annotator.services.review import Review
from annotator.services.reviewing import Verdict, open_review


class Reviewing(QObject):
    renewed = Signal()
    """The review is another, or as it is after an edit, or another disagreement is before the reviewer."""

    def __init__(self, labelling: Labelling) -> None:
        super().__init__(labelling)
        self._labelling = labelling
        self._session = labelling.session
        self.review: Review | None = None
        self.current: Disagreement | None = None
        self.reason: Reason | None = None
        self.note: str | None = None
        self._is_jotted = False
        self._to_come: dict[tuple[str, tuple[Mark, ...]], tuple[Reason | None, str | None]] = {}
        self.hides_names = False
        labelling.opened.connect(self._begin)
        labelling.renewed.connect(self._renew)

    @property
    def labels(self) -> LabelSet:
        return self._session.labels

    def hide_names(self, *, hides: bool) -> None:
        """Show people by their letters alone."""
        self.hides_names = hides
        self.renewed.emit()

    @property
    def disagreements(self) -> tuple[Disagreement, ...]:
        return self.review.comparison.disagreements if self.review else ()

    @property
    def decision(self) -> Decision | None:
        """What is decided of the current disagreement."""
        return self.review.decision_on(self.current) if self.review and self.current else None

    def letter(self, annotator: str) -> str:
        """Return the letter that stands for an annotator, in every article the same."""
        assert self.review
        return letter_of([*self.review.states].index(annotator))

    def shown_name(self, annotator: str) -> str:
        """Return letter and name, or the letter alone where names are hidden."""
        letter = self.letter(annotator)
        return letter if self.hides_names else f"{letter} {set_off(annotator)}"

    def shown_names(self, annotators: Iterable[str]) -> dict[str, str]:
        """Return annotators, by name, as they are shown."""
        return {annotator: self.shown_name(annotator) for annotator in annotators}

    def choose(self, disagreement: Disagreement | None) -> None:
        """Bring a disagreement before the reviewer: in the text, and what gold has of it.

        Raises AnnotatorError where the note that is being written of another cannot be saved.
        """
        self.save_note()
        self.current = disagreement
        self.reason, self.note = self._explanation()
        self.show_voices()
        if self.review and disagreement:
            held = self.review.gold_of(disagreement)
            if held:
                self._labelling.view.choose(held[0].id)
            else:
                self._labelling.view.select(disagreement.span)
        self.renewed.emit()

    def walk(self, step: int) -> None:
        """Go to the next (1) or previous (-1) open disagreement, round the ends.

        Raises NotFoundError where none is open.
        """
        if self.review is None or not self.review.unresolved:
            raise NotFoundError("Nothing is open in this article.")
        still_open, everything = self.review.unresolved, self.disagreements
        here = everything.index(self.current) if self.current in everything else -min(step, 0) - 1
        count = len(everything)
        round_ = ((here + step * distance) % count for distance in range(1, count + 1))
        self.choose(next(everything[nth] for nth in round_ if everything[nth] in still_open))

    def accept(self, nth: int) -> None:
        """Decide for one side, counted from 0."""
        current = self._expected()
        if nth >= len(current.sides):
            raise EditError("This disagreement has {count} sides.", count=len(current.sides))
        self._decide(Choice.ACCEPTED, current.marks[nth : nth + 1])

    def merge(self) -> None:
        """Decide for all sides together: of one label what encloses them, else each of them."""
        current = self._expected()
        labels = {mark.label for mark in current.marks}
        whole = Mark(current.span.start, current.span.end, current.marks[0].label)
        self._decide(Choice.MERGED, (whole,) if len(labels) == 1 else current.marks)

    def keep(self) -> None:
        """Decide for what gold has there now."""
        current = self._expected()
        assert self.review
        held = self.review.gold_of(current)
        if not held:
            raise EditError("Gold has nothing here yet: label it first, or mark all sides wrong.")
        self._decide(Choice.EDITED, tuple(Mark.of(item) for item in held))

    def reject(self) -> None:
        self._expected()
        self._decide(Choice.REJECTED, ())

    def jot(self, note: str) -> None:
        """Take what is being written of the current disagreement, for the verdict to come."""
        self.note, self._is_jotted = note.strip() or None, True

    def save_note(self) -> None:
        """Save what is being written of the current disagreement. Raises AnnotatorError."""
        if self._is_jotted:
            self.explain(self.reason, self.note)

    def explain(self, reason: Reason | None, note: str | None) -> None:
        """Give the reason for the decision, or for the one to come, which has it when it is made."""
        self.reason, self.note, self._is_jotted = reason, note or None, False
        decision = self.decision
        if decision is None and self.review and self.current:
            self._to_come[self.review.article.id, self.current.marks] = self.reason, self.note
        if decision and (decision.reason, decision.note) != (reason, note or None):
            self._session.edit(tr("Change reason"), Edit(decision, decision.explained(reason, note)))

    def finish(self) -> None:
        """Close the review of the article. Raises EditError while anything is open."""
        if self.review:
            session = self._session
            made = reviewing.accept(session.project, self.review.article.id, session.author)
            session.saved.emit()
            if made:
                session.made(tr("Accept"), made)

    def reopen(self) -> None:
        """Open the review of an accepted article again."""
        if self.review and self.review.gold_layer.state.is_closed:
            self._session.edit(tr("Change state"), *reviewing.reopen(self.review))

    def give_back(self, annotator: str, text: str) -> None:
        """Return a layer to its annotator, with a comment if there is one."""
        assert self.review
        edits = reviewing.give_back(self.review, annotator)
        if text:
            said = Comment.new(self.review.article.id, annotator, self._session.author, text)
            edits.append(Edit(None, said))
        self._session.edit(tr("Return"), *edits)

    def say(self, annotator: str, text: str, thread: Comment | None) -> None:
        """Comment on a layer, of the current disagreement if there is one, or answer.

        Raises NotFoundError where the article is gone.
        """
        if self.review is None:
            raise NotFoundError("This article is not in the project any more.")
        author = self._session.author
        if thread:
            said = thread.answered(author, text)
        else:
            said = Comment.new(self.review.article.id, annotator, author, text)
            mine = self.review.layers.get(annotator, ())
            held = next((item for item in mine if self.current and self._is_of(item.id)), None)
            said = said.on(held.id, held.span) if held else said
        self._session.edit(tr("Comment"), Edit(None, said))

    def _explanation(self) -> tuple[Reason | None, str | None]:
        """Return reason and note of the decision on the current disagreement, or of the one to come."""
        decision = self.decision
        if decision:
            return decision.reason, decision.note
        if self.review and self.current:
            return self._to_come.get((self.review.article.id, self.current.marks), (None, None))
        return None, None

    def _is_of(self, annotation: str) -> bool:
        assert self.review
        assert self.current
        found = next(item for layer in self.review.layers.values() for item in layer if item.id == annotation)
        return bool(found.span) and Mark.of(found) in self.current.marks

    def _expected(self) -> Disagreement:
        if self.review is None or self.current is None:
            raise EditError("Choose a disagreement first.")
        return self.current

    def _decide(self, choice: Choice, gold: tuple[Mark, ...]) -> None:
        review, current = self.review, self.current
        assert review
        assert current
        self._is_jotted = False
        verdict = Verdict(choice, gold, self.reason, self.note)
        edits = reviewing.decide(review, current, self._session.author, verdict)
        self._session.edit(tr("Decide"), *edits)
        if self.review and self.review.unresolved:
            self.walk(1)
        else:
            self.choose(current)

    def _begin(self, shown: OpenArticle) -> None:
        self.review = open_review(self._session.project, shown.article.id)
        self.choose(next(iter(self.review.unresolved or self.disagreements), None))

    def _renew(self, shown: OpenArticle) -> None:
        try:
            self.review = open_review(self._session.project, shown.article.id)
        except NotFoundError:  # the article is gone, and gives way to another
            self.review = None
        kept = [item for item in self.disagreements if self.current and item.marks == self.current.marks]
        self.current = kept[0] if kept else None
        decision = self.decision
        if decision:
            self.reason = decision.reason
            self.note = self.note if self._is_jotted else decision.note
        self.show_voices()
        self.renewed.emit()

    def show_voices(self) -> None:
        """Show what people have in the text, by the letters of the interface's language."""
        review = self.review
        if review is None:
            return
        differing = {mark for item in self.disagreements for mark in item.marks}
        if len(review.layers) == 1:
            differing = {mark for layer in review.layers.values() for mark in marks_in(layer)}
            differing -= {*marks_in(review.gold)}
        voices = [
            Voice(
                self.letter(name),
                Highlights(layer),
                frozenset(item.id for item in layer if item.span and Mark.of(item) in differing),
            )
            for name, layer in review.layers.items()
        ]
        spans = [item.span for item in review.unresolved]
        current = self.current.span if self.current else None
        shown = voices if len(voices) > 1 or differing else ()
        self._labelling.view.show_voices(Voices(shown, spans, current))
