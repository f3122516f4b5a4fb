"""Records as JSON and back, and the JSON Schema of the record that leaves the program."""

from typing import Any, TypeVar

import msgspec

from dateline.errors import BadRecord
from dateline.records.base import Record
from dateline.records.document import Document

R = TypeVar("R", bound=Record)

_encoder = msgspec.json.Encoder()


def to_json(record: Record) -> bytes:
    """One line of JSON, UTF-8, without a line end. Every field is written, in the order of the type, so equal records give equal bytes."""
    return _encoder.encode(record)


def from_json(line: bytes | str, kind: type[R]) -> R:
    """The record of type `kind` that `line` holds; BadRecord says which field is wrong."""
    try:
        return msgspec.json.decode(line, type=kind)
    except (msgspec.DecodeError, ValueError) as error:
        raise BadRecord(f"not a {kind.__name__}: {error}") from error


def schema() -> dict[str, Any]:
    """JSON Schema (2020-12) of one output line, generated from the types."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Dateline output record",
    } | msgspec.json.schema(Document)
