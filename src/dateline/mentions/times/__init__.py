"""Time expressions: what an article says about when, as TIMEX3 values and days."""

from dateline.mentions.times.find import times
from dateline.mentions.times.words import clock_phrases

__all__ = ["clock_phrases", "times"]
