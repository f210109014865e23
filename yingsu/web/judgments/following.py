"""Performance, judicial recommendations, self-correction."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from yingsu.base.refusal import Refused
from yingsu.docket.models import CourtPaper
from yingsu.docket.queries import case_for
from yingsu.documents.capabilities import SIGN_OFF, require_for, require_side
from yingsu.judgments import actions
from yingsu.judgments import capabilities as rights
from yingsu.judgments.models import PerformanceItem, RecommendationReply, SelfCorrection
from yingsu.judgments.queries import ordered_by, through_gate
from yingsu.web.judgments.acting import decision_in, defendant_in, form_page
from yingsu.web.judgments.forms import (
    AnswerForm,
    DayForm,
    DoneForm,
    OpinionForm,
    PerformanceForm,
    ProgressForm,
    SelfCorrectionForm,
)
from yingsu.web.judgments.page import NOTICES


@require_http_methods(["GET", "POST"])
def performance_new(request: HttpRequest, case_pk: int, pk: int, organ: str) -> HttpResponse:
    """One thing the decision orders."""
    case = case_for(request.actor, case_pk)
    decision, defendant = decision_in(case, pk), defendant_in(case, organ)
    require_side(request.actor, rights.PERFORM, case, defendant)
    return form_page(
        request,
        case,
        PerformanceForm(request.POST or None, initial=ordered_by(decision)),
        f"登记履行事项：{defendant.name}",
        lambda data: actions.order_performance(
            decision=decision, defendant=defendant, by=request.actor, **data
        ),
        says="已登记履行事项。",
        at="#performance",
    )


@require_http_methods(["GET", "POST"])
def performance_progress(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """A dated line of progress."""
    case = case_for(request.actor, case_pk)
    item = through_gate(request.actor, PerformanceItem, case, pk)
    require_side(request.actor, rights.PERFORM, case, item.defendant)
    return form_page(
        request,
        case,
        ProgressForm(request.POST or None),
        "记录履行进展",
        lambda data: actions.note_progress(item=item, by=request.actor, **data),
        says="已记录进展。",
        at="#performance",
        notes=[{"text": item.what}],
    )


@require_http_methods(["GET", "POST"])
def performance_done(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """The item is performed; the proof is named."""
    case = case_for(request.actor, case_pk)
    item = through_gate(request.actor, PerformanceItem, case, pk)
    require_side(request.actor, rights.PERFORM, case, item.defendant)
    return form_page(
        request,
        case,
        DoneForm(request.POST or None),
        "登记履行完毕",
        lambda data: actions.perform(item=item, by=request.actor, **data),
        says="已登记履行完毕。",
        at="#performance",
        notes=[{"text": item.what}],
    )


@require_http_methods(["GET", "POST"])
def recommendation_opinion(request: HttpRequest, case_pk: int, pk: int, organ: str) -> HttpResponse:
    """The written opinion on a judicial recommendation."""
    case = case_for(request.actor, case_pk)
    defendant = defendant_in(case, organ)
    require_side(request.actor, rights.RECOMMENDATION, case, defendant)
    paper = through_gate(request.actor, CourtPaper, case, pk)
    if paper.kind != "recommendation":
        raise Refused("这份文书不是司法建议书。", "请从“裁判履行”页面的司法建议进入。", status=404)
    standing = RecommendationReply.objects.filter(paper=paper).first()
    form = OpinionForm(request.POST or None, initial={"opinion": standing.opinion if standing else ""})
    return form_page(
        request,
        case,
        form,
        "司法建议书面意见",
        lambda data: actions.write_opinion(paper=paper, defendant=defendant, by=request.actor, **data),
        says="书面意见已保存，等待负责人审签。",
        at="#recommendations",
    )


@require_http_methods(["GET", "POST"])
def recommendation_sign(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """A head signs the opinion off."""
    case = case_for(request.actor, case_pk)
    reply = through_gate(request.actor, RecommendationReply, case, pk)
    require_for(request.actor, SIGN_OFF, reply.defendant)
    form = forms.Form(request.POST if request.method == "POST" else None)
    return form_page(
        request,
        case,
        form,
        "审签司法建议书面意见",
        lambda data: actions.sign_reply(reply=reply, by=request.actor),
        says="已审签，请承办单位及时回复人民法院。",
        at="#recommendations",
        notes=[{"text": reply.opinion}],
    )


@require_http_methods(["GET", "POST"])
def recommendation_answer(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """The answer has been given to the court."""
    case = case_for(request.actor, case_pk)
    reply = through_gate(request.actor, RecommendationReply, case, pk)
    require_side(request.actor, rights.RECOMMENDATION, case, reply.defendant)
    return form_page(
        request,
        case,
        AnswerForm(request.POST or None),
        "登记回复司法建议",
        lambda data: actions.answer(reply=reply, by=request.actor, **data),
        says="已登记回复人民法院。",
        at="#recommendations",
    )


@require_http_methods(["GET", "POST"])
def self_correct(request: HttpRequest, case_pk: int, organ: str) -> HttpResponse:
    """The challenged act was corrected before an effective decision."""
    case = case_for(request.actor, case_pk)
    defendant = defendant_in(case, organ)
    require_side(request.actor, rights.ENTER, case, defendant)
    return form_page(
        request,
        case,
        SelfCorrectionForm(request.POST or None),
        f"登记自行纠正：{defendant.name}",
        lambda data: actions.self_correct(case=case, defendant=defendant, by=request.actor, **data),
        says="已登记自行纠正，须书面告知的对象已经列出。",
        at="#corrections",
    )


@require_http_methods(["GET", "POST"])
def self_correct_inform(request: HttpRequest, case_pk: int, pk: int, whom: str) -> HttpResponse:
    """A written notice of the correction was given."""
    case = case_for(request.actor, case_pk)
    correction = through_gate(request.actor, SelfCorrection, case, pk)
    require_side(request.actor, rights.ENTER, case, correction.defendant)
    if whom not in NOTICES:
        raise Refused("没有这一告知对象。", "请从“裁判履行”页面的自行纠正进入。", status=404)
    return form_page(
        request,
        case,
        DayForm(request.POST or None),
        f"登记{NOTICES[whom][0]}",
        lambda data: actions.inform(correction=correction, whom=whom, by=request.actor, **data),
        says="已登记书面告知。",
        at="#corrections",
    )
