"""Findings: what the law says about the facts, short of a duty with a date."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from rulebook.citation import Citation
from rulebook.conditions import Case, Pattern, Place, label_of
from rulebook.duties import Duty
from rulebook.facts import Fact
from rulebook.rules import Branch, FindingRule


@dataclass(frozen=True, slots=True)
class Finding:
    """kind: proposal, requirement, refusal or lead. ``answer`` is a code, ``text`` a Chinese sentence."""

    rule: str
    kind: str
    title: str
    organ: str
    instance: str
    label: str
    answer: str
    values: Mapping[str, str]
    text: str
    citation: Citation
    because: tuple[str, ...]


def findings_on_facts(rule: FindingRule, case: Case) -> Iterator[Finding]:
    """What the rule says of each fact it is about: the first branch whose conditions hold."""
    subjects: dict[tuple[str, str, str], Fact] = {}
    for pattern in rule.about:
        for fact in case.by_kind.get(pattern.kind, ()):
            if rule.span.covers(fact.on) and pattern.matches(fact):
                subjects[_group(rule, fact)] = fact
    for fact in subjects.values():
        place = Place(fact.instance, fact.organ, label_of(fact))
        if case.stands(rule.presume, place, presumed=True):
            for branch in rule.branches:
                if all(test.holds(fact) for test in branch.tests) and _stands(branch, case, place):
                    yield _find(rule, branch, place, fact, case)
                    break


def findings_on_duties(
    rule: FindingRule, duties: Iterable[Duty], case: Case, as_of: date
) -> Iterator[Finding]:
    """What the rule says of each duty it is about, on the day asked for."""
    for duty in duties:
        if (
            duty.rule not in rule.about_duty
            or duty.trigger_on is None
            or not rule.span.covers(duty.trigger_on)
        ):
            continue
        place = Place(duty.instance, duty.organ, duty.label)
        overdue = duty.state == "open" and duty.due is not None and as_of > duty.due
        for branch in rule.branches:
            if duty.state in branch.states and branch.overdue == overdue and _stands(branch, case, place):
                because = tuple(id for id in (duty.trigger, duty.met_by) if id)
                yield _finding(rule, branch, place, dict(branch.values), because)
                break


def _group(rule: FindingRule, fact: Fact) -> tuple[str, str, str]:
    if rule.per == "organ":
        return "", fact.organ, ""
    if rule.per == "hearing":
        return fact.instance, fact.organ, label_of(fact)
    return fact.id, "", ""


def _stands(branch: Branch, case: Case, place: Place) -> bool:
    return (
        case.stands(branch.when, place, presumed=False)
        and (not branch.has or case.any_of(branch.has, place))
        and not (branch.lacks and case.any_of(branch.lacks, place))
    )


def _find(rule: FindingRule, branch: Branch, place: Place, fact: Fact, case: Case) -> Finding:
    helper = _last(branch.has, place, case)
    values = {name: _fill(template, helper, fact) for name, template in branch.values.items()}
    because = (fact.id, helper.id) if helper is not None and helper.id != fact.id else (fact.id,)
    return _finding(rule, branch, place, values, because)


def _last(patterns: tuple[Pattern, ...], place: Place, case: Case) -> Fact | None:
    found = [fact for pattern in patterns for fact in case.find(pattern, place)]
    return found[-1] if found else None


def _fill(template: str, helper: Fact | None, fact: Fact) -> str:
    """``@organ`` is the organ of the fact, ``@name`` its value or that of the fact the branch asked to have."""
    if not template.startswith("@"):
        return template
    name = template.removeprefix("@")
    if name == "organ":
        return fact.organ
    for source in (helper, fact):
        if source is not None and source.get(name):
            return str(source.get(name))
    return ""


def _finding(rule: FindingRule, branch: Branch, place: Place, values: dict[str, str],
             because: tuple[str, ...]) -> Finding:  # fmt: skip
    return Finding(rule.id, branch.kind, rule.title, place.organ, place.instance, place.label, branch.answer, values,
                   branch.text, branch.citation, because)  # fmt: skip
