"""A stretch of an article's text."""

from dateline.records.base import Record


class Span(Record, frozen=True, kw_only=True):
    """Half-open `[start, end)` in code points of `Article.text`; never empty."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"need 0 <= start < end, got [{self.start}, {self.end})")

    def within(self, text: str) -> str:
        """The words that the span covers in `text`; raises ValueError where it leaves the text."""
        if self.end > len(text):
            raise ValueError(f"need end <= {len(text)} (the text's length), got [{self.start}, {self.end})")
        return text[self.start : self.end]

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end
