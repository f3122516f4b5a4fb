"""What speaks for and against each block of a page being part of its story, as numbers: `rows(...)` has shape (blocks, FEATURES)."""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

import numpy as np
from numpy.typing import NDArray

from dateline.extract.html.blocks import Block
from dateline.extract.html.concepts import ROLES

Matrix = NDArray[np.float32]

_TAGS: Final = ("p", "h1", "h2", "h3", "li", "blockquote", "figcaption", "td", "div", "section", "article", "header")
_WORD: Final = re.compile(r"\w+")
_STOP: Final = re.compile(r"[.!?…。！？।؟۔][\"'”’»“)\]」』]{0,2}$")
_PAUSE: Final = re.compile(r"[,;、،，。.!?]")
_DIGIT: Final = re.compile(r"\d")
_SPREAD: Final = 3  # blocks looked at on either side


@dataclass(frozen=True, slots=True, kw_only=True)
class Witnesses:
    """What others hold the story, or parts of the page beside it, to be; "" where they are silent."""

    title: str
    description: str
    extractor: str  # the text that trafilatura keeps
    declared: str  # articleBody of the page's own linked data


_ALONE: Final = (
    *(f"tag:{tag}" for tag in _TAGS),
    *[
        "length",
        "words",
        "linked",
        "stop",
        "strong",
        "pauses",
        "digits",
        "capitals",
        "lower-first",
        "colon-last",
        "quoted-first",
        "all-linked",
        "heading",
        "article",
        "hidden",
        "timed",
    ],
    *["short", "mark-of-rights", "separators"],
    *(f"{where}:{role}" for where in ("own", "near", "far") for role in ROLES),
)
_HEARD: Final = ("extractor", "declared", "declared-against", "declared-long", "title", "description")
_PLACED: Final = (
    *[
        "container",
        "outer-container",
        "core",
        "place",
        "told-before",
        "before-headline",
        "from-headline",
        "below-headline",
        "repeated",
        "without-prose",
    ],
)
_KEY: Final = (*_HEARD[:3], *_PLACED[:3], *_ALONE[: len(_TAGS) + 6])


def names() -> tuple[str, ...]:
    """The columns of `rows`, in order."""
    return (*_ALONE, *_HEARD, *_PLACED, *(f"{where}:{name}" for where in ("before", "after", "around") for name in _KEY))


def rows(found: Sequence[Block], witnesses: Witnesses) -> Matrix:
    """One row a block: the block itself, what the witnesses say of it, its place among the others, and its neighbours' main features."""
    alone = np.hstack([np.array([_alone(block) for block in found], dtype=np.float32), _roles(found)])
    heard = _heard(found, witnesses)
    placed = _placed(found, heard)
    key = np.hstack([heard[:, :3], placed[:, :3], alone[:, : len(_TAGS) + 6]])
    return np.hstack([alone, heard, placed, *_neighbours(key)]).astype(np.float32)


def _alone(block: Block) -> list[float]:
    text = block.text
    length = len(text)
    words = len(text.split())
    capitals = sum(map(str.isupper, text[:200]))
    return [
        *(float(block.tag == tag) for tag in _TAGS),
        math.log1p(length),
        math.log1p(words),
        block.linked / length,
        float(_STOP.search(text) is not None),
        block.strong / length,
        len(_PAUSE.findall(text)) / (words + 1),
        len(_DIGIT.findall(text)) / length,
        capitals / min(length, 200),
        float(text[0].islower()),
        float(text.endswith(":")),
        float(text[0] in "\"“„«‘'「–-"),
        float(block.linked >= length),
        float(block.tag[0] == "h" and block.tag[1:].isdigit()),
        float(block.article),
        float(block.hidden),
        float(block.timed),
        float(length < 25),  # noqa: PLR2004 - a credit, a label, a name
        float("©" in text or "@" in text),
        float("|" in text or "•" in text or "/" in text),
    ]


def _roles(found: Sequence[Block]) -> Matrix:
    """The bits of the roles of each block, its surroundings and what lies further out; shape (blocks, 3 * ROLES)."""
    masks = np.array([(block.own, block.near, block.far) for block in found], dtype=np.int64)
    bits = masks[:, :, None] >> np.arange(len(ROLES)) & 1
    result: Matrix = bits.reshape(len(found), -1).astype(np.float32)
    return result


def _heard(found: Sequence[Block], witnesses: Witnesses) -> Matrix:
    """What the witnesses say: the share of each block's word pairs that theirs hold too, and the like."""
    words = [_words(block.text) for block in found]
    extractor, declared = _pairs(witnesses.extractor), _pairs(witnesses.declared)
    title, description = _pairs(witnesses.title), _pairs(witnesses.description)
    long = float(len(witnesses.declared) > 600)  # noqa: PLR2004 - characters: a whole story, not its first lines
    return np.array(
        [
            [
                _share(own, extractor),
                (agreed := _share(own, declared)),
                float(bool(declared) and agreed < 0.3),  # noqa: PLR2004 - the page's own word is against it
                long,
                _share(own, title),
                _share(own, description),
            ]
            for own in words
        ],
        dtype=np.float32,
    )


def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower())


def _pairs(text: str) -> frozenset[tuple[str, str]]:
    """Neighbouring words, and each word alone as a pair with "": a block of one word has no other."""
    words = _words(text)
    return frozenset(pairwise(words)) | frozenset((word, "") for word in words)


def _share(own: Sequence[str], theirs: frozenset[tuple[str, str]]) -> float:
    if not theirs or not own:
        return 0.0
    pairs = list(pairwise(own)) or [(own[0], "")]
    return sum(pair in theirs for pair in pairs) / len(pairs)


def _placed(found: Sequence[Block], heard: Matrix) -> Matrix:
    """Where each block stands: its container's share of the page's prose, its distance from the headline and from the story's core."""
    prose = [_prose(block) for block in found]
    kept = [float(share > 0.8) * len(block.text) for share, block in zip(heard[:, 0], found, strict=True)]  # noqa: PLR2004
    inner, outer, core = Counter[int](), Counter[int](), defaultdict[int, float](float)
    for block, amount, held in zip(found, prose, kept, strict=True):
        inner[block.container] += amount
        outer[block.outer] += amount
        core[block.container] += held
    most, widest, all_kept = max(inner.values()) or 1, max(outer.values()) or 1, sum(kept) or 1.0
    headline = _headline(found, heard)
    seen = Counter[str]()
    out = []
    before = 0.0
    for place, block in enumerate(found):
        since = place - headline
        out.append(
            [
                inner[block.container] / most,
                outer[block.outer] / widest,
                core[block.container] / all_kept,
                place / len(found),
                before / all_kept,
                float(since < 0),
                math.log1p(abs(since)),
                float(since > 0 and since < 6),  # noqa: PLR2004 - standfirst, byline and day stand here
                float(seen[block.text] > 0),
                float(inner[block.container] == 0),
            ]
        )
        before += kept[place]
        seen[block.text] += 1
    return np.array(out, dtype=np.float32)


def _prose(block: Block) -> int:
    """Characters of running text: long blocks with few links."""
    length = len(block.text)
    return length if length > 80 and block.linked < length / 2 else 0  # noqa: PLR2004


def _headline(found: Sequence[Block], heard: Matrix) -> int:
    """Number of the block that is the headline: the first h1 that says the title, else the first h1, else the first block that says it."""
    first = -1
    for place, block in enumerate(found):
        if heard[place, 4] > 0.6 and len(block.text) > 10:  # noqa: PLR2004
            if block.tag == "h1":
                return place
            if first < 0:
                first = place
    return next((place for place, block in enumerate(found) if block.tag == "h1"), max(first, 0))


def _neighbours(key: Matrix) -> list[Matrix]:
    """`key` of the blocks before and after, and its mean over a window; beyond the page's ends it is 0."""
    count, width = key.shape
    padded = np.vstack([np.zeros((_SPREAD, width), np.float32), key, np.zeros((_SPREAD, width), np.float32)])
    at = [padded[_SPREAD + step : _SPREAD + step + count] for step in range(-_SPREAD, _SPREAD + 1)]
    mean = np.mean(at, axis=0)
    return [at[_SPREAD - 1], at[_SPREAD + 1], mean]
