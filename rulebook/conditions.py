"""The closed set of conditions a rule may state. There is no expression language.

A *pattern* picks facts by kind and values; its *scope* says where it looks from a given duty. *Circumstances* are
what the docket says of the case as a whole: subject, route, stage, procedure, and each defendant.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from rulebook import vocabulary
from rulebook.facts import Fact, Value

SCOPES = ("same", "instance", "case", "later", "other-hearing", "co-defendant", "paper")
LABELS = ("hearing", "item")
NUMBER = "number"
CIRCUMSTANCES: Mapping[str, Mapping[str, str]] = {
    "subject": vocabulary.SUBJECTS,
    "route": vocabulary.ROUTES,
    "stage": vocabulary.STAGES,
    "procedure": vocabulary.PROCEDURES,
    "rank": vocabulary.RANKS,
    "standing": vocabulary.STANDINGS,
    "acted_as": vocabulary.ACTED_AS,
}


@dataclass(frozen=True, slots=True)
class Test:
    """One value of a fact: among ``any_of`` ("" means not stated), or a number between ``least`` and ``most``."""

    name: str
    any_of: frozenset[Value] = frozenset()
    least: int | None = None
    most: int | None = None

    def holds(self, fact: Fact) -> bool:
        """True when the fact's value passes; a number that is not stated is 0."""
        value = fact.values.get(self.name)
        if self.least is not None or self.most is not None:
            number = value if isinstance(value, int) else 0
            return (self.least is None or number >= self.least) and (self.most is None or number <= self.most)
        if isinstance(value, tuple):
            return not self.any_of.isdisjoint(value)
        return ("" if value is None else value) in self.any_of


@dataclass(frozen=True, slots=True)
class Pattern:
    """Facts of one kind whose values pass every test; ``says`` is shown when it decides a state.

    ``latest`` asks only the last fact of the kind; ``unless_followed_by`` drops one followed by a fact of those
    kinds, ``unless`` drops all where there is one; ``before`` names a date of the trigger it must precede.
    """

    kind: str
    tests: tuple[Test, ...] = ()
    scope: str = "same"
    stage: frozenset[str] = frozenset()
    says: str = ""
    latest: bool = False
    unless_followed_by: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    before: str = ""

    def matches(self, fact: Fact) -> bool:
        """Kind is looked up by the caller; this asks the values."""
        return all(test.holds(fact) for test in self.tests)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a duty stands: instance, defendant organ ("" the whole case), label of hearing or item, paper's number."""

    instance: str
    organ: str
    label: str = ""
    number: str = ""


@dataclass(slots=True)
class Case:
    """The facts seen, by kind and in order of time, and the circumstances they make."""

    by_kind: dict[str, list[Fact]] = field(default_factory=dict)
    replaced: dict[str, Fact] = field(default_factory=dict)
    subject: str = ""
    route: str = ""
    instances: dict[str, Fact] = field(default_factory=dict)
    defendants: dict[str, Fact] = field(default_factory=dict)

    @classmethod
    def of(cls, facts: Iterable[Fact], replaced: dict[str, Fact]) -> Case:
        """*facts* after corrections; *replaced* maps a correcting fact's id to the fact it replaced."""
        case = cls(replaced=replaced)
        for fact in sorted(facts, key=in_time):
            case.by_kind.setdefault(fact.kind, []).append(fact)
        for fact in case.by_kind.get("case-opened", ()):
            case.subject, case.route = str(fact.get("subject")), str(fact.get("route"))
        for fact in case.by_kind.get("instance-opened", ()):
            case.instances[fact.instance] = fact
        for fact in case.by_kind.get("defendant-named", ()):
            case.defendants[fact.organ] = fact
        return case

    def circumstance(self, name: str, place: Place) -> str:
        """The code of one circumstance at *place*, "" when the docket does not say."""
        if name == "subject":
            return self.subject
        if name == "route":
            return self.route
        source = (
            self.instances.get(place.instance) if name in ("stage", "procedure") else self._defendant(place)
        )
        return str(source.values.get(name, "")) if source else ""

    def _defendant(self, place: Place) -> Fact | None:
        return self.defendants.get(place.organ)

    def stands(self, wanted: Circumstances, place: Place, *, presumed: bool) -> bool:
        """True when each circumstance is as wanted; one not known holds only when *presumed*."""
        for name, codes in wanted:
            code = self.circumstance(name, place)
            if code not in codes and (code or not presumed):
                return False
        return True

    def find(
        self, pattern: Pattern, place: Place, since: date = date.min, trigger: Fact | None = None
    ) -> list[Fact]:
        """The facts the pattern picks at *place* that happened on or after *since*, in order of time.

        *trigger* is the fact that opened the duty asked about, for patterns that look at it.
        """
        facts = self.by_kind.get(pattern.kind)
        if not facts or any(self._stands_at(kind, place) for kind in pattern.unless):
            return []
        near = [fact for fact in facts if fact.on >= since and self._within(pattern.scope, fact, place)]
        if pattern.scope == "paper" and trigger is not None:
            near = carried_by(trigger, near)
        if pattern.latest:
            near = near[-1:]
        end = trigger.get(pattern.before) if trigger is not None and pattern.before else None
        return [
            fact
            for fact in near
            if pattern.matches(fact)
            and not (isinstance(end, date) and fact.on >= end)
            and not (pattern.unless_followed_by and self._followed(pattern, fact))
        ]

    def any_of(self, patterns: tuple[Pattern, ...], place: Place, trigger: Fact | None = None) -> bool:
        """True when at least one of the patterns picks a fact."""
        return any(self.find(pattern, place, trigger=trigger) for pattern in patterns)

    def _stands_at(self, kind: str, place: Place) -> bool:
        return any(self._within("instance", fact, place) for fact in self.by_kind.get(kind, ()))

    def _followed(self, pattern: Pattern, fact: Fact) -> bool:
        after = [later for kind in pattern.unless_followed_by for later in self.by_kind.get(kind, ())]
        return any(later.instance == fact.instance and later.on >= fact.on for later in after)

    def _within(self, scope: str, fact: Fact, place: Place) -> bool:
        if scope == "co-defendant":
            other = bool(fact.organ and place.organ and fact.organ != place.organ)
            return other and fact.instance == place.instance and label_of(fact) == place.label
        if fact.organ and place.organ and fact.organ != place.organ:
            return False
        if scope == "case":
            return True
        if scope == "later":
            return instance_order(fact.instance) > instance_order(place.instance)
        if fact.instance != place.instance:
            return False
        if scope == "other-hearing":
            return label_of(fact) != place.label
        if scope == "instance":
            return True
        labelled = not place.label or label_of(fact) in ("", place.label)
        return labelled and (not place.number or number_of(fact) in ("", place.number))


Circumstances = tuple[tuple[str, frozenset[str]], ...]


def label_of(fact: Fact) -> str:
    """The label of the hearing or item the fact is about, or ""."""
    for name in LABELS:
        value = fact.values.get(name)
        if value is not None:
            return str(value)
    return ""


def number_of(fact: Fact) -> str:
    """The number of the court's paper the fact is about, or ""; an answered recommendation is named by its paper."""
    value = fact.get(NUMBER) or (fact.get("paper") if fact.kind == "recommendation-answered" else None)
    return str(value or "")


def carried_by(receipt: Fact, decisions: list[Fact]) -> list[Fact]:
    """The decision whose paper was received: of the same number, else the last of that form made by then."""
    numbered = [one for one in decisions if number_of(one) and number_of(one) == number_of(receipt)]
    if numbered:
        return numbered[-1:]
    paper = receipt.get("paper")
    made = [one for one in decisions if one.get("form") == paper and one.on <= receipt.on]
    return [one for one in made if not (number_of(one) and number_of(receipt))][-1:]


def instance_of(fact: Fact) -> str:
    """The instance a fact opens duties in: an ``effective`` names the instance whose decision took effect."""
    named = fact.get("of") if fact.kind == "effective" else None
    return str(named) if named else fact.instance


def in_time(fact: Fact) -> tuple[date, date, str]:
    """The order of facts: day it happened, day it became known, id."""
    return fact.on, fact.known, fact.id


def instance_order(label: str) -> tuple[int, str]:
    """Instances are labelled "1", "2", …; other labels come after, by their text."""
    return (int(label), "") if label.isdigit() else (1_000, label)
