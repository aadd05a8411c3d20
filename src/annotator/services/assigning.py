"""Who labels what: articles shared out among annotators."""

from collections import Counter
from collections.abc import Sequence
from itertools import combinations
from random import Random


def assign(
    articles: Sequence[str], annotators: Sequence[str], *, overlap: float = 0.0, seed: int = 0
) -> dict[str, list[str]]:
    """Share articles out, a share of them to two annotators each, so that nobody has more than others.

    overlap is from 0 to 1; every pair of annotators has as many articles in common as another, or one less.
    By the same seed it is the same, in whatever order the articles come; each annotator's are in their order.
    """
    shuffled = sorted(articles)
    Random(seed).shuffle(shuffled)  # noqa: S311 - to be repeated, not to be guessed
    pairs = [*combinations(annotators, 2)]
    doubled = round(len(shuffled) * overlap) if pairs else 0
    given: dict[str, set[str]] = {name: set() for name in annotators}
    shared: Counter[tuple[str, str]] = Counter()
    for article in shuffled[:doubled]:
        pair = min(pairs, key=lambda pair: (shared[pair], sum(len(given[name]) for name in pair)))
        shared[pair] += 1
        for name in pair:
            given[name].add(article)
    for article in shuffled[doubled:]:
        given[min(annotators, key=lambda name: len(given[name]))].add(article)
    return {name: [article for article in articles if article in mine] for name, mine in given.items()}
