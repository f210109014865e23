"""裁判履行: the page, the decision entered by hand, reports, appeals, effect."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from yingsu.base.actor import Actor
from yingsu.docket.models import Case, Instance
from yingsu.docket.queries import case_for, defendants, unit_of
from yingsu.documents.capabilities import acts_for, acts_on_side, require_for, require_side
from yingsu.judgments import actions
from yingsu.judgments import capabilities as rights
from yingsu.judgments.models import CaseReport
from yingsu.judgments.queries import appeal_period, through_gate
from yingsu.organs.queries import justice_bureau_of
from yingsu.web.desk.lines import lines
from yingsu.web.judgments.acting import decision_in, defendant_in, form_page, instance_in
from yingsu.web.judgments.forms import AppealForm, DayForm, DecisionForm, LodgedForm
from yingsu.web.judgments.page import judgments_page


@require_GET
def judgments(request: HttpRequest, case_pk: int) -> HttpResponse:
    """Everything that follows the decisions of the case."""
    case = case_for(request.actor, case_pk)
    return render(request, "judgments/page.html", judgments_page(case, request.actor))


@require_http_methods(["GET", "POST"])
def decision_new(request: HttpRequest, case_pk: int) -> HttpResponse:
    """A decision that came otherwise than through intake."""
    case = case_for(request.actor, case_pk)
    require_side(request.actor, rights.ENTER, case)
    form = DecisionForm(request.POST or None, case=case, in_unit=_in_unit(case, request.actor))
    return form_page(
        request,
        case,
        form,
        "登记裁判",
        lambda data: actions.enter_decision(case=case, by=request.actor, **form.told()),
        says="裁判已登记，报告、上诉和归档的期限已经列出。",
        notes=[
            {"text": "裁判文书有原件或者扫描件的，请从“收文”登记，平台会读出裁判日期和结果，原件一并入卷。"}
        ],
    )


@require_http_methods(["GET", "POST"])
def report_draft(request: HttpRequest, case_pk: int, pk: int, organ: str) -> HttpResponse:
    """Begin the case report from what the docket knows."""
    case = case_for(request.actor, case_pk)
    decision, defendant = decision_in(case, pk), defendant_in(case, organ)
    require_side(request.actor, rights.REPORT, case, defendant)
    return form_page(
        request,
        case,
        forms.Form(request.POST if request.method == "POST" else None),
        "起草案件情况报告",
        lambda data: actions.draft_report(decision=decision, defendant=defendant, by=request.actor),
        to=lambda report: reverse("document", args=[report.document_id]),
        says="已按案件日志起草，请补写简要案情和意见，核对后送审签。",
        notes=[{"text": "诉讼主体、出庭情况、裁判结果等按案件日志填好，起草后可以修改。"}],
    )


@require_http_methods(["GET", "POST"])
def report_submit(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """Submit the signed report to the defendant organ."""
    return _report(
        request, case_pk, pk, "登记报送情况报告", actions.submit_report, "已登记报送，请同时报司法局备案。"
    )


@require_http_methods(["GET", "POST"])
def report_file(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """File it with the justice bureau."""
    return _report(
        request, case_pk, pk, "情况报告报司法行政机关备案", actions.file_report, "已报备，等待司法局签收。"
    )


@require_http_methods(["GET", "POST"])
def report_acknowledge(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """The bureau signs for it."""
    return _report(request, case_pk, pk, "签收情况报告备案", actions.acknowledge_report, "已签收备案。")


@require_http_methods(["GET", "POST"])
def appeal_decide(request: HttpRequest, case_pk: int, pk: int, organ: str) -> HttpResponse:
    """Whether the defendant appeals, with the last day and its count."""
    case = case_for(request.actor, case_pk)
    decision, defendant = decision_in(case, pk), defendant_in(case, organ)
    require_side(request.actor, rights.APPEAL, case, defendant)
    period = appeal_period(decision, defendant)
    title = "决定是否上诉" if decision.appealable else "决定是否申请再审"
    return form_page(
        request,
        case,
        AppealForm(request.POST or None, appealable=decision.appealable, defendant=defendant),
        f"{title}：{defendant.name}",
        lambda data: actions.decide_appeal(decision=decision, defendant=defendant, by=request.actor, **data),
        says="决定已登记。",
        at=f"#decision-{decision.pk}",
        notes=[{"duty": one} for one in lines([period] if period else [], acting=False, matter=False)],
    )


@require_http_methods(["GET", "POST"])
def appeal_enter(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """An appeal lodged or a retrial applied for, by us or the other side."""
    case = case_for(request.actor, case_pk)
    instance = instance_in(case, pk)
    require_side(request.actor, rights.ENTER, case)
    return form_page(
        request,
        case,
        LodgedForm(request.POST or None),
        "登记上诉、申请再审",
        lambda data: _lodge(case, instance, request.actor, **data),
        says="已登记。",
        at="#decisions",
        notes=[{"text": "收到后一审级法院的应诉通知书、传票后，从“收文”登记，本案即进入后一审级。"}],
    )


@require_http_methods(["GET", "POST"])
def effective_enter(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """The decision of an instance has taken effect."""
    case = case_for(request.actor, case_pk)
    instance = instance_in(case, pk)
    require_side(request.actor, rights.ENTER, case)
    expected = _expected_effect(case, instance)
    notes = [
        {"text": "第二审裁判自送达之日起生效；第一审裁判自各方当事人的上诉期限均届满且无人上诉之日起生效。"}
    ]
    if expected:
        words = f"{expected.year}年{expected.month}月{expected.day}日"
        notes.append(
            {"text": f"按我方收到日期推算，最早于{words}生效；其他当事人收到较晚的，以其上诉期限届满为准。"}
        )
    return form_page(
        request,
        case,
        DayForm(request.POST or None),
        "登记裁判生效",
        lambda data: actions.enter_effective(case=case, instance=instance, by=request.actor, **data),
        says="已登记生效，请按裁判内容登记履行事项。",
        at="#performance",
        notes=notes,
    )


def _report(
    request: HttpRequest, case_pk: int, pk: int, title: str, act: Callable[..., CaseReport], says: str
) -> HttpResponse:
    case = case_for(request.actor, case_pk)
    report = through_gate(request.actor, CaseReport, case, pk)
    if act is actions.acknowledge_report:
        require_for(request.actor, rights.ACKNOWLEDGE, justice_bureau_of(report.defendant))
    else:
        require_side(request.actor, rights.REPORT, case, report.defendant)
    return form_page(
        request,
        case,
        DayForm(request.POST or None),
        title,
        lambda data: act(report=report, by=request.actor, **data),
        says=says,
        at=f"#decision-{report.decision_id}",
    )


def _lodge(case: Case, instance: Instance, actor: Actor, *, what: str, side: str, on: date) -> None:
    """Ours is entered for each defendant on whose side the actor sits, the other side's for the case."""
    ours = [p.organ for p in defendants(case) if p.organ and acts_on_side(actor, rights.ENTER, case, p.organ)]
    for defendant in ours if side == "us" else [None]:
        actions.enter_appeal(
            case=case,
            instance=instance,
            side=side,
            by=actor,
            defendant=defendant,
            on=on,
            retrial=what == "retrial",
        )


def _expected_effect(case: Case, instance: Instance) -> date | None:
    """The day after the last appeal period of ours in this instance."""
    periods = [
        appeal_period(decision, party.organ)
        for decision in case.decisions.filter(instance=instance, withdrawn=False)
        for party in defendants(case)
        if party.organ
    ]
    days = [period.due for period in periods if period and period.due]
    return max(days) + timedelta(days=1) if days else None


def _in_unit(case: Case, actor: Actor) -> bool:
    """Whether the actor sits in a responsible unit of the case, whose own receipt he may enter."""
    organs: list[Any] = [party.organ for party in defendants(case)]
    units = [unit_of(case, organ) or (None if organ.is_government else organ) for organ in organs]
    return any(acts_for(actor, rights.ENTER, unit) for unit in units)
