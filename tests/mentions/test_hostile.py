"""Texts that mean harm, had an accident, or come from another world: each is read to its end, and rightly."""

import datetime as dt
import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from typing import Final

import msgspec
import pytest

from dateline.knowledge.library import knowledge
from dateline.language import Engine
from dateline.mentions.read import mentions
from dateline.records import Article, Dateline, Mentions, Published, Sentence, Span, Word

Reader = Callable[[str], Mentions]
Checker = Callable[[Article, Sequence[Sentence], Mentions], None]

DAY: Final = dt.date(2021, 7, 7)
NEWS: Final = (
    "President Keita met Sergei Lavrov in Kyiv on Monday. Three soldiers were killed in the attack, the army said. "
    "“We saw them,” he told reporters. The two sides and their ministers agreed on a truce in Homs two days later."
)

ODD: Final = {
    "one point": ".",
    "one letter": "a",
    "one name": "Lavrov",
    "one country": "Mali",
    "one pronoun": "They",
    "one possessive": "'s",
    "one number": "3",
    "one day": "Monday",
    "points": ". . . ! ? ; : , - – — ( ) [ ] “ ” ' ’ / & % $",
    "open brackets": "(" * 300 + "Mali",
    "brackets": "(((Mali))) ((the army) (of (Chad))) said [he (left)]",
    "quotation marks": "“““We””” ‘said’ ’’s \"Mali\"'s ''s army",
    "blank lines": "Mali\n\n\n\nsaid\n\nthe\n\narmy\n\nleft",
    "no-break spaces": "The\u00a0president of\u202fMali met\u3000Lavrov on\u2009June\u00a05.",
    "line separators": "The president\u2028of Mali\u2029met\x85Lavrov\x0bon\x0cMonday\x1cin\x1eKyiv.",
    "no vowels": "Th prsdnt f Ml mt Lvrv n Mndy.",
    "one long word": "Mali" * 20_000,
    "one long number": "9" * 20_000,
    "hyphens": "-".join(["ex"] * 2_000) + "-president of Mali-" + "-".join(["led"] * 300) + " army left.",
    "dots": ".".join("U" * 2_000) + ". troops left.",
    "apostrophes": "Mali" + "'s" * 500 + " army left.",
    "only ands": "and " * 400,
    "only ofs": "of the " * 300,
    "only articles": "the a an this " * 200,
    "only titles": "president minister general spokesman " * 100,
    "only numbers": "three 20 1,000 hundred dozens half " * 80,
    "only months": "May March June second Sunday may " * 80,
    "surrogates": "Lav\ud83drov met \udcff Putin \ud83d\ude00 in \udfffKyiv on Mon\ud800day.",
    "emoji": "🇲🇱 President 👩‍👩‍👧‍👦 Keita met 🤝 Lavrov in 🇺🇦Kyiv😀 on Monday🎉, killing 3️⃣ soldiers.",
    "right to left": "التقى الرئيس Keita وزير الخارجية Lavrov في دمشق on Monday، وقتل ثلاثة soldiers.",
    "marks of direction": "\u202ePresident Keita\u202c met \u2066Lavrov\u2069 in \u200fKyiv\u200e on Monday.",
    "zero width": "Pre\u200bsident Kei\u200dta of Ma\u2060li met La\ufeffvrov on Mon\u00adday.",
    "combining marks": "President Ke\u0301i\u0308ta\u0301 met La\u030avrov" + "\u0301" * 400 + " in Kyi\u0308v on Monday.",
    "full width": "Ｐｒｅｓｉｄｅｎｔ　Ｋｅｉｔａ ｏｆ Ｍａｌｉ ｋｉｌｌｅｄ ３ ｓｏｌｄｉｅｒｓ ｏｎ Ｍｏｎｄａｙ．",
    "other scripts": "马里总统会见了拉夫罗夫。Путин встретился с Лавровым. 東京で会談. Ο πρόεδρος της Κύπρου είπε. प्रधानमंत्री ने कहा।",
    "other digits": "٣ soldiers killed on ٢٠٢١-٠٦-١٣, १२३४ people on १२ May, ²³ wounded, ½ dead, Ⅷ hurt, ①② arrested in ²⁰²¹.",
    "changing length": "İSTANBUL’DA İranlı BAŞKAN; the ŉ, ǰ, ẞ, ﬁ and İ of İran met STRAẞE on MONDAY.",
    "private and unassigned": "\ue000 President \U000f0000 Keita \u0378 of \uffff Mali \U0010ffff left \ufffd.",
    "control": "President\x00 Keita\x07 of\x1b[31m Mali\x7f met\x08 Lavrov.",
    "markup": "<b>President</b> Keita &amp; Lavrov met <a href='http://mali.example/army?x=3'>in Kyiv</a> {{on}} \\n Monday.",
    "addresses": "https://en.example.org/wiki/Mali#Army @PresidentKeita #Mali keita@army.example said 10.0.0.1 on 2021-06-13T10:00Z.",
    "impossible days": "On 31 February 2021, 0000-00-00, 2021-13-45, 99/99/9999, June 99 and at 99:99 and 25:61 p.m. they left.",
    "ends of the calendar": "A week after 9999-12-31, the day before 0001-01-01, 90,000 centuries ago and in 9,000 years they left.",
    "too many days": "He left " + "9" * 5_000 + " days ago, 900,000,000,000 days after Monday and " + "1" * 60 + " decades later.",
    "capitals": NEWS.upper(),
    "no capitals": NEWS.lower(),
    "every capital": NEWS.title(),
    "backwards": " ".join(reversed(NEWS.split())),
    "glued": NEWS.replace(" ", ""),
    "spaced": " ".join(NEWS),
}

# Numbers that no count of people can be: no crash, and no count above those alive.
NUMBERS: Final = {
    "endless digits": "1" * 400 + " people were killed.",
    "endless millions": "Five " + "million " * 300 + "people were killed.",
    "endless hundreds": "Two " + "hundred " * 300 + "people were killed.",
    "endless dozens": "A " + "dozen " * 400 + "soldiers were killed.",
    "endless sums": "Three hundred " + "and three hundred " * 300 + "people were killed.",
    "endless groups": "1" + ",000" * 300 + " people were killed.",
    "endless decimals": "1." + "3" * 4_000 + " million people were killed.",
    "endless ranges": "From " + "20 to 30 to " * 200 + "40 people were killed.",
    "endless floors": "At least " * 300 + "three people were killed.",
}


@pytest.mark.parametrize("text", ODD.values(), ids=ODD)
def test_odd_texts_have_sound_mentions(text: str, read: Reader) -> None:
    read(text)


@pytest.mark.parametrize("text", NUMBERS.values(), ids=NUMBERS)
def test_endless_numbers_count_nobody_who_cannot_be(text: str, read: Reader) -> None:
    for count in read(text).quantities:
        assert (count.amount.low or 0) < 9_000_000_000


def test_an_abbreviation_is_one_word_with_its_full_stop(read: Reader) -> None:
    places = read("Police in Springfield, Mass., arrested two men. Others fled to Paris, Tex.").places
    assert "Mass." in [place.where.text for place in places]


def test_a_decade_with_an_apostrophe_of_its_own_ends_where_its_words_end(read: Reader) -> None:
    assert read("It was the 1990’s war that they lost.").times[0].when.text == "the 1990’s"


def test_text_in_capitals_still_names_countries_and_days(read: Reader) -> None:
    found = read("RUSSIA ATTACKED UKRAINE ON MONDAY, THE ARMY SAID.")
    assert {actor.party.country for actor in found.actors} >= {"RUS", "UKR"}
    assert found.times


def test_a_name_between_emoji_and_other_scripts_is_found(read: Reader) -> None:
    for text in (
        "😀😀 President Keita of Mali left 😀",
        "مرحبا President Keita of Mali left",
        "e\u0301e\u0301 President Keita of Mali left",
    ):
        assert "MLI" in {actor.party.country for actor in read(text).actors}, text


def test_a_count_added_from_the_left_begins_where_it_begins(sound: Checker) -> None:
    """As a parser may put it that hangs the first of two nouns on the second."""
    text = "Three men she toll"
    heads, upos = (1, 2, 2, 2), ("NUM", "NOUN", "NUM", "NOUN")
    relations, lemmas = ("nummod", "conj", "root", "nsubj"), ("three", "man", "she", "toll")
    starts = [0, 6, 10, 14]
    words = tuple(
        Word(start=start, end=start + len(form), upos=tag, lemma=lemma, head=head, relation=relation)
        for start, form, tag, lemma, head, relation in zip(starts, text.split(), upos, lemmas, heads, relations, strict=True)
    )
    sentences = (Sentence(start=0, end=len(text), words=words),)
    found = _sound((_article(text), sentences), sound)
    assert [(count.amount.low, count.amount.high) for count in found.quantities] == [(4, 4)]


def test_no_sentences_have_no_mentions() -> None:
    assert mentions(_article("Mali"), (), knowledge()) == Mentions()


def test_a_sentence_without_words_has_no_mentions() -> None:
    assert mentions(_article("Mali"), (Sentence(start=0, end=4, words=()),), knowledge()) == Mentions()


def test_sentences_that_were_not_analysed_change_nothing_in_those_that_were(english: Engine, sound: Checker) -> None:
    text = "Mali’s president met Putin in Paris on Monday. Three soldiers were killed on Friday, June 4, the army of Chad said."
    sentences = english(text)
    assert len(sentences) == 2
    bare = [msgspec.structs.replace(word, upos=None, lemma=None, head=None, relation=None, features="") for word in sentences[0].words]
    first = msgspec.structs.replace(sentences[0], words=tuple(bare), entities=(), analysed=False)
    article = _article(text)
    found = mentions(article, (first, sentences[1]), knowledge())
    sound(article, (first, sentences[1]), found)
    assert "PRS" not in {actor.party.country for actor in found.actors}
    assert "MLI" not in {actor.party.country for actor in found.actors}
    assert found.quantities


PUBLISHED: Final = {
    "unknown": Published(),
    "years": Published(years=(2013, 2019)),
    "one day": Published(first=DAY, last=DAY, basis="given"),
    "some years": Published(first=dt.date(2013, 1, 1), last=dt.date(2019, 12, 31), basis="weekday", years=(2013, 2019)),
    "all days": Published(first=dt.date.min, last=dt.date.max, basis="given"),
    "first day": Published(first=dt.date.min, last=dt.date.min, basis="given"),
    "last day": Published(first=dt.date.max, last=dt.date.max, basis="given"),
}


@pytest.mark.parametrize("published", PUBLISHED.values(), ids=PUBLISHED)
def test_any_day_of_publication_will_do(published: Published, english: Engine, sound: Checker) -> None:
    sentences = english(NEWS)
    article = msgspec.structs.replace(_article(NEWS), published=published)
    found = mentions(article, sentences, knowledge())
    sound(article, sentences, found)
    assert all(time.when.first is None for time in found.times) == (published.first is None)


DATELINES: Final = {
    "right": Dateline(text="Paris, Jul 7 (EFE).-", start=0, end=20, place="Paris", places=("Paris",), agency="EFE", date=DAY),
    "without a day": Dateline(text="Paris, Jul 7 (EFE).-", start=0, end=20, place="Paris", month=7, day=7),
    "without a place": Dateline(text="Paris, Jul 7 (EFE).-", start=0, end=20),
    "of elsewhere": Dateline(text="Paris, Jul 7 (EFE).-", start=0, end=20, place="Atlantis", places=("Atlantis", "", ", ", "Mali")),
    "of all the text": Dateline(text="x", start=0, end=5_000, place="Paris", date=dt.date.min),
    "of no text": Dateline(text="", start=0, end=0, place="Paris", date=dt.date.max),
    "behind the text": Dateline(text="Paris", start=9_000, end=9_005, place="Paris", date=DAY),
}


@pytest.mark.parametrize("line", DATELINES.values(), ids=DATELINES)
def test_any_dateline_will_do(line: Dateline, english: Engine, sound: Checker) -> None:
    text = "Paris, Jul 7 (EFE).- Mali’s president met Lavrov on Monday, the army said."
    article = msgspec.structs.replace(_article(text), dateline=line)
    sentences = english(text)
    found = mentions(article, sentences, knowledge())
    sound(article, sentences, found)
    assert not [actor for actor in found.actors if line.start <= actor.start < line.end]


def test_an_article_reads_the_same_after_any_other(english: Engine) -> None:
    texts = [NEWS, *ODD.values()]
    articles = [(_article(text), english(text)) for text in texts if len(text) < 2_000]
    once = [mentions(article, sentences, knowledge()) for article, sentences in articles]
    again = [mentions(article, sentences, knowledge()) for article, sentences in reversed(articles)]
    assert again[::-1] == once


PROGRAM: Final = """
import sys, msgspec
from dateline.knowledge.library import knowledge
from dateline.language import engine
from dateline.mentions.read import mentions
from dateline.records import Article, Published, Span
text = sys.stdin.buffer.read().decode()
article = Article(id="a", path="a", text=text, body=Span(start=0, end=len(text)), published=Published())
sys.stdout.buffer.write(msgspec.json.encode(mentions(article, engine()(text), knowledge())))
"""


def test_an_article_reads_the_same_in_every_process() -> None:
    text = (
        NEWS
        + " Springfield, Georgia, Tripoli and Paris were quiet. Keita, Petrov and Smith spoke for the ministry, the group and the army."
    )
    told = {
        subprocess.run(  # noqa: S603 -- our own program
            [sys.executable, "-c", PROGRAM],
            input=text.encode(),
            capture_output=True,
            check=True,
            env={**os.environ, "PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("1", "2")
    }
    assert len(told) == 1


# Below: what repeats until code that is not bounded takes hours. Read once by the engine, then laid end to end.


def _repeated(english: Engine, unit: str, times: int) -> tuple[Article, tuple[Sentence, ...]]:
    """`unit` again and again, in sentences of its own."""
    read, step = english(unit), len(unit) + 1
    sentences = tuple(_moved(sentence, number * step, 0) for number in range(times) for sentence in read)
    return _article((unit + " ") * times), sentences


def _joined(english: Engine, unit: str, times: int) -> tuple[Article, tuple[Sentence, ...]]:
    """`unit` again and again in one sentence, each root hanging on the root before."""
    article, sentences = _repeated(english, unit, times)
    first = sentences[0]
    words, entities, root = list(first.words), list(first.entities), first.root() or 0
    for sentence in sentences[1:]:
        moved, own = _moved(sentence, 0, len(words)), len(words) + (sentence.root() or 0)
        words += moved.words
        words[own] = msgspec.structs.replace(words[own], head=root, relation="conj")
        entities += moved.entities
        root = own
    return article, (msgspec.structs.replace(first, end=sentences[-1].end, words=tuple(words), entities=tuple(entities)),)


def _moved(sentence: Sentence, points: int, words: int) -> Sentence:
    move = msgspec.structs.replace
    return move(
        sentence,
        start=sentence.start + points,
        end=sentence.end + points,
        words=tuple(
            move(word, start=word.start + points, end=word.end + points, head=None if word.head is None else word.head + words)
            for word in sentence.words
        ),
        entities=tuple(
            move(name, start=name.start + points, end=name.end + points, first=name.first + words, last=name.last + words)
            for name in sentence.entities
        ),
    )


def _article(text: str) -> Article:
    known = Published(first=DAY, last=DAY, basis="given")
    return Article(id="a", path="story.txt", text=text, body=Span(start=0, end=len(text)), published=known)


def _sound(read: tuple[Article, tuple[Sentence, ...]], sound: Checker) -> Mentions:
    found = mentions(*read, knowledge())
    sound(*read, found)
    return found


def test_3000_times_one_name_are_one_actor(english: Engine, sound: Checker) -> None:
    found = _sound(_repeated(english, "Lavrov met Lavrov.", 1_500), sound)
    assert len(found.actors) == 3_000
    assert {actor.chain for actor in found.actors} == {0}


def test_2000_countries_in_a_row_are_as_many_mentions_of_four_actors(english: Engine, sound: Checker) -> None:
    found = _sound(_joined(english, "France and Mali and China and Iran and", 500), sound)
    named = [actor for actor in found.actors if actor.form == "name"]
    assert len(named) == 2_000
    assert {actor.party.country for actor in named} == {"FRA", "MLI", "CHN", "IRN"}
    assert len({actor.chain for actor in named}) == 4


def test_a_row_of_countries_as_the_engine_reads_it(english: Engine, sound: Checker) -> None:
    text = "The leaders of " + ", ".join(["France", "Mali", "China", "Iran"] * 100) + " and Russia agreed."
    found = _sound((_article(text), english(text)), sound)
    assert {"FRA", "MLI", "CHN", "IRN", "RUS"} <= {actor.party.country for actor in found.actors}


def test_owners_of_owners_of_owners_are_told_apart_to_the_end(english: Engine, sound: Checker) -> None:
    text = "Mali's " + "president's wife's brother's " * 100 + "car burned."
    found = _sound((_article(text), english(text)), sound)
    assert found.actors[0].party.country == "MLI"


def test_a_role_within_a_role_within_a_role_is_read_to_the_end(english: Engine, sound: Checker) -> None:
    text = "The spokesman " + "of the minister of the army " * 100 + "of Chad spoke."
    assert _sound((_article(text), english(text)), sound).actors


def test_2000_pronouns_are_all_mentions(english: Engine, sound: Checker) -> None:
    found = _sound(_repeated(english, "He saw them and she saw it.", 500), sound)
    assert sum(actor.form == "pronoun" for actor in found.actors) == 2_000


@pytest.mark.parametrize(
    "unit", ["He saw them and they saw him.", "“We won and I know that we did,” they said.", "Trump met Kim. They left."]
)
def test_pronouns_without_end_in_one_sentence_are_read(unit: str, english: Engine, sound: Checker) -> None:
    assert _sound(_joined(english, unit, 80), sound).actors


@pytest.mark.parametrize(
    "unit",
    [
        "He was in Paris, Homs and Springfield.",
        "Three people were killed, four wounded, and five soldiers, six men and a woman died.",
        "He left on Monday, June 5, and came two days later.",
        "The defence minister of Chad spoke.",
        ", ; ( ) - .",
    ],
)
def test_a_sentence_of_5000_words_is_read(unit: str, english: Engine, sound: Checker) -> None:
    size = sum(len(sentence.words) for sentence in english(unit))
    article, sentences = _joined(english, unit, 5_000 // size + 1)
    assert len(sentences[0].words) >= 5_000
    _sound((article, sentences), sound)


def test_thousands_of_strangers_are_as_many_actors(english: Engine, sound: Checker) -> None:
    letters = "bcdfghklmnprstvz"
    names = [f"{one.upper()}a{two}o{three}ov" for one in letters for two in letters for three in letters[:8]]
    unit = english("Ivan Babobov left.")
    text = " ".join(f"Ivan {name} left." for name in names)
    sentences = tuple(_moved(unit[0], 19 * number, 0) for number in range(len(names)))
    found = _sound((_article(text), sentences), sound)
    assert len({actor.chain for actor in found.actors}) == len(names)


def test_an_article_of_300_kilobytes_is_read(english: Engine, sound: Checker) -> None:
    unit = "President Keita met Sergei Lavrov in Kyiv on Monday. Three soldiers were killed near Homs. He left."
    article, sentences = _repeated(english, unit, 3_000)
    assert len(article.text) >= 290_000
    found = _sound((article, sentences), sound)
    assert len(found.quantities) == 3_000
    assert len(found.times) == 3_000
