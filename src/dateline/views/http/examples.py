"""Examples for the description of the API: what was asked of a store of one bundled page, and what it answered, cut short."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Final

import msgspec

from dateline.records.base import Record

FILE: Final = "examples.json"


class Example(Record, frozen=True, kw_only=True):
    """One request, by the names of its parameters, and its answer. `body` is JSON; `answer` is JSON, or text where a file is answered."""

    asked: dict[str, object]
    body: object
    media_type: str
    answer: object


@cache
def examples() -> Mapping[str, Example]:
    """An example for each operation, by method and path: `GET /api/v1/claims`."""
    return msgspec.json.decode(files("dateline.views.http").joinpath(FILE).read_bytes(), type=dict[str, Example])
