"""Days off, year by year, from the State Council's holiday notices; one TOML file a year in ``cn/``.

Saturdays and Sundays are off unless the notice makes them working days (调休). A year's notice may list days
of the year before. A year without a file is not guessed: see ``Calendar.knows``.
"""

from __future__ import annotations

import tomllib
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from rulebook.errors import RulebookError

FOLDER = Path(__file__).parent / "cn"
_KEYS = {
    "year": int,
    "notice": str,
    "status": str,
    "issued": str,
    "source": str,
    "note": str,
    "holiday": list,
}
_HOLIDAY_KEYS = {"name": str, "notice": str, "status": str, "off": list, "work": list}
STATUSES = ("已核实", "未核实")


@dataclass(frozen=True, slots=True)
class Notice:
    """The notice of one year: its number and whether the number was checked against the published text."""

    year: int
    number: str
    status: str
    issued: str = ""
    source: str = ""
    note: str = ""

    def __str__(self) -> str:
        return self.number if self.status == "已核实" else f"{self.number}，文号未核实"


@dataclass(frozen=True, slots=True)
class NamedDay:
    """A day named in a notice: off, or a made-up working day."""

    name: str
    off: bool
    notice: Notice


class Calendar:
    """Which days are off. Days are looked up by day number (``date.toordinal``)."""

    def __init__(self, notices: Iterable[Notice], named: dict[int, NamedDay]) -> None:
        self.notices = {notice.year: notice for notice in notices}
        self._named = named
        self._working: dict[int, list[int]] = {}

    @property
    def years(self) -> tuple[int, ...]:
        """The years with a notice."""
        return tuple(sorted(self.notices))

    def knows(self, year: int) -> bool:
        """True when the notice of *year* is there."""
        return year in self.notices

    def is_off(self, day: int) -> bool:
        """True for a day off; a year without a notice goes by weekends alone."""
        named = self._named.get(day)
        return named.off if named else (day - 1) % 7 >= 5

    def named(self, day: int) -> NamedDay | None:
        """The holiday or made-up working day on *day*, if a notice lists it."""
        return self._named.get(day)

    def label(self, day: int) -> str:
        """假期名, 周末, 调休上班 or ""."""
        named = self._named.get(day)
        if named and named.off:
            return named.name
        if named:
            return "调休上班" if (day - 1) % 7 >= 5 else ""
        return "周末" if (day - 1) % 7 >= 5 else ""

    def notice(self, day: int) -> str:
        """The number of the notice that lists *day* (marked when 未核实), or ""."""
        named = self._named.get(day)
        return str(named.notice) if named else ""

    def roll(self, day: int, step: int) -> int:
        """The first working day at or after (*step* 1), at or before (*step* -1) *day*."""
        while self.is_off(day):
            day += step
        return day

    def working_day(self, start: int, amount: int) -> int:
        """The *amount*-th working day after (before, when negative) *start*; *start* is not counted."""
        year = date.fromordinal(start).year
        days = self._working_days(year)
        place = (bisect_right(days, start) - 1 if amount > 0 else bisect_left(days, start)) + amount
        while place >= len(days) or place < 0:
            if place < 0:
                year -= 1
                days = self._working_days(year)
                place += len(days)
            else:
                place -= len(days)
                year += 1
                days = self._working_days(year)
        return days[place]

    def _working_days(self, year: int) -> list[int]:
        days = self._working.get(year)
        if days is None:
            first, end = date(year, 1, 1).toordinal(), date(year + 1, 1, 1).toordinal()
            days = self._working[year] = [day for day in range(first, end) if not self.is_off(day)]
        return days


def load_calendar(folder: Path = FOLDER) -> Calendar:
    """Read every ``YYYY.toml`` of *folder*; a fault is refused with the file and the remedy."""
    notices: list[Notice] = []
    named: dict[int, NamedDay] = {}
    for path in sorted(folder.glob("*.toml")):
        notices.append(_read_year(path, named))
    return Calendar(notices, named)


def _read_year(path: Path, named: dict[int, NamedDay]) -> Notice:
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise RulebookError(
            f"不是有效的 TOML：{error}。", file=path.name, remedy="请改正后再运行 check。"
        ) from error
    _check_keys(path, data, _KEYS)
    for key in ("year", "notice", "status", "holiday"):
        if key not in data:
            raise RulebookError("缺少这个键。", file=path.name, key=key, remedy="请参照其他年份的文件补上。")
    if path.stem != str(data["year"]):
        raise RulebookError(
            f"文件名与 year = {data['year']} 不一致。",
            file=path.name,
            key="year",
            remedy="文件名应当是“年份.toml”。",
        )
    notice = Notice(
        data["year"],
        data["notice"],
        _status(path, data["status"]),
        data.get("issued", ""),
        data.get("source", ""),
        data.get("note", ""),
    )
    for holiday in data["holiday"]:
        _read_holiday(path, holiday, notice, named)
    return notice


def _status(path: Path, status: str) -> str:
    if status not in STATUSES:
        raise RulebookError(
            f"“{status}”不是核实状态。", file=path.name, key="status", remedy="请填写 已核实 或者 未核实。"
        )
    return status


def _read_holiday(path: Path, holiday: dict[str, Any], notice: Notice, named: dict[int, NamedDay]) -> None:
    _check_keys(path, holiday, _HOLIDAY_KEYS)
    if "name" not in holiday:
        raise RulebookError(
            "假期没有名称。", file=path.name, key="holiday.name", remedy="请填写节日名称，如“春节”。"
        )
    if "notice" in holiday:  # a later notice of the same year changed or added this holiday
        notice = Notice(notice.year, holiday["notice"], _status(path, holiday.get("status", "未核实")))
    for key, off in (("off", True), ("work", False)):
        for day in holiday.get(key, []):
            if not isinstance(day, date):
                raise RulebookError(
                    f"“{day}”不是日期。", file=path.name, key=key, remedy="请写成不加引号的 2025-01-01。"
                )
            if not notice.year - 1 <= day.year <= notice.year:
                raise RulebookError(
                    f"{day} 不属于 {notice.year} 年，也不属于上一年。",
                    file=path.name,
                    key=key,
                    remedy="请核对通知原文。",
                )
            number = day.toordinal()
            if number in named:
                raise RulebookError(
                    f"{day} 已在 {named[number].notice.year}.toml 中列出。",
                    file=path.name,
                    key=key,
                    remedy="同一天只能列一次，请核对两份通知。",
                )
            named[number] = NamedDay(holiday["name"], off, notice)


def _check_keys(path: Path, data: dict[str, Any], wanted: Mapping[str, type]) -> None:
    for key, value in data.items():
        if key not in wanted:
            raise RulebookError(
                "不认识的键。", file=path.name, key=key, remedy=f"只能使用：{'、'.join(wanted)}。"
            )
        if not isinstance(value, wanted[key]):
            raise RulebookError(
                "值的类型不对。", file=path.name, key=key, remedy="请参照其他年份的文件填写。"
            )
