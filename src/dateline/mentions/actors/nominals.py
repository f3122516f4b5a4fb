"""What definite descriptions refer back to: `the minister`, `the rebels`, `the country`, `the two sides`."""

from collections.abc import Iterator, Sequence
from typing import Final

from dateline.mentions.actors.chains import Chain, Chains
from dateline.mentions.actors.draft import Draft
from dateline.mentions.actors.drafts import SIDES, TWO
from dateline.mentions.actors.windows import of_sentence, since

_REACH: Final = 8  # sentences back
_COUNTRY: Final = frozenset({"country", "nation", "state", "kingdom", "republic"})
_ANYBODY: Final = frozenset("people person man woman child boy girl resident civilian victim member officer official".split())
_COUNTS: Final = frozenset("two three four five six seven eight nine ten dozens hundreds thousands several many other".split())
_FRESH: Final = frozenset({"a", "an", "another"})  # what is told for the first time
# Nouns for a body, with the sectors or codes of those that they can refer to; an empty set: any.
_BODIES: Final = {
    **dict.fromkeys(("group", "movement", "militia", "front", "faction"), frozenset({"REB", "PRM", "OPP", "SOC", "CRM", "PRE"})),
    **dict.fromkeys(("bloc", "alliance", "union", "body", "organisation", "organization"), frozenset({"IGO", "EUR", "UNO"})),
    **dict.fromkeys(("newspaper", "paper", "outlet", "broadcaster", "site", "website", "channel", "agency", "daily"), frozenset({"JRN"})),
    **dict.fromkeys(("company", "firm", "manufacturer", "exporter", "bank"), frozenset({"BUS", "MNC"})),
    **dict.fromkeys(("party",), frozenset({"PTY"})),
    **dict.fromkeys(("court", "tribunal"), frozenset({"JUD"})),
    **dict.fromkeys(("agency", "body", "watchdog"), frozenset({"IGO", "UNO", "NGO", "SPY"})),
}  # fmt: skip


def join_descriptions(chains: Chains, drafts: Sequence[Draft]) -> None:
    """Join each definite description with what it refers back to, where the story has something that fits."""
    for at, draft in enumerate(drafts):
        if draft.form != "nominal":
            continue
        near = since(drafts, draft.sentence - _REACH, at)
        if draft.lemma in SIDES and _counts_two(draft):
            draft.members = _two(chains, near, draft)
        elif draft.lemma in _COUNTRY:
            if not draft.plural:
                _join_country(chains, drafts, at)
        elif len(chains.of(draft).drafts) == 1 and not draft.plural and draft.text.split()[0].lower() in _FRESH:
            continue
        elif len(chains.of(draft).drafts) == 1 and (draft.definite or (not draft.plural and draft.agent and draft.agent.office)):
            earlier = _antecedent(chains, near, draft)
            if earlier is not None:
                chains.join(earlier, draft)
        elif (len(chains.of(draft).drafts) == 1 and draft.plural) or (draft.agent and draft.agent.kind == "body"):
            earlier = next((one for one in _before(near, draft) if _same_noun(chains, one, draft)), None)
            if earlier is not None:
                chains.join(earlier, draft)


def _counts_two(draft: Draft) -> bool:
    """`the two sides`, `both`, `neither side`; not `two ministers`, who are told for the first time."""
    words = draft.text.lower().split()[:3]
    return bool(TWO.intersection(words)) and (words[0] in {"both", "neither", "either"} or draft.definite or draft.owned)


def _two(chains: Chains, before: Sequence[Draft], draft: Draft) -> list[Draft]:
    """The last two actors of two countries before `draft`, or those that stand as persons where leaders or ministers are meant."""
    found: list[Draft] = []
    people = draft.lemma in {"leader", "minister"}
    for one in reversed(before):
        if draft.sentence - one.sentence > _REACH or len(found) == 2:  # noqa: PLR2004
            break
        if one.form == "pronoun" or (one.kind != "person" if people else one.kind not in {"country", "body", "group", "person"}):
            continue
        if all(_other(chains, one, held) for held in found) and (one.country or chains.of(one).country or one.kind == "body"):
            found.append(one)
    return found[::-1] if len(found) == 2 else []  # noqa: PLR2004


def _other(chains: Chains, one: Draft, other: Draft) -> bool:
    first, second = chains.of(one), chains.of(other)
    if first is second:
        return False
    if one.key and other.key:
        return one.key != other.key
    codes = first.country or one.country, second.country or other.country
    return codes[0] != codes[1] or codes[0] is None


def _join_country(chains: Chains, drafts: Sequence[Draft], at: int) -> None:
    """`the country` is the last one named that is not the doer's own; one whose name says which is taken at its word."""
    draft = drafts[at]
    own = {one.country for one in of_sentence(drafts, draft.sentence) if one.subject and one is not draft and one.country}
    named = [
        one
        for one in _before(since(drafts, draft.sentence - _REACH, at), draft)
        if one.kind == "country" and one.form == "name" and one.basis == "country"
    ]
    if draft.owner is not None and draft.owner.form == "pronoun":
        return  # `his country` is that of whoever he is
    if draft.country:
        earlier = next((one for one in named if one.country == draft.country), None)
    else:
        earlier = next((one for one in named if one.country not in own), None) or next(iter(named), None)
    if earlier is not None:
        draft.kind = "country"
        chains.join(earlier, draft)


def _antecedent(chains: Chains, before: Sequence[Draft], draft: Draft) -> Draft | None:
    for test in (_same_noun, _same_office, _same_kind):
        for one in _before(before, draft):
            if test(chains, one, draft):
                return one
    return None


def _before(before: Sequence[Draft], draft: Draft) -> Iterator[Draft]:
    """Mentions before `draft` from the last on, within reach, that are no pronouns and are not around it."""
    for one in reversed(before):
        if draft.sentence - one.sentence > _REACH:
            return
        if one.form in {"name", "nominal"} and one.end <= draft.start:
            yield one


def _same_noun(chains: Chains, one: Draft, draft: Draft) -> bool:
    if one.lemma != draft.lemma or not draft.lemma or one.plural != draft.plural or one.form != "nominal":
        return False
    if not _told_by(one, draft) or (draft.plural and not draft.definite and _others(one, draft)):
        return False
    return _compatible(chains.of(one), draft) and not (draft.owned and draft.owner is not None and one.owner is not None)


def _others(one: Draft, draft: Draft) -> bool:
    """Whether two bare plurals are more likely two groups: people at large, or so many and so many."""
    numbers = [{word for word in held.text.lower().split() if word[0].isdigit() or word in _COUNTS} for held in (one, draft)]
    return draft.lemma in _ANYBODY or numbers[0] != numbers[1]


def _compatible(chain: Chain, draft: Draft) -> bool:
    return draft.country is None or not chain.codes or draft.country in chain.codes


def _same_office(chains: Chains, one: Draft, draft: Draft) -> bool:
    """`the minister` after `Foreign Minister Ann Brook`; `the president` after her name and office."""
    chain = chains.of(one)
    if not chain.person or not draft.person or draft.agent is None:
        return False
    offices = {held.office for held in chain.drafts if held.office} | ({chain.office} if chain.office else set())
    wanted = draft.office or draft.agent.phrase
    return any(office == wanted or office.endswith(f" {wanted}") for office in offices) and _compatible(chain, draft)


def _same_kind(chains: Chains, one: Draft, draft: Draft) -> bool:
    """`the group` after the name of a rebel group, `the newspaper` after that of a paper; `the cleric` after one so called."""
    chain = chains.of(one)
    wanted = _BODIES.get(draft.lemma)
    if wanted is not None and (one.form == "name" or one.plural) and one.kind in {"body", "group"} and not draft.plural:
        return bool(wanted.intersection(chain.sectors) or chain.country in wanted)
    if draft.person and chain.person and draft.agent is not None:
        return any(held.lemma == draft.lemma and _told_by(held, draft) for held in chain.drafts) and _compatible(chain, draft)
    return False


def _told_by(one: Draft, draft: Draft) -> bool:
    """Whether `draft` says no more than `one`: `the ministry` can be the health ministry told before, not the other way round."""
    return not (draft.agent and one.agent) or one.agent.phrase.endswith(draft.agent.phrase)
