"""The columns of the flat table of claims, in order, with what each holds."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, get_args

from dateline.records.mention import QuantityKind

KINDS: Final[tuple[str, ...]] = get_args(QuantityKind)
_COUNTED: Final = ("killed", "hurt", "arrested", "taken captive", "driven out", "who took part")

COLUMNS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "claim_id": "the claim's id, the same on every rerun; `dateline explain` takes it",
        "type": "what is said to have happened: a type of the ontology, PLOVER's by default",
        "modes": "how: modes of the type",
        "contexts": "in what domain",
        "status": "`happened`, `negated`, `future`, `hypothetical` or `historical`",
        "quad": "quad class: 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict",
        "score": "from −10 (conflict) to 10 (cooperation); a property of type and mode, not of this event's size",
        "actors": "who did it: the name where it is known, else the words of the text",
        "actor_countries": "ISO 3166 alpha-3, or one of PLOVER's codes for what is no state; one place for each actor, empty where unknown",
        "actor_sectors": "GOV, MIL, REB …, parted by spaces; one place for each actor",
        "actor_offices": "the office held on the day; one place for each actor",
        "actor_basis": "how each actor was resolved",
        "recipients": "to whom it was done, as `actors`",
        "recipient_countries": "as `actor_countries`",
        "recipient_sectors": "as `actor_sectors`",
        "recipient_offices": "as `actor_offices`",
        "recipient_basis": "as `actor_basis`",
        "when_first": "first day of the event, ISO 8601; empty where the article does not tell",
        "when_last": "last day, inclusive",
        "when_basis": "`stated`, `relative`, `dateline`, `published` or `unknown`",
        "when_text": "the words",
        "where_name": "the place's name in the gazetteer, else the words of the text",
        "where_country": "ISO 3166 alpha-3",
        "where_admin1": "first-order division",
        "where_lat": "degrees, WGS 84; of a country or a province it is a point in its middle, see `where_precision`",
        "where_lon": "degrees, WGS 84",
        "where_geonameid": "GeoNames",
        "where_precision": "what the point stands for: `country`, a division, a town",
        "where_basis": "how the place was resolved",
        "sources": "on whose word: the chain from the outlet to the origin, `a > b > c`; empty where nobody is known",
        "source_kinds": "of each link: outlet, agency, medium, person, body, document or unnamed",
        "origin": "the last link: who is said to have said it first",
        "origin_country": "its country",
        **{
            f"{kind}_{end}": f"{'least' if end == 'low' else 'most'} that the words allow of people {told}; empty where they do not say"
            for kind, told in zip(KINDS, _COUNTED, strict=True)
            for end in ("low", "high")
        },
        "trigger": "the word that carries the event",
        "sentence": "the sentence that it stands in",
        "sentence_start": "where the sentence begins in `article.text`, in code points from 0",
        "sentence_end": "where it ends, exclusive",
        "confidence": "orders claims from 0 to 1",
        "why": "what made the claim",
        "same_as": "ids of claims of this article that tell the same happening",
        "article_id": "the article's id",
        "title": "its headline",
        "outlet": "who published it",
        "agency": "the wire service credited",
        "published_first": "first day on which it can have been published",
        "published_last": "last such day; the same where the day is known",
        "published_basis": "how that day is known",
        "language": "ISO 639-1",
        "url": "its address",
        "key": "the input's own id",
        "path": "the file that it was read from",
    }
)
