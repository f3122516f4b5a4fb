"""What a story has told so far about time, and the answers that rules give."""

import datetime as dt
from dataclasses import dataclass, field
from typing import Final

from dateline.mentions.times.calendar import Stretch, Unit, around, moved
from dateline.records.claim import WhenBasis
from dateline.records.mention import TimeKind

_QUARTERLY: Final[tuple[Unit, ...]] = ("quarter", "half")
PUBLICATION_UNKNOWN: Final = "the day of publication is not known"
YEAR_UNKNOWN: Final = "the year is not known"
UNKNOWN: Final[dict[Unit, str]] = {
    "day": "XXXX-XX-XX",
    "weekend": "XXXX-WXX-WE",
    "week": "XXXX-WXX",
    "month": "XXXX-XX",
    "quarter": "XXXX-QX",
    "half": "XXXX-HX",
    "season": "XXXX-XX",
    "year": "XXXX",
    "decade": "XXX",
    "century": "XX",
}


@dataclass(frozen=True, slots=True)
class Answer:
    """What a rule makes of the tokens it matched. `stretch` is what later expressions may hang on, None for durations and the like."""

    kind: TimeKind
    value: str
    first: dt.date | None
    last: dt.date | None
    basis: WhenBasis
    why: str
    stretch: Stretch | None = None
    span: tuple[int, int] | None = None  # tokens, where they are not all that the rule matched


def answer(stretch: Stretch, basis: WhenBasis, why: str, *, kind: TimeKind = "DATE") -> Answer:
    """The answer for a stretch of the calendar."""
    return Answer(kind, stretch.value, stretch.first, stretch.last, basis, why, stretch)


def stated(stretch: Stretch) -> Answer:
    """The answer for a date that is told in full."""
    return answer(stretch, "stated", "stated")


def unresolved(kind: TimeKind, value: str, why: str = "") -> Answer:
    """An answer without days."""
    return Answer(kind, value, None, None, "unknown", why)


@dataclass(slots=True)
class Story:
    """The day that a story was written, and the times that it has told so far. Only what later expressions can ask for is kept."""

    today: dt.date | None
    name: str  # of `today`: publication, or dateline
    here: Stretch | None = None  # of the sentence at hand: the last day that dates a verb, else the last day
    here_event: bool = False
    headline: bool = False  # whether the sentence at hand is the title
    _sentence: int = 0
    _count: int = 0
    _close: tuple[int, Stretch] | None = None
    _of_verbs: dict[Unit, tuple[int, Stretch]] = field(default_factory=dict)
    _of_all: dict[Unit, tuple[int, Stretch]] = field(default_factory=dict)
    _ended: Stretch | None = None  # the most recent quarter or half that was over at the time of writing

    def begin_sentence(self, index: int, *, headline: bool) -> None:
        """Forgets what the sentence before told of its own day."""
        self.here, self.here_event, self.headline, self._sentence = None, False, headline, index

    def remember(self, stretch: Stretch, *, event: bool) -> None:
        """Adds a time; `event` where it dates a verb and not only a noun (`over its Nov. 29 test`)."""
        self._count += 1
        self._of_all[stretch.unit] = (self._count, stretch)
        if event:
            self._of_verbs[stretch.unit] = (self._count, stretch)
            self._close = (self._sentence, stretch)
        if stretch.unit == "day" and (event or not self.here_event):
            self.here, self.here_event = stretch, event
        over = stretch.unit in _QUARTERLY and self.today is not None and stretch.last < self.today
        if over and (self._ended is None or stretch.last > self._ended.last):
            self._ended = stretch

    def before(self, *units: Unit) -> Stretch | None:
        """The last time told in one of these sizes: the last that dates a verb, else the last of all."""
        for kept in (self._of_verbs, self._of_all):
            fits = [kept[unit] for unit in units if unit in kept]
            if fits:
                return max(fits, key=lambda fit: fit[0])[1]
        return None

    def close(self) -> Stretch | None:
        """The last time that dates a verb, where this sentence or the one before told it: what `at the time` can mean."""
        return self._close[1] if self._close and self._sentence - self._close[0] <= 1 else None

    def quarter(self) -> Stretch | None:
        """The most recent quarter (or half) told that had ended at the time of writing, else the last one told."""
        fits = [self._of_all[unit] for unit in _QUARTERLY if unit in self._of_all]
        return self._ended or (max(fits, key=lambda fit: fit[0])[1] if fits else None)

    @property
    def why(self) -> str:
        """Why a day counted from that of writing is believed."""
        return f"counted from {self.name}"

    @property
    def year_why(self) -> str:
        """Why the year of a date without one is believed."""
        return f"year worked out from {self.name}"

    def counted(self, stretch: Stretch) -> Answer:
        """The answer for a stretch counted from the day of writing."""
        return answer(stretch, "relative", self.why)

    def year_found(self, stretch: Stretch) -> Answer:
        """The answer for a stretch that was told without its year."""
        return answer(stretch, "relative", self.year_why)

    def told_again(self, stretch: Stretch) -> Answer:
        """The answer for an expression that means a time told before."""
        return answer(stretch, "relative", f"that of {stretch.value}, told before")

    def year_before(self, stretch: Stretch) -> Answer:
        """The answer for the like stretch of the year before one told."""
        return answer(around(moved(stretch.first, -1, "year"), stretch.unit), "relative", f"a year before {stretch.value}, told before")

    def unknown(self, unit: Unit) -> Answer:
        """The answer where the day of writing would be needed."""
        return unresolved("DATE", UNKNOWN[unit], PUBLICATION_UNKNOWN)
