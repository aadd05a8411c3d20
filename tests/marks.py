"""Layers of marks, drawn at random, for tests of what compares them."""

from collections.abc import Sequence

from hypothesis import strategies as st

from annotator.domain.article import fingerprint
from annotator.domain.mark import ComparedArticle, Mark

TEXT = "وقّعت أرمينيا وباكو، أمس، اتفاق سلام."
NAMES = ("amal", "basim", "dina")
LABELS = ("ACTOR", "PLACE", "TOPIC")


@st.composite
def marks(draw: st.DrawFn, length: int = len(TEXT)) -> Mark:
    start = draw(st.integers(0, length - 1))
    end = draw(st.integers(start + 1, min(length, start + 12)))
    return Mark(start, end, draw(st.sampled_from(LABELS)))


layers = st.lists(marks(), max_size=7).map(tuple)
"""Marks nest, cross and stand twice, in no order."""

short_layers = st.lists(marks(8), max_size=5).map(tuple)
"""Nearly all overlap."""


@st.composite
def flat_layers(draw: st.DrawFn) -> tuple[Mark, ...]:
    """Marks that do not overlap, in order."""
    places = sorted(draw(st.sets(st.integers(0, 40), max_size=14)))
    return tuple(
        Mark(start, end, draw(st.sampled_from(LABELS)))
        for start, end in zip(places[::2], places[1::2], strict=False)
    )


def article(number: int, given: dict[str, Sequence[Mark]], text: str = TEXT) -> ComparedArticle:
    found = {name: tuple(layer) for name, layer in given.items()}
    return ComparedArticle(str(number), fingerprint(text), text, found)


@st.composite
def articles(draw: st.DrawFn, names: Sequence[str] = NAMES, most: int = 5) -> list[ComparedArticle]:
    """Articles, each submitted by some of the names, perhaps by none."""
    given = draw(st.lists(st.dictionaries(st.sampled_from(names), layers), max_size=most))
    return [article(number, layers) for number, layers in enumerate(given)]
