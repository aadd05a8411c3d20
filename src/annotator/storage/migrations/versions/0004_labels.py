"""Labels have an order and may be retired; edits of the label set are kept in the history."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    op.add_column("label", sa.Column("place", sa.Integer(), nullable=True))
    op.add_column("label", sa.Column("retired", sa.Boolean(), nullable=True))
    op.execute("UPDATE label SET place = number - 1, retired = FALSE")
    with op.batch_alter_table("label") as label:
        label.alter_column("place", existing_type=sa.Integer(), nullable=False)
        label.alter_column("retired", existing_type=sa.Boolean(), nullable=False)
    with op.batch_alter_table("history", table_kwargs={"sqlite_autoincrement": True}) as history:
        history.alter_column("article", existing_type=sa.Integer(), nullable=True)
