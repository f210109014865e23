"""Hearings of a case: the summons, who appears, filing, inability, the record."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from yingsu.base.actor import Actor
from yingsu.base.refusal import Denied, Refused
from yingsu.docket.models import Case, Hearing
from yingsu.docket.queries import case_for, current_instance, defendants
from yingsu.documents.actions import draft
from yingsu.documents.capabilities import DRAFT, require_for, require_side
from yingsu.hearings import actions
from yingsu.hearings import capabilities as rights
from yingsu.hearings.contents import certificate_data
from yingsu.hearings.models import Appearance
from yingsu.hearings.queries import appearance_for, hearing_for, marks
from yingsu.organs.models import Organ
from yingsu.organs.queries import justice_bureau_of
from yingsu.web.hearings.forms import (
    HearingForm,
    InabilityForm,
    MarkForm,
    NoteForm,
    PlanForm,
    RecordForm,
)
from yingsu.web.hearings.page import hearing_page, hearings_page
from yingsu.web.shell.submitting import show_form, submitted


@require_GET
def hearings(request: HttpRequest, case_pk: int) -> HttpResponse:
    """All hearings of the case and what is still to be done before each."""
    case = case_for(request.actor, case_pk)
    return render(request, "hearings/list.html", hearings_page(case, request.actor))


@require_GET
def hearing(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """One hearing."""
    case = case_for(request.actor, case_pk)
    found = hearing_for(request.actor, case, pk)
    return render(request, "hearings/hearing.html", hearing_page(found, request.actor))


@require_http_methods(["GET", "POST"])
def set_new(request: HttpRequest, case_pk: int) -> HttpResponse:
    """Enter a hearing told of otherwise than by a summons read at intake."""
    case = case_for(request.actor, case_pk)
    require_side(request.actor, rights.ENTER, case)
    instance = current_instance(case)
    if instance is None:
        raise Refused("本案还没有登记审级。", "请先在“收文”登记法院的应诉通知书。")
    return _form(
        request,
        case,
        HearingForm(request.POST or None),
        "登记开庭",
        lambda data: actions.set_hearing(case=case, instance=instance, by=request.actor, **data),
        to=_url,
        says="已登记开庭，应办事项已经更新。",
    )


@require_http_methods(["GET", "POST"])
def move(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """The court has moved the hearing."""
    case = case_for(request.actor, case_pk)
    found = hearing_for(request.actor, case, pk)
    require_side(request.actor, rights.ENTER, case)
    form = HearingForm(
        request.POST or None, initial={"day": found.day, "time": found.time, "place": found.place}
    )
    return _form(
        request,
        case,
        form,
        "登记开庭变更",
        lambda data: actions.set_hearing(
            case=case, instance=found.instance, hearing=found, by=request.actor, **data
        ),
        to=_url,
        says="已登记新的开庭时间，相关期限已重新计算。",
    )


@require_http_methods(["GET", "POST"])
def mark(request: HttpRequest, case_pk: int) -> HttpResponse:
    """The bureau marks that the main head must appear."""
    case = case_for(request.actor, case_pk)
    if not marks(request.actor, case):
        raise Denied(rights.MARK)
    return _form(
        request,
        case,
        MarkForm(request.POST or None),
        "标注应当由主要负责人出庭的情形",
        lambda data: actions.mark_matter(case=case, by=request.actor, **data),
        to=reverse("hearings", args=[case.pk]),
        says="已标注，主要负责人应当出庭。",
    )


@require_http_methods(["GET", "POST"])
def plan(request: HttpRequest, case_pk: int, pk: int, organ: str) -> HttpResponse:
    """Fix who appears for one defendant."""
    case = case_for(request.actor, case_pk)
    found = hearing_for(request.actor, case, pk)
    defendant = _defendant(case, organ)
    require_side(request.actor, rights.PLAN, case, defendant)
    standing = found.appearances.filter(defendant=defendant).first()
    initial: dict[str, Any] = {}
    if standing:
        initial = {
            "head": standing.head_id,
            "staff": "\n".join(standing.staff),
            "lawyers": "\n".join(standing.lawyers),
        }
    form = PlanForm(request.POST or None, initial=initial, defendant=defendant)
    return _form(
        request,
        case,
        form,
        f"确定出庭人员：{defendant.name}",
        lambda data: actions.plan_appearance(hearing=found, defendant=defendant, by=request.actor, **data),
        to=_url(found),
        says="出庭人员已保存，请报同级司法行政机关备案。",
    )


@require_http_methods(["GET", "POST"])
def file(request: HttpRequest, pk: int) -> HttpResponse:
    """File summons and intended head with the justice bureau."""
    return _simple(
        request, pk, rights.FILE, "报司法行政机关备案", actions.file_appearance, "已报备，等待司法局签收。"
    )


@require_http_methods(["GET", "POST"])
def acknowledge(request: HttpRequest, pk: int) -> HttpResponse:
    """The bureau acknowledges."""
    return _simple(
        request, pk, rights.ACKNOWLEDGE, "签收出庭备案", actions.acknowledge_filing, "已签收备案。"
    )


@require_http_methods(["GET", "POST"])
def certificate(request: HttpRequest, pk: int) -> HttpResponse:
    """The identity certificate has been given to the court."""
    return _simple(
        request, pk, rights.FILE, "登记负责人身份证明已提交法院", actions.file_certificate, "已登记。"
    )


@require_http_methods(["GET", "POST"])
def draft_certificate(request: HttpRequest, pk: int) -> HttpResponse:
    """Draft the head's identity certificate from what is known."""
    appearance = appearance_for(request.actor, pk)
    case = appearance.hearing.case
    require_side(request.actor, DRAFT, case, appearance.defendant)
    return _form(
        request,
        case,
        forms.Form(request.POST if request.method == "POST" else None),
        "起草负责人身份证明",
        lambda data: draft(
            case=case,
            kind="head_identity_certificate",
            instance=appearance.hearing.instance,
            defendant=appearance.defendant,
            by=request.actor,
            data=certificate_data(appearance),
        ),
        to=lambda made: reverse("document", args=[made.pk]),
        says="已起草，请核对后送审签。",
    )


@require_http_methods(["GET", "POST"])
def inability(request: HttpRequest, pk: int) -> HttpResponse:
    """Why the head cannot appear."""
    appearance = appearance_for(request.actor, pk)
    require_side(request.actor, rights.FILE, appearance.hearing.case, appearance.defendant)
    return _form(
        request,
        appearance.hearing.case,
        InabilityForm(request.POST or None),
        "负责人不能出庭情况说明",
        lambda data: actions.state_inability(appearance=appearance, by=request.actor, **data),
        to=_url(appearance.hearing),
        says="已登记不能出庭的情况说明。",
    )


@require_http_methods(["GET", "POST"])
def record(request: HttpRequest, pk: int) -> HttpResponse:
    """The record afterwards."""
    appearance = appearance_for(request.actor, pk)
    require_side(request.actor, rights.RECORD, appearance.hearing.case, appearance.defendant)
    form = RecordForm(
        request.POST or None, defendant=appearance.defendant, initial={"head": appearance.head_id}
    )
    return _form(
        request,
        appearance.hearing.case,
        form,
        "登记庭审情况",
        lambda data: actions.record_hearing(
            appearance=appearance, what=actions.Appeared(**data), by=request.actor
        ),
        to=_url(appearance.hearing),
        says="庭审情况已登记。",
    )


def _simple(request: HttpRequest, pk: int, right: str, title: str, act: Any, says: str) -> HttpResponse:
    actor: Actor = request.actor
    appearance: Appearance = appearance_for(actor, pk)
    if right == rights.ACKNOWLEDGE:
        require_for(actor, right, justice_bureau_of(appearance.defendant))
    else:
        require_side(actor, right, appearance.hearing.case, appearance.defendant)
    return _form(
        request,
        appearance.hearing.case,
        NoteForm(request.POST or None),
        title,
        lambda data: act(appearance=appearance, by=request.actor, **data),
        to=_url(appearance.hearing),
        says=says,
    )


def _form(
    request: HttpRequest, case: Case, form: forms.Form, title: str, act: Any, *, to: Any, says: str
) -> HttpResponse:
    answer = submitted(request, form, act, to=to, says=says)
    context = {"case": case, "title": title, "back": reverse("hearings", args=[case.pk])}
    return answer or show_form(request, "hearings/form.html", form, context)


def _url(found: Hearing) -> str:
    return reverse("hearing", args=[found.case_id, found.pk])


def _defendant(case: Case, code: str) -> Organ:
    for party in defendants(case):
        if party.organ and party.organ.code == code:
            return party.organ
    raise Refused("这个单位不是本案被告。", "请从出庭页面选择本案的被告单位。", status=404)
