"""What coded pages can be written as."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from dateline.records import Document, to_json
from dateline.run.resume import Form
from dateline.views.csv_lines import csv_lines, header
from dateline.views.plover_lines import plover_lines


def jsonl_lines(record: Document) -> bytes:
    """The record, one a line."""
    return to_json(record) + b"\n"


FORMS: Final[Mapping[str, Form]] = MappingProxyType(
    {
        form.name: form
        for form in (
            Form(name="jsonl", lines=jsonl_lines),
            Form(name="csv", lines=csv_lines, first=header()),
            Form(name="plover", lines=plover_lines),
        )
    }
)
