import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.errors import BadInput
from dateline.extract.decode import decode

FRENCH = "Les soldats ont quitté la ville à l’aube, d’après un témoin – « enfin », dit-il. " * 4
RUSSIAN = "Российская военная делегация тайно посетила Мьянму в июне, сообщили местные СМИ. " * 4
JAPANESE = "ロシアの軍事代表団が六月にミャンマーを極秘訪問したと地元メディアが報じた。" * 4


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (FRENCH, "utf-8"),
        (FRENCH, "utf-8-sig"),
        (FRENCH, "utf-16"),
        (FRENCH, "utf-16-le"),
        (FRENCH, "utf-16-be"),
        (FRENCH, "utf-32"),
        (FRENCH, "windows-1252"),
        (RUSSIAN, "windows-1251"),
        (RUSSIAN, "koi8-r"),
        (JAPANESE, "shift_jis"),
        (JAPANESE, "euc-jp"),
        (JAPANESE, "iso2022_jp"),
    ],
)
@pytest.mark.parametrize("declared", [None, "right", "utf-8", "no such label"])
def test_text_is_read_whatever_is_declared(text: str, encoding: str, declared: str | None) -> None:
    label = encoding if declared == "right" else declared
    assert decode(text.encode(encoding), declared=label, markup=False) == text


def test_a_page_declared_latin_1_is_read_as_browsers_read_it() -> None:
    page = "<meta charset='iso-8859-1'><p>“Quotes” – and a dash</p>"
    assert decode(page.encode("windows-1252"), declared=None, markup=True) == page


def test_the_page_declares_its_own_encoding_where_nothing_else_does() -> None:
    page = '<html><head><meta http-equiv=Content-Type content="text/html; charset=windows-1251"></head>Привет</html>'
    assert decode(page.encode("windows-1251"), declared=None, markup=True) == page


def test_a_few_windows_bytes_pasted_into_utf8_stay_readable() -> None:
    mixed = FRENCH.encode() + b"caf\xe9 \x93fin\x94"
    assert decode(mixed, declared=None, markup=False) == FRENCH + "café “fin”"


def test_bytes_that_are_no_text_are_refused_with_a_reason() -> None:
    noise = bytes(range(0x81, 0xA0)) * 40 + b"\xff\xd8\xff" * 200
    with pytest.raises(BadInput) as refused:
        decode(b"\xff\xfe" + noise.replace(b"\x00", b"") + b"\xd8" * 999, declared=None, markup=False)
    assert refused.value.reason == "undecodable"


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"], exclude_characters="\x00\x1b\ufeff")))
def test_valid_utf8_comes_back_as_it_was(text: str) -> None:
    assert decode(text.encode(), declared="windows-1252", markup=True) == text


@given(st.binary(max_size=400), st.none() | st.sampled_from(["utf-8", "shift_jis", "utf-16", "\x00", "x" * 50]))
def test_any_bytes_give_text_or_a_reason(content: bytes, declared: str | None) -> None:
    try:
        text = decode(content, declared=declared, markup=True)
    except BadInput as error:
        text = error.reason
    assert text == "undecodable" or len(text) <= len(content)
