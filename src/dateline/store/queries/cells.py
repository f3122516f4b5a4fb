"""The map: claims counted in cells of a grid that gets finer with the zoom."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Final

import numpy as np

from dateline.errors import UsageError
from dateline.store.columns.columns import Columns, Longs
from dateline.store.queries.filters import EVERYTHING, Filters
from dateline.store.queries.narrowing import narrowed
from dateline.store.queries.quads import Quads, by_quad_class, quads_of
from dateline.store.rows import MICRO
from dateline.store.store import Store

DEEPEST: Final = 18  # zoom at which a cell is smaller than the places are known
_WORLD: Final = 360 * MICRO
_ACROSS: Final = 8  # cells on a tile of a map's usual 256 pixels
_COARSE: Final = ("country", "admin1")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """Claims near to each other. `lat` and `lon` are their centre of gravity, and so lie where something is, not in its middle.

    `quads` counts them by quad class, 1 to 4. `coarse` are those whose point stands for a whole country or province, not for a town.
    `place` is the name of the only place in the cell, None where there are several.
    """

    lat: float
    lon: float
    claims: int
    places: int
    quads: Quads
    coarse: int
    place: str | None


def cells(store: Store, filters: Filters = EVERYTHING, *, zoom: int, limit: int | None = None) -> tuple[Cell, ...]:
    """The claims asked for that have a point, in cells of 1/8 of a map tile at `zoom`, the fullest first. `filters.box` bounds the view."""
    if not 0 <= zoom <= DEEPEST:
        raise UsageError(f"need a zoom from 0 to {DEEPEST}, got {zoom}")
    columns, wanted = narrowed(store, filters)
    counted = by_quad_class(columns.claims.place[wanted], columns, wanted, size=len(columns.places.lat))
    lying = np.flatnonzero((counted.sum(axis=1) > 0) & ~np.isnan(columns.places.lat))
    return tuple(islice(_cells(columns, lying, counted[lying], size=_WORLD // (2**zoom * _ACROSS)), limit))


def _cells(columns: Columns, lying: Longs, by_quad: Longs, *, size: int) -> Iterator[Cell]:
    """The fullest first; `lying` are places, `by_quad` the counts of each, and `size` is that of a cell in millionths of a degree."""
    known, number, names = columns.places, by_quad.sum(axis=1), list(columns.legends["name"])
    _, first, cell = np.unique(known.x[lying] // size * _WORLD + known.y[lying] // size, return_index=True, return_inverse=True)
    coarse = columns.legends["precision"].mask(_COARSE.__contains__)[known.precision[lying]]
    claims, places, apart = (np.bincount(cell, weights=given) for given in (number, None, number * coarse))
    lat, lon = (np.bincount(cell, weights=given[lying] * number) / claims for given in (known.lat, known.lon))
    quads = np.stack([np.bincount(cell, weights=by_quad[:, quad]) for quad in range(by_quad.shape[1])], axis=1)
    for at in np.lexsort((first, -claims)):
        yield Cell(
            lat=float(lat[at]),
            lon=float(lon[at]),
            claims=int(claims[at]),
            places=int(places[at]),
            quads=quads_of(quads[at]),
            coarse=int(apart[at]),
            place=names[known.name[lying[first[at]]]] if places[at] == 1 else None,
        )
