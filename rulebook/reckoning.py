"""The last day of one duty: counted from its trigger, then corrected, set anew, moved by the court."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from rulebook import reasons
from rulebook.calendars import Calendar
from rulebook.conditions import Case, Place, Test, in_time, instance_of, instance_order
from rulebook.facts import Fact
from rulebook.periods import Count, count_provisionally
from rulebook.rules import Move, Rule


@dataclass(slots=True)
class Reckoning:
    """The last day as it stands while it is being worked out."""

    due: date | None = None
    count: Count | None = None
    count_before: Count | None = None
    careful: date | None = None
    careful_because: str = ""
    moved_from: date | None = None
    moved_because: str = ""

    def move(self, due: date | None, count: Count | None, why: str) -> None:
        """Take a new last day and remember the old one with the reason."""
        if count is None:
            self.count_before = self.count or self.count_before
        self.count = count
        if due == self.due:
            return
        self.moved_because += reasons.moved(self.due, due, why)
        self.moved_from, self.due = self.due, due


def reckon_all(
    rule: Rule, place: Place, facts: list[Fact], fact: Fact, case: Case, calendar: Calendar
) -> Reckoning:
    """The last day from the trigger, then as corrected, set anew and moved by the court, in that order."""
    old, why = _earlier(rule, facts, fact, case)
    start = _start(rule, place, case)
    if old is None:
        reckoned = Reckoning(*_reckon(rule, fact, start, calendar))
    else:
        reckoned = Reckoning(*_reckon(rule, old, start, calendar))
        reckoned.move(*_reckon(rule, fact, start, calendar), why)
    moving = [
        (mover, move)
        for move in rule.moved_by
        if case.stands(move.when, place, presumed=False) and case.stands(move.presume, place, presumed=True)
        for mover in case.find(move.pattern, place, fact.on)
    ]
    for mover, move in sorted(moving, key=lambda pair: in_time(pair[0])):
        due, counted = _reckon_move(move, mover, fact, calendar)
        if due is not None:
            reckoned.move(due, counted, reasons.why_moved(mover, move))
    _be_careful(rule, fact, reckoned, calendar)
    return reckoned


def _earlier(rule: Rule, facts: list[Fact], fact: Fact, case: Case) -> tuple[Fact | None, str]:
    """The fact the date was counted from before, if it was another one, and the reason of the change."""
    replaced = case.replaced.get(fact.id)
    if replaced is not None and replaced.kind == fact.kind:
        return replaced, reasons.why_corrected(replaced, fact)
    if rule.pick == "last" and rule.per == "hearing" and len(facts) > 1:
        return facts[-2], reasons.why_reset(facts[-2], fact)
    return None, ""


def _start(rule: Rule, place: Place, case: Case) -> Fact | None:
    """The fact ``days_in`` counts from, when it is not the trigger: the last of its kind here or in a later instance."""
    here = instance_order(place.instance)
    facts = case.by_kind.get(rule.days_since, ())
    return next((fact for fact in reversed(facts) if instance_order(instance_of(fact)) >= here), None)


def _reckon(
    rule: Rule, fact: Fact, start: Fact | None, calendar: Calendar
) -> tuple[date | None, Count | None]:
    for name in rule.on_day:
        day = fact.get(name)
        if isinstance(day, date):
            return day, None
    days = fact.get(rule.days_in) if rule.days_in else None
    if isinstance(days, int) and days and (start or not rule.days_since):
        return _counted(start.on if start else fact.on, days, "days", False, calendar)
    for within in rule.within:
        if _pass(within.tests, fact):
            day = fact.get(within.since) if within.since else fact.on
            if isinstance(day, date):
                return _counted(day, within.amount, within.unit, within.before, calendar)
    return None, None


def _pass(tests: tuple[Test, ...], fact: Fact) -> bool:
    return all(test.holds(fact) for test in tests)


def _counted(start: date, amount: int, unit: str, before: bool, calendar: Calendar) -> tuple[date, Count]:
    counted = count_provisionally(start, amount, unit=unit, before=before, calendar=calendar)
    return counted.last_day, counted


def _reckon_move(move: Move, mover: Fact, fact: Fact, calendar: Calendar) -> tuple[date | None, Count | None]:
    until = mover.get(move.until) if move.until else None
    if isinstance(until, date):
        return until, None
    since = mover.get(move.since) if move.since else None
    if isinstance(since, date):
        return _counted(since, move.amount, "days", False, calendar)
    days = mover.get(move.days_in) if move.days_in else None
    if isinstance(days, int) and days:
        return _counted(fact.on, days, "days", False, calendar)
    return None, None


def _be_careful(rule: Rule, fact: Fact, reckoned: Reckoning, calendar: Calendar) -> None:
    counted = reckoned.count
    if counted is not None and any(reading.day_earlier_is_careful for reading in rule.readings):
        earlier = _counted(counted.start, counted.amount + 1, counted.unit, True, calendar)[0]
        if earlier < counted.last_day:
            reckoned.careful, reckoned.careful_because = earlier, reasons.careful_day_earlier()
        return
    if counted is not None and counted.nominal < counted.last_day:
        if any(reading.no_roll_is_careful for reading in rule.readings):
            reckoned.careful = counted.nominal
            reckoned.careful_because = reasons.careful_without_roll(counted.last_day)
    elif rule.careful_on:
        day = fact.get(rule.careful_on)
        if isinstance(day, date):
            reckoned.careful, reckoned.careful_because = day, rule.careful_because
