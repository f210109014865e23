"""What every page is given: who acts, the day, the navigation."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse

from yingsu.base import clock
from yingsu.base.actor import Actor
from yingsu.duties.queries import desk
from yingsu.intake.queries import waiting_proposals

# group: (label, url name, right needed)
PLACES = {
    "办案": (
        ("工作台", "desk", "see"),
        ("收文", "intake", "intake.receive"),
        ("案件", "cases", "see"),
        ("日程", "calendar", "see"),
        ("文书", "documents", "see"),
        ("案卷", "volumes", "see"),
    ),
    "依据": (("法规", "measures", "see"),),
}


# What stands as a number beside a place.
COUNTS: dict[str, Callable[[Actor], QuerySet[Any]]] = {"desk": desk, "intake": waiting_proposals}


@dataclass(frozen=True, slots=True)
class Place:
    """One line of the navigation."""

    label: str
    url: str
    current: bool
    count: int


def shell(request: HttpRequest) -> dict[str, Any]:
    """Context of every page."""
    actor: Actor | None = getattr(request, "actor", None)
    context: dict[str, Any] = {"demo": settings.DEMONSTRATION, "today": clock.today(), "actor": actor}
    if actor is not None:
        context["nav"] = [
            {
                "label": group,
                "entries": [_place(request, actor, *one[:2]) for one in places if actor.may(one[2])],
            }
            for group, places in PLACES.items()
        ]
        context["search_url"] = reverse("cases")
        context["sign_out_url"] = reverse("sign_out")
    return context


def _place(request: HttpRequest, actor: Actor, label: str, name: str) -> Place:
    url = reverse(name)
    current = request.path == url or (url != "/" and request.path.startswith(url))
    counted = COUNTS.get(name)
    return Place(label, url, current, counted(actor).count() if counted else 0)
