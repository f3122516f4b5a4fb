"""Measures the mentions against gold data."""
