"""spaCy itself trains with what is written for it, and finds every span."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotator.domain.record import Record, RecordSpan
from annotator.formats import spacy_docbin
from annotator.formats.fitting import to_tokens
from annotator.formats.source import Source
from tests.examples import at_most
from tests.formats.full_records import full_records, put, said

pytestmark = [
    pytest.mark.slow,
    pytest.mark.timeout(600),
    pytest.mark.filterwarnings("default"),  # what spaCy and those under it say of themselves is not ours
]
TEXTS = {
    "وقّعت أرمينيا وباكو اتفاق سلام.": [("أرمينيا", "ACTOR"), ("باكو", "PLACE"), ("اتفاق سلام", "TOPIC")],
    "🎉 زار الوزير باكو وطهران أمس": [("الوزير", "ACTOR"), ("باكو", "PLACE"), ("طهران", "PLACE")],
    "بالرياض\r\nاجتمع وزراء للخليج": [("الرياض", "PLACE"), ("وزراء", "ACTOR"), ("لخليج", "PLACE")],
}


def articles() -> list[Record]:
    return [
        Record(
            text,
            spans=tuple(
                RecordSpan(text.index(words), text.index(words) + len(words), label)
                for words, label in marks
                if words in text
            ),
        )
        for text, marks in TEXTS.items()
    ]


def test_a_model_learns_from_every_span_while_char_span_loses_those_within_words(tmp_path: Path) -> None:
    spacy = pytest.importorskip("spacy")
    from spacy.tokens import DocBin
    from spacy.training import Example

    found = articles()
    path = put(spacy_docbin.write, tmp_path / "train.spacy", found, to_tokens)
    nlp = spacy.blank("ar")
    docs = [*DocBin().from_disk(path).get_docs(nlp.vocab)]
    for doc, record in zip(docs, found, strict=True):
        assert doc.text == record.text
        assert [(e.start_char, e.end_char, e.label_) for e in doc.spans["sc"]] == [
            s[:3] for s in record.spans
        ]
        assert [(e.start_char, e.end_char, e.label_) for e in doc.ents] == [s[:3] for s in record.spans]
    own = [nlp.make_doc(record.text) for record in found]
    within = [
        record.text[span.start : span.end]
        for doc, record in zip(own, found, strict=True)
        for span in record.spans
        if doc.char_span(span.start, span.end, span.label) is None
    ]
    assert {"باكو", "طهران", "الرياض"} <= {*within}

    nlp.add_pipe("ner")
    examples = [Example(nlp.make_doc(doc.text), doc) for doc in docs]
    aligned = [Example(doc.copy(), doc) for doc in docs]
    nlp.initialize(lambda: aligned)
    losses: dict[str, float] = {}
    nlp.update(aligned, losses=losses)
    assert losses["ner"] > 0
    # On our tokens nothing is lost; on spaCy's own, tags of words that a span cuts are unknown.
    assert all(None not in example.get_aligned_ner() for example in aligned)
    assert any(None in example.get_aligned_ner() for example in examples)


def test_a_span_categorizer_finds_the_group(tmp_path: Path) -> None:
    spacy = pytest.importorskip("spacy")
    from spacy.tokens import DocBin
    from spacy.training import Example

    text = "وقّعت باكو اتفاق سلام"
    spans = (RecordSpan(0, 21, "EVENT"), RecordSpan(6, 10, "PLACE"), RecordSpan(6, 21, "TOPIC"))
    path = put(spacy_docbin.write, tmp_path / "train.spacy", [Record(text, spans=spans)], to_tokens)
    nlp = spacy.blank("ar")
    (doc,) = DocBin().from_disk(path).get_docs(nlp.vocab)
    assert len(doc.ents) == 1
    nlp.add_pipe("spancat")
    example = Example(doc.copy(), doc)
    nlp.initialize(lambda: [example])
    assert nlp.get_pipe("spancat").labels == ("EVENT", "PLACE", "TOPIC")
    nlp.update([example])


@given(before=st.lists(full_records(), min_size=1, max_size=3))
@settings(
    max_examples=at_most(30), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_what_is_written_is_read_again(before: list[Record], tmp_path: Path) -> None:
    pytest.importorskip("spacy")
    after = spacy_docbin.read(Source(put(spacy_docbin.write, tmp_path / "out.spacy", before, to_tokens)))
    assert [*map(said, after)] == [*map(said, before)]
