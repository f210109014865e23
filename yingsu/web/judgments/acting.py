"""The page of one form about a case: it acts once and comes back to “裁判履行”."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from yingsu.base.refusal import Refused
from yingsu.docket.models import Case, Decision, Instance
from yingsu.docket.queries import defendants
from yingsu.organs.models import Organ
from yingsu.web.shell.submitting import show_form, submitted


def form_page(
    request: HttpRequest,
    case: Case,
    form: forms.Form,
    title: str,
    act: Callable[[dict[str, Any]], Any],
    *,
    says: str,
    to: str | Callable[[Any], str] = "",
    at: str = "",
    notes: list[dict[str, Any]] | None = None,
) -> HttpResponse:
    """Show or submit *form*. *at* is the place on the page to come back to; *notes* stand above the fields."""
    back = reverse("judgments", args=[case.pk]) + at
    answer = submitted(request, form, act, to=to or back, says=says)
    context = {"case": case, "title": title, "back": back, "notes": notes or []}
    return answer or show_form(request, "judgments/form.html", form, context)


def decision_in(case: Case, pk: int) -> Decision:
    """A decision of the case."""
    found = case.decisions.filter(pk=pk, withdrawn=False).select_related("case", "instance").first()
    if found is None:
        raise Refused("没有找到这份裁判。", "请从案件的“裁判履行”页面进入。", status=404)
    return found


def instance_in(case: Case, pk: int) -> Instance:
    """An instance of the case."""
    found = case.instances.filter(pk=pk).first()
    if found is None:
        raise Refused("没有找到这个审级。", "请从案件的“裁判履行”页面进入。", status=404)
    return found


def defendant_in(case: Case, code: str) -> Organ:
    """A defendant of ours in the case."""
    for party in defendants(case):
        if party.organ and party.organ.code == code:
            return party.organ
    raise Refused("这个单位不是本案被告。", "请从案件的“裁判履行”页面选择本案的被告单位。", status=404)
