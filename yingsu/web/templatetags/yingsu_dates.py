"""Filters for dates: cn_date, short_date:today, month_day, other_year:today, cn_weekday, relative_day:today."""

from datetime import date, datetime

from django import template

from yingsu.web.templatetags import dates_in_words

register = template.Library()


@register.filter
def cn_date(value: date | datetime | str | None) -> str:
    """2025年3月6日; empty for nothing."""
    return dates_in_words.cn_date(dates_in_words.day_of(value))


@register.filter
def short_date(value: date | datetime | str | None, today: date | str | None = None) -> str:
    """3月6日; with the year when it is not the year of *today*."""
    return dates_in_words.short_date(dates_in_words.day_of(value), dates_in_words.day_of(today))


@register.filter
def month_day(value: date | datetime | str | None) -> str:
    """3月6日, without its year; other_year says the year where it is needed."""
    return dates_in_words.short_date(dates_in_words.day_of(value))


@register.filter
def other_year(value: date | datetime | str | None, today: date | str | None) -> str:
    """2026年 and a space when the day lies in another year than *today*; otherwise empty."""
    day, now = dates_in_words.day_of(value), dates_in_words.day_of(today)
    return f"{day.year}年　" if day and now and day.year != now.year else ""


@register.filter
def cn_weekday(value: date | datetime | str | None) -> str:
    """星期四; empty for nothing."""
    return dates_in_words.cn_weekday(dates_in_words.day_of(value))


@register.filter
def relative_day(value: date | datetime | str | None, today: date | str | None) -> str:
    """逾期 3 日 / 今天 / 明天 / 还有 13 日."""
    return dates_in_words.relative_day(dates_in_words.day_of(value), dates_in_words.day_of(today))


@register.filter
def cn_number(value: int | None) -> str:
    """15 → 十五; empty for nothing."""
    return "" if value is None else dates_in_words.cn_number(int(value))
