"""Labels, and the set of them that a project allows."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from annotator.domain.errors import EditError
from annotator.domain.names import checked

# Okabe and Ito's palette, told apart by colour-blind readers too.
COLOURS = ("#E69F00", "#56B4E9", "#009E73", "#CC79A7", "#D55E00", "#0072B2", "#F0E442", "#8A8A8A")
PATTERNS = ("solid", "dashed", "dotted", "double")
KEYS = "1234567890"
MOST = 500
_KEY = re.compile(r"[0-9a-z]").fullmatch
_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}").fullmatch


@dataclass(frozen=True, slots=True)
class Label:
    """One kind of annotation. display and description are keyed by language: ar, en.

    key is the character on a US keyboard at the key's place, whatever layout is active;
    pattern tells labels apart without colour. A label that is retired stays where it was given, and
    is offered no more.
    """

    id: str
    name: str
    colour: str
    key: str = ""
    pattern: str = "solid"
    display: Mapping[str, str] = field(default_factory=dict, hash=False)
    description: Mapping[str, str] = field(default_factory=dict, hash=False)
    examples: tuple[str, ...] = ()
    retired: bool = False

    def __post_init__(self) -> None:
        checked(self.name)
        if not self.id:
            raise ValueError(f"the label {self.name} has no id")
        if self.key and not _KEY(self.key):
            raise EditError(
                "The label {name} cannot have the key {key}; a key is a digit or a letter a–z.",
                name=self.name,
                key=self.key,
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
        if len({label.id for label in self.labels}) < len(self.labels):
            raise ValueError("two labels have one id")
        if name := _twice(label.name for label in self.labels):
            raise EditError("Two labels cannot have one name: {name}.", name=name)
        if key := _twice(label.key for label in self.labels if label.key):
            raise EditError("Two labels cannot have one key: {key}.", key=key.upper())

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

    @property
    def offered(self) -> tuple[Label, ...]:
        """Those that may still be given."""
        return tuple(label for label in self.labels if not label.retired)

    def offered_now(self, label: Label | None) -> Label | None:
        """Return a label from before as it is now, if it may still be given."""
        return next((now for now in self.offered if label is not None and now.id == label.id), None)

    def invent(self, name: str) -> Label:
        """Make a label for a name that came from outside, with the next free id, colour, pattern and key.

        Raises EditError for a name that is another label's in other forms of the same letters, which the eye
        does not tell apart, and for more labels than a project can have: each of them is compared to all.
        """
        if len(self.labels) >= MOST:
            raise EditError(
                "A project has at most {most} labels; {name} is one too many.", most=MOST, name=name
            )
        other = next((label.name for label in self.labels if _alike(label.name) == _alike(name)), name)
        if other != name:
            raise EditError(
                "The name {name} differs from the name {other} of another label only in spelling.",
                name=name,
                other=other,
            )
        ids = {label.id for label in self.labels}
        stem = "-".join(name.lower().split())
        label_id = next(
            candidate
            for count in range(len(ids) + 1)
            if (candidate := f"{stem}-{count}" if count else stem) not in ids
        )
        place = len(self.labels)
        return Label(
            id=label_id,
            name=name,
            colour=COLOURS[place % len(COLOURS)],
            pattern=PATTERNS[place % len(PATTERNS)],
            key=_free_key(self.labels),
        )

    def put(self, label: Label) -> "LabelSet":
        """Put a label in the place of the one with its id, or at the end."""
        by_id = {known.id: known for known in self.labels} | {label.id: label}
        return replace(self, labels=tuple(by_id.values()))

    def retire(self, label_id: str, *, is_retired: bool) -> "LabelSet":
        """Offer a label no more, its key free for another, or offer it again with a free key."""
        key = "" if is_retired else _free_key(self.labels)
        return self.put(replace(self[label_id], retired=is_retired, key=key))

    def remove(self, label_id: str) -> "LabelSet":
        return LabelSet(
            tuple(label for label in self.labels if label.id != label_id),
            frozenset(pair for pair in self.forbidden_overlaps if label_id not in pair),
        )

    def move(self, label_id: str, step: int) -> "LabelSet":
        """Move a label down the order (1) or up (-1); at an end it stays."""
        labels = list(self.labels)
        here = labels.index(self[label_id])
        there = min(max(here + step, 0), len(labels) - 1)
        labels.insert(there, labels.pop(here))
        return replace(self, labels=tuple(labels))

    def forbid(self, one: str, other: str, *, is_forbidden: bool) -> "LabelSet":
        pair = frozenset({frozenset((one, other))})
        pairs = self.forbidden_overlaps | pair if is_forbidden else self.forbidden_overlaps - pair
        return replace(self, forbidden_overlaps=pairs)

    def forbidden_names(self) -> list[tuple[str, str]]:
        """Return the names of each pair that must not overlap; one name twice for a label and itself."""
        pairs = [sorted(self[label].name for label in pair) for pair in self.forbidden_overlaps]
        return sorted((pair[0], pair[-1]) for pair in pairs)

    def allows_overlap(self, one: str, other: str) -> bool:
        return frozenset((one, other)) not in self.forbidden_overlaps


def _alike(name: str) -> str:
    return unicodedata.normalize("NFKC", name)


def _free_key(labels: Iterable[Label]) -> str:
    taken = {label.key for label in labels}
    return next((key for key in KEYS if key not in taken), "")


def _twice(values: Iterable[str]) -> str | None:
    return next((value for value, count in Counter(values).items() if count > 1), None)
