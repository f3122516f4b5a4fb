"""What a request may ask: each query string as a checked record, and the filters that it means."""

import datetime as dt
from typing import Annotated, Final

from pydantic import BaseModel, ConfigDict, Field

from dateline.errors import UsageError
from dateline.records.claim import Status
from dateline.store.queries.filters import Box, Days, Filters
from dateline.store.queries.words import terms

_LONGEST: Final = 200  # characters of a name
_MANY: Final = 50  # values of one filter, or words to look for
_BIGGEST: Final = 2**63  # beyond it no database keeps a number
_DAY: Final = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
_INSTANT: Final = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]{1,6})?)?(Z|[+-][0-9]{2}:[0-9]{2})?)?$"
_DEGREES: Final = r"^-?[0-9]{1,3}(\.[0-9]{1,12})?(,-?[0-9]{1,3}(\.[0-9]{1,12})?){3}$"
_TOLD: Final = r"^[^\x00]+$"  # PostgreSQL keeps no NUL

Name = Annotated[str, Field(min_length=1, max_length=_LONGEST, pattern=_TOLD)]
Day = Annotated[str, Field(pattern=_DAY, examples=["2024-05-01"])]
Names = Annotated[list[Name], Field(default_factory=list, max_length=_MANY)]
Cursor = Annotated[str | None, Field(max_length=400, pattern=r"^[0-9A-Za-z_-]+$", description="The `following` of the page before.")]


def the_day(text: str) -> dt.date:
    """The day. UsageError where the calendar has none such."""
    try:
        return dt.date.fromisoformat(text)
    except ValueError as error:
        raise UsageError(f"need a day of the calendar, got {text!r}") from error


def the_moment(text: str | None) -> dt.date | None:
    """A day, or an instant where a time of day is given; UTC where no zone is."""
    if text is None or len(text) == len("2024-05-01"):
        return the_day(text) if text else None
    try:
        return dt.datetime.fromisoformat(text)
    except ValueError as error:
        raise UsageError(f"need an instant of the calendar, got {text!r}") from error


class Then(BaseModel):
    """As known on a day."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    known_on: Annotated[
        str | None, Field(pattern=_INSTANT, description="As known on that day's end or at that instant, UTC.", examples=["2024-05-01"])
    ] = None

    def moment(self) -> dt.date | None:
        """The day or the instant; None: now."""
        return the_moment(self.known_on)


class Asked(Then):
    """The filters that every question takes."""

    type: Names = Field(description="Type of event.", examples=[["ASSAULT"]])
    mode: Names = Field(description="Mode of the type.")
    status: Annotated[list[Status], Field(default_factory=list, max_length=_MANY, description="Told how.")]
    quad: Annotated[list[Annotated[int, Field(ge=1, le=4)]], Field(default_factory=list, max_length=_MANY, description="Quad class.")]
    actor: Names = Field(description="Who: a country (RUS), a sector (REB), both (RUS MIL), or a name.", examples=[["RUS MIL"]])
    recipient: Names = Field(description="To whom; as `actor`.")
    party: Names = Field(description="Either of them; as `actor`.")
    country: Names = Field(description="Where it happened, ISO 3166 alpha-3.", examples=[["UKR"]])
    place: Names = Field(description="Where it happened: a name, or a GeoNames number.")
    precision: Names = Field(description="What the place's point stands for.")
    bbox: Annotated[str | None, Field(pattern=_DEGREES, description="west,south,east,north in degrees.", examples=["20,44,41,53"])] = None
    from_: Annotated[Day | None, Field(alias="from", description="Events from this day on.")] = None
    to: Annotated[Day | None, Field(description="Events up to this day.")] = None
    published_from: Annotated[Day | None, Field(description="Articles published from this day on.")] = None
    published_to: Annotated[Day | None, Field(description="Articles published up to this day.")] = None
    origin: Names = Field(description="Who is said to have said it first.")
    outlet: Names = Field(description="Who published the article.")
    article: Names = Field(description="Ids of articles.")
    confidence: Annotated[float | None, Field(ge=0, le=1, description="At least this confidence.")] = None
    q: Annotated[
        str | None,
        Field(min_length=1, max_length=500, pattern=_TOLD, description='Articles that say: words, "phrases", -words, beginnings*.'),
    ] = None

    def filters(self) -> Filters:
        """The filters that it means. UsageError where they make no sense together."""
        return Filters(
            types=tuple(self.type),
            modes=tuple(self.mode),
            statuses=tuple(self.status),
            quads=tuple(self.quad),
            actors=tuple(self.actor),
            recipients=tuple(self.recipient),
            parties=tuple(self.party),
            countries=tuple(self.country),
            places=tuple(map(_place, self.place)),
            precisions=tuple(self.precision),
            box=Box(*map(float, self.bbox.split(","))) if self.bbox else None,
            days=_days(self.from_, self.to),
            published=_days(self.published_from, self.published_to),
            origins=tuple(self.origin),
            outlets=tuple(self.outlet),
            articles=tuple(self.article),
            confidence=self.confidence,
            text=_words(self.q),
            known_on=self.moment(),
        )


def _place(name: str) -> str:
    if name.isdecimal() and int(name) >= _BIGGEST:
        raise UsageError(f"need a name or a GeoNames number, got {name}")
    return name


def _words(text: str | None) -> str | None:
    if text is not None and len(terms(text)) > _MANY:  # each is one level of a question to PostgreSQL, and these cannot be deep
        raise UsageError(f"need at most {_MANY} words to look for, got {len(terms(text))}")
    return text


def _days(first: str | None, last: str | None) -> Days | None:
    return Days(the_day(first) if first else None, the_day(last) if last else None) if first or last else None
