"""Counting a period day by day (行政诉讼法第一百零一条、民事诉讼法第八十五条、解释第四十八条).

The day of the event is not counted. A natural-day or month period that ends on a day off ends on the first
working day after it; months end on the corresponding day or the month's last; a backward period moves back
over days off. A working-day period counts working days only, so it never ends on a day off.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from rulebook.calendars import Calendar
from rulebook.errors import RulebookError

UNITS = {"days": "日", "working-days": "个工作日", "months": "个月"}
WEEKDAYS = "一二三四五六日"


def chinese_day(day: date) -> str:
    """2025年3月10日（星期一）."""
    return f"{day.year}年{day.month}月{day.day}日（星期{WEEKDAYS[day.weekday()]}）"


@dataclass(frozen=True, slots=True)
class CountDay:
    """One day of a count. role: start (not counted), counted, rolled (passed over) or last."""

    day: date
    role: str
    number: int | None
    off: bool
    label: str
    notice: str

    @property
    def reason(self) -> str:
        """Why this day counts or does not (Chinese)."""
        source = f"，依据{self.notice}" if self.notice else ""
        what = f"{self.label}{source}" if self.label else ""
        if self.role == "start":
            return "起算之日，不计算在内"
        if self.role == "rolled":
            head = f"第{self.number}日，" if self.number else ""
            return f"{head}休息日（{what}），不作为届满之日"
        if self.number is None and self.role == "counted":
            return f"休息日（{what}），不计入工作日"
        head = f"第{self.number}日" if self.number else ""
        note = f"（{what}）" if what else ""
        if self.role == "last":
            return f"{head}{note}，期间届满之日" if head else f"期间届满之日{note}"
        return f"{head}{note}"


@dataclass(frozen=True, slots=True)
class Count:
    """A counted period. ``days`` is worked out when asked for, not before."""

    start: date
    last_day: date
    unit: str
    amount: int
    direction: str
    rolled: bool
    nominal: date
    provisional: bool
    calendar: Calendar

    @property
    def days(self) -> tuple[CountDay, ...]:
        """Every day from the start to the last day, in the order of counting."""
        step = -1 if self.direction == "before" else 1
        first, end = self.start.toordinal(), self.last_day.toordinal()
        nominal, number = self.nominal.toordinal(), 0
        out = [self._day(first, "start", None)]
        for day in range(first + step, end + step, step):
            passed = self.rolled and (day - nominal) * step >= 0
            counts = (day - nominal) * step <= 0 and not (
                self.unit == "working-days" and self.calendar.is_off(day)
            )
            number += counts
            role = "last" if day == end else "rolled" if passed else "counted"
            out.append(self._day(day, role, number if counts else None))
        return tuple(out)

    def _day(self, day: int, role: str, number: int | None) -> CountDay:
        calendar = self.calendar
        known = calendar.knows(date.fromordinal(day).year)
        label = calendar.label(day) if known else calendar.label(day) or "放假安排未公布"
        return CountDay(
            date.fromordinal(day), role, number, calendar.is_off(day), label, calendar.notice(day)
        )

    def sentences(self) -> tuple[str, ...]:
        """The count in Chinese sentences."""
        length = f"{self.amount}{UNITS[self.unit]}"
        if self.direction == "before":
            lines = [
                f"{chinese_day(self.start)}当日不计算在内，自前一日起向前计算{length}，至{chinese_day(self.nominal)}。"
            ]
        elif self.unit == "months":
            lines = [
                f"{chinese_day(self.start)}当日不计算在内，期间为{length}，至{chinese_day(self.nominal)}届满。"
            ]
        else:
            lines = [
                f"{chinese_day(self.start)}当日不计算在内，自次日起计算{length}，至{chinese_day(self.nominal)}届满。"
            ]
        if self.rolled:
            label = self._day(self.nominal.toordinal(), "rolled", None)
            source = f"，{label.notice}" if label.notice else ""
            way = (
                "提前至休息日前的最后一个工作日"
                if self.direction == "before"
                else "顺延至休息日后的第一个工作日"
            )
            lines.append(f"该日是休息日（{label.label}{source}），{way}：{chinese_day(self.last_day)}。")
        if self.provisional:
            lines.append(missing_year_note(self.last_day.year))
        return tuple(lines)


def count(
    start: date,
    amount: int,
    *,
    unit: str = "days",
    before: bool = False,
    roll: bool = True,
    calendar: Calendar,
) -> Count:
    """The period of *amount* *unit* after (before) *start*.

    Every year it touches must have its holiday notice; a year without one is refused, never guessed.
    """
    result = count_provisionally(start, amount, unit=unit, before=before, roll=roll, calendar=calendar)
    low, high = sorted((start.year, result.last_day.year))
    for year in range(low, high + 1):
        if not calendar.knows(year):
            raise missing_year(year)
    return result


def count_provisionally(
    start: date,
    amount: int,
    *,
    unit: str = "days",
    before: bool = False,
    roll: bool = True,
    calendar: Calendar,
) -> Count:
    """Like ``count``, but a year without a notice goes by weekends alone, as ``provisional`` says."""
    if unit not in UNITS:
        raise RulebookError(f"没有“{unit}”这种期间单位。", remedy=f"可以使用：{'、'.join(UNITS)}。")
    if amount < 1:
        raise RulebookError(f"期间不能是 {amount}。", remedy="期间至少为 1。")
    try:
        return _count(start, -amount if before else amount, unit, roll, calendar)
    except (OverflowError, ValueError) as error:
        raise RulebookError(
            "期间过长，超出可以计算的日期范围。", remedy="请核对起算日和期间长度。"
        ) from error


def _count(start: date, signed: int, unit: str, roll: bool, calendar: Calendar) -> Count:
    step = 1 if signed > 0 else -1
    if unit == "days":
        nominal = start + timedelta(days=signed)
    elif unit == "months":
        nominal = add_months(start, signed)
    else:
        nominal = date.fromordinal(calendar.working_day(start.toordinal(), signed))
    last = date.fromordinal(calendar.roll(nominal.toordinal(), step)) if roll else nominal
    touched = (start.year, last.year) if unit == "working-days" else (nominal.year, last.year)
    provisional = not all(calendar.knows(year) for year in range(min(touched), max(touched) + 1))
    return Count(
        start,
        last,
        unit,
        abs(signed),
        "after" if signed > 0 else "before",
        last != nominal,
        nominal,
        provisional,
        calendar,
    )


def add_months(start: date, months: int) -> date:
    """The corresponding day *months* later, or the last day of that month when there is none."""
    index = start.year * 12 + start.month - 1 + months
    year, month = divmod(index, 12)
    return date(year, month + 1, min(start.day, monthrange(year, month + 1)[1]))


def missing_year(year: int) -> RulebookError:
    """The refusal for a year without a holiday notice, naming the file to add."""
    return RulebookError(
        f"无法计算：缺少 {year} 年放假安排。",
        remedy=f"请在 calendars/cn/ 增加 {year}.toml（国务院办公厅当年通知），"
        "再运行 `python -m rulebook check`。",
    )


def missing_year_note(year: int) -> str:
    """What a provisional date says about itself."""
    return f"{year}年放假安排尚未录入，暂只按周末推算；录入国务院办公厅通知后将重新计算。"
