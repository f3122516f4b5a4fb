"""What the tables say of a name, as lines for people."""

import datetime as dt
from collections.abc import Iterator, Sequence
from pathlib import Path

from dateline.knowledge.actors import Known
from dateline.knowledge.library import knowledge


def rows(name: str, *, day: dt.date | None, own: Sequence[Path] = ()) -> Iterator[str]:
    """A line for each row that `name` may stand for, by table, and one for the members of an organisation; one that says so if none is.

    `own` are tables of a user's. Members are those of `day`, else of today.
    """
    known = knowledge(own)
    lines = [
        *(_actor(row) for row in known.actors.named(name) or known.actors.spelled(name) if day is None or row.on(day)),
        *(f"country  {row.id}  {row.form}  {row.name}  {_spell(row.first, row.last)}" for row in known.countries.named(name, day=day)),
        *(
            f"place    {place.kind}  {place.name}, {place.admin1 or '–'}, {place.country or '–'}  {place.lat:.3f} {place.lon:.3f}  "
            f"{place.population:,} people"
            for place in known.gazetteer.candidates(name)
        ),
    ]
    for organisation in sorted({row.name for row in known.actors.named(name)} & known.members.organisations):
        held = known.members.of(organisation, day=day or dt.datetime.now(tz=dt.UTC).date())
        lines.append(f"members  {organisation}  {' '.join(sorted(held))}")
    if outlet := known.outlets.named(name):
        lines.append(f"outlet   {outlet.country}  {outlet.name}  {outlet.kind}  state: {outlet.state}  {outlet.control}  [{outlet.source}]")
    yield from lines or [f"no table knows {name!r}"]


def _actor(row: Known) -> str:
    told = "  ".join(
        filter(None, [row.country or "–", "/".join(row.sectors), row.name, row.office, _spell(row.first, row.last), row.wikidata])
    )
    return f"{row.kind:<8} {told}  [{row.source}]"


def _spell(first: dt.date | None, last: dt.date | None) -> str:
    return f"{first or '…'} to {last or 'now'}" if first or last else ""
