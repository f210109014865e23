"""Preparing the response: checklist, risk, answer (办法第十四条第一款)."""

from typing import Any

from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from yingsu.docket.queries import last_standing
from yingsu.documents.queries import latest_of
from yingsu.response import actions
from yingsu.response import capabilities as rights
from yingsu.response.queries import catalogue, checklist, filings_of, risk_of
from yingsu.web.response.forms import FinishForm, ItemForm, RiskForm, TickForm
from yingsu.web.response.side import Side, side_of
from yingsu.web.shell.submitting import show_form, submitted

RULES = ("prepare", "sign-off-answer", "answer", "evidence", "reply-to-appeal", "reply-to-retrial")


@require_http_methods(["GET", "POST"])
def preparation(request: HttpRequest, case_pk: int) -> HttpResponse:
    """The checklist with its progress and the ways on; POST finishes the preparation."""
    side = side_of(request, case_pk, "preparation")
    form = FinishForm(request.POST or None, auto_id="finish_%s")
    answer = submitted(
        request,
        form,
        lambda data: actions.finish_preparation(**side.who, **data),
        to=side.to("preparation"),
        says="应诉准备已办结。",
    )
    return answer or _page(request, side, finish=form)


@require_POST
def tick(request: HttpRequest, case_pk: int) -> HttpResponse:
    """Tick a line off, or open it again."""
    side = side_of(request, case_pk, "preparation")
    form = TickForm(request.POST)
    answer = submitted(
        request, form, lambda data: actions.tick(**side.who, **data), to=side.to("preparation") + "#checklist"
    )
    return answer or _page(request, side, failed=form)


@require_POST
def add_item(request: HttpRequest, case_pk: int) -> HttpResponse:
    """Add what the court asks for besides."""
    side = side_of(request, case_pk, "preparation")
    form = ItemForm(request.POST, auto_id="item_%s")
    answer = submitted(
        request,
        form,
        lambda data: actions.add_checklist_item(**side.who, **data),
        to=side.to("preparation") + "#checklist",
        says="已加入清单。",
    )
    return answer or _page(request, side, item=form)


@require_POST
def risk(request: HttpRequest, case_pk: int) -> HttpResponse:
    """Save a risk assessment."""
    side = side_of(request, case_pk, "preparation")
    form = RiskForm(request.POST, auto_id="risk_%s")
    answer = submitted(
        request,
        form,
        lambda data: actions.assess_risk(**side.who, **data),
        to=side.to("preparation") + "#risk",
        says="法律风险评估已保存，审签答辩状时一并呈送负责人。",
    )
    return answer or _page(request, side, assess=form)


@require_POST
def answer(request: HttpRequest, case_pk: int) -> HttpResponse:
    """Begin the answer, or go to the one that stands."""
    side = side_of(request, case_pk, "preparation")
    form = Form(request.POST)
    done = submitted(
        request,
        form,
        lambda data: actions.draft_answer(**side.who),
        to=lambda made: reverse("document", args=[made.pk]),
        says="已按案件登记填好答辩状的已知内容，请补写其余部分。",
    )
    return done or _page(request, side, failed=form)


def _page(
    request: HttpRequest,
    side: Side,
    *,
    finish: FinishForm | None = None,
    item: ItemForm | None = None,
    assess: RiskForm | None = None,
    failed: Form | None = None,
) -> HttpResponse:
    checks = checklist(side.case, side.defendant, side.instance)
    assessed = risk_of(side.case, side.defendant, side.instance)
    initial = (
        {"level": assessed.level, "points": "\n".join(assessed.points), "text": assessed.text}
        if assessed
        else {}
    )
    context = side.context(
        checks=checks,
        done=sum(one.is_done for one in checks),
        still=[one for one in checks if one.required and not one.is_done],
        risk=assessed,
        may_prepare=side.for_unit(rights.PREPARE),
        finished=last_standing(side.case, "preparation-finished"),
        failed=failed,
        finish=finish or FinishForm(auto_id="finish_%s"),
        item=item or ItemForm(auto_id="item_%s"),
        assess=assess or RiskForm(auto_id="risk_%s", initial=initial),
        **_ways_on(side),
        **side.duties(*RULES),
    )
    shown = next((one for one in (failed, item, assess, finish) if one is not None), None)
    return show_form(request, "response/preparation.html", shown or context["finish"], context)


def _ways_on(side: Side) -> dict[str, Any]:
    """Where the answer, the evidence and the filing stand."""
    lines = catalogue(side.case, side.defendant, side.instance)
    return {
        "answer": latest_of(side.case, "answer", side.defendant, side.instance),
        "pieces": len(lines),
        "pages": lines[-1].last_page if lines else 0,
        "filings": list(filings_of(side.case, side.defendant)[:5]),
    }
