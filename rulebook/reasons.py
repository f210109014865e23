"""Sentences that say why, in Chinese. Built when asked for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from rulebook.facts import Fact
from rulebook.periods import chinese_day
from rulebook.rules import Move, Rule
from rulebook.vocabulary import KINDS, PAPERS, RECEIVERS


@dataclass(frozen=True, slots=True)
class Basis:
    """What a duty was reckoned from: its rule, the fact it counts from, whether that fact only announces it."""

    rule: Rule
    fact: Fact
    announced: bool


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the explanation needs of a duty besides its basis."""

    due: date | None
    count_sentences: tuple[str, ...]
    moved_because: str
    state_because: str
    careful: date | None
    careful_because: str


def describe(fact: Fact) -> str:
    """One fact as a sentence without its full stop."""
    day = chinese_day(fact.on)
    if fact.kind == "receipt":
        who = RECEIVERS[str(fact.get("receiver"))]
        return f"{day}，{who}收到{PAPERS[str(fact.get('paper'))]}"
    opening = fact.get("day")
    if isinstance(opening, date):
        return f"{day}，{KINDS[fact.kind].label}：{chinese_day(opening)}"
    return f"{day}，{KINDS[fact.kind].label}"


def explain(basis: Basis, outcome: Outcome) -> tuple[str, ...]:
    """The steps to a duty's date: trigger, article, count, movement, caution, state."""
    citation = basis.rule.citation
    lines = [f"{describe(basis.fact)}。"]
    if basis.announced:
        lines.append(outcome.state_because)
    lines.append(f"{citation.book_title}（{citation.version}）{citation.label}：“{citation.quote}”")
    if outcome.moved_because:
        lines.append(outcome.moved_because)
    lines += outcome.count_sentences
    if outcome.due is None and not basis.announced:
        lines.append("条文没有规定具体日期，应当及时办理。")
    elif not outcome.count_sentences and outcome.due is not None:
        lines.append(f"以{chinese_day(outcome.due)}为最后一日。")
    if outcome.due is not None and outcome.due < basis.fact.on:
        lines.append(
            f"最后一日早于{chinese_day(basis.fact.on)}，已经来不及按时办理，应当立即办理并注明原因。"
        )
    if outcome.careful is not None:
        lines.append(f"稳妥日期：{chinese_day(outcome.careful)}。{outcome.careful_because}")
    if outcome.state_because and not basis.announced:
        lines.append(outcome.state_because)
    return tuple(lines)


def waiting_for(rule: Rule) -> str:
    """Why a duty is only announced."""
    receivers = [value for test in rule.triggers[0].tests if test.name == "receiver" for value in test.any_of]
    who = RECEIVERS[str(receivers[0])] if receivers else "有关单位"
    return f"{who}的收到日期尚未登记，期限尚未起算。"


def careful_when_announced(fact: Fact) -> str:
    """Why the careful date of an announced duty is what it is."""
    who = RECEIVERS.get(str(fact.get("receiver")), "")
    return f"先按{who}{chinese_day(fact.on)}收到之日推算，宜在此日前办结。"


def careful_day_earlier() -> str:
    """Why a backward period is worth keeping one day earlier."""
    return "条文没有写明“之前”是否包括当日，提前一日办结更为稳妥。"


def careful_without_roll(last_day: date) -> str:
    """Why the day before roll-over is the careful one."""
    return f"条文没有写明遇休息日顺延；不按{chinese_day(last_day)}顺延，宜在休息日之前办结。"


def met(fact: Fact, due: date | None) -> str:
    """Which fact met the duty, in time or late."""
    if due is None:
        return f"{describe(fact)}，已经完成。"
    if fact.on <= due:
        return f"{describe(fact)}，没有超过最后一日{chinese_day(due)}。"
    return f"{describe(fact)}，晚于最后一日{chinese_day(due)}，逾期{(fact.on - due).days}日。"


def decided(fact: Fact, says: str) -> str:
    """Which fact left the duty unmet or made it unnecessary."""
    return f"{describe(fact)}。{says or '本项不再需要。'}"


def moved(old: date | None, new: date | None, why: str) -> str:
    """The movement of a last day."""
    before = chinese_day(old) if old else "未定"
    after = chinese_day(new) if new else "未定"
    return f"{why}，最后一日由{before}改为{after}。"


def why_moved(fact: Fact, move: Move) -> str:
    """The reason of a movement by the court."""
    return f"{chinese_day(fact.on)}，{move.pattern.says}（{move.citation.short}）"


def why_corrected(old: Fact, new: Fact) -> str:
    """The reason of a movement by a correcting fact."""
    label = KINDS[new.kind].label
    if old.on != new.on:
        return f"“{label}”的日期由{chinese_day(old.on)}更正为{chinese_day(new.on)}"
    return f"“{label}”的登记内容已更正"


def why_reset(old: Fact, new: Fact) -> str:
    """The reason of a movement by a later fact of the same label (a hearing set anew)."""
    before, after = old.get("day"), new.get("day")
    if isinstance(before, date) and isinstance(after, date):
        return f"开庭日期由{chinese_day(before)}改为{chinese_day(after)}"
    return f"以{chinese_day(new.on)}的“{KINDS[new.kind].label}”为准"
