"""Conclusions a second for cases of 20 entries, beside a plain loop over the same dates with chinesecalendar.

The baseline only counts and rolls the dates that our duties carry: no rules, no reasons, no states.
"""

import json
from datetime import date, timedelta
from pathlib import Path

import chinese_calendar

from benchmarks.measuring import rounds, table
from rulebook import Duty, Fact, conclude, load_shelf

CASES = 300
FACTS = json.loads((Path(__file__).parent / "case_of_20_entries.json").read_text(encoding="utf-8"))["facts"]


def main() -> None:
    """Print the table."""
    shelf = load_shelf()
    as_of = date(2025, 7, 1)
    facts = [Fact.from_json(fact) for fact in FACTS]
    duties = [d for d in conclude(facts, shelf, as_of=as_of).duties if d.due and d.trigger_on and d.count][
        :12
    ]
    assert len(facts) == 20 and len(duties) == 12, (len(facts), len(duties))

    def ours() -> None:
        for _ in range(CASES):
            conclude(facts, shelf, as_of=as_of)

    def plain() -> None:
        for _ in range(CASES):
            for duty in duties:
                _plain_due(duty)

    def reasons() -> None:
        for _ in range(CASES):
            for duty in conclude(facts, shelf, as_of=as_of).duties:
                duty.steps()

    _, base = rounds(plain)
    rows = [("plain loop, 12 dates, chinesecalendar", f"{CASES / base:,.0f}", "1.00")]
    for name, work in (
        ("conclude, all duties and findings", ours),
        ("conclude with every reason in words", reasons),
    ):
        _, took = rounds(work)
        rows.append((name, f"{CASES / took:,.0f}", f"{base / took:.2f}"))
    table("The law: cases of 20 entries", ("what", "cases a second", "ratio to the baseline"), rows)


def _plain_due(duty: Duty) -> date:
    count = duty.count
    assert count is not None
    step = -1 if count.direction == "before" else 1
    day = count.nominal
    days = abs((count.nominal - count.start).days)
    day = count.start + timedelta(days=step * days)
    while chinese_calendar.is_holiday(day):
        day += timedelta(days=step)
    return day


if __name__ == "__main__":
    main()
