"""Records as HTML, which is how notebooks show them: every text is escaped, as strangers wrote it."""

from collections.abc import Iterable, Sequence
from html import escape
from typing import Final

from dateline.records.article import Article, Published
from dateline.records.claim import Claim, Party, When, Where
from dateline.records.dropped import Dropped

_COLUMNS: Final = ("when", "type", "who", "to whom", "where", "trigger", "on whose word", "id")
_LEFT: Final = "text-align:left;vertical-align:top"


def page_html(article: Article | None, claims: Sequence[Claim], dropped: Sequence[Dropped]) -> str:
    """The title and the day of an article, a table of its claims, and what was dropped."""
    head = f"<p><b>{escape(article.title or article.text[:80])}</b> {escape(_days(article.published))}</p>" if article else ""
    lost = "".join(f"<p>dropped {escape(f'{drop.path}: {drop.reason} {drop.detail}'.rstrip())}</p>" for drop in dropped)
    return f"<div>{head}{claims_html(claims) if claims else '<p>no claim</p>'}{lost}</div>"


def claims_html(claims: Iterable[Claim]) -> str:
    """A table with a row for each claim."""
    head = "".join(f'<th style="{_LEFT}">{name}</th>' for name in _COLUMNS)
    rows = "".join(f"<tr>{''.join(map(_cell, _cells(claim)))}</tr>" for claim in claims)
    return f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"


def _cell(text: str) -> str:
    return f'<td style="{_LEFT}">{escape(text)}</td>'


def _cells(claim: Claim) -> tuple[str, ...]:
    told = "" if claim.status == "happened" else f" ({claim.status})"
    return (
        _days(claim.when),
        f"{' '.join([claim.type, *claim.modes])}{told}",
        _parties(claim.actors),
        _parties(claim.recipients),
        _place(claim.where),
        claim.trigger.text,
        " ← ".join(source.name for source in claim.sources),
        claim.id,
    )


def _parties(parties: Iterable[Party]) -> str:
    return "; ".join(" ".join(filter(None, [party.country, "/".join(party.sectors), f"«{party.text}»"])) for party in parties)


def _place(where: Where | None) -> str:
    return ", ".join(filter(None, [where.name or where.text, where.country])) if where else ""


def _days(days: Published | When | None) -> str:
    if days is None or days.first is None:
        return ""
    return str(days.first) if days.first == days.last else f"{days.first} to {days.last}"
