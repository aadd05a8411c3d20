"""A range of code points."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """The code points from start up to, not including, end."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"not a span: [{self.start}, {self.end})")

    def __len__(self) -> int:
        return self.end - self.start

    def overlaps(self, other: "Span") -> bool:
        return self.start < other.end and other.start < self.end

    def contains(self, place: int) -> bool:
        return self.start <= place < self.end

    def of(self, text: str) -> str:
        return text[self.start : self.end]

    @property
    def reading_order(self) -> tuple[int, int]:
        """Sort key: by start, and where spans start together the longer first."""
        return self.start, -self.end
