"""What all records share: they are frozen, carry no surprises, and can name themselves by a digest."""

import hashlib
from typing import Final

import msgspec

DIGEST_CHARACTERS: Final = 20  # 80 bits: a collision is expected only after some 10^12 records


class Record(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A frozen, keyword-only record. Decoding one with an unknown field is an error."""

    def to_dict(self) -> dict[str, object]:
        """The record as plain values, as its JSON has them: days are ISO 8601 strings, tuples are lists, names those of the fields."""
        plain: dict[str, object] = msgspec.json.decode(msgspec.json.encode(self))
        return plain


def digest(prefix: str, *parts: str | bytes | int | None) -> str:
    """An id such as `a-3f…`, the same for the same parts on every machine and run.

    Parts are length-prefixed, so that ("ab", "c") and ("a", "bc") differ; None differs from "".
    """
    whole = hashlib.blake2b(digest_size=DIGEST_CHARACTERS // 2)
    for part in parts:
        raw = part if isinstance(part, bytes) else str(part).encode("utf-8", "surrogatepass")
        tag = "n" if part is None else "b" if isinstance(part, bytes) else "s"
        whole.update(f"{tag}{len(raw)}:".encode())
        whole.update(raw)
    return f"{prefix}-{whole.hexdigest()}"
