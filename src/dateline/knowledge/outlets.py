"""Outlets, agencies and channels: who publishes, from which country, and how it is tied to a state."""

import csv
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final, Literal, cast
from urllib.parse import urlsplit

from dateline.knowledge.names import folded

OutletKind = Literal["agency", "paper", "broadcaster", "site", "magazine", "channel"]
StateTie = Literal["yes", "no", "unknown"]

_TABLES: Final = ("tables/outlets.csv", "tables/outlets_distilled.csv")  # entered by hand; distilled: the first comes first
_ACRONYM: Final = 5  # letters: names of so many or fewer in capitals are words, too, when written in small letters
_INITIALS: Final = 2  # letters: AP is never written Ap
_ARTICLE: Final = re.compile(r"^the ", re.IGNORECASE)
_SORT: Final = re.compile(r" (?:(?:news )?agency|newspaper|daily|magazine|website|broadcaster|(?:telegram )?channel)$", re.IGNORECASE)
# Names that are words: found only where they are written as the table has them.
_WORDS: Final = frozenset(
    """
    act agora air akhbar amu app astra atar babel band baza beta bereg business capital caravan channel confidencial correo current dawn day
    deschide dispatch economist eleven ethiopia expert focus formula forum fortune fox frontier frontline geo globe globes guardian
    holod independent index inquirer insider irrawaddy jang kan kurier map nan spa leadership lenta liberty life limes mada maple march mash
    meydan mint mirror mutations nation national nine observer open orda origo outlook panorama paper petra phoenix pink prime prospect
    puck punch pulse punto record recorder reform report republic republica republika rada res respekt salon sama scroll sega semana
    shot site slate slon spectator standard star stern strana stuff sun tap telex tempo time times trend trust turan unity universal
    vesti vice vox vlast walla welt wired yorker zaman zerkalo
    """.split()
)
_SHARED: Final = frozenset(
    "facebook.com twitter.com x.com youtube.com instagram.com vk.com ok.ru tiktok.com wordpress.com blogspot.com google.com t.me".split()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlet:
    """Who publishes. `country` is that of the public it was made for, also where it works from exile.

    `state` says whether a state decides what is published, `control` how it is tied to one or to a party of a conflict; both as of the
    day of `source`. `domains` are hosts without `www.`, or `t.me/NAME` for a channel.
    """

    name: str
    aliases: tuple[str, ...] = ()
    kind: OutletKind
    country: str
    state: StateTie
    control: str = ""
    domains: tuple[str, ...] = ()
    wikidata: str = ""
    source: str = ""


class Outlets:
    """Outlets by name and by address. Where two have one name, the first of the table is found, unless the country tells."""

    def __init__(self, rows: Iterable[Outlet]) -> None:
        self._rows = tuple(rows)
        self._names: dict[str, list[tuple[str, bool, Outlet]]] = {}
        self._hosts: dict[str, Outlet] = {}
        for row in self._rows:
            for name in (row.name, *row.aliases):
                self._enter(name, row)
            for domain in row.domains:
                self._hosts.setdefault(domain, row)

    def __len__(self) -> int:
        return len(self._rows)

    def __iter__(self) -> Iterator[Outlet]:
        return iter(self._rows)

    def named(self, name: str, *, country: str | None = None) -> Outlet | None:
        """The outlet of that name, without regard to case and accents; of `country` rather than another.

        Acronyms and names that are words besides (AP, Trend, The Times) are found only as they are written, and with their article. What
        sort of outlet it is may follow the name: `Interfax news agency`.
        """
        found = self._names.get(_key(name), ())
        fitting = [(alone, row) for written, alone, row in found if _written_alike(written, name)]
        for alone, row in sorted(fitting, key=lambda fit: fit[1].country != country):
            if alone or row.country == country:
                return row
        bare = _SORT.sub("", name)
        return self.named(bare, country=country) if bare and bare != name else None

    def at(self, address: str) -> Outlet | None:
        """The outlet that publishes at a URL or host: of the longest part of the host that is known, `edition.cnn.com` at `cnn.com`."""
        try:
            parts = urlsplit(address if "//" in address else f"//{address}")
            host = (parts.hostname or "").removeprefix("www.").rstrip(".")
        except ValueError:
            return None
        if host in ("t.me", "telegram.me"):
            channel = parts.path.removeprefix("/s/").strip("/").partition("/")[0]
            return self._hosts.get(f"t.me/{channel.lower()}")
        while host:
            if (found := self._hosts.get(host)) and host not in _SHARED:
                return found
            host = host.partition(".")[2]
        return None

    def _enter(self, name: str, row: Outlet) -> None:
        """Files `row` under `name`; under `The Nation` for `The Nation (Kenya)`, too, but not to be found without its country."""
        bare = name.partition(" (")[0]
        for written in dict.fromkeys((name, bare)):
            alone = written == name
            self._names.setdefault(_key(written), []).append((written, alone, row))


def outlets(own: Iterable[Mapping[str, str]] = ()) -> Outlets:
    """The outlets of the tables that the package brings, a user's `own` rows in front."""
    return Outlets([*(_outlet(row) for row in own), *_shipped()]) if own else _shipped()


@cache
def _shipped() -> Outlets:
    return Outlets(row for table in _TABLES for row in _rows(table))


def _rows(table: str) -> Iterator[Outlet]:
    text = files("dateline.knowledge").joinpath(table).read_text(encoding="utf-8")
    for cells in csv.DictReader(text.splitlines()):
        yield _outlet(cells)


def _outlet(cells: Mapping[str, str]) -> Outlet:
    return Outlet(
        name=cells["name"],
        aliases=tuple(filter(None, cells["aliases"].split("|"))),
        kind=cast("OutletKind", cells["kind"]),
        country=cells["country"],
        state=cast("StateTie", cells["state"]),
        control=cells["control"],
        domains=tuple(filter(None, cells["domain"].split("|"))),
        wikidata=cells["wikidata"],
        source=cells["source"],
    )


def _key(name: str) -> str:
    return _ARTICLE.sub("", " ".join(folded(name).replace("-", " ").split())) if " " in name else folded(name).replace("-", " ")


def _written_alike(known: str, name: str) -> bool:
    """Whether `name`, of one key with `known`, is it: words must agree in case and article, acronyms may be written Tass."""
    bare, other = _ARTICLE.sub("", known), _ARTICLE.sub("", name.strip())
    if folded(bare).removeprefix("new ") in _WORDS:  # a New Yorker is no magazine
        return bare == other and (known == bare) == (name.strip() == other)
    if bare.isupper() and len(bare) <= _ACRONYM:
        return other == bare or (len(bare) > _INITIALS and other == bare.capitalize())
    return True
