"""The window onto the rulebook: the only room that imports it.

Takes: the docket's facts in their flat form. Gives: duties and findings with their reasons, articles, counts.
Never: keeps anything, knows a clock or a case.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache
from typing import Any

from django.conf import settings

from rulebook import Citation, Conclusion, Count, Duty, Fact, Finding, RulebookError, Shelf, count, load_shelf
from rulebook import conclude as ask
from rulebook.book import Article, Book
from rulebook.vocabulary import KINDS
from yingsu.base.refusal import Refused

__all__ = [
    "Citation",
    "Conclusion",
    "Count",
    "Duty",
    "Fact",
    "Finding",
    "conclude",
    "count_period",
    "shelf",
    "word_of",
]


@cache
def shelf() -> Shelf:
    """The books and calendars of this installation, loaded once."""
    return load_shelf()


def conclude(facts: Iterable[Mapping[str, Any]], *, as_of: date) -> Conclusion:
    """What the law says of these facts as they were known on *as_of*."""
    return ask([read_fact(fact) for fact in facts], shelf(), as_of=as_of, place=settings.PLACE)


def read_fact(flat: Mapping[str, Any]) -> Fact:
    """One fact, checked against the closed vocabulary; a fault is refused in Chinese."""
    try:
        return Fact.from_json(dict(flat))
    except RulebookError as error:
        raise Refused(str(error), "请核对填写内容；仍不能登记的，请联系系统管理员。", status=400) from error


def local_book(on: date) -> Book:
    """The book of this place's own measures in force on *on*."""
    books = [book for book in shelf().books if book.place == settings.PLACE]
    in_force = [book for book in books if book.span.covers(on)]
    return (in_force or books)[-1]


def article_number(reference: str) -> int:
    """The article of a reference such as “13.1” or “12.1(2)”."""
    return int(reference.partition(".")[0].partition("(")[0])


def article_of(citation: Citation, on: date) -> Article:
    """The whole article a citation is taken from."""
    return shelf().book(citation.book, on=on).article(article_number(citation.article))


def day_label(day: date) -> tuple[bool, str]:
    """Whether *day* is off, and why (休息日、节日名、调休上班), for calendars; a year without a notice goes by weekends."""
    calendar, number = shelf().calendar, day.toordinal()
    return calendar.is_off(number), calendar.label(number)


def word_of(kind: str, name: str, code: str) -> str:
    """The Chinese word for a coded value of a kind of fact; the value itself when it is not coded."""
    spec = KINDS[kind].values.get(name) if kind in KINDS else None
    return spec.allowed.get(code, code) if spec else code


def count_period(
    start: date, amount: int, *, unit: str = "days", before: bool = False, roll: bool = True
) -> Count:
    """A free period, day by day."""
    try:
        return count(start, amount, unit=unit, before=before, roll=roll, calendar=shelf().calendar)
    except RulebookError as error:
        raise Refused(str(error), "请按提示补充放假安排后再计算。", status=422) from error
