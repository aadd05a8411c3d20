"""The law of every format that goes both ways: what it says it carries comes back, all else is counted."""

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.domain.losses import Feature
from annotator.domain.policies import Fitting
from annotator.domain.record import Record
from annotator.formats.format import Format
from annotator.formats.registry import FORMATS
from tests.examples import at_most
from tests.formats.carrying import arcs, fittings, marks, read, records, written

HEAVY = ("spacy", "uima", "uima-json")
"""Each of these has property tests of its own, and takes seconds."""
TWO_WAY = [name for name, form in FORMATS.items() if form.read and form.write]


def carried(record: Record, carries: frozenset[Feature]) -> dict[str, object]:
    """Return of a record what a format that carries this is to give back."""
    given = {
        Feature.META: {key: value for key, value in record.meta.items() if value is not None},
        Feature.SPANS: marks(record),
        Feature.RELATIONS: arcs(record),
        Feature.LABELS: record.labels,
        Feature.NOTES: {span[:3]: span.note for span in record.spans},
        Feature.ARTICLE_NOTES: record.note,
        Feature.WORK: (record.annotator, record.state, record.guidelines),
        Feature.DETAILS: (record.id, [span[3:] for span in record.spans]),
    }
    return {"text": record.text} | {feature.value: given[feature] for feature in carries if feature in given}


@pytest.mark.parametrize("name", [name for name in TWO_WAY if name not in HEAVY])
@given(found=st.lists(records(), min_size=1, max_size=3), fitting=fittings)
@settings(max_examples=at_most(40), deadline=None)
def test_what_a_format_carries_comes_back_and_all_else_is_counted(
    name: str, found: list[Record], fitting: Fitting, tmp_path_factory: pytest.TempPathFactory
) -> None:
    check(FORMATS[name], found, fitting, tmp_path_factory.mktemp("format"))


@pytest.mark.slow
@pytest.mark.timeout(600)
@pytest.mark.parametrize("name", TWO_WAY)
@given(found=st.lists(records(), min_size=1, max_size=3), fitting=fittings)
@settings(max_examples=at_most(100), deadline=None)
def test_more_of_it_comes_back(
    name: str, found: list[Record], fitting: Fitting, tmp_path_factory: pytest.TempPathFactory
) -> None:
    check(FORMATS[name], found, fitting, tmp_path_factory.mktemp("format"))


def check(form: Format, found: list[Record], fitting: Fitting, folder: Path) -> None:
    expected, losses = written(form, found, fitting, folder)
    back = read(form, folder)
    ours, theirs = ([carried(one, form.carries) for one in some] for some in (expected, back))
    if form.has_folder:  # whose files have an order of their own
        ours, theirs = sorted(ours, key=repr), sorted(theirs, key=repr)
    assert theirs == ours
    # Article by article: two of them may have one text, and one a span that the other has lost.
    lost = sum(
        (Counter(marks(one)) - Counter(marks(other) if one.text == other.text else ())).total()
        for one, other in zip(found, expected, strict=True)
    )
    assert losses.lost == lost
    assert losses.spans == sum(len(one.spans) for one in found)
