"""One form for the many spellings of a name."""

import re
import unicodedata
from typing import Final


def folded(word: str) -> str:
    """`word` without case, accents and the Turkish dotless i, apostrophes made plain: what names are compared by."""
    if word.isascii():
        return word.lower()
    bare = unicodedata.normalize("NFKD", word.replace("İ", "I")).casefold()
    return "".join(letter for letter in bare if not unicodedata.combining(letter)).replace("ı", "i").replace("’", "'").replace("ʼ", "'")


def storable(name: str) -> str:
    """`name` with question marks for lone surrogates, which no encoding and hence no database can hold."""
    return name.encode("utf-8", "replace").decode()


_SPELLINGS: Final = (
    (re.compile("[^a-z ]"), ""),
    (re.compile("kh|q"), "k"),
    (re.compile("w"), "v"),
    (re.compile("ph"), "f"),
    (re.compile("[iey]*[iy][iey]*"), "i"),  # Sergey, Sergei; Zelensky, Zelenskyy, Zelenskiy; Shoygu, Shoigu
    (re.compile("ou|oo"), "u"),
    (re.compile(r"(.)\1+"), r"\1"),
)


def transcribed(name: str) -> str:
    """`name` as far as the usual ways to write it in Latin letters agree: equal for Shoygu and Shoigu, Mohammed and Mohamed.

    For comparing whole names, given name and surname together: single surnames become too alike.
    """
    plain = folded(name.replace("-", " "))
    for pattern, common in _SPELLINGS:
        plain = pattern.sub(common, plain)
    return plain.strip()
