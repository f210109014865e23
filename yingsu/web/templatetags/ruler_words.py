"""The period ruler in words: the sentence, the key and the table, from the same slots as the drawing."""

from dataclasses import dataclass
from datetime import date

from yingsu.web.templatetags.dates_in_words import cn_date, cn_weekday, short_date
from yingsu.web.templatetags.ruler_days import Count, Slot, Span

UNITS = {"days": "日", "working-days": "个工作日", "months": "个月"}
KEY = {
    "start": "起算事由之日，不计入",
    "counted": "计入的日子",
    "off": "计入的休息日",
    "skipped": "休息日，不计入工作日",
    "rolled": "休假日，顺延",
    "extended": "延长的期间",
    "former": "原届满日",
    "last": "届满日",
    "last late": "届满日，已逾期",
    "last met": "届满当日办结",
    "met": "办结之日",
}


ROW_WORDS = {"extended": "延长的期间", "last": "延长后届满"}


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the day-by-day table."""

    day: date
    weekday: str
    order: str
    why: str
    key: bool


def sentence(count: Count, span: Span, event: str = "", met_on: date | None = None) -> str:
    """2025年2月19日收到，次日起算，15日，3月6日届满。 Roll-over, extension, overdue, done where they apply."""
    parts = [*_opening(count, event), *_ending(count, span)]
    if met_on:
        parts.append(f"{short_date(met_on, span.due)}办结" + ("，逾期办结" if met_on > span.due else ""))
    elif span.today and span.late:
        parts.append(f"今天已逾期 {(span.today - span.due).days} 日")
    return "，".join(parts) + "。"


def _opening(count: Count, event: str) -> list[str]:
    amount = f"{count.amount}{UNITS[count.unit]}"
    if count.direction == "before":
        return [f"{cn_date(count.start)}{event}", f"此前{amount}"]
    if event:
        return [f"{cn_date(count.start)}{event}", "次日起算", amount]
    return [f"自{cn_date(count.start)}的次日起算", amount]


def _ending(count: Count, span: Span) -> list[str]:
    last = short_date(count.last_day, count.start)
    parts = [f"最迟{last}" if count.direction == "before" else f"{last}届满"]
    if count.rolled:
        moved = "提前" if count.direction == "before" else "顺延"
        parts = [
            f"{short_date(count.nominal, count.start)}届满",
            f"遇休假日{moved}至{short_date(count.last_day, count.nominal)}",
        ]
    if span.due != count.last_day:
        parts.append(f"经准许改至{short_date(span.due, count.last_day)}")
    return parts


def key_of(span: Span) -> tuple[tuple[str, str], ...]:
    """The kinds that occur in this ruler, each with its word."""
    kinds = dict.fromkeys(_key_kind(slot) for slot in span.slots)
    return tuple((kind, KEY[kind]) for kind in kinds if kind in KEY)


def _key_kind(slot: Slot) -> str:
    if slot.kind == "last":
        return "last late" if slot.late else "last met" if slot.met else "last"
    return slot.kind


def rows_of(span: Span) -> tuple[Row, ...]:
    """The count, day by day, from the event to the due day."""
    return tuple(_row(slot) for slot in span.slots if slot.kind != "after")


def _row(slot: Slot) -> Row:
    order = f"第 {slot.number} 日" if slot.number else "—"
    why = slot.reason or ROW_WORDS.get(slot.kind, "")
    return Row(slot.day, cn_weekday(slot.day), order, why, slot.kind in ("start", "last"))
