"""Measures claims against incidents that people filled in for whole documents (the templates of MUC-3 and MUC-4)."""
