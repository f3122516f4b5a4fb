"""The dateline in the forms of the world's agencies, and the beginnings that only look like one."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.extract.dateline import Opening, opening, people


def read(text: str) -> Opening:
    found = opening(text, start=0, end=len(text))
    assert found is not None, f"no dateline found in {text!r}"
    return found


@pytest.mark.parametrize(
    ("text", "places", "agency", "day"),
    [
        ("Bangkok, Jul 7 (SELVA).- A delegation came", ("Bangkok",), "SELVA", (None, 7, 7)),
        ("KHARTOUM, Sept 16 (Nile Wire) - The army said", ("Khartoum",), "Nile Wire", (None, 9, 16)),
        ("BEIRUT (Cedar News) — Parliament met", ("Beirut",), "Cedar News", (None, None, None)),
        ("New Delhi, June 18: The minister left", ("New Delhi",), None, (None, 6, 18)),
        ("BOGOTA, 3 APR 90 (SELVA) -- [TEXT] THE POLICE", ("Bogota",), "SELVA", (1990, 4, 3)),
        ("LIMA, 16 Jan 90 (TELEVISION ANDINA) -- [TEXT] Two men", ("Lima",), "TELEVISION ANDINA", (1990, 1, 16)),
        ("PERTH (AUSTRALIA), JUNE 11 89 (SELVA) -- [TEXT] SECURITY", ("Perth",), "SELVA", (1989, 6, 11)),
        ("MANAGUA (NICARAGUA), 17 JUN 89 (RADIO LAGO) -- [TEXT] A", ("Managua",), "RADIO LAGO", (1989, 6, 17)),
        ("QUITO, 22 AUGUST 89 (SELVA)-- [TEXT] THE", ("Quito",), "SELVA", (1989, 8, 22)),
        ("ROME, 17 NOV 89 (PEOPLE'S AGENCY [PA]) -- [TEXT] THE", ("Rome",), "PEOPLE'S AGENCY [PA]", (1989, 11, 17)),
        ("BOGOTA, 27 APR 90 [CADENA 1) -- [SPEECH] [TEXT] I AM HAPPY", ("Bogota",), "CADENA 1", (1990, 4, 27)),
        ("GENEVA/KABUL, 4 May (Levant Report) — Talks", ("Geneva", "Kabul"), "Levant Report", (None, 5, 4)),
        ("SYDNEY and KUALA LUMPUR, Jul 26 2022 (Reef) - Like", ("Sydney", "Kuala Lumpur"), "Reef", (2022, 7, 26)),
        ("Oyam & Gulu, Uganda, Jun 14 2022 (Reef) - He", ("Oyam", "Gulu"), "Reef", (2022, 6, 14)),
        ("(Northwire) - The president said", (), "Northwire", (None, None, None)),
        ("(ANDA) - ROMA, 03 MAR - Il governo", ("Roma",), "ANDA", (None, 3, 3)),
        ("Kyiv, Ukraine, July 7, 2021 (Steppe News) - The", ("Kyiv",), "Steppe News", (2021, 7, 7)),
        ("KYIV, Ukraine (Steppe News) — The", ("Kyiv",), "Steppe News", (None, None, None)),
        ("New Delhi [India], July 7 (Yamuna): The", ("New Delhi",), "Yamuna", (None, 7, 7)),
        ("New Delhi, Jul 7 (Yamuna) The court ruled", ("New Delhi",), "Yamuna", (None, 7, 7)),
        ("SINGAPORE (May 6, 2021) — While", ("Singapore",), None, (2021, 5, 6)),
        ("MOSCOW, July 7. /VOSTOK/. The president", ("Moscow",), "VOSTOK", (None, 7, 7)),
        ("Ulaanbaatar /GOBI/. A new road", ("Ulaanbaatar",), "GOBI", (None, None, None)),
        ("Москва. 7 июля. VOSTOK.RU - Президент сказал", ("Москва",), "VOSTOK.RU", (None, 7, 7)),
        ("МОСКВА, 7 июл — Восток Новости. Президент", ("Москва",), "Восток Новости", (None, 7, 7)),
        ("КИЇВ, 7 липня (Степ) – Уряд", ("Київ",), "Степ", (None, 7, 7)),
        ("PARIS, 7 juil 2021 (Seine) - Le ministre", ("Paris",), "Seine", (2021, 7, 7)),
        ("Madrid, 7 de julio de 2021 (Selva).- El Gobierno", ("Madrid",), "Selva", (2021, 7, 7)),
        ("Lisboa, 07 fev 2021 (Tejo) – O governo", ("Lisboa",), "Tejo", (2021, 2, 7)),
        ("Berlin (spr) - Die Regierung", ("Berlin",), "spr", (None, None, None)),
        ("WIEN, 7. März 2021 (Donau) - Die Regierung", ("Wien",), "Donau", (2021, 3, 7)),
        ("Warszawa, 7 lipca (Wisła) - Rząd", ("Warszawa",), "Wisła", (None, 7, 7)),
        ("ANKARA, 7 Ağustos (Kızılırmak) - Bakan", ("Ankara",), "Kızılırmak", (None, 8, 7)),
        ("Jakarta, 7 Agustus (Nusa) - Menteri", ("Jakarta",), "Nusa", (None, 8, 7)),
        ("NUSAKINI.CO, Jakarta - Menteri", ("Jakarta",), "NUSAKINI.CO", (None, None, None)),
        ("N'DJAMENA, 12 mars (Chari) - Le", ("N'Djamena",), "Chari", (None, 3, 12)),
        ("PORT-AU-PRINCE, Haiti (Caye) — Gangs", ("Port-au-Prince",), "Caye", (None, None, None)),
        ("بيروت (سدر) - قال الوزير", ("بيروت",), "سدر", (None, None, None)),
        ("长江社北京7月7日电 外交部", ("北京",), "长江社", (None, 7, 7)),
        ("【北京＝富士通信】中国外務省", ("北京",), "富士通信", (None, None, None)),
        ("(서울=한강뉴스) 홍길동 기자 = 정부는", ("서울",), "한강뉴스", (None, None, None)),
        ("July 7 (Northwire) -- The president", (), "Northwire", (None, 7, 7)),
        ("Jul 7, 2021, BEIRUT — The cabinet", ("Beirut",), None, (2021, 7, 7)),
        ("CAIRO - 24 July 2022: The president", ("Cairo",), None, (2022, 7, 24)),
        ("Goma, le 7 juillet 2021 (Kivu) - Le", ("Goma",), "Kivu", (2021, 7, 7)),
        ("Caracas, 7 jul. (Orinoco) – El", ("Caracas",), "Orinoco", (None, 7, 7)),
        ("Praha 7. července (Vltava) - Vláda", ("Praha",), "Vltava", (None, 7, 7)),
        ("ST. PETERSBURG, Russia (Neva) — The", ("St. Petersburg",), "Neva", (None, None, None)),
        ("London, 07.08.2021 – The", ("London",), None, (2021, 8, 7)),
        ("KABUL, June 18", ("Kabul",), None, (None, 6, 18)),
        ("ISLAMABAD: The army said", ("Islamabad",), None, (None, None, None)),
        ("OTTAWA — The government", ("Ottawa",), None, (None, None, None)),
        ("(UPDATED) Gaza City, June 1, 2020 (Shore) - The", ("Gaza City",), "Shore", (2020, 6, 1)),
    ],
)
def test_dateline_gives_places_agency_and_day(
    text: str, places: tuple[str, ...], agency: str | None, day: tuple[int | None, int | None, int | None]
) -> None:
    found = read(text)
    assert (found.places, found.agency, (found.year, found.month, found.day)) == (places, agency, day)
    assert found.place == (places[0] if places else None)


@pytest.mark.parametrize(
    "text",
    [
        "In Geneva on Monday, the council met.",
        "Mr Smith, 45, said (he would not go).",
        "MODERATOR: Thank you all for coming.",
        "European Union (EU) - a bloc of states",
        "Tuesday, July 6 — What we know so far",
        "Updated, June 18: This story has changed",
        "Analysis: the war enters a new phase",
        "Apple (AAPL). The company said",
        "Nasser Hospital (pictured) - one of the last",
        "Trinidad, May 3 people died",
        "July 7 - The army attacked",
        "Startet am 1. Mai: Der neue Fahrplan",
        "China: what comes next",
        "Beirut, 18 June 39 people were killed",
        "March 3 (a Sunday) - a day off",
        "",
        "—",
    ],
)
def test_prose_labels_and_speakers_are_no_dateline(text: str) -> None:
    assert opening(text, start=0, end=len(text)) is None


def test_span_covers_the_dateline_and_the_notes_of_a_monitor() -> None:
    text = "SAN SALVADOR, 3 JAN 90 -- [REPORT] [PRESS COMMITTEE, COPA] [TEXT] THE BATTALION"
    found = read(text)
    assert text[found.start : found.end] == "SAN SALVADOR, 3 JAN 90 -- [REPORT] [PRESS COMMITTEE, COPA] [TEXT]"


def test_notes_about_a_speaker_after_the_text_mark_belong_to_the_story() -> None:
    text = "LIMA, 4 MAY 90 (RADIO SUR) -- [TEXT] [CONTINUED] [GARCIA] WE WILL"
    assert text[read(text).end :] == " [GARCIA] WE WILL"


def test_no_city_and_no_date_are_stated_absences() -> None:
    found = read("NO CITY (EL SALVADOR), NO DATE (RADIO MONTE) -- [TEXT] THE")
    assert (found.place, found.month, found.agency) == ("El Salvador", None, "RADIO MONTE")
    assert read("CLANDESTINE, 20 NOV 89 (RADIO MONTE) -- [TEXT] THE").places == ()


def test_weekday_alone_is_a_day() -> None:
    assert read("Beirut, Monday — The cabinet met").weekday == 0
    found = read("BEIRUT, Monday, July 5 (Cedar News) — The cabinet met")
    assert (found.weekday, found.month, found.day) == (0, 7, 5)


def test_byline_before_or_after_the_dateline_names_people() -> None:
    text = "By Jane Doe and Bo Lund, Staff Writers\n\nNAIROBI, July 5 (Rift) - Kenya's president"
    found = read(text)
    assert found.byline == ("Jane Doe", "Bo Lund")
    assert text[found.start : found.end] == "NAIROBI, July 5 (Rift) -"
    assert read("NAIROBI, July 5 (Rift) — By Ann Poe\n\nKenya's president").byline == ("Ann Poe",)


def test_reporter_in_the_place_of_the_agency_is_a_writer() -> None:
    found = read("【ソウル＝山田太郎】政府は")
    assert (found.agency, found.byline) == (None, ("山田太郎",))
    assert read("(서울=한강뉴스) 홍길동 기자 = 정부는").byline == ("홍길동",)


def test_dateline_is_found_after_section_and_headline() -> None:
    text = "War & Peace\n\nDelegation came in secret\n\nBangkok, Jul 7 (SELVA).- A delegation came"
    assert read(text).start == text.index("Bangkok")


def test_only_the_given_stretch_is_read() -> None:
    text = "LIMA, May 1 (Sur) - One.\n\nQuito, May 2 (Sur) - Two."
    found = opening(text, start=text.index("Quito"), end=len(text))
    assert found is not None
    assert found.place == "Quito"
    assert opening(text, start=0, end=3) is None


def test_dateline_deep_in_the_story_is_not_its_opening() -> None:
    prose = "The talks went on for a long time and nobody knew how they would end. " * 10
    text = f"{prose}\n\nBEIRUT (Cedar News) — Parliament met"
    assert opening(text, start=0, end=len(text)) is None


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Jane Doe", ("Jane Doe",)),
        ("BY JANE DOE AND MAX VAN DER BERG", ("Jane Doe", "Max Van Der Berg")),
        ("Por María Paz y José Luna", ("María Paz", "José Luna")),
        ("By Jane Doe | Cedar News", ("Jane Doe",)),
        ("By Jane Doe in Beirut and Bo Lund in Oslo", ("Jane Doe",)),
        ("By Staff Reporter", ()),
        ("By Monday, the army had taken the town.", ()),
        ("The road by Jane Doe's house", ()),
    ],
)
def test_bylines_name_people(line: str, names: tuple[str, ...]) -> None:
    assert people(line) == names


PIECES = st.sampled_from(
    [
        "BEIRUT",
        "Port-au-Prince",
        ", ",
        "/",
        " (",
        ")",
        "[",
        "]",
        "AP",
        "July",
        " 7",
        "2021",
        "90",
        " -- ",
        " - ",
        ".-",
        ":",
        "\n",
        "By ",
        "N'",
        "and ",
        "7 июля",
        "[TEXT]",
        "Monday",
    ]
)


@given(st.lists(st.one_of(PIECES, st.text(max_size=8)), max_size=30).map("".join), st.integers(0, 60), st.integers(0, 200))
def test_any_text_gives_spans_inside_it(text: str, start: int, length: int) -> None:
    start = min(start, len(text))
    end = min(start + length, len(text))
    found = opening(text, start=start, end=end)
    if found:
        assert start <= found.start < found.end <= end
        assert found.agency != ""
        assert all(found.places)


@pytest.mark.parametrize(
    "piece", ["A", "A ", "A-", "A.", "(A", "[", "/A", "A, ", "A/", "'A", "1 ", "By A ", "A (", "(UPDATED) ", "A and ", "é", "—"]
)
def test_hostile_repetition_takes_no_time(piece: str) -> None:
    text = piece * (200_000 // len(piece))
    began = time.process_time()
    opening(text, start=0, end=len(text))
    assert time.process_time() - began < 0.2
