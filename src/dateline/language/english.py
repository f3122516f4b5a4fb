"""The engine that Dateline ships: a segmenter, one small encoder with joint heads, and a lemmatizer."""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, cast

import msgspec
import numpy as np
from tokenizers import Tokenizer

from dateline.errors import UsageError
from dateline.language.decode import Indices, Scores, follows, tag_paths, tree_behind
from dateline.language.engine import Analysis, Wanted, texts_of
from dateline.language.lemma import Lemmatizer, Lexicon
from dateline.language.names import NameLists
from dateline.language.network import Network, Read
from dateline.language.openings import opening
from dateline.language.phrases import Phrases
from dateline.language.segment import Segmenter
from dateline.language.units import Spans
from dateline.language.windows import Windows
from dateline.records import Entity, Sentence, Word
from dateline.records.sentence import EntityKind

_LONE_SURROGATE: Final = re.compile("[\ud800-\udfff]")  # no tokenizer takes what no encoding can hold
NEEDED: Final = ("encoder.onnx", "relations.onnx", "tokenizer.json", "model.json", "segmenter.npz", "names.tsv.gz", "lexicon.tsv.gz")


class Labels(msgspec.Struct, frozen=True, kw_only=True):
    """`model.json`: what the network's numbers mean, and the words that are several words in one."""

    upos: tuple[str, ...]
    features: tuple[str, ...]
    relations: tuple[str, ...]
    names: tuple[str, ...]  # BIO labels
    splits: dict[str, tuple[int, ...]]


@dataclass(frozen=True)
class Parts:
    """What an engine is put together from."""

    labels: Labels
    segmenter: Segmenter
    windows: Windows
    network: Network
    lemmatizer: Lemmatizer


class EnglishEngine:
    """Reads English. See `dateline.language.engine.Engine`."""

    def __init__(self, parts: Parts) -> None:
        self._labels = parts.labels
        self._segmenter = parts.segmenter
        self._windows = parts.windows
        self._network = parts.network
        self._lemmatizer = parts.lemmatizer
        self._follows = follows(parts.labels.names)
        self._features = tuple("" if features == "_" else features for features in parts.labels.features)

    @classmethod
    def load(cls, folder: Path, *, threads: int = 1) -> "EnglishEngine":
        """The engine whose model lies in `folder`; UsageError where a file of it is missing."""
        missing = [name for name in NEEDED if not (folder / name).is_file()]
        if missing:
            raise UsageError(f"need a model with {', '.join(NEEDED)}, found none of {', '.join(missing)} in {folder}")
        labels = msgspec.json.decode((folder / "model.json").read_bytes(), type=Labels)
        return cls(
            Parts(
                labels=labels,
                segmenter=Segmenter.load(folder / "segmenter.npz", labels.splits),
                windows=Windows(Tokenizer.from_file(str(folder / "tokenizer.json")), NameLists.load(folder / "names.tsv.gz")),
                network=Network(folder, threads=threads),
                lemmatizer=Lemmatizer(Lexicon.load(folder / "lexicon.tsv.gz")),
            )
        )

    def __call__(self, text: str, *, wanted: Wanted | None = None, unbroken: Phrases | None = None) -> tuple[Sentence, ...]:
        """The sentences of `text`; see `Engine`."""
        return self.read(text, wanted=wanted, unbroken=unbroken).sentences

    def read(self, text: str, *, wanted: Wanted | None = None, unbroken: Phrases | None = None) -> Analysis:
        """The sentences of `text` with the vectors of their words; see `Engine`."""
        text = _LONE_SURROGATE.sub("\ufffd", text)
        spans = self._segmenter(text, unbroken=unbroken)
        chosen = [words for words in spans if wanted is None or wanted(text[words[0][0] : words[-1][1]])]
        if not chosen:
            return Analysis(tuple(_plain(words) for words in spans))
        built, vectors = self._analysed(text, chosen)
        analysed = {words[0][0]: sentence for words, sentence in zip(chosen, built, strict=True)}
        sentences = tuple(analysed.get(words[0][0]) or _plain(words) for words in spans)
        owners = [index for index, sentence in enumerate(sentences) if sentence.analysed]
        return Analysis(sentences, dict(zip(owners, vectors, strict=True)))

    def names(self, sentences: Sequence[Sequence[str]], *, convention: str = "news") -> list[list[str]]:
        """BIO labels of sentences that come as words, read together as one text; for measuring on corpora.

        `convention` is `news`, the engine's own, or `uner`, that of Universal NER: countries that act are ORG, and there is no MISC.
        """
        lengths = [len(words) for words in sentences]
        read = self._network(self._windows(sentences), lengths, names=convention)
        return [[self._labels.names[label] for label in row] for row in self._paths(read.names, lengths)]

    def _analysed(self, text: str, sentences: Sequence[Spans]) -> tuple[list[Sentence], list[Scores]]:
        forms = texts_of(sentences, text)
        lengths = [len(words) for words in forms]
        read = self._network(self._windows(forms), lengths)
        paths = [[self._labels.names[label] for label in row] for row in self._paths(read.names, lengths)]
        fronts = [opening(words, labels) for words, labels in zip(forms, paths, strict=True)]
        firsts = np.cumsum([0, *lengths])
        trees = [tree_behind(arcs, front) for arcs, front in zip(read.arcs, fronts, strict=True)]
        heads = np.concatenate([heads + first for heads, first in zip(trees, firsts, strict=False)])
        named = [label != "O" for row in paths for label in row]
        words = self._words(sentences, forms, read, heads, named)
        built = []
        for index, (spans, labels, front) in enumerate(zip(sentences, paths, fronts, strict=True)):
            held = words[firsts[index] : firsts[index + 1]]
            held[:front] = [_loose(word, front) for word in held[:front]]
            built.append(Sentence(start=spans[0][0], end=spans[-1][1], words=tuple(held), entities=_entities(spans, labels)))
        return built, np.split(read.vectors, firsts[1:-1])

    def _words(
        self, sentences: Sequence[Spans], forms: Sequence[Sequence[str]], read: Read, heads: Indices, named: Sequence[bool]
    ) -> list[Word]:
        """The words of all sentences, end to end; their heads are indices within their sentences."""
        relations = [self._labels.relations[number] for number in self._network.relations(read, heads).tolist()]
        flat = [
            (span, form, index)
            for spans, row in zip(sentences, forms, strict=True)
            for index, (span, form) in enumerate(zip(spans, row, strict=True))
        ]
        made = []
        columns = zip(flat, read.upos.tolist(), read.features.tolist(), heads.tolist(), relations, strict=True)
        for place, ((span, form, index), tag, feats, head, relation) in enumerate(columns):
            upos, features = self._labels.upos[tag], self._features[feats]
            made.append(
                Word(
                    start=span[0],
                    end=span[1],
                    upos=upos,
                    features=features,
                    lemma=self._lemmatizer(form, upos, features, named=named[place]),
                    head=head - place + index,
                    relation="root" if head == place else relation,
                )
            )
        return made

    def _paths(self, scores: Scores, lengths: Sequence[int]) -> list[list[int]]:
        """Labels of names, sentence by sentence."""
        padded = np.zeros((len(lengths), max(lengths), scores.shape[1]), dtype=np.float32)
        first = 0
        for row, length in enumerate(lengths):
            padded[row, :length] = scores[first : first + length]
            first += length
        paths = tag_paths(padded, np.array(lengths, dtype=np.int64), self._follows)
        return [path[:length].tolist() for path, length in zip(paths, lengths, strict=True)]


def _loose(word: Word, front: int) -> Word:
    """A word of a dateline; the one that depends on the sentence behind it does so in no way that grammar knows."""
    return msgspec.structs.replace(word, relation="dep") if word.head is not None and word.head >= front else word


def _entities(spans: Spans, labels: Sequence[str]) -> tuple[Entity, ...]:
    found = []
    for first, label in enumerate(labels):
        if label.startswith("B-"):
            last = first + 1
            while last < len(labels) and labels[last].startswith("I-"):
                last += 1
            found.append(Entity(start=spans[first][0], end=spans[last - 1][1], first=first, last=last, kind=cast(EntityKind, label[2:])))
    return tuple(found)


def _plain(spans: Spans) -> Sentence:
    words = tuple(Word(start=start, end=end) for start, end in spans)
    return Sentence(start=spans[0][0], end=spans[-1][1], words=words, analysed=False)


def written(labels: Labels) -> bytes:
    """`model.json` as it is stored: sorted and indented, so that two builds can be compared."""
    return (
        json.dumps(cast(Mapping[str, object], msgspec.to_builtins(labels)), ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    ).encode()
