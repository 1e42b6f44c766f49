"""The database: schema, writing, search, trade questions, export and the Datasette plugin."""
