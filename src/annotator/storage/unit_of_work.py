"""What one transaction can reach."""

from collections.abc import Callable
from functools import cached_property

from sqlalchemy import Connection

from annotator.storage.activity import Activity
from annotator.storage.annotations import Annotations
from annotator.storage.annotators import Annotators
from annotator.storage.approvals import Approvals
from annotator.storage.articles import Articles
from annotator.storage.begun_layers import BegunLayers
from annotator.storage.extract import Extract
from annotator.storage.history import History
from annotator.storage.inspection import Inspection
from annotator.storage.intake import Intake
from annotator.storage.labels import Guidelines, Labels
from annotator.storage.packages import Packages
from annotator.storage.reviews import Reviews
from annotator.storage.search_index import SearchIndex
from annotator.storage.uses import Uses
from annotator.storage.withdrawal import Withdrawal


class UnitOfWork:
    """The collections of a project within one transaction, which the block around it owns."""

    def __init__(
        self,
        connection: Connection,
        lengths: dict[str, int] | None = None,
        rest: Callable[[], None] = lambda: None,
    ) -> None:
        """Lengths are those of texts that have been measured, by their fingerprints.

        Rest is called where articles are read in pages, between them.
        """
        self.connection = connection
        self._lengths = {} if lengths is None else lengths
        self.rest = rest

    @cached_property
    def annotators(self) -> Annotators:
        return Annotators(self.connection)

    @cached_property
    def labels(self) -> Labels:
        return Labels(self.connection)

    @cached_property
    def guidelines(self) -> Guidelines:
        return Guidelines(self.connection)

    @cached_property
    def articles(self) -> Articles:
        return Articles(self.connection, self._lengths)

    @cached_property
    def annotations(self) -> Annotations:
        return Annotations(self.connection, self.annotators, self.labels, self.guidelines, self.articles)

    @cached_property
    def reviews(self) -> Reviews:
        return Reviews(self.connection, self.annotators, self.articles)

    @cached_property
    def activity(self) -> Activity:
        return Activity(self.connection)

    @cached_property
    def approvals(self) -> Approvals:
        return Approvals(self.connection, self.annotators)

    @cached_property
    def begun_layers(self) -> BegunLayers:
        return BegunLayers(self.connection, self.rest)

    @cached_property
    def packages(self) -> Packages:
        return Packages(self.connection, self.annotators)

    @cached_property
    def uses(self) -> Uses:
        return Uses(self.connection, self.labels, self.annotations)

    @cached_property
    def history(self) -> History:
        return History(self.connection, self.annotators, self.articles)

    @cached_property
    def intake(self) -> Intake:
        return Intake(self.connection, self.annotators, self.labels, self.search_index)

    @cached_property
    def withdrawal(self) -> Withdrawal:
        return Withdrawal(self.connection, self.annotators, self.labels, self.search_index)

    @cached_property
    def search_index(self) -> SearchIndex:
        return SearchIndex(self.connection)

    @cached_property
    def extract(self) -> Extract:
        return Extract(self.connection, self.annotators, self.rest)

    @cached_property
    def inspection(self) -> Inspection:
        return Inspection(self.connection, self.search_index)
