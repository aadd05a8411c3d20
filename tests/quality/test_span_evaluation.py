"""The four schemas count what is right, half right, wrong, missing and too much."""

from hypothesis import given

from annotator.domain.mark import Mark
from annotator.domain.measures import Undefined
from annotator.quality.matching import match
from annotator.quality.pairwise import PairCounts
from annotator.quality.span_evaluation import Counts, Schema, evaluation, likenesses
from tests.marks import layers

Layer = tuple[Mark, ...]

SEMEVAL = {
    "all right": (Mark(0, 4, "A"), Mark(0, 4, "A")),
    "the range": (Mark(10, 14, "A"), Mark(10, 14, "B")),
    "the label": (Mark(20, 24, "A"), Mark(21, 24, "A")),
    "an overlap": (Mark(30, 34, "A"), Mark(33, 38, "B")),
    "missing": (Mark(40, 44, "A"), None),
    "spurious": (None, Mark(50, 54, "A")),
}


def evaluated(a: Layer, b: Layer) -> dict[Schema, Counts]:
    return evaluation(likenesses(match(a, b)))


def test_each_schema_counts_each_case() -> None:
    a = tuple(one for one, _ in SEMEVAL.values() if one)
    b = tuple(other for _, other in SEMEVAL.values() if other)
    assert evaluated(a, b) == {
        Schema.STRICT: Counts(1, 3, 0, 1, 1),
        Schema.EXACT: Counts(2, 2, 0, 1, 1),
        Schema.PARTIAL: Counts(2, 0, 2, 1, 1),
        Schema.TYPE: Counts(2, 2, 0, 1, 1),
    }


def test_a_half_right_span_counts_for_half() -> None:
    partial = Counts(cor=2, inc=0, par=2, mis=1, spu=5)
    assert (partial.precision, partial.recall) == (3 / 9, 3 / 5)
    assert partial.f1 == 6 / 14


@given(layers, layers)
def test_the_counts_are_those_of_all_spans(a: Layer, b: Layer) -> None:
    for counts in evaluated(a, b).values():
        assert counts.cor + counts.inc + counts.par + counts.mis == len(a)
        assert counts.cor + counts.inc + counts.par + counts.spu == len(b)


@given(layers, layers)
def test_the_reference_may_be_either(a: Layer, b: Layer) -> None:
    """Precision becomes recall, missing spurious; F1 stays."""
    for one, other in zip(evaluated(a, b).values(), evaluated(b, a).values(), strict=True):
        assert (one.cor, one.inc, one.par, one.mis, one.spu) == (
            *(other.cor, other.inc, other.par),
            *(other.spu, other.mis),
        )
        assert one.f1 == other.f1
        if a and b:
            assert (one.precision, one.recall) == (other.recall, other.precision)


@given(layers, layers)
def test_f1_of_the_strict_schema_is_the_exact_f1_of_the_pair(a: Layer, b: Layer) -> None:
    pair = PairCounts()
    pair.add("one", a, b)
    assert evaluated(a, b)[Schema.STRICT].f1 == pair.f1


@given(layers)
def test_identical_layers_are_all_right_also_where_they_nest(marks: Layer) -> None:
    for counts in evaluated(marks, marks).values():
        assert counts == Counts(len(marks), 0, 0, 0, 0)
        assert counts.f1 == (1.0 if marks else Undefined.SPANS)


@given(layers, layers, layers, layers)
def test_the_counts_of_articles_add_up(a: Layer, b: Layer, c: Layer, d: Layer) -> None:
    both = evaluation(likenesses(match(a, b)) + likenesses(match(c, d)))
    for schema, counts in both.items():
        one, other = evaluated(a, b)[schema], evaluated(c, d)[schema]
        assert counts.cor == one.cor + other.cor
        assert counts.spu == one.spu + other.spu


def test_nothing_is_said_of_what_is_not_there() -> None:
    nothing = Counts(0, 0, 0, 0, 0)
    assert (nothing.precision, nothing.recall, nothing.f1) == (
        *(Undefined.RESPONSE, Undefined.REFERENCE),
        Undefined.SPANS,
    )
    missed = Counts(0, 0, 0, 3, 0)
    assert (missed.precision, missed.recall, missed.f1) == (Undefined.RESPONSE, 0, 0)
