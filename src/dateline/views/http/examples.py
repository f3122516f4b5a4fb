"""Examples for the description of the API."""

from collections.abc import Mapping
from typing import Final

CITED: Final = {
    "id": "a-0f3c6b1d2e4a59788c7d",
    "title": "Drones hit Kyiv overnight",
    "outlet": "EFE",
    "url": "https://news.example/kyiv",
    "published_first": "2024-05-02",
    "published_last": "2024-05-02",
}
_DAY: Final = "2024-05-01"
_CLAIM: Final = {
    "id": "c-202ae1b4014603c532ce",
    "type": "ASSAULT",
    "status": "happened",
    "quad": 4,
    "score": -9.0,
    "sentence": {"start": 26, "end": 80},
    "trigger": {"start": 33, "end": 36, "text": "hit"},
    "confidence": 0.85,
    "modes": ["aerial"],
    "contexts": ["military"],
    "actors": [],
    "recipients": [],
    "when": {"first": _DAY, "last": _DAY, "basis": "relative", "text": "overnight"},
    "where": None,
    "sources": [{"name": "EFE", "kind": "agency", "cue": None, "country": "ESP", "start": None, "end": None}],
    "quantities": {},
    "same_as": [],
    "why": [],
}
CLAIMS: Final[Mapping[str, object]] = {
    "items": [{"claim": _CLAIM, "article": CITED, "maker": "dateline 0.1.0 r-1", "since": "2024-05-02T10:00:00Z", "until": None}],
    "following": "WyJuZXdlc3QiLCAiMjAyNC0wNS0wMSIsIDFd",
}
ARTICLES: Final[Mapping[str, object]] = {
    "items": [{**CITED, "language": "en", "added": "2024-05-02T10:00:00Z", "claims": 3}],
    "following": None,
}
ACTORS: Final = {"items": [{"name": "Russian army", "country": "RUS", "sectors": ["MIL"], "wikidata": None, "acted": 12, "received": 1}]}
PLACES: Final = {
    "items": [
        {
            "name": "Kyiv",
            "country": "UKR",
            "admin1": "12",
            "lat": 50.45,
            "lon": 30.52,
            "geonameid": 703448,
            "precision": "city",
            "claims": 7,
        }
    ]
}
HITS: Final = {
    "hits": [
        {
            "article": CITED["id"],
            "title": CITED["title"],
            "outlet": "EFE",
            "published_first": _DAY,
            "snippet": "⁅Drones⁆ hit the city",
            "claims": 2,
        }
    ],
    "articles": 17,
}
FACETS: Final = {"facets": {"type": [{"value": "ASSAULT", "claims": 12}], "status": [{"value": "happened", "claims": 12}]}}
COUNTS: Final = {"items": [{"value": "ASSAULT", "claims": 12}]}
SERIES: Final = {"points": [{"first": _DAY, "split": None, "claims": 3, "score": -8.5}]}
CELLS: Final = {"cells": [{"lat": 50.45, "lon": 30.52, "claims": 6, "places": 1, "quads": [0, 0, 1, 5], "coarse": 0, "place": "Kyiv"}]}
NETWORK: Final = {
    "edges": [
        {
            "actor": {"name": None, "country": "RUS", "sectors": []},
            "recipient": {"name": None, "country": "UKR", "sectors": []},
            "claims": 4,
            "score": -9.0,
            "quads": [0, 0, 0, 4],
        }
    ]
}
PROBLEM: Final = {
    "type": "about:blank",
    "title": "Bad Request",
    "status": 400,
    "detail": "need a zoom from 0 to 18, got 19",
    "errors": [],
}
PASTED: Final = {"text": "KYIV, May 2 (EFE) – Drones hit the city overnight, Mayor Klitschko said.", "published": "2024-05-02"}

EXAMPLES: Final[Mapping[str, object]] = {
    "Health": {"status": "ok", "version": "0.1.0"},
    "Number": {"claims": 1234},
    "Claims": CLAIMS,
    "Articles": ARTICLES,
    "Actors": ACTORS,
    "Places": PLACES,
    "Hits": HITS,
    "Facets": FACETS,
    "Counts": COUNTS,
    "Series": SERIES,
    "Map": CELLS,
    "Network": NETWORK,
    "Problem": PROBLEM,
}
"""By the type that is answered."""
