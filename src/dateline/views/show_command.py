"""`dateline show`: one claim, or one article, as a store has it."""

import datetime as dt
import sys

import click
import msgspec

from dateline.errors import UsageError
from dateline.views.store_options import opened, store_option


@click.command()
@click.argument("id")
@store_option
@click.option("--known-on", type=click.DateTime(["%Y-%m-%d"]), default=None, help="As the store knew it at the end of that day (UTC).")
@click.option("--page", is_flag=True, help="Write the page that the article was made of, byte for byte.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True, help="How it is written.")
def show(*, id: str, target: str, known_on: dt.datetime | None, page: bool, form: str) -> None:
    """Show the claim or the article ID: what is claimed, in which words, on whose word, coded by what, and what held before."""
    from dateline.store.queries.articles import article, source_pages
    from dateline.store.queries.claims import claim
    from dateline.views.store_texts import article_text, claim_text

    day = known_on.date() if known_on else None
    if not id.isascii():
        raise UsageError(f"need an id such as c-202ae1b4014603c532ce, got {id!r}")
    with opened(target) as store:
        whole = claim(store, id, known_on=day)
        document = article(store, whole.article.id if whole else id, known_on=day)
        if document is None or document.article is None:
            raise UsageError(f"no claim and no article {id} in {store.target}{f' as known on {day}' if day else ''}")
        kept = source_pages(store, document.article.id, known_on=day)
    if not page:
        found = whole or document
        told = claim_text(whole) if whole else article_text(document, pages=len(kept))
        click.echo(msgspec.json.encode(found) if form == "json" else told)
    elif kept:
        sys.stdout.buffer.write(kept[0].content)
    else:
        raise UsageError(f"the store has no page of {id}: it was added as a coded record")
