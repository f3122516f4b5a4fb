from itertools import islice
from pathlib import Path

import pytest

from dateline.language import Engine, engine
from dateline.learn.mentions.place_scores import distance, evaluate, scores, texts

LGL = """<articles><article docid="1"><url>http://news.example/1</url>
<text><![CDATA[A bomb went off in Homs, Syria, on Friday.]]></text>
<toponyms count="2">
<toponym><start>19</start><end>23</end><phrase>Homs</phrase><gaztag geonameid="169577">
<name>Homs</name><lat>34.73</lat><lon>36.72</lon>
<country geonameid="163843">Syria</country></gaztag></toponym>
<toponym><start>25</start><end>30</end><phrase>Syria</phrase></toponym>
</toponyms></article></articles>"""
GWN = """<articles><article file="0"><link>http://news.example/2</link>
<text>Moscow said its jets bombed Homs. A Syrian town fell.</text><toponyms>
<toponym><extractedName>Moscow</extractedName><type>Metonymic</type><start>0</start><end>6</end><latitude>55.7</latitude>
<longitude>37.6</longitude></toponym>
<toponym><extractedName>Homs</extractedName><type>Literal</type><start>28</start><end>32</end><latitude>34.73</latitude>
<longitude>36.72</longitude></toponym>
<toponym><extractedName>town</extractedName><type>Literal_Expression</type><start>43</start><end>47</end></toponym>
</toponyms></article></articles>"""
VIRUS = """<articles><article><source>http://wiki.example/3</source><text>Cases were found in Homs.</text><locations>
<location><name>Homs</name><start>21</start><end>25</end><lat>34.73</lat><lon>36.72</lon></location></locations></article></articles>"""


@pytest.fixture(scope="module")
def english() -> Engine:
    return engine("english")


def write(folder: Path, content: str) -> Path:
    file = folder / "gold.xml"
    file.write_text(content, encoding="utf-8")
    return file


@pytest.mark.parametrize("content", [LGL, GWN, VIRUS])
def test_each_layout_is_read_and_scored(tmp_path: Path, english: Engine, content: str) -> None:
    found = evaluate(write(tmp_path, content), english)
    assert (found.span, found.accuracy, found.country) == (1.0, 1.0, 1.0)
    assert found.lines()[0] == "span F1 1.000"
    assert any(line.startswith("acc@161 ") for line in found.lines())
    assert any(line.startswith("country ") for line in found.lines())


def test_associative_toponyms_count_neither_way_and_expressions_are_none(tmp_path: Path) -> None:
    (marked,) = texts(write(tmp_path, GWN))
    assert [(one.start, one.literal) for one in marked.toponyms] == [(0, False), (28, True)]


def test_offsets_that_count_from_one_are_set_right(tmp_path: Path) -> None:
    (marked,) = texts(write(tmp_path, VIRUS))
    (only,) = marked.toponyms
    assert marked.text[only.start : only.end] == "Homs"


def test_a_toponym_put_far_away_is_wrong_and_told(tmp_path: Path, english: Engine) -> None:
    found = evaluate(write(tmp_path, LGL.replace("34.73", "10.0")), english, errors=True)
    assert found.accuracy == 0.0
    assert found.span == 1.0
    assert any("misplaced" in line for line in found.lines())


def test_distance_is_in_kilometres_along_the_great_circle() -> None:
    assert distance((0.0, 0.0), (0.0, 1.0)) == pytest.approx(111.2, abs=0.2)
    assert distance((0.0, 179.5), (0.0, -179.5)) == pytest.approx(111.2, abs=0.2)


def test_floors_on_the_gold_data(shared: Path, english: Engine) -> None:
    file = shared / "gold" / "geoparsing" / "Corpora" / "GeoVirus.xml"
    if not file.is_file():
        pytest.skip(f"no GeoVirus at {file}")
    found = scores(islice(texts(file), 40), english)
    assert found.span > 0.85
    assert found.country > 0.9
