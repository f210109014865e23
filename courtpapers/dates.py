"""Days and times of day in the writings of Chinese courts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from courtpapers.numerals import NUMERAL, to_int

_YEAR = f"[{NUMERAL}]{{4}}"
_SMALL = f"[{NUMERAL}]{{1,3}}"
_GAP = r"[\s\u3000]*"
_DAY_PATTERN = re.compile(
    rf"(?P<year>{_YEAR}){_GAP}年{_GAP}(?P<month>{_SMALL}){_GAP}月{_GAP}(?P<day>{_SMALL}){_GAP}[日号]"
    r"|(?<!\d)(?P<year2>(?:19|20)\d\d)(?P<mark>[-./])(?P<month2>\d{1,2})(?P=mark)(?P<day2>\d{1,2})(?!\d)"
    rf"|(?P<joint>同年|当年|[、和及])(?P<month3>{_SMALL})月(?P<day3>{_SMALL})日"
)
_TIME_PATTERN = re.compile(
    rf"{_GAP}(?:[（(](?:星期|周)[一二三四五六日天][）)])?(?:(?:星期|周)[一二三四五六日天])?{_GAP}[,，]?{_GAP}"
    rf"(?P<part>上午|下午|早上|早晨|中午|晚上|晚)?{_GAP}(?P<hour>{_SMALL}){_GAP}"
    rf"(?:[时点]{_GAP}(?:(?P<half>半)|(?P<quarter>一刻)|(?P<minute>{_SMALL}){_GAP}分?|整)?|[:：]{_GAP}(?P<minute2>\d\d))"
)
_AFTERNOON = ("下午", "晚上", "晚")


@dataclass(frozen=True)
class FoundDate:
    """A day found in a text at ``text[start:end]``; ``time`` is “HH:MM” or empty when none is written."""

    day: date
    start: int
    end: int
    time: str = ""

    @property
    def iso(self) -> str:
        """“2025-03-27”, or “2025-03-27 14:30” with a time."""
        return f"{self.day.isoformat()} {self.time}".strip()


def find_dates(text: str, start: int = 0, end: int | None = None) -> Iterator[FoundDate]:
    """Every day written in *text*, in order, with the time of day that directly follows it.

    Days that no calendar has (2025年2月30日) are passed over.
    """
    last: FoundDate | None = None
    for match in _DAY_PATTERN.finditer(text, start, len(text) if end is None else end):
        day = _day(match) or _same_year(match, last)
        if day is None:
            continue
        time, stop = _time_after(text, match.end())
        last = FoundDate(day, match.start(), stop, time)
        yield last


def parse_date(text: str) -> str:
    """The first day in *text* as ISO, with its time if there is one; empty when there is none.

    >>> parse_date("二○二五年三月二十七日下午2时30分")
    '2025-03-27 14:30'
    """
    return next((found.iso for found in find_dates(text)), "")


def _day(match: re.Match[str]) -> date | None:
    parts = [to_int(match[name] or match[name + "2"] or "") for name in ("year", "month", "day")]
    return None if None in parts else _valid(*(part or 0 for part in parts))


def _same_year(match: re.Match[str], last: FoundDate | None) -> date | None:
    """“同年1月10日”, “6月18日、7月2日”: the year of the day before; a joining mark must follow it directly."""
    if (
        last is None
        or not match["joint"]
        or (match["joint"] not in ("同年", "当年") and match.start() != last.end)
    ):
        return None
    return _valid(last.day.year, to_int(match["month3"]) or 0, to_int(match["day3"]) or 0)


def _valid(year: int, month: int, day: int) -> date | None:
    if not 1900 <= year <= 2200:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _time_after(text: str, position: int) -> tuple[str, int]:
    match = _TIME_PATTERN.match(text, position)
    if match is None:
        return "", position
    hour = to_int(match["hour"])
    minute = (
        30
        if match["half"]
        else 15
        if match["quarter"]
        else to_int(match["minute"] or match["minute2"] or "0")
    )
    if hour is None or minute is None or hour > 24 or minute > 59:
        return "", position
    if match["part"] in _AFTERNOON and hour < 12:
        hour += 12
    return (f"{hour:02d}:{minute:02d}", match.end()) if hour < 24 else ("", position)
