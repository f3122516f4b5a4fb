"""Labels of the Causal News Corpus, kept apart from its text: claims by character offsets, and how far two readings agree."""

import csv
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Final

from dateline.errors import UsageError
from dateline.learn.coding.marks import ROLES, Marked, MarkedClaim, trigger
from dateline.ontology import Ontology
from dateline.records import Span

TEXTS: Final = ("causal_news_corpus/data/V2/train_subtask1.csv", "causal_news_corpus/data/V2/dev_subtask1.csv")  # under the corpora
_LETTERS: Final = {name: letter for letter, name in ROLES.items()}


def texts(corpora: Path) -> dict[str, str]:
    """The corpus' sentences by their ids; UsageError where it is not there."""
    found = {}
    for name in TEXTS:
        if not (corpora / name).is_file():
            raise UsageError(f"need the Causal News Corpus, found no {corpora / name}")
        with (corpora / name).open(encoding="utf-8-sig", newline="") as lines:
            found.update({row["index"]: row["text"] for row in csv.DictReader(lines)})
    return found


def labelled(file: Path, sentences: Mapping[str, str], ontology: Ontology) -> Iterator[Marked]:
    """The sentences that `file` labels: an id, then by tab `TYPE modes status start-end role:start-end …` for each claim."""
    with file.open(encoding="utf-8") as lines:
        for line in lines:
            if not line.startswith("#"):
                name, *claims = line.rstrip("\n").split("\t")
                if name not in sentences:
                    raise UsageError(f"{file}: need an id of the corpus, found {name}")
                yield Marked(sentences[name], tuple(_claim(claim, ontology, at=name) for claim in claims), name)


def _claim(written: str, ontology: Ontology, *, at: str) -> MarkedClaim:
    words = written.split()
    first = next(place for place, word in enumerate(words) if word[0].isdigit())
    _, claim = trigger(" ".join(["0", *words[:first]]), _span(words[first]), ontology, at=at)
    for word in words[first + 1 :]:
        letter, _, span = word.partition(":")
        claim.roles.setdefault(ROLES[letter], []).append(_span(span))
    return claim


def _span(written: str) -> Span:
    start, _, end = written.partition("-")
    return Span(start=int(start), end=int(end))


def written(one: Marked) -> str:
    """A sentence's labels as a line of the file."""
    return "\t".join([one.at, *(_written(claim) for claim in one.claims)])


def _written(claim: MarkedClaim) -> str:
    status = [] if claim.status == "happened" else [claim.status]
    roles = [f"{_LETTERS[name]}:{span.start}-{span.end}" for name, spans in claim.roles.items() for span in spans]
    return " ".join([claim.type, *claim.modes, *status, f"{claim.trigger.start}-{claim.trigger.end}", *roles])


def agreement(first: Iterable[Marked], second: Iterable[Marked]) -> dict[str, float]:
    """F1 of triggers (by overlap) that two readings of the same sentences share, of shared ones the same type and status, F1 of roles."""
    others = {one.at: one for one in second}
    pairs = [(one, others[one.at]) for one in first if one.at in others]
    shared = [(a, b) for one, other in pairs for a, b in _matched(one, other)]
    total = sum(len(one.claims) + len(other.claims) for one, other in pairs)
    alike = sum(_alike(a, b) for a, b in shared)
    roles = sum(sum(len(spans) for spans in claim.roles.values()) for pair in shared for claim in pair)
    return {
        "sentences": len(pairs),
        "trigger F1": 2 * len(shared) / max(1, total),
        "type": sum(a.type == b.type for a, b in shared) / max(1, len(shared)),
        "status": sum(a.status == b.status for a, b in shared) / max(1, len(shared)),
        "role F1": 2 * alike / max(1, roles),
    }


def adjudicated(first: Iterable[Marked], second: Iterable[Marked]) -> Iterator[Marked]:
    """What two readings agree on, as the first has it; triggers that one alone has, or that have two types, are doubtful."""
    others = {one.at: one for one in second}
    for one in first:
        other = others.get(one.at, one)
        pairs = list(_matched(one, other))
        agreed = [mine for mine, theirs in pairs if mine.type == theirs.type]
        doubtful = [claim.trigger for claim in (*one.claims, *other.claims) if claim not in agreed]
        settled = tuple(span for span in doubtful if not any(_overlap(span, claim.trigger) for claim in agreed))
        yield Marked(one.text, tuple(agreed), one.at, doubtful=settled)


def _matched(one: Marked, other: Marked) -> Iterator[tuple[MarkedClaim, MarkedClaim]]:
    free = list(other.claims)
    for claim in one.claims:
        match = next((held for held in free if _overlap(claim.trigger, held.trigger)), None)
        if match is not None:
            free.remove(match)
            yield claim, match


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _alike(one: MarkedClaim, other: MarkedClaim) -> int:
    return sum(any(_overlap(span, held) for held in other.roles.get(name, ())) for name, spans in one.roles.items() for span in spans)
