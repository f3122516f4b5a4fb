"""Copy that is all in capitals, as wires and monitors send it, written again as running text is.

Readers learn from running text, where a capital tells a name. So such copy is read twice: what a first reading takes for names keeps
its capitals, all else loses them, and the second reading is of that. Length and offsets stay, so spans hold in the copy as it came.
"""

import gzip
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from dateline.language.engine import shipped_model
from dateline.language.lemma import Lemmatizer, Lexicon
from dateline.records import Sentence, Word

_MOSTLY: Final = 0.95  # of the letters: a line in small letters may stand above or below
_LONGEST_ACRONYM: Final = 5
_SURE_ACRONYM: Final = 3  # letters up to which a name that no list holds is taken for one
_BRACKETED: Final = re.compile(rf"[(\[]([A-Z]{{2,{_LONGEST_ACRONYM}}})[)\]]")
_WORD: Final = re.compile(r"[^\W\d_]+")
_SMALL: Final = frozenset({"ADP", "DET", "CCONJ", "PART", "AUX", "PRON"})  # within a name: `Front for the Liberation of`
_NO_VOWEL: Final = re.compile(r"[^AEIOUY]+")
_INITIALS: Final = re.compile(r"(?:[A-Z]\.)+[A-Z]?")
_CALENDAR: Final = frozenset(
    "january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov "
    "dec monday tuesday wednesday thursday friday saturday sunday".split()
)


@dataclass(frozen=True, slots=True)
class Spellings:
    """How names are written: single words of them that are, `words` (in small letters), and acronyms, in capitals."""

    words: frozenset[str]
    acronyms: frozenset[str]
    lemmas: Lemmatizer

    @classmethod
    def load(cls, folder: Path) -> "Spellings":
        """From the lists of names and the lexicon of the model in `folder`."""
        words: set[str] = set()
        acronyms: set[str] = set()
        with gzip.open(folder / "names.tsv.gz", "rt", encoding="utf-8") as lines:
            for line in lines:
                for part in _WORD.findall(line.partition("\t")[2]):
                    (acronyms.add(part) if part.isupper() and len(part) > 1 else words.add(part.lower()))
        return cls(frozenset(words), frozenset(acronyms), Lemmatizer(Lexicon.load(folder / "lexicon.tsv.gz")))

    def acronym(self, form: str) -> bool:
        """Whether a name in capitals is spelled so in running text as well."""
        if len(form) > _LONGEST_ACRONYM or self.common(form):
            return False
        return form in self.acronyms or len(form) <= _SURE_ACRONYM or _NO_VOWEL.fullmatch(form) is not None

    def explained(self, form: str) -> bool:
        """Whether what stands in brackets is an acronym: a listed one, or no word that is known."""
        return form in self.acronyms or not self.common(form)

    def common(self, form: str) -> bool:
        """Whether a word is an ordinary one, or part of a name that is written out."""
        return form.lower() in self.words or self.lemmas.knows(form)


@cache
def spellings() -> Spellings:
    """Those of the model that ships."""
    return Spellings.load(shipped_model())


def in_capitals(text: str) -> bool:
    """Whether nearly all letters of `text` that have a case are capitals."""
    capitals, small = sum(map(str.isupper, text)), sum(map(str.islower, text))
    return capitals > _MOSTLY * (capitals + small)


def recased(text: str, sentences: Sequence[Sentence], known: Spellings) -> str:
    """`text`, read in capitals as `sentences`, in small letters but for the beginnings of sentences, names and acronyms."""
    bracketed = frozenset(form for form in _BRACKETED.findall(text) if known.explained(form))
    written = list(text)
    for sentence in sentences:
        for word, form in _forms(text, sentence, known, bracketed):
            if len(form) == word.end - word.start:  # few letters have a small form of another length: they stay
                written[word.start : word.end] = form
    return "".join(written)


def _forms(text: str, sentence: Sentence, known: Spellings, bracketed: frozenset[str]) -> Iterator[tuple[Word, str]]:
    inside = {index for entity in sentence.entities for index in range(entity.first, entity.last)}
    begins, day = True, False
    for index, word in enumerate(sentence.words):
        form = text[word.start : word.end]
        named = index in inside or _name(word, form, known, before=index + 1 in inside)
        if _INITIALS.fullmatch(form) or form in bracketed or (named and known.acronym(form)):
            yield word, form
        elif form == "I" or begins or (named and word.upos not in _SMALL) or (day and form.lower() in _CALENDAR):
            yield word, _titled(form)
        else:
            yield word, form.lower()
        begins = begins and not any(map(str.isalnum, form))
        day = form.isdigit()


def _name(word: Word, form: str, known: Spellings, *, before: bool) -> bool:
    """Whether a word outside the names is written like one: a month, a title `before` a name, a proper noun that is no common one."""
    if word.upos != "PROPN":
        return False
    return before or form.lower() in _CALENDAR or not known.lemmas.knows(form)


def _titled(form: str) -> str:
    """`Jean-Marie`, `O'Brien`, and no capital behind another sign."""
    return _WORD.sub(lambda part: part[0].capitalize() if part.start() == 0 or form[part.start() - 1] in "-'’." else part[0].lower(), form)
