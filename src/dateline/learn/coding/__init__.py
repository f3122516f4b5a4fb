"""Measures the coder against gold data."""
