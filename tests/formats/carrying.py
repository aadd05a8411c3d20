"""Records that try a format, and the way out of the program and in again."""

from collections.abc import Sequence
from pathlib import Path

from hypothesis import strategies as st

from annotator.domain.identity import new_id
from annotator.domain.label import Label, LabelSet
from annotator.domain.losses import Losses
from annotator.domain.offsets import OffsetUnit
from annotator.domain.policies import Fitting, Nesting, Policy
from annotator.domain.record import Record, RecordRelation, RecordSpan
from annotator.formats.format import Format
from annotator.formats.output import Output
from annotator.formats.recognising import is_companion, recognise
from annotator.formats.source import Source
from tests.texts import texts

NAMES = ("ACTOR", "PLACE", "حزب سياسي", "a b", "=1+1")
LABELS = LabelSet(tuple(Label(name, name, "#800000") for name in NAMES))

fittings = st.builds(Fitting, st.sampled_from(Policy), st.sampled_from(Nesting))


@st.composite
def records(draw: st.DrawFn) -> Record:
    """An article of any text, with spans that nest, cross and begin anywhere, and relations between them."""
    text = draw(texts.filter(str.strip))
    starts = st.integers(0, len(text) - 1)
    ranges = starts.flatmap(lambda start: st.tuples(st.just(start), st.integers(start + 1, len(text))))
    marks = draw(st.sets(st.tuples(ranges, st.sampled_from(NAMES)), max_size=6))
    notes = st.none() | st.sampled_from(["ملاحظة", "a\tb\nc"])
    spans = [RecordSpan(start, end, label, new_id(), note=draw(notes)) for (start, end), label in marks]
    spans.sort(key=lambda span: (span.start, -span.end, span.label))
    arcs = []
    if len(spans) > 1 and draw(st.booleans()):
        arcs = [RecordRelation(new_id(), spans[0].id or "", spans[-1].id or "", "طرف في")]
    return Record(
        text=text,
        id=new_id(),
        external_id=draw(st.sampled_from([None, "7", "../a", "CON", "خبر"])),
        meta=draw(st.sampled_from([{}, {"title": "عنوان", "source": "=HYPERLINK(1)"}])),
        annotator="amal",
        spans=tuple(spans),
        relations=tuple(arcs),
    )


def written(
    form: Format, found: Sequence[Record], fitting: Fitting, folder: Path
) -> tuple[list[Record], Losses]:
    """Write records; return what a re-import is to give, and the account of what is lost."""
    losses = Losses()
    fitted = [form.fitted(record, fitting, losses) for record in found]
    out = Output(folder / f"out{form.suffixes[0]}", LABELS)
    assert form.write
    with out.whole():
        form.write(iter(fitted), out)
    return [one.record for one in fitted], losses


def read(form: Format, folder: Path) -> list[Record]:
    """Read everything of a format in a folder, which is recognised by its content."""
    # Offsets of a text that is none are no evidence of what they count.
    unit = OffsetUnit.CODE_POINT if form.name.startswith("doccano") else None
    sources = [Source(path, None, unit) for path in sorted(folder.rglob("*")) if path.is_file()]
    found = [(source, recognise(source)) for source in sources if not is_companion(source)]
    assert form.read
    assert all(other is None or other.read is form.read for _, other in found)
    return [record for source, other in found if other for record in form.read(source)]


def marks(record: Record) -> list[tuple[int, int, str]]:
    return [span[:3] for span in record.spans]


def arcs(record: Record) -> set[tuple[object, object, str]]:
    """Return relations by what they join."""
    by_id = {span.id: span[:3] for span in record.spans}
    return {(by_id[arc.start], by_id[arc.end], arc.label) for arc in record.relations}
