"""What becomes of spans that a format cannot hold as they are."""

from dataclasses import dataclass
from enum import StrEnum


class Policy(StrEnum):
    """What becomes of a span whose edge lies within a token."""

    SPLIT = "split"
    WIDEN = "widen"
    DROP = "drop"


class Nesting(StrEnum):
    """Which of overlapping spans become tags: the longest, the shortest, or all, in columns of their own."""

    OUTERMOST = "outermost"
    INNERMOST = "innermost"
    LAYERS = "layers"


@dataclass(frozen=True, slots=True)
class Fitting:
    policy: Policy = Policy.SPLIT
    nesting: Nesting = Nesting.OUTERMOST
