"""The tables of a project, and what a row of each holds: XRows are the table of XRow.

Rows stay in this package; everybody else sees domain values.
"""

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Connection,
    Double,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    MetaData,
    Named,
    Table,
    TypedColumns,
    event,
    text,
)
from sqlalchemy import Text as AnyText

# Typed columns of Core, not mapped classes: importing the ORM takes 60 ms, a seventh of the program's start,
# and a statement on mapped classes nearly twice as long to make.
metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)

# A server would order letters as a language does; a file, and we, by their code points.
Text = AnyText().with_variant(AnyText(collation="C"), "postgresql")


class ProjectRow(TypedColumns):
    """One row: which project this is."""

    number: Named[int] = Column(Integer, primary_key=True)
    id: Named[str] = Column(Text)
    created: Named[str] = Column(Text)


ProjectRows = Table("project", metadata, ProjectRow, CheckConstraint("number = 1", "single"))


class LabelRow(TypedColumns):
    """place is its place in the order; display, description and examples are JSON."""

    number: Named[int] = Column(Integer, primary_key=True)
    id: Named[str] = Column(Text, unique=True)
    name: Named[str] = Column(Text, unique=True)
    colour: Named[str] = Column(Text)
    key: Named[str] = Column(Text)
    pattern: Named[str] = Column(Text)
    display: Named[str] = Column(Text)
    description: Named[str] = Column(Text)
    examples: Named[str] = Column(Text)
    place: Named[int] = Column(Integer)
    retired: Named[bool] = Column(Boolean)


LabelRows = Table("label", metadata, LabelRow)


class ForbiddenOverlapRow(TypedColumns):
    one: Named[int] = Column(Integer, ForeignKey("label.number"), primary_key=True)
    other: Named[int] = Column(Integer, ForeignKey("label.number"), primary_key=True)


ForbiddenOverlapRows = Table("forbidden_overlap", metadata, ForbiddenOverlapRow)


class GuidelinesRow(TypedColumns):
    version: Named[int] = Column(Integer, primary_key=True)
    language: Named[str] = Column(Text, primary_key=True)
    text: Named[str] = Column(Text)
    created: Named[str] = Column(Text)


GuidelinesRows = Table("guidelines", metadata, GuidelinesRow)


class AnnotatorRow(TypedColumns):
    """Number 0 is nobody: its layers are gold."""

    number: Named[int] = Column(Integer, primary_key=True)
    name: Named[str] = Column(Text, unique=True)


AnnotatorRows = Table("annotator", metadata, AnnotatorRow)


class ArticleRow(TypedColumns):
    """An article without its text, so that a list of them is read quickly. meta is JSON."""

    number: Named[int] = Column(Integer, primary_key=True)
    id: Named[str] = Column(Text, unique=True)
    external_id: Named[str | None] = Column(Text, index=True)
    sha256: Named[str] = Column(Text, index=True)
    title: Named[str | None] = Column(Text)
    source: Named[str | None] = Column(Text)
    published: Named[str | None] = Column(Text)
    direction: Named[str] = Column(Text)
    meta: Named[str] = Column(Text)


ArticleRows = Table(
    "article", metadata, ArticleRow, CheckConstraint("direction IN ('rtl', 'ltr', 'auto')", "direction")
)


class ArticleTextRow(TypedColumns):
    article: Named[int] = Column(Integer, ForeignKey("article.number"), primary_key=True)
    text: Named[str] = Column(Text)


ArticleTextRows = Table(
    "article_text",
    metadata,
    ArticleTextRow,
    CheckConstraint("instr(text, char(0)) = 0", "no_nul").ddl_if("sqlite"),  # a server takes none
)


class LayerRow(TypedColumns):
    """One annotator's work on one article. guidelines is the version that the work followed, if known."""

    article: Named[int] = Column(Integer, ForeignKey("article.number"), primary_key=True)
    annotator: Named[int] = Column(Integer, ForeignKey("annotator.number"), primary_key=True)
    state: Named[str] = Column(Text)
    guidelines: Named[str | None] = Column(Text)
    note: Named[str | None] = Column(Text)


LayerRows = Table(
    "layer",
    metadata,
    LayerRow,
    CheckConstraint(
        "state IN ('new', 'in progress', 'submitted', 'accepted', 'returned', 'skipped')", "state"
    ),
    Index(None, "annotator", "state", "article"),
    sqlite_with_rowid=False,
)


class AnnotationRow(TypedColumns):
    """Clustered by layer: reading one reads its annotations from one place. No span: on the whole article."""

    article: Named[int] = Column(Integer, primary_key=True)
    annotator: Named[int] = Column(Integer, primary_key=True)
    id: Named[str] = Column(Text, primary_key=True)
    start: Named[int | None] = Column(Integer)
    end: Named[int | None] = Column(Integer)
    label: Named[int] = Column(Integer, ForeignKey("label.number"))
    origin: Named[str] = Column(Text)
    score: Named[float | None] = Column(Double)
    note: Named[str | None] = Column(Text)
    created: Named[str] = Column(Text)
    updated: Named[str] = Column(Text)


LONG_SPAN = 500
"""Code points. What overlaps a place begins within so many before it, or is in the index of those longer."""

_IS_LONG = f'"end" - start > {LONG_SPAN}'

AnnotationRows = Table(
    "annotation",
    metadata,
    AnnotationRow,
    ForeignKeyConstraint(["article", "annotator"], ["layer.article", "layer.annotator"]),
    CheckConstraint('(start IS NULL) = ("end" IS NULL) AND start >= 0 AND start < "end"', "span"),
    Index(None, "article", "annotator", "start"),
    Index(
        "ix_annotation_long",
        "article",
        "annotator",
        "start",
        sqlite_where=text(_IS_LONG),
    ).ddl_if("sqlite"),
    sqlite_with_rowid=False,
)


class RelationRow(TypedColumns):
    article: Named[int] = Column(Integer, primary_key=True)
    annotator: Named[int] = Column(Integer, primary_key=True)
    id: Named[str] = Column(Text, primary_key=True)
    start: Named[str] = Column(Text)
    end: Named[str] = Column(Text)
    label: Named[str] = Column(Text)


RelationRows = Table(
    "relation",
    metadata,
    RelationRow,
    ForeignKeyConstraint(
        ["article", "annotator", "start"], ["annotation.article", "annotation.annotator", "annotation.id"]
    ),
    ForeignKeyConstraint(
        ["article", "annotator", "end"], ["annotation.article", "annotation.annotator", "annotation.id"]
    ),
    sqlite_with_rowid=False,
)


class HistoryRow(TypedColumns):
    """Every edit, in the order made. before and after are JSON of the subject; subject is its id, if any.

    No article: an edit of the label set.
    """

    sequence: Named[int] = Column(Integer, primary_key=True)
    at: Named[str] = Column(Text)
    annotator: Named[int] = Column(Integer, ForeignKey("annotator.number"))
    article: Named[int | None] = Column(Integer, ForeignKey("article.number"))
    kind: Named[str] = Column(Text)
    subject: Named[str | None] = Column(Text)
    before: Named[str | None] = Column(Text)
    after: Named[str | None] = Column(Text)


HistoryRows = Table(
    "history", metadata, HistoryRow, Index(None, "article", "sequence"), sqlite_autoincrement=True
)


_FTS5 = "fts5(terms, content='', columnsize=0, detail=none, tokenize='ascii')"
# The partial index stands here for a server: postgresql_where would import all of its dialect, 40 ms.
_MORE = {
    "sqlite": [f"CREATE VIRTUAL TABLE article_terms USING {_FTS5}"],
    "postgresql": [
        "CREATE TABLE article_terms (rowid INTEGER PRIMARY KEY, terms TSVECTOR NOT NULL)",
        "CREATE INDEX ix_article_terms_terms ON article_terms USING gin (terms)",
        f"CREATE INDEX ix_annotation_long ON annotation (article, annotator, start) WHERE {_IS_LONG}",
    ],
}


@event.listens_for(metadata, "after_create")
def _make_more(_: MetaData, connection: Connection, **_options: object) -> None:
    """Make what only this database has, and article_terms: by article.number, its terms, each once.

    The texts stay where they are, and what the index finds is looked for in them, so that it keeps neither
    places nor lengths. FTS5's tokenizer only splits at spaces: terms are folded before.
    """
    for statement in _MORE[connection.dialect.name]:
        connection.exec_driver_sql(statement)
