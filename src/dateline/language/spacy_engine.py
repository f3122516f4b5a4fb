"""An engine around a spaCy pipeline that the user has installed: any language, as good as the pipeline."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from dateline.errors import UsageError
from dateline.language.engine import Analysis, Wanted
from dateline.language.phrases import Phrases
from dateline.records import Entity, Sentence, Word
from dateline.records.sentence import EntityKind

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Span

# Labels of OntoNotes and of WikiNER pipelines; those that are missing here name no one and no place (dates, money, …).
KINDS: Final[dict[str, EntityKind]] = {
    "PERSON": "PERSON", "PER": "PERSON", "ORG": "ORG", "GPE": "LOC", "LOC": "LOC", "FAC": "LOC",
    "NORP": "MISC", "MISC": "MISC", "EVENT": "MISC", "PRODUCT": "MISC", "WORK_OF_ART": "MISC", "LAW": "MISC",
}  # fmt: skip


class SpacyEngine:
    """Reads what a spaCy pipeline reads. Its dependency labels are those of its training data, Universal Dependencies or not."""

    def __init__(self, pipeline: "Language") -> None:
        self._pipeline = pipeline

    @classmethod
    def load(cls, name: str) -> "SpacyEngine":
        """The engine around the installed pipeline `name`; UsageError where spaCy or the pipeline is missing."""
        try:
            import spacy
        except ImportError as error:
            raise UsageError("the engine spacy needs the package spacy: pip install spacy") from error
        try:
            return cls(spacy.load(name))
        except OSError as error:
            raise UsageError(f"need the name or folder of an installed spaCy pipeline, as in spacy:en_core_web_sm, got {name!r}") from error

    def __call__(self, text: str, *, wanted: Wanted | None = None, unbroken: Phrases | None = None) -> tuple[Sentence, ...]:
        """The sentences of `text`; see `Engine`. The pipeline analyses all of them; those that are not wanted are left plain."""
        doc = self._pipeline(text)
        return tuple(
            _sentence(tokens, analysed=wanted is None or wanted(text[tokens[0].idx : tokens[-1].idx + len(tokens[-1])]))
            for tokens in _joined(doc, unbroken)
        )

    def read(self, text: str, *, wanted: Wanted | None = None, unbroken: Phrases | None = None) -> Analysis:
        """The sentences of `text`; vectors of this engine have no model of coding."""
        return Analysis(self(text, wanted=wanted, unbroken=unbroken))


def _joined(doc: "Doc", unbroken: Phrases | None) -> "Iterator[Span]":
    """Sentences without white space around them, joined where a boundary would split a phrase."""
    inside: set[int] = set()
    if unbroken is not None:
        for first, last in unbroken.found([token.text for token in doc]):
            inside.update(range(first + 1, last))
    start: int | None = None
    for sentence in doc.sents if doc.has_annotation("SENT_START") else (doc[:],):
        start = sentence.start if start is None else start
        if sentence.end in inside:
            continue
        kept = [token.i for token in doc[start : sentence.end] if not token.is_space]
        if kept:
            yield doc[kept[0] : kept[-1] + 1]
        start = None


def _sentence(tokens: "Span", *, analysed: bool) -> Sentence:
    kept = [token for token in tokens if not token.is_space]
    place = {token.i: index for index, token in enumerate(kept)}
    words = tuple(
        Word(
            start=token.idx,
            end=token.idx + len(token),
            upos=token.pos_ or None,
            features=str(token.morph),
            lemma=token.lemma_ or None,
            head=place.get(token.head.i, place[token.i]),
            relation="root" if token.dep_ == "ROOT" else token.dep_ or None,
        )
        if analysed
        else Word(start=token.idx, end=token.idx + len(token))
        for token in kept
    )
    entities = tuple(
        Entity(start=found.start_char, end=found.end_char, first=place[found.start], last=place[found.end - 1] + 1, kind=kind)
        for found in (tokens.ents if analysed else ())
        if (kind := KINDS.get(found.label_)) and found.start in place and found.end - 1 in place
    )
    return Sentence(start=words[0].start, end=words[-1].end, words=words, entities=entities, analysed=analysed)
