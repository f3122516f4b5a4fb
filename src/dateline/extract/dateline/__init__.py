"""The opening of a wire story: place, day and agency, and who wrote it."""

from dateline.extract.dateline.byline import people
from dateline.extract.dateline.opening import Opening, opening

__all__ = ["Opening", "opening", "people"]
