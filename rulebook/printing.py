"""What the command line prints: plain data for JSON, Chinese text for people."""

from __future__ import annotations

from datetime import date
from typing import Any

from rulebook.book import Book
from rulebook.citation import Citation, parse_reference
from rulebook.conclude import Conclusion
from rulebook.duties import Duty
from rulebook.errors import RulebookError
from rulebook.findings import Finding
from rulebook.periods import UNITS, Count, chinese_day
from rulebook.shelf import Shelf
from rulebook.vocabulary import FINDING_KINDS, NATURES, ROLES, STATES, TREATMENTS


def conclusion_data(conclusion: Conclusion) -> dict[str, Any]:
    """The duties and findings as plain data."""
    return {
        "duties": [duty_data(duty) for duty in conclusion.duties],
        "findings": [finding_data(finding) for finding in conclusion.findings],
    }


def duty_data(duty: Duty) -> dict[str, Any]:
    """One duty as plain data, with its count and its steps."""
    names = ("key", "rule", "book", "title", "nature", "actor", "organ", "instance", "label", "state", "due", "careful",
             "careful_because", "provisional", "trigger", "trigger_on", "met_on", "met_by", "reading", "consequence",
             "moved_from", "moved_because", "state_because")  # fmt: skip
    out = {name: _plain(getattr(duty, name)) for name in names}
    out["citation"] = citation_data(duty.citation)
    out["count"] = count_data(duty.count) if duty.count else None
    out["steps"] = list(duty.steps())
    return out


def finding_data(finding: Finding) -> dict[str, Any]:
    """One finding as plain data."""
    names = ("rule", "kind", "title", "organ", "instance", "label", "answer", "text")
    out: dict[str, Any] = {name: getattr(finding, name) for name in names}
    return {**out, "values": dict(finding.values), "because": list(finding.because),
            "citation": citation_data(finding.citation)}  # fmt: skip


def citation_data(citation: Citation) -> dict[str, str]:
    """One citation as plain data."""
    names = ("book", "book_title", "version", "article", "label", "quote", "short")
    return {name: getattr(citation, name) for name in names}


def count_data(count: Count) -> dict[str, Any]:
    """One counted period, day by day, each day with its reason."""
    days = [
        {"day": day.day.isoformat(), "role": day.role, "number": day.number, "off": day.off, "label": day.label,
         "notice": day.notice, "reason": day.reason}
        for day in count.days
    ]  # fmt: skip
    return {
        "from": count.start.isoformat(), "unit": count.unit, "amount": count.amount, "direction": count.direction,
        "last_day": count.last_day.isoformat(), "rolled": count.rolled, "provisional": count.provisional,
        "sentences": list(count.sentences()), "days": days,
    }  # fmt: skip


def count_text(count: Count) -> str:
    """One counted period for reading."""
    way = "向前" if count.direction == "before" else ""
    lines = [
        f"{way}{count.amount}{UNITS[count.unit]}，最后一日：{chinese_day(count.last_day)}",
        *count.sentences(),
        "",
    ]
    lines += [f"{chinese_day(day.day)}  {day.reason}" for day in count.days]
    return "\n".join(lines)


def conclusion_text(conclusion: Conclusion, as_of: date) -> str:
    """The duties and findings for reading."""
    lines = [f"截至{chinese_day(as_of)}"]
    for duty in conclusion.duties:
        lines += ["", _headline(duty, as_of)]
        lines += [f"    {step}" for step in duty.steps()]
        if duty.reading:
            lines.append(f"    说明：{duty.reading}")
        if duty.consequence:
            lines.append(f"    后果：{duty.consequence}")
    for finding in conclusion.findings:
        lines += [
            "",
            f"〔{FINDING_KINDS[finding.kind]}〕{finding.title}：{finding.text}（{finding.citation.short}）",
        ]
    return "\n".join(lines)


def _headline(duty: Duty, as_of: date) -> str:
    last = f"最后一日：{chinese_day(duty.due)}" if duty.due else "没有确定的最后一日"
    if duty.state == "announced" and duty.careful:
        last = f"稳妥日期：{chinese_day(duty.careful)}"
    state = STATES[duty.state]
    if duty.state == "open" and duty.due and as_of > duty.due:
        state = "已过期限"
    provisional = "（暂定）" if duty.provisional else ""
    who = f"{ROLES[duty.actor]}{NATURES[duty.nature]}" if duty.nature != "expected" else ROLES[duty.actor]
    return f"〔{state}〕{who}：{duty.title}，{last}{provisional}（{duty.citation.short}）"


def article_data(book: Book, reference: str) -> dict[str, Any]:
    """One article (or paragraph, or item) with what the platform does for it."""
    place = parse_reference(reference)
    article = book.article(place.article)
    words = article.words(place)
    if not words:
        raise RulebookError(f"{book.title}没有{place.label}。", remedy="请核对款、项的编号。")
    return {"book": book.id, "book_title": book.title, "version": book.version, "article": reference,
            "label": place.label, "chapter": article.chapter, "text": words, "treatment": article.treatment,
            "note": article.note}  # fmt: skip


def article_text(book: Book, reference: str) -> str:
    """One article for reading."""
    data = article_data(book, reference)
    lines = [f"{book.title}（{book.version}）{data['label']}", data["text"]]
    if data["treatment"]:
        lines.append(f"平台处理：{TREATMENTS[data['treatment']]}。{data['note']}")
    return "\n".join(lines)


def book_data(book: Book) -> dict[str, Any]:
    """One version of a law and the days it is in force."""
    return {"book": book.id, "book_title": book.title, "version": book.version, "place": book.place,
            "from": book.span.first.isoformat(), "until": _plain(book.span.last), "source": book.source}  # fmt: skip


def book_text(book: Book) -> str:
    """One version of a law for reading."""
    until = f"，至{chinese_day(book.span.last)}" if book.span.last else ""
    return f"{book.title}（{book.version}），自{chinese_day(book.span.first)}起施行{until}"


def sound(shelf: Shelf) -> str:
    """What ``check`` says when there is no fault."""
    rules = sum(len(book.rules) + len(book.findings) for book in shelf.books)
    years = shelf.calendar.years
    return f"核对无误：{len(shelf.books)} 部法律，{rules} 条规则，放假安排 {years[0]}—{years[-1]} 年。"


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value
