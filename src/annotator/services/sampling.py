"""Which articles to review, when not all can be: random samples with a stated bound of error."""

import math
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from random import Random
from statistics import NormalDist

from annotator.services.queueing import QueuedArticle

CONFIDENCE = 0.95
_LIKELY_ERROR = 0.1
"""The share of wrong spans that is reckoned with before any are known."""

_LEAST_KNOWN = 30
"""So many reviewed spans of a label tell more of its errors than a guess does."""


@dataclass(frozen=True, slots=True)
class Plan:
    """So many articles, drawn at random, give the error rate of a label within ± margin at 95 %.

    error is the rate that is reckoned with, is_known that it was measured; spans are those that the articles
    hold on average. With all articles there is no margin left: nothing is drawn.
    """

    label: str
    articles: int
    spans: float
    margin: float
    error: float
    is_known: bool


def plan(label: str, margin: float, spans: int, articles: int, error: float | None = None) -> Plan:
    """Return how many of so many articles, with so many spans of a label in all, have to be reviewed.

    By the normal approximation with the correction for finite populations (Cochran, Sampling Techniques,
    1977, §4.4): n₀ = z²·p·(1 - p)/margin², n = n₀/(1 + (n₀ - 1)/N), spans taken to be drawn one by one. Spans
    of one article are more alike than that: the true margin is somewhat wider where articles are long.
    """
    rate = _LIKELY_ERROR if error is None else error
    z = NormalDist().inv_cdf((1 + CONFIDENCE) / 2)
    wanted = z * z * max(rate * (1 - rate), 0.01) / (margin * margin)
    drawn = wanted / (1 + (wanted - 1) / spans) if spans else 0.0
    per_article = spans / articles if articles else 0.0
    needed = min(articles, math.ceil(drawn / per_article)) if per_article else articles
    return Plan(label, needed, needed * per_article, margin, rate, error is not None)


def plan_for(label: str, margin: float, articles: Sequence[QueuedArticle]) -> Plan:
    """Plan a sample of articles that can be reviewed, by the errors that are known of them already."""
    spans = sum(article.spans[label] for article in articles)
    wrong, checked = errors_of(label, articles)
    error = wrong / checked if checked >= _LEAST_KNOWN else None
    return plan(label, margin, spans, len(articles), error)


def errors_of(label: str, articles: Sequence[QueuedArticle]) -> tuple[int, int]:
    """Return how many spans of a label are wrong, and how many there are, in articles reviewed to the end."""
    done = [article for article in articles if article.is_done]
    return sum(article.wrong[label] for article in done), sum(article.spans[label] for article in done)


def interval(wrong: int, spans: int) -> tuple[float, float]:
    """Return Wilson's 95 % interval of an error rate (Wilson 1927); spans must not be 0."""
    z = NormalDist().inv_cdf((1 + CONFIDENCE) / 2)
    rate, square = wrong / spans, z * z / spans
    middle = (rate + square / 2) / (1 + square)
    reach = z * math.sqrt(rate * (1 - rate) / spans + square / (4 * spans)) / (1 + square)
    return max(0.0, middle - reach), min(1.0, middle + reach)


def draw(articles: Sequence[QueuedArticle], count: int, seed: int) -> list[QueuedArticle]:
    """Draw a stratified random sample: of each group of annotators as large a share as they have in all.

    What the largest remainders leave over goes to the groups where most is cut off. By the same seed it is
    the same sample; it comes in the articles' own order.
    """
    strata: dict[tuple[str, ...], list[QueuedArticle]] = defaultdict(list)
    for article in articles:
        strata[tuple(sorted(article.people))].append(article)
    count = min(count, len(articles))
    shares = {people: count * len(group) / len(articles) for people, group in strata.items()}
    sizes = Counter({people: int(share) for people, share in shares.items()})
    remainders = sorted(shares, key=lambda people: (int(shares[people]) - shares[people], people))
    sizes.update(remainders[: count - sizes.total()])
    random = Random(seed)  # noqa: S311 - to be repeated, not to be guessed
    drawn = {
        article.line.id
        for people in sorted(strata)
        for article in random.sample(sorted(strata[people], key=lambda one: one.line.id), sizes[people])
    }
    return [article for article in articles if article.line.id in drawn]
