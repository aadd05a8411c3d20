"""What every form of a report is made of: titled tables, each with what it was computed over."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from annotator.domain.measures import Undefined

Names = Mapping[str, str]
"""What labels are called in the language of the report, by their names."""

Cell = str | int | float | Undefined | None
"""A float is a share or a measure, None nothing to tell; what is undefined says why."""


@dataclass(frozen=True, slots=True)
class Table:
    """name is the table's own in every language; bar is the column that is drawn as bars too, of 0 to 1.

    label_column is the one whose cells are names of labels, which are drawn in their colours.
    """

    name: str
    title: str
    about: str
    columns: Sequence[str]
    rows: Sequence[Sequence[Cell]]
    bar: int | None = None
    label_column: int | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """facts are what is known of the whole, by name; colours are those of labels, by what they are called."""

    title: str
    language: str
    facts: Sequence[tuple[str, str]]
    tables: Sequence[Table]
    colours: dict[str, str] = field(default_factory=dict)


def shown(cell: Cell) -> str:
    """Return a cell as a person reads it."""
    match cell:
        case None | Undefined():
            return "–"
        case float():
            return f"{cell:.3f}"
        case int():
            return f"{cell:,}"
        case str():
            return cell
