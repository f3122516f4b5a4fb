"""What is true of the mentions of any article, however odd: checks that the tests of hostile and of random texts share."""

import datetime as dt
from collections.abc import Callable, Sequence
from itertools import pairwise

import pytest

from dateline.knowledge.library import knowledge
from dateline.language import Engine, engine
from dateline.mentions.read import mentions
from dateline.records import Article, Mentions, Published, Sentence, Span
from dateline.records.mention import ActorMention, PlaceMention, QuantityMention, TimeMention

AnyMention = ActorMention | PlaceMention | TimeMention | QuantityMention
Reader = Callable[[str], Mentions]
Checker = Callable[[Article, Sequence[Sentence], Mentions], None]


def article_of(text: str, published: Published | None = None) -> Article:
    day = dt.date(2021, 7, 7)
    known = Published(first=day, last=day, basis="given")
    return Article(id="a", path="story.txt", text=text, body=Span(start=0, end=len(text)), published=published or known)


@pytest.fixture(scope="session")
def english() -> Engine:
    return engine("english")


@pytest.fixture(scope="session")
def read(english: Engine) -> Reader:
    """The mentions of a text published on a day, once they passed the checks below."""

    def mentions_of(text: str) -> Mentions:
        article, sentences = article_of(text), english(text)
        found = mentions(article, sentences, knowledge())
        check(article, sentences, found)
        return found

    return mentions_of


@pytest.fixture(scope="session")
def sound() -> Checker:
    """Fails where the mentions of an article break what records promise."""
    return check


def check(article: Article, sentences: Sequence[Sentence], found: Mentions) -> None:
    for of_kind in (found.actors, found.places, found.times, found.quantities):
        for mention in of_kind:
            _stands_in_its_sentence(article, sentences, mention)
        assert all(one.start <= other.start for one, other in pairwise(of_kind)), "not in the order of the text"
    for actor in found.actors:
        words = sentences[actor.sentence].words
        assert (actor.start, actor.end) == (words[actor.first].start, words[actor.last - 1].end)
        assert actor.first <= actor.head < actor.last
        assert (actor.party.start, actor.party.end) == (actor.start, actor.end)
        assert actor.party.text.split() == article.text[actor.start : actor.end].split()
    for place in found.places:
        assert place.where.text.split() == article.text[place.start : place.end].split()
    for time in found.times:
        assert time.when.text == article.text[time.start : time.end]
        assert time.when.first is None or time.when.last is None or time.when.first <= time.when.last
    for count in found.quantities:
        assert count.first <= count.head < count.last
        assert (count.amount.low or 0) >= 0
        assert count.amount.low is None or count.amount.high is None or count.amount.low <= count.amount.high
    _chains_hold_together(found.actors)


def _stands_in_its_sentence(article: Article, sentences: Sequence[Sentence], mention: AnyMention) -> None:
    sentence = sentences[mention.sentence]
    assert sentence.analysed
    assert 0 <= sentence.start <= mention.start < mention.end <= sentence.end <= len(article.text)
    assert 0 <= mention.first < mention.last <= len(sentence.words)
    first, last = sentence.words[mention.first], sentence.words[mention.last - 1]
    assert first.start <= mention.start < first.end, "the first word is not where the mention begins"
    assert last.start < mention.end <= last.end, "the last word is not where the mention ends"


def _chains_hold_together(actors: Sequence[ActorMention]) -> None:
    """Chains are numbered without gaps as they come in the text; one actor has one name, country, office and set of sectors."""
    chains: dict[int, list[ActorMention]] = {}
    for actor in actors:
        chains.setdefault(actor.chain, []).append(actor)
    assert sorted(chains) == list(range(len(chains)))
    opened = [chains[number][0].start for number in sorted(chains)]
    assert opened == sorted(opened)
    for held in chains.values():
        assert len({(actor.party.name, actor.party.sectors, actor.party.office, actor.party.wikidata) for actor in held}) == 1
        assert len({actor.party.country for actor in held if actor.form != "nominal"}) <= 1  # a role may tell a country of its own
    for actor in actors:
        assert set(actor.members) <= chains.keys()
        assert len(set(actor.members)) == len(actor.members)
