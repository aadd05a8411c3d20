"""Review: comments, decisions, what was approved; work packages and what they assign."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"

TEXT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    op.create_table(
        "comment",
        sa.Column("id", TEXT, nullable=False),
        sa.Column("article", sa.Integer(), nullable=False),
        sa.Column("annotator", sa.Integer(), nullable=False),
        sa.Column("annotation", TEXT, nullable=True),
        sa.Column("start", sa.Integer(), nullable=True),
        sa.Column("end", sa.Integer(), nullable=True),
        sa.Column("parent", TEXT, nullable=True),
        sa.Column("author", sa.Integer(), nullable=False),
        sa.Column("text", TEXT, nullable=False),
        sa.Column("created", TEXT, nullable=False),
        sa.Column("is_resolved", sa.Boolean(), nullable=False),
        _key("comment", "article", "article.number"),
        _key("comment", "annotator", "annotator.number"),
        _key("comment", "author", "annotator.number"),
        sa.PrimaryKeyConstraint("id", name="pk_comment"),
    )
    op.create_index("ix_comment_article", "comment", ["article"])
    op.create_table(
        "decision",
        sa.Column("id", TEXT, nullable=False),
        sa.Column("article", sa.Integer(), nullable=False),
        sa.Column("reviewer", sa.Integer(), nullable=False),
        sa.Column("marks", TEXT, nullable=False),
        sa.Column("gold", TEXT, nullable=False),
        sa.Column("choice", TEXT, nullable=False),
        sa.Column("reason", TEXT, nullable=True),
        sa.Column("note", TEXT, nullable=True),
        sa.Column("created", TEXT, nullable=False),
        _key("decision", "article", "article.number"),
        _key("decision", "reviewer", "annotator.number"),
        sa.PrimaryKeyConstraint("id", name="pk_decision"),
    )
    op.create_index("ix_decision_article", "decision", ["article"])
    op.create_table(
        "approval",
        sa.Column("key", TEXT, nullable=False),
        sa.Column("rule", TEXT, nullable=False),
        sa.Column("annotator", sa.Integer(), nullable=False),
        sa.Column("at", TEXT, nullable=False),
        _key("approval", "annotator", "annotator.number"),
        sa.PrimaryKeyConstraint("key", name="pk_approval"),
    )
    _make_packages()


def _make_packages() -> None:
    op.create_table(
        "work_package",
        sa.Column("id", TEXT, nullable=False),
        sa.Column("project", TEXT, nullable=False),
        sa.Column("annotator", sa.Integer(), nullable=False),
        sa.Column("created", TEXT, nullable=False),
        sa.Column("guidelines", sa.Integer(), nullable=True),
        sa.Column("digest", TEXT, nullable=False),
        _key("work_package", "annotator", "annotator.number"),
        sa.PrimaryKeyConstraint("id", name="pk_work_package"),
    )
    op.create_table(
        "assignment",
        sa.Column("package", TEXT, nullable=False),
        sa.Column("article", sa.Integer(), nullable=False),
        _key("assignment", "package", "work_package.id"),
        _key("assignment", "article", "article.number"),
        sa.PrimaryKeyConstraint("package", "article", name="pk_assignment"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_assignment_article", "assignment", ["article"])


def _key(table: str, column: str, target: str) -> sa.ForeignKeyConstraint:
    parent = target.partition(".")[0]
    return sa.ForeignKeyConstraint([column], [target], name=f"fk_{table}_{column}_{parent}")
