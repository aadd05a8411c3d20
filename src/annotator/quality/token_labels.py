"""Layers as one label a token, for measures that need something to count where nobody marked anything."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import chain

from annotator.arabic.tokens import Tokens, tokens
from annotator.domain.mark import ComparedArticle, Mark
from annotator.domain.measures import Tokenizer
from annotator.quality.matching import reading_order

OUTSIDE = "O"
"""What a token without a label has, as in IOB2."""

Values = tuple[str | None, ...]
"""What a token has from each annotator, in their order; None from one who has not submitted the article."""
TokenLabels = Mapping[Values, int]
"""How often tokens have the same values. Measures need no more, and counts of articles add up."""


def tokenized(text: str, tokenizer: Tokenizer) -> Tokens:
    match tokenizer:
        case Tokenizer.ARABIC:
            return tokens(text)
        case Tokenizer.WHITESPACE:
            words = [*re.finditer(r"\S+", text)]
            bounds = chain.from_iterable(word.span() for word in words)
            return Tokens([word[0] for word in words], [*bounds])


def token_labels(article: ComparedArticle, annotators: Sequence[str], found: Tokens) -> Counter[Values]:
    """Count the tokens of an article by what they have from each annotator, none of whom need have it."""
    layers = [
        labels_of(article.layers[name], found) if name in article.layers else None for name in annotators
    ]
    labelled = {nth for layer in layers if layer for nth in layer}
    counts = Counter(
        tuple([None if layer is None else layer.get(nth, OUTSIDE) for layer in layers]) for nth in labelled
    )
    if len(found) > len(labelled):
        outside = tuple(None if layer is None else OUTSIDE for layer in layers)
        counts[outside] = len(found) - len(labelled)
    return counts


def labels_of(marks: Sequence[Mark], found: Tokens) -> dict[int, str]:
    """Return the label of each token that has one, by its number: that of its outermost mark.

    A mark has every token that it touches, also with a part of a word. Of several on one token, that is on
    top which begins first; of these the longest; of these that whose label comes first in the alphabet.
    """
    labels: dict[int, str] = {}
    for start, end, label in sorted(marks, key=reading_order):
        covered = found.covered(start, end)
        if covered:
            for nth in range(*covered):
                labels.setdefault(nth, as_token_label(label))
    return labels


def as_token_label(label: str) -> str:
    """Return how a token's value names a label: one that is called O is put in quotes."""
    return f"“{label}”" if label == OUTSIDE else label


def is_labelled(values: Values) -> bool:
    return any(value is not None and value != OUTSIDE for value in values)


def labelled(counts: TokenLabels) -> dict[Values, int]:
    """Leave out the tokens that nobody has labelled."""
    return {values: count for values, count in counts.items() if is_labelled(values)}


def of_two(counts: TokenLabels, first: int, second: int) -> Counter[tuple[str, str]]:
    """Count the tokens of two annotators' common articles by what they have from both: their confusion."""
    confusion: Counter[tuple[str, str]] = Counter()
    for values, count in counts.items():
        one, other = values[first], values[second]
        if one is not None and other is not None:
            confusion[one, other] += count
    return confusion
