"""How well HTML pages become drafts: body, title, day and authors against saved pages with known truth."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean

from dateline.errors import BadInput
from dateline.extract.draft import Draft
from dateline.extract.html import story
from dateline.extract.html.keep import Weights
from dateline.extract.limits import ExtractLimits
from dateline.extract.normalise import one_line
from dateline.learn.fixtures import Fixture, fixtures
from dateline.learn.shingles import f1


@dataclass(frozen=True, slots=True, kw_only=True)
class PageScore:
    """One page: `body` is the F1 of its word shingles; the others are right or wrong. `notes` say what was wanted and what was found."""

    name: str
    half: str
    body: float
    title: bool
    day: bool
    authors: bool
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtractionScores:
    """Means over pages; `pages` keeps each. `errors` asks `lines` for the pages that are not wholly right."""

    pages: tuple[PageScore, ...]
    errors: bool = False

    @property
    def body(self) -> float:
        """Mean F1 of the pages' bodies."""
        return _mean(page.body for page in self.pages)

    @property
    def title(self) -> float:
        """Share of titles that are exactly right."""
        return _mean(page.title for page in self.pages)

    @property
    def day(self) -> float:
        """Share of days that are right."""
        return _mean(page.day for page in self.pages)

    @property
    def authors(self) -> float:
        """Share of pages whose set of authors is exactly right."""
        return _mean(page.authors for page in self.pages)

    def of_half(self, half: str) -> "ExtractionScores":
        """The scores of one half of the publishers."""
        return ExtractionScores(pages=tuple(page for page in self.pages if page.half == half))

    def lines(self) -> tuple[str, ...]:
        """For people: the scores, each half's, and with `errors` the pages that are not wholly right, worst first."""
        told = [
            f"body F1 {self.body:.3f}",
            f"title exact {self.title:.3f}",
            f"date {self.day:.3f}",
            f"author set {self.authors:.3f}",
            f"pages {len(self.pages)}",
        ]
        for half in ("dev", "held-out"):
            part = self.of_half(half)
            if part.pages:
                told.append(
                    f"{half} ({len(part.pages)} pages): body F1 {part.body:.3f}, title {part.title:.3f}, date {part.day:.3f}, "
                    f"author set {part.authors:.3f}"
                )
        if self.errors:
            worst = sorted((page for page in self.pages if page.notes), key=lambda page: page.body)
            told += [line for page in worst for line in (f"{page.body:.3f} {page.name}", *(f"      {note}" for note in page.notes))]
        return tuple(told)


LOW: float = 0.9  # body F1 below which a page counts as an error worth a look


def evaluate(directory: Path, *, errors: bool) -> ExtractionScores:
    """Scores of every page below `directory`; see `fixtures` for its layout."""
    return scored(fixtures(directory), lambda page: drafted(page, limits=ExtractLimits()), errors=errors)


def scored(pages: Iterable[Fixture], draft: Callable[[Fixture], Draft], *, errors: bool) -> ExtractionScores:
    """Scores of what `draft` makes of `pages`."""
    return ExtractionScores(pages=tuple(_score(page, draft(page)) for page in pages), errors=errors)


def drafted(page: Fixture, *, limits: ExtractLimits, weights: Weights | None = None) -> Draft:
    """The draft of a page; an empty one where the page is refused."""
    try:
        return story(page.html, url=page.url, limits=limits, weights=weights)
    except BadInput:
        return Draft(paragraphs=())


def _score(page: Fixture, draft: Draft) -> PageScore:
    body = f1("\n".join(draft.paragraphs), "\n".join(page.body))
    title = one_line(draft.title or "") == one_line(page.title or "")
    day = draft.published == page.day
    authors = set(map(one_line, draft.byline)) == set(map(one_line, page.authors))
    notes = (
        *(() if body >= LOW else ("body",)),
        *(() if title else (f"title: want {page.title!r}, got {draft.title!r}",)),
        *(() if day else (f"day: want {page.day}, got {draft.published}",)),
        *(() if authors else (f"authors: want {list(page.authors)}, got {list(draft.byline)}",)),
    )
    return PageScore(name=page.name, half=page.half, body=body, title=title, day=day, authors=authors, notes=notes)


def _mean(values: Iterable[float]) -> float:
    listed: Sequence[float] = list(values)
    return fmean(listed) if listed else 0.0
