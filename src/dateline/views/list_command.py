"""`dateline list`: the claims of a store."""

import sys
from typing import Any

import click

from dateline.views.store_options import filter_options, filters_of, opened, store_option


@click.command("list")
@store_option
@filter_options
@click.option(
    "--order",
    type=click.Choice(["newest", "oldest", "added", "latest", "surest"]),
    default="newest",
    show_default=True,
    help="By the day of the event (newest, oldest), by when the store got them (added, latest), or by confidence.",
)
@click.option("--limit", type=click.IntRange(1, 1000), default=50, show_default=True, help="Claims at most.")
@click.option("--after", default=None, metavar="CURSOR", help="The next page, by the cursor that the last one ended with.")
@click.option("--articles", is_flag=True, help="The articles with such claims instead, the last added first.")
@click.option("--count", is_flag=True, help="Only how many claims there are.")
@click.option("--format", "form", type=click.Choice(["table", "jsonl"]), default=None, help="Default: table on a terminal.")
def list_claims(
    *,
    target: str,
    order: str,
    limit: int,
    after: str | None,
    articles: bool,
    count: bool,
    form: str | None,
    **chosen: Any,  # noqa: ANN401 -- the filters, which click has checked
) -> None:
    """List the claims of a store that were asked for: all, or those that the filters leave.

    Values of one option are alternatives; options narrow each other.
    """
    from dateline.store.queries.articles import articles_page
    from dateline.store.queries.claims import claims_page, count_claims
    from dateline.views.store_tables import article_lines, claim_lines, print_articles, print_claims

    if count and articles:
        raise click.UsageError("--count counts claims: leave out --articles")
    filters = filters_of(**chosen)
    as_table = (form or ("table" if sys.stdout.isatty() else "jsonl")) == "table"
    with opened(target) as store:
        if count:
            click.echo(count_claims(store, filters))
        elif articles:
            listed = articles_page(store, filters, limit=limit, after=after)
            (print_articles if as_table else article_lines)(listed)
        else:
            page = claims_page(store, filters, order=order, limit=limit, after=after)  # type: ignore[arg-type]
            (print_claims if as_table else claim_lines)(page)
