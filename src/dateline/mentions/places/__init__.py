"""Place mentions: found in the sentences, and each resolved to a point and an area as far as the article tells."""

from collections.abc import Sequence

from dateline.knowledge.gazetteer import Gazetteer
from dateline.mentions.places.choose import Chosen
from dateline.mentions.places.context import connect
from dateline.mentions.places.draft import Draft
from dateline.mentions.places.find import drafts, known, with_dateline
from dateline.mentions.places.hints import Hints, home, pointed_to
from dateline.mentions.places.rank import names
from dateline.mentions.places.role import role
from dateline.mentions.places.sift import outside, sifted, without_adjectives, without_people
from dateline.records import Article, PlaceMention, Sentence
from dateline.records.reading import Reading, readings

__all__ = ["Hints", "places"]


def places(article: Article, sentences: Sequence[Sentence], gazetteer: Gazetteer, *, hints: Hints) -> tuple[PlaceMention, ...]:
    """The places that the analysed sentences mention, in order of the text; adjectives and peoples (`Russian`) are none.

    A name within that of a body (`Athens Police Department`) and one that acts (`Seoul said`) are metonyms.
    """
    read = list(readings(article.text, sentences))
    town = hints.home or home(article, gazetteer)
    seen = known(read, gazetteer, town)
    found: list[Draft] = []
    for reading in read:
        here = drafts(reading, gazetteer, seen)
        here = with_dateline(article, reading, here, gazetteer)
        connect(reading, here, hints.countries)
        found.extend(here)
    found = without_people(read, without_adjectives(outside(article, found), hints.countries))
    held = names(found, near=pointed_to(article, read, hints), home=town)
    by_number = {reading.index: reading for reading in read}
    kept = sifted(found, held, by_number)
    chosen = Chosen(kept, held, town, line=article.dateline)
    return tuple(_mention(draft, by_number[draft.sentence], chosen) for draft in kept)


def _mention(draft: Draft, reading: Reading, chosen: Chosen) -> PlaceMention:
    where, other = chosen.wheres(draft)
    return PlaceMention(
        start=draft.start,
        end=draft.end,
        sentence=draft.sentence,
        first=draft.first,
        last=draft.last,
        where=where,
        role=role(reading, draft),
        other=other,
    )
