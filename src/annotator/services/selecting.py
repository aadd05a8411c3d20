"""Which records of a project an export takes, and what of them."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from annotator.domain.article import ArticleFilter, day_of, text_of
from annotator.domain.errors import FormatError, NotFoundError
from annotator.domain.losses import Feature, Losses
from annotator.domain.names import checked
from annotator.domain.progress import Progress
from annotator.domain.record import Record, RecordRelation, RecordSpan
from annotator.formats.format import Format
from annotator.services.browsing import expected
from annotator.services.export_options import ExportOptions
from annotator.services.gold import expected_gold, with_provenance
from annotator.storage.unit_of_work import UnitOfWork

_AT_ONCE = 1000
_EVERY = 200


class Selection:
    """The records of an export, from the project, one article after the other.

    Raises NotFoundError for an annotator, a label or a source that the project does not have, EditError for a
    name that no label can have, and FormatError for layers that the format would mix up.
    """

    def __init__(self, work: UnitOfWork, options: ExportOptions, form: Format) -> None:
        _refuse_layers(work, options, form)
        self._extract = work.extract
        self._extract.is_plain = form.is_plain and not options.labels  # relations go with their spans
        self._work = work
        self._annotators = _annotators(work, options)
        self._options = options
        known = [label.name for label in work.labels.all()]
        self._labels = {expected_label(name, known) for name in options.labels}
        for name, written in options.renamed.items():
            expected_label(name, known)
            checked(written)
        for source in options.sources:
            _expect_source(source, work.articles.sources())
        self._found = matching(work, options.query) if options.query.strip() else None

    def count(self, progress: Progress) -> int:
        """Return how many records there are."""
        if self._is_filtered():
            found = 0
            for found, _ in enumerate(self.records(), 1):
                if found % _EVERY == 0:
                    progress(0, 0)
            return found
        return self.total()

    def total(self) -> int:
        """Return how many records there are, 0 where all of them would have to be read to know it."""
        if self._is_filtered():
            return 0
        return self._extract.count(self._annotators, self._options.states)

    def records(self, losses: Losses | None = None) -> Iterator[Record]:
        """Yield the records; losses is told of spans that become one with another under a new name."""
        if self._options.takes_gold:
            records = with_provenance(self._work, self._extract.records(self._annotators))
            if self._options.states:
                records = (record for record in records if record.state in self._options.states)
        else:
            records = self._extract.records(self._annotators, self._options.states)
        if self._is_filtered():
            records = (self._narrowed(record) for record in records if self._takes(record))
            if not self._options.has_empty:
                records = (record for record in records if record.spans or record.labels)
        if self._options.renamed:
            records = (self._renamed(record, losses) for record in records)
        return records

    def _is_filtered(self) -> bool:
        options = self._options
        return bool(
            options.labels
            or options.sources
            or options.since
            or options.until
            or self._found is not None
            or not options.has_empty
        )

    def _takes(self, record: Record) -> bool:
        options = self._options
        day = day_of(record.meta)
        return (
            (not options.sources or text_of(record.meta, "source") in options.sources)
            and (not options.since or (day is not None and day >= options.since))
            and (not options.until or (day is not None and day <= options.until))
            and (self._found is None or record.id in self._found)
        )

    def _narrowed(self, record: Record) -> Record:
        """Leave out the spans of other labels, with their relations."""
        if not self._labels:
            return record
        spans = tuple(span for span in record.spans if span.label in self._labels)
        kept = {span.id for span in spans}
        return replace(
            record,
            spans=spans,
            labels=tuple(label for label in record.labels if label in self._labels),
            relations=tuple(arc for arc in record.relations if {arc.start, arc.end} <= kept),
        )

    def _renamed(self, record: Record, losses: Losses | None) -> Record:
        """Give labels other names. Where two spans become one, what joined the second joins the first."""
        names = self._options.renamed
        spans: dict[tuple[int, int, str], RecordSpan] = {}
        ids: dict[str | None, str | None] = {}
        for span in record.spans:
            label = names.get(span.label, span.label)
            mine = span._replace(label=label)
            first = spans.setdefault((span.start, -span.end, label), mine)
            ids[span.id] = first.id
            if first is not mine and losses is not None:
                losses.merge(record, span)
        arcs: dict[tuple[str, str, str], RecordRelation] = {}
        for arc in record.relations:
            moved = arc._replace(start=ids.get(arc.start) or arc.start, end=ids.get(arc.end) or arc.end)
            if moved.start != moved.end:
                arcs.setdefault(moved[1:], moved)
        if losses is not None and len(arcs) < len(record.relations):
            losses.not_carried[Feature.RELATIONS] += len(record.relations) - len(arcs)
        return replace(
            record,
            spans=tuple(spans[key] for key in sorted(spans)),
            labels=tuple(sorted({names.get(label, label) for label in record.labels})),
            relations=tuple(arcs.values()),
        )


def expected_label(name: str, known: Sequence[str]) -> str:
    """Return a label's name if the project has it; raises NotFoundError."""
    if name not in known:
        raise NotFoundError(
            "There is no label {name} in the project; there are: {known}.", name=name, known=", ".join(known)
        )
    return name


def _refuse_layers(work: UnitOfWork, options: ExportOptions, form: Format) -> None:
    """Refuse several people's layers in one file, where nothing in it would tell them apart."""
    names = work.annotators.names()
    if options.takes_all and len(names) > 1 and not form.names_annotators:
        raise FormatError(
            "{name} does not know whose labels are whose; name one annotator: {known}.",
            name=form.name,
            known=", ".join(names),
        )


def _expect_source(source: str, known: Sequence[str]) -> None:
    if source not in known:
        raise NotFoundError(
            "There are no articles from {name} in the project; there are some from: {known}.",
            name=source,
            known=", ".join(known) or "–",
        )


def _annotators(work: UnitOfWork, options: ExportOptions) -> Sequence[str]:
    if options.takes_gold:
        return [expected_gold(work)]
    names = work.annotators.names()
    if options.takes_all or (len(names) <= 1 and options.annotator is None):
        return names
    if options.annotator is None:
        raise NotFoundError(
            "The project has several annotators; name one of them, or take all: {known}.",
            known=", ".join(names),
        )
    return [expected(options.annotator, names)]


def matching(work: UnitOfWork, query: str) -> set[str]:
    """Return the ids of articles that have all of these words."""
    shown = ArticleFilter(annotator="", words=query)
    found: set[str] = set()
    after, last = 0, work.articles.last_number()
    while lines := work.articles.lines(shown, after, last, _AT_ONCE):
        found.update(line.id for line in lines)
        after = lines[-1].number
    return found
