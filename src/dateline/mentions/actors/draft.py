"""What is known of a mention while an article is being read; records are made of it at the end."""

from dataclasses import dataclass, field, replace
from typing import Final, Literal

from dateline.knowledge.agents import Agent
from dateline.records.reading import Reading

_SUBJECTS: Final = frozenset({"nsubj", "nsubj:pass", "csubj", "obl:agent", "nsubj:outer"})

_INSIDE: Final = frozenset("in at near outside around across inside within from".split())

DraftForm = Literal["name", "nominal", "pronoun", "modifier"]
DraftKind = Literal["person", "group", "body", "country", "place", "pronoun"]


@dataclass(slots=True, eq=False)
class Draft:
    """One mention. `start` and `end` are code points; the rest are words of the sentence `sentence`, or facts as far as they are known.

    `country` is a code as records have it, and `basis` says in words where it is from. `office` and `sectors` are what the mention's own
    words tell. `same` are other mentions of the sentence that grammar makes the same actor; `members` those that it is made up of.
    """

    sentence: int
    first: int
    last: int
    head: int
    start: int
    end: int
    form: DraftForm
    kind: DraftKind
    text: str
    lemma: str = ""  # of the noun that says what it is
    name: str | None = None
    agent: Agent | None = None
    office: str | None = None
    sectors: tuple[str, ...] = ()
    country: str | None = None
    basis: str = ""
    plural: bool = False
    definite: bool = False
    owned: bool = False  # "his …", "Mali's …"
    former: bool = False
    inside: bool = False  # behind `in`, `at` or the like
    subject: bool = False
    leads: bool = False  # as the subject of the sentence's main verb
    pronoun: str = ""  # its person and number: "he", "she", "it", "they", "we", "i", "you"
    owner: "Draft | None" = None
    same: list["Draft"] = field(default_factory=list)
    members: list["Draft"] = field(default_factory=list)
    key: str = ""  # of the country that it names: its id and who acts under the name

    @property
    def person(self) -> bool:
        """Whether this is one person."""
        return self.kind == "person" and not self.plural


def twin(draft: Draft, country: str | None, basis: str) -> Draft:
    """The same words as `draft` for those of another country: `Russian and Belarusian-led forces`."""
    return replace(draft, country=country, basis=basis, same=[], members=[])


def spread(draft: Draft, other: Draft, reading: Reading) -> Draft:
    """A twin of `draft` for the country of `other`, and over its words too: `French and German ministers`."""
    first, last = min(draft.first, other.first), max(draft.last, other.last)
    start, end = reading.span(first, last)
    made = twin(draft, other.country, other.basis)
    return replace(made, first=first, last=last, start=start, end=end, text=reading.words(first, last))


def new_draft(reading: Reading, first: int, last: int, *, head: int, form: DraftForm, kind: DraftKind) -> Draft:
    """A draft of the words [first, last) of a sentence, of which nothing is known yet."""
    start, end = reading.span(first, last)
    return Draft(
        sentence=reading.index,
        first=first,
        last=last,
        head=head,
        start=start,
        end=end,
        form=form,
        kind=kind,
        text=reading.words(first, last),
        subject=reading.relations[head] in _SUBJECTS,
        leads=reading.relations[reading.heads[head]] == "root",
        inside=first > 0 and reading.lowered[first - 1] in _INSIDE,
    )
