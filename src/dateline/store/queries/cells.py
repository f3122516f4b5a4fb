"""The map: claims counted in cells of a grid that gets finer with the zoom."""

from dataclasses import dataclass
from typing import Final

from sqlalchemy import case, func, select

from dateline.errors import UsageError
from dateline.store.queries.counted import by_place
from dateline.store.queries.filters import EVERYTHING, Filters
from dateline.store.rows import MICRO
from dateline.store.store import Store
from dateline.store.tables import places

DEEPEST: Final = 18  # zoom at which a cell is smaller than the places are known
_WORLD: Final = 360 * MICRO
_ACROSS: Final = 8  # cells on a tile of a map's usual 256 pixels
_COARSE: Final = ("country", "admin1")
_QUADS: Final = (1, 2, 3, 4)


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
    quads: tuple[int, int, int, int]
    coarse: int
    place: str | None


def cells(store: Store, filters: Filters = EVERYTHING, *, zoom: int) -> tuple[Cell, ...]:
    """The claims asked for that have a point, in cells of 1/8 of a map tile at `zoom`, the fullest first. `filters.box` bounds the view."""
    if not 0 <= zoom <= DEEPEST:
        raise UsageError(f"need a zoom from 0 to {DEEPEST}, got {zoom}")
    size = _WORLD // (2**zoom * _ACROSS)
    counted = by_place(filters, on_server=store.on_server).subquery()
    number = counted.c.claims
    total = func.sum(number)
    asked = (
        select(
            (func.sum(places.c.lat * number) / total).label("lat"),
            (func.sum(places.c.lon * number) / total).label("lon"),
            total.label("claims"),
            func.count(places.c.no.distinct()).label("places"),
            func.sum(case((places.c.precision.in_(_COARSE), number), else_=0)).label("coarse"),
            func.min(places.c.name).label("place"),
            *(func.sum(case((counted.c.quad == quad, number), else_=0)).label(f"quad{quad}") for quad in _QUADS),
        )
        .join(counted, counted.c.place_no == places.c.no)
        .where(places.c.lat.is_not(None))
        .group_by(places.c.x // size, places.c.y // size)
        .order_by(total.desc(), func.min(places.c.no))
    )
    with store.reading() as connection:
        rows = connection.execute(asked).mappings().all()
    return tuple(
        Cell(
            lat=row["lat"],
            lon=row["lon"],
            claims=int(row["claims"]),
            places=row["places"],
            quads=(int(row["quad1"]), int(row["quad2"]), int(row["quad3"]), int(row["quad4"])),
            coarse=int(row["coarse"]),
            place=row["place"] if row["places"] == 1 else None,
        )
        for row in rows
    )
