"""What a chart draws: values by category, without the library that draws them."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Series:
    """values are by category, None where there is none; colours are one, or one a category.

    spread is how far a value reaches to either side.
    """

    name: str
    colours: Sequence[str]
    values: Sequence[float | None]
    spread: Sequence[float] = ()
