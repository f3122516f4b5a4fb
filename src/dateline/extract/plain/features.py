"""What the line model sees: numbers about each line, its place in the text, and its neighbours. No words of any page are among them."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import chain
from math import log1p
from operator import eq
from typing import Final

import numpy as np
import numpy.typing as npt

from dateline.extract.plain.phrases import KIND_OF, KINDS, PARTS_OF

Matrix = npt.NDArray[np.float32]  # (lines, features)

_SEEN: Final = 160  # characters of a line that are looked at word by word: beyond, a line only gets longer
_FULL: Final = 400  # characters: longer lines are no surer to be story
_SPOKEN: Final = 16  # words in which a page speaks of itself
_LONG: Final = 90  # characters, wide ones counted double: shorter lines are seldom whole sentences
_BRIEF: Final = 150  # characters: longer lines are prose, and days and hours in them are the story's own
_STEPS: Final = (30, 60, 200)  # characters
_OFTEN: Final = 0.2  # as often as the most common word: so often come words of grammar and little else
_TOPICAL: Final = 4  # letters of a word that may tell what a story is about
_WIDE_WEIGHT: Final = 1.5  # what an ideograph, syllable block or kana stands for beyond one Latin letter
_SHORT: Final = 0.6  # hundred characters: shorter lines speak against a stretch of story
_FAR: Final = 12.0  # lines: farther away is far away
_REACH: Final = 3  # neighbours on each side whose features are seen

_WORD: Final = re.compile(r"\w+")
_WIDE: Final = re.compile("[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef]")
_UNSPACED: Final = re.compile("[\u0590-\u06ff\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7af]")
_CLOSED: Final = re.compile(r"[.!?…。！？।؟][\"'”’»“）)」』\]]{0,3}$")
_YEAR: Final = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_CLOCK: Final = re.compile(r"(?<!\d)[012]?\d[:.h][0-5]\d(?!\d)")
_ODD: Final = re.compile(r"[|•·›»«→▶►©®@#/\\<>{}=_+~*^]")
_BULLET: Final = re.compile(r"[-–—•·*▪■►▶#]\s?|\d{1,2}[.)]\s")
_OPENS_QUOTE: Final = frozenset("\"'“”„«‘「『")

_CLOSES: Final = 5  # the column that says whether a line ends as sentences do
_OPENERS: Final = frozenset(phrase.split(" ")[0] for phrase in KIND_OF)
_BYLINE: Final = KINDS.index("byline")
OWN: Final = 35  # columns of a line's own features, the first of all
_NEAR: Final = 31  # the first columns of a line's own features, how it looks: those that its neighbours are shown with


def features(lines: list[str]) -> Matrix:
    """Features of non-empty `lines`, (lines, WIDTH). Time is linear in the characters."""
    words = [_WORD.findall(line[:_SEEN]) for line in lines]
    lowered = [" ".join(found).lower().split(" ") for found in words]
    sizes = [size(line) for line in lines]
    topics, common = _topics(lowered, sizes)
    seen = Counter(lines)
    own = np.array(
        [
            (*_look(line, length, found, low), *_fit(low, topics, common), seen[line] > 1)
            for line, length, found, low in zip(lines, sizes, words, lowered, strict=True)
        ],
        dtype=np.float32,
    )
    return _beside(own, _places(own, np.array(sizes, dtype=np.float32)))


def size(line: str) -> float:
    """How much a line holds, in Latin letters: an ideograph, syllable block or kana stands for more."""
    return float(len(line)) if line.isascii() else len(line) + _WIDE_WEIGHT * len(_WIDE.findall(line))


def closed(line: str) -> bool:
    """Whether a line ends as sentences do, with quotes or brackets after the stop or without."""
    return not line[-1:].isalnum() and _CLOSED.search(line[-6:]) is not None


def sentences(line: str) -> int:
    """How many sentences seem to end in a line: abbreviations count too."""
    return _ended_inside(line) + closed(line)


def _ended_inside(line: str) -> int:
    return line.count(". ") + line.count("? ") + line.count("! ") + (0 if line.isascii() else line.count("。"))


def _look(line: str, length: float, words: list[str], lowered: list[str]) -> tuple[float, ...]:
    """How a line looks by itself: length, punctuation, letters and digits, and the phrases that it holds."""
    count = len(words) or 1
    first, last = line[0], line[-1]
    numbers = sum(map(str.isdigit, words))
    brief = length < _BRIEF
    ends = closed(line)
    return (
        log1p(length) / 3,
        length >= _STEPS[0],
        length >= _STEPS[1],
        length >= _LONG,
        length >= _STEPS[2],
        ends,
        last == ":",
        last in ",;-–—",
        min(_ended_inside(line) + ends, 6) / 3,
        min(line.count(","), 8) / 4 if line.isascii() else min(sum(map(line.count, ",，、،")), 8) / 4,
        sum(map(eq, words, lowered)) / count,
        sum(map(str.isupper, words)) / count,
        numbers / count,
        len("".join(words)) / count / 8,
        min(length / count, 20) / 10,
        first.islower(),
        first in _OPENS_QUOTE,
        not first.isalpha() and _BULLET.match(line) is not None,
        min(len(_ODD.findall(line, 0, _SEEN)), 5) / 5,
        "@" in line or "://" in line or "www." in line or ".com" in line,
        (numbers > 0 and _YEAR.search(line) is not None) if brief else 0.5,
        (numbers > 0 and _CLOCK.search(line) is not None) if brief else 0.5,
        *_spoken(line, lowered[:_SPOKEN]),
    )


def _spoken(line: str, begin: list[str]) -> list[float]:
    """The share of the line's first words that are phrases of each kind, and whether it opens as a byline does."""
    hits = [0] * len(KINDS)
    for at, word in enumerate(begin) if not _OPENERS.isdisjoint(begin) else ():
        if word in _OPENERS:
            if word in KIND_OF:
                hits[KIND_OF[word]] += 1
            if (pair := " ".join(begin[at : at + 2])) in KIND_OF and pair != word:
                hits[KIND_OF[pair]] += 2
    if not line.isascii() and _UNSPACED.search(line, 0, _SEEN):
        for part, kind in PARTS_OF:
            if part in line[:_SEEN]:
                hits[kind] += 2
    count = len(begin) + 1
    return [*[hit / count for hit in hits], KIND_OF.get(begin[0]) == _BYLINE]


def _topics(lowered: list[list[str]], sizes: list[float]) -> tuple[frozenset[str], frozenset[str]]:
    """Words of the long lines that may tell what the text is about, and its most common words, which are those of its grammar."""
    long = (low for low, length in zip(lowered, sizes, strict=True) if length >= _LONG)
    counted = Counter(list(chain.from_iterable(long)))
    often = max(2.0, _OFTEN * max(counted.values(), default=0))
    common = frozenset([word for word, count in counted.items() if count >= often])
    return frozenset([word for word in counted if len(word) >= _TOPICAL]) - common, common


def _fit(lowered: list[str], topics: frozenset[str], common: frozenset[str]) -> tuple[float, ...]:
    """How a line goes with the rest: words shared with the long lines, and words of grammar."""
    shared, count = len(topics.intersection(lowered)), len(lowered)
    return shared / count, min(shared, 6) / 3, sum(map(common.__contains__, lowered)) / count


def _beside(own: Matrix, places: Matrix) -> Matrix:
    """Each line's features, and beside them how the lines around it look: zeros with a mark where there are none."""
    count, alone = own.shape
    shown = _NEAR + 1
    whole = np.zeros((count, alone + places.shape[1] + 2 * _REACH * shown), dtype=np.float32)
    whole[:, :alone] = own
    whole[:, alone : alone + places.shape[1]] = places
    at = alone + places.shape[1]
    for step in range(1, _REACH + 1):
        whole[step:, at] = 1
        whole[step:, at + 1 : at + shown] = own[:-step, :_NEAR]
        whole[:-step, at + shown] = 1
        whole[:-step, at + shown + 1 : at + 2 * shown] = own[step:, :_NEAR]
        at += 2 * shown
    return whole


def _places(own: Matrix, sizes: Matrix) -> Matrix:
    """Where a line stands: in the text, in the densest stretch of long lines, and among long lines near and far."""
    count = len(sizes)
    at = np.arange(count, dtype=np.float32)
    long = sizes >= _LONG
    start, end = _densest((np.minimum(sizes, _FULL) / 100 - _SHORT).astype(np.float32))
    before, after = _distances(long, at)
    running = np.cumsum(long)
    whole = np.empty((count, 18), dtype=np.float32)
    whole[:, 0] = at / count
    whole[:, 1] = np.log1p(at) / 4
    whole[:, 2] = whole[::-1, 1]
    whole[:, 3] = log1p(count) / 5
    whole[:, 4] = running[-1] / count
    whole[:, 5] = (running - long) / max(running[-1], 1)
    whole[:, 6] = np.minimum(np.maximum(at - start, -_FAR), _FAR) / _FAR
    whole[:, 7] = np.minimum(np.maximum(end - 1 - at, -_FAR), _FAR) / _FAR
    whole[:, 8] = (at >= start) & (at < end)
    whole[:, 9] = before / _FAR
    whole[:, 10] = after / _FAR
    whole[:, 11] = count == 1
    values = np.stack([own[:, 0], long, own[:, _CLOSES]], axis=1)
    whole[:, 12:15], whole[:, 15:18] = _around(values, 5, 12)
    return whole


def _densest(gain: Matrix) -> tuple[int, int]:
    """The stretch [start, end) whose gains sum up to most (maximum subsequence segmentation, Pasternack and Roth 2009)."""
    total = np.zeros(len(gain) + 1)
    np.cumsum(gain, out=total[1:])
    lowest = np.minimum.accumulate(total[:-1])
    end = int(np.argmax(total[1:] - lowest)) + 1
    return int(np.argmin(total[:end])), end


def _distances(long: npt.NDArray[np.bool_], at: Matrix) -> tuple[Matrix, Matrix]:
    """Lines to the nearest long line before and after, at most _FAR."""
    last = np.maximum.accumulate(np.where(long, at, -_FAR))
    following = np.minimum.accumulate(np.where(long, at, len(at) + _FAR)[::-1])[::-1]
    return np.minimum(at - last, _FAR), np.minimum(following - at, _FAR)


def _around(values: Matrix, *reaches: int) -> Iterator[Matrix]:
    """The means of the columns within so many lines, for each of `reaches`."""
    count = len(values)
    total = np.zeros((count + 1, values.shape[1]))
    np.cumsum(values, axis=0, out=total[1:])
    at = np.arange(count)
    for reach in reaches:
        low, high = np.maximum(at - reach, 0), np.minimum(at + reach + 1, count)
        yield np.asarray((total[high] - total[low]) / (high - low)[:, None], dtype=np.float32)
