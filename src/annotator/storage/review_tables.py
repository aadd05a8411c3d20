"""The tables of review and of handing out work; see tables."""

from sqlalchemy import Boolean, Column, ForeignKey, Integer, Named, Table, TypedColumns

from annotator.storage.tables import Text, metadata


class CommentRow(TypedColumns):
    """annotator is whose layer it is on; annotation, start and end tell the span, as it was then, if any.

    parent is the comment that it answers, the first of its thread.
    """

    id: Named[str] = Column(Text, primary_key=True)
    article: Named[int] = Column(Integer, ForeignKey("article.number"), index=True)
    annotator: Named[int] = Column(Integer, ForeignKey("annotator.number"))
    annotation: Named[str | None] = Column(Text)
    start: Named[int | None] = Column(Integer)
    end: Named[int | None] = Column(Integer)
    parent: Named[str | None] = Column(Text)
    author: Named[int] = Column(Integer, ForeignKey("annotator.number"))
    text: Named[str] = Column(Text)
    created: Named[str] = Column(Text)
    is_resolved: Named[bool] = Column(Boolean)


CommentRows = Table("comment", metadata, CommentRow)


class DecisionRow(TypedColumns):
    """A reviewer on one disagreement: marks and gold are JSON, what stood there and what is right."""

    id: Named[str] = Column(Text, primary_key=True)
    article: Named[int] = Column(Integer, ForeignKey("article.number"), index=True)
    reviewer: Named[int] = Column(Integer, ForeignKey("annotator.number"))
    marks: Named[str] = Column(Text)
    gold: Named[str] = Column(Text)
    choice: Named[str] = Column(Text)
    reason: Named[str | None] = Column(Text)
    note: Named[str | None] = Column(Text)
    created: Named[str] = Column(Text)


DecisionRows = Table("decision", metadata, DecisionRow)


class ApprovalRow(TypedColumns):
    """A suspicion that somebody found to be fine as it is; key is the suspicion's."""

    key: Named[str] = Column(Text, primary_key=True)
    rule: Named[str] = Column(Text)
    annotator: Named[int] = Column(Integer, ForeignKey("annotator.number"))
    at: Named[str] = Column(Text)


ApprovalRows = Table("approval", metadata, ApprovalRow)


class WorkPackageRow(TypedColumns):
    """A work package: in the project that made it, whose id is project, and in the package itself.

    guidelines is their version then; digest is of all that was packed.
    """

    id: Named[str] = Column(Text, primary_key=True)
    project: Named[str] = Column(Text)
    annotator: Named[int] = Column(Integer, ForeignKey("annotator.number"))
    created: Named[str] = Column(Text)
    guidelines: Named[int | None] = Column(Integer)
    digest: Named[str] = Column(Text)


WorkPackageRows = Table("work_package", metadata, WorkPackageRow)


class AssignmentRow(TypedColumns):
    package: Named[str] = Column(Text, ForeignKey("work_package.id"), primary_key=True)
    article: Named[int] = Column(Integer, ForeignKey("article.number"), primary_key=True, index=True)


AssignmentRows = Table("assignment", metadata, AssignmentRow, sqlite_with_rowid=False)
