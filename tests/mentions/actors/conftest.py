import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

import pytest

from dateline.knowledge.library import knowledge
from dateline.language import Engine, engine
from dateline.mentions.actors.find import actors
from dateline.mentions.places import Hints, places
from dateline.records import ActorMention, Article, Published, Span
from dateline.records.reading import readings


@dataclass(frozen=True)
class Told:
    """The actors of a text, to be asked for by their words."""

    mentions: tuple[ActorMention, ...]

    def all(self, words: str) -> list[ActorMention]:
        return [mention for mention in self.mentions if mention.party.text == words]

    def __getitem__(self, words: str) -> ActorMention:
        found = self.all(words)
        assert found, f"no mention {words!r} among {[mention.party.text for mention in self.mentions]}"
        return found[0]

    def same(self, *words: str) -> bool:
        """Whether the last mentions of these words are one actor."""
        return len({self.all(one)[-1].chain for one in words}) == 1


Teller = Callable[..., Told]


@pytest.fixture(scope="session")
def english() -> Engine:
    return engine("english")


@pytest.fixture(scope="session")
def tell(english: Engine) -> Teller:
    def told(text: str, day: str | None = "2021-07-07") -> Told:
        published = Published(first=dt.date.fromisoformat(day), last=dt.date.fromisoformat(day), basis="given") if day else Published()
        article = Article(id="a", path="story.txt", text=text, body=Span(start=0, end=len(text)), published=published)
        sentences = english(text)
        held = knowledge()
        found = places(article, sentences, held.gazetteer, hints=Hints())
        return Told(actors(article, list(readings(text, sentences)), held, places=found))

    return told
