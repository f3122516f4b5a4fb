"""What claims must not fall below on incidents. Lowering a floor needs a reason in the commit."""

from itertools import islice
from pathlib import Path

from dateline.coding.lexicon import lexicon
from dateline.extract.limits import ExtractLimits
from dateline.knowledge.countries import countries
from dateline.knowledge.library import knowledge
from dateline.language import engine
from dateline.learn.incidents.keys import keys
from dateline.learn.incidents.scores import scores
from dateline.learn.incidents.stories import stories
from dateline.ontology import plover
from dateline.run.coding import coded
from dateline.run.mentions import Reader

SAMPLE = 40  # stories of the development set, every 32nd
STEP = 32
FLOORS = {"type": 0.9, "day": 0.8, "country": 0.9, "perpetrator": 0.4}
F1 = 0.78


def test_incidents_stay_above_their_floors(shared: Path) -> None:
    folder = shared / "gold/muc4/dev"
    sample = islice(stories(folder), 0, SAMPLE * STEP, STEP)
    read = Reader(engine("english"), knowledge())
    claims = coded(sample, read=read, lexicon=lexicon(), ontology=plover(), limits=ExtractLimits())
    found = scores(claims, keys(folder), countries())
    assert found.f1 >= F1, found.lines()
    assert {slot: found.share(slot) for slot, floor in FLOORS.items() if found.share(slot) < floor} == {}
