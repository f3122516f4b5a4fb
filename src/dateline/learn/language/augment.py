"""Changes to training sentences that keep their labels true: what news does to text, and names from everywhere."""

from collections.abc import Sequence
from dataclasses import replace
from random import Random
from typing import Final

from dateline.learn.language.entity_files import names as names_of
from dateline.learn.language.examples import Example, Label, Syntax
from dateline.learn.language.name_lists import Names

MONTHS: Final = (
    "Jan. Feb. March April May June July Aug. Sept. Oct. Nov. Dec. Jan Feb Mar Apr Jun Jul Aug Sep Oct Nov Dec".split()
)  # fmt: skip
AGENCIES: Final = (
    "EFE AFP AP Reuters TASS Xinhua ANSA DPA Anadolu IANS PTI ANI Yonhap Kyodo Interfax UPI Bernama Antara VNA SANA IRNA MENA NAN GNA PNA "
    "Prensa Latina"
).split()
CLOSINGS: Final = ["-", "--", "—", "–", ".-", ":", ".", "/"]
SMALL_WORDS: Final = frozenset("a an and as at but by for from in of on or the to with nor so yet vs".split())
FAMILY_NAME_FIRST: Final = ("zh", "ko", "my")

Memo = dict[tuple[str, tuple[str, ...]], list[str]]


class Augment:
    """Varies a window of sentences; all chance comes from the generator that is passed in."""

    def __init__(self, names: Names) -> None:
        self._given, self._surnames = names.given, names.surnames
        self._locales = sorted(set(names.given) & set(names.surnames))
        self._cities, self._countries, self._nations, self._bodies = (
            [name for name in sorted(names.listed[kind]) if name.isalpha() and name[0].isupper() and len(name) > 2]  # noqa: PLR2004
            for kind in ("city", "country", "nationality", "organisation")
        )
        self._nationalities, self._country_names = names.nationalities, names.countries

    def __call__(self, window: Sequence[Example], rng: Random) -> list[Example]:
        """The window, changed as one: its quotes, its case and the names that it repeats stay consistent."""
        memo: Memo = {}
        split = rng.random() < 0.7  # noqa: PLR2004
        marks = rng.choice([0, 1, 2]) if rng.random() < 0.45 else None  # noqa: PLR2004
        swap = rng.random() < 0.6  # noqa: PLR2004
        case = _case(rng.random())
        changed = []
        for index, given in enumerate(window):
            example = _hyphens_split(given) if split else given
            if swap:
                example = self._swapped(example, rng, memo)
            if rng.random() < 0.04:  # noqa: PLR2004
                example = _unstopped(example)
            if index == 0 and rng.random() < 0.03:  # noqa: PLR2004
                example = self._with_dateline(example, rng)
            if marks is not None:
                example = _requoted(example, marks)
            changed.append(_cased(example, case) if case else example)
        return changed

    def _swapped(self, example: Example, rng: Random, memo: Memo) -> Example:
        """Names of people, places, peoples and bodies swapped for others of as many words."""
        if example.news is None:
            return example
        words = list(example.words)
        for first, last, kind in names_of(example.news):
            new = self._other(example.words[first:last], kind, rng, memo)
            for index, word in enumerate(new):
                if " " not in word and "-" not in word:
                    words[first + index] = word
        return replace(example, words=tuple(words))

    def _other(self, words: tuple[str, ...], kind: str, rng: Random, memo: Memo) -> list[str]:
        known = (kind, words)
        one = len(words) == 1
        if kind == "PERSON" and rng.random() < 0.35 and all(word.isalpha() and word[0].isupper() for word in words):  # noqa: PLR2004
            if known not in memo:
                memo[known] = self._person(len(words), rng)
            return memo[known]
        if kind == "LOC" and one and rng.random() < 0.15 and words[0].isalpha() and words[0].istitle():  # noqa: PLR2004
            country = words[0].lower() in self._country_names and rng.random() < 0.7  # noqa: PLR2004
            return memo.setdefault(known, [rng.choice(self._countries if country else self._cities)])
        if kind == "MISC" and one and words[0] in self._nationalities and rng.random() < 0.3:  # noqa: PLR2004
            alike = [name for name in rng.sample(self._nations, 12) if name.endswith("s") == words[0].endswith("s")]
            return memo.setdefault(known, [rng.choice(alike or [words[0]])])
        if kind == "ORG" and one and rng.random() < 0.15:  # noqa: PLR2004
            return memo.setdefault(known, [rng.choice(self._bodies)])
        return []

    def _person(self, count: int, rng: Random) -> list[str]:
        locale = rng.choice(self._locales)
        given, surnames = self._given[locale], self._surnames[locale]
        before = [rng.choice(given) for _ in range(count - 1)]
        last = rng.choice(surnames) if count > 1 or rng.random() < 0.6 else rng.choice(given)  # noqa: PLR2004
        if locale in FAMILY_NAME_FIRST and count > 1:
            return [rng.choice(surnames), *(rng.choice(given) for _ in range(count - 1))]
        return [*before, last]

    def _with_dateline(self, example: Example, rng: Random) -> Example:
        """A dateline put before a sentence; its words teach names and tags, and no syntax."""
        if example.news is None:
            return example
        city = rng.choice(self._cities)
        opening = [(city.upper() if rng.random() < 0.5 else city, "B-LOC", "PROPN")]  # noqa: PLR2004
        if rng.random() < 0.4:  # noqa: PLR2004
            opening += [(",", "O", "PUNCT"), (rng.choice(self._countries), "B-LOC", "PROPN")]
        if rng.random() < 0.6:  # noqa: PLR2004
            opening += [(",", "O", "PUNCT"), (rng.choice(MONTHS), "O", "PROPN"), (str(rng.randint(1, 31)), "O", "NUM")]
        if rng.random() < 0.7:  # noqa: PLR2004
            opening += [("(", "O", "PUNCT"), (rng.choice(AGENCIES), "B-ORG", "PROPN"), (")", "O", "PUNCT")]
        opening.append((rng.choice(CLOSINGS), "O", "PUNCT"))
        return _prefixed(example, opening)


def _prefixed(example: Example, opening: list[tuple[str, str, str]]) -> Example:
    count = len(opening)
    empty: tuple[None, ...] = (None,) * count
    syntax = example.syntax
    if syntax is not None:
        upos: tuple[Label, ...] = tuple(tag for _, _, tag in opening)
        heads = empty + tuple(None if head is None else head + count for head in syntax.heads)
        syntax = Syntax(upos + syntax.upos, empty + syntax.feats, heads, empty + syntax.relations)
    labels: tuple[Label, ...] = tuple(label for _, label, _ in opening)
    return replace(
        example,
        words=tuple(word for word, _, _ in opening) + example.words,
        syntax=syntax,
        news=labels + (example.news or ()),
        uner=None if example.uner is None else empty + example.uner,
    )


def _case(chance: float) -> str | None:
    for bound, case in ((0.04, "upper"), (0.07, "title"), (0.085, "lower")):
        if chance < bound:
            return case
    return None


def _cased(example: Example, case: str) -> Example:
    if case == "upper":
        return replace(example, words=tuple(word.upper() for word in example.words))
    if case == "lower":
        return replace(example, words=tuple(word.lower() for word in example.words))
    words = [word if word.lower() in SMALL_WORDS else word[:1].upper() + word[1:] for word in example.words]
    return replace(example, words=(words[0][:1].upper() + words[0][1:], *words[1:]))


def _hyphens_split(example: Example) -> Example:
    """Words of corpora without syntax split at inner hyphens, as treebanks split them."""
    if example.syntax is not None or example.news is None or not any("-" in word[1:-1] for word in example.words):
        return example
    words: list[str] = []
    labels: list[Label] = []
    for word, label in zip(example.words, example.news, strict=True):
        parts = word.split("-")
        if len(parts) not in {2, 3} or not all(map(str.isalpha, parts)):
            parts = [word]
        inner = label and label.replace("B-", "I-")
        for index, part in enumerate(parts):
            words += ["-", part] if index else [part]
            labels += [inner, inner] if index else [label]
    return replace(example, words=tuple(words), news=tuple(labels))


def _requoted(example: Example, kind: int) -> Example:
    """Straight quotes (0), typographic ones (1), or those with en dashes (2)."""
    words = []
    opened = False
    for given in example.words:
        word = given
        if word in {'"', "``", "''", "“", "”"}:
            opened = word in {"``", "“"} or (word == '"' and not opened)
            word = ("“" if opened else "”") if kind else '"'
        elif kind and "'" in word:
            word = word.replace("'", "’")
        elif kind and word == "--":
            word = "—"
        elif kind == 2 and word == "-":  # noqa: PLR2004
            word = "–"
        words.append(word)
    return replace(example, words=tuple(words))


def _unstopped(example: Example) -> Example:
    """A sentence without its last stop, as headlines are."""
    last = len(example.words) - 1
    syntax = example.syntax
    governs = syntax is not None and any(head == last for index, head in enumerate(syntax.heads) if index != last)
    if last < 3 or example.words[-1] not in ".!?" or governs:  # noqa: PLR2004
        return example
    return replace(
        example,
        words=example.words[:-1],
        syntax=syntax and Syntax(syntax.upos[:-1], syntax.feats[:-1], syntax.heads[:-1], syntax.relations[:-1]),
        news=example.news and example.news[:-1],
        uner=example.uner and example.uner[:-1],
    )
