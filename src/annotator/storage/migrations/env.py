"""Alembic's entry: runs on the connection, and in the transaction, of storage.migrating."""

from alembic import context

from annotator.storage.tables import metadata

context.configure(
    connection=context.config.attributes["connection"], target_metadata=metadata, render_as_batch=True
)
context.run_migrations()
