"""What a rule is made of once its TOML has been read: plain values, no law in Python."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from rulebook.citation import Citation
from rulebook.conditions import Circumstances, Pattern, Test


@dataclass(frozen=True, slots=True)
class Reading:
    """What we read into a silent text: the reading, its basis, who adopted it and why."""

    id: str
    text: str
    basis: str
    adopted_by: str
    no_roll_is_careful: bool
    day_earlier_is_careful: bool = False

    def sentence(self) -> str:
        """The reading as the page shows it."""
        return f"{self.text}（依据：{self.basis}；{self.adopted_by}）。"


@dataclass(frozen=True, slots=True)
class Within:
    """A period: *amount* *unit* from (before) the trigger's day, or from the date in its value *since*."""

    amount: int
    unit: str
    since: str = ""
    before: bool = False
    tests: tuple[Test, ...] = ()


@dataclass(frozen=True, slots=True)
class Move:
    """What moves the date: the date in *until*; or *amount* days since a date; or the days in *days_in*."""

    pattern: Pattern
    until: str
    since: str
    amount: int
    days_in: str
    citation: Citation
    presume: Circumstances = ()
    when: Circumstances = ()


@dataclass(frozen=True, slots=True)
class Span:
    """The days on which a book is in force, both included; no end while it is."""

    first: date
    last: date | None = None

    def covers(self, day: date) -> bool:
        """True when *day* falls in the span."""
        return self.first <= day and (self.last is None or day <= self.last)


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule that opens a duty. See docs/law/adding-a-rule.md for each key."""

    id: str
    book: str
    place: str
    span: Span
    title: str
    citation: Citation
    nature: str
    actor: str
    per: str
    pick: str
    triggers: tuple[Pattern, ...]
    announced_by: tuple[Pattern, ...]
    presume: Circumstances
    when: Circumstances
    has: tuple[Pattern, ...]
    lacks: tuple[Pattern, ...]
    within: tuple[Within, ...]
    on_day: tuple[str, ...]
    days_in: str
    days_since: str
    careful_on: str
    careful_because: str
    due_with: tuple[str, ...]
    moved_by: tuple[Move, ...]
    met_by: tuple[Pattern, ...]
    undone_by: tuple[Pattern, ...]
    cancelled_by: tuple[Pattern, ...]
    unmet_by: tuple[Pattern, ...]
    superseded_by: tuple[Pattern, ...]
    readings: tuple[Reading, ...]
    reading: str
    consequence: str


@dataclass(frozen=True, slots=True)
class Branch:
    """One answer of a finding: the first branch whose conditions hold is given."""

    when: Circumstances
    tests: tuple[Test, ...]
    has: tuple[Pattern, ...]
    lacks: tuple[Pattern, ...]
    states: frozenset[str]
    overdue: bool
    kind: str
    answer: str
    values: Mapping[str, str]
    text: str
    citation: Citation


@dataclass(frozen=True, slots=True)
class FindingRule:
    """One rule that answers about facts of a kind, or about the duties of some rules."""

    id: str
    book: str
    place: str
    span: Span
    title: str
    about: tuple[Pattern, ...]
    about_duty: tuple[str, ...]
    per: str
    presume: Circumstances
    branches: tuple[Branch, ...]
