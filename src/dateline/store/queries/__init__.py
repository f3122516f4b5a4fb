"""Questions to a store, as functions: each takes the store, `Filters`, and what it alone needs."""
