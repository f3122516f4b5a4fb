"""How well time expressions of TimeML files are found and valued, counted as TempEval-3 counts them."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from xml.etree.ElementTree import Element

from defusedxml.ElementTree import parse

from dateline.errors import UsageError
from dateline.language import Engine, Phrases
from dateline.mentions.times import clock_phrases, times
from dateline.records import Article, Published, Span
from dateline.records.mention import TimeMention

_CONTEXT: Final = 40  # code points shown around a miss


@dataclass(frozen=True)
class GoldTime:
    """A TIMEX3 of the text: half-open code points, its value and its type."""

    start: int
    end: int
    value: str
    kind: str


@dataclass(frozen=True)
class TimeDocument:
    """One TimeML file: its text, its day of creation and the time expressions within TEXT."""

    path: Path
    key: str
    text: str
    created: dt.date | None
    times: tuple[GoldTime, ...]


@dataclass(frozen=True)
class Scores:
    """Micro F1, 0 to 1: `relaxed` counts overlaps, `strict` equal spans, `value` overlaps with the right value. `misses` are for people."""

    relaxed: float
    strict: float
    value: float
    gold: int
    misses: tuple[str, ...] = ()

    def lines(self) -> list[str]:
        """One measure a line, then one miss a line."""
        measures = [f"relaxed F1 {self.relaxed:.4f}", f"strict F1 {self.strict:.4f}", f"value F1 {self.value:.4f}"]
        return [*measures, f"times {self.gold}", *self.misses]


def documents(directory: Path) -> Iterator[TimeDocument]:
    """The TimeML files (`*.tml`) below a folder, sorted by path."""
    for path in sorted(directory.rglob("*.tml")):
        yield _document(path)


def evaluate(directory: Path, engine: Engine, *, errors: bool = False) -> Scores:
    """Scores over all files below `directory`. Times outside TEXT, among them the day of creation, are not scored: it is given."""
    strict = relaxed = valued = gold = answered = 0
    misses: list[str] = []
    for document in documents(directory):
        found = answers(document, engine)
        pairs = _pairs(document.times, found)
        gold += len(document.times)
        answered += len(found)
        relaxed += len(pairs)
        strict += sum((left.start, left.end) == (right.start, right.end) for left, right in pairs)
        valued += sum(left.value == right.value for left, right in pairs)
        if errors:
            misses += _misses(document, found, pairs)
    total = (gold + answered) or 1
    return Scores(2 * relaxed / total, 2 * strict / total, 2 * valued / total, gold, tuple(misses))


def answers(document: TimeDocument, engine: Engine) -> tuple[TimeMention, ...]:
    """The time expressions that we find, with the day of creation as the day of publication."""
    day = document.created
    article = Article(
        id=document.key,
        path=str(document.path),
        key=document.key,
        text=document.text,
        body=Span(start=0, end=len(document.text)),
        published=Published(first=day, last=day, basis="given") if day else Published(),
    )
    return times(article, engine(document.text, unbroken=Phrases(clock_phrases())))


def _document(path: Path) -> TimeDocument:
    root = parse(path).getroot()
    if root is None:
        raise UsageError(f"need a TimeML document, got no element in {path}")
    pieces: list[str] = []
    found: list[GoldTime] = []
    body = root.find("TEXT")
    if body is not None:
        _collect(body, pieces, found)
    created = root.find(".//DCT//TIMEX3")
    return TimeDocument(path, (root.findtext("DOCID") or path.stem).strip(), "".join(pieces), _day(created), tuple(found))


def _collect(element: Element, pieces: list[str], found: list[GoldTime]) -> None:
    start = sum(map(len, pieces))
    pieces.append(element.text or "")
    place = len(found)
    for child in element:
        _collect(child, pieces, found)
        pieces.append(child.tail or "")
    end = sum(map(len, pieces))
    if element.tag == "TIMEX3" and end > start:
        found.insert(place, GoldTime(start, end, element.get("value", ""), element.get("type", "")))


def _day(created: Element | None) -> dt.date | None:
    try:
        return dt.date.fromisoformat(created.get("value", "")[:10]) if created is not None else None
    except ValueError:
        return None


def _pairs(gold: Sequence[GoldTime], found: Sequence[TimeMention]) -> list[tuple[GoldTime, TimeMention]]:
    """Each expression with the first of the other side that it overlaps and that is still free, equal spans first."""
    free = list(found)
    pairs: list[tuple[GoldTime, TimeMention]] = []
    rest = []
    for time in gold:
        same = next((mention for mention in free if (mention.start, mention.end) == (time.start, time.end)), None)
        if same is None:
            rest.append(time)
        else:
            free.remove(same)
            pairs.append((time, same))
    for time in rest:
        near = next((mention for mention in free if mention.start < time.end and time.start < mention.end), None)
        if near is not None:
            free.remove(near)
            pairs.append((time, near))
    return pairs


def _misses(document: TimeDocument, found: Sequence[TimeMention], pairs: Sequence[tuple[GoldTime, TimeMention]]) -> Iterator[str]:
    """One line a miss, in order of the text: missed, found where there is nothing, or wrong in value or span."""
    paired = {id(each) for pair in pairs for each in pair}
    lines = [(time.start, _line("missed", document, time)) for time in document.times if id(time) not in paired]
    lines += [(mention.start, _line("extra", document, mention)) for mention in found if id(mention) not in paired]
    for time, mention in pairs:
        if time.value != mention.value:
            lines.append((time.start, f"{_line('value', document, time)}, got {mention.value} ({mention.why}) for {mention.when.text!r}"))
        elif (time.start, time.end) != (mention.start, mention.end):
            lines.append((time.start, f"{_line('span', document, time)}, got {mention.when.text!r}"))
    for _, line in sorted(lines):
        yield " ".join(line.split())


def _line(kind: str, document: TimeDocument, time: GoldTime | TimeMention) -> str:
    return f"{document.path.stem} {kind} {_shown(document.text, time.start, time.end)} {time.value}"


def _shown(text: str, start: int, end: int) -> str:
    return f"{text[max(0, start - _CONTEXT) : start]}[[{text[start:end]}]]{text[end : end + _CONTEXT]}"
