"""A labelled page in the states in which scraped text comes: whole, cut out roughly or well, cut off, in capitals, or the story alone."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from dateline.extract.plain.model import ROLES, STORY
from dateline.learn.labelled_lines import LabelledPage

_SHOUTED: Final = 0.12  # of the renderings
_HEAD_KEPT: Final = 0.8  # of the lines above the story that have a role
_CUT_OFF: Final = 0.5  # of the well trimmed
_BRIEF: Final = 6  # lines of a brief story, at most
_AFTER: Final = 9  # lines after the story, fewer than this
_BETWEEN: Final = 0.3  # of the lines inside the story that are not its own
_CUT_SHORT: Final = 0.6  # of the lines
_SENTENCE_END: Final = re.compile(r"(?<=[.!?。！？])[\"”’»)」]{0,2}(?:\s+|(?<=。))(?=\S)")
_HEAD_REACH: Final = 30  # lines above the story
_OTHER, _HEADLINE = ROLES.index("other"), ROLES.index("headline")


@dataclass(frozen=True, kw_only=True, slots=True)
class Rendering:
    """Lines and their roles; `weight` is what the whole rendering counts for in training."""

    lines: tuple[str, ...]
    roles: tuple[int, ...]
    weight: float


def whole(page: LabelledPage) -> Rendering:
    """All visible lines: what the published scores are measured on."""
    return Rendering(lines=page.lines, roles=page.roles, weight=2.5)


def renderings(page: LabelledPage, *, random: np.random.Generator) -> Iterator[Rendering]:
    """The page in ten states, the whole one first."""
    yield whole(page)
    story = [at for at, role in enumerate(page.roles) if role == STORY]
    if not story:
        return
    top = next((at for at, role in enumerate(page.roles) if role == _HEADLINE), story[0])
    for _ in range(2):
        low, high = max(top - int(random.integers(0, 8)), 0), min(story[-1] + 1 + int(random.integers(0, 25)), len(page.lines))
        yield _chosen(page, range(low, high), weight=0.5, random=random)
    for _ in range(2):
        yield _chosen(page, _trimmed(page, story, top, random), weight=0.5, random=random)
    for _ in range(2):
        brief = _trimmed(page, story[: int(random.integers(1, _BRIEF + 1))], top, random)
        yield _shortened(_chosen(page, brief, weight=0.5, random=random), random=random)
    yield _chosen(page, story[: int(random.integers(1, len(story) + 1))], weight=0.4, random=random)
    yield _chosen(page, story[int(random.integers(0, len(story))) :], weight=0.4, random=random)
    yield _chosen(page, story, weight=0.4, random=random)


def _trimmed(page: LabelledPage, story: list[int], top: int, random: np.random.Generator) -> list[int]:
    """Section, headline and byline, the story or its beginning, a few lines of what follows: what a good scraper leaves."""
    head = [at for at in range(max(top - _HEAD_REACH, 0), story[0]) if page.roles[at] != _OTHER and random.random() < _HEAD_KEPT]
    body = story[: int(random.integers(1, len(story) + 1))] if random.random() < _CUT_OFF else story
    after = len(page.lines) - story[-1] - 1
    count = min(int(random.integers(0, _AFTER)), after)
    start = story[-1] + 1 + int(random.integers(0, after - count + 1))
    between = [at for at in range(story[0], body[-1]) if page.roles[at] != STORY and random.random() < _BETWEEN]
    return [*head, *sorted({*body, *between}), *range(start, start + count)]


def _shortened(state: Rendering, *, random: np.random.Generator) -> Rendering:
    """The same with many of the story's lines cut to their first sentence: wires write shorter paragraphs than magazines."""
    lines = [
        _SENTENCE_END.split(line, maxsplit=1)[0] if role == STORY and random.random() < _CUT_SHORT else line
        for line, role in zip(state.lines, state.roles, strict=True)
    ]
    return Rendering(lines=tuple(lines), roles=state.roles, weight=state.weight)


def _chosen(page: LabelledPage, chosen: Sequence[int], *, weight: float, random: np.random.Generator) -> Rendering:
    """Those lines, now and then in capitals, as old wires sent them."""
    lines = [page.lines[at] for at in chosen]
    shouted = random.random() < _SHOUTED
    return Rendering(
        lines=tuple(line.upper() for line in lines) if shouted else tuple(lines),
        roles=tuple(page.roles[at] for at in chosen),
        weight=weight,
    )
