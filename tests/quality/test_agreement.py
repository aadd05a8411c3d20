"""All measures of a set of articles at once."""

from dataclasses import replace
from itertools import combinations
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.domain.mark import ComparedArticle, Mark
from annotator.domain.measures import Tokenizer, Undefined
from annotator.quality.agreement import Agreement, agreement
from annotator.quality.span_evaluation import Schema
from tests.marks import LABELS, NAMES, TEXT, article, articles


def symmetric(found: Agreement) -> object:
    """What is the same whoever is named first, by the pair's names."""
    pairs = {
        frozenset((pair.a, pair.b)): (
            *(pair.articles, pair.f1, pair.f1_interval, pair.kappa_all_tokens, pair.kappa_either_labelled),
            {label: of.f1 for label, of in pair.labels.items()},
            {schema: counts.f1 for schema, counts in pair.schemas.items()},
        )
        for pair in found.pairs
    }
    return found.articles, found.article_set_sha256, found.f1, found.f1_of_labels, found.tokens, pairs


@given(articles(), st.randoms(use_true_random=False))
def test_the_order_of_articles_annotators_and_spans_changes_no_figure(
    found: list[ComparedArticle], random: Random
) -> None:
    turned = [
        replace(
            one,
            layers={name: tuple(random.sample(layer, len(layer))) for name, layer in one.layers.items()},
        )
        for one in random.sample(found, len(found))
    ]
    names = random.sample(NAMES, len(NAMES))
    assert symmetric(agreement(found, NAMES)) == symmetric(agreement(turned, names))


@given(articles())
def test_what_only_one_has_submitted_changes_no_figure(found: list[ComparedArticle]) -> None:
    shared = [one for one in found if len(one.layers) > 1]
    measured = agreement(found, NAMES)
    assert measured == agreement(shared, NAMES)
    assert measured.articles == len(shared)
    assert measured.tokens.tokens == len(shared) * 9


@given(articles())
def test_each_pair_is_measured_over_what_both_have_submitted(found: list[ComparedArticle]) -> None:
    measured = agreement(found, NAMES)
    assert [(pair.a, pair.b) for pair in measured.pairs] == [*combinations(NAMES, 2)]
    for pair in measured.pairs:
        alone = agreement(found, (pair.a, pair.b))
        assert pair.f1 == alone.pairs[0].f1
        assert pair.confusion == alone.pairs[0].confusion
        assert pair.tokens == alone.tokens.tokens == pair.articles * 9
        assert pair.labelled_tokens == alone.tokens.labelled_tokens
        assert sum(of.marks_a for of in pair.labels.values()) == pair.spans_a


@given(articles(), st.permutations(LABELS))
def test_labels_that_change_names_keep_their_figures(found: list[ComparedArticle], names: list[str]) -> None:
    """But for tokens where two marks have one range: there the alphabet decides which is on top."""
    new = dict(zip(LABELS, names, strict=True))
    renamed = [
        replace(
            one,
            layers={
                name: tuple(mark._replace(label=new[mark.label]) for mark in layer)
                for name, layer in one.layers.items()
            },
        )
        for one in found
    ]
    before, after = agreement(found, NAMES), agreement(renamed, NAMES)
    assert [pair.f1 for pair in before.pairs] == [pair.f1 for pair in after.pairs]
    assert [pair.schemas for pair in before.pairs] == [pair.schemas for pair in after.pairs]
    assert {new[label]: mean for label, mean in before.f1_of_labels.items()} == after.f1_of_labels
    layers = [layer for one in found for layer in one.layers.values()]
    if all(len({mark[:2] for mark in layer}) == len(layer) for layer in layers):
        assert before.tokens.alpha_all_tokens == after.tokens.alpha_all_tokens
        assert before.tokens.fleiss_kappa == after.tokens.fleiss_kappa


def test_identical_nested_layers_agree_in_every_figure() -> None:
    nested = [Mark(0, 19, "TOPIC"), Mark(6, 13, "PLACE"), Mark(14, 19, "PLACE"), Mark(26, 36, "TOPIC")]
    found = agreement([article(nth, dict.fromkeys(NAMES, nested)) for nth in range(3)], NAMES)
    for pair in found.pairs:
        assert (pair.f1, pair.f1_interval) == (1, (1, 1))
        assert {counts.f1 for counts in pair.schemas.values()} == {1}
        assert pair.kappa_all_tokens == 1
    assert (found.f1.mean, found.f1.sd) == (1, 0)
    assert found.tokens.alpha_all_tokens == found.tokens.fleiss_kappa == 1
    assert found.tokens.alpha_labelled_tokens is Undefined.ONE_VALUE
    assert found.tokens.alpha_of_labels == {"PLACE": Undefined.ONE_VALUE, "TOPIC": 1}


def test_what_only_one_has_marked_is_no_agreement() -> None:
    found = agreement([article(1, {"amal": [Mark(0, 5, "PLACE")], "basim": []})], ("amal", "basim"))
    (pair,) = found.pairs
    assert pair.f1 == 0
    assert pair.f1_interval is Undefined.ONE_ARTICLE
    assert pair.schemas[Schema.STRICT].precision is Undefined.RESPONSE
    assert pair.kappa_all_tokens == 0
    assert found.tokens.share_unlabelled == pytest.approx(8 / 9)


def test_finding_nothing_is_work_but_no_agreement() -> None:
    found = agreement([article(nth, {"amal": [], "basim": []}) for nth in range(2)], ("amal", "basim"))
    (pair,) = found.pairs
    assert (found.articles, pair.articles, pair.tokens) == (2, 2, 18)
    assert pair.f1 is pair.f1_interval is found.f1.mean is Undefined.SPANS
    assert found.tokens.alpha_all_tokens is Undefined.ONE_VALUE
    assert found.tokens.alpha_labelled_tokens is pair.kappa_either_labelled is Undefined.LABELLED
    assert found.tokens.share_unlabelled == 1


def test_the_tokenizer_is_named_and_used() -> None:
    one = [article(1, {"amal": [], "basim": []})]
    for tokenizer, tokens in ((Tokenizer.ARABIC, 9), (Tokenizer.WHITESPACE, len(TEXT.split()))):
        found = agreement(one, ("amal", "basim"), tokenizer)
        assert (found.tokenizer, found.tokens.tokens) == (tokenizer, tokens)
