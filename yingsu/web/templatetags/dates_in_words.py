"""Dates and numbers as an office writes them. Plain functions; no clock is read here."""

from datetime import date, datetime

WEEKDAYS = "一二三四五六日"
DIGITS = "零一二三四五六七八九"


def day_of(value: date | datetime | str | None) -> date | None:
    """The calendar date in *value* (an ISO string is read as a date); None for nothing."""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if isinstance(value, str) and value:
        return date.fromisoformat(value[:10])
    return None


def cn_date(value: date | None) -> str:
    """2025年3月6日."""
    return f"{value.year}年{value.month}月{value.day}日" if value else ""


def short_date(value: date | None, today: date | None = None) -> str:
    """3月6日; with its year when *today* is given and lies in another year."""
    if value is None:
        return ""
    if today is not None and value.year != today.year:
        return cn_date(value)
    return f"{value.month}月{value.day}日"


def cn_weekday(value: date | None) -> str:
    """星期四."""
    return f"星期{WEEKDAYS[value.weekday()]}" if value else ""


def relative_day(value: date | None, today: date | None) -> str:
    """逾期 3 日 / 今天 / 明天 / 还有 13 日, seen from *today*; for a last day that is still to be met."""
    if value is None or today is None:
        return ""
    left = (value - today).days
    if left < 0:
        return f"逾期 {-left} 日"
    return {0: "今天", 1: "明天", 2: "后天"}.get(left, f"还有 {left} 日")


def cn_number(value: int) -> str:
    """15 → 十五, as in 第十五条; exact from 0 to 9999."""
    if not 0 <= value <= 9999:
        raise ValueError("只写 0 至 9999 的数，请检查传入的数值。")
    if value == 0:
        return DIGITS[0]
    words, gap = "", False
    for unit, size in (("千", 1000), ("百", 100), ("十", 10), ("", 1)):
        digit = value // size % 10
        if digit:
            words += ("零" if gap and words else "") + DIGITS[digit] + unit
        gap = not digit
    return words.removeprefix("一") if words.startswith("一十") else words
