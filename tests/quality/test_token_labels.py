"""A layer becomes one label a token: that of its outermost mark."""

from collections import Counter
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.domain.mark import ComparedArticle, Mark
from annotator.domain.measures import Tokenizer
from annotator.quality.token_labels import (
    OUTSIDE,
    as_token_label,
    is_labelled,
    labelled,
    labels_of,
    of_two,
    token_labels,
    tokenized,
)
from tests.marks import NAMES, TEXT, article, articles, layers
from tests.texts import texts

FOUND = tokenized(TEXT, Tokenizer.ARABIC)


def said(*marks: Mark, tokenizer: Tokenizer = Tokenizer.ARABIC) -> list[tuple[str, str]]:
    """Return the tokens that have a label, with it."""
    found = tokenized(TEXT, tokenizer)
    return [(found.words[nth], label) for nth, label in sorted(labels_of(marks, found).items())]


@given(texts)
def test_whitespace_parts_a_text_as_split_does(text: str) -> None:
    found = tokenized(text, Tokenizer.WHITESPACE)
    assert [text[start:end] for start, end in found.ranges()] == found.words
    assert all(word and not any(map(str.isspace, word)) for word in found.words if word.isprintable())
    assert "".join(found.words) == "".join(letter for letter in text if letter in "".join(found.words))


def test_a_comma_is_a_token_of_arabic_but_not_of_what_stands_between_spaces() -> None:
    baku = Mark(15, 19, "PLACE")
    assert TEXT[15:19] == "باكو"
    assert said(baku) == [("وباكو", "PLACE")]
    assert said(baku, tokenizer=Tokenizer.WHITESPACE) == [("وباكو،", "PLACE")]


def test_of_nested_marks_the_outermost_has_the_token() -> None:
    assert said(Mark(26, 36, "TOPIC"), Mark(32, 36, "PLACE")) == [("اتفاق", "TOPIC"), ("سلام", "TOPIC")]


def test_of_crossing_marks_the_first_has_what_both_have() -> None:
    crossing = Mark(0, 13, "TOPIC"), Mark(6, 19, "PLACE")
    assert said(*crossing) == [("وقّعت", "TOPIC"), ("أرمينيا", "TOPIC"), ("وباكو", "PLACE")]


def test_of_marks_on_one_range_the_first_label_of_the_alphabet_is_on_top() -> None:
    assert said(Mark(0, 5, "TOPIC"), Mark(0, 5, "ACTOR")) == [("وقّعت", "ACTOR")]


def test_a_mark_on_a_space_alone_has_no_token() -> None:
    assert said(Mark(5, 6, "TOPIC")) == []


@given(layers)
def test_each_token_has_the_label_of_the_first_mark_that_touches_it(marks: tuple[Mark, ...]) -> None:
    labels = labels_of(marks, FOUND)
    for nth, (start, end) in enumerate(FOUND.ranges()):
        touching = [mark for mark in marks if mark.start < end and start < mark.end]
        first = min(touching, key=lambda mark: (mark.start, -mark.end, mark.label), default=None)
        assert labels.get(nth) == (first.label if first else None)


@given(articles())
def test_every_token_is_counted_once(found: list[ComparedArticle]) -> None:
    for one in found:
        counts = token_labels(one, NAMES, FOUND)
        assert counts.total() == len(FOUND)
        for values in counts:
            assert [value is not None for value in values] == [name in one.layers for name in NAMES]
        assert all(map(is_labelled, labelled(counts)))


@given(articles(), st.randoms(use_true_random=False))
def test_annotators_in_another_order_have_their_values_in_that_order(
    found: list[ComparedArticle], random: Random
) -> None:
    order = random.sample(range(len(NAMES)), len(NAMES))
    for one in found:
        counts = token_labels(one, NAMES, FOUND)
        turned = Counter({tuple(values[nth] for nth in order): count for values, count in counts.items()})
        assert token_labels(one, [NAMES[nth] for nth in order], FOUND) == turned


def test_a_confusion_counts_only_what_both_have_seen() -> None:
    counts = {("A", None, "B"): 5, ("A", "B", None): 3, (OUTSIDE, OUTSIDE, OUTSIDE): 7}
    assert of_two(counts, 0, 1) == {("A", "B"): 3, (OUTSIDE, OUTSIDE): 7}
    assert of_two(counts, 1, 2) == {(OUTSIDE, OUTSIDE): 7}


def test_a_label_of_the_name_o_is_not_taken_for_none() -> None:
    counts = token_labels(article(1, {"amal": [Mark(0, 5, OUTSIDE)]}), ["amal"], FOUND)
    assert counts == {(as_token_label(OUTSIDE),): 1, (OUTSIDE,): len(FOUND) - 1}


@pytest.mark.parametrize("tokenizer", Tokenizer)
def test_a_text_without_a_token_has_none_to_count(tokenizer: Tokenizer) -> None:
    found = tokenized(" \n ", tokenizer)
    assert not token_labels(article(1, {"amal": []}, " \n "), ["amal"], found)
