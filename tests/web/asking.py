"""Asking for pages as somebody, and taking back what it did."""

from http.cookies import SimpleCookie
from typing import Any

from django.conf import settings
from django.db import transaction
from django.test import Client

from tests.web.government import Affair
from tests.worlds import signed_in

Door = str  # a session's key; empty for somebody who has not signed in


def doors(affair: Affair) -> dict[str, Door]:
    """A session for each post, and none for the anonymous."""
    keys = {
        post: signed_in(actor).cookies[settings.SESSION_COOKIE_NAME].value
        for post, actor in affair.people.items()
    }
    return {**keys, "anonymous": ""}


def browser(door: Door, **options: Any) -> Client:
    """A fresh browser with that session alone; a fault of the platform is an answer (500), as in operation."""
    client = Client(raise_request_exception=False, **options)
    if door:
        client.cookies = SimpleCookie({settings.SESSION_COOKIE_NAME: door})
    return client


def ask(door: Door, method: str, url: str, sent: dict[str, Any] | None = None) -> Any:
    """The answer to one request; everything it wrote is taken back."""
    client = browser(door)
    with transaction.atomic():
        answer = client.post(url, sent or {}) if method == "POST" else client.get(url, sent or {})
        transaction.set_rollback(True)
    return answer
