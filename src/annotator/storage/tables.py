"""The tables of a project file. Rows stay in this package; everybody else sees domain values."""

from sqlalchemy import CheckConstraint, ForeignKey, ForeignKeyConstraint, Index, MetaData, Text, column
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

CONVENTION = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


class Base(DeclarativeBase):
    metadata = MetaData(naming_convention=CONVENTION)
    type_annotation_map = {str: Text}  # noqa: RUF012 - SQLAlchemy's own declaration


class ProjectRow(Base):
    """One row: which project this file is."""

    __tablename__ = "project"
    __table_args__ = (CheckConstraint(column("number") == 1, "single"),)

    number: Mapped[int] = mapped_column(primary_key=True)
    id: Mapped[str]
    created: Mapped[str]


class LabelRow(Base):
    """display, description and examples are JSON."""

    __tablename__ = "label"

    number: Mapped[int] = mapped_column(primary_key=True)
    id: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str] = mapped_column(unique=True)
    colour: Mapped[str]
    key: Mapped[str]
    pattern: Mapped[str]
    display: Mapped[str]
    description: Mapped[str]
    examples: Mapped[str]


class ForbiddenOverlapRow(Base):
    __tablename__ = "forbidden_overlap"

    one: Mapped[int] = mapped_column(ForeignKey("label.number"), primary_key=True)
    other: Mapped[int] = mapped_column(ForeignKey("label.number"), primary_key=True)


class GuidelinesRow(Base):
    __tablename__ = "guidelines"

    version: Mapped[int] = mapped_column(primary_key=True)
    language: Mapped[str] = mapped_column(primary_key=True)
    text: Mapped[str]
    created: Mapped[str]


class AnnotatorRow(Base):
    __tablename__ = "annotator"

    number: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(unique=True)


class ArticleRow(Base):
    """An article without its text, so that a list of them is read quickly. meta is JSON."""

    __tablename__ = "article"
    __table_args__ = (CheckConstraint("direction IN ('rtl', 'ltr', 'auto')", "direction"),)

    number: Mapped[int] = mapped_column(primary_key=True)
    id: Mapped[str] = mapped_column(unique=True)
    external_id: Mapped[str | None] = mapped_column(index=True)
    sha256: Mapped[str] = mapped_column(index=True)
    title: Mapped[str | None]
    source: Mapped[str | None]
    published: Mapped[str | None]
    direction: Mapped[str]
    meta: Mapped[str]


class ArticleTextRow(Base):
    __tablename__ = "article_text"
    __table_args__ = (CheckConstraint("instr(text, char(0)) = 0", "no_nul"),)

    article: Mapped[int] = mapped_column(ForeignKey("article.number"), primary_key=True)
    text: Mapped[str]


class LayerRow(Base):
    """One annotator's work on one article. guidelines is the version that the work followed, if known."""

    __tablename__ = "layer"
    __table_args__ = (
        CheckConstraint(
            "state IN ('new', 'in progress', 'submitted', 'accepted', 'returned', 'skipped')", "state"
        ),
        Index(None, "annotator", "state", "article"),
        {"sqlite_with_rowid": False},
    )

    article: Mapped[int] = mapped_column(ForeignKey("article.number"), primary_key=True)
    annotator: Mapped[int] = mapped_column(ForeignKey("annotator.number"), primary_key=True)
    state: Mapped[str]
    guidelines: Mapped[str | None]


class AnnotationRow(Base):
    """Clustered by layer: reading one reads its annotations from one place. No span: on the whole article."""

    __tablename__ = "annotation"
    __table_args__ = (
        ForeignKeyConstraint(["article", "annotator"], ["layer.article", "layer.annotator"]),
        CheckConstraint('(start IS NULL) = ("end" IS NULL) AND start >= 0 AND start < "end"', "span"),
        {"sqlite_with_rowid": False},
    )

    article: Mapped[int] = mapped_column(primary_key=True)
    annotator: Mapped[int] = mapped_column(primary_key=True)
    id: Mapped[str] = mapped_column(primary_key=True)
    start: Mapped[int | None]
    end: Mapped[int | None]
    label: Mapped[int] = mapped_column(ForeignKey("label.number"))
    origin: Mapped[str]
    score: Mapped[float | None]
    note: Mapped[str | None]
    created: Mapped[str]
    updated: Mapped[str]


class RelationRow(Base):
    __tablename__ = "relation"
    __table_args__ = (
        ForeignKeyConstraint(
            ["article", "annotator", "start"], ["annotation.article", "annotation.annotator", "annotation.id"]
        ),
        ForeignKeyConstraint(
            ["article", "annotator", "end"], ["annotation.article", "annotation.annotator", "annotation.id"]
        ),
        {"sqlite_with_rowid": False},
    )

    article: Mapped[int] = mapped_column(primary_key=True)
    annotator: Mapped[int] = mapped_column(primary_key=True)
    id: Mapped[str] = mapped_column(primary_key=True)
    start: Mapped[str]
    end: Mapped[str]
    label: Mapped[str]


class HistoryRow(Base):
    """Every edit, in the order made. before and after are JSON of the subject; subject is its id, if any."""

    __tablename__ = "history"
    __table_args__ = (Index(None, "article", "sequence"), {"sqlite_autoincrement": True})

    sequence: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[str]
    annotator: Mapped[int] = mapped_column(ForeignKey("annotator.number"))
    article: Mapped[int] = mapped_column(ForeignKey("article.number"))
    kind: Mapped[str]
    subject: Mapped[str | None]
    before: Mapped[str | None]
    after: Mapped[str | None]
