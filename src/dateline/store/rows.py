"""Records → rows of the tables."""

from typing import Final, NamedTuple

from dateline.records import Article, Claim, Dropped, Page, Party, Where, digest
from dateline.store.codec import LONGEST_KEY, article_json, key, packed, page_id, page_json, stored

Cell = str | int | float | bytes | None
Row = dict[str, Cell]

MICRO: Final = 1_000_000
_EAST: Final = 180.0
_NORTH: Final = 90.0
_BETWEEN: Final = "\x1f"  # what Unicode has to part fields


class Known(NamedTuple):
    """What the rows of all claims of one coding have in common."""

    coding_no: int
    article_no: int
    outlet: str | None
    since: int


def spaced(codes: tuple[str, ...]) -> str:
    """Codes each between spaces, so that one is found as ` visit `."""
    return f" {' '.join(codes)} " if codes else ""


def article_row(article: Article, *, no: int, added: int) -> Row:
    """The row of an article."""
    published = article.published
    return {
        "no": no,
        "id": article.id,
        "added": added,
        "path": stored(article.path),
        "key": article.key and stored(article.key),
        "url": article.url and stored(article.url),
        "outlet": article.outlet and stored(article.outlet),
        "outlet_key": key(article.outlet) if article.outlet else None,
        "title": article.title and stored(article.title),
        "language": article.language,
        "published_first": published.first.isoformat() if published.first else None,
        "published_last": published.last.isoformat() if published.last else None,
        "text": stored(article.text),
        "record": article_json(article),
    }


def coding_row(rest: bytes, *, content: str, no: int, article_no: int, maker: str, since: int) -> Row:
    """The row of one coding of an article: `rest` is its document without article and claims, `content` the digest of all of it."""
    return {
        "no": no,
        "article_no": article_no,
        "maker": maker,
        "content": content,
        "since": since,
        "until": None,
        "record": rest,
    }


def claim_row(claim: Claim, known: Known, *, no: int, place_no: int | None) -> Row:
    """The row of a claim."""
    when, where = claim.when, claim.where
    first, last = (when.first or when.last, when.last or when.first) if when else (None, None)
    origin = claim.sources[-1].name if claim.sources else None
    return {
        "no": no,
        "id": claim.id,
        "type": claim.type,
        "modes": spaced(claim.modes),
        "status": claim.status,
        "quad": claim.quad,
        "score": claim.score,
        "confidence": claim.confidence,
        "day": first.isoformat() if first else "",
        "last": last.isoformat() if last else "",
        "country": where.country if where else None,
        "origin": origin and stored(origin),
        "origin_key": key(origin) if origin else None,
        "coding_no": known.coding_no,
        "article_no": known.article_no,
        "outlet": known.outlet,
        "place_no": place_no,
        "since": known.since,
        "until": None,
    }


def actor_key(party: Party) -> str:
    """The same for a party of the same name, country, sectors and number, whatever words stand for it."""
    told = _BETWEEN.join((party.country or "", *party.sectors, party.wikidata or "", stored(party.name or party.text)))
    return told if len(told) <= LONGEST_KEY else digest("p", told)


def actor_row(party: Party, *, no: int) -> Row:
    """The row of an actor."""
    name = stored(party.name or party.text)
    return {
        "no": no,
        "key": actor_key(party),
        "name": name,
        "name_key": key(name),
        "country": party.country,
        "sectors": spaced(party.sectors),
        "wikidata": party.wikidata,
    }


def place_key(where: Where) -> str:
    """The same for the same place, whatever words name it."""
    if where.geonameid is not None and where.lat is not None:
        return f"geonames:{where.geonameid}:{where.lat}:{where.lon}:{where.precision}"
    return digest("w", key(where.name or where.text), where.country, where.admin1, str(where.lat), str(where.lon), where.precision)


def place_row(where: Where, *, no: int) -> Row:
    """The row of a place."""
    name = stored(where.name or where.text)
    known = where.lat is not None and where.lon is not None and abs(where.lat) <= _NORTH and abs(where.lon) <= _EAST
    lat, lon = (where.lat, where.lon) if known else (None, None)
    return {
        "no": no,
        "key": place_key(where),
        "geonameid": where.geonameid,
        "name": name,
        "name_key": key(name),
        "country": where.country,
        "admin1": where.admin1 and stored(where.admin1),
        "precision": where.precision,
        "lat": lat,
        "lon": lon,
        "x": None if lon is None else round((lon + _EAST) * MICRO),
        "y": None if lat is None else round((lat + _NORTH) * MICRO),
    }


def page_row(page: Page, *, no: int, article_no: int | None, added: int) -> Row:
    """The row of a page, its bytes compressed."""
    return {
        "no": no,
        "id": page_id(page),
        "article_no": article_no,
        "added": added,
        "size": len(page.content),
        "content": packed(page.content),
        "record": page_json(page),
    }


def drop_id(drop: Dropped, *, maker: str) -> str:
    """The same for the same thing dropped by the same maker."""
    return digest("d", drop.path, drop.stage, drop.reason, drop.detail, maker)


def drop_row(drop: Dropped, *, no: int, page_no: int | None, maker: str, added: int) -> Row:
    """The row of something dropped."""
    return {
        "no": no,
        "id": drop_id(drop, maker=maker),
        "page_no": page_no,
        "added": added,
        "maker": maker,
        "path": stored(drop.path),
        "stage": drop.stage,
        "reason": drop.reason,
        "detail": stored(drop.detail),
    }
