"""Why something was left out: every code that `Dropped.reason` may hold, with its meaning."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

REASONS: Final[Mapping[str, str]] = MappingProxyType(
    {
        # What was found is no page.
        "empty": "nothing is in it",
        "binary": "an image, a program, a PDF, a zip or the like, whatever its name says",
        "not-text": "members of an archive that are no pages (images, scripts, robots.txt), counted by type",
        "not-a-file": "a pipe, a socket, a device or a broken link found in a folder",
        "unreadable": "the system refuses to open or to read it",
        "unknown-format": "text in a format that no reader knows",
        "http-status": "answers of a server that hold no page (redirects, errors), counted by status",
        "link-only": "an entry of a feed without its full text; the detail is its address",
        # What was found is damaged.
        "truncated": "it ends too early or is shorter than it says",
        "bad-gzip": "damaged gzip data",
        "bad-warc": "a record that breaks the WARC format",
        "bad-json": "it is no JSON",
        "bad-xml": "it is no well-formed XML",
        "bad-feed": "no feed that can be understood",
        "bad-row": "a row of a table that breaks the format",
        "no-text-column": "a table without a column of texts",
        "undecodable": "no encoding makes text of its bytes",
        # What was found is too much.
        "gzip-bomb": "it inflates beyond the allowed ratio, or is zipped more than twice",
        "xml-entities": "XML that declares entities of its own: they can blow up or reach for files",
        "too-large": "more bytes than the settings allow",
        "too-long": "more characters than the settings allow",
        "too-many-pages": "more pages in one file than the settings allow; the rest of it was not read",
        "too-many-elements": "more elements than the settings allow",
        "too-deep": "nested deeper than the settings allow",
        "too-slow": "more time than the settings allow",
        "too-complex": "it exhausts the memory or the stack",
        # A page was found, and no story on it.
        "no-text": "nothing on it reads like a story",
        # A story was found, and no engine to read it with.
        "other-language": "it is in a language that the engine does not read",
        # A page took the program down with it.
        "crashed": "the process that had it in hand ended: killed for its memory, or by a fault in a library",
    }
)
