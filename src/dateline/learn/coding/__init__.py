"""Training and evaluation of the coder."""
