"""The lexicon of the lemmatizer: WordNet's words and irregular forms, and what treebanks lemmatize otherwise."""

import gzip
import json
from collections import Counter
from collections.abc import Iterable
from importlib.resources import files
from pathlib import Path
from typing import Final

from dateline.errors import UsageError
from dateline.language.lemma import ANY, CLOSED, Lemmatizer, Lexicon, key
from dateline.learn.language.treebank import Token

KINDS: Final = ("noun", "verb", "adj", "adv")
LEAST_SHARE: Final = 0.5  # of the times a form is seen, its lemma must be this one more often


def wordnet() -> Lexicon:
    """WordNet 3.0's words and exceptions, as the package spacy-lookups-data carries them; UsageError where it is not installed."""
    try:
        folder = files("spacy_lookups_data") / "data"
    except ModuleNotFoundError as error:
        raise UsageError("building the lexicon needs the package spacy-lookups-data: pip install --no-deps spacy-lookups-data") from error
    tables = {part: json.loads(gzip.decompress((folder / f"en_lemma_{part}.json.gz").read_bytes())) for part in ("index", "exc")}
    words = {kind: frozenset(word for word in tables["index"][kind] if word.islower() or not word.isalpha()) for kind in KINDS}
    irregular = {kind: {form: _other(form, lemmas) for form, lemmas in tables["exc"][kind].items()} for kind in KINDS}
    return Lexicon(words, irregular, {})


def _other(form: str, lemmas: list[str]) -> str:
    return next((lemma for lemma in lemmas if lemma != form), form)


def learned(base: Lexicon, tokens: Iterable[Token], nationalities: Iterable[str]) -> Lexicon:
    """`base` with the exceptions of a treebank: forms whose usual lemma is not what `base` and the rules give.

    `nationalities` keep their capital whatever is done to the text.
    """
    peoples = {(name.lower(), "ADJ", ANY): name for name in sorted(nationalities) if name.isalpha()}
    exact: dict[tuple[str, str, str], Counter[str]] = {}
    folded: dict[tuple[str, str, str], Counter[str]] = {}
    for token in tokens:
        features = key("" if token.feats == "_" else token.feats)
        form = token.word.replace("’", "'")
        exact.setdefault((token.word, token.upos, features), Counter())[token.lemma] += 1
        if token.upos != "PROPN" and (form.lower(), token.upos, ANY) not in peoples:
            folded.setdefault((form.lower(), token.upos, features), Counter())[token.lemma if form.islower() else token.lemma.lower()] += 1
    whatever: dict[tuple[str, str, str], Counter[str]] = {}
    for (form, upos, _), counts in folded.items():
        if upos in CLOSED or (upos == "NOUN" and form.endswith("s")):
            whatever.setdefault((form, upos, ANY), Counter()).update(counts)
    seen = dict(peoples)
    for asked, counts in whatever.items():
        lemma = _usual(counts)
        if lemma and (lemma == asked[0]) == (asked[1] == "NOUN"):
            seen[asked] = lemma
    plain = Lemmatizer(Lexicon(base.words, base.irregular, dict(seen)))
    seen |= {asked: lemma for asked, counts in folded.items() if (lemma := _usual(counts)) and lemma != plain.fresh(*asked)}
    with_folded = Lemmatizer(Lexicon(base.words, base.irregular, seen))
    for asked, counts in exact.items():
        lemma = _usual(counts)
        if lemma and counts.total() > (1 if asked[1] != "PROPN" else 0) and lemma != with_folded.fresh(*asked):
            seen[asked] = lemma
    return Lexicon(base.words, base.irregular, seen)


def _usual(counts: Counter[str]) -> str | None:
    lemma, count = min(counts.items(), key=lambda item: (-item[1], item[0]))
    return lemma if count > LEAST_SHARE * counts.total() and lemma != "_" else None


def save(lexicon: Lexicon, path: Path) -> None:
    """Writes `lexicon` as `Lexicon.load` reads it; the same lexicon gives the same bytes."""
    rows: list[tuple[str, ...]] = [("w", kind, word) for kind in KINDS for word in sorted(lexicon.words[kind])]
    rows += [("i", kind, form, lemma) for kind in KINDS for form, lemma in sorted(lexicon.irregular[kind].items())]
    rows += [("s", *asked, lemma) for asked, lemma in sorted(lexicon.seen.items())]
    with path.open("wb") as raw, gzip.GzipFile(fileobj=raw, mode="wb", mtime=0, filename="") as packed:
        packed.write("".join("\t".join(row) + "\n" for row in rows).encode())
