"""Filters for dates: {{ day|cn_date }}, {{ day|short_date:today }}, {{ day|cn_weekday }}, {{ day|relative_day:today }}."""

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
