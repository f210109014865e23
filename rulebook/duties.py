"""Duties: what one organ must (or may) do, by which day, because of which article."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from rulebook import reasons
from rulebook.calendars import Calendar
from rulebook.citation import Citation
from rulebook.conditions import Case, Pattern, Place, in_time, instance_of, label_of, number_of
from rulebook.facts import Fact
from rulebook.periods import Count
from rulebook.reckoning import Reckoning, reckon_all
from rulebook.rules import Rule

_IN_LABEL = ("hearing", "item")


@dataclass(frozen=True, slots=True)
class Duty:
    """One duty of one defendant in one instance. All texts are Chinese and meant for the page.

    ``due`` is None where the text sets no day, or while the duty is only announced. ``careful`` is a stricter
    date worth keeping (without roll-over, or counted from the party's receipt); ``careful_because`` says why.
    ``moved_from`` and ``moved_because`` tell of an extension, a period fixed by the court, a hearing moved
    or a date corrected. ``count_before`` is the count of a
    period whose last day the court then named itself. ``state_because`` says which fact met, left unmet or superseded it.
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
    count_before: Count | None
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
            and (not rule.has or case.any_of(rule.has, place, _picked(rule, opening)))
            and not (rule.lacks and case.any_of(rule.lacks, place, _picked(rule, opening)))
        ):
            yield _make(rule, opening, case, calendar, tied)


def _gather(
    rule: Rule, case: Case, openings: dict[tuple[str, str, str], Opening], *, announced: bool
) -> None:
    for preference, pattern in enumerate(rule.announced_by if announced else rule.triggers):
        seen: dict[tuple[str, str, str, str], int] = {}
        for fact in case.by_kind.get(pattern.kind, ()):
            if not _opens(rule, pattern, fact, case):
                continue
            instance = instance_of(fact)
            label = label_of(fact) if rule.per in _IN_LABEL else ""
            number = number_of(fact) if rule.per == "each-paper" else ""
            for organ in (fact.organ,) if fact.organ else tuple(case.defendants) or ("",):
                suffix = label or _suffix(rule, fact, number, organ, seen)
                spot = (instance, organ, suffix)
                opening = openings.get(spot)
                if opening is None:
                    place = Place(instance, organ, label, number)
                    openings[spot] = Opening(place, suffix, preference, [fact], announced)
                elif opening.announced == announced and opening.preference == preference:
                    opening.facts.append(fact)


def _opens(rule: Rule, pattern: Pattern, fact: Fact, case: Case) -> bool:
    """True when the fact opens (or announces) a duty; a paper whose decision the rule must lack does not."""
    if not rule.span.covers(fact.on) or not pattern.matches(fact):
        return False
    place = Place(instance_of(fact), fact.organ)
    if pattern.stage and not case.stands((("stage", pattern.stage),), place, presumed=False):
        return False
    return not case.any_of(tuple(one for one in rule.lacks if one.scope == "paper"), place, fact)


def _suffix(
    rule: Rule, fact: Fact, number: str, organ: str, seen: dict[tuple[str, str, str, str], int]
) -> str:
    """What tells the duties of one rule apart: the kind of paper, and which paper of the kind it is.

    A paper without a number is told by its place in the order in which its receiver got them.
    """
    if rule.per not in ("paper", "each-paper"):
        return rule.triggers[0].kind
    paper = str(fact.get("paper"))
    if rule.per == "paper" or number:
        return f"{paper}-{number}" if number else paper
    spot = (instance_of(fact), organ, paper, str(fact.get("receiver")))
    seen[spot] = seen.get(spot, 0) + 1
    return paper if seen[spot] == 1 else f"{paper}-{seen[spot]}"


def _picked(rule: Rule, opening: Opening) -> Fact:
    return opening.facts[0 if rule.pick == "first" else -1]


def _make(rule: Rule, opening: Opening, case: Case, calendar: Calendar, tied: Tied) -> Duty:
    place, announced = opening.place, opening.announced
    fact = _picked(rule, opening)
    reckoned = reckon_all(rule, place, opening.facts, fact, case, calendar)
    source = next(
        (tied[key] for name in rule.due_with if (key := (name, fact.id, place.organ)) in tied), None
    )
    if source is not None:
        reckoned = Reckoning(source.due, source.count, source.count_before, source.careful,
                             source.careful_because, source.moved_from, source.moved_because)  # fmt: skip
    provisional = reckoned.count is not None and reckoned.count.provisional
    if announced and reckoned.due is not None:
        reckoned.careful, reckoned.careful_because = reckoned.due, reasons.careful_when_announced(fact)
        reckoned.due, reckoned.moved_from, reckoned.moved_because = None, None, ""
    state, doer, because = _state(rule, place, fact, reckoned.due, case, announced)
    return Duty(
        f"{rule.id}:{place.instance}:{place.organ}:{opening.suffix}", rule.id, rule.book, rule.title, rule.nature,
        rule.actor, place.organ, place.instance, place.label, state, reckoned.due, reckoned.careful,
        reckoned.careful_because, provisional, None if announced else fact.id, None if announced else fact.on,
        doer.on if doer else None, doer.id if doer else None, rule.citation, reckoned.count,
        reckoned.count_before, rule.reading,
        rule.consequence, reckoned.moved_from, reckoned.moved_because, because,
        reasons.Basis(rule, fact, announced),
    )  # fmt: skip


def _not_cancelled(rule: Rule, place: Place, case: Case, doers: list[Fact]) -> list[Fact]:
    """The doing facts that no later one cancels: each cancelling fact takes away the last doing up to its day."""
    standing = sorted(doers, key=in_time)
    for fact in sorted((f for p in rule.cancelled_by for f in case.find(p, place)), key=in_time):
        before = [doer for doer in standing if doer.on <= fact.on]
        if before:
            standing.remove(before[-1])
    return standing


def _state(rule: Rule, place: Place, trigger: Fact, due: date | None, case: Case, announced: bool) -> tuple[
    str, Fact | None, str
]:  # fmt: skip
    since = trigger.on
    for pattern in rule.undone_by:
        since = max([since, *(fact.on for fact in case.find(pattern, place))])
    doers = [fact for pattern in rule.met_by for fact in case.find(pattern, place, since)]
    if rule.cancelled_by:
        doers = _not_cancelled(rule, place, case, doers)
    if doers:
        doer = min(doers, key=in_time)
        return "met" if due is None or doer.on <= due else "met-late", doer, reasons.met(doer, due)
    for pattern in rule.superseded_by:
        for fact in case.find(pattern, place, trigger=trigger):
            return "superseded", None, reasons.decided(fact, pattern.says)
    for pattern in rule.unmet_by:
        for fact in case.find(pattern, place, since):
            return "open", None, reasons.decided(fact, pattern.says)
    return ("announced", None, reasons.waiting_for(rule)) if announced else ("open", None, "")
