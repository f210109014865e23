"""Days of the demonstration: whole numbers relative to the day it is loaded become dates."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta

from django.conf import settings

from yingsu import law

ONE = timedelta(days=1)


def day_of(offset: int, today: date) -> date:
    """The date *offset* days from *today*; one on a day off goes back when past (or today), forward when to come."""
    day, step = today + offset * ONE, ONE if offset > 0 else -ONE
    while law.day_label(day)[0]:
        day += step
    return day


@contextmanager
def as_on(day: date) -> Iterator[None]:
    """Let the platform's clock stand on *day*, so that a past act leaves the dates it would have left then."""
    before = settings.FIXED_TODAY
    settings.FIXED_TODAY = day.isoformat()
    try:
        yield
    finally:
        settings.FIXED_TODAY = before
