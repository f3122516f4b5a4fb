"""Every reader: one line each. The kinds are what `--as` takes."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from dateline.read.feed import feed_pages
from dateline.read.html import html_pages
from dateline.read.jsonl import jsonl_pages
from dateline.read.newsml import newsml_pages
from dateline.read.ninjs import ninjs_pages
from dateline.read.nitf import nitf_pages
from dateline.read.source import Reader
from dateline.read.table import table_pages
from dateline.read.text import text_pages
from dateline.read.warc import warc_pages

READERS: Final[Mapping[str, Reader]] = MappingProxyType(
    {
        "text": text_pages,
        "html": html_pages,
        "warc": warc_pages,
        "feed": feed_pages,
        "newsml": newsml_pages,
        "nitf": nitf_pages,
        "ninjs": ninjs_pages,
        "jsonl": jsonl_pages,
        "csv": table_pages,
    }
)
KINDS: Final = tuple(READERS)
