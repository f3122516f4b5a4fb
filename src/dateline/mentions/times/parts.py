"""Parts of the day, as TIMEX3 writes them."""

from dataclasses import replace
from typing import Final

from dateline.mentions.times.story import Answer

PARTS: Final = {
    "morning": "TMO",
    "afternoon": "TAF",
    "evening": "TEV",
    "night": "TNI",
    "tonight": "TNI",
    "overnight": "TNI",
    "nightfall": "TNI",
    "dawn": "TMO",
    "daybreak": "TMO",
    "sunrise": "TMO",
    "dusk": "TEV",
    "sunset": "TEV",
    "noon": "T12:00",
    "midday": "T12:00",
    "midnight": "T24:00",
}


def parted(given: Answer, part: str) -> Answer:
    """The same day, told to a part of it: `Friday` and `night`. The days stay: a night belongs to the day that names it."""
    return replace(given, kind="TIME", value=given.value + PARTS[part]) if part else given
