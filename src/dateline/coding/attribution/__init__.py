"""Finds who is quoted, by which words, and what is told on their word."""

from dateline.coding.attribution.attribution import Attribution, covering, outermost, quotes
from dateline.coding.attribution.find import attributions

__all__ = ("Attribution", "attributions", "covering", "outermost", "quotes")
