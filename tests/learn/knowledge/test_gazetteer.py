from pathlib import Path

import pytest

from dateline.learn.knowledge.gazetteer import Row, write
from dateline.learn.knowledge.gazetteer_sources import Point, counties, plain_area

ATLAS = """{"type": "Topology", "transform": {"scale": [1.0, 1.0], "translate": [-10.0, 30.0]},
"arcs": [[[0, 0], [2, 0], [0, 2], [-2, 0], [0, -2]]],
"objects": {"counties": {"type": "GeometryCollection", "geometries": [
{"type": "Polygon", "arcs": [[0]], "id": "22079"}, {"type": "MultiPolygon", "arcs": [[[0]]], "id": "99001"}]}}}"""


def test_areas_are_joined_by_what_their_names_have_in_common() -> None:
    assert plain_area("Donets'k Oblast'") == plain_area("Donetsk") == "donetsk"
    assert plain_area("Ash Sharqīyah") == "sharqiyah"


def test_a_county_is_at_the_centroid_of_its_outline_and_unknown_states_are_left_out(tmp_path: Path) -> None:
    (tmp_path / "counties-10m.json").write_text(ATLAS, encoding="utf-8")
    found = counties(tmp_path)
    assert list(found) == ["US.LA.079"]
    assert found["US.LA.079"] == pytest.approx((31.0, -9.0))


def test_the_same_rows_give_the_same_bytes(tmp_path: Path) -> None:
    row = Row(geonameid=1, kind="city", name="Lowmarsh", country="GBR", point=Point(51.23456, -0.5), names=("Low Marsh", "Lowmersh"))
    assert row.line() == "1\tcity\tLowmarsh\tGBR\t\t\t51.235\t-0.500\t0\tLow Marsh|Lowmersh\t"
    write([row], tmp_path / "one.gz")
    write([row], tmp_path / "two.gz")
    assert (tmp_path / "one.gz").read_bytes() == (tmp_path / "two.gz").read_bytes()
