"""Sample periods for the gallery: counts of the shape the rulebook gives, around the turn of 2025 to 2026."""

from dataclasses import dataclass
from datetime import date, timedelta

HOLIDAYS = {date(2026, 1, day): "元旦" for day in (1, 2, 3)} | {
    date(2026, 2, day): "春节" for day in range(15, 24)
}
WORKING = {
    date(2026, 1, 4): "元旦调休上班",
    date(2026, 2, 14): "春节调休上班",
    date(2026, 2, 28): "春节调休上班",
}
NOTICE = "国办发明电〔2025〕7号"


@dataclass(frozen=True)
class Day:
    """One day of a count."""

    day: date
    role: str
    number: int | None
    off: bool
    label: str
    notice: str


@dataclass(frozen=True)
class Count:
    """A counted period."""

    start: date
    last_day: date
    days: tuple[Day, ...]
    unit: str
    amount: int
    direction: str
    rolled: bool


def _off(day: date) -> bool:
    return day not in WORKING and (day in HOLIDAYS or day.weekday() > 4)


def _day(day: date, role: str, number: int | None) -> Day:
    label = HOLIDAYS.get(day) or WORKING.get(day) or ("周末" if day.weekday() > 4 else "")
    return Day(day, role, number, _off(day), label, NOTICE if day in HOLIDAYS or day in WORKING else "")


def after(start: date, amount: int, unit: str = "days") -> Count:
    """*amount* days (or months) after *start*, rolled over a day off."""
    length = amount
    if unit == "months":
        month = start.month + amount
        length = (date(start.year + (month - 1) // 12, (month - 1) % 12 + 1, start.day) - start).days
    days = [_day(start, "start", None)]
    days += [
        _day(start + timedelta(n), "counted", n if unit == "days" else None) for n in range(1, length + 1)
    ]
    end, rolled = days[-1].day, False
    while _off(end):
        end, rolled = end + timedelta(1), True
        days.append(_day(end, "rolled", None))
    days[-1] = _day(end, "last", None if rolled or unit != "days" else amount)
    return Count(start, end, tuple(days), unit, amount, "after", rolled)


def before(event: date, amount: int) -> Count:
    """At the latest *amount* days before *event*."""
    days = [_day(event - timedelta(n), "last" if n == amount else "counted", n) for n in range(amount, 0, -1)]
    days.append(_day(event, "start", None))
    return Count(event, days[0].day, tuple(days), "days", amount, "before", False)
