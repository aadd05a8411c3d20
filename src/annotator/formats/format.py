"""What a file format is to the program."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from annotator.domain.losses import EVERYTHING, Feature, Losses
from annotator.domain.policies import Fitting
from annotator.domain.record import Record
from annotator.formats.fitting import Fitted, to_features, to_tags, to_tokens
from annotator.formats.output import Output
from annotator.formats.source import Source

Fit = Callable[[Record, Fitting, Losses], Fitted]


@dataclass(frozen=True, slots=True)
class Format:
    """about says what it is, carries what of a record it holds.

    read takes a file; write puts fitted records into a file, or into a folder where has_folder says so. fit
    makes a record fit and accounts for what that changes in its spans; None leaves them as they are. Without
    names_annotators the layers of an article would be taken for one annotator's.
    """

    name: str
    suffixes: tuple[str, ...]
    about: str
    carries: frozenset[Feature] = EVERYTHING
    read: Callable[[Source], Iterator[Record]] | None = None
    write: Callable[[Iterable[Fitted], Output], None] | None = None
    fit: Fit | None = None
    has_folder: bool = False
    names_annotators: bool = True

    @property
    def is_plain(self) -> bool:
        """Tell whether of an annotation only span, label and note are of use."""
        return not self.carries & {Feature.DETAILS, Feature.RELATIONS}

    @property
    def has_tags(self) -> bool:
        """Tell whether spans are laid on tokens."""
        return self.fit in {to_tags, to_tokens}

    def fitted(self, record: Record, fitting: Fitting, losses: Losses) -> Fitted:
        """Make a record fit, and account for what is lost."""
        lean = record if self.carries >= EVERYTHING else to_features(record, self.carries)
        found = self.fit(lean, fitting, losses) if self.fit else Fitted(lean)
        losses.account(record, found.record, self.carries)
        return found
