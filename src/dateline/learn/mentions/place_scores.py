"""How well places are found and put on the map, on texts whose toponyms people marked and resolved.

Reads the layouts of GeoWebNews (`GWN.xml`), LGL and TR-News (`gaztag`), and GeoVirus (`locations`).
"""

import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final
from xml.etree.ElementTree import Element

from defusedxml.ElementTree import parse

from dateline.knowledge.countries import countries
from dateline.knowledge.gazetteer import Gazetteer, Place, gazetteer
from dateline.language import Engine
from dateline.mentions.places import Hints, places
from dateline.records import Article, PlaceMention, Published, Sentence, Span

NEAR: Final = 161.0  # km: 100 miles, the measure of the field
# GeoWebNews' types of toponyms that are places in the text; of the associative ones nothing is asked, and finding them is not wrong.
LITERAL: Final = frozenset(("Literal", "Literal_Modifier", "Mixed", "Coercion", "Embedded_Literal"))
ASSOCIATIVE: Final = frozenset(("Metonymic", "Non_Literal_Modifier", "Embedded_Non_Lit", "Demonym"))
_EARTH: Final = 6371.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Toponym:
    """A marked span; `point` is None where nobody resolved it.

    `tagged` ones name their country themselves, if they have one. One that is not `literal` counts neither when found nor when missed.
    """

    start: int
    end: int
    point: tuple[float, float] | None
    country: str | None
    literal: bool
    tagged: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """A text with its toponyms."""

    text: str
    url: str | None
    toponyms: tuple[Toponym, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceScores:
    """Counts; `lines` tells what they come to.

    `found` of `gold` toponyms overlap a mention, and `right` of `given` mentions overlap a toponym; `exact` of both have the same span. Of
    the `pointed` toponyms that have a point and were found, `near` were put within 161 km and `in_country` in the right country.
    """

    gold: int
    given: int
    found: int
    right: int
    exact: int
    pointed: int
    near: int
    in_country: int
    with_country: int
    wrong: tuple[str, ...]
    alone: "PlaceScores | None" = None  # the same texts read without their addresses, which may tell the outlet and its town

    @property
    def span(self) -> float:
        """F1 of spans, an overlap being enough."""
        return _f1(self.right / max(self.given, 1), self.found / max(self.gold, 1))

    @property
    def accuracy(self) -> float:
        """Share of found toponyms put within 161 km."""
        return self.near / max(self.pointed, 1)

    @property
    def country(self) -> float:
        """Share of found toponyms put in the right country."""
        return self.in_country / max(self.with_country, 1)

    def lines(self) -> list[str]:
        """One measure a line."""
        exact = 2 * self.exact / max(self.given + self.gold, 1)
        return [
            f"span F1 {self.span:.3f}",
            f"exact span F1 {exact:.3f}",
            f"span precision {self.right / max(self.given, 1):.3f}",
            f"span recall {self.found / max(self.gold, 1):.3f}",
            f"acc@161 {self.accuracy:.3f}",
            f"country {self.country:.3f}",
            *([f"acc@161 from the text alone {self.alone.accuracy:.3f}"] if self.alone else []),
            *([f"country from the text alone {self.alone.country:.3f}"] if self.alone else []),
            f"toponyms {self.gold}",
            *self.wrong,
        ]


def evaluate(file: Path, engine: Engine, *, errors: bool = False) -> PlaceScores:
    """Scores over all texts of `file`; with `errors` also every toponym that was missed, misplaced or made up."""
    return scores(texts(file), engine, errors=errors)


def scores(marked: Iterable[Marked], read: Callable[[str], Sequence[Sentence]], *, errors: bool = False) -> PlaceScores:
    """Scores over `marked`; `read` gives the sentences of a text."""
    held, hints = gazetteer(), Hints()
    tally, alone = _Tally(held), _Tally(held)
    for one in marked:
        sentences = read(one.text)
        for counts, url in ((tally, one.url), (alone, None)):
            body = Span(start=0, end=len(one.text))
            article = Article(id="", path="", text=one.text, body=body, published=Published(), url=url, language="en")
            counts.add(one, places(article, sentences, held, hints=hints))
    return replace(tally.scores(errors=errors), alone=alone.scores(errors=False))


class _Tally:
    """Counts as texts come in."""

    def __init__(self, held: Gazetteer) -> None:
        self._gazetteer = held
        self._gold = self._given = self._found = self._right = self._exact = 0
        self._pointed = self._near = self._in_country = self._with_country = 0
        self._wrong: list[str] = []

    def add(self, one: Marked, mentions: Sequence[PlaceMention]) -> None:
        literal = [toponym for toponym in one.toponyms if toponym.literal]
        free = [toponym for toponym in one.toponyms if not toponym.literal]
        for mention in mentions:
            hit = any(_overlap(mention, toponym) for toponym in literal)
            if hit or not any(_overlap(mention, toponym) for toponym in free):
                self._given += 1
                self._right += hit
                if not hit:
                    self._note("made up", one.text, mention.start, mention.end, mention.where.name or "")
        for toponym in literal:
            self._gold += 1
            over = max(mentions, key=lambda mention: _overlap(mention, toponym), default=None)
            if over is None or not _overlap(over, toponym):
                self._note("missed", one.text, toponym.start, toponym.end, "")
                continue
            self._found += 1
            self._exact += (over.start, over.end) == (toponym.start, toponym.end)
            if toponym.point:
                self._place(one.text, toponym, over)

    def _place(self, text: str, toponym: Toponym, mention: PlaceMention) -> None:
        where, point = mention.where, toponym.point
        if point is None:
            return
        self._pointed += 1
        near = where.lat is not None and where.lon is not None and distance(point, (where.lat, where.lon)) <= NEAR
        self._near += near
        country = toponym.country or (None if toponym.tagged else self._country_at(point, text[toponym.start : toponym.end]))
        if country:
            self._with_country += 1
            self._in_country += where.country == country
        if not near or (country and where.country != country):
            told = f"{where.name}, {where.admin1}, {where.country} [{where.basis}], should be {point} {country}"
            self._note("misplaced" if not near else "wrong country", text, toponym.start, toponym.end, told)

    def _country_at(self, point: tuple[float, float], name: str) -> str | None:
        """The country of the nearest city; none for `Africa` and other regions of several countries, whose point says nothing."""
        found = self._gazetteer.candidates(name)
        if found and not any(place.country for place in found if place.kind in ("region", "continent", "water")) and _wide(found):
            return None
        nearest = self._gazetteer.nearest(*point)
        return nearest.country if nearest else None

    def _note(self, what: str, text: str, start: int, end: int, told: str) -> None:
        before, after = text[max(start - 40, 0) : start], text[end : end + 30]
        self._wrong.append(f"  {what}: {before}[{text[start:end]}]{after} {told}".replace("\n", " "))

    def scores(self, *, errors: bool) -> PlaceScores:
        return PlaceScores(
            gold=self._gold,
            given=self._given,
            found=self._found,
            right=self._right,
            exact=self._exact,
            pointed=self._pointed,
            near=self._near,
            in_country=self._in_country,
            with_country=self._with_country,
            wrong=tuple(self._wrong) if errors else (),
        )


def _wide(found: Sequence[Place]) -> bool:
    return any(place.kind in ("region", "continent", "water", "mountains") for place in found)


def _overlap(mention: PlaceMention, toponym: Toponym) -> int:
    """Shared code points; the same span counts above all others."""
    shared = min(mention.end, toponym.end) - max(mention.start, toponym.start)
    return max(shared, 0) + 1000 * ((mention.start, mention.end) == (toponym.start, toponym.end))


def distance(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Kilometres along the great circle between two points in degrees."""
    lat1, lon1, lat2, lon2 = map(math.radians, (*one, *other))
    half = math.sin((lat2 - lat1) / 2) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    return 2 * _EARTH * math.asin(math.sqrt(half))


def _f1(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall or 1.0)


def texts(file: Path) -> Iterator[Marked]:
    """The texts of a file in one of the three layouts."""
    for article in parse(file).iter("article"):
        text = article.findtext("text") or ""
        marks = article.find("toponyms")
        url = article.findtext("url") or article.findtext("link")
        if marks is None:
            marks = article.find("locations")
        held = marks if marks is not None else ()
        toponyms = tuple(_toponym(mark, text) for mark in held if (mark.findtext("type") or "Literal") in LITERAL | ASSOCIATIVE)
        yield Marked(text=text, url=url, toponyms=toponyms)


def _toponym(mark: Element, text: str) -> Toponym:
    kind = mark.findtext("type")
    tag = mark.find("gaztag")
    held = mark if tag is None else tag
    lat, lon = held.findtext("lat") or held.findtext("latitude"), held.findtext("lon") or held.findtext("longitude")
    point = (float(lat), float(lon)) if lat and lon else None
    country = held.findtext("country")
    start, end = int(mark.findtext("start") or 0), int(mark.findtext("end") or 0)
    if (name := mark.findtext("name")) and text[start - 1 : end - 1] == name != text[start:end]:
        start, end = start - 1, end - 1  # GeoVirus counts from one
    return Toponym(
        start=start,
        end=end,
        point=point,
        country=countries().code(country) if country else None,
        tagged=tag is not None,
        literal=kind is None or kind in LITERAL,
    )
