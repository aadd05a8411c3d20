"""brat standoff: NAME.txt, and NAME.ann with a line for each annotation (brat's manual, "standoff format").

T1<TAB>LABEL 8 15<TAB>text, R1<TAB>LABEL Arg1:T1 Arg2:T2, #1<TAB>AnnotatorNotes T1<TAB>note. Offsets count
characters of the text as brat's server reads it, with CR LF as one; a span over several lines or in several
pieces has them as `8 15;17 21`. Written files keep the text as it stands.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from annotator.domain.losses import Change, Feature, Losses
from annotator.domain.policies import Fitting
from annotator.domain.record import Record, RecordSpan
from annotator.formats.brat_reading import Annotations
from annotator.formats.brat_spans import DISCONTINUOUS, pieces, quoted
from annotator.formats.encoding import encode
from annotator.formats.fitting import Fitted
from annotator.formats.label_names import LabelNames, without_space
from annotator.formats.layer_files import LayerFiles, annotator_of
from annotator.formats.newlines import Newlines
from annotator.formats.output import Output
from annotator.formats.source import Source

_TEXT, _ANN, _VISUAL = ".txt", ".ann", "visual.conf"


def read(source: Source) -> Iterator[Record]:
    """Yield the article of an .ann file; its text is in the .txt beside. Raises FileError and FormatError."""
    stem = source.path.stem
    beside = source.beside(f"{stem}.txt")
    if beside is None:
        source.refuse(1, "there is no {name} beside it with the text.", name=f"{stem}.txt")
    text, encoding = beside.text()
    if not text:
        beside.refuse(1, "the text is empty.")
    spans, relations = Annotations(source, text).layer(_display_names(source))
    yield Record(
        text,
        external_id=stem,
        annotator=annotator_of(source),
        spans=spans,
        relations=relations,
        encoding=encoding,
    )


def fit(record: Record, _: Fitting, losses: Losses) -> Fitted:
    """Take off the edges of spans what lies within CR LF, and line ends, which no .ann line can hold."""
    spans: dict[tuple[int, int, str], RecordSpan] = {}
    for span in record.spans:
        held = pieces(record.text, span)
        if not held:
            losses.note(Change.DROPPED, record, span)
            continue
        narrow = span
        if (held[0][0], held[-1][1]) != span[:2]:
            narrow = span._replace(start=held[0][0], end=held[-1][1])
            losses.note(Change.NARROWED, record, span)
        if narrow.note and "\r" in narrow.note:  # which ends a line
            narrow = narrow._replace(note=Newlines(narrow.note).text)
            losses.not_carried[Feature.NOTES] += 1
        if spans.setdefault(narrow[:3], narrow) is not narrow:
            losses.note(Change.DROPPED, record, span)
    kept = {span.id for span in spans.values()}
    relations = [arc for arc in record.relations if {arc.start, arc.end} <= kept]
    ordered = sorted(spans.values(), key=lambda span: (span.start, -span.end, span.label))
    return Fitted(replace(record, spans=tuple(ordered), relations=tuple(relations)))


def write(fitted: Iterable[Fitted], out: Output) -> None:
    """Write two files an article, in a folder for each annotator where there are several."""
    files = LayerFiles(out.folder(), _TEXT, _ANN)
    labels, relations = dict.fromkeys(out.label_names()), dict[str, None]()
    names = LabelNames(labels)
    for record, _, _ in fitted:
        labels |= dict.fromkeys(span.label for span in record.spans)
        relations |= dict.fromkeys(arc.label for arc in record.relations)
        text = files.place(record)
        text.write_bytes(encode(record.text))
        annotations = text.with_name(text.name.removesuffix(_TEXT) + _ANN)
        annotations.write_bytes("".join(_lines(record, names)).encode())
    for folder in files.folders():
        _write_settings(folder, [*labels], [*relations], names)


def _lines(record: Record, written: Mapping[str, str]) -> Iterator[str]:
    """Yield the lines of an article's annotations."""
    text, read = record.text, Newlines(record.text)
    followers = _followers(record)
    later = set(followers.values())
    names: dict[str | None, str] = {}
    notes = []
    by_id = {span.id: span for span in record.spans}
    for span in record.spans:
        if span.id in later:
            continue
        names[span.id] = name = f"T{len(names) + 1}"
        parts = []
        piece: RecordSpan | None = span
        while piece is not None:
            parts += pieces(text, piece)
            piece = by_id.get(followers.get(piece.id or "", ""))
        where = ";".join(f"{read.to_read(start)} {read.to_read(end)}" for start, end in parts)
        yield f"{name}\t{written[span.label]} {where}\t{quoted(text, parts)}\n"
        if span.note is not None:
            notes += [f"AnnotatorNotes {name}\t{line}" for line in span.note.split("\n")]
    arcs = (arc for arc in record.relations if followers.get(arc.start) != arc.end)
    for nth, arc in enumerate(arcs, 1):
        yield f"R{nth}\t{written[arc.label]} Arg1:{names[arc.start]} Arg2:{names[arc.end]}\n"
    yield from (f"#{nth}\t{note}\n" for nth, note in enumerate(notes, 1))


def _followers(record: Record) -> dict[str, str]:
    """Return, by the id of each span, that of the span which is its next piece.

    Only where a reader gives the same back: pieces in order with more than line ends between them, of one
    label, joined by nothing else, without notes of their own.
    """
    spans = {span.id or "": span for span in record.spans}
    chained = [arc for arc in record.relations if arc.label == DISCONTINUOUS]
    starts, stops = Counter(arc.start for arc in chained), Counter(arc.end for arc in chained)
    found = {}
    for arc in chained:
        one, other = spans[arc.start], spans[arc.end]
        is_chain = starts[arc.start] == stops[arc.end] == 1 and other.note is None
        between = record.text[one.end : other.start].strip("\r\n")
        if is_chain and between and one.label == other.label:
            found[arc.start] = arc.end
    while joined := {end for end in found.values() if _is_joined_otherwise(record, found, end)}:
        found = {start: end for start, end in found.items() if end not in joined}
    return found


def _is_joined_otherwise(record: Record, followers: Mapping[str, str], piece: str) -> bool:
    """Tell whether a later piece has another relation: a line can name the first piece alone."""
    return any(
        followers.get(arc.start) != arc.end or arc.label != DISCONTINUOUS
        for arc in record.relations
        if piece in {arc.start, arc.end}
    )


def _display_names(source: Source) -> Mapping[str, str]:
    """Return labels as visual.conf beside has them, where they differ by spaces and underscores alone."""
    beside = source.beside(_VISUAL)
    if beside is None:
        return {}
    pairs = (line.split(" | ", 2) for line in beside.text()[0].splitlines())
    told = (pair[:2] for pair in pairs if len(pair) > 1)
    return {name: shown for name, shown in told if without_space(shown).rstrip("_") == name.rstrip("_")}


def _write_settings(folder: Path, labels: Sequence[str], relations: Sequence[str], names: LabelNames) -> None:
    """Write which labels there are, and how those are shown that are written otherwise."""
    arguments = "Arg1:<ENTITY>, Arg2:<ENTITY>"
    lines = ["[entities]", *(names[label] for label in labels), "[relations]"]
    lines += [f"{names[label]} {arguments}" for label in relations]
    lines += ["[events]", "[attributes]"]
    (folder / "annotation.conf").write_text("\n".join([*lines, ""]), "utf-8", newline="\n")
    shown = [f"{name} | {label}" for name, label in names.others().items()]
    (folder / _VISUAL).write_text("\n".join(["[labels]", *shown, ""]), "utf-8", newline="\n")
