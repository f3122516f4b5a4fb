"""Plain text → Draft, by a small trained line model."""

from dateline.extract.plain.story import prose, story

__all__ = ["prose", "story"]
