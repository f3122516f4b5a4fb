"""The open corpora that the English model learns from, each as examples."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from dateline.learn.language.entity_files import Labelled, documents, names, ours
from dateline.learn.language.examples import Example, Label, Syntax, bio, with_nationalities
from dateline.learn.language.gum_names import gum_names
from dateline.learn.language.name_lists import Names
from dateline.learn.language.treebank import Tree, trees

EWT = "ud_ewt/en_ewt-ud-train.rebuilt.conllu"
GUM = "ud_gum/en_gum-permissive-train.rebuilt.conllu"
UNER = "uner_ewt_train/en_ewt-ud-train.iob2"
WIKIGOLD = "wikigold/data/wikigold/CONLL-format/data/wikigold.conll.txt"
CROSSNER = ("crossner_politics/ner_data/politics/train.txt", "crossner_politics/ner_data/politics/dev.txt")
WNUT = ("wnut17/data/WNUT17/CONLL-format/data/train/wnut17train.conll", "wnut17/data/WNUT17/CONLL-format/data/dev/emerging.dev.conll")
BTC = tuple(f"btc/data/BTC/CONLL-format/data/{part}.conll" for part in "abefgh")
TWEETS_WEIGHT = 0.3  # tweets name people as news never does


@dataclass(frozen=True)
class Corpora:
    """Where the corpora lie, and the lists of names that some labels are mended by."""

    folder: Path
    names: Names

    def main(self) -> list[Example]:
        """What every epoch reads: both treebanks, and the entity corpora of edited text."""
        return [*self.ewt(), *self.gum(), *self.wikigold(), *self.crossner()]

    def tweets(self) -> list[Example]:
        """What every epoch reads a part of."""
        return [*self.wnut(), *self.btc()]

    def ewt(self) -> Iterator[Example]:
        """EWT's trees with the names that Universal NER marks in them, in both conventions."""
        marked: dict[tuple[str, ...], Labelled] = {}
        for document in documents(self.folder / UNER, column=3):
            for sentence in document:
                marked.setdefault(sentence.words, sentence)
        for tree in trees(self.folder / EWT):
            words = tuple(token.word for token in tree.tokens)
            syntax = _syntax(tree)
            if words not in marked:
                yield Example(words, tree.document, syntax)
                continue
            found = [name for name in names(marked[words].labels) if name[2] != "O"]
            news = [(first, last, self._news_kind(words[first:last], kind)) for first, last, kind in found]
            uner = [(first, last, {"PER": "PERSON"}.get(kind, kind)) for first, last, kind in found if kind != "OTH"]
            labels = with_nationalities(words, bio(news, len(words)), self.names.nationalities, upos=syntax.upos)
            yield Example(words, tree.document, syntax, labels, bio(uner, len(words)))

    def _news_kind(self, words: tuple[str, ...], kind: str) -> str:
        if kind == "ORG":  # Universal NER has countries that act as ORG
            return "LOC" if " ".join(words).lower() in self.names.countries else "ORG"
        return {"PER": "PERSON", "LOC": "LOC", "OTH": "MISC"}[kind]

    def gum(self) -> Iterator[Example]:
        """GUM's permissively licensed training documents, with names worked out from its entities."""
        for tree in trees(self.folder / GUM):
            words = tuple(token.word for token in tree.tokens)
            syntax = _syntax(tree)
            found, unknown = gum_names(tree)
            labels = with_nationalities(words, bio(found, len(words)), self.names.nationalities, upos=syntax.upos)
            kept = tuple(None if label == "O" and index in unknown else label for index, label in enumerate(labels))
            yield Example(words, tree.document, syntax, kept)

    def wikigold(self) -> Iterator[Example]:
        """WikiGold."""
        for sentence in _sentences(self.folder / WIKIGOLD, column=2):
            yield Example(sentence.words, "wikigold", news=_ours(sentence))

    def crossner(self) -> Iterator[Example]:
        """CrossNER's politics, train and dev."""
        for path in CROSSNER:
            for number, sentence in enumerate(_sentences(self.folder / path)):
                labels = with_nationalities(sentence.words, _ours(sentence), self.names.nationalities)
                yield Example(sentence.words, f"crossner{number}", news=labels)

    def wnut(self) -> Iterator[Example]:
        """WNUT 2017, train and dev."""
        for path in WNUT:
            for number, sentence in enumerate(_sentences(self.folder / path)):
                yield self._tweet(sentence.words, _ours(sentence), f"wnut{number}")

    def btc(self) -> Iterator[Example]:
        """The Broad Twitter Corpus; the names of accounts (`@` and what follows) are left open."""
        for path in BTC:
            for sentence in _sentences(self.folder / path):
                marked = list(sentence.labels)
                for at in (index for index, word in enumerate(sentence.words) if word == "@"):
                    for index, label in ((at, "B-account"), (at + 1, "I-account")):
                        if index < len(marked) and marked[index] != "O":
                            marked[index] = label
                labels = _ours(Labelled(sentence.words, tuple(marked)))
                yield self._tweet(sentence.words, labels, "btc")

    def _tweet(self, words: tuple[str, ...], labels: tuple[Label, ...], document: str) -> Example:
        open_labels = with_nationalities(words, labels, self.names.nationalities, label=None)
        return Example(words, document, news=open_labels, weight=TWEETS_WEIGHT)


def _sentences(path: Path, column: int | None = 2) -> Iterator[Labelled]:
    for document in documents(path, column=column):
        yield from document


def _ours(sentence: Labelled) -> tuple[Label, ...]:
    marked = names(sentence.labels)
    found = [(first, last, label) for first, last, kind in marked if (label := ours(kind))]
    unknown = (index for first, last, kind in marked if kind == "account" for index in range(first, last))
    return bio(found, len(sentence.words), unknown)


def _syntax(tree: Tree) -> Syntax:
    columns = zip(*((token.upos, token.feats, token.head, token.relation) for token in tree.tokens), strict=True)
    return Syntax(*columns)
