"""The page of the reference on what claims can be written as."""

from typing import Final

from dateline.views.columns import COLUMNS

_PLOVER: Final = (
    ("`id`", "the claim's id"),
    ("`has_event`", "true: pages without a claim have no line"),
    (
        "`date`, `enddate`",
        "the first and the last day; `date` is null where the article tells no day, `enddate` is left out where it is one day",
    ),
    (
        "`actor`, `recipient`",
        "lists of `code` (country), `sector`, `actor_text`, `identifer_id` (Wikidata), `identifer_text` (name), `office`",
    ),
    ("`event`", "a list of one type"),
    ("`event_loc`", "`geonameid`, `name`, `latitude`, `longitude`, `cc3`; null where no place is told"),
    ("`event_text`", "the trigger"),
    ("`quad_code`, `event_scale`", "quad class and score"),
    ("`mode`, `context`", "lists"),
    ("`text_info`", "`start` and `end` of the sentence in the article's text, in code points"),
    ("`cite_info`", "`citation` (the article's id), `url`, `title`, `language`, `publication`, `coder`"),
    ("`coder`", "program and version"),
    ("`comment`", "the claim's `why`"),
)
_HEAD: Final = """
What `dateline code --format` writes. `jsonl` is [the record](record.md): one line a page, and all that is known. The others have one line
a claim, and none for a page without a claim: what was dropped is told on standard error, by reason.

## csv

UTF-8, commas, one header line, `\\n` at the ends of lines and nowhere else. Numbers are bare. `dateline.rows(records)` gives the same
columns in Python. A cell that holds several values parts them by `|`; the places of `actors`, `actor_countries`, `actor_sectors`,
`actor_offices` and `actor_basis` match. Text that a spreadsheet would take for a formula (it begins with `=`, `+`, `-` or `@`) has an
apostrophe in front.

In R: `read.csv("claims.csv", na.strings = "", encoding = "UTF-8")`. In Excel: *Data → From Text/CSV*, file origin UTF-8; a double click
may garble names. In pandas: `pandas.read_csv("claims.csv", keep_default_na=False, na_values=[""])`, as `NA` is a name in news.
"""
_PLOVER_HEAD: Final = """
## plover

The event JSON of the [PLOVER](https://github.com/openeventdata/PLOVER) manual, chapter *JSON Data Fields*, one event a line.

| field | what it holds |
|---|---|
"""
_TAIL: Final = """
Beside them stands what PLOVER leaves to the provider: `status`, `sources` (the chain, nearest first, each with `name`, `kind` and
`country`), `size` (counts of people, each with `low` and `high`), `date_basis`, `published` (first and last day), `confidence`.

Not carried: `time`, `endtime` (days are the finest), `link` (claims are not joined into events yet), an actor's `actor_loc`, `religion`,
`ethnicity`, `gender` and `age`, a place's codes of features and divisions; `coded_date` and `coded_time`, as the same input gives the same
bytes; `text`, which the manual keeps for those who own it. Of our own record, the basis of actors and places, and the spans of parties
and sources.

**A line says what a source claims, not what took place.** Keep `status` equal to `happened` before you count.
"""


def format_page(made: str) -> str:
    """The Markdown; `made` says that it is not to be edited."""
    columns = "\n".join(f"| `{name}` | {told.replace('|', chr(92) + '|')} |" for name, told in COLUMNS.items())
    fields = "\n".join(f"| {name} | {told} |" for name, told in _PLOVER)
    return (
        f"# Claims as tables and events\n\n{made}{_HEAD}\n| column | what it holds |\n|---|---|\n{columns}\n{_PLOVER_HEAD}{fields}\n{_TAIL}"
    )
