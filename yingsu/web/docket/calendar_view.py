"""The calendar: hearings and due dates, month by month; on a telephone an agenda."""

from calendar import Calendar
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET

from yingsu import law
from yingsu.base import clock
from yingsu.base.actor import Actor
from yingsu.duties.models import Duty
from yingsu.duties.queries import due_between
from yingsu.hearings.queries import between

SHOWN = 4  # lines of a day in the grid; the agenda below has them all
Entries = dict[date, list[dict[str, str]]]


@require_GET
def month(request: HttpRequest) -> HttpResponse:
    """One month; a month that does not read shows the present one."""
    today = clock.today()
    first = _first(request.GET.get("month", ""), today)
    weeks = list(Calendar().monthdatescalendar(first.year, first.month))
    whole_area = request.GET.get("area") == "yes"
    entries = _entries(request.actor, (weeks[0][0], weeks[-1][-1]), today, whole_area)
    context = {
        "month_title": f"{first.year}年{first.month}月",
        "earlier_url": _url(first - timedelta(days=1), whole_area),
        "later_url": _url(first + timedelta(days=31), whole_area),
        "today_url": _url(today, whole_area),
        "tabs": [
            {"label": "开庭和本岗位的期限", "url": _url(first, False), "current": not whole_area},
            {"label": "辖区全部期限", "url": _url(first, True), "current": whole_area},
        ],
        "weeks": [[_day(day, first, today, entries) for day in week] for week in weeks],
        "days": [_day(day, first, today, entries) for week in weeks for day in week if entries.get(day)],
    }
    return render(request, "docket/calendar.html", context)


def _first(text: str, today: date) -> date:
    try:
        wanted = date.fromisoformat(f"{text}-01")
    except ValueError:
        wanted = today
    return wanted.replace(day=1) if 2000 < wanted.year < 2100 else today.replace(day=1)


def _url(day: date, whole_area: bool) -> str:
    return f"{reverse('calendar')}?month={day:%Y-%m}{'&area=yes' if whole_area else ''}"


def _day(day: date, first: date, today: date, entries: Entries) -> dict[str, Any]:
    off, label = law.day_label(day)
    return {
        "date": day,
        "outside": day.month != first.month,
        "today": day == today,
        "off": off,
        "label": "" if label == "周末" else label,
        "entries": entries.get(day, []),
        "more": max(0, len(entries.get(day, [])) - SHOWN),
    }


def _entries(actor: Actor, span: tuple[date, date], today: date, whole_area: bool) -> Entries:
    found: Entries = {}
    rows = due_between(actor, *span, whole_area=whole_area)
    for day, entry in [*_hearings(actor, *span), *_dues(rows, today)]:
        found.setdefault(day, []).append(entry)
    return found


def _hearings(actor: Actor, first: date, last: date) -> Iterable[tuple[date, dict[str, str]]]:
    for one in between(actor, first, last):
        yield (
            one.day,
            {
                "time": one.time,
                "title": f"开庭　{one.case.title}",
                "url": reverse("hearing", args=[one.case.pk, one.pk]),
                "note": one.place,
                "kind": "hearing",
                "tag": one.status_word,
                "tone": one.status_tone,
            },
        )


def _dues(rows: Iterable[Duty], today: date) -> Iterable[tuple[date, dict[str, str]]]:
    for row in rows:
        if row.due is None:
            continue
        late = row.is_overdue(today)
        yield (
            row.due,
            {
                "time": "",
                "title": row.title,
                "url": reverse("duty", args=[row.pk]),
                "note": f"{row.case.title}　{row.organ.name}",
                "kind": "late" if late else "due",
                "tag": "已逾期" if late else "期限届满",
                "tone": "red" if late else "blue",
            },
        )
