"""Counting: examples, properties, and a comparison with an independent calendar."""

from __future__ import annotations

from datetime import date, timedelta

import chinese_calendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rulebook import RulebookError, count
from rulebook.calendars import Calendar, load_calendar
from rulebook.periods import count_provisionally

CALENDAR = load_calendar()
DAYS = st.dates(date(2015, 1, 1), date(2025, 6, 30))
AMOUNTS = st.integers(1, 200)
UNITS = st.sampled_from(["days", "working-days"])


@pytest.mark.parametrize(
    ("start", "amount", "unit", "before", "last"),
    [
        ("2024-04-29", 5, "days", False, "2024-05-06"),  # ends in the May holiday
        ("2024-03-01", 7, "days", False, "2024-03-08"),
        ("2025-01-24", 15, "days", False, "2025-02-08"),  # a made-up working Saturday
        ("2020-01-18", 15, "days", False, "2020-02-03"),  # Spring Festival of 2020, extended
        ("2019-04-20", 11, "days", False, "2019-05-05"),  # Labour Day of 2019, changed by a second notice
        ("2018-12-15", 15, "days", False, "2019-01-02"),  # the notice of 2019 lists days of 2018
        ("2025-01-31", 1, "months", False, "2025-02-28"),
        ("2024-01-31", 1, "months", False, "2024-02-29"),
        ("2025-08-31", 6, "months", False, "2026-02-28"),  # a working Saturday
        ("2025-10-10", 2, "days", True, "2025-09-30"),  # backward over National Day
        ("2025-10-13", 2, "days", True, "2025-10-11"),
        ("2025-09-25", 10, "working-days", False, "2025-10-15"),
        ("2025-10-09", 5, "working-days", True, "2025-09-25"),
    ],
)
def test_examples(start: str, amount: int, unit: str, before: bool, last: str) -> None:
    """Each edge with the day a calendar on the wall gives."""
    counted = count(date.fromisoformat(start), amount, unit=unit, before=before, calendar=CALENDAR)
    assert counted.last_day == date.fromisoformat(last)


@given(DAYS)
def test_days_off_agree_with_an_independent_calendar(day: date) -> None:
    """Our days off are those of chinesecalendar."""
    assert CALENDAR.is_off(day.toordinal()) == chinese_calendar.is_holiday(day)


def test_every_day_agrees_with_an_independent_calendar() -> None:
    """All days of 2015–2026, one by one."""
    day = date(2015, 1, 1)
    while day.year < 2027:
        assert CALENDAR.is_off(day.toordinal()) == chinese_calendar.is_holiday(day), day
        day += timedelta(1)


@given(DAYS, AMOUNTS)
def test_working_days_agree_with_an_independent_calendar(start: date, amount: int) -> None:
    """Walking day by day with chinesecalendar arrives at the same day."""
    day, left = start, amount
    while left:
        day += timedelta(1)
        left -= chinese_calendar.is_workday(day)
    assert count(start, amount, unit="working-days", calendar=CALENDAR).last_day == day


@given(DAYS, AMOUNTS)
def test_backward_working_days_agree_with_an_independent_calendar(start: date, amount: int) -> None:
    """The same, backward; from 2016 on, so that the walk stays within the notices."""
    start = max(start, date(2016, 6, 1))
    day, left = start, min(amount, 90)
    while left:
        day -= timedelta(1)
        left -= chinese_calendar.is_workday(day)
    counted = count(start, min(amount, 90), unit="working-days", before=True, calendar=CALENDAR)
    assert counted.last_day == day


@given(DAYS, AMOUNTS, UNITS)
def test_a_longer_period_never_ends_earlier(start: date, amount: int, unit: str) -> None:
    """Monotone in the amount."""
    one = count(start, amount, unit=unit, calendar=CALENDAR)
    two = count(start, amount + 1, unit=unit, calendar=CALENDAR)
    assert one.last_day <= two.last_day


@given(DAYS, AMOUNTS, UNITS)
def test_a_later_start_never_ends_earlier(start: date, amount: int, unit: str) -> None:
    """Monotone in the start."""
    one = count(start, amount, unit=unit, calendar=CALENDAR)
    two = count(start + timedelta(1), amount, unit=unit, calendar=CALENDAR)
    assert one.last_day <= two.last_day


@given(st.dates(date(2016, 1, 1), date(2025, 6, 30)), st.integers(1, 180), UNITS, st.booleans())
def test_never_ends_on_a_day_off(start: date, amount: int, unit: str, before: bool) -> None:
    """After roll-over the last day is a working day, forward and backward."""
    counted = count(start, amount, unit=unit, before=before, calendar=CALENDAR)
    assert not CALENDAR.is_off(counted.last_day.toordinal())
    assert (counted.last_day < start) == before


@given(DAYS, AMOUNTS, UNITS)
def test_the_days_tell_the_whole_count(start: date, amount: int, unit: str) -> None:
    """Day by day without a gap; the numbers run from 1 to the amount; the last is the last day."""
    counted = count(start, amount, unit=unit, calendar=CALENDAR)
    days = counted.days
    assert [day.day for day in days] == [start + timedelta(n) for n in range(len(days))]
    assert [day.number for day in days if day.number] == list(range(1, amount + 1))
    assert (days[0].role, days[0].number) == ("start", None)
    assert (days[-1].role, days[-1].day) == ("last", counted.last_day)
    assert counted.rolled == any(day.role == "rolled" for day in days)
    assert all(day.reason for day in days)


@given(DAYS, AMOUNTS)
def test_without_roll_over_the_period_is_plain_addition(start: date, amount: int) -> None:
    """The careful date is the plain one."""
    assert count(start, amount, roll=False, calendar=CALENDAR).last_day == start + timedelta(amount)


def test_a_year_without_notice_is_refused_with_the_file_to_add() -> None:
    """Refused forward, and refused when only the start lies outside."""
    with pytest.raises(
        RulebookError, match=r"无法计算：缺少 2027 年放假安排。请在 calendars/cn/ 增加 2027.toml"
    ):
        count(date(2026, 12, 20), 15, calendar=CALENDAR)
    with pytest.raises(RulebookError, match="缺少 2014 年放假安排"):
        count(date(2014, 12, 20), 15, calendar=CALENDAR)
    assert count(date(2026, 12, 16), 15, calendar=CALENDAR).last_day == date(2026, 12, 31)


def test_a_provisional_count_goes_by_weekends_and_says_so() -> None:
    """Where refusing would leave a desk empty, the date is marked."""
    counted = count_provisionally(date(2026, 12, 18), 15, calendar=CALENDAR)
    assert counted.provisional and counted.last_day == date(2027, 1, 4)
    assert "2027年放假安排尚未录入" in counted.sentences()[-1]
    assert counted.days[-1].label == "放假安排未公布"


@pytest.mark.parametrize(("amount", "unit"), [(0, "days"), (-3, "days"), (5, "weeks")])
def test_nonsense_is_refused(amount: int, unit: str) -> None:
    """A period has at least one unit, of a known kind."""
    with pytest.raises(RulebookError):
        count(date(2025, 1, 6), amount, unit=unit, calendar=CALENDAR)


def test_a_period_beyond_the_calendar_of_this_world_is_refused() -> None:
    """Not an OverflowError."""
    with pytest.raises(RulebookError, match="期间过长"):
        count(date(2025, 1, 6), 10**9, calendar=CALENDAR)


def test_notices_say_whether_they_were_checked() -> None:
    """An unverified number is printed as such."""
    assert CALENDAR.notice(date(2025, 10, 1).toordinal()).endswith("文号未核实")
    assert CALENDAR.notice(date(2026, 10, 1).toordinal()) == "国办发明电〔2025〕7号"
    assert isinstance(CALENDAR, Calendar) and CALENDAR.years == tuple(range(2015, 2027))
