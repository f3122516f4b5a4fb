"""JSON values out of a stream: one a line, in one array, or one alone; a bad one does not spoil the others."""

import codecs
import json
import re
from collections.abc import Iterator
from typing import Final

from dateline.errors import BadInput, LimitExceeded
from dateline.read.source import Source

_DECODER: Final = json.JSONDecoder()
_CHUNK: Final = 65_536  # bytes; grows while a value is not complete, so that none is parsed more than some twenty times
_BETWEEN: Final = re.compile(r"[\s,]*")
_WIDE: Final = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_LE)

Numbered = tuple[int, object | BadInput]


def json_values(source: Source) -> Iterator[Numbered]:
    """Each value with its number, or why it is none: BadInput("bad-json"), or LimitExceeded("too-large") beyond `read.page_bytes`.

    Numbers are lines, or places in an array, from 1. Bytes that are no UTF-8 come as surrogate escapes.
    """
    if source.head.startswith(_WIDE):
        content = source.whole()
        yield 1, _value(content.decode("utf-32" if content.startswith(codecs.BOM_UTF32_LE) else "utf-16", "replace"))
    elif source.head.removeprefix(codecs.BOM_UTF8).lstrip().startswith(b"["):
        yield from _elements(source)
    else:
        yield from _lines(source)


def _lines(source: Source) -> Iterator[Numbered]:
    most = source.limits.page_bytes
    first = True
    for number, line in _bounded_lines(source):
        if line is None:
            yield number, LimitExceeded("too-large", f"a line of more than {most:,} bytes")
        elif line.strip():
            value = _value(_text(line))
            if first and isinstance(value, BadInput) and not line.rstrip().endswith(b"}"):
                yield from _spread(source, number, line)
                return
            first = False
            yield number, value


def _spread(source: Source, number: int, line: bytes) -> Iterator[Numbered]:
    """One value over many lines, as programs print them for people; where it is none, every line is one of its own."""
    most = source.limits.page_bytes
    rest = source.stream.read(most + 1)
    value = _value(_text(line + rest)) if len(rest) <= most else LimitExceeded("too-large", f"more than {most:,} bytes and no line is JSON")
    if isinstance(value, LimitExceeded) or not isinstance(value, BadInput):
        yield number, value
        return
    for at, one in enumerate([line, *rest.split(b"\n")], start=number):
        if one.strip():
            yield at, _value(_text(one))


def _bounded_lines(source: Source) -> Iterator[tuple[int, bytes | None]]:
    """Lines with their numbers; None for one that is too long, which is read past and not kept."""
    most = source.limits.page_bytes
    number = 1
    while line := source.stream.readline(most + 1):
        if len(line) > most:
            while line and not line.endswith(b"\n"):
                line = source.stream.readline(most)
            yield number, None
        else:
            yield number, line
        number += 1


def _elements(source: Source) -> Iterator[Numbered]:
    """The elements of one array. What follows a bad one cannot be told apart from it, so there it ends."""
    reader = codecs.getincrementaldecoder("utf-8")("surrogateescape")
    held = reader.decode(source.stream.read(_CHUNK))
    at, number, step = held.index("[") + 1, 1, _CHUNK
    while True:
        at = _BETWEEN.match(held, at).end()  # type: ignore[union-attr]  # it matches nothing, too
        if held.startswith("]", at):
            return
        found = _complete(held, at)
        if found and found[1] < len(held):  # a number at the very end of what is held may go on
            yield number, found[0]
            at, number, step = found[1], number + 1, _CHUNK
            continue
        more = source.stream.read(step)
        if not more or len(held) - at > source.limits.page_bytes:
            yield number, _broken(held[at : at + 40], ended=not more)
            return
        held, at = held[at:] + reader.decode(more), 0
        step *= 2


def _complete(held: str, at: int) -> tuple[object, int] | None:
    try:
        return _DECODER.raw_decode(held, at)
    except (ValueError, RecursionError):
        return None


def _broken(held: str, *, ended: bool) -> BadInput:
    if not ended:
        return LimitExceeded("too-large", "an element of the array is larger than read.page_bytes, or damaged; the rest was not read")
    return BadInput("bad-json", f"the array breaks off or is damaged at {held!a}")


def _text(line: bytes) -> str:
    return line.removeprefix(codecs.BOM_UTF8).decode("utf-8", "surrogateescape")


def _value(text: str) -> object | BadInput:
    try:
        value: object = json.loads(text)
    except RecursionError:
        return LimitExceeded("too-deep", "nested too deep")
    except ValueError as error:
        return BadInput("bad-json", str(error)[:200].encode("ascii", "replace").decode())
    return value
