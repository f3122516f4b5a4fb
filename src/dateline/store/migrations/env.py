"""What Alembic runs: the migrations, on the connection that the store hands over, within its transaction."""

from alembic import context

from dateline.store.tables import METADATA

context.configure(connection=context.config.attributes["connection"], target_metadata=METADATA, transactional_ddl=False)
context.run_migrations()
