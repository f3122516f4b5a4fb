"""All rules, in order: of two matches of one length, the earlier rule is tried first."""

from typing import Final

from dateline.mentions.times.pattern import Rule
from dateline.mentions.times.rules import (
    anaphoric,
    clock,
    days,
    durations,
    feasts,
    months,
    periods,
    references,
    sets,
    units,
    weekdays,
    years,
)

RULES: Final[tuple[Rule, ...]] = (
    *days.RULES,
    *months.RULES,
    *years.RULES,
    *periods.RULES,
    *feasts.RULES,
    *weekdays.RULES,
    *units.RULES,
    *anaphoric.RULES,
    *durations.RULES,
    *sets.RULES,
    *clock.RULES,
    *references.RULES,
)
