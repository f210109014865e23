"""Facts: strict in, equal out."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from rulebook import Fact, RulebookError, Shelf, conclude
from rulebook.facts import facts_from_json
from rulebook.vocabulary import KINDS

GOOD: dict[str, Any] = {"id": "e3", "kind": "receipt", "on": "2025-02-19", "known": "2025-02-20", "instance": "1",
                        "organ": "SZF", "paper": "complaint", "receiver": "party"}  # fmt: skip


def test_there_and_back() -> None:
    """from_json and to_json are inverse, for dates, lists, truth values and corrections alike."""
    fact = Fact.from_json(GOOD)
    assert fact.to_json() == GOOD
    assert fact.on == date(2025, 2, 19) and fact.known == date(2025, 2, 20)
    decision = {"id": "d", "kind": "decision-made", "on": "2025-05-01", "form": "judgment", "results": ["revoke", "redo"],
                "lost": True, "corrects": "c"}  # fmt: skip
    assert Fact.from_json(Fact.from_json(decision).to_json()) == Fact.from_json(decision)


def test_known_defaults_to_the_day_it_happened() -> None:
    """A fact is known when it happens unless it says otherwise."""
    assert Fact("a", "suspended", date(2025, 1, 6)).known == date(2025, 1, 6)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"kind": "rumour"}, "没有“rumour”这种事实"),
        ({"kind": None}, "缺少“kind”"),
        ({"id": ""}, "缺少“id”"),
        ({"on": "2025-2-19"}, "不是有效的日期"),
        ({"on": "2025-02-30"}, "不是有效的日期"),
        ({"on": "20250219"}, "不是有效的日期"),
        ({"known": "2025-02-18"}, "知悉日期早于发生日期"),
        ({"paper": "letter"}, "“文书”没有“letter”这一项"),
        ({"paper": 3}, "应当是规定的代码"),
        ({"colour": "red"}, "不认识的内容“colour”"),
        ({"reply_days": "30"}, "应当是整数"),
        ({"reply_days": True}, "应当是整数"),
        ({"reply_by": "soon"}, "不是有效的日期"),
        ({"withdrawn": True}, "没有指明所撤回的事实"),
    ],
)
def test_faults_are_refused_in_chinese(change: dict[str, Any], words: str) -> None:
    """Each fault names the fact, the key and what to do."""
    with pytest.raises(RulebookError, match=words) as caught:
        Fact.from_json({**GOOD, **change})
    assert caught.value.remedy


def test_required_values_and_organs_are_asked_for() -> None:
    """A receipt needs its paper; a defendant needs its organ."""
    with pytest.raises(RulebookError, match="缺少“文书”"):
        Fact.from_json({"id": "a", "kind": "receipt", "on": "2025-02-19", "receiver": "party"})
    with pytest.raises(RulebookError, match="应当写明是哪个被告"):
        Fact.from_json({"id": "a", "kind": "defendant-named", "on": "2025-02-19", "rank": "government",
                        "standing": "sole", "acted_as": "original"})  # fmt: skip


def test_a_bare_list_is_of_dezhou() -> None:
    """Both forms of the file are read; other keys are refused."""
    assert facts_from_json([GOOD])[0] == "dezhou"
    assert facts_from_json({"place": "dezhou", "facts": [GOOD]})[1] == (Fact.from_json(GOOD),)
    for wrong in ({"fact": []}, {"place": "dezhou"}, "x", [1]):
        with pytest.raises(RulebookError):
            facts_from_json(wrong)


def test_facts_must_stand_together(shelf: Shelf) -> None:
    """No id twice, no correction of nothing, no circle of corrections."""
    one, day = Fact.from_json(GOOD), date(2025, 3, 1)
    with pytest.raises(RulebookError, match="编号重复"):
        conclude([one, one], shelf, as_of=day)
    with pytest.raises(RulebookError, match="所更正的事实“x”不存在"):
        conclude([Fact("a", "suspended", day, corrects="x")], shelf, as_of=day)
    with pytest.raises(RulebookError, match="更正互相指向"):
        conclude(
            [Fact("a", "suspended", day, corrects="b"), Fact("b", "suspended", day, corrects="a")],
            shelf,
            as_of=day,
        )


def test_an_unknown_place_is_refused(shelf: Shelf) -> None:
    """A city without a book is not judged by another city's."""
    with pytest.raises(RulebookError, match="没有“atlantis”的规则库"):
        conclude([], shelf, as_of=date(2025, 1, 1), place="atlantis")


def test_every_kind_and_value_has_a_chinese_label() -> None:
    """What users read is never a code."""
    for kind, spec in KINDS.items():
        for label in (spec.label, *(value.label for value in spec.values.values())):
            assert label and not label.isascii(), kind
        for value in spec.values.values():
            assert all(label and not label.isascii() for label in value.allowed.values()), kind
