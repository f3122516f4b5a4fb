"""The claims of articles, for people: one table an article."""

from collections.abc import Iterable, Sequence
from typing import Final

from rich.console import Group
from rich.table import Table
from rich.text import Text

from dateline.records import Claim, Document, Party, When, Where
from dateline.views.article_tables import print_article_tables

_COLUMNS: Final = (("when", 12), ("type", 26), ("who", 0), ("to whom", 0), ("where", 20), ("trigger", 12), ("on whose word", 0))


def print_claims(found: Iterable[Document]) -> int:
    """Write each article's claims, in the order of the text, then silences and standing relations; how many pages were dropped."""
    return print_article_tables(found, _shown)


def _shown(record: Document, width: int) -> Group:
    told: list[Table | Text] = [_table(record.claims, width=width) if record.claims else Text("no claim")]
    triggers = {claim.id: f"{claim.type} «{claim.trigger.text}»" for claim in record.claims}
    for silence in record.silences:
        about = ", ".join(triggers[one] for one in silence.about if one in triggers)
        told.append(Text(f"silent ({silence.cue}): {silence.who}{f' – about {about}' if about else ''}"))
    told += [Text(f"{relation.kind}: {relation.subject} → {relation.object}") for relation in record.relations]
    return Group(*told)


def _table(claims: Sequence[Claim], *, width: int) -> Table:
    table = Table(box=None, pad_edge=False, padding=(0, 1))
    open_columns = sum(not columns for _, columns in _COLUMNS)
    left = (width - sum(columns for _, columns in _COLUMNS) - 2 * len(_COLUMNS)) // open_columns
    for name, columns in _COLUMNS:
        table.add_column(name, width=columns or left, overflow="fold", header_style="dim")
    for claim in claims:
        table.add_row(*(Text(cell) for cell in claim_cells(claim)))
    return table


def claim_cells(claim: Claim) -> tuple[str, ...]:
    """When, type, who, to whom, where, trigger, and on whose word."""
    told = "" if claim.status == "happened" else f" ({claim.status})"
    return (
        _days(claim.when),
        f"{claim.type}{' ' + '/'.join(claim.modes) if claim.modes else ''}{told}",
        _parties(claim.actors),
        _parties(claim.recipients),
        _place(claim.where),
        claim.trigger.text,
        " ← ".join(f"{source.name} ({source.cue})" if source.cue else source.name for source in claim.sources) or "–",
    )


def _parties(parties: Sequence[Party]) -> str:
    return ", ".join(" ".join(filter(None, (party.country or "–", "/".join(party.sectors), f"«{party.text}»"))) for party in parties) or "–"


def _days(when: When | None) -> str:
    if when is None or when.first is None:
        return "–"
    return str(when.first) if when.first == when.last else f"{when.first} to {when.last}"


def _place(where: Where | None) -> str:
    return ", ".join(filter(None, [where.name or where.text, where.country])) if where is not None else "–"
