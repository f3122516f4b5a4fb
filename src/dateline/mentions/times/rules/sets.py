"""Rules for how often: every Friday, weekly, per day."""

from typing import Final

from dateline.mentions.times.lengths import length
from dateline.mentions.times.parts import PARTS
from dateline.mentions.times.pattern import Hit, Rule, rule
from dateline.mentions.times.rules.durations import count_of
from dateline.mentions.times.story import Answer, Story, unresolved
from dateline.mentions.times.words import SEASON_CODES, month_of, weekday_number

_ADVERBS: Final = {
    "daily": "P1D",
    "hourly": "PT1H",
    "nightly": "P1D",
    "weekly": "P1W",
    "biweekly": "P2W",
    "fortnightly": "P2W",
    "monthly": "P1M",
    "quarterly": "P1Q",
    "yearly": "P1Y",
    "annually": "P1Y",
}


def _every(hit: Hit, _story: Story) -> Answer | None:
    """`every day`, `every two years`, `each summer`, `per week`."""
    word = hit.word("unit")
    if word in SEASON_CODES:
        return unresolved("SET", f"XXXX-{SEASON_CODES[word]}")
    if word in PARTS:
        return unresolved("SET", f"XXXX-XX-XX{PARTS[word]}")
    count = count_of(hit.words("count")) if hit.has("count") else ("2" if hit.has("other") else "1")
    value = length(word, count)
    return unresolved("SET", value) if value else None


def _weekdays(hit: Hit, _story: Story) -> Answer:
    """`every Friday`, `on Fridays`."""
    return unresolved("SET", f"XXXX-WXX-{weekday_number(hit.word('weekday').rstrip('s')) + 1}")


def _months(hit: Hit, _story: Story) -> Answer:
    return unresolved("SET", f"XXXX-{month_of(hit.word('month')):02}")


def _adverb(hit: Hit, _story: Story) -> Answer | None:
    """`daily`, `annually`; the name of a newspaper is none, nor is the dividend that is `quarterly`."""
    token = hit.at("adverb")
    upos = hit.line.word(token).upos
    named = hit.line.forms[token][0].isupper() and token > 0
    if named or upos == "NOUN" or (hit.word("adverb") == "quarterly" and upos != "ADV"):
        return None
    return unresolved("SET", _ADVERBS[hit.word("adverb")])


RULES: Final[tuple[Rule, ...]] = (
    rule("every", "EACH (?P<other>OTHERWORD)? (?P<count>NUMBER|FEW)? (?P<unit>UNIT|UNITS|TINY|TINIES|QUARTER|WEEKEND|SEASON|PART)", _every),
    rule("per", "PER (?P<unit>UNIT|TINY)", _every),
    rule("every weekday", "EACH OTHERWORD? (?P<weekday>WEEKDAY)", _weekdays),
    rule("weekdays", "(?P<weekday>WEEKDAYS)", _weekdays),
    rule("every month", "EACH (?P<month>MONTH)", _months),
    rule("adverb", "(?P<adverb>DAILY)", _adverb),
)
