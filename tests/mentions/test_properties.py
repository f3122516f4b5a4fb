"""What is true of the mentions of any text and of any reading of it."""

import datetime as dt
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Final

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.knowledge.library import knowledge
from dateline.language import Engine
from dateline.mentions.read import mentions
from dateline.records import Article, Dateline, Entity, Mentions, Published, Sentence, Span, Word
from dateline.records.sentence import EntityKind

Checker = Callable[[Article, Sequence[Sentence], Mentions], None]

BOUNDED: Final = settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])

# Words on which the rules for mentions turn, so that chance puts them next to each other in ways that nobody writes.
ROWS: Final = (
    "Lavrov|Sergei Lavrov|Ann Brook|Trump|Putin|Hamas|the Taliban|NATO|the UN|the Tolbara Rescue Committee|Russia|Russian|Mali|Mali's",
    "the U.S.|US|Moscow|Kyiv|Paris|Texas|Springfield, Mass.|Homs|the Syrian city of|Donetsk region|New York, N.Y.|Georgia|Washington",
    "president|the president|the foreign minister|ministers|army|the army|troops|rebels|police|spokesman|former|ex-|head of|leader of",
    "the two sides|both countries|the country|the group|the ministry|he|his|she|they|their|them|it|its|we|our|I|my|who|that|himself",
    "killed|wounded|were killed|was arrested|met|said|told|withdrew|attacked|fled|is|in|from|of|to|for|by|with|after|before|between",
    "on Monday|Monday|June 5|5 June 2021|2021-06-13|in 2014|the 1990s|last week|two days later|yesterday|5 p.m.|three|20|1,000|dozens",
    "2.5 million|dozens of|at least|up to|no|a|an|half|hundred|million|-strong|-member|people|soldiers|civilians|dead|bodies|toll",
    ",|.|;|:|(|)|-|–|—|“|”|\"|'|’s|'s|/|and|or|&|$|%|…|\n|\n\n",
)
WORDS: Final = tuple(word for row in ROWS for word in row.split("|"))

PIECES: Final = st.one_of(st.sampled_from(WORDS), st.sampled_from(WORDS), st.sampled_from(WORDS), st.text(max_size=8))
TEXTS: Final = st.builds(
    lambda pieces, glue: glue.join(pieces), st.lists(PIECES, min_size=1, max_size=50), st.sampled_from([" ", " ", " ", "", "\n"])
)
DAYS: Final = st.dates()


@st.composite
def _published(draw: st.DrawFn) -> Published:
    """No day, one, or two that bound it, with the years that remain."""
    days = sorted(draw(st.lists(DAYS, max_size=2)))
    if not days:
        return Published(years=tuple(draw(st.lists(st.integers(1990, 2030), max_size=3, unique=True))))
    return Published(first=days[0], last=days[-1], basis="given", years=tuple(sorted({day.year for day in days})))


@st.composite
def _articles(draw: st.DrawFn) -> Article:
    text = draw(TEXTS.filter(bool))
    start = draw(st.integers(0, len(text) - 1))
    return Article(
        id="a",
        path="story.txt",
        text=text,
        body=Span(start=start, end=len(text)),
        published=draw(_published()),
        outlet=draw(st.sampled_from([None, "EFE", "", "No Such Paper"])),
        url=draw(st.sampled_from([None, "https://www.example.fr/a", "http://[", "x"])),
        dateline=draw(st.none() | _datelines(text)),
    )


@st.composite
def _datelines(draw: st.DrawFn, text: str) -> Dateline:
    """A stretch of the text that some reader took for a dateline, rightly or not."""
    end = draw(st.integers(1, len(text)))
    place = draw(st.sampled_from([None, "", "Paris", "Paris, Texas", "Nowhere", text[:end]]))
    return Dateline(
        text=text[:end],
        start=0,
        end=end,
        place=place,
        places=(place, "Homs") if place else (),
        date=draw(st.none() | DAYS),
        month=2,
        day=30,
    )


UPOS: Final = ("NOUN", "PROPN", "PRON", "VERB", "AUX", "ADJ", "ADP", "DET", "NUM", "PART", "PUNCT", "CCONJ", "ADV", "X")
OBJECTS: Final = ("nsubj", "nsubj:pass", "obj", "obl", "obl:agent", "nmod", "nmod:poss", "conj", "appos")
OTHERS: Final = ("amod", "compound", "nummod", "case", "det", "acl", "flat", "root", "dep", "expl")
FEATURES: Final = ("", "Number=Plur", "Number=Sing", "Poss=Yes|PronType=Prs", "Degree=Pos")
LEMMAS: Final = ("say", "kill", "president", "army", "he", "they", "meet", "withdraw", "soldier", "toll", "member", "people", "country")
KINDS: Final[tuple[EntityKind | None, ...]] = ("PERSON", "ORG", "LOC", "MISC", None)


@st.composite
def _readings(draw: st.DrawFn) -> tuple[str, tuple[Sentence, ...]]:
    """A text with sentences as an engine that guesses would read it: any tags on any tree, names anywhere."""
    text, sentences = "", []
    single = [word for word in WORDS if word.strip() and " " not in word]
    for _ in range(draw(st.integers(1, 4))):
        forms = draw(st.lists(st.sampled_from(single), min_size=0, max_size=20))
        words: list[Word] = []
        start = len(text)
        order = draw(st.permutations(range(len(forms))))
        above = {at: order[draw(st.integers(0, max(rank - 1, 0)))] for rank, at in enumerate(order)}
        for at, form in enumerate(forms):
            words.append(
                Word(
                    start=len(text),
                    end=len(text) + len(form),
                    upos=draw(st.sampled_from(UPOS)),
                    features=draw(st.sampled_from(FEATURES)),
                    lemma=draw(st.sampled_from([form.lower(), *LEMMAS])),
                    head=above[at],
                    relation="root" if above[at] == at else draw(st.sampled_from(OBJECTS + OTHERS)),
                )
            )
            text += form + draw(st.sampled_from([" ", " ", ""]))
        entities = _entities(draw, words)
        if words:
            sentences.append(Sentence(start=start, end=words[-1].end, words=tuple(words), entities=entities))
    return text or ".", tuple(sentences)


def _entities(draw: st.DrawFn, words: Sequence[Word]) -> tuple[Entity, ...]:
    cuts = sorted(draw(st.sets(st.integers(0, len(words)), max_size=8)))
    made = [(first, last, draw(st.sampled_from(KINDS))) for first, last in pairwise(cuts)]
    return tuple(
        Entity(start=words[first].start, end=words[last - 1].end, first=first, last=last, kind=kind) for first, last, kind in made if kind
    )


@BOUNDED
@given(article=_articles())
def test_mentions_of_any_text_keep_what_records_promise(article: Article, english: Engine, sound: Checker) -> None:
    sentences = english(article.text)
    sound(article, sentences, mentions(article, sentences, knowledge()))


@settings(BOUNDED, max_examples=150)
@given(reading=_readings(), published=_published())
def test_mentions_of_any_grammar_keep_what_records_promise(
    reading: tuple[str, tuple[Sentence, ...]], published: Published, sound: Checker
) -> None:
    text, sentences = reading
    article = Article(id="a", path="a", text=text, body=Span(start=0, end=len(text)), published=published)
    sound(article, sentences, mentions(article, sentences, knowledge()))


@BOUNDED
@given(first=_articles(), second=_articles())
def test_an_article_reads_the_same_whatever_was_read_before_it(first: Article, second: Article, english: Engine) -> None:
    held = knowledge()
    alone = mentions(second, english(second.text), held)
    mentions(first, english(first.text), held)
    assert mentions(second, english(second.text), held) == alone


@BOUNDED
@given(article=_articles(), wanted=st.integers(0, 6))
def test_sentences_that_were_not_analysed_have_no_mentions(article: Article, wanted: int, english: Engine, sound: Checker) -> None:
    sentences = [sentence if at % 2 == wanted % 2 else _bare(sentence) for at, sentence in enumerate(english(article.text))]
    sound(article, sentences, mentions(article, sentences, knowledge()))


def _bare(sentence: Sentence) -> Sentence:
    words = tuple(Word(start=word.start, end=word.end) for word in sentence.words)
    return msgspec.structs.replace(sentence, words=words, entities=(), analysed=False)


@BOUNDED
@given(article=_articles())
def test_mentions_survive_being_written_and_read_again(article: Article, english: Engine) -> None:
    found = mentions(article, english(article.text), knowledge())
    assert msgspec.json.decode(msgspec.json.encode(found), type=Mentions) == found


@settings(BOUNDED, max_examples=25)
@given(days=st.lists(st.dates(dt.date(1, 1, 1), dt.date(9999, 12, 31)), min_size=1, max_size=2))
@pytest.mark.parametrize(
    "text",
    [
        "President Keita met Lavrov in Kyiv on Monday, two days after the June 5 attack that killed 20 soldiers a decade ago.",
        "Next century and 900 years ago the war began; last winter, in the 1990s, next weekend and 9,000 years later it ended.",
    ],
)
def test_any_day_of_publication_will_do(days: list[dt.date], text: str, english: Engine, sound: Checker) -> None:
    published = Published(first=min(days), last=max(days), basis="given")
    article = Article(id="a", path="a", text=text, body=Span(start=0, end=len(text)), published=published)
    sentences = english(text)
    sound(article, sentences, mentions(article, sentences, knowledge()))
