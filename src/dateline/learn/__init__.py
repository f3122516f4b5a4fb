"""Training and evaluation of what Dateline ships."""
