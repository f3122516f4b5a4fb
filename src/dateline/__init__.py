"""Conflict reporting turned into event data that can be checked.

    import dateline

    coder = dateline.load()
    for record in coder.code(["Kenyan soldiers arrested two Somali traders on Monday, the army said."]):
        print(record.claims)

Nothing is loaded before it is asked for, so importing this costs next to nothing.
"""

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from dateline.errors import DatelineError
    from dateline.records import Article, Claim, Document, Dropped, from_json, to_json
    from dateline.views.api import Coder, load
    from dateline.views.rows import rows

__all__ = ["Article", "Claim", "Coder", "DatelineError", "Document", "Dropped", "from_json", "load", "rows", "to_json"]

_HOMES: Final = {
    "dateline.errors": ("DatelineError",),
    "dateline.records": ("Article", "Claim", "Document", "Dropped", "from_json", "to_json"),
    "dateline.views.api": ("Coder", "load"),
    "dateline.views.rows": ("rows",),
}

if not TYPE_CHECKING:  # else every misspelt name would have a type

    def __getattr__(name: str) -> object:
        from importlib import import_module

        for home, names in _HOMES.items():
            if name in names:
                return getattr(import_module(home), name)
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")

    def __dir__() -> list[str]:
        return sorted({*globals(), *__all__})
