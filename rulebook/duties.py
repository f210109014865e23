"""Duties: what one organ must (or may) do, by which day, because of which article."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from rulebook import reasons
from rulebook.calendars import Calendar
from rulebook.citation import Citation
from rulebook.conditions import Case, Place, Test, in_time, label_of
from rulebook.facts import Fact
from rulebook.periods import Count, count_provisionally
from rulebook.rules import Move, Rule

_IN_LABEL = ("hearing", "item")


@dataclass(frozen=True, slots=True)
class Duty:
    """One duty of one defendant in one instance. All texts are Chinese and meant for the page.

    ``due`` is None where the text sets no day, or while the duty is only announced. ``careful`` is a stricter
    date worth keeping (without roll-over, or counted from the party's receipt); ``careful_because`` says why.
    ``moved_from`` and ``moved_because`` tell of an extension, a period fixed by the court, a hearing moved
    or a date corrected. ``state_because`` says which fact met, left unmet or superseded it.
    """

    key: str
    rule: str
    book: str
    title: str
    nature: str
    actor: str
    organ: str
    instance: str
    label: str
    state: str
    due: date | None
    careful: date | None
    careful_because: str
    provisional: bool
    trigger: str | None
    trigger_on: date | None
    met_on: date | None
    met_by: str | None
    citation: Citation
    count: Count | None
    reading: str
    consequence: str
    moved_from: date | None
    moved_because: str
    state_because: str
    basis: reasons.Basis = field(repr=False, compare=False)

    def steps(self) -> tuple[str, ...]:
        """The reasons of the date, one Chinese sentence each: trigger, article, count, movement, state."""
        sentences = self.count.sentences() if self.count else ()
        return reasons.explain(self.basis, reasons.Outcome(
            self.due, sentences, self.moved_because, self.state_because, self.careful,
            self.careful_because))  # fmt: skip


@dataclass(slots=True)
class Reckoning:
    """The last day as it stands while it is being worked out."""

    due: date | None = None
    count: Count | None = None
    careful: date | None = None
    careful_because: str = ""
    moved_from: date | None = None
    moved_because: str = ""

    def move(self, due: date | None, count: Count | None, why: str) -> None:
        """Take a new last day and remember the old one with the reason."""
        self.count = count
        if due == self.due:
            return
        self.moved_because += reasons.moved(self.due, due, why)
        self.moved_from, self.due = self.due, due


@dataclass(slots=True)
class Opening:
    """The facts that open (or announce) one duty, in order of time."""

    place: Place
    suffix: str
    preference: int
    facts: list[Fact]
    announced: bool


Tied = dict[tuple[str, str, str], Duty]


def make_duties(rule: Rule, case: Case, calendar: Calendar, tied: Tied) -> Iterator[Duty]:
    """The duties the rule opens in the case; *tied* holds those a ``due_with`` rule may copy its day from."""
    openings: dict[tuple[str, str, str], Opening] = {}
    _gather(rule, case, openings, announced=False)
    _gather(rule, case, openings, announced=True)
    for opening in openings.values():
        place = opening.place
        if (
            case.stands(rule.presume, place, presumed=True)
            and case.stands(rule.when, place, presumed=False)
            and (not rule.has or case.any_of(rule.has, place))
            and not (rule.lacks and case.any_of(rule.lacks, place))
        ):
            yield _make(rule, opening, case, calendar, tied)


def _gather(
    rule: Rule, case: Case, openings: dict[tuple[str, str, str], Opening], *, announced: bool
) -> None:
    for preference, pattern in enumerate(rule.announced_by if announced else rule.triggers):
        for fact in case.by_kind.get(pattern.kind, ()):
            if not rule.span.covers(fact.on) or not pattern.matches(fact):
                continue
            instance = _instance(fact)
            if pattern.stage and not case.stands(
                (("stage", pattern.stage),), Place(instance, ""), presumed=False
            ):
                continue
            label = label_of(fact) if rule.per in _IN_LABEL else ""
            suffix = label or (str(fact.get("paper")) if rule.per == "paper" else rule.triggers[0].kind)
            for organ in (fact.organ,) if fact.organ else tuple(case.defendants) or ("",):
                spot = (instance, organ, suffix)
                opening = openings.get(spot)
                if opening is None:
                    place = Place(instance, organ, label)
                    openings[spot] = Opening(place, suffix, preference, [fact], announced)
                elif opening.announced == announced and opening.preference == preference:
                    opening.facts.append(fact)


def _instance(fact: Fact) -> str:
    """The instance a fact opens duties in: an ``effective`` names the instance whose decision took effect."""
    named = fact.get("of") if fact.kind == "effective" else None
    return str(named) if named else fact.instance


def _make(rule: Rule, opening: Opening, case: Case, calendar: Calendar, tied: Tied) -> Duty:
    place, announced = opening.place, opening.announced
    fact = opening.facts[0 if rule.pick == "first" else -1]
    reckoned = _reckon_all(rule, opening, fact, case, calendar)
    source = next(
        (tied[key] for name in rule.due_with if (key := (name, fact.id, place.organ)) in tied), None
    )
    if source is not None:
        reckoned = Reckoning(source.due, source.count, source.careful, source.careful_because, source.moved_from,
                             source.moved_because)  # fmt: skip
    provisional = reckoned.count is not None and reckoned.count.provisional
    if announced and reckoned.due is not None:
        reckoned.careful, reckoned.careful_because = reckoned.due, reasons.careful_when_announced(fact)
        reckoned.due, reckoned.moved_from, reckoned.moved_because = None, None, ""
    state, doer, because = _state(rule, place, fact.on, reckoned.due, case, announced)
    return Duty(
        f"{rule.id}:{place.instance}:{place.organ}:{opening.suffix}", rule.id, rule.book, rule.title, rule.nature,
        rule.actor, place.organ, place.instance, place.label, state, reckoned.due, reckoned.careful,
        reckoned.careful_because, provisional, None if announced else fact.id, None if announced else fact.on,
        doer.on if doer else None, doer.id if doer else None, rule.citation, reckoned.count, rule.reading,
        rule.consequence, reckoned.moved_from, reckoned.moved_because, because,
        reasons.Basis(rule, fact, announced),
    )  # fmt: skip


def _reckon_all(rule: Rule, opening: Opening, fact: Fact, case: Case, calendar: Calendar) -> Reckoning:
    """The last day from the trigger, then as corrected, set anew and moved by the court, in that order."""
    old, why = _earlier(rule, opening, fact, case)
    if old is None:
        reckoned = Reckoning(*_reckon(rule, fact, calendar))
    else:
        reckoned = Reckoning(*_reckon(rule, old, calendar))
        reckoned.move(*_reckon(rule, fact, calendar), why)
    moving = [
        (mover, move) for move in rule.moved_by for mover in case.find(move.pattern, opening.place, fact.on)
    ]
    for mover, move in sorted(moving, key=lambda pair: in_time(pair[0])):
        due, counted = _reckon_move(move, mover, fact, calendar)
        if due is not None:
            reckoned.move(due, counted, reasons.why_moved(mover, move))
    _be_careful(rule, fact, reckoned)
    return reckoned


def _earlier(rule: Rule, opening: Opening, fact: Fact, case: Case) -> tuple[Fact | None, str]:
    """The fact the date was counted from before, if it was another one, and the reason of the change."""
    replaced = case.replaced.get(fact.id)
    if replaced is not None and replaced.kind == fact.kind:
        return replaced, reasons.why_corrected(replaced, fact)
    if rule.pick == "last" and rule.per == "hearing" and len(opening.facts) > 1:
        return opening.facts[-2], reasons.why_reset(opening.facts[-2], fact)
    return None, ""


def _reckon(rule: Rule, fact: Fact, calendar: Calendar) -> tuple[date | None, Count | None]:
    for name in rule.on_day:
        day = fact.get(name)
        if isinstance(day, date):
            return day, None
    days = fact.get(rule.days_in) if rule.days_in else None
    if isinstance(days, int) and days:
        return _counted(fact.on, days, "days", False, calendar)
    for within in rule.within:
        if _pass(within.tests, fact):
            start = fact.get(within.since) if within.since else fact.on
            if isinstance(start, date):
                return _counted(start, within.amount, within.unit, within.before, calendar)
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


def _be_careful(rule: Rule, fact: Fact, reckoned: Reckoning) -> None:
    counted = reckoned.count
    if counted is not None and counted.nominal < counted.last_day:
        if any(reading.no_roll_is_careful for reading in rule.readings):
            reckoned.careful = counted.nominal
            reckoned.careful_because = reasons.careful_without_roll(counted.last_day)
    elif rule.careful_on:
        day = fact.get(rule.careful_on)
        if isinstance(day, date):
            reckoned.careful, reckoned.careful_because = day, rule.careful_because


def _not_cancelled(rule: Rule, place: Place, case: Case, doers: list[Fact]) -> list[Fact]:
    """The doing facts that no later one cancels: each cancelling fact takes away the last doing up to its day."""
    standing = sorted(doers, key=in_time)
    for fact in sorted((f for p in rule.cancelled_by for f in case.find(p, place)), key=in_time):
        before = [doer for doer in standing if doer.on <= fact.on]
        if before:
            standing.remove(before[-1])
    return standing


def _state(rule: Rule, place: Place, since: date, due: date | None, case: Case, announced: bool) -> tuple[
    str, Fact | None, str
]:  # fmt: skip
    for pattern in rule.undone_by:
        since = max([since, *(fact.on for fact in case.find(pattern, place))])
    doers = [fact for pattern in rule.met_by for fact in case.find(pattern, place, since)]
    if rule.cancelled_by:
        doers = _not_cancelled(rule, place, case, doers)
    if doers:
        doer = min(doers, key=in_time)
        return "met" if due is None or doer.on <= due else "met-late", doer, reasons.met(doer, due)
    for pattern in rule.superseded_by:
        for fact in case.find(pattern, place):
            return "superseded", None, reasons.decided(fact, pattern.says)
    for pattern in rule.unmet_by:
        for fact in case.find(pattern, place, since):
            return "open", None, reasons.decided(fact, pattern.says)
    return ("announced", None, reasons.waiting_for(rule)) if announced else ("open", None, "")
