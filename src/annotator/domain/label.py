"""Labels, and the set of them that a project allows."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from annotator.domain.names import checked

# Okabe and Ito's palette, told apart by colour-blind readers too.
COLOURS = ("#E69F00", "#56B4E9", "#009E73", "#CC79A7", "#D55E00", "#0072B2", "#F0E442", "#8A8A8A")
PATTERNS = ("solid", "dashed", "dotted", "double")
KEYS = "1234567890"
_KEY = re.compile(r"[0-9a-z]").fullmatch
_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}").fullmatch


@dataclass(frozen=True, slots=True)
class Label:
    """One kind of annotation. display and description are keyed by language: ar, en.

    key is the character on a US keyboard at the key's place, whatever layout is active;
    pattern tells labels apart without colour.
    """

    id: str
    name: str
    colour: str
    key: str = ""
    pattern: str = "solid"
    display: Mapping[str, str] = field(default_factory=dict, hash=False)
    description: Mapping[str, str] = field(default_factory=dict, hash=False)
    examples: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        checked(self.name)
        if not self.id:
            raise ValueError(f"the label {self.name} has no id")
        if self.key and not _KEY(self.key):
            raise ValueError(
                f"the label {self.name} has the key {self.key}; a key is a digit or a letter a–z"
            )
        if self.pattern not in PATTERNS:
            raise ValueError(f"no pattern {self.pattern}")
        if not _COLOUR(self.colour):
            raise ValueError(f"no colour {self.colour}, such as #0072B2")

    def shown(self, language: str) -> str:
        return self.display.get(language) or self.name


@dataclass(frozen=True, slots=True)
class LabelSet:
    """All labels that a project allows, in their order, and the pairs that must not overlap."""

    labels: tuple[Label, ...]
    forbidden_overlaps: frozenset[frozenset[str]] = frozenset()

    def __post_init__(self) -> None:
        for what in ("id", "name", "key"):
            values = [value for label in self.labels if (value := getattr(label, what))]
            for value in values:
                if values.count(value) > 1:
                    raise ValueError(f"two labels have the {what} {value}")

    def __iter__(self) -> Iterator[Label]:
        return iter(self.labels)

    def __len__(self) -> int:
        return len(self.labels)

    def __getitem__(self, label_id: str) -> Label:
        found = next((label for label in self.labels if label.id == label_id), None)
        if found is None:
            raise KeyError(label_id)
        return found

    def named(self, name: str) -> Label | None:
        return next((label for label in self.labels if label.name == name), None)

    def invent(self, name: str) -> Label:
        """Make a label for a name that came from outside, with the next free id, colour, pattern and key."""
        ids = {label.id for label in self.labels}
        stem = "-".join(name.lower().split())
        label_id = next(
            candidate
            for count in range(len(ids) + 1)
            if (candidate := f"{stem}-{count}" if count else stem) not in ids
        )
        taken = {label.key for label in self.labels}
        place = len(self.labels)
        return Label(
            id=label_id,
            name=name,
            colour=COLOURS[place % len(COLOURS)],
            pattern=PATTERNS[place % len(PATTERNS)],
            key=next((key for key in KEYS if key not in taken), ""),
        )

    def forbidden_names(self) -> list[tuple[str, str]]:
        """Return the names of each pair that must not overlap; one name twice for a label and itself."""
        pairs = [sorted(self[label].name for label in pair) for pair in self.forbidden_overlaps]
        return sorted((pair[0], pair[-1]) for pair in pairs)

    def allows_overlap(self, one: str, other: str) -> bool:
        return frozenset((one, other)) not in self.forbidden_overlaps
