"""The first schema."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

TEXT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    op.create_table(
        "annotator",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("name", TEXT, nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_annotator")),
        sa.UniqueConstraint("name", name=op.f("uq_annotator_name")),
    )
    op.create_table(
        "article",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("id", TEXT, nullable=False),
        sa.Column("external_id", TEXT, nullable=True),
        sa.Column("sha256", TEXT, nullable=False),
        sa.Column("title", TEXT, nullable=True),
        sa.Column("source", TEXT, nullable=True),
        sa.Column("published", TEXT, nullable=True),
        sa.Column("direction", TEXT, nullable=False),
        sa.Column("meta", TEXT, nullable=False),
        sa.CheckConstraint("direction IN ('rtl', 'ltr', 'auto')", name=op.f("ck_article_direction")),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_article")),
        sa.UniqueConstraint("id", name=op.f("uq_article_id")),
    )
    op.create_index(op.f("ix_article_external_id"), "article", ["external_id"], unique=False)
    op.create_index(op.f("ix_article_sha256"), "article", ["sha256"], unique=False)
    op.create_table(
        "guidelines",
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("language", TEXT, nullable=False),
        sa.Column("text", TEXT, nullable=False),
        sa.Column("created", TEXT, nullable=False),
        sa.PrimaryKeyConstraint("version", "language", name=op.f("pk_guidelines")),
    )
    op.create_table(
        "label",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("id", TEXT, nullable=False),
        sa.Column("name", TEXT, nullable=False),
        sa.Column("colour", TEXT, nullable=False),
        sa.Column("key", TEXT, nullable=False),
        sa.Column("pattern", TEXT, nullable=False),
        sa.Column("display", TEXT, nullable=False),
        sa.Column("description", TEXT, nullable=False),
        sa.Column("examples", TEXT, nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_label")),
        sa.UniqueConstraint("id", name=op.f("uq_label_id")),
        sa.UniqueConstraint("name", name=op.f("uq_label_name")),
    )
    op.create_table(
        "project",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("id", TEXT, nullable=False),
        sa.Column("created", TEXT, nullable=False),
        sa.CheckConstraint("number = 1", name=op.f("ck_project_single")),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_project")),
    )
    op.create_table(
        "article_text",
        sa.Column("article", sa.Integer(), nullable=False),
        sa.Column("text", TEXT, nullable=False),
        sa.CheckConstraint("instr(text, char(0)) = 0", name=op.f("ck_article_text_no_nul")).ddl_if("sqlite"),
        sa.ForeignKeyConstraint(
            ["article"], ["article.number"], name=op.f("fk_article_text_article_article")
        ),
        sa.PrimaryKeyConstraint("article", name=op.f("pk_article_text")),
    )
    op.create_table(
        "forbidden_overlap",
        sa.Column("one", sa.Integer(), nullable=False),
        sa.Column("other", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["one"], ["label.number"], name=op.f("fk_forbidden_overlap_one_label")),
        sa.ForeignKeyConstraint(["other"], ["label.number"], name=op.f("fk_forbidden_overlap_other_label")),
        sa.PrimaryKeyConstraint("one", "other", name=op.f("pk_forbidden_overlap")),
    )
    op.create_table(
        "history",
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("at", TEXT, nullable=False),
        sa.Column("annotator", sa.Integer(), nullable=False),
        sa.Column("article", sa.Integer(), nullable=False),
        sa.Column("kind", TEXT, nullable=False),
        sa.Column("subject", TEXT, nullable=True),
        sa.Column("before", TEXT, nullable=True),
        sa.Column("after", TEXT, nullable=True),
        sa.ForeignKeyConstraint(
            ["annotator"], ["annotator.number"], name=op.f("fk_history_annotator_annotator")
        ),
        sa.ForeignKeyConstraint(["article"], ["article.number"], name=op.f("fk_history_article_article")),
        sa.PrimaryKeyConstraint("sequence", name=op.f("pk_history")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_history_article_sequence"), "history", ["article", "sequence"], unique=False)
    op.create_table(
        "layer",
        sa.Column("article", sa.Integer(), nullable=False),
        sa.Column("annotator", sa.Integer(), nullable=False),
        sa.Column("state", TEXT, nullable=False),
        sa.Column("guidelines", TEXT, nullable=True),
        sa.CheckConstraint(
            "state IN ('new', 'in progress', 'submitted', 'accepted', 'returned', 'skipped')",
            name=op.f("ck_layer_state"),
        ),
        sa.ForeignKeyConstraint(
            ["annotator"], ["annotator.number"], name=op.f("fk_layer_annotator_annotator")
        ),
        sa.ForeignKeyConstraint(["article"], ["article.number"], name=op.f("fk_layer_article_article")),
        sa.PrimaryKeyConstraint("article", "annotator", name=op.f("pk_layer")),
        sqlite_with_rowid=False,
    )
    op.create_index(
        op.f("ix_layer_annotator_state_article"), "layer", ["annotator", "state", "article"], unique=False
    )
    op.create_table(
        "annotation",
        sa.Column("article", sa.Integer(), nullable=False),
        sa.Column("annotator", sa.Integer(), nullable=False),
        sa.Column("id", TEXT, nullable=False),
        sa.Column("start", sa.Integer(), nullable=True),
        sa.Column("end", sa.Integer(), nullable=True),
        sa.Column("label", sa.Integer(), nullable=False),
        sa.Column("origin", TEXT, nullable=False),
        sa.Column("score", sa.Double(), nullable=True),
        sa.Column("note", TEXT, nullable=True),
        sa.Column("created", TEXT, nullable=False),
        sa.Column("updated", TEXT, nullable=False),
        sa.CheckConstraint(
            '(start IS NULL) = ("end" IS NULL) AND start >= 0 AND start < "end"',
            name=op.f("ck_annotation_span"),
        ),
        sa.ForeignKeyConstraint(
            ["article", "annotator"],
            ["layer.article", "layer.annotator"],
            name=op.f("fk_annotation_article_annotator_layer"),
        ),
        sa.ForeignKeyConstraint(["label"], ["label.number"], name=op.f("fk_annotation_label_label")),
        sa.PrimaryKeyConstraint("article", "annotator", "id", name=op.f("pk_annotation")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "relation",
        sa.Column("article", sa.Integer(), nullable=False),
        sa.Column("annotator", sa.Integer(), nullable=False),
        sa.Column("id", TEXT, nullable=False),
        sa.Column("start", TEXT, nullable=False),
        sa.Column("end", TEXT, nullable=False),
        sa.Column("label", TEXT, nullable=False),
        sa.ForeignKeyConstraint(
            ["article", "annotator", "end"],
            ["annotation.article", "annotation.annotator", "annotation.id"],
            name=op.f("fk_relation_article_annotator_end_annotation"),
        ),
        sa.ForeignKeyConstraint(
            ["article", "annotator", "start"],
            ["annotation.article", "annotation.annotator", "annotation.id"],
            name=op.f("fk_relation_article_annotator_start_annotation"),
        ),
        sa.PrimaryKeyConstraint("article", "annotator", "id", name=op.f("pk_relation")),
        sqlite_with_rowid=False,
    )
