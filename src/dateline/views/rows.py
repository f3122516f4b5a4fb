"""Claims as flat rows, one a claim: for spreadsheets, R and data frames."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from dateline.records import Article, Claim, Document, Party, Quantity
from dateline.views.columns import COLUMNS, KINDS

Cell = str | int | float | None
Row = dict[str, Cell]

BETWEEN: Final = "|"  # between the values of a cell that holds several: parties, modes, contexts
CHAIN: Final = " > "  # between the links of a source chain, nearest first


def rows(records: Iterable[Document]) -> list[Row]:
    """A row for each claim of the records, with all of `COLUMNS`; None where nothing is known. Records without claims have no row."""
    return [row for record in records for row in rows_of(record)]


def rows_of(record: Document) -> Iterator[Row]:
    """The rows of one record."""
    if record.article is None:
        return
    told = _article(record.article)
    for claim in record.claims:
        held = _event(claim) | _scene(claim) | _sources(claim) | _quantities(claim.quantities) | _words(claim, record.article) | told
        yield {name: None if held[name] == "" else held[name] for name in COLUMNS}


def _event(claim: Claim) -> Row:
    return {
        "claim_id": claim.id,
        "type": claim.type,
        "modes": BETWEEN.join(claim.modes),
        "contexts": BETWEEN.join(claim.contexts),
        "status": claim.status,
        "quad": claim.quad,
        "score": claim.score,
        "confidence": claim.confidence,
        **_parties("actor", claim.actors),
        **_parties("recipient", claim.recipients),
    }


def _parties(role: str, parties: Sequence[Party]) -> Row:
    return {
        f"{role}s": _cell(party.name or party.text for party in parties),
        f"{role}_countries": _cell(party.country or "" for party in parties),
        f"{role}_sectors": _cell(" ".join(party.sectors) for party in parties),
        f"{role}_offices": _cell(party.office or "" for party in parties),
        f"{role}_basis": _cell(party.basis for party in parties),
    }


def _cell(values: Iterable[str]) -> str:
    """Several values in one cell; the mark between them cannot stand in them."""
    return BETWEEN.join(value.replace(BETWEEN, "/") for value in values)


def _scene(claim: Claim) -> Row:
    when, where = claim.when, claim.where
    return {
        "when_first": when.first.isoformat() if when and when.first else None,
        "when_last": when.last.isoformat() if when and when.last else None,
        "when_basis": when.basis if when else None,
        "when_text": when.text if when else None,
        "where_name": (where.name or where.text) if where else None,
        "where_country": where.country if where else None,
        "where_admin1": where.admin1 if where else None,
        "where_lat": where.lat if where else None,
        "where_lon": where.lon if where else None,
        "where_geonameid": where.geonameid if where else None,
        "where_precision": where.precision if where else None,
        "where_basis": where.basis if where else None,
    }


def _sources(claim: Claim) -> Row:
    origin = claim.sources[-1] if claim.sources else None
    return {
        "sources": CHAIN.join(source.name.replace(">", "›") for source in claim.sources),
        "source_kinds": CHAIN.join(source.kind for source in claim.sources),
        "origin": origin.name if origin else None,
        "origin_country": origin.country if origin else None,
    }


def _quantities(held: Mapping[str, Quantity]) -> Row:
    found: Row = {}
    for kind in KINDS:
        amount = held.get(kind)
        found |= {f"{kind}_low": amount.low if amount else None, f"{kind}_high": amount.high if amount else None}
    return found


def _words(claim: Claim, article: Article) -> Row:
    return {
        "trigger": claim.trigger.text,
        "sentence": " ".join(claim.sentence.within(article.text).split()),
        "sentence_start": claim.sentence.start,
        "sentence_end": claim.sentence.end,
        "why": "; ".join(claim.why),
        "same_as": BETWEEN.join(claim.same_as),
    }


def _article(article: Article) -> Row:
    published = article.published
    return {
        "article_id": article.id,
        "title": article.title,
        "outlet": article.outlet,
        "agency": article.agency,
        "published_first": published.first.isoformat() if published.first else None,
        "published_last": published.last.isoformat() if published.last else None,
        "published_basis": published.basis,
        "language": article.language,
        "url": article.url,
        "key": article.key,
        "path": article.path,
    }
