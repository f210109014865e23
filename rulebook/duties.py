"""A duty: what one organ must (or may) do, by which day, because of which article."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from rulebook.citation import Citation
from rulebook.periods import Count


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
    _explain: Callable[[Duty], tuple[str, ...]] = field(repr=False, compare=False)

    def steps(self) -> tuple[str, ...]:
        """The reasons of the date, one Chinese sentence each: trigger, article, count, movement, state."""
        return self._explain(self)
