"""Treebank documents made to look like more kinds of text, before words and sentences are learned from them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from random import Random
from typing import Final

from dateline.learn.language.augment import AGENCIES, MONTHS
from dateline.learn.language.treebank import Token, Tree

SHORT: Final = {
    "January": "Jan.", "February": "Feb.", "March": "Mar.", "April": "Apr.", "June": "Jun.", "July": "Jul.", "August": "Aug.",
    "September": "Sept.", "October": "Oct.", "November": "Nov.", "December": "Dec.", "President": "Pres.", "General": "Gen.",
    "Senator": "Sen.", "Doctor": "Dr.", "Street": "St.", "Mister": "Mr.", "Company": "Co.", "Corporation": "Corp.",
}  # fmt: skip
RANKS: Final = "Gen. Col. Lt. Maj. Sgt. Capt. Brig. Adm. Rep. Sen. Gov. Dr. Mr. Mrs. Ms. St. Prof. Rev. Pres. Sr.".split()
BEFORE_NAMES: Final = frozenset(("root", "nsubj", "obj", "obl", "nmod"))


@dataclass(frozen=True)
class Noise:
    """Varies documents; all chance comes from the generator that is passed in. `cities` open datelines."""

    cities: Sequence[str]

    def __call__(self, document: Sequence[Tree], rng: Random) -> list[Tree]:
        """The document with its case, quotes, abbreviations and openings varied; words are added, never split."""
        chance = rng.random()
        case = "upper" if chance < 0.05 else "lower" if chance < 0.1 else "title" if chance < 0.13 else None  # noqa: PLR2004
        typographic = rng.random() < 0.35  # noqa: PLR2004
        unstopped = rng.random() < 0.05  # noqa: PLR2004
        return [self._varied(tree, rng, case, typographic=typographic, unstopped=unstopped) for tree in document]

    def _varied(self, tree: Tree, rng: Random, case: str | None, *, typographic: bool, unstopped: bool) -> Tree:
        tokens = self._dateline(rng) if tree.opens and rng.random() < 0.06 else []  # noqa: PLR2004
        opened = False
        for index, token in enumerate(tree.tokens):
            following = tree.tokens[index + 1] if index + 1 < len(tree.tokens) else None
            form = token.form
            if rng.random() < 0.3 and form in SHORT:  # noqa: PLR2004
                form = SHORT[form]
            elif _may_bear_rank(token, following) and rng.random() < 0.06:  # noqa: PLR2004
                tokens.append(_added(rng.choice(RANKS)))
            if form in {"US", "USA"} and rng.random() < 0.5:  # noqa: PLR2004
                form = "U.S."
            if typographic:
                form, opened = _typographic(form, opened=opened)
            tokens.append(replace(token, form=form))
        if unstopped and tokens[-1].form == "." and len(tokens) > 2:  # noqa: PLR2004
            tokens[-2:] = [replace(tokens[-2], space=True)]
        return replace(tree, tokens=tuple(replace(token, form=_cased(token.form, case)) for token in tokens))

    def _dateline(self, rng: Random) -> list[Token]:
        city = rng.choice(self.cities)
        forms = [_added(word) for word in (city.upper() if rng.random() < 0.5 else city).split()]  # noqa: PLR2004
        if rng.random() < 0.7:  # noqa: PLR2004
            forms[-1] = replace(forms[-1], space=False)
            forms += [_added(","), _added(rng.choice(MONTHS)), _added(str(rng.randint(1, 31)))]
        if rng.random() < 0.7:  # noqa: PLR2004
            forms += [_added("(", space=False), _added(rng.choice(AGENCIES), space=False), _added(")")]
        closing = rng.choice(["-", "--", "—", "–", ".-", ":"])
        if rng.random() < 0.4 and closing != "-":  # noqa: PLR2004
            forms[-1] = replace(forms[-1], space=False)
        return [*forms, _added(closing)]


def _added(form: str, *, space: bool = True) -> Token:
    return Token(form, form, form, "X", "", "_", 0, "dep", "_", space)


def _may_bear_rank(token: Token, following: Token | None) -> bool:
    return (
        token.upos == "PROPN"
        and token.relation in BEFORE_NAMES
        and token.space
        and not token.form.endswith(".")
        and following is not None
        and following.upos in {"PROPN", "VERB", "AUX"}
    )


def _typographic(form: str, *, opened: bool) -> tuple[str, bool]:
    if form in {'"', "``", "''"}:
        opens = form == "``" or (form == '"' and not opened)
        return ("“" if opens else "”"), opens
    return ("—" if form == "--" else form.replace("'", "’")), opened


def _cased(form: str, case: str | None) -> str:
    if case == "title":
        return form[:1].upper() + form[1:]
    return form.upper() if case == "upper" else form.lower() if case == "lower" else form
