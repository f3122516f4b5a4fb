"""What went in and what came out, counted."""

from collections import Counter
from dataclasses import dataclass, field

import msgspec

from dateline.records import Document, Record


class Counts(Record, frozen=True, kw_only=True):
    """A tally as it is kept in a file; `dropped` by stage and reason, parted by a space."""

    articles: int = 0
    undated: int = 0
    claims: int = 0
    dropped: dict[str, int] = msgspec.field(default_factory=dict)


@dataclass(slots=True)
class Tally:
    """Counts of a run; grows as documents pass."""

    articles: int = 0
    undated: int = 0
    claims: int = 0
    dropped: Counter[tuple[str, str]] = field(default_factory=Counter)  # by (stage, reason)

    def add(self, document: Document) -> None:
        """Count one document."""
        if document.article:
            self.articles += 1
            self.undated += document.article.published.first is None
        self.claims += len(document.claims)
        self.dropped.update((drop.stage, drop.reason) for drop in document.dropped)

    def include(self, counts: Counts) -> None:
        """Count what was counted before."""
        self.articles += counts.articles
        self.undated += counts.undated
        self.claims += counts.claims
        for key, number in counts.dropped.items():
            stage, _, reason = key.partition(" ")
            self.dropped[stage, reason] += number

    def counts(self) -> Counts:
        """What was counted so far."""
        dropped = {f"{stage} {reason}": number for (stage, reason), number in sorted(self.dropped.items())}
        return Counts(articles=self.articles, undated=self.undated, claims=self.claims, dropped=dropped)

    def __str__(self) -> str:
        said = f"{self.articles} article{'s' * (self.articles != 1)}"
        if self.undated:
            said += f" ({self.undated} without a known day)"
        if not self.dropped:
            return f"{said}, nothing dropped"
        reasons = ", ".join(f"{reason} {count}" for (_, reason), count in sorted(self.dropped.items()))
        return f"{said}, {self.dropped.total()} dropped: {reasons}"
