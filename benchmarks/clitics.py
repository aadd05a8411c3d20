"""Measures how well clitics are taken off words: prints a table in Markdown.

python benchmarks/clitics.py [the folder of shared data]
"""

import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

from places import REPOSITORY
from treebank import FILE, GoldWord, sentences

from annotator.arabic.clitics import Word, stem
from annotator.arabic.folding import fold
from annotator.arabic.patterns import compiled

SHARED = (REPOSITORY / ".." / "shared" / "data").resolve()
NEWS = ("ner/anercorp/ANERCorp_CamelLab_train.txt", "news/antcorpus/**/*.txt")
Sentences = list[list[GoldWord]]


@dataclass
class Score:
    """Counts of words, of clitics' ends, and of pronouns' beginnings."""

    words: int = 0
    right: int = 0
    wholly_right: int = 0
    found: int = 0
    missed: int = 0
    invented: int = 0
    pronouns: Counter[str] = field(default_factory=Counter)
    names: int = 0
    names_split: int = 0
    errors: Counter[str] = field(default_factory=Counter)

    def add(self, gold: GoldWord, counts: Mapping[str, int]) -> None:
        word = Word(gold.written)
        found = stem(word, counts)
        cuts = {word.range(cut, len(word.letters))[0] for cut in found.cuts}
        end = word.range(0, found.end)[1]
        pronoun = None if end == len(gold.written) else end
        self.words += 1
        self.right += cuts == gold.cuts
        self.wholly_right += cuts == gold.cuts and pronoun == gold.pronoun
        self.found += len(cuts & gold.cuts)
        self.missed += len(gold.cuts - cuts)
        self.invented += len(cuts - gold.cuts)
        self._add_pronoun(pronoun, gold.pronoun)
        if gold.is_name and not gold.cuts:
            self.names += 1
            self.names_split += bool(cuts)
        if cuts != gold.cuts:
            self.errors[f"{gold.written} ({_shown(gold.written, gold.cuts)})"] += 1

    def _add_pronoun(self, found: int | None, gold: int | None) -> None:
        if found is not None:
            self.pronouns["right" if found == gold else "invented"] += 1
        if gold is not None and found != gold:
            self.pronouns["missed"] += 1

    @property
    def precision(self) -> float:
        return self.found / (self.found + self.invented)

    @property
    def recall(self) -> float:
        return self.found / (self.found + self.missed)

    def row(self) -> str:
        both = 2 * self.precision * self.recall / (self.precision + self.recall)
        right, invented = self.pronouns["right"], self.pronouns["invented"]
        shares = (
            self.right / self.words,
            self.precision,
            self.recall,
            both,
            self.names_split / self.names,
            right / (right + invented),
            right / (right + self.pronouns["missed"]),
            self.wholly_right / self.words,
        )
        return " | ".join(f"{share:.3f}" for share in shares)


def measured(part: Sentences, counts: Mapping[str, int]) -> Score:
    score = Score()
    for sentence in part:
        for gold in sentence:
            score.add(gold, counts)
    return score


def counted(texts: Iterable[str]) -> Counter[str]:
    found: Counter[str] = Counter()
    for text in texts:
        found.update(fold(match) for match in compiled(r"[\p{Arabic}\p{M}]+").findall(text))
    return found


def news(shared: Path) -> Iterator[str]:
    for pattern in NEWS:
        for path in sorted(shared.glob(pattern)):
            yield path.read_text("utf-8", errors="ignore")


def speed(written: list[str]) -> float:
    start = time.process_time()
    for word in written:
        stem(Word(word))
    return len(written) / (time.process_time() - start)


def _shown(written: str, cuts: frozenset[int]) -> str:
    places = [0, *sorted(cuts), len(written)]
    return "+".join(written[start:end] for start, end in pairwise(places))


def main() -> None:
    shared = Path(sys.argv[1]) if len(sys.argv) > 1 else SHARED
    gold = sentences(shared / FILE)
    written = [word.written for sentence in gold for word in sentence]
    own, others = counted(written), counted(news(shared))
    half = len(gold) // 2
    parts = {"first half (tuned on)": gold[:half], "second half": gold[half:]}
    known = {"nothing": {}, "these texts": own, "and other news": own + others}
    print(
        "| part | counts of | word accuracy | precision | recall | F1 | names split | pronouns: precision | ",
        end="",
    )
    print("recall | word accuracy with pronouns |")
    print("|---|---|---|---|---|---|---|---|---|---|")
    for name, part in parts.items():
        for what, counts in known.items():
            print(f"| {name} | {what} | {measured(part, counts).row()} |")
    second = measured(gold[half:], own)
    print(f"\n{second.words:,} words and {second.names} names without clitics in the second half; ", end="")
    print(f"{speed(written):,.0f} words a second.\n")
    print("The commonest errors in the second half, with the cuts that the treebank makes:\n")
    for error, count in second.errors.most_common(10):
        print(f"* {error}: {count}")


if __name__ == "__main__":
    main()
