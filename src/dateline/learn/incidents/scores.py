"""How well claims tell the incidents of a document that people filled in: found or not, and of those found what is right."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from dateline.knowledge.countries import Countries
from dateline.learn.incidents.confidence import confidence
from dateline.learn.incidents.judge import judged, paired, together
from dateline.learn.incidents.keys import Incident, keys
from dateline.learn.incidents.relevant import incidents, kind
from dateline.learn.incidents.stories import stories
from dateline.records import Claim, Document

SLOTS: Final = ("type", "day", "country", "perpetrator", "confidence")
Coder = Callable[[Iterable[Document]], Iterator[Document]]


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentScores:
    """Documents `found` of those that `have` an incident, among the `said`; by slot the incidents that are right and that are asked."""

    found: int
    have: int
    said: int
    right: Mapping[str, int]
    asked: Mapping[str, int]
    errors: tuple[str, ...] = ()

    @property
    def f1(self) -> float:
        """Of documents."""
        return 2 * self.found / max(self.have + self.said, 1)

    def share(self, slot: str) -> float:
        """The share of the incidents found of which a slot is right."""
        return self.right.get(slot, 0) / max(self.asked.get(slot, 0), 1)

    def lines(self) -> list[str]:
        """One measure a line, then one error a line."""
        return [f"incident F1 {self.f1:.3f}", *(f"{slot} {self.share(slot):.3f}" for slot in SLOTS), *self.errors]


def evaluate(folder: Path, code: Coder, countries: Countries, *, errors: bool = False) -> IncidentScores:
    """The scores over a test set: its stories, coded by `code`, against its keys."""
    return scores(code(stories(folder)), keys(folder), countries, errors=errors)


def scores(
    documents: Iterable[Document], gold: Mapping[str, Sequence[Incident]], countries: Countries, *, errors: bool = False
) -> IncidentScores:
    """The scores of coded documents; `gold` is by the article's key. With `errors` also what was missed, made up or wrong."""
    tally = _Tally(countries)
    for document in documents:
        article = document.article
        key = article.key if article else None
        if article is not None and key is not None and key in gold:
            tally.add(key, article.text, list(incidents(together(document.claims), article.published.last)), gold[key])
    return tally.scores(errors=errors)


@dataclass(slots=True)
class _Tally:
    """Counts as documents come in."""

    countries: Countries
    found: int = 0
    have: int = 0
    said: int = 0
    right: dict[str, int] = field(default_factory=dict)
    asked: dict[str, int] = field(default_factory=dict)
    errors: list[str] = field(default_factory=list)

    def add(self, message: str, text: str, told: Sequence[Claim], gold: Sequence[Incident]) -> None:
        """Counts one document. Where the key has optional incidents only, finding one or none is as good."""
        sure = [incident for incident in gold if not incident.optional]
        if sure or not gold:
            self.have += bool(sure)
            self.said += bool(told)
            self.found += bool(sure and told)
        if sure and not told:
            self.errors.append(f"{message} missed: {sure[0].type} of {', '.join(sure[0].words[:2]) or 'nobody named'}")
        if told and not gold:
            first = told[0]
            self.errors.append(f"{message} made up: «{first.trigger.text}» in {text[first.sentence.start : first.sentence.end]}")
        for incident, claim in paired(text, sure, told, self.countries):
            self._count(incident, claim)

    def scores(self, *, errors: bool) -> IncidentScores:
        """What the counts come to."""
        return IncidentScores(
            found=self.found,
            have=self.have,
            said=self.said,
            right=self.right,
            asked=self.asked,
            errors=tuple(self.errors) if errors else (),
        )

    def _count(self, incident: Incident, claim: Claim) -> None:
        for slot, right in judged(incident, claim, self.countries).items():
            self.asked[slot] = self.asked.get(slot, 0) + 1
            self.right[slot] = self.right.get(slot, 0) + right
            if not right:
                self.errors.append(f"{incident.message} {incident.number} {slot}: want {_wanted(incident, slot)}, got {_got(claim, slot)}")


def _wanted(incident: Incident, slot: str) -> str:
    told: dict[str, object] = {
        "type": incident.type,
        "day": " or ".join(f"{days.first or '…'}–{days.last}" for days in incident.days),
        "country": " / ".join(incident.countries),
        "perpetrator": " / ".join(incident.perpetrators),
        "confidence": " / ".join(incident.confidence),
    }
    return str(told[slot])


def _got(claim: Claim, slot: str) -> str:
    when, where = claim.when, claim.where
    told: dict[str, object] = {
        "type": f"{kind(claim)} {' '.join(claim.modes)}",
        "day": f"{when.first}–{when.last} ({when.text}, {when.basis})" if when else "none",
        "country": f"{where.country} ({where.text})" if where else "none",
        "perpetrator": " / ".join(actor.text for actor in claim.actors) or "nobody",
        "confidence": confidence(claim),
    }
    return f"{told[slot]} at «{claim.trigger.text}»"
