"""How a claim came about, in plain words."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from dateline.ontology import Ontology
from dateline.records import Article, Claim, Document, Party, Published, Quantity, Source, When, Where
from dateline.views.lexicon_rows import rows_named

Section = tuple[str, tuple[str, ...]]  # a heading, and its lines

_BASES: Final = {
    "stated": "the words say so",
    "relative": "reckoned from the day of publication or from a day told before",
    "dateline": "the day of the dateline",
    "published": "only the day of publication is known",
    "unknown": "the words do not settle it",
}
# Words that can make a status: what the reader looks at first. Which of them decided is the grammar's business, and not in the record.
_CUES: Final = {
    "negated": "not n't no never neither nor without deny denied denies dismiss dismissed reject rejected fail failed prevent prevented",
    "future": "will shall would 'll to plan plans planned expected scheduled set due vowed pledged promised",
    "hypothetical": "if unless whether may might could should possible consider considering considered fear fears risk proposed",
}
_WORD: Final = re.compile(r"n['’]t\b|['’]ll\b|\w+")


def explanation(claim: Claim, record: Document, article: Article, *, ontology: Ontology, lexicon: Path) -> Iterator[Section]:
    """The sections of the explanation, in the order in which people ask."""
    yield "claim", (claim.id,)
    yield "words", (f"“{marked(claim, article)}”", _placed(article))
    yield "what", tuple(_what(claim, ontology))
    yield "status", tuple(_status(claim, article, ontology))
    yield "who", _parties(claim.actors)
    yield "to whom", _parties(claim.recipients)
    yield "when", _when(claim.when, article.published)
    yield "where", _where(claim.where)
    yield "on whose word", tuple(_chain(claim.sources))
    if claim.quantities:
        yield "how many", tuple(f"{kind}: {_amount(amount)}" for kind, amount in claim.quantities.items())
    yield "why", (*claim.why, f"confidence {claim.confidence:g}, which orders claims")
    if rows := tuple(rows_named(claim.why, lexicon)):
        yield "lexicon", rows
    if claim.same_as:
        yield "told again", claim.same_as
    yield "left out", tuple(_left_out(claim, record)) or ("nothing",)


def marked(claim: Claim, article: Article) -> str:
    """The sentence on one line, with the trigger between `**`."""
    sentence, trigger = claim.sentence, claim.trigger
    before, after = article.text[sentence.start : trigger.start], article.text[trigger.end : sentence.end]
    return " ".join(f"{before}**{trigger.text}**{after}".split())


def _placed(article: Article) -> str:
    held = article.published
    years = f", in one of the years {', '.join(map(str, held.years))}" if len(held.years) > 1 else ""
    published = f"published {_days(held.first, held.last)} (basis: {held.basis}{years})"
    carried = " / ".join(filter(None, [article.outlet, article.agency])) or "outlet unknown"
    return f"{f'in «{article.title}», ' if article.title else ''}{carried}, {published}; read from {article.path}"


def _what(claim: Claim, ontology: Ontology) -> Iterator[str]:
    held = ontology.types.get(claim.type)
    yield f"{claim.type}: {held.covers if held else 'not in this ontology'}"
    for mode in claim.modes:
        known = held.modes.get(mode) if held else None
        yield f"mode {mode}{f': {known.covers}' if known else ''}"
    yield from (f"context {context}" for context in claim.contexts)
    yield f"{ontology.quads.get(claim.quad, 'quad class')} ({claim.quad}), score {claim.score:g} on a scale from −10 to 10"


def _status(claim: Claim, article: Article, ontology: Ontology) -> Iterator[str]:
    yield f"{claim.status}: {ontology.statuses.get(claim.status, '')}".rstrip(": ")
    last, published = claim.when.last if claim.when else None, article.published.last
    if claim.status == "historical" and last and published:
        yield f"the event's last day, {last}, lies {(published - last).days} days before publication"
    cues = set(_CUES.get(claim.status, "").split())
    words = [word for word in _WORD.findall(claim.sentence.within(article.text)) if word.lower().replace("’", "'") in cues]
    if words:
        yield f"words in the sentence that can make it so: {', '.join(f'«{word}»' for word in dict.fromkeys(words))}"
    elif claim.status == "happened":
        yield "no negation, condition or word of what is to come was found above the trigger"


def _parties(parties: Sequence[Party]) -> tuple[str, ...]:
    return tuple(map(_party, parties)) or ("nobody is told",)


def _party(party: Party) -> str:
    known = ", ".join(filter(None, [party.name, party.office, party.country, "/".join(party.sectors), party.wikidata]))
    return f"«{party.text}» is {known or 'not resolved'}; resolved by: {party.basis or 'nothing'}"


def _when(when: When | None, published: Published) -> tuple[str, ...]:
    if when is None or when.first is None:
        told = f"published {_days(published.first, published.last)}, which is not taken for the day of the event"
        return ("no day is told", told) if published.first else ("no day is told",)
    return (f"{_days(when.first, when.last)}, {f'from «{when.text}», ' if when.text else ''}basis {when.basis}: {_BASES[when.basis]}",)


def _where(where: Where | None) -> tuple[str, ...]:
    if where is None:
        return ("no place is told",)
    name = ", ".join(filter(None, [where.name or where.text, where.admin1, where.country]))
    point = f" at {where.lat:.3f}, {where.lon:.3f}" if where.lat is not None and where.lon is not None else ""
    precision = f" ({where.precision})" if where.precision else ""
    return (f"«{where.text}» is {name}{point}{precision}; basis: {where.basis}",)


def _chain(sources: Sequence[Source]) -> Iterator[str]:
    if not sources:
        yield "nobody is named: the text says it on its own word"
        return
    yield " ← ".join(source.name for source in sources)
    for source in sources:
        known = ", ".join(filter(None, [source.kind, source.country, f"cue «{source.cue}»" if source.cue else None]))
        yield f"{source.name}: {known}{' – the origin' if source is sources[-1] else ''}"


def _amount(amount: Quantity) -> str:
    if amount.low == amount.high:
        return str(amount.low)
    if amount.high is None:
        return f"{amount.low} or more"
    return f"at most {amount.high}" if amount.low is None else f"{amount.low} to {amount.high}"


def _days(first: object, last: object) -> str:
    if first is None:
        return "on an unknown day"
    return str(first) if first == last else f"{first} to {last}"


def _left_out(claim: Claim, record: Document) -> Iterator[str]:
    unresolved = [party.text for party in (*claim.actors, *claim.recipients) if party.country is None]
    yield from (f"no country is known for «{text}»" for text in unresolved)
    if not claim.contexts:
        yield "no context was coded"
    yield from (f"dropped from this page: {drop.stage} {drop.reason} {drop.detail}".rstrip() for drop in record.dropped)
