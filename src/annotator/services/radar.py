"""The consistency radar of a project: what is probably labelled wrongly, and what to do about it."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from annotator.domain.annotation import Annotation, Layer
from annotator.domain.edit import Edit
from annotator.domain.label import LabelSet
from annotator.domain.progress import Progress, silent
from annotator.quality.consistency import Consistency
from annotator.quality.suspicion import Proposal, Suspicion
from annotator.services.bulk import uncollected
from annotator.storage.project import Project
from annotator.storage.unit_of_work import UnitOfWork

_EVERY = 50


class Fixes(NamedTuple):
    """Edits to hand to annotating.apply.

    left_out counts what cannot be: in articles that are closed, changed meanwhile, against the labels' rules.
    """

    edits: list[Edit]
    left_out: int


class Radar:
    """Knows the layers of one annotator, or everybody's without gold; follow() keeps it so.

    Whole articles that come or go, and labels that are merged, need a new one.
    """

    def __init__(self, project: Project, annotator: str | None = None, progress: Progress = silent) -> None:
        """Read all that was labelled; progress is told of articles. Raises StorageError."""
        self._project = project
        self._annotator = annotator
        self._index = Consistency()
        with uncollected(), project.reading_by_page() as work:
            self._approved = work.approvals.keys()
            self._gold = work.annotators.gold()
            for done, article in enumerate(work.begun_layers.articles(annotator)):
                if done % _EVERY == 0:
                    progress(done, 0)
                self._index.habits.begin(article.id, article.text)
                for layer, annotations in article.layers:
                    self._index.habits.put(layer, annotations)
            self._index.catch_up()

    def suspicions(self) -> list[Suspicion]:
        """Return what is suspicious and nobody has found fine, the likeliest first."""
        found = self._index.suspicions()
        if not self._approved:
            return found
        return [suspicion for suspicion in found if suspicion.key not in self._approved]

    def follow(self, edits: Iterable[Edit]) -> None:
        """Take in edits that were made. Raises StorageError."""
        mine = [edit for edit in edits if self._concerns(edit.subject)]
        articles = {edit.article for edit in mine if edit.article}
        unknown = [article for article in articles if article not in self._index.habits.words]
        if unknown:
            with self._project.reading() as work:
                for article in unknown:
                    self._index.habits.begin(article, work.articles.get(article).text)
        self._index.habits.follow(mine)

    def _concerns(self, subject: object) -> bool:
        if not isinstance(subject, Annotation | Layer):
            return False
        name = subject.annotator
        return name != self._gold if self._annotator is None else name == self._annotator

    def fix_here(self, suspicion: Suspicion) -> Fixes:
        """Return the edit that does as is proposed; none where nothing is."""
        return self._fixes([suspicion])

    def fix_everywhere(self, suspicion: Suspicion) -> Fixes:
        """Return the edits that do so wherever the same is suspected of the same string."""
        wanted = _change(suspicion)
        return self._fixes([one for one in self.suspicions() if _change(one) == wanted])

    def approve(self, suspicion: Suspicion, author: str) -> None:
        """Remember that a suspicion is fine as it is. Raises StorageError."""
        with self._project.unit_of_work() as work:
            work.approvals.add(suspicion.key, suspicion.rule, author)
        self._approved.add(suspicion.key)

    def _fixes(self, suspicions: Sequence[Suspicion]) -> Fixes:
        proposed = [(one, one.proposal) for one in suspicions if one.proposal]
        with self._project.reading() as work:
            labels = work.labels.all()
            edits = [_fix(work, labels, one, proposal) for one, proposal in proposed]
        made = [edit for edit in edits if edit]
        return Fixes(made, len(proposed) - len(made))


def _change(suspicion: Suspicion) -> tuple[object, ...]:
    """Return what is the same in suspicions that are put right in the same way."""
    span, proposal = suspicion.span, suspicion.proposal
    how = proposal and (proposal.label, proposal.span.start - span.start, proposal.span.end - span.end)
    return suspicion.rule, suspicion.form, suspicion.label, how


def _fix(work: UnitOfWork, labels: LabelSet, suspicion: Suspicion, proposal: Proposal) -> Edit | None:
    """Return the edit that a proposal comes to, None where it is not possible now."""
    layer = suspicion.article, suspicion.annotator
    if work.annotations.layer(*layer).state.is_closed or labels[proposal.label].retired:
        return None
    before = None
    if suspicion.annotation is not None:
        before = _as_suspected(work.annotations.overlapping(*layer, suspicion.span), suspicion)
        if before is None:
            return None
    others = [item for item in work.annotations.overlapping(*layer, proposal.span) if item != before]
    if not _takes(others, labels, proposal) or (before is None and others):
        return None
    if before is None:
        return Edit(None, Annotation.new(*layer, proposal.label, proposal.span))
    after = before if before.label == proposal.label else before.labelled(proposal.label)
    return Edit(before, after if after.span == proposal.span else after.moved(proposal.span))


def _as_suspected(annotations: Iterable[Annotation], suspicion: Suspicion) -> Annotation | None:
    wanted = suspicion.annotation, suspicion.span, suspicion.label
    return next((item for item in annotations if (item.id, item.span, item.label) == wanted), None)


def _takes(others: Sequence[Annotation], labels: LabelSet, proposal: Proposal) -> bool:
    """Tell whether a proposal may stand among other annotations."""
    return all(
        (item.span, item.label) != (proposal.span, proposal.label)
        and labels.allows_overlap(proposal.label, item.label)
        for item in others
    )


class Quoted(NamedTuple):
    """A suspicion, with the text of its span and of the span that is proposed."""

    suspicion: Suspicion
    text: str
    proposed: str | None


def quoted(project: Project, suspicions: Sequence[Suspicion]) -> Iterator[Quoted]:
    """Yield suspicions with what they are about, in their order. Raises StorageError."""
    by_article: dict[str, list[int]] = {}
    for place, suspicion in enumerate(suspicions):
        by_article.setdefault(suspicion.article, []).append(place)
    found: dict[int, Quoted] = {}
    with project.reading() as work:
        for article, places in by_article.items():
            text = work.articles.get(article).text
            for place in places:
                one = suspicions[place]
                proposed = one.proposal and one.proposal.span.of(text)
                found[place] = Quoted(one, one.span.of(text), proposed)
    return (found[place] for place in range(len(suspicions)))
