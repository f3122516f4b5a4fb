"""`dateline explain`: how a claim came about."""

import datetime as dt
import io
import sys
from collections.abc import Iterable
from typing import Final

import click

from dateline.errors import UsageError
from dateline.records import Article, Claim, Document
from dateline.views.coder_options import Chosen, coder_options
from dateline.views.page_options import last_day, pages_to_code

_SHOWN: Final = 5  # ids that a message about an ambiguous one names
_HEADINGS: Final = 15  # columns


@click.command()
@click.argument("claim")
@pages_to_code()
@coder_options
def explain(
    *,
    claim: str,
    paths: tuple[str, ...],
    kind: str | None,
    today: dt.datetime | None,
    chosen: Chosen,
) -> None:
    """Tell in plain words how a claim came about.

    CLAIM is its id or the beginning of it that no other claim shares. PATH is a file that `dateline code` wrote as jsonl, or whatever it
    takes (which is then coded again, with the options given here), or - for standard input.
    """
    from dateline.coding.lexicon import SHIPPED
    from dateline.ontology import load as load_ontology
    from dateline.ontology import plover
    from dateline.read import inputs
    from dateline.run.spread import Sources
    from dateline.views.coded_records import records
    from dateline.views.explanation import explanation

    stdin = io.BytesIO(sys.stdin.buffer.read() if "-" in paths else b"")
    sources = Sources(found=list(inputs(paths, limits=chosen.settings.read)), limits=chosen.settings.read, kind=kind, stdin=stdin)
    found, record, article = _found(claim, records(sources, chosen.recipe, today=last_day(today)))
    ontology = load_ontology(chosen.recipe.ontology) if chosen.recipe.ontology else plover()
    for heading, lines in explanation(found, record, article, ontology=ontology, lexicon=chosen.recipe.lexicon or SHIPPED):
        for number, line in enumerate(lines):
            label = click.style((heading if number == 0 else "").ljust(_HEADINGS), bold=True)
            click.echo(f"{label}{line}")


def _found(wanted: str, held: Iterable[Document]) -> tuple[Claim, Document, Article]:
    """The one claim whose id begins so; UsageError where there is none, or several."""
    found: dict[str, tuple[Claim, Document, Article]] = {}
    claims = 0
    for record in held:
        claims += len(record.claims)
        for claim in record.claims if record.article else ():
            if claim.id.startswith(wanted) and record.article:
                found.setdefault(claim.id, (claim, record, record.article))
    if not wanted or len(found) > 1:
        shown = ", ".join(sorted(found)[:_SHOWN])
        raise UsageError(f"{len(found)} claims begin with {wanted!r} ({shown}{', …' if len(found) > _SHOWN else ''}); give more of the id")
    if not found:
        raise UsageError(f"none of the {claims:,} claims there has an id that begins with {wanted!r}")
    return next(iter(found.values()))
