"""Where outlets with a home town are published: what a local paper calls `Paris` is the Paris that it is printed in."""

import csv
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import NamedTuple


class Home(NamedTuple):
    """A town by name; `admin1` is "" where the country has but one of the name that could be meant."""

    place: str
    admin1: str
    country: str


@cache
def outlet_homes() -> Mapping[str, Home]:
    """By domain, without `www.`; entered by hand, so that a domain which is missing says nothing."""
    text = (files("dateline.knowledge") / "tables" / "outlet_homes.csv").read_text(encoding="utf-8")
    return {row["domain"]: Home(row["place"], row["admin1"], row["country"]) for row in csv.DictReader(text.splitlines())}
