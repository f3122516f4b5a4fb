"""Claims as PLOVER's event JSON, one event a line: the fields of the manual's tables, and beside them what PLOVER has no field for.

Left out, as a claim does not know them: `time` and `endtime` (days are the finest), `link` (claims are not joined into events yet), of
actors `actor_loc`, `religion`, `ethnicity`, `gender` and `age`, of places the codes of features and divisions; `coded_date` and
`coded_time`, as the same input gives the same bytes; and `text`, which the manual keeps for those who own it: `text_info` says where it is.
"""

import datetime as dt
from collections.abc import Mapping, Sequence
from importlib.metadata import version
from typing import Final

import msgspec

from dateline.records import Article, Claim, Document, Party, Source, Where
from dateline.records.claim import When
from dateline.views.rows import Cell

_CODER: Final = "dateline"

Value = Cell | bool | Sequence["Value"] | Mapping[str, "Value"]
Held = dict[str, Value]


def plover_lines(record: Document) -> bytes:
    """A line for each claim."""
    if record.article is None:
        return b""
    return b"".join(msgspec.json.encode(_event(claim, record.article)) + b"\n" for claim in record.claims)


def _event(claim: Claim, article: Article) -> Held:
    """Required fields are always there: `date` is null where no day is told, and `actor` empty where nobody is named."""
    return {
        "id": claim.id,
        "has_event": True,
        **_days(claim.when),
        "actor": [_actor(party) for party in claim.actors],
        "recipient": [_actor(party) for party in claim.recipients],
        "event": [claim.type],
        "event_loc": _place(claim.where) if claim.where else None,
        "event_text": [claim.trigger.text],
        "quad_code": claim.quad,
        "event_scale": claim.score,
        "mode": list(claim.modes),
        "context": list(claim.contexts),
        "text_info": {"start": claim.sentence.start, "end": claim.sentence.end},
        "cite_info": _cited(article),
        "coder": f"{_CODER} {version(_CODER)}",
        "comment": "; ".join(claim.why),
        **_ours(claim, article),
    }


def _days(when: When | None) -> Held:
    first, last = (when.first, when.last) if when else (None, None)
    return {"date": first.isoformat() if first else None, **({"enddate": last.isoformat()} if last and last != first else {})}


def _actor(party: Party) -> Held:
    return {
        "code": party.country,
        "sector": list(party.sectors),
        "actor_text": party.text,
        "identifer_id": party.wikidata,  # spelled as in the manual
        "identifer_text": party.name,
        "office": party.office,
    }


def _place(where: Where) -> Held:
    return {
        "geonameid": where.geonameid,
        "name": where.name or where.text,
        "latitude": where.lat,
        "longitude": where.lon,
        "cc3": where.country,
    }


def _cited(article: Article) -> Held:
    return {
        "citation": article.id,
        "url": article.url,
        "title": article.title,
        "language": article.language,
        "publication": article.outlet or article.agency,
        "coder": _CODER,
    }


def _ours(claim: Claim, article: Article) -> Held:
    """What PLOVER leaves to the provider: whether it happened, on whose word, how many, and how much of it is known how."""
    return {
        "status": claim.status,
        "sources": [_source(source) for source in claim.sources],
        "size": {kind: {"low": amount.low, "high": amount.high} for kind, amount in claim.quantities.items()},
        "date_basis": claim.when.basis if claim.when else None,
        "published": _span(article.published.first, article.published.last),
        "confidence": claim.confidence,
    }


def _span(first: dt.date | None, last: dt.date | None) -> Value:
    return [day.isoformat() for day in (first, last) if day]


def _source(source: Source) -> Held:
    return {"name": source.name, "kind": source.kind, "country": source.country}
