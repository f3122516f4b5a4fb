"""How much an extractor works on one page before it says no."""

from typing import Annotated

from msgspec import Meta

from dateline.records import Record


class ExtractLimits(Record, frozen=True, kw_only=True):
    """What goes over is dropped with a reason."""

    html_characters: Annotated[int, Meta(gt=0, description="Longest HTML page, in characters.")] = 5_000_000
    text_characters: Annotated[int, Meta(gt=0, description="Longest plain text, in characters.")] = 2_000_000
    elements: Annotated[int, Meta(gt=0, description="Most elements of one HTML page. Of 258 saved news pages the largest has 4,274.")] = (
        150_000
    )
    depth: Annotated[
        int,
        Meta(
            gt=0, description="Deepest nesting of elements. Of 258 saved news pages the deepest has 34; beyond 255 the parser drops them."
        ),
    ] = 250
    line_characters: Annotated[int, Meta(gt=0, description="Longest line of a plain text, in characters.")] = 200_000
    lines: Annotated[
        int, Meta(gt=0, description="Most lines of a plain text. Of 257 saved news pages dumped as text the longest has 1,422.")
    ] = 50_000
    seconds: Annotated[float, Meta(gt=0, description="Longest time spent on one page, in seconds.")] = 20.0
