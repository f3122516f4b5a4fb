"""What went in and what came out, counted."""

from collections import Counter
from dataclasses import dataclass, field

from dateline.records import Document


@dataclass(slots=True)
class Tally:
    """Counts of a run; grows as documents pass."""

    articles: int = 0
    undated: int = 0
    dropped: Counter[tuple[str, str]] = field(default_factory=Counter)  # by (stage, reason)

    def add(self, document: Document) -> None:
        """Count one document."""
        if document.article:
            self.articles += 1
            self.undated += document.article.published.first is None
        self.dropped.update((drop.stage, drop.reason) for drop in document.dropped)

    def __str__(self) -> str:
        said = f"{self.articles} article{'s' * (self.articles != 1)}"
        if self.undated:
            said += f" ({self.undated} without a known day)"
        if not self.dropped:
            return f"{said}, nothing dropped"
        reasons = ", ".join(f"{reason} {count}" for (_, reason), count in sorted(self.dropped.items()))
        return f"{said}, {self.dropped.total()} dropped: {reasons}"
