"""The day of publication: whom it trusts first, how a missing year is worked out, and that none is made up."""

import datetime as dt
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.extract.clues import looked_back_on, told
from dateline.extract.dateline import Opening, opening
from dateline.extract.published import dateline_record, published
from dateline.knowledge.anchors import Anchor, Anchors, anchors
from dateline.records import Published

TODAY = dt.date(2026, 11, 24)
NOTHING = Anchors(())


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def holder(name: str, office: str, first: str, last: str | None = None) -> Anchor:
    return Anchor(
        kind="holder", name=name, office=office, state="Ruritania", first=day(first), last=day(last) if last else None, source="test"
    )


RUDOLF = Anchors((holder("Rudolf Elphberg/Rudolph Elphberg", "prime minister", "2010-03-01", "2016-02-29"),))


def worked_out(text: str, *, known: Anchors = NOTHING, fetched: str | None = None, today: dt.date = TODAY) -> Published:
    return published(
        text=text,
        body_start=0,
        opening=opening(text, start=0, end=len(text)),
        metadata=None,
        given=None,
        fetched=day(fetched) if fetched else None,
        today=today,
        known=known,
    )


def test_given_day_wins_over_metadata_and_metadata_over_the_dateline() -> None:
    text = "LIMA, May 3, 2019 (Sur) - A road was closed."
    found = opening(text, start=0, end=len(text))
    for stated, metadata, expected, basis in [
        ("2019-05-01", "2019-05-02", "2019-05-01", "given"),
        (None, "2019-05-02", "2019-05-02", "metadata"),
        (None, None, "2019-05-03", "dateline"),
    ]:
        result = published(
            text=text,
            body_start=0,
            opening=found,
            metadata=day(metadata) if metadata else None,
            given=day(stated) if stated else None,
            fetched=None,
            today=TODAY,
        )
        assert (result.first, result.last, result.basis) == (day(expected), day(expected), basis)


def test_metadata_after_archiving_are_not_believed() -> None:
    text = "LIMA, May 3, 2019 (Sur) - A road was closed."
    found = opening(text, start=0, end=len(text))
    result = published(
        text=text, body_start=0, opening=found, metadata=day("2020-01-01"), given=None, fetched=day("2019-05-04"), today=TODAY
    )
    assert (result.first, result.basis) == (day("2019-05-03"), "dateline")
    assert "after the page was read or archived" in result.why[0]


def test_no_year_is_made_up_where_nothing_bounds_it() -> None:
    result = worked_out("LIMA, May 3 (Sur) - A road was closed, police said on Friday.")
    assert (result.first, result.last, result.basis) == (None, None, "unknown")
    assert result.why


def test_office_holder_and_weekday_leave_one_year() -> None:
    text = "STRELSAU, July 7 (Ruritanian Wire) - Prime Minister Rudolf Elphberg said on Wednesday that the border would open."
    result = worked_out(text, known=RUDOLF)  # Wednesday, or Thursday for the day after: 2010 and 2011
    assert result.years == (2010, 2011)
    assert (result.first, result.last, result.basis) == (day("2010-07-07"), day("2011-07-07"), "weekday")
    fewer = worked_out(text.replace("July 7", "July 17").replace("Wednesday", "Saturday"), known=RUDOLF)
    assert fewer.years == (2010, 2011)
    one = worked_out(text.replace("Wednesday", "Monday"), known=RUDOLF)
    assert (one.first, one.last) == (day("2014-07-07"), day("2015-07-07"))


def test_several_years_are_all_listed() -> None:
    result = worked_out("STRELSAU, July 7 (Wire) - Prime Minister Rudolf Elphberg opened a bridge.", known=RUDOLF)
    assert result.years == (2010, 2011, 2012, 2013, 2014, 2015)


def test_former_holder_bounds_nothing_and_later_mention_only_from_below() -> None:
    former = "STRELSAU, July 7 (Wire) - Former Prime Minister Rudolf Elphberg opened a bridge."
    assert worked_out(former, known=RUDOLF).first is None
    background = "STRELSAU, July 7 (Wire) - A bridge was opened." + " It had long been closed." * 40
    late = worked_out(f"{background}\n\nIt was built when Prime Minister Rudolf Elphberg was young.", known=RUDOLF)
    assert (late.years[0], late.years[-1]) == (2010, 2026)


def test_another_spelling_of_a_name_is_the_same_holder() -> None:
    known = Anchors((holder("Sergei Wolkow", "defence minister", "2013-01-01", "2013-12-31"),))
    result = worked_out("STRELSAU, July 7 (Wire) - Defense Minister Sergey Volkov left.", known=known)
    assert result.years == (2013,)


def test_office_held_twice_leaves_the_years_between_out() -> None:
    known = Anchors(
        (holder("Ann Poe", "president", "2001-01-01", "2004-12-31"), holder("Ann Poe", "president", "2009-01-01", "2012-12-31"))
    )
    result = worked_out("STRELSAU, July 7 (Wire) - President Ann Poe left.", known=known)
    assert result.years == (2001, 2002, 2003, 2004, 2009, 2010, 2011, 2012)


def test_dated_coup_without_a_year_is_of_the_last_twelve_months() -> None:
    coup = Anchor(kind="coup", name="", office="", state="Ruritania/Ruritanian", first=day("2011-02-01"), last=None, source="test")
    text = "STRELSAU, July 7 (Wire) - The mission left. It had condemned the Feb. 1 military coup in Ruritania."
    assert worked_out(text, known=Anchors((coup,))).first == day("2011-07-07")
    assert worked_out(text.replace("Feb. 1", "Feb. 11"), known=Anchors((coup,))).first is None
    assert worked_out(text.replace("Feb. 1", "Feb. 1, 1999,"), known=Anchors((coup,))).years[:1] != (2011,)


def test_name_bounds_from_below() -> None:
    named = Anchors((Anchor(kind="name", name="Zenda Pact", office="", state="", first=day("2020-01-01"), last=None, source="test"),))
    result = worked_out("STRELSAU, July 7 (Wire) - The Zenda Pact held.", known=named)
    assert result.years == (2020, 2021, 2022, 2023, 2024, 2025, 2026)


def test_year_looked_back_on_bounds_from_below() -> None:
    result = worked_out("STRELSAU, Sept 7 (Wire) - The bridge was closed in 2022 after a flood.")
    assert result.years == (2022, 2023, 2024, 2025, 2026)


def test_year_ahead_bounds_nothing() -> None:
    assert worked_out("STRELSAU, Sept 7 (Wire) - The bridge will be closed in 2022 and was planned so.").first is None


def test_archived_within_a_month_tells_the_year() -> None:
    text = "STRELSAU, July 7 (Wire) - A bridge was opened, officials said on Wednesday."
    result = worked_out(text, fetched="2010-07-09")
    assert (result.first, result.last, result.basis) == (day("2010-07-07"), day("2010-07-07"), "weekday")
    assert worked_out(text, fetched="2009-07-09").first is None  # a Tuesday: the page is older than its archiving
    assert worked_out(text, fetched="2010-11-09").first is None


def test_weekday_of_the_dateline_itself_excludes_other_years() -> None:
    result = worked_out("STRELSAU, Monday, July 7 (Wire) - Prime Minister Rudolf Elphberg left.", known=RUDOLF)
    assert result.years == (2014,)


def test_today_in_the_lead_silences_its_weekdays() -> None:
    assert told("The minister said today that troops left on Monday, he told them on Monday.", 0) == ()
    assert [clue.weekday for clue in told("The minister said late on Monday that troops had left.", 0)] == [0]


def test_weekday_ahead_is_not_told() -> None:
    assert told("The minister said troops would leave on Monday.", 0) == ()


def test_leap_day_takes_only_leap_years() -> None:
    result = worked_out("STRELSAU, Feb 29 (Wire) - Prime Minister Rudolf Elphberg left.", known=RUDOLF)
    assert result.years == (2012, 2016)
    assert worked_out("STRELSAU, Feb 30 (Wire) - Prime Minister Rudolf Elphberg left.", known=RUDOLF).first is None
    assert worked_out("STRELSAU, Feb 29, 2019 (Wire) - Rain fell.").first is None


@pytest.mark.parametrize("extreme", [dt.date.min, dt.date.max])
def test_extreme_days_are_survived(extreme: dt.date) -> None:
    text = "LIMA, Dec 31 (Sur) - A road was closed."
    found = opening(text, start=0, end=len(text))
    assert found is not None
    for stated, fetched in ((extreme, None), (None, extreme)):
        on = published(text=text, body_start=0, opening=found, metadata=extreme, given=stated, fetched=fetched, today=TODAY)
        dateline_record(found, text, on)


def test_dateline_record_takes_its_year_from_publication() -> None:
    text = "LIMA, Dec 31 (Sur) - A road was closed."
    found = opening(text, start=0, end=len(text))
    assert found is not None
    on = published(text=text, body_start=0, opening=found, metadata=day("2020-01-02"), given=None, fetched=None, today=TODAY)
    record = dateline_record(found, text, on)
    assert (record.date, record.year, record.text) == (day("2019-12-31"), None, "LIMA, Dec 31 (Sur) -")
    later = published(text=text, body_start=0, opening=found, metadata=day("2020-06-02"), given=None, fetched=None, today=TODAY)
    assert dateline_record(found, text, later).date is None


def test_shipped_facts_date_a_story_of_ours() -> None:
    text = "Kinshasa, Nov 16 (Vistula Agency) -- Polish President Andrzej Duda met Prime Minister Rishi Sunak, officials said on Tuesday."
    result = worked_out(text, known=anchors())
    assert result.years == (2022,)
    assert any("Rishi Sunak" in why for why in result.why)


def test_seed_page_is_of_7_july_2021(shared: Path) -> None:
    text = (shared / "cases" / "seed" / "page.txt").read_text(encoding="utf-8")
    result = worked_out(text, known=anchors())
    assert (result.first, result.last, result.basis) == (day("2021-07-07"), day("2021-07-07"), "weekday")
    assert any("Wednesday" in why for why in result.why)


def test_years_looked_back_on_leave_a_month_for_announcements() -> None:
    past = looked_back_on("The pact was signed on July 1, 2019. It had been made in 2012.", today=TODAY)
    assert [clue.first for clue in past] == [day("2019-05-31"), day("2011-12-01")]
    assert looked_back_on("It was signed in 2019.", today=day("2018-01-01")) == ()


@given(
    st.text(max_size=300), st.integers(1, 12), st.integers(1, 31), st.one_of(st.none(), st.integers(0, 6)), st.one_of(st.none(), st.dates())
)
def test_any_story_gives_a_day_that_can_be(text: str, month: int, number: int, weekday: int | None, fetched: dt.date | None) -> None:
    found = Opening(start=0, end=0, month=month, day=number, weekday=weekday)
    result = published(text=text, body_start=0, opening=found, metadata=None, given=None, fetched=fetched, today=TODAY)
    if result.first and result.last:
        assert (result.first.month, result.first.day) == (month, number)
        assert result.first.year == result.years[0] <= result.years[-1] == result.last.year
        assert result.last <= min(TODAY, fetched or TODAY) + dt.timedelta(days=1)
    dateline_record(Opening(start=0, end=1, month=month, day=number), "x", result)


@pytest.mark.parametrize(
    "piece", ["said ", "President A ", "in 2019 ", "A. ", "Monday ", "coup in Mali Feb. 1 ", "said on late ", "\n", "2019"]
)
def test_hostile_repetition_takes_little_time(piece: str) -> None:
    text = piece * (200_000 // len(piece))
    began = time.process_time()
    worked_out(f"LIMA, May 3 (Sur) - {text}", known=anchors())
    assert time.process_time() - began < 1.0
