"""Relative days become working days without changing their order."""

from datetime import date

import pytest

from yingsu.base import clock
from yingsu.demonstration.dates import as_on, day_of

SATURDAY, SPRING_FESTIVAL, WEDNESDAY = date(2025, 5, 17), date(2025, 1, 29), date(2025, 5, 14)


@pytest.mark.parametrize(
    ("offset", "today", "expected"),
    [
        (0, WEDNESDAY, WEDNESDAY),
        (0, SATURDAY, date(2025, 5, 16)),
        (-4, WEDNESDAY, date(2025, 5, 9)),
        (3, WEDNESDAY, date(2025, 5, 19)),
        (0, SPRING_FESTIVAL, date(2025, 1, 27)),
        (1, date(2025, 1, 27), date(2025, 2, 5)),
        (0, date(2025, 4, 27), date(2025, 4, 27)),
    ],
)
def test_a_past_day_off_goes_back_and_one_to_come_goes_forward(
    offset: int, today: date, expected: date
) -> None:
    assert day_of(offset, today) == expected


@pytest.mark.parametrize("today", [SATURDAY, SPRING_FESTIVAL, WEDNESDAY, date(2026, 10, 3), date(2031, 2, 2)])
def test_the_order_of_days_never_changes(today: date) -> None:
    days = [day_of(offset, today) for offset in range(-40, 41)]
    assert days == sorted(days)


def test_the_clock_stands_on_the_day_and_goes_on_after(settings: object) -> None:
    before = clock.today()
    with as_on(WEDNESDAY):
        assert clock.today() == WEDNESDAY
    assert clock.today() == before
