import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.extract.normalise import normalise, one_line


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("a\r\nb\rc\u2028d", "a\nb\nc\nd"),
        ("one\n\n\n\n\ntwo", "one\n\ntwo"),
        ("one \t\n \n  two", "one\n\ntwo"),
        ("one\x0ctwo\u2029three", "one\n\ntwo\n\nthree"),
        ("e\u0301", "é"),
        ("so\u00adldiers\u200b \ufeffleft\x00", "soldiers left"),
        ("five\u00a0soldiers \u2009 left", "five soldiers left"),
        ("donâ€™t", "don’t"),
        ("JosÃ© MarÃ\xada", "José María"),
        ("РџСЂРёРІРµС‚", "Привет"),
        ("\ud83d\ude00 and \ud800", "😀 and \ufffd"),
        ("“quotes” – and ‘dashes’ —", "“quotes” – and ‘dashes’ —"),
        ("a\u200db \u200c", "ab"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("", ""),
        (" \n\n ", ""),
    ],
)
def test_one_thing_has_one_form(raw: str, clean: str) -> None:
    assert normalise(raw) == clean


@given(st.text())
def test_nothing_unseen_is_left(raw: str) -> None:
    clean = normalise(raw)
    assert clean == clean.strip(" \n")
    assert not any(unicodedata.category(c) in {"Cs", "Cc"} and c != "\n" for c in clean)
    assert not any(c in clean for c in "\u200b\ufeff\u2060\u00ad\u202e\r\t\xa0")
    assert "\n\n\n" not in clean
    assert "  " not in clean
    assert " \n" not in clean
    assert "\n " not in clean
    assert unicodedata.is_normalized("NFC", clean)


@given(st.text())
def test_one_line_is_one_line(raw: str) -> None:
    assert "\n" not in one_line(raw)


@pytest.mark.parametrize("unit", [" ", "\n", "\u200d", "\r", "Ã", "\t \n", "a\u0301"])
def test_a_million_of_anything_ends_soon(unit: str) -> None:
    started = time.monotonic()
    normalise(unit * 1_000_000)
    assert time.monotonic() - started < 20  # quadratic code would take hours
