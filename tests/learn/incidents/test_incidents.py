"""Incidents of an invented test set: its keys and stories are read, and what claims have right is counted."""

import datetime as dt
from pathlib import Path

import pytest

from dateline.coding.lexicon import lexicon
from dateline.errors import UsageError
from dateline.extract.limits import ExtractLimits
from dateline.knowledge.countries import countries
from dateline.knowledge.library import knowledge
from dateline.language import engine
from dateline.learn.incidents.confidence import confidence
from dateline.learn.incidents.keys import Days, days, keys
from dateline.learn.incidents.names import alike
from dateline.learn.incidents.scores import IncidentScores, evaluate
from dateline.learn.incidents.stories import stories
from dateline.ontology import plover
from dateline.run.coding import coded
from dateline.run.mentions import Reader

STORIES = """TST1-MUC3-0001

   LIMA, 3 MAR 90 (SUR) -- [TEXT] GUERRILLAS OF THE SHINING PATH KILLED TWO
PEASANTS YESTERDAY IN AYACUCHO, THE POLICE REPORTED TODAY.  THE COUNTRY HAS
BEEN WAITING FOR THE RAIN, AND THE MINISTER OF AGRICULTURE SAID THAT IT WILL
NOT COME.


TST1-MUC3-0002

   QUITO, 4 MAR 90 (SUR) -- [TEXT] THE MINISTERS OF PERU AND ECUADOR MET IN
THIS CITY TODAY.  THEY SPOKE OF FISH AND OF MAIZE, AND OF THE RAIN THAT HAS
NOT COME.


TST1-MUC3-0003

   BOGOTA, 5 MAR 90 (SUR) -- [TEXT] THE WEATHER WAS FAIR.
"""
KEY = """;;; a comment
0.  MESSAGE: ID                     TST1-MUC3-0001
1.  MESSAGE: TEMPLATE               1
2.  INCIDENT: DATE                  (02 MAR 90) / (- 03 MAR 90)
3.  INCIDENT: LOCATION              PERU: AYACUCHO (DEPARTMENT)
4.  INCIDENT: TYPE                  ATTACK
5.  INCIDENT: STAGE OF EXECUTION    ACCOMPLISHED
9.  PERP: INDIVIDUAL ID             "GUERRILLAS OF THE SHINING PATH" / "GUERRILLAS"
10. PERP: ORGANIZATION ID           "SHINING PATH"
11. PERP: ORGANIZATION CONFIDENCE   REPORTED AS FACT / SUSPECTED OR ACCUSED BY AUTHORITIES: "SHINING PATH"
18. HUM TGT: NAME                   -
19. HUM TGT: DESCRIPTION            "PEASANTS"
                                    "A \\"BIG\\" FARMER"

0.  MESSAGE: ID                     TST1-MUC3-0002
1.  MESSAGE: TEMPLATE               *
2.  INCIDENT: DATE                  *

0.  MESSAGE: ID                     TST1-MUC3-0003
1.  MESSAGE: TEMPLATE               1 (OPTIONAL)
4.  INCIDENT: TYPE                  BOMBING
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "key-tst1.v7").write_text(KEY, encoding="latin-1")
    (tmp_path / "tst1-muc3").write_text(STORIES, encoding="latin-1")
    return tmp_path


@pytest.fixture(scope="module")
def read() -> Reader:
    return Reader(engine("english"), knowledge())


def score(folder: Path, read: Reader, *, errors: bool = False) -> IncidentScores:
    return evaluate(
        folder,
        lambda documents: coded(documents, read=read, lexicon=lexicon(), ontology=plover(), limits=ExtractLimits()),
        countries(),
        errors=errors,
    )


def test_keys_are_read(folder: Path) -> None:
    held = keys(folder)
    [incident] = held["TST1-MUC3-0001"]
    assert incident.days == (Days(dt.date(1990, 3, 2), dt.date(1990, 3, 2)), Days(None, dt.date(1990, 3, 3)))
    assert (incident.type, incident.countries, incident.optional) == ("ATTACK", ("PERU",), False)
    assert incident.perpetrators == ("GUERRILLAS OF THE SHINING PATH", "GUERRILLAS", "SHINING PATH")
    assert incident.confidence == ("REPORTED AS FACT", "SUSPECTED OR ACCUSED BY AUTHORITIES")
    assert incident.words == ("PEASANTS", "A BIG FARMER")
    assert held["TST1-MUC3-0002"] == ()
    assert [incident.optional for incident in held["TST1-MUC3-0003"]] == [True]


@pytest.mark.parametrize(
    ("fill", "first", "last"),
    [
        ("25 OCT 89 - 31 OCT 89", dt.date(1989, 10, 25), dt.date(1989, 10, 31)),
        ("- 14 MAR 89", None, dt.date(1989, 3, 14)),
        ("31 OCT 89", dt.date(1989, 10, 31), dt.date(1989, 10, 31)),
    ],
)
def test_dates_of_keys(fill: str, first: dt.date | None, last: dt.date) -> None:
    assert days(fill) == (Days(first, last),)


@pytest.mark.parametrize("fill", ["-", "*", "16 NOV 00", "31 FEB 89"])
def test_what_is_no_date_of_a_key(fill: str) -> None:
    assert days(fill) == ()


def test_stories_are_dated_and_keyed(folder: Path) -> None:
    found = [document.article for document in stories(folder)]
    assert [(article.key, article.published.last) for article in found if article][:2] == [
        ("TST1-MUC3-0001", dt.date(1990, 3, 3)),
        ("TST1-MUC3-0002", dt.date(1990, 3, 4)),
    ]


def test_a_folder_without_a_test_set_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="key"):
        keys(tmp_path)
    with pytest.raises(UsageError, match="muc"):
        list(stories(tmp_path))


def test_what_is_right_is_counted(folder: Path, read: Reader) -> None:
    scores = score(folder, read)
    assert (scores.found, scores.have, scores.said) == (1, 1, 1)
    assert scores.right == {"type": 1, "day": 1, "country": 1, "perpetrator": 1, "confidence": 1}
    assert scores.lines()[0] == "incident F1 1.000"


def test_what_is_wrong_is_named(folder: Path, read: Reader) -> None:
    key = KEY.replace("PERU:", "CHILE:").replace("TEMPLATE               *", "TEMPLATE               1", 1)
    (folder / "key-tst1.v7").write_text(key, encoding="latin-1")
    scores = score(folder, read, errors=True)
    assert scores.share("country") == 0
    assert scores.f1 == pytest.approx(2 / 3)
    assert [line.split(":")[0] for line in scores.errors] == ["TST1-MUC3-0001 1 country", "TST1-MUC3-0002 missed"]


def test_spans_of_copy_in_capitals_hold_in_the_text(folder: Path, read: Reader) -> None:
    documents = coded(stories(folder), read=read, lexicon=lexicon(), ontology=plover(), limits=ExtractLimits())
    first = next(documents)
    assert first.article is not None
    [claim] = [claim for claim in first.claims if claim.type == "ASSAULT"]
    assert confidence(claim) == "SUSPECTED OR ACCUSED"  # on the word of the police
    assert next(party.text for party in claim.actors) == "GUERRILLAS OF THE SHINING PATH"
    for party in (*claim.actors, *claim.recipients):
        assert first.article.text[party.start : party.end] == party.text


@pytest.mark.parametrize(
    ("name", "other", "same"),
    [
        ("MEMBERS OF THE FMLN", "the FMLN", True),
        ("GUERRILLA COLUMN", "guerrillas", True),
        ("NATIONAL POLICE", "National Liberation Army", False),
        ("GROUPS", "groups", True),
        ("REBELS", "soldiers", False),
    ],
)
def test_names_are_alike_when_all_words_of_one_stand_in_the_other(name: str, other: str, *, same: bool) -> None:
    assert alike([name], [other]) == same
