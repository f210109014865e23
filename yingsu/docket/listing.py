"""The case list: filters, search, and key-set pages that stay fast at any length."""

import unicodedata
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from yingsu.base.actor import Actor
from yingsu.base.numbers import number_in
from yingsu.docket.models import Case, CaseRelation

PAGE = 30
BRACKETS = str.maketrans({"[": "(", "]": ")", "〔": "(", "〕": ")"})


@dataclass(frozen=True, slots=True)
class Filters:
    """What the list is narrowed to. Empty values narrow nothing."""

    text: str = ""
    stage: str = ""
    organ: int | None = None
    route: str = ""
    field: str = ""
    closed: str = ""
    overdue: bool = False
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """One page of rows and the marks of its neighbours (empty when there is none)."""

    rows: list[Case]
    following: str
    total: int
    capped: bool


def list_cases(actor: Actor, filters: Filters, *, after: str = "", today: date) -> Page:
    """The newest cases first. *after* is the mark of the last row of the page before."""
    matching = narrowed(actor, filters, today=today)
    rows = list(_beyond(matching, after).order_by("-opened_on", "-id")[: PAGE + 1])
    whole = not after and len(rows) <= PAGE
    total = len(rows) if whole else matching.order_by()[:1001].count()
    following = ""
    if len(rows) > PAGE:
        rows = rows[:PAGE]
        following = f"{rows[-1].opened_on.isoformat()}_{rows[-1].pk}"
    return Page(rows, following, min(total, 1000), total > 1000)


def narrowed(actor: Actor, filters: Filters, *, today: date) -> QuerySet[Any]:
    """The visible cases that agree with every filter."""
    cases = Case.objects.visible_to(actor)
    plain = {"stage": filters.stage, "route": filters.route, "field": filters.field}
    cases = cases.filter(**{name: value for name, value in plain.items() if value})
    if filters.closed:
        cases = cases.filter(closed=filters.closed == "yes")
    if filters.overdue:
        cases = cases.filter(next_due__lt=today)
    if filters.since:
        cases = cases.filter(opened_on__gte=filters.since)
    if filters.until:
        cases = cases.filter(opened_on__lte=filters.until)
    if filters.organ:
        related = CaseRelation.objects.filter(case=OuterRef("pk"), organ_id=filters.organ)
        cases = cases.filter(Exists(related))
    return _search(cases, filters.text)


def search_text(case: Case) -> str:
    """Everything a case is searched by: title, cause, act, parties and the numbers of all instances."""
    numbers = [one.case_number or "" for one in case.instances.all()]
    parties = [party.name for party in case.parties.all()]
    return folded("\n".join([case.title, case.cause, case.act_name, case.act_number, *numbers, *parties]))


def folded(text: str) -> str:
    """Full-width digits and letters made plain, brackets of every kind made one: any way of typing finds."""
    return unicodedata.normalize("NFKC", text).translate(BRACKETS)


def _search(cases: QuerySet[Any], text: str) -> QuerySet[Any]:
    for word in folded(text).split()[:5]:
        cases = cases.filter(search_text__icontains=word)
    return cases


def _beyond(cases: QuerySet[Any], after: str) -> QuerySet[Any]:
    day, _, pk = after.partition("_")
    key = number_in(pk)
    if key is None:
        return cases
    try:
        last = date.fromisoformat(day)
    except ValueError:
        return cases
    return cases.filter(opened_on__lte=last).filter(Q(opened_on__lt=last) | Q(pk__lt=key))
