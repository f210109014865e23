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
from yingsu.duties.queries import due_between
from yingsu.hearings.queries import between

Entries = dict[date, list[dict[str, str]]]


@require_GET
def month(request: HttpRequest) -> HttpResponse:
    """One month; a month that does not read shows the present one."""
    today = clock.today()
    first = _first(request.GET.get("month", ""), today)
    weeks = list(Calendar().monthdatescalendar(first.year, first.month))
    entries = _entries(request.actor, weeks[0][0], weeks[-1][-1], today)
    context = {
        "month_title": f"{first.year}年{first.month}月",
        "earlier_url": _url(first - timedelta(days=1)),
        "later_url": _url(first + timedelta(days=31)),
        "today_url": reverse("calendar"),
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


def _url(day: date) -> str:
    return f"{reverse('calendar')}?month={day:%Y-%m}"


def _day(day: date, first: date, today: date, entries: Entries) -> dict[str, Any]:
    off, label = law.day_label(day)
    return {
        "date": day,
        "outside": day.month != first.month,
        "today": day == today,
        "off": off,
        "label": "" if label == "周末" else label,
        "entries": entries.get(day, []),
    }


def _entries(actor: Actor, first: date, last: date, today: date) -> Entries:
    found: Entries = {}
    for day, entry in [*_hearings(actor, first, last), *_dues(actor, first, last, today)]:
        found.setdefault(day, []).append(entry)
    return found


def _hearings(actor: Actor, first: date, last: date) -> Iterable[tuple[date, dict[str, str]]]:
    for one in between(actor, first, last):
        yield one.day, {
            "time": one.time,
            "title": f"开庭　{one.case.title}",
            "url": reverse("hearing", args=[one.case.pk, one.pk]),
            "note": one.place,
            "kind": "hearing",
            "tag": one.status_word,
            "tone": one.status_tone,
        }


def _dues(actor: Actor, first: date, last: date, today: date) -> Iterable[tuple[date, dict[str, str]]]:
    for row in due_between(actor, first, last):
        if row.due is None:
            continue
        late = row.is_overdue(today)
        yield row.due, {
            "time": "",
            "title": row.title,
            "url": reverse("duty", args=[row.pk]),
            "note": f"{row.case.title}　{row.organ.name}",
            "kind": "late" if late else "due",
            "tag": "已逾期" if late else "期限届满",
            "tone": "red" if late else "blue",
        }
