"""How far annotators agree on articles that they have submitted: all measures, from one reading."""

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from typing import Any, TypeVar

from annotator.domain.mark import ComparedArticle, Mark
from annotator.domain.measures import Figure, Tokenizer, Undefined
from annotator.quality.alpha import alpha, of_label
from annotator.quality.kappa import Confusion, cohen, complete, either_labelled, fleiss
from annotator.quality.matching import match
from annotator.quality.pairwise import PairCounts, mean_and_sd
from annotator.quality.span_evaluation import Counts, Likeness, Schema, evaluation, likenesses
from annotator.quality.token_labels import (
    Values,
    as_token_label,
    is_labelled,
    labelled,
    of_two,
    token_labels,
    tokenized,
)

_Counts = TypeVar("_Counts", bound=Mapping[Any, int])


@dataclass(frozen=True, slots=True)
class LabelAgreement:
    """Exact F1 of one label; marks_a and marks_b are how many spans of it each annotator has."""

    f1: Figure
    marks_a: int
    marks_b: int


@dataclass(frozen=True, slots=True)
class PairAgreement:
    """Of the articles that both have submitted; of schemas, a is the reference. confusion is of tokens."""

    a: str
    b: str
    articles: int
    spans_a: int
    spans_b: int
    f1: Figure
    f1_interval: tuple[float, float] | Undefined
    schemas: Mapping[Schema, Counts]
    labels: Mapping[str, LabelAgreement]
    kappa_all_tokens: Figure
    kappa_either_labelled: Figure
    confusion: Confusion

    @property
    def tokens(self) -> int:
        return sum(self.confusion.values())

    @property
    def labelled_tokens(self) -> int:
        """Those that either has labelled."""
        return sum(either_labelled(self.confusion).values())


@dataclass(frozen=True, slots=True)
class MeanF1:
    """Over the pairs where F1 is defined, each counting alike; sd is the population's."""

    mean: Figure
    sd: Figure


@dataclass(frozen=True, slots=True)
class TokenAgreement:
    """Krippendorff's alpha over all tokens, over those that anybody labelled, and of each label over all.

    tokens are those of the articles compared, labelled_tokens those of them that anybody labelled. Fleiss'
    kappa is over the complete_tokens of articles that all annotators have submitted.
    """

    tokens: int
    labelled_tokens: int
    alpha_all_tokens: Figure
    alpha_labelled_tokens: Figure
    alpha_of_labels: Mapping[str, Figure]
    complete_tokens: int
    fleiss_kappa: Figure

    @property
    def share_unlabelled(self) -> Figure:
        return 1 - self.labelled_tokens / self.tokens if self.tokens else Undefined.TOKENS


@dataclass(frozen=True, slots=True)
class Agreement:
    """articles are those that at least two of the annotators have submitted.

    Labels of the whole article and relations are not compared. Token figures are of the outermost spans.
    guidelines are the versions that the layers compared followed. article_set_sha256 is the fingerprint of
    the texts' fingerprints, sorted, each with a newline: what `sort | sha256sum` makes of a file of them.
    """

    articles: int
    annotators: tuple[str, ...]
    tokenizer: Tokenizer
    article_set_sha256: str
    pairs: tuple[PairAgreement, ...]
    f1: MeanF1
    f1_of_labels: Mapping[str, MeanF1]
    tokens: TokenAgreement
    guidelines: str | None = None


def agreement(
    articles: Iterable[ComparedArticle], annotators: Sequence[str], tokenizer: Tokenizer = Tokenizer.ARABIC
) -> Agreement:
    """Measure articles, each with the layers of those who have submitted it; none is kept."""
    count = _Count(annotators, tokenizer)
    for article in articles:
        count.add(article)
    return count.agreement()


@dataclass(slots=True)
class _PairCount:
    marks: PairCounts = field(default_factory=PairCounts)
    likenesses: Counter[Likeness] = field(default_factory=Counter)

    def add(self, article: str, a: Sequence[Mark], b: Sequence[Mark]) -> None:
        self.marks.add(article, a, b)
        self.likenesses.update(likenesses(match(a, b)))

    def agreement(self, names: tuple[str, str], labels: Iterable[str], confusion: Confusion) -> PairAgreement:
        marks = self.marks
        no_articles = None if marks.by_article else Undefined.ARTICLES
        return PairAgreement(
            *names,
            articles=len(marks.by_article),
            spans_a=marks.marks_a.total(),
            spans_b=marks.marks_b.total(),
            f1=marks.f1,
            f1_interval=marks.f1_interval(),
            schemas=evaluation(self.likenesses),
            labels={
                label: LabelAgreement(marks.f1_of(label), marks.marks_a[label], marks.marks_b[label])
                for label in labels
            },
            kappa_all_tokens=no_articles or cohen(confusion),
            kappa_either_labelled=no_articles or _of_labelled(cohen, confusion, either_labelled(confusion)),
            confusion=confusion,
        )


class _Count:
    """All that is kept of the articles."""

    def __init__(self, annotators: Sequence[str], tokenizer: Tokenizer) -> None:
        self._annotators = tuple(annotators)
        self._tokenizer = tokenizer
        self._pairs = {names: _PairCount() for names in combinations(self._annotators, 2)}
        self._tokens: Counter[Values] = Counter()
        self._fingerprints: list[str] = []

    def add(self, article: ComparedArticle) -> None:
        present = [name for name in self._annotators if name in article.layers]
        if len(present) < 2:
            return
        self._fingerprints.append(article.sha256)
        for a, b in combinations(present, 2):
            self._pairs[a, b].add(article.id, article.layers[a], article.layers[b])
        found = tokenized(article.text, self._tokenizer)
        self._tokens.update(token_labels(article, self._annotators, found))

    def agreement(self) -> Agreement:
        labels = sorted({label for pair in self._pairs.values() for label in _labels(pair)})
        places = combinations(range(len(self._annotators)), 2)
        pairs = tuple(
            pair.agreement(names, labels, of_two(self._tokens, *place))
            for (names, pair), place in zip(self._pairs.items(), places, strict=True)
        )
        lines = "".join(f"{sha256}\n" for sha256 in sorted(self._fingerprints))
        return Agreement(
            articles=len(self._fingerprints),
            annotators=self._annotators,
            tokenizer=self._tokenizer,
            article_set_sha256=hashlib.sha256(lines.encode()).hexdigest(),
            pairs=pairs,
            f1=MeanF1(*mean_and_sd(pair.f1 for pair in pairs)),
            f1_of_labels={
                label: MeanF1(*mean_and_sd(pair.labels[label].f1 for pair in pairs)) for label in labels
            },
            tokens=self._token_agreement(labels),
        )

    def _token_agreement(self, labels: Iterable[str]) -> TokenAgreement:
        counts = self._tokens
        too_few = Undefined.ANNOTATORS if len(self._annotators) < 2 else None
        return TokenAgreement(
            tokens=counts.total(),
            labelled_tokens=sum(count for values, count in counts.items() if is_labelled(values)),
            alpha_all_tokens=too_few or alpha(counts),
            alpha_labelled_tokens=too_few or _of_labelled(alpha, counts, labelled(counts)),
            alpha_of_labels={label: alpha(of_label(counts, as_token_label(label))) for label in labels},
            complete_tokens=sum(complete(counts).values()),
            fleiss_kappa=too_few or fleiss(counts),
        )


def _of_labelled(measure: Callable[[_Counts], Figure], every: _Counts, some: _Counts) -> Figure:
    """Return the figure of some of all tokens, which there may be none of."""
    return Undefined.LABELLED if every and not some else measure(some)


def _labels(pair: _PairCount) -> set[str]:
    return {*pair.marks.marks_a, *pair.marks.marks_b}
