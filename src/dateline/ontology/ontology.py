"""An ontology: what a file of it holds, how it is read and checked, and what can be asked of it."""

from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Final, NamedTuple

import msgspec

from dateline.errors import UsageError
from dateline.records import Record

_STATUSES: Final = ("happened", "negated", "future", "hypothetical", "historical")  # those that a claim can have
_STRONGEST: Final = 10.0  # of the conflict–cooperation scale, either way
_ROOT: Final = 2  # digits of a CAMEO root


class Mode(Record, frozen=True, kw_only=True):
    """How an event of some type comes about. `score` is on the conflict–cooperation scale, −10 to 10."""

    score: float
    covers: str
    cameo: tuple[str, ...] = ()


class EventType(Record, frozen=True, kw_only=True):
    """What happens. `quad` is a key of the ontology's quad classes.

    `future` names the type that an event of this one is coded as while it is still to come. `mutual` types need no clear initiator: their
    parties may all be actors.
    """

    quad: int
    score: float
    covers: str
    mutual: bool = False
    future: str | None = None
    cameo: tuple[str, ...] = ()
    modes: dict[str, Mode] = msgspec.field(default_factory=dict)


class Coded(NamedTuple):
    """A type with a mode, if any."""

    type: str
    mode: str | None


class Ontology(Record, frozen=True, kw_only=True):
    """A coding scheme, as its file has it. `types`, `contexts`, `quads` and `statuses` are by code, in the order of the file."""

    name: str
    version: str
    quads: dict[int, str]
    statuses: dict[str, str]
    types: dict[str, EventType]
    contexts: dict[str, str] = msgspec.field(default_factory=dict)

    def score(self, type: str, *modes: str) -> float:
        """The strongest of the modes' scores, that of the type where no mode is given. KeyError for what the ontology lacks."""
        held = self.types[type]
        return max((held.modes[mode].score for mode in modes), key=abs, default=held.score)

    def quad(self, type: str) -> int:
        """The quad class of a type."""
        return self.types[type].quad

    def to_come(self, type: str) -> str:
        """The type that an event of this one is coded as while it is still to come."""
        return self.types[type].future or type

    def cameo(self, type: str, mode: str | None = None) -> str | None:
        """The first CAMEO code of a mode, else of its type; None where CAMEO has none."""
        held = self.types[type]
        return next(iter([*(held.modes[mode].cameo if mode else ()), *held.cameo]), None)

    def from_cameo(self, code: str) -> Coded | None:
        """What a CAMEO code of two to four digits is here, by its longest beginning that is known; None for what has no type."""
        table = _cameo(self)
        return next((table[code[:size]] for size in range(len(code), _ROOT - 1, -1) if code[:size] in table), None)


def _cameo(ontology: Ontology) -> Mapping[str, Coded]:
    codes = {code: Coded(name, None) for name, held in ontology.types.items() for code in held.cameo}
    modes = {code: Coded(name, mode) for name, held in ontology.types.items() for mode, told in held.modes.items() for code in told.cameo}
    return codes | modes


def load(file: Path) -> Ontology:
    """The ontology of a YAML file. UsageError where it cannot be read, has not the shape of one, or contradicts itself."""
    try:
        ontology = msgspec.yaml.decode(file.read_bytes(), type=Ontology)
    except OSError as error:
        raise UsageError(f"cannot read the ontology {file}: {error.strerror}") from error
    except (msgspec.DecodeError, ValueError, RecursionError) as error:
        raise UsageError(f"{file} is no ontology: {error}") from error
    if faults := list(faults_of(ontology)):
        raise UsageError(f"{file}: {'; '.join(faults)}")
    return ontology


@cache
def plover() -> Ontology:
    """PLOVER, the ontology that ships."""
    return load(Path(str(files("dateline.ontology"))) / "plover.yaml")


def faults_of(ontology: Ontology) -> Iterator[str]:
    """What contradicts itself in an ontology, in words."""
    if not ontology.types:
        yield "need at least one type"
    if missing := [status for status in _STATUSES if status not in ontology.statuses]:
        yield f"need the statuses {', '.join(missing)}, which claims can have"
    seen: dict[str, str] = {}
    for name, held in ontology.types.items():
        if held.quad not in ontology.quads:
            yield f"{name}: need a quad out of {', '.join(map(str, ontology.quads))}, got {held.quad}"
        if held.future is not None and held.future not in ontology.types:
            yield f"{name}: need a type as its future, got {held.future!r}"
        for told, score in [(name, held.score), *((f"{name} {mode}", one.score) for mode, one in held.modes.items())]:
            if not -_STRONGEST <= score <= _STRONGEST:
                yield f"{told}: need a score within ±{_STRONGEST:g}, got {score:g}"
        yield from _codes(name, held, seen)


def _codes(name: str, held: EventType, seen: dict[str, str]) -> Iterator[str]:
    """CAMEO codes that are none, or that stand twice."""
    for told, codes in [(name, held.cameo), *((f"{name} {mode}", one.cameo) for mode, one in held.modes.items())]:
        for code in codes:
            if not (code.isascii() and code.isdigit() and _ROOT <= len(code) <= 2 * _ROOT):
                yield f"{told}: need CAMEO codes of two to four digits, got {code!r}"
            if code in seen:
                yield f"{told}: the CAMEO code {code} stands at {seen[code]} too"
            seen[code] = told
