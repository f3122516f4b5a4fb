import csv
import datetime as dt
import io
from collections import Counter
from typing import TYPE_CHECKING

import msgspec
import pytest

from dateline.ontology import plover
from dateline.records import Claim, Document, Quantity, Where
from dateline.store.layouts.cameo import actor_code, goldstein, quad
from dateline.store.layouts.table import LAYOUTS, lines

if TYPE_CHECKING:
    from tests.store.conftest import Make

WIDTHS = {"polecat": 40, "gdelt": 61, "gdelt-mentions": 16, "acled": 31, "ucdp": 49}  # of the data sets' own descriptions


def told(make: "type[Make]", **changed: object) -> Claim:
    claim = make.claim("c-1", day=dt.date(2023, 5, 1), last=dt.date(2023, 5, 3), actors=(make.russia, make.ukraine))
    return msgspec.structs.replace(claim, **{"quantities": {"dead": Quantity(low=3, high=5)}} | changed)


def table(name: str, *documents: Document) -> tuple[list[dict[str, str]], Counter[str]]:
    unfit = Counter[str]()
    layout = LAYOUTS[name]
    text = b"".join(lines(documents, layout, unfit=unfit)).decode()
    rows = list(csv.reader(io.StringIO(text), delimiter=layout.separator))
    if layout.head:
        assert tuple(rows.pop(0)) == layout.columns
    assert all(len(row) == len(layout.columns) for row in rows)
    return [dict(zip(layout.columns, row, strict=True)) for row in rows], unfit


@pytest.mark.parametrize("name", sorted(LAYOUTS))
def test_columns_are_as_many_as_the_layout_has_and_differ(name: str) -> None:
    assert len(set(LAYOUTS[name].columns)) == len(LAYOUTS[name].columns) == WIDTHS[name]


@pytest.mark.parametrize("name", sorted(LAYOUTS))
def test_what_did_not_happen_has_no_row_and_is_counted(name: str, make: "type[Make]") -> None:
    negated, undated = told(make, status="negated"), told(make, when=None)
    rows, unfit = table(name, make.document("one", told(make), negated, undated))
    assert rows
    assert unfit == {"told as negated": 1, "no day is told": 1}


def test_gdelt_has_a_row_for_each_pair_and_its_own_quad_and_scale(make: "type[Make]") -> None:
    rows, _ = table("gdelt", make.document("one", told(make)))
    assert [row["Actor1Code"] for row in rows] == ["RUSMIL", "UKRGOV"]
    assert len({row["GLOBALEVENTID"] for row in rows}) == 2
    first = rows[0]
    assert (first["SQLDATE"], first["FractionDate"], first["EventRootCode"], first["QuadClass"]) == ("20230501", "2023.4137", "18", "4")
    assert (first["ActionGeo_CountryCode"], first["ActionGeo_Type"]) == ("UP", "4")
    mentions, _ = table("gdelt-mentions", make.document("one", told(make)))
    assert [row["GLOBALEVENTID"] for row in mentions] == [row["GLOBALEVENTID"] for row in rows]


def test_gdelt_dates_mentions_by_when_the_event_was_met_and_tells_american_places_apart(make: "type[Make]") -> None:
    place = msgspec.structs.replace(make.kyiv, country="USA")
    claims = [told(make, where=msgspec.structs.replace(place, precision=precision)) for precision in ("city", "admin1", "country")]
    article = make.document("one", day=dt.date(2023, 5, 4)).article
    assert article is not None
    document = Document(article=msgspec.structs.replace(article, url="https://www.example.org/1"), claims=(*claims, told(make, where=None)))
    rows, _ = table("gdelt", document)
    assert [row["ActionGeo_Type"] for row in rows[::2]] == ["3", "2", "1", "0"]
    assert {(row["Actor1Geo_Type"], row["DATEADDED"]) for row in rows} == {("0", "20230504000000")}
    mentions, _ = table("gdelt-mentions", document)
    assert {(row["EventTimeDate"], row["MentionTimeDate"], row["MentionSourceName"]) for row in mentions} == {
        ("20230504000000", "20230504000000", "example.org")
    }


@pytest.mark.parametrize("name", sorted(name for name, layout in LAYOUTS.items() if layout.separator == "\t"))
def test_between_tabs_a_cell_reads_the_same_with_quotes_and_without(name: str, make: "type[Make]") -> None:
    odd = make.document("one", told(make, actors=(make.party('"Tigers" of\tthe "North', "LKA", "REB"),)), outlet='The "Wire\n')
    text = b"".join(lines([odd], LAYOUTS[name], unfit=Counter())).decode()
    assert [line.split("\t") for line in text.splitlines()] == list(csv.reader(io.StringIO(text), delimiter="\t"))
    assert name == "gdelt-mentions" or "'Tigers' of the 'North".casefold() in text.casefold()


def test_cameo_swaps_what_plover_calls_otherwise(make: "type[Make]") -> None:
    assert actor_code(make.party("nurses", "SYR", "MED")).code == "SYRHLH"
    assert actor_code(make.party("reporters", "SYR", "JRN")).code == "SYRMED"
    assert actor_code(make.party("United Nations", "UNO")).code == "UNOIGO"
    assert (goldstein("0211"), quad("025"), plover().quad("REQUEST")) == (goldstein("0211"), 1, 3)


def test_every_type_of_plover_with_a_code_has_a_score_in_cameo() -> None:
    for name, held in plover().types.items():
        for mode in (None, *held.modes):
            code = plover().cameo(name, mode)
            assert code is None or (goldstein(code) is not None and quad(code) is not None), (name, mode)


def test_acled_leaves_fatalities_open_where_the_words_do(make: "type[Make]") -> None:
    rows, _ = table("acled", make.document("one", told(make), told(make, quantities={}, modes=())))
    assert [(row["sub_event_type"], row["fatalities"]) for row in rows] == [("Air/drone strike", "3"), ("Armed clash", "")]
    assert (rows[0]["iso"], rows[0]["time_precision"], rows[0]["inter1"]) == ("804", "2", "State forces")


def test_acled_names_both_sides_in_the_order_of_its_codes(make: "type[Make]") -> None:
    rebels, people, border = make.party("M23", "COD", "REB"), make.party("villagers", "COD", "CVL"), Where(text="the border", basis="x")
    sides = (((rebels,), (make.ukraine,)), ((people,), (rebels,)), ((), (people,)), ((), ()))
    document = make.document("one", *(told(make, actors=a, recipients=b, where=border) for a, b in sides))
    rows, _ = table("acled", document)
    assert [row["interaction"] for row in rows] == ["State forces-Rebel group", "Rebel group-Civilians", "Civilians only", ""]
    assert rows[0]["event_id_cnty"] == "1"


def test_ged_takes_deaths_only_and_says_who_said_so(make: "type[Make]") -> None:
    rows, unfit = table("ucdp", make.document("one", told(make), told(make, quantities={})))
    assert unfit == {"no death is told": 1}
    assert (rows[0]["best"], rows[0]["low"], rows[0]["high"], rows[0]["source_original"]) == ("3", "3", "5", "Mayor Klitschko")
    assert rows[0]["source_article"] == "EFE,,one."
    assert (rows[0]["type_of_violence"], rows[0]["date_prec"], rows[0]["priogrid_gid"]) == ("1", "2", str(280 * 720 + 421 + 1))


def test_a_cell_that_looks_like_a_formula_is_text(make: "type[Make]") -> None:
    rows, _ = table("acled", make.document("one", told(make), outlet='=HYPERLINK("x")'))
    assert rows[0]["source"].startswith("'=")
