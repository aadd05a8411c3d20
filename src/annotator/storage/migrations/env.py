"""Alembic's entry: runs on the connection, and in the transaction, of storage.migrating."""

from alembic import context

from annotator.storage.tables import Base

context.configure(
    connection=context.config.attributes["connection"], target_metadata=Base.metadata, render_as_batch=True
)
context.run_migrations()
