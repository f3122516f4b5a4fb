"""What is wrong with a lexicon: rows that clash, dead rows, families without an example, modes that no row gives."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from dateline.coding.lexicon import Condition, Sense
from dateline.ontology import Ontology

Asked = tuple[str, str, frozenset[Condition], frozenset[Condition]]


def faults(senses: Sequence[Sense], ontology: Ontology) -> Iterator[str]:
    """One line for each fault, in the order of the triggers."""
    ordered = sorted(senses, key=lambda sense: (sense.trigger, sense.pos))
    for _, rows in groupby(ordered, key=lambda sense: (sense.trigger, sense.pos)):
        family = list(rows)
        yield from _clashes(family)
        yield from _without_example(family)
    given = {(sense.type, mode) for sense in senses for mode in sense.modes}
    for name, held in ontology.types.items():
        yield from (f"{name}: no row gives the mode {mode}" for mode in held.modes if (name, mode) not in given)


def _clashes(family: Sequence[Sense]) -> Iterator[str]:
    seen: dict[Asked, dict[str, Sense]] = {}
    for sense in family:
        others = seen.setdefault((sense.trigger, sense.pos, frozenset(sense.needs), frozenset(sense.unless)), {})
        if sense.type in others:
            yield f"{sense.at}: «{sense.trigger}» ({sense.pos}) is dead: {others[sense.type].at} asks for the same"
        elif others:
            yield f"{sense.at}: «{sense.trigger}» ({sense.pos}) clashes with {next(iter(others.values())).at}: both ask for the same"
        others.setdefault(sense.type, sense)


def _without_example(family: Sequence[Sense]) -> Iterator[str]:
    for name in sorted({sense.type for sense in family}):
        rows = [sense for sense in family if sense.type == name]
        if not any(sense.example for sense in rows):
            yield f"{rows[0].at}: «{rows[0].trigger}» ({rows[0].pos}) has no example as {name}"
