"""Lemmas: what a word would be looked up under, by exceptions, a lexicon of real words, and spelling rules for the rest."""

import gzip
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

Rules = tuple[tuple[str, str], ...]

# A suffix and what takes its place, tried in order; a candidate must be in the lexicon.
PLURAL: Final[Rules] = (
    ("ies", "y"), ("ves", "f"), ("ves", "fe"), ("ses", "s"), ("xes", "x"), ("zes", "z"), ("ches", "ch"), ("shes", "sh"),
    ("oes", "o"), ("men", "man"), ("s", ""),
)  # fmt: skip
THIRD: Final[Rules] = (("ies", "y"), ("es", "e"), ("es", ""), ("s", ""))
PAST: Final[Rules] = (("ied", "y"), ("ed", "e"), ("ed", ""))
ING: Final[Rules] = (("ying", "ie"), ("ing", "e"), ("ing", ""))
MORE: Final[Rules] = (("ier", "y"), ("er", "e"), ("er", ""))
MOST: Final[Rules] = (("iest", "y"), ("est", "e"), ("est", ""))
PREFIXES: Final = ("counter", "under", "inter", "over", "self", "anti", "out", "pre", "mis", "dis", "non", "re", "un", "co", "de", "ex")
KEY_FEATURES: Final = ("Case", "Degree", "Number", "Poss", "Tense", "VerbForm", "Abbr", "Typo")
SIBILANTS: Final[Rules] = (("sses", "ss"), ("shes", "sh"), ("ches", "ch"), ("xes", "x"))
WITH_E: Final = ("v", "c", "u", "z", "at", "iz", "rg", "dg", "ng", "bl", "pl", "tl", "gl", "ir", "ur")  # stems that a silent e follows
LEAST_STEM: Final = 3
LEAST_NAME: Final = 4  # letters from which a name in small letters is taken for one (shorter ones are de, van, al)
LEAST_SHOUTED: Final = 6  # letters from which a name in capitals is taken to be no acronym: so are nine of ten in EWT
CLOSED: Final = frozenset(("AUX", "PRON", "DET", "ADP", "SCONJ", "CCONJ", "PART", "INTJ"))
ANY: Final = "*"
THOUSANDS: Final = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")

_BENT: Final = (("verb", THIRD + PAST + ING), ("noun", PLURAL), ("adj", MORE + MOST), ("adv", ()))


@dataclass(frozen=True)
class Lexicon:
    """Real words: `words` by kind (noun, verb, adj, adv), `irregular` forms by kind, and `seen`, exceptions of the treebanks.

    `seen` is keyed by form (as written, then lower case), tag and the features of KEY_FEATURES; by ANY in place of features where they
    do not matter: words of CLOSED classes, nationalities, nouns that have no singular.
    """

    words: Mapping[str, frozenset[str]]
    irregular: Mapping[str, Mapping[str, str]]
    seen: Mapping[tuple[str, str, str], str]

    @classmethod
    def load(cls, path: Path) -> "Lexicon":
        """The lexicon in `path`: gzipped lines `w kind word`, `i kind form lemma` and `s form tag features lemma`, separated by tabs."""
        words: dict[str, set[str]] = {}
        irregular: dict[str, dict[str, str]] = {}
        seen = {}
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                row, *fields = line.rstrip("\n").split("\t")
                if row == "w":
                    words.setdefault(fields[0], set()).add(fields[1])
                elif row == "i":
                    irregular.setdefault(fields[0], {})[fields[1]] = fields[2]
                else:
                    seen[fields[0], fields[1], fields[2]] = fields[3]
        return cls({kind: frozenset(held) for kind, held in words.items()}, irregular, seen)


def key(features: str) -> str:
    """The features that bear on a lemma, joined as in CoNLL-U."""
    return "|".join(part for part in features.split("|") if part.partition("=")[0] in KEY_FEATURES)


class Lemmatizer:
    """Gives lemmas, and remembers those that it gave."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._given: dict[tuple[str, str, str, bool], str] = {}

    def __call__(self, form: str, upos: str, features: str, *, named: bool = False) -> str:
        """The lemma of `form`, tagged `upos` with `features` as in CoNLL-U ("" where there are none).

        `named` tells whether the word is part of a name: adjectives then keep their capital (`Provisional Authority`), as in EWT.
        """
        asked = (form, upos, features, named)
        lemma = self._given.get(asked)
        if lemma is None:
            lemma = self.fresh(form, upos, features)
            if named and upos == "ADJ" and form[0].isupper():
                lemma = lemma[0].upper() + lemma[1:]
            if len(self._given) < 200_000:  # noqa: PLR2004 - bounds memory on endless streams
                self._given[asked] = lemma
        return lemma

    def fresh(self, form: str, upos: str, features: str) -> str:
        """The lemma without memory: an exception, else by rule, else the form itself, in lower case unless it is a name."""
        lowered, kept = form.lower().replace("’", "'"), key(features)
        seen = self._lexicon.seen
        for written in (form, lowered) if upos != "PROPN" else (form,):
            if (written, upos, kept) in seen:
                return seen[written, upos, kept]
        if (lowered, upos, ANY) in seen:
            return seen[lowered, upos, ANY]
        return self.regular(form, upos, features)

    def regular(self, form: str, upos: str, features: str) -> str:
        """The lemma by lexicon and rules alone."""
        lowered = form.lower().replace("’", "'")
        if upos == "PROPN":
            return self._name(form, lowered, features)
        if upos == "NUM" and THOUSANDS.fullmatch(form):
            return form.replace(",", "")
        if upos == "NOUN":
            return self._noun(form, lowered, features)
        if upos in {"VERB", "AUX"}:
            return self._verb(lowered, features)
        if upos in {"ADJ", "ADV"}:
            return self._graded(lowered, upos, features)
        return lowered

    def knows(self, form: str) -> bool:
        """Whether `form` is an ordinary word, or bent like one: in the lexicon as such, or by rule."""
        lowered = form.lower()
        return any((lowered, tag, ANY) in self._lexicon.seen for tag in CLOSED) or any(
            self._known(lowered, kind) or self._listed(lowered, kind, rules) is not None for kind, rules in _BENT
        )

    def _graded(self, lowered: str, upos: str, features: str) -> str:
        if "Degree=Cmp" in features or "Degree=Sup" in features:
            rules = MORE if "Degree=Cmp" in features else MOST
            return self._listed(lowered, "adj", rules) or self._listed(lowered, "adv", rules) or lowered
        if upos == "ADV" or self._known(lowered, "adj"):
            return lowered
        return self._listed(lowered, "adj", MORE + MOST) or lowered

    def _noun(self, form: str, lowered: str, features: str) -> str:
        if "Number=Plur" in features:
            return self._listed(lowered, "noun", PLURAL) or _singular(lowered)
        if self._known(lowered, "noun") or form.isupper():
            return lowered
        return self._listed(lowered, "noun", PLURAL) or lowered  # the tag's features are at odds with the form

    def _known(self, lowered: str, kind: str) -> bool:
        return lowered in self._lexicon.words.get(kind, frozenset())

    def _name(self, form: str, lowered: str, features: str) -> str:
        if form.isalpha() and ((form.islower() and len(form) >= LEAST_NAME) or (form.isupper() and len(form) >= LEAST_SHOUTED)):
            return self._name(form.title(), lowered, features)
        if "Number=Plur" not in features or form.isupper() or not lowered.endswith("s"):
            return form
        lemma = self._listed(lowered, "noun", PLURAL) or _singular(lowered)
        return form[: len(lemma)] if lowered.startswith(lemma) else form[:1] + lemma[1:]

    def _verb(self, lowered: str, features: str) -> str:
        if "VerbForm=Ger" in features or ("VerbForm=Part" in features and "Tense=Pres" in features):
            return self._listed(lowered, "verb", ING) or _stem(lowered, "ing")
        if "Tense=Past" in features or "VerbForm=Part" in features:
            return self._listed(lowered, "verb", PAST) or _stem(lowered, "ed")
        if "Person=3" in features and "Number=Sing" in features:
            return self._listed(lowered, "verb", THIRD) or _third(lowered)
        return lowered if self._known(lowered, "verb") else self._listed(lowered, "verb", THIRD + PAST + ING) or lowered

    def _listed(self, lowered: str, kind: str, rules: Rules) -> str | None:
        """The lemma that the lexicon has for a form, also behind a prefix or a hyphen; None where it has none."""
        irregular, words = self._lexicon.irregular.get(kind, {}), self._lexicon.words.get(kind, frozenset())
        if lowered in irregular:
            return irregular[lowered]
        for candidate in _candidates(lowered, rules):
            if candidate in words:
                return candidate
        head, hyphen, tail = lowered.rpartition("-")
        if hyphen and tail:
            rest = self._listed(tail, kind, rules)
            return None if rest is None else head + hyphen + rest
        for prefix in PREFIXES:
            if lowered.startswith(prefix) and len(lowered) > len(prefix) + LEAST_STEM:
                rest = self._listed(lowered[len(prefix) :], kind, rules)
                return None if rest is None else prefix + rest
        return None


def _candidates(lowered: str, rules: Rules) -> list[str]:
    found = []
    for suffix, ending in rules:
        if lowered.endswith(suffix) and len(lowered) > len(suffix) + 1:
            candidate = lowered[: -len(suffix)] + ending
            found.append(candidate)
            if not ending and _single(candidate) != candidate:
                found.append(_single(candidate))
    return found


def _single(stem: str) -> str:
    """A stem without the doubling of its last consonant: `stopp` is `stop`."""
    doubled = len(stem) > LEAST_STEM and stem[-1] == stem[-2] and stem[-1] not in "aeiou"
    return stem[:-1] if doubled else stem


def _singular(lowered: str) -> str:
    """The singular of a plural that no lexicon knows."""
    for suffix, ending in (("ies", "y"), *SIBILANTS, ("men", "man")):
        if lowered.endswith(suffix) and len(lowered) > len(suffix) + 1:
            return lowered[: -len(suffix)] + ending
    return lowered[:-1] if lowered.endswith("s") and not lowered.endswith(("ss", "us", "is")) and len(lowered) > LEAST_STEM else lowered


def _third(lowered: str) -> str:
    for suffix, ending in (("ies", "y"), *SIBILANTS):
        if lowered.endswith(suffix):
            return lowered[: -len(suffix)] + ending
    return lowered.removesuffix("s")


def _stem(lowered: str, suffix: str) -> str:
    """The verb of a form in -ed or -ing that no lexicon knows, by how English spells."""
    stem = lowered.removesuffix(suffix)
    if stem == lowered or len(stem) < LEAST_STEM:
        return lowered
    if suffix == "ed" and stem.endswith("i"):
        return stem[:-1] + "y"
    if _single(stem) != stem and stem[-1] not in "lsz":
        return _single(stem)
    return stem + "e" if stem.endswith(WITH_E) else stem
