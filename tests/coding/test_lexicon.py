import csv
from pathlib import Path

import pytest

from dateline.coding.check import faults
from dateline.coding.lexicon import SHIPPED, Lexicon, Sense, lexicon, load
from dateline.errors import UsageError
from dateline.ontology import plover

HEAD = "trigger,pos,mode,actor,recipient,needs,unless,example\n"


def folder(path: Path, **tables: str) -> Path:
    for name, rows in tables.items():
        head = "class,words\n" if name == "classes" else HEAD
        (path / f"{name}.csv").write_text(head + rows, encoding="utf-8")
    return path


def senses(path: Path, **tables: str) -> list[Sense]:
    return load(folder(path, **tables), plover())


def test_the_shipped_lexicon_covers_the_field() -> None:
    held = list(lexicon())
    assert len(held) > 9000
    assert {sense.type for sense in held} == set(plover().types)


def test_every_mode_has_a_row_and_no_rows_clash() -> None:
    left = [fault for fault in faults(load(SHIPPED, plover()), plover()) if "no example" not in fault]
    assert left == []


def test_the_most_particular_sense_comes_first(tmp_path: Path) -> None:
    held = Lexicon(senses(tmp_path, ASSAULT="hit,verb,,subj,obj,,,\nhit,verb,,subj,obj,subj=bomb,,\nhit out,verb,,subj,at,,,\n"))
    assert [(sense.particle, len(sense.needs)) for sense in held.senses("hit", "verb")] == [("out", 0), ("", 1), ("", 0)]


def test_american_spelling_finds_the_same_sense(tmp_path: Path) -> None:
    held = Lexicon(senses(tmp_path, SUPPORT="recognise,verb,,subj,obj,,,\n"))
    assert held.senses("recognize", "verb") == held.senses("recognise", "verb") != ()


def test_a_class_stands_for_its_words(tmp_path: Path) -> None:
    (sense,) = senses(tmp_path, ASSAULT="hit,verb,,subj,obj,subj=@arms|drone,,\n", classes="arms,bomb shell\n")
    assert sense.needs[0].words == {"bomb", "shell", "drone"}


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        ("hit,verb,no-such-mode,subj,obj,,,\n", "line 2"),
        ("hit,adverb,,subj,obj,,,\n", "line 2"),
        ("hit,verb,,subj\n", "line 2"),
        ("hit,verb,,subj,obj,subj=@nothing,,\n", "@nothing"),
    ],
)
def test_a_faulty_row_is_named(tmp_path: Path, rows: str, message: str) -> None:
    with pytest.raises(UsageError, match=message):
        senses(tmp_path, ASSAULT=rows)


def test_a_folder_without_tables_is_named(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="found none"):
        load(tmp_path, plover())


def test_clashes_dead_rows_and_missing_examples_are_found(tmp_path: Path) -> None:
    held = senses(tmp_path, ASSAULT="hit,verb,,subj,obj,,,\nhit,verb,,subj,obj,,,\n", AID="hit,verb,,subj,obj,,,He hit it.\n")
    found = [fault for fault in faults(held, plover()) if "no row gives" not in fault]
    assert sorted(word for fault in found for word in ("clashes", "dead", "no example") if word in fault) == [
        "clashes",
        "dead",
        "no example",
    ]


def test_a_limit_that_a_reader_of_pages_has_set_does_not_count(tmp_path: Path) -> None:
    before = csv.field_size_limit(10)
    try:
        assert len(senses(tmp_path, AID="feed,verb,,subj,obj,obj=refugee|villager,,The army fed the refugees.\n")) == 1
    finally:
        csv.field_size_limit(before)
