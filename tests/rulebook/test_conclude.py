"""Properties of a conclusion: order, time, corrections, reasons, the change of a book."""

from __future__ import annotations

import shutil
import time
from datetime import date, timedelta
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from rulebook import Conclusion, Fact, Shelf, conclude, load_shelf
from rulebook.shelf import BOOKS

SHELF = load_shelf()
START = date(2025, 2, 17)
MEASURES = BOOKS / "dezhou" / "measures_2020_6"


def story(shift: int = 0) -> list[Fact]:
    """A government sued directly, from the paper to the archive, *shift* days later."""
    flat = [
        {"kind": "case-opened", "day": 0, "subject": "suit", "route": "direct"},
        {"kind": "instance-opened", "day": 0, "stage": "first", "procedure": "ordinary"},
        {"kind": "defendant-named", "day": 0, "organ": "SZF", "rank": "government", "standing": "sole",
         "acted_as": "original", "act_by": "ZJJ"},
        {"kind": "receipt", "day": 1, "paper": "complaint", "receiver": "party"},
        {"kind": "receipt", "day": 1, "paper": "notice-to-respond", "receiver": "office"},
        {"kind": "opinion-put-up", "day": 2, "unit": "ZJJ"},
        {"kind": "opinion-approved", "day": 2, "unit": "ZJJ"},
        {"kind": "passed-on", "day": 3, "unit": "ZJJ"},
        {"kind": "receipt", "day": 3, "paper": "notice-to-respond", "receiver": "unit"},
        {"kind": "preparation-finished", "day": 8},
        {"kind": "extension-granted", "day": 9, "cause_ended": 20},
        {"kind": "answer-signed-off", "day": 14},
        {"kind": "answer-filed", "day": 15},
        {"kind": "hearing-set", "day": 30, "hearing": "1", "opens": 60},
        {"kind": "hearing-set", "day": 40, "hearing": "1", "opens": 70},
        {"kind": "matter-marked", "day": 41, "ground": "attention"},
        {"kind": "appearance-planned", "day": 50, "hearing": "1", "heads": 1, "head_rank": "deputy", "lawyers": 1},
        {"kind": "appearance-filed", "day": 65, "hearing": "1"},
        {"kind": "hearing-held", "day": 70, "hearing": "1", "head_appeared": True, "head_rank": "deputy", "staff": 1},
        {"kind": "receipt", "day": 100, "paper": "judgment", "receiver": "party"},
        {"kind": "receipt", "day": 102, "paper": "judgment", "receiver": "unit"},
    ]  # fmt: skip
    out = []
    for number, item in enumerate(flat):
        values = dict(item)
        on = START + timedelta(values.pop("day") + shift)  # type: ignore[operator]
        kind, organ = str(values.pop("kind")), str(values.pop("organ", "SZF"))
        if "opens" in values:
            values["day"] = START + timedelta(values.pop("opens") + shift)  # type: ignore[operator]
        if "cause_ended" in values:
            values["cause_ended"] = START + timedelta(values["cause_ended"] + shift)  # type: ignore[operator]
        out.append(Fact(f"f{number}", kind, on, organ=organ, values=values))  # type: ignore[arg-type]
    return out


def told(conclusion: Conclusion) -> list[tuple[object, ...]]:
    """Everything a conclusion says, reasons included."""
    return [(duty, duty.steps()) for duty in conclusion.duties] + [
        (finding,) for finding in conclusion.findings
    ]


@given(st.permutations(story()), st.integers(0, 130))
@settings(max_examples=40, deadline=None)
def test_the_order_of_facts_does_not_matter(facts: list[Fact], days: int) -> None:
    """The docket may hand them over in any order."""
    as_of = START + timedelta(days)
    assert told(conclude(facts, SHELF, as_of=as_of)) == told(conclude(story(), SHELF, as_of=as_of))


@given(st.integers(0, 130))
@settings(max_examples=40, deadline=None)
def test_the_future_is_not_seen(days: int) -> None:
    """A conclusion as of a day is that of the facts known by then."""
    as_of = START + timedelta(days)
    known = [fact for fact in story() if fact.known <= as_of]
    assert told(conclude(story(), SHELF, as_of=as_of)) == told(conclude(known, SHELF, as_of=as_of))


@given(st.integers(0, 300))
@settings(max_examples=60, deadline=None)
def test_a_later_receipt_never_brings_an_earlier_day(shift: int) -> None:
    """Monotone; and no last day that was counted is a day off."""
    one = {duty.key: duty for duty in conclude(story(shift), SHELF, as_of=date(2027, 1, 1)).duties}
    two = {duty.key: duty for duty in conclude(story(shift + 1), SHELF, as_of=date(2027, 1, 1)).duties}
    assert one.keys() == two.keys()
    for key, duty in one.items():
        later = two[key].due
        assert duty.due is None or (later is not None and duty.due <= later), key
        if duty.count is not None and duty.due is not None:
            assert not SHELF.calendar.is_off(duty.due.toordinal())
            assert duty.due == duty.count.last_day
        if duty.due and duty.careful:
            assert duty.careful < duty.due


def test_keys_are_stable_through_a_correction() -> None:
    """The same row is kept; the withdrawn correction leaves no trace."""
    first = Fact("a", "receipt", date(2025, 2, 17), values={"paper": "complaint", "receiver": "party"})
    second = Fact("b", "receipt", date(2025, 2, 19), date(2025, 2, 25), corrects="a", values=first.values)
    undone = Fact("c", "receipt", date(2025, 2, 26), corrects="b", values={"withdrawn": True})

    def keys(facts: list[Fact]) -> dict[str, date | None]:
        return {duty.key: duty.due for duty in conclude(facts, SHELF, as_of=date(2025, 3, 1)).duties}

    before, moved, back = keys([first]), keys([first, second]), keys([first, second, undone])
    assert before.keys() == moved.keys()
    assert before == back != moved


def test_every_duty_gives_its_reasons() -> None:
    """Trigger, article with its words, and a Chinese count for each counted day."""
    for duty in conclude(story(), SHELF, as_of=date(2026, 1, 1)).duties:
        steps = duty.steps()
        assert any(duty.citation.quote in step for step in steps)
        assert duty.citation.short.startswith(("办法第", "行政诉讼法第", "行政诉讼法解释第"))
        if duty.count:
            assert set(duty.count.sentences()) <= set(steps)


def test_a_new_book_governs_events_from_its_day(tmp_path: Path) -> None:
    """Old events keep the old book: 7 days before the change, 10 after."""
    old, new = tmp_path / "old", tmp_path / "new"
    for folder in (old, new):
        shutil.copytree(MEASURES, folder)
        text = (folder / "book.toml").read_text(encoding="utf-8").replace('"dezhou', '"elsewhere')
        span = "{ from = 2020-07-30, until = 2025-06-30 }" if folder == old else "{ from = 2025-07-01 }"
        (folder / "book.toml").write_text(text.replace("{ from = 2020-07-30 }", span), encoding="utf-8")
    for name in ("text.md", "chapter5.toml"):
        text = (new / name).read_text(encoding="utf-8")
        text = text.replace("裁判文书后7日内", "裁判文书后10日内").replace("{ days = 7 }", "{ days = 10 }")
        (new / name).write_text(text, encoding="utf-8")
    shelf = load_shelf(tmp_path)
    assert shelf.book("elsewhere-measures", date(2025, 6, 30)).folder == old
    assert shelf.book("elsewhere-measures", date(2025, 7, 1)).folder == new

    def due(day: date) -> date | None:
        fact = Fact("a", "receipt", day, values={"paper": "judgment", "receiver": "unit"})
        duties = conclude([fact], shelf, as_of=date(2025, 8, 1), place="elsewhere").duties
        return next(duty.due for duty in duties if duty.rule == "report")

    assert due(date(2025, 6, 30)) == date(2025, 7, 7)
    assert due(date(2025, 7, 1)) == date(2025, 7, 11)


def test_a_case_is_concluded_quickly() -> None:
    """A case of twenty entries: the best of many runs stays far below ten milliseconds on any machine."""
    facts, best = story(), 1.0
    for _ in range(30):
        began = time.perf_counter()
        conclude(facts, SHELF, as_of=date(2026, 1, 1))
        best = min(best, time.perf_counter() - began)
    assert best < 0.01


def test_the_shelf_is_read_once(shelf: Shelf) -> None:
    """The books of the contract are there with their articles."""
    assert {book.id for book in shelf.books} == {
        "administrative-litigation-law", "interpretation-2018-1", "heads-provisions-2020-3", "civil-procedure-law",
        "reconsideration-law", "dezhou-measures"}  # fmt: skip
    measures = shelf.book("dezhou-measures")
    assert [article.number for article in measures.articles] == list(range(1, 44))
    assert (
        measures.article(13).label == "第十三条"
        and measures.article(13).chapter == "第三章 应诉责任与工作程序"
    )


def test_the_count_before_a_day_named_by_the_court_is_kept() -> None:
    """法释〔2018〕1号第三十四条：法院准许延期到某日的，原来的逐日计算仍可查看。"""
    until_complaint = story()[:4]
    facts = [
        *until_complaint,
        Fact.from_json(
            {
                "id": "x1",
                "kind": "extension-granted",
                "on": "2025-02-25",
                "organ": "SZF",
                "until": "2025-03-20",
            }
        ),
    ]
    (moved,) = (d for d in conclude(facts, SHELF, as_of=date(2025, 2, 26)).duties if d.rule == "evidence")
    (plain,) = (
        d for d in conclude(until_complaint, SHELF, as_of=date(2025, 2, 26)).duties if d.rule == "evidence"
    )
    assert (moved.due, moved.count) == (date(2025, 3, 20), None)
    assert moved.count_before is not None and moved.count_before.last_day == plain.due == moved.moved_from
    assert plain.count_before is None
