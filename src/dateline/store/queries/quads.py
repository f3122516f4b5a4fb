"""Counts by quad class: material and verbal cooperation and conflict."""

from typing import Final

import numpy as np
from numpy.typing import ArrayLike

from dateline.store.columns.columns import Columns, Longs, Mask, Numbers

Quads = tuple[int, int, int, int]
"""Counts by quad class, 1 to 4."""

_CLASSES: Final = ("1", "2", "3", "4")


def by_quad_class(groups: Numbers | Longs, columns: Columns, claims: Mask | Longs, *, size: int) -> Longs:
    """(size, 5): how many of these claims are in each group, by quad class; in column 0 those of a class that is none of PLOVER's.

    `groups` are numbers below `size`, one for each of `claims`.
    """
    classes = np.array([_CLASSES.index(name) + 1 if name in _CLASSES else 0 for name in columns.legends["quad"]])
    width = len(_CLASSES) + 1
    return np.bincount(groups.astype(np.int64) * width + classes[columns.claims.quad[claims]], minlength=size * width).reshape(size, width)


def quads_of(row: ArrayLike) -> Quads:
    """One row of `by_quad_class`."""
    _, one, two, three, four = (int(number) for number in np.asarray(row))
    return one, two, three, four
