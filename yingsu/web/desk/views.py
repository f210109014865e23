"""The desk of the person, and of the bureau's area."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET

from yingsu.base import clock
from yingsu.base.actor import Actor
from yingsu.duties import queries as duties
from yingsu.duties.models import Duty
from yingsu.duties.waiting import Waiting
from yingsu.hearings.queries import upcoming
from yingsu.web.desk.lines import lines
from yingsu.web.desk.waiting import waiting_for

MOST = 40
COUNTED = 1000


@require_GET
def desk(request: HttpRequest) -> HttpResponse:
    """What is mine, soonest first."""
    actor: Actor = request.actor
    mine = list(duties.desk(actor)[: MOST + 1])
    coming = list(duties.announced(actor)[:MOST])
    context = {
        "duties": lines([*mine[:MOST], *coming]),
        "more": len(mine) > MOST,
        "summary": _summary(mine),
        "waiting": [_row(one) for one in waiting_for(actor)],
        "hearings": [_hearing_row(one) for one in upcoming(actor)[:6]],
        "area": _area(actor),
    }
    return render(request, "desk/desk.html", context)


@require_GET
def area(request: HttpRequest) -> HttpResponse:
    """All open duties in every case one may see: the bureau's view, late first."""
    actor: Actor = request.actor
    rows = list(duties.open_in_area(actor)[: MOST * 3 + 1])
    context = {"duties": lines(rows[: MOST * 3], who=True, acting=False), "more": len(rows) > MOST * 3}
    return render(request, "desk/area.html", context)


def _summary(rows: list[Any]) -> dict[str, int]:
    split = duties.bands(rows)
    return {"all": len(rows), "late": len(split["late"]), "soon": len(split["soon"])}


def _row(one: Waiting) -> dict[str, Any]:
    return {
        "title": one.title,
        "url": reverse(one.url_name, args=one.url_args),
        "note": f"{one.case.title}　{one.cite}".strip("　") if one.case else one.cite,
        "since": one.since,
        "verb": one.verb,
    }


def _hearing_row(hearing: Any) -> dict[str, Any]:
    return {
        "title": f"{hearing.day.month}月{hearing.day.day}日 {hearing.time or ''}　{hearing.place}".strip(),
        "url": reverse("case", args=[hearing.case.pk]) + "#hearings",
        "note": hearing.case.title,
        "tag": hearing.status_word,
        "tone": hearing.status_tone,
    }


def _area(actor: Actor) -> dict[str, Any] | None:
    """For a justice bureau: how much is open and late in its area."""
    if not actor.post_kind.startswith("bureau"):
        return None
    rows = duties.open_in_area(actor).order_by()
    late = rows.filter(due__lt=clock.today())
    return {"open": _counted(rows), "late": _counted(late), "url": reverse("area")}


def _counted(rows: QuerySet[Duty]) -> str:
    """How many, counted no further than a person cares: “1000 件以上”."""
    found = rows[: COUNTED + 1].count()
    return f"{COUNTED} 件以上" if found > COUNTED else f"{found} 件" if found else ""
