"""The volume of a case, its binding and closing, and the list of volumes."""

from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from yingsu.archive import actions
from yingsu.archive.capabilities import BIND, CLOSE
from yingsu.archive.contents import gaps_of
from yingsu.archive.listing import list_volumes, years_of
from yingsu.archive.models import Volume
from yingsu.archive.queries import volume_for
from yingsu.audit.actions import record
from yingsu.base.refusal import Refused
from yingsu.base.tx import write_tx
from yingsu.docket.models import Case
from yingsu.docket.queries import case_for, defendants
from yingsu.documents.capabilities import require_for
from yingsu.files.actions import read_bytes
from yingsu.organs.models import Organ
from yingsu.web.archive.forms import ExplainForm, FilterForm
from yingsu.web.archive.page import file_name, volume_page
from yingsu.web.shell.answers import file_answer
from yingsu.web.shell.submitting import show_form, submitted


@require_GET
def volumes(request: HttpRequest) -> HttpResponse:
    """All volumes one may see; htmx asks for the rows alone."""
    form = FilterForm(request.GET, actor=request.actor, years=years_of(request.actor))
    after = request.GET.get("after", "")
    page = list_volumes(request.actor, form.filters(), after=after)
    kept = {name: value for name, value in request.GET.items() if value and name != "after"}
    context = {
        "form": form,
        "page": page,
        "first_url": f"?{urlencode(kept)}" if after else "",
        "next_url": f"?{urlencode(kept | {'after': page.following})}" if page.following else "",
    }
    return render(request, "archive/_rows.html" if request.htmx else "archive/list.html", context)


@require_GET
def case_volume(request: HttpRequest, case_pk: int) -> HttpResponse:
    """What the volume holds and lacks."""
    case = case_for(request.actor, case_pk)
    return _page(request, case, forms.Form())


@require_POST
def volume_open(request: HttpRequest, case_pk: int, organ: str) -> HttpResponse:
    """Begin the volume for one defendant."""
    case = case_for(request.actor, case_pk)
    defendant = _defendant(case, organ)
    return _act(
        request,
        case,
        lambda: actions.open_volume(case=case, defendant=defendant, by=request.actor),
        "已立卷。",
    )


@require_http_methods(["GET", "POST"])
def volume_explain(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """Why a required paper is not there."""
    case = case_for(request.actor, case_pk)
    volume = _volume(request, case, pk)
    require_for(request.actor, BIND, volume.organ)
    keys = [gap.key for gap in gaps_of(case, volume.defendant)]
    wanted = request.GET.get("key", "")
    initial = {"key": wanted, "reason": volume.explanations.get(wanted, "")}
    form = ExplainForm(request.POST or None, keys=keys, initial=initial)
    answer = submitted(
        request,
        form,
        lambda data: actions.explain_gap(volume=volume, by=request.actor, **data),
        to=_url(case),
        says="已写明缺件原因，归档时列入备考表。",
    )
    context = {"case": case, "title": "说明缺件原因", "back": _url(case)}
    return answer or show_form(request, "archive/form.html", form, context)


@require_POST
def volume_bind(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """Bind everything into one PDF."""
    case = case_for(request.actor, case_pk)
    volume = _volume(request, case, pk)
    require_for(request.actor, BIND, volume.organ)
    return _act(
        request,
        case,
        lambda: actions.bind(volume=volume, by=request.actor),
        lambda bound: f"已装订，共 {bound.pages} 页。",
    )


@require_POST
def volume_close(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """Number, bind for the last time, lock."""
    case = case_for(request.actor, case_pk)
    volume = _volume(request, case, pk)
    require_for(request.actor, CLOSE, volume.organ)
    return _act(
        request,
        case,
        lambda: actions.close(volume=volume, by=request.actor),
        lambda closed: f"已归档，卷号{closed.number}，本卷已锁定。",
    )


@require_GET
def volume_pdf(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """The bound volume, shown in the browser."""
    case = case_for(request.actor, case_pk)
    volume = _volume(request, case, pk)
    if volume.file is None:
        raise Refused("本卷还没有装订。", "请先在案卷页面装订。", status=404)
    with write_tx():
        record("archive.open_file", by=request.actor, on=volume)
    return file_answer(read_bytes(volume.file), file_name(volume), "application/pdf", inline=True)


def _volume(request: HttpRequest, case: Case, pk: int) -> Volume:
    found = volume_for(request.actor, pk)
    if found.case_id != case.pk:
        raise Refused("没有找到这本案卷。", "请从案件的“案卷”页面进入。", status=404)
    return found


def _act(
    request: HttpRequest, case: Case, act: Callable[[], Volume], says: str | Callable[[Any], str]
) -> HttpResponse:
    form = forms.Form(request.POST)
    return submitted(request, form, lambda data: act(), to=_url(case), says=says) or _page(
        request, case, form
    )


def _page(request: HttpRequest, case: Case, form: forms.Form) -> HttpResponse:
    return show_form(request, "archive/volume.html", form, volume_page(case, request.actor))


def _url(case: Case) -> str:
    return reverse("case_volume", args=[case.pk])


def _defendant(case: Case, code: str) -> Organ:
    for party in defendants(case):
        if party.organ and party.organ.code == code:
            return party.organ
    raise Refused("这个单位不是本案被告。", "请从案件的“案卷”页面选择本案的被告单位。", status=404)
