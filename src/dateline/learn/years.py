"""How well missing years are worked out: stories of known day are read with the year hidden.

`python -m dateline.learn.years GOLD_FOLDER WIRE_FOLDER`
"""

import datetime as dt
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final, NamedTuple

import msgspec

from dateline.extract.dateline import Opening, opening
from dateline.extract.published import published
from dateline.learn.datelines import stories

_TODAY: Final = dt.date(2026, 1, 1)  # fixed, so that scores do not change with the day on which they are taken


class Dated(NamedTuple):
    """A story, its opening without the year, and the day that the year was taken from."""

    name: str
    text: str
    opening: Opening
    day: dt.date


@dataclass(frozen=True, kw_only=True, slots=True)
class YearScores:
    """How many stories got one day, several or none, and which got a wrong day or a list without the right year."""

    corpus: str
    stories: int
    right: int
    wrong: tuple[str, ...]
    listed: int
    missed: tuple[str, ...]
    unknown: int

    def lines(self) -> list[str]:
        """One line for people, and one for each error."""
        told = f"{self.corpus}: {self.stories:,} stories, one day right {self.right}, wrong {len(self.wrong)}; "
        told += f"several years with the right one {self.listed}, without it {len(self.missed)}; unknown {self.unknown}"
        return [told, *(f"  wrong day: {name}" for name in self.wrong), *(f"  year not listed: {name}" for name in self.missed)]


def evaluate(corpus: str, dated: Iterable[Dated]) -> YearScores:
    """The scores of working out the years of `dated` from their texts alone."""
    right = listed = unknown = 0
    wrong: list[str] = []
    missed: list[str] = []
    total = 0
    for story in dated:
        total += 1
        found = published(text=story.text, body_start=0, opening=story.opening, metadata=None, given=None, fetched=None, today=_TODAY)
        if found.first is None:
            unknown += 1
        elif len(found.years) == 1:
            right += found.first == story.day
            wrong += [] if found.first == story.day else [story.name]
        elif story.day.year in found.years:
            listed += 1
        else:
            missed.append(story.name)
    return YearScores(corpus=corpus, stories=total, right=right, wrong=tuple(wrong), listed=listed, missed=tuple(missed), unknown=unknown)


def wire_stories(directory: Path) -> Iterator[Dated]:
    """MUC's stories whose dateline states a year, without it."""
    for name, text in stories(directory):
        found = opening(text, start=0, end=len(text))
        if found and found.year and found.month and found.day:
            yield Dated(name, text, replace(found, year=None), dt.date(found.year, found.month, found.day))


class _Case(msgspec.Struct):
    id: str
    text: str
    published: str | None


def cases(directory: Path) -> Iterator[Dated]:
    """The wire cases that state their day of publication; those whose dateline has it."""
    for file in sorted(directory.glob("*.json")):
        case = msgspec.json.decode(file.read_bytes(), type=_Case)
        found = opening(case.text, start=0, end=len(case.text))
        if found and found.month and case.published:
            yield Dated(case.id, case.text, found, dt.date.fromisoformat(case.published))


class _News(msgspec.Struct):
    id: str
    dct: str
    content: str


def local_news(file: Path) -> Iterator[Dated]:
    """Stories of US newspapers on shootings, as if each had a dateline of its day. Their days are as crawled: some are days off."""
    for line in file.read_bytes().splitlines():
        news = msgspec.json.decode(line, type=_News)
        day = dt.date.fromisoformat(news.dct[:10])
        yield Dated(news.id, news.content, Opening(start=0, end=0, month=day.month, day=day.day), day)


if __name__ == "__main__":
    gold, wire = Path(sys.argv[1]), Path(sys.argv[2])
    for name, dated in (
        ("wire cases", cases(wire)),
        ("MUC", wire_stories(gold / "muc4")),
        ("local news", local_news(gold / "violent_corpus" / "docs.jsonl")),
    ):
        print("\n".join(evaluate(name, dated).lines()))
