"""Measured in a process of its own: agreement of three annotators. Seconds are of the processor.

agreement.py COUNT makes so many articles of 400 words with 25 spans, one of twelve within another, and three
layers of them that differ as people's do. Nothing is read from a project. Prints the seconds of each measure,
and of nervaluate and krippendorff where they are installed: on SAMPLE articles, scaled to COUNT, since all of
them take minutes and gigabytes.
"""

import json
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from itertools import accumulate, chain, combinations
from random import Random
from typing import Any

from exchange import memory_mb

from annotator.arabic.tokens import Tokens
from annotator.domain.mark import ComparedArticle, Mark
from annotator.domain.measures import Tokenizer
from annotator.quality.agreement import agreement
from annotator.quality.alpha import alpha
from annotator.quality.matching import match
from annotator.quality.pairwise import PairCounts
from annotator.quality.span_evaluation import evaluation, likenesses
from annotator.quality.token_labels import OUTSIDE, Values, is_labelled, token_labels, tokenized

NAMES = ("amal", "basim", "dina")
PAIRS = [*combinations(NAMES, 2)]
LABELS = ("ACTOR", "PLACE", "AGREEMENT", "TOPIC")
LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"
WORDS, SPANS, SAMPLE = 400, 25, 200


def articles(count: int) -> Iterator[ComparedArticle]:
    """Yield the same articles for one count, and the first of them for a smaller one."""
    random = Random(1)
    vocabulary = ["".join(random.choices(LETTERS, k=random.randrange(2, 9))) for _ in range(5000)]
    for number in range(count):
        words = random.choices(vocabulary, k=WORDS)
        places = [*accumulate((len(word) + 1 for word in words), initial=0)]
        meant = [*ranges(random)]
        layers = {name: layer(meant, places, random) for name in NAMES}
        yield ComparedArticle(str(number), f"{number:064}", " ".join(words), layers)


def ranges(random: Random) -> Iterator[tuple[int, int, str]]:
    """Yield what there is to mark: first word, word after the last, label."""
    for nth in range(SPANS - 2):
        first = nth * WORDS // SPANS + random.randrange(10)
        yield first, first + random.randrange(1, 5), random.choice(LABELS)
    for nth in random.sample(range(SPANS - 2), 2):  # around another
        yield nth * WORDS // SPANS, nth * WORDS // SPANS + 15, "TOPIC"


def layer(meant: list[tuple[int, int, str]], places: list[int], random: Random) -> tuple[Mark, ...]:
    """Mark it as somebody would: some missing, some with another label, some a word too long or beside."""
    found = set()
    for first, after, label in meant:
        chance = random.random()
        said = random.choice(LABELS) if chance < 0.10 else label
        is_beside, is_longer = 0.18 <= chance < 0.21, 0.10 <= chance < 0.21
        if chance >= 0.05:
            found.add(Mark(places[first + is_beside], places[after + is_longer] - 1, said))
    return tuple(sorted(found, key=lambda mark: (mark.start, -mark.end, mark.label)))


def timed(seconds: dict[str, Any], name: str, does: Callable[[], Any]) -> Any:
    start = time.process_time()
    found = does()
    seconds[name] = time.process_time() - start
    return found


def counted(found: list[ComparedArticle]) -> list[PairCounts]:
    pairs = []
    for a, b in PAIRS:
        pairs.append(PairCounts())
        for article in found:
            pairs[-1].add(article.id, article.layers[a], article.layers[b])
        assert 0 < float(pairs[-1].f1) < 1
    return pairs


def evaluated(found: list[ComparedArticle]) -> None:
    for a, b in PAIRS:
        counts = Counter(likenesses(()))
        for article in found:
            counts.update(likenesses(match(article.layers[a], article.layers[b])))
        evaluation(counts)


def judged(found: list[ComparedArticle], tokens: list[Tokens]) -> Counter[Values]:
    counts: Counter[Values] = Counter()
    for one, of_text in zip(found, tokens, strict=True):
        counts.update(token_labels(one, NAMES, of_text))
    assert 0 < float(alpha(counts)) < 1
    return counts


def main() -> None:
    count = int(sys.argv[1])
    found = [*articles(count)]
    result: dict[str, Any] = {"spans": sum(len(layer) for one in found for layer in one.layers.values())}
    pairs = timed(result, "f1_s", lambda: counted(found))
    timed(result, "intervals_s", lambda: [pair.f1_interval() for pair in pairs])
    timed(result, "schemas_s", lambda: evaluated(found))
    tokens = timed(result, "tokens_s", lambda: [tokenized(one.text, Tokenizer.ARABIC) for one in found])
    counts = timed(result, "alpha_s", lambda: judged(found, tokens))
    labelled = sum(number for values, number in counts.items() if is_labelled(values))
    result |= {"tokens": counts.total(), "unlabelled": 1 - labelled / counts.total()}
    timed(result, "all_s", lambda: agreement(found, NAMES))
    result["memory_mb"] = memory_mb()
    others(result, found)
    sys.stdout.write(json.dumps(result))


def others(result: dict[str, Any], found: list[ComparedArticle]) -> None:
    """Measure a sample with other programs, and scale what they take."""
    sample = found[:SAMPLE]
    scale = len(found) / len(sample)
    result["sample"] = len(sample)
    if find_spec("nervaluate"):
        timed(result, "nervaluate_s", lambda: by_nervaluate(sample))
        result["nervaluate_s"] *= scale
    if find_spec("krippendorff"):
        import krippendorff
        import numpy as np

        values = sampled_values(sample)
        numbers = {label: number for number, label in enumerate((*LABELS, OUTSIDE))}
        ratings = np.array([[numbers[given[nth]] for given in values] for nth in range(len(NAMES))])
        theirs = timed(
            result, "krippendorff_s", lambda: krippendorff.alpha(ratings, level_of_measurement="nominal")
        )
        assert abs(theirs - float(alpha(Counter(values)))) < 1e-9
        result["krippendorff_s"] *= scale


def sampled_values(sample: list[ComparedArticle]) -> list[tuple[Any, ...]]:
    counts = (token_labels(one, NAMES, tokenized(one.text, Tokenizer.ARABIC)) for one in sample)
    return [*chain.from_iterable(one.elements() for one in counts)]


def by_nervaluate(sample: list[ComparedArticle]) -> None:
    from nervaluate import Evaluator

    for a, b in PAIRS:
        reference, response = (
            [
                [{"label": mark.label, "start": mark.start, "end": mark.end - 1} for mark in one.layers[name]]
                for one in sample
            ]
            for name in (a, b)
        )
        Evaluator(reference, response, tags=[*LABELS], loader="dict").evaluate()


if __name__ == "__main__":
    main()
