"""What an article mentions: actors, places, times and quantities, each tied to its words and resolved as far as can be."""

from typing import Literal

from dateline.records.article import Article
from dateline.records.base import Record
from dateline.records.claim import Party, Quantity, When, Where
from dateline.records.dropped import Dropped

ActorForm = Literal["name", "nominal", "pronoun", "modifier"]
PlaceRole = Literal["place", "metonym"]
TimeKind = Literal["DATE", "TIME", "DURATION", "SET"]
QuantityKind = Literal["dead", "injured", "arrested", "taken", "displaced", "size"]


class _Mention(Record, frozen=True, kw_only=True):
    """Half-open `[start, end)` in code points of `Article.text`; words [`first`, `last`) of the sentence with index `sentence`."""

    start: int
    end: int
    sentence: int
    first: int
    last: int


class ActorMention(_Mention, frozen=True, kw_only=True):
    """Someone who can act. `head` is the index of the governing word; mentions with one `chain` number are one actor of the article.

    `modifier` is a nationality before a noun that cannot act ("Russian airstrikes"). `members` are the chains that "the two sides"
    stands for.
    """

    head: int
    form: ActorForm
    chain: int
    plural: bool
    party: Party
    members: tuple[int, ...] = ()


class PlaceMention(_Mention, frozen=True, kw_only=True):
    """A place. `role` is `metonym` where its name stands for those who act from there; `other` is the runner-up among the candidates."""

    where: Where
    role: PlaceRole = "place"
    other: Where | None = None


class TimeMention(_Mention, frozen=True, kw_only=True):
    """A time expression. `value` is that of TimeML's TIMEX3 (`2021-06-13`, `P3D`, `PRESENT_REF`); `when` its inclusive days.

    `why` says on what it hangs: the day of publication, the dateline, the time before it in the story.
    """

    kind: TimeKind
    value: str
    when: When
    why: str = ""


class QuantityMention(_Mention, frozen=True, kw_only=True):
    """How many people were killed, hurt, arrested, taken captive, driven out, or took part. `head` is the word for those counted."""

    kind: QuantityKind
    amount: Quantity
    head: int


class Mentions(Record, frozen=True, kw_only=True):
    """All that one article mentions, each kind in the order of the text."""

    actors: tuple[ActorMention, ...] = ()
    places: tuple[PlaceMention, ...] = ()
    times: tuple[TimeMention, ...] = ()
    quantities: tuple[QuantityMention, ...] = ()


class Mentioned(Record, frozen=True, kw_only=True):
    """One page's article with what it mentions; both None where there is none, with the reason in `dropped`."""

    schema: Literal["dateline.mentions/1"] = "dateline.mentions/1"
    article: Article | None
    mentions: Mentions | None = None
    dropped: tuple[Dropped, ...] = ()
