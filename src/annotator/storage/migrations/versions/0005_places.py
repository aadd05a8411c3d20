"""Annotations are found by their place, those that are long in an index of their own."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    columns = ["article", "annotator", "start"]
    op.create_index("ix_annotation_article_annotator_start", "annotation", columns)
    is_long = sa.text('"end" - start > 500')
    op.create_index(
        "ix_annotation_long", "annotation", columns, sqlite_where=is_long, postgresql_where=is_long
    )
