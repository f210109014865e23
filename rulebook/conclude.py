"""The one entrance: facts and a day in; duties and findings out, each with its reasons."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from rulebook.conditions import Case
from rulebook.duties import Duty, Tied, make_duties
from rulebook.facts import Fact, check_together
from rulebook.findings import Finding, findings_on_duties, findings_on_facts
from rulebook.shelf import Shelf


@dataclass(frozen=True, slots=True)
class Conclusion:
    """What the law says of a case on a day: duties by last day, findings by rule."""

    duties: tuple[Duty, ...]
    findings: tuple[Finding, ...]


def conclude(facts: Iterable[Fact], shelf: Shelf, *, as_of: date, place: str = "dezhou") -> Conclusion:
    """The duties and findings of one case as known at the end of *as_of*.

    Facts known later are not seen. The order of *facts* does not matter. Unknown words, two facts of one id
    and a correction of a fact that is not there are refused (RulebookError, Chinese).
    """
    facts = tuple(facts)
    check_together(facts)
    standing, replaced = correct([fact for fact in facts if fact.known <= as_of])
    case = Case.of(standing, replaced)
    duties: list[Duty] = []
    tied: Tied = {}
    for rule in shelf.rules(place):
        for duty in make_duties(rule, case, shelf.calendar, tied):
            duties.append(duty)
            if duty.trigger is not None:
                tied[duty.rule, duty.trigger, duty.organ] = duty
    duties.sort(key=lambda duty: (duty.due or duty.careful or date.max, duty.key))
    findings: list[Finding] = []
    for finding_rule in shelf.findings(place):
        findings += findings_on_facts(finding_rule, case)
        findings += findings_on_duties(finding_rule, duties, case, as_of)
    return Conclusion(tuple(duties), tuple(findings))


def correct(facts: list[Fact]) -> tuple[list[Fact], dict[str, Fact]]:
    """The facts that stand after corrections, and which fact each standing correction replaced.

    A withdrawal removes the fact it names; withdrawing a correction brings the earlier fact back. Of two
    corrections of one fact the one that became known later stands.
    """
    correctors: dict[str, list[Fact]] = {}
    for fact in sorted(facts, key=lambda fact: (fact.known, fact.id)):
        if fact.corrects is not None:
            correctors.setdefault(fact.corrects, []).append(fact)
    if not correctors:
        return facts, {}
    standing = [fact for fact in facts if _stands(fact, correctors)]
    by_id = {fact.id: fact for fact in facts}
    replaced = {fact.id: by_id[fact.corrects] for fact in standing if fact.corrects in by_id}
    return standing, replaced


def _stands(fact: Fact, correctors: dict[str, list[Fact]]) -> bool:
    if fact.withdrawn or _corrector(fact.id, correctors) is not None:
        return False
    return fact.corrects is None or _corrector(fact.corrects, correctors) is fact


def _corrector(id: str, correctors: dict[str, list[Fact]]) -> Fact | None:
    """The correction that acts on the fact *id*: the last one that has not itself been withdrawn."""
    for rival in reversed(correctors.get(id, [])):
        own = _corrector(rival.id, correctors)
        if own is None or not own.withdrawn:
            return rival
    return None
