"""What pairs of near duplicates come to."""

from collections.abc import Iterable


def count_copies(pairs: Iterable[tuple[int, int]]) -> int:
    """Count the texts that are near duplicates of another: all of a story but one, whatever its pairs."""
    parents: dict[int, int] = {}

    def first(text: int) -> int:
        while (parent := parents.get(text, text)) != text:
            text = parent
        return text

    count = 0
    for one, other in pairs:
        older, younger = sorted((first(one), first(other)))
        if older != younger:
            parents[younger] = older
            count += 1
    return count
