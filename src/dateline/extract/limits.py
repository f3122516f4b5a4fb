"""How much an extractor works on one page before it says no."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True, slots=True)
class ExtractLimits:
    """What goes over is dropped with a reason."""

    html_characters: int = 5_000_000
    text_characters: int = 2_000_000
    elements: int = 150_000
    depth: int = 400
    line_characters: int = 200_000
    seconds: float = 20.0
