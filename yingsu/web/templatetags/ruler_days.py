"""The days a period ruler shows, one slot a day, read from a count of the rulebook (by its shape)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Protocol

LONGEST_BY_DAY = 45
ONE_DAY = timedelta(days=1)


class CountDay(Protocol):
    """One day of a count: role is start, counted, rolled or last; reason says why it counts or not."""

    day: date
    role: str
    number: int | None
    off: bool
    label: str
    reason: str


class Count(Protocol):
    """A counted period; unit is days, working-days or months; direction after or before.

    `nominal` is the day it would have ended on had it not met a day off.
    """

    start: date
    last_day: date
    days: Sequence[CountDay]
    unit: str
    amount: int
    direction: str
    rolled: bool
    nominal: date


@dataclass(frozen=True, slots=True)
class Slot:
    """A day as it is drawn; kind is one of start, counted, off, skipped, rolled, extended, former, last, met, after."""

    day: date
    kind: str
    number: int | None = None
    off: bool = False
    label: str = ""
    reason: str = ""
    late: bool = False
    met: bool = False


@dataclass(frozen=True, slots=True)
class Span:
    """All slots in the order of the calendar, and where today falls."""

    slots: tuple[Slot, ...]
    due: date
    today: date | None
    cut: bool = False

    @property
    def by_day(self) -> bool:
        """Whether the period is short enough for one legible cell a day."""
        return len(self.slots) <= LONGEST_BY_DAY

    @property
    def late(self) -> bool:
        """Whether the due day has passed unmet."""
        return any(slot.late for slot in self.slots)


def span_of(count: Count, today: date | None, due: date | None = None, met_on: date | None = None) -> Span:
    """The days from the event to the due day and a little beyond; *due* differs after an extension."""
    end = due or count.last_day
    slots = {day.day: _slot(day, count.unit) for day in count.days}
    slots.setdefault(count.start, Slot(count.start, "start"))
    if end != count.last_day:
        _move_end(slots, count.last_day, end)
    late = bool(today and met_on is None and today > end) or bool(met_on and met_on > end)
    slots[end] = replace(slots.get(end, Slot(end, "last")), kind="last", late=late, met=met_on == end)
    if met_on and met_on != end and met_on in slots:
        slots[met_on] = replace(slots[met_on], kind="met")
    cut = _extend(slots, end, met_on or today)
    ordered = tuple(slots[day] for day in sorted(slots))
    return Span(ordered, end, None if met_on else today, cut)


def _move_end(slots: dict[date, Slot], last: date, end: date) -> None:
    """Another due day than the counted one: a court extended the period, or fixed an earlier day."""
    slots[last] = replace(slots[last], kind="former")
    for day in _between(last, end):
        slots[day] = replace(slots.get(day, Slot(day, "extended")), kind="extended")
    if end not in slots:
        slots[end] = Slot(end, "last")


def _slot(day: CountDay, unit: str) -> Slot:
    """A counted day off is off; in a period of working days it is skipped. Months number no days."""
    kind = day.role
    if kind == "counted" and day.off:
        kind = "skipped" if day.number is None else "off"
    number = None if unit == "months" else day.number
    return Slot(day.day, kind, number, day.off, day.label, day.reason)


def _between(first: date, last: date) -> list[date]:
    """The days after *first* up to *last*."""
    return [first + ONE_DAY * n for n in range(1, (last - first).days + 1)]


def _extend(slots: dict[date, Slot], end: date, seen: date | None) -> bool:
    """Add the day after the end and days towards today as the picture bears; true when some are left out."""
    room = max(3, len(slots) // 3)
    first, last = min(slots), max(slots)
    beyond = max(1, (seen - end).days + 1) if seen else 1
    for day in _between(end, end + ONE_DAY * min(beyond, room)):
        slots.setdefault(day, Slot(day, "after"))
    if seen and seen < first and (first - seen).days <= LONGEST_BY_DAY - len(slots):
        for day in _between(seen - ONE_DAY, first - ONE_DAY):
            slots.setdefault(day, Slot(day, "after"))
    for day in _between(first, last):
        slots.setdefault(day, Slot(day, "counted"))
    return beyond > room
