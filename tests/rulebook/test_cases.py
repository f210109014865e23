"""The law, article by article: every case of ``cases/*.toml`` as a lawyer would put it."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from rulebook import Conclusion, Duty, Fact, Finding, Shelf, conclude

FOLDER = Path(__file__).parent / "cases"
_CITED = "article"


def _cases() -> list[Any]:
    out = []
    for path in sorted(FOLDER.glob("*.toml")):
        data = tomllib.loads(path.read_text(encoding="utf-8"))
        for case in data["case"]:
            given = data["given"][case["given"]]["facts"] if "given" in case else []
            out.append(
                pytest.param(
                    {**case, "facts": [*given, *case.get("facts", [])]}, id=f"{path.stem}：{case['name']}"
                )
            )
    return out


CASES = _cases()


@pytest.mark.parametrize("case", CASES)
def test_case(case: dict[str, Any], shelf: Shelf) -> None:
    """What the case expects is what the law concludes; what it says is absent is absent."""
    facts = [_fact(number, data) for number, data in enumerate(case["facts"])]
    conclusion = conclude(facts, shelf, as_of=case["as_of"])
    for name, wanted in case.get("expect", {}).items():
        duty = _duty(conclusion, name)
        for key, value in wanted.items():
            assert _agrees(duty, key, value), f"{name}.{key}：应为 {value}，实为 {_seen(duty, key)}"
    for name, wanted in case.get("finding", {}).items():
        finding = _finding(conclusion, name)
        for key, value in wanted.items():
            assert _answer(finding, key) == value, f"{name}.{key}"
    assert not {duty.rule for duty in conclusion.duties} & set(case.get("absent", []))
    assert not {finding.rule for finding in conclusion.findings} & set(case.get("no_finding", []))


def test_there_are_enough_cases() -> None:
    """Chapters 3 to 5 and the national periods are covered, not sampled."""
    assert len(CASES) >= 200


def _fact(number: int, data: dict[str, Any]) -> Fact:
    return Fact.from_json({"id": f"f{number}", **data, "on": data["on"].isoformat()})


def _duty(conclusion: Conclusion, name: str) -> Duty:
    found = [duty for duty in conclusion.duties if name in (duty.key, duty.rule)]
    assert len(found) == 1, f"{name}：{[duty.key for duty in conclusion.duties]}"
    return found[0]


def _finding(conclusion: Conclusion, name: str) -> Finding:
    rule, _, organ = name.partition("@")
    found = [one for one in conclusion.findings if one.rule == rule and organ in ("", one.organ)]
    assert len(found) == 1, f"{name}：{[(one.rule, one.organ, one.answer) for one in conclusion.findings]}"
    return found[0]


def _agrees(duty: Duty, key: str, value: Any) -> bool:
    if key == "says":
        return any(value in sentence for sentence in (*duty.steps(), duty.moved_because, duty.state_because))
    seen = _seen(duty, key)
    return bool(seen == (None if value == "none" else value))


def _seen(duty: Duty, key: str) -> Any:
    if key == "says":
        return duty.steps()
    return duty.citation.article if key == _CITED else getattr(duty, key)


def _answer(finding: Finding, key: str) -> Any:
    if key == _CITED:
        return finding.citation.article
    return finding.values[key] if key in ("role", "unit") else getattr(finding, key)


def test_every_chinese_sentence_reads_whole(shelf: Shelf) -> None:
    """No sentence of any case has a hole, a doubled stop or a foreign word in it."""
    for parameter in CASES:
        case = parameter.values[0]
        facts = [_fact(number, data) for number, data in enumerate(case["facts"])]
        conclusion = conclude(facts, shelf, as_of=date(2027, 1, 1))
        sentences = [step for duty in conclusion.duties for step in duty.steps()]
        sentences += [finding.text for finding in conclusion.findings]
        sentences += [duty.reading for duty in conclusion.duties if duty.reading]
        for sentence in sentences:
            assert sentence.strip() and sentence[-1] in "。”", sentence
            for wrong in ("。。", "None", "未定", "，。", "（）", "  "):
                assert wrong not in sentence, sentence
