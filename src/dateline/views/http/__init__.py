"""A store over HTTP: questions as addresses, answers as JSON, and the workbench's files."""
