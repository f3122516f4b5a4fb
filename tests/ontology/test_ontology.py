"""The shipped ontology says what PLOVER says; one's own is checked before it is used."""

import csv
from pathlib import Path

import pytest

from dateline.errors import UsageError
from dateline.ontology import load, plover
from dateline.ontology.ontology import Coded, faults_of

OWN = """\
name: Harbour
version: "1"
quads: {1: good, 2: bad}
statuses: {happened: a, negated: b, future: c, hypothetical: d, historical: e}
types:
  HELP: {quad: 1, score: 5, covers: help, cameo: ["07"]}
  HARM:
    quad: 2
    score: -5
    covers: harm
    future: HARM
    modes:
      fire: {score: -9, covers: arson}
      words: {score: -1, covers: insults}
"""


def written(folder: Path, text: str) -> Path:
    path = folder / "own.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_plover_has_its_types_modes_and_contexts() -> None:
    held = plover()
    assert len(held.types) == 16
    assert sum(len(one.modes) for one in held.types.values()) == 68
    assert len(held.contexts) == 37
    assert list(faults_of(held)) == []


@pytest.mark.parametrize(
    ("type_", "modes", "score", "quad"),
    [
        ("CONSULT", (), 2.5, 1),
        ("CONSULT", ("visit",), 4, 1),
        ("ACCUSE", (), -3, 3),
        ("REQUEST", ("assist",), 0.5, 3),
        ("SANCTION", ("expel",), -5.5, 4),
        ("ASSAULT", ("firearms", "suicide-attack"), -9.5, 4),
        ("RETREAT", ("disarm",), 10, 2),
    ],
)
def test_scores_and_quad_classes(type_: str, modes: tuple[str, ...], score: float, quad: int) -> None:
    assert plover().score(type_, *modes) == score
    assert plover().quad(type_) == quad


@pytest.mark.parametrize(("type_", "coded"), [("CONSULT", "AGREE"), ("AID", "AGREE"), ("RETREAT", "CONCEDE"), ("ASSAULT", "ASSAULT")])
def test_what_is_to_come_may_be_another_type(type_: str, coded: str) -> None:
    assert plover().to_come(type_) == coded


@pytest.mark.parametrize(
    ("code", "coded"),
    [
        ("042", Coded("CONSULT", "visit")),
        ("1822", Coded("ASSAULT", "torture")),
        ("1823", Coded("ASSAULT", "beat")),
        ("0811", Coded("CONCEDE", None)),
        ("0874", Coded("RETREAT", "withdraw")),
        ("190", Coded("ASSAULT", None)),
        ("191", Coded("COERCE", "restrict")),
        ("010", None),
        ("99", None),
    ],
)
def test_cameo_codes_find_their_type(code: str, coded: Coded | None) -> None:
    assert plover().from_cameo(code) == coded


def test_every_cameo_code_but_statements_has_a_type(shared: Path) -> None:
    with (shared / "reference" / "cameo_goldstein.csv").open(encoding="utf-8") as lines:
        codes = [row["code"] for row in csv.DictReader(lines)]
    types = plover().types.values()
    told = [*(held.cameo for held in types), *(mode.cameo for held in types for mode in held.modes.values())]
    known = {code for listed in told for code in listed}
    assert known <= set(codes)
    assert {code[:2] for code in codes if plover().from_cameo(code) is None} == {"01"}


def test_every_type_goes_out_as_cameo() -> None:
    for name, held in plover().types.items():
        for mode in (None, *held.modes):
            assert plover().cameo(name, mode) is not None


def test_an_ontology_of_ones_own_is_a_file(tmp_path: Path) -> None:
    own = load(written(tmp_path, OWN))
    assert own.score("HARM", "words") == -1
    assert own.cameo("HARM", "fire") is None
    assert own.from_cameo("071") == Coded("HELP", None)


@pytest.mark.parametrize(
    ("before", "after", "message"),
    [
        ("quad: 2", "quad: 3", "HARM: need a quad out of 1, 2, got 3"),
        ("score: -9", "score: -19", "HARM fire: need a score within ±10"),
        ("future: HARM", "future: HURT", "need a type as its future"),
        ('cameo: ["07"]', 'cameo: ["7"]', "two to four digits"),
        ("covers: arson", 'covers: arson, cameo: ["07"]', "stands at HELP too"),
        ("historical: e", "historic: e", "need the statuses historical"),
        ("covers: help", "colour: red", "unknown field"),
        ("score: 5", "score: five", "Expected `float`"),
        ("name: Harbour", "name: [", "no ontology"),
    ],
)
def test_a_file_that_contradicts_itself_is_refused(tmp_path: Path, before: str, after: str, message: str) -> None:
    with pytest.raises(UsageError, match=message):
        load(written(tmp_path, OWN.replace(before, after)))


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"gone\.yaml"):
        load(tmp_path / "gone.yaml")
