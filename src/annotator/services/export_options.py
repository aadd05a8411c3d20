"""What an export is asked for."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from annotator.domain.article import ArticleState
from annotator.domain.policies import Fitting


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """Whose layers: of one annotator, of all, or gold; then which articles, and what of them.

    No states, labels or sources means any. Labels are names in the project; other spans are left out. since
    and until are days, both included; an article without a day is in neither. query has words that title and
    text must have, however they are spelt. renamed maps labels to other names. columns and separator are
    for rows of tokens.
    """

    format: str
    annotator: str | None = None
    takes_all: bool = False
    takes_gold: bool = False
    states: tuple[ArticleState, ...] = ()
    labels: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    query: str = ""
    has_empty: bool = True
    renamed: Mapping[str, str] = field(default_factory=dict)
    fitting: Fitting = field(default_factory=Fitting)
    columns: int = 4
    separator: str = " "
