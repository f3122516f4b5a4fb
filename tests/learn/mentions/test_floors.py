"""What mentions must not fall below. Lowering a floor needs a reason in the commit."""

from pathlib import Path

import pytest

from dateline.errors import UsageError
from dateline.knowledge.library import knowledge
from dateline.language import engine
from dateline.learn.mentions import actor_scores, place_scores, time_scores

BY_DAY = {"dev": 0.96, "test": 0.95}
TIMES = {"relaxed": 0.935, "strict": 0.865, "value": 0.795}
WEB_NEWS = {"span": 0.855, "accuracy": 0.88, "country": 0.95}
LOCAL_NEWS = {"span": 0.84, "accuracy": 0.92, "country": 0.975}
TEXT_ALONE = 0.85  # of local news, without the outlets' addresses


def below(found: object, floors: dict[str, float]) -> dict[str, float]:
    return {measure: getattr(found, measure) for measure, floor in floors.items() if getattr(found, measure) < floor}


def test_actors_by_day_stay_above_their_floors() -> None:
    found = actor_scores.evaluate(Path(__file__).parents[2] / "knowledge" / "actors_by_day.csv", knowledge())
    assert {split: found.share(split) for split, floor in BY_DAY.items() if found.share(split) < floor} == {}


def test_a_table_of_another_shape_is_refused(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text("name,day\n", encoding="utf-8")
    with pytest.raises(UsageError, match="split"):
        actor_scores.evaluate(tmp_path / "t.csv", knowledge())


def test_times_stay_above_their_floors(shared: Path) -> None:
    assert below(time_scores.evaluate(shared / "gold/tempeval3", engine("english")), TIMES) == {}


def test_places_of_web_news_stay_above_their_floors(shared: Path) -> None:
    assert below(place_scores.evaluate(shared / "gold/geoparsing/GWN.xml", engine("english")), WEB_NEWS) == {}


def test_places_of_local_news_stay_above_their_floors(shared: Path) -> None:
    found = place_scores.evaluate(shared / "gold/geoparsing/Corpora/lgl.xml", engine("english"))
    assert below(found, LOCAL_NEWS) == {}
    assert found.alone is not None
    assert found.alone.accuracy >= TEXT_ALONE
