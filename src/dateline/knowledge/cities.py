"""Capitals and cities of more than 200,000 people, by name."""

from functools import cache
from importlib.resources import files


@cache
def cities() -> frozenset[str]:
    """Their names in lower case without accents, as `dateline.knowledge.names.folded` writes them; from GeoNames, CC BY 4.0."""
    return frozenset((files("dateline.knowledge") / "cities.txt").read_text(encoding="utf-8").splitlines())
