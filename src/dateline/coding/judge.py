"""The model of claims: two layers on the language engine's vectors that say of each word which event it tells, and who takes part."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Final, cast

import msgspec
import numpy as np
import onnxruntime
from numpy.typing import NDArray

from dateline.coding.cast import Cast
from dateline.coding.clauses import Clauses
from dateline.coding.features import Labels, beside, inputs
from dateline.coding.lexicon import Lexicon
from dateline.coding.matching import Match
from dateline.errors import UsageError

Scores = NDArray[np.float32]
SHIPPED: Final = Path(str(files("dateline.coding"))) / "models" / "english"
_NEEDED: Final = ("coder.onnx", "model.json")
EVEN: Final = 0.5
WORDS: Final = 60  # a run of so many costs least a word
_UNSEEN: Final = -1e4
_OUTPUTS: Final = ("kinds", "modes", "triggers", "fillers", "leanings")


@dataclass(frozen=True)
class Judgement:
    """What the model makes of one sentence; arrays have one row a word."""

    labels: Labels
    kinds: Scores  # (words, 1 + types): the chance of no event, then of each type
    modes: Scores  # (words, modes), chances
    triggers: Scores  # (words, roles, width): a word as a trigger …
    fillers: Scores  # … and as one who fills a role
    leanings: Scores  # (words, roles)
    weights: Scores  # (BESIDE, roles): what a place beside the trigger counts

    def event(self, word: int) -> float:
        """The chance that a word tells an event."""
        return float(1 - self.kinds[word, 0])

    def of_type(self, word: int, type_: str) -> float:
        """The chance that a word tells an event of a type."""
        return float(self.kinds[word, 1 + self.labels.types.index(type_)])

    def type(self, word: int) -> str:
        """The likeliest type of an event at a word."""
        return self.labels.types[int(self.kinds[word, 1:].argmax())]

    def modes_of(self, word: int, type_: str) -> tuple[str, ...]:
        """The likely modes of an event of a type at a word."""
        return tuple(mode for place, (of, mode) in enumerate(self.labels.modes) if of == type_ and self.modes[word, place] > EVEN)

    def roles(self, clauses: Clauses, cast_: Cast, word: int, match: Match | None) -> Scores:
        """(words, roles): the chance that each word fills a role of the event at `word`."""
        product = np.einsum("nrw,rw->nr", self.fillers, self.triggers[word]) / np.sqrt(self.fillers.shape[-1])
        return _chances(product + self.leanings + beside(clauses, cast_, word, match) @ self.weights)


@dataclass(frozen=True)
class Judged:
    """A sentence to be judged: `vectors` are (words, width), `proposed` what the rules find."""

    clauses: Clauses
    vectors: Scores
    proposed: Sequence[Match]


class Judge:
    """The shipped model of claims, or one of the same shape in another folder."""

    def __init__(self, folder: Path, *, threads: int = 1) -> None:
        """Loads the model; UsageError where a file of it is missing."""
        missing = [name for name in _NEEDED if not (folder / name).is_file()]
        if missing:
            raise UsageError(f"need a model of claims with {', '.join(_NEEDED)}, found none of {', '.join(missing)} in {folder}")
        stored = msgspec.json.decode((folder / "model.json").read_bytes(), type=_Stored)
        self.labels = stored.labels
        self._weights = np.array(stored.beside, dtype=np.float32)
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        self._session = onnxruntime.InferenceSession(
            str(folder / "coder.onnx"), options, providers=["CPUExecutionProvider"], disabled_optimizers=["SkipLayerNormFusion"]
        )  # on one core the fused kernel is slower than its parts, by an eighth of the whole

    def __call__(self, sentences: Sequence[Judged], cast_: Cast, lexicon: Lexicon) -> list[Judgement]:
        """What the model makes of each sentence; some are laid end to end in a run, each seeing itself only."""
        found: list[Judgement] = []
        for batch in _batches(sentences):
            found += self._run(batch, cast_, lexicon)
        return found

    def _run(self, batch: Sequence[Judged], cast_: Cast, lexicon: Lexicon) -> Iterator[Judgement]:
        given = [inputs(one.clauses, cast_, one.proposed, lexicon, self.labels) for one in batch]
        owners = np.repeat(np.arange(len(batch)), [len(one.upos) for one in given])
        told = {
            "vectors": np.concatenate([one.vectors for one in batch])[None],
            "upos": np.concatenate([one.upos for one in given])[None],
            "relations": np.concatenate([one.relations for one in given])[None],
            "hints": np.concatenate([one.hints for one in given])[None],
            "mask": np.where(owners[:, None] == owners[None], 0, _UNSEEN).astype(np.float32)[None, None],
        }
        ends = np.cumsum([len(one.upos) for one in given])[:-1]
        columns = [np.split(column[0], ends) for column in self._session.run(_OUTPUTS, told)]
        for kinds, modes, triggers, fillers, leanings in zip(*columns, strict=True):
            yield Judgement(self.labels, kinds, modes, triggers, fillers, leanings, self._weights)


def _batches(sentences: Sequence[Judged]) -> Iterator[list[Judged]]:
    """Sentences in runs of about WORDS words."""
    batch: list[Judged] = []
    size = 0
    for one in sentences:
        words = len(one.clauses.reading.forms)
        if batch and size + words > WORDS:
            yield batch
            batch, size = [], 0
        batch.append(one)
        size += words
    if batch:
        yield batch


class _Stored(msgspec.Struct, frozen=True, kw_only=True):
    labels: Labels
    beside: list[list[float]]


def _chances(scores: NDArray[np.floating]) -> Scores:
    return cast(Scores, 1 / (1 + np.exp(-scores)))


@cache
def judge() -> Judge:
    """The model of claims that ships, for PLOVER and the shipped language engine."""
    return Judge(SHIPPED)
