"""Silences: who did not report, confirm or comment, and on which claims."""

from collections.abc import Iterator, Sequence
from typing import Final

from dateline.coding.clauses import Clauses
from dateline.coding.places import NEGATIONS
from dateline.records import Claim, Silence

_TELL: Final = frozenset(
    "report confirm comment acknowledge mention announce respond reply say disclose reveal cover publish broadcast claim answer "
    "explain elaborate identify admit address specify carry verify reach".split()
)
_WITHHOLD: Final = frozenset({"decline", "refuse"})  # … to comment
_FAIL: Final = frozenset({"fail"})
_WORD: Final = frozenset({"comment", "word", "response", "reaction", "confirmation", "statement", "reply", "mention", "claim", "report"})
_CUES: Final = _TELL | _WITHHOLD | _FAIL | _WORD
_REACH: Final = 4  # claims back


def silences(clauses: Clauses, told: Sequence[Claim]) -> Iterator[Silence]:
    """The silences of a sentence; `told` are the claims of the story so far, in order."""
    reading = clauses.reading
    for word, lemma in enumerate(reading.lemmas):
        silent = _silent(clauses, word) if lemma in _CUES and reading.upos[word] in {"VERB", "NOUN"} else []
        if silent:
            first, last = _ends(clauses, silent)
            yield Silence(
                start=reading.sentence.start,
                end=reading.sentence.end,
                who=reading.words(first, last),
                about=tuple(claim.id for claim in about(clauses, word, told)),
                cue=lemma,
            )


def unreported(clauses: Clauses) -> set[int]:
    """The words of what is passed over in silence, and of the silence: `no paper reported the visit` is no news of a visit."""
    found: set[int] = set()
    for word, upos in enumerate(clauses.reading.upos):
        if upos == "VERB" and clauses.reading.lemmas[word] in _CUES and _silent(clauses, word):
            found.update({word} if clauses.reading.lemmas[word] in _TELL else ())
            found.update(at for told in clauses.done_to(word) for at in clauses.below(told))
    return found


def _silent(clauses: Clauses, word: int) -> list[int]:
    """Who is silent by `word`: by a negated verb of telling, by declining to comment, by `no comment from`."""
    reading = clauses.reading
    lemma = reading.lemmas[word]
    if reading.upos[word] == "NOUN":
        no = any(reading.lowered[child] == "no" for child in clauses.children(word, "det"))
        return clauses.held(word, "from", "by") if lemma in _WORD and no else []
    if lemma in _WITHHOLD | _FAIL:
        inner = {reading.lemmas[child] for child in clauses.children(word, "xcomp")}
        return clauses.doers(word) if inner & (_TELL if lemma in _FAIL else _TELL - {"reach"}) else []
    if lemma == "reach":
        could_not = _negated(clauses, word) and any(reading.lowered[child] == "for" for child in clauses.below(word))
        return clauses.subjects(word) if could_not and clauses.passive(word) else []
    if lemma not in _TELL or clauses.passive(word) or _unreal(clauses, word) or (lemma == "report" and clauses.held(word, "to")):
        return []
    subjects = clauses.subjects(word)
    nobody = any(_nobody(clauses, one) for one in subjects)
    says_no_more = lemma in {"say", "claim", "explain", "announce", "specify", "identify"} and not list(
        clauses.children(word, "obj", "ccomp")
    )
    return subjects if subjects and (nobody or _negated(clauses, word)) and not says_no_more else []


def _nobody(clauses: Clauses, subject: int) -> bool:
    """Whether a subject is nobody: `no paper`, `neither government`, `media in neither country`."""
    phrases = [subject, *clauses.children(subject, "nmod")]
    words = [subject, *(child for phrase in phrases for child in clauses.children(phrase, "det", "cc:preconj"))]
    return any(clauses.reading.lowered[word] in {"no", "neither", "none", "nobody"} for word in words)


def _negated(clauses: Clauses, word: int) -> bool:
    return any(clauses.reading.lowered[child] in NEGATIONS for child in clauses.children(word, "advmod"))


def _unreal(clauses: Clauses, word: int) -> bool:
    """Whether the telling is itself only wished for, asked or to come."""
    reading = clauses.reading
    modal = any(reading.lowered[child] in {"should", "must", "may", "might", "will", "would"} for child in clauses.children(word, "aux"))
    return modal or reading.relations[word] == "xcomp" or any(reading.lowered[child] == "if" for child in clauses.children(word, "mark"))


def _ends(clauses: Clauses, silent: Sequence[int]) -> tuple[int, int]:
    """The first word of the phrases and the one after their last, without relative clauses and what stands in commas."""
    prepositions = set(clauses.children(silent[0], "case"))
    held = {silent[0]}
    waiting = [silent[0]]
    while waiting:
        one = waiting.pop()
        for child in clauses.children(one):
            if clauses.reading.relations[child] not in {"acl:relcl", "appos", "parataxis", "acl", "punct"}:
                held.add(child)
                waiting.append(child)
    held -= prepositions
    return min(held), max(held) + 1


def about(clauses: Clauses, word: int, told: Sequence[Claim]) -> list[Claim]:
    """The claims that are passed over in silence: those of the object's own event, where it names one, else the last that were told."""
    recent = list(told[-_REACH:])
    if not recent:
        return []
    objects = clauses.lemmas([part for held in clauses.done_to(word) for part in clauses.coordinated(held)])
    named = [claim for claim in told if objects & {claim.trigger.text.lower(), *claim.modes}]
    if named:
        return named[:1]  # what the story told first is its news
    near = [claim for claim in recent if claim.sentence.start == recent[-1].sentence.start and claim.status != "negated"]
    return near or recent[-1:]
