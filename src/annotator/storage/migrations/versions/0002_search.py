"""The search index, which the program fills."""

from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.execute(
        "CREATE VIRTUAL TABLE article_terms USING "
        "fts5(terms, content='', columnsize=0, detail=none, tokenize='ascii')"
    )
