"""Records with all that the program knows of an article, and what a format gives back of them."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

from hypothesis import strategies as st

from annotator.domain.article import ArticleState
from annotator.domain.losses import Losses
from annotator.domain.policies import Fitting
from annotator.domain.record import Record
from annotator.formats.fitting import Fitted
from annotator.formats.output import Output
from tests.formats.carrying import LABELS, records
from tests.texts import characters

_words = st.text(characters, max_size=8)
_values = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | _words,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_words, inner, max_size=3),
    max_leaves=5,
)


@st.composite
def full_records(draw: st.DrawFn) -> Record:
    """An article with metadata of any name, labels, state and guidelines."""
    return replace(
        draw(records()),
        meta=draw(
            st.dictionaries(_words | st.sampled_from(["text", "spans", "_task_hash", "meta"]), _values)
        ),
        state=draw(st.none() | st.sampled_from(ArticleState)),
        guidelines=draw(st.none() | st.just("2")),
        labels=tuple(sorted(draw(st.sets(st.sampled_from(["سياسة", "NEWS"]))))),
    )


def put(
    write: Callable[[Iterable[Fitted], Output], None],
    path: Path,
    written: Iterable[Record],
    fit: Callable[[Record, Fitting, Losses], Fitted] | None = None,
    fitting: Fitting | None = None,
) -> Path:
    """Write records as they are, or as they are made to fit; return the path of the file or folder."""
    fitted = [fit(one, fitting or Fitting(), Losses()) if fit else Fitted(one) for one in written]
    out = Output(path, LABELS)
    with out.whole():
        write(iter(fitted), out)
    return path


def said(record: Record) -> dict[str, object]:
    """Return of a record all but what Prodigy, Hugging Face and spaCy all leave out, and its id."""
    return {
        "text": record.text,
        "spans": [span[:3] for span in record.spans],
        "meta": dict(record.meta),
        "work": (record.annotator, record.state, record.guidelines),
        "labels": record.labels,
    }
