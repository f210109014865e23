"""Sample periods for the gallery, counted by the rulebook around the turn of 2025 to 2026."""

from datetime import date

from rulebook.calendars import load_calendar
from rulebook.periods import Count, count

CALENDAR = load_calendar()


def after(start: date, amount: int, unit: str = "days") -> Count:
    """*amount* days (working days, months) after *start*."""
    return count(start, amount, unit=unit, calendar=CALENDAR)


def before(event: date, amount: int) -> Count:
    """At the latest *amount* days before *event*."""
    return count(event, amount, before=True, calendar=CALENDAR)
