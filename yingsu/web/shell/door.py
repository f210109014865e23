"""The door: makes the actor, answers refusals and denials."""

import secrets
from collections.abc import Callable

from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.urls import Resolver404, resolve

from yingsu.access.models import Account
from yingsu.access.queries import actor_for
from yingsu.audit.actions import record
from yingsu.base.refusal import Denied, Refused
from yingsu.base.tx import write_tx
from yingsu.web.shell.errors import refusal_page

OPEN_TO_ALL = frozenset({"sign_in", "health"})
NOT_FOUND = Refused(
    "没有找到这个页面。", "请从左侧导航重新进入；如认为应当看到，请联系本单位管理员。", status=404
)


class Door:
    """Middleware. Every page but the open ones needs a signed-in account; `request.actor` acts."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.request_id = secrets.token_hex(6)
        request.actor = None
        if isinstance(request.user, Account):
            request.actor = actor_for(request.user, request_id=request.request_id)
        elif self._name(request) not in OPEN_TO_ALL:
            return redirect_to_login(request.get_full_path() if request.method == "GET" else "/")
        return self.get_response(request)

    def _name(self, request: HttpRequest) -> str:
        if request.path_info.startswith("/" + settings.STATIC_URL.lstrip("/")):
            return "health"
        try:
            return resolve(request.path_info).url_name or ""
        except Resolver404:
            return ""

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """A refusal is an answer, not a fault; a denial looks like absence and leaves an audit line."""
        if isinstance(error, Denied):
            with write_tx():
                record(
                    "access.denied",
                    by=request.actor,
                    result="refused",
                    capability=error.capability,
                    path=request.path[:120],
                )
            return refusal_page(request, NOT_FOUND)
        if isinstance(error, Refused):
            return refusal_page(request, error)
        return None
