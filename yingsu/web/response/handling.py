"""The handling opinion: put up, direct, decide together, print (办法第十二、十三条)."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from yingsu.base.refusal import Refused
from yingsu.documents.capabilities import acts_for
from yingsu.documents.queries import TYPES, render_data
from yingsu.duties.queries import duties_of
from yingsu.organs.queries import justice_bureau_of, office_of
from yingsu.response import actions
from yingsu.response import capabilities as rights
from yingsu.response.contents import opinion_data
from yingsu.response.handling import may_direct, proposal_for
from yingsu.response.models import HandlingOpinion
from yingsu.response.queries import decisions_of, opinion_for, opinions_of
from yingsu.web.response.forms import DecideForm, DirectForm, OpinionForm
from yingsu.web.response.side import Side, side_of
from yingsu.web.shell.answers import file_answer
from yingsu.web.shell.submitting import show_form, submitted

RULES = ("handling-opinion", "approve-opinion", "pass-on")


@require_http_methods(["GET", "POST"])
def handling(request: HttpRequest, case_pk: int) -> HttpResponse:
    """What Art. 12 proposes, the form of the office, the head's three buttons, the rounds so far."""
    side = side_of(request, case_pk, "handling")
    form = _opinion_form(side, request.POST or None)
    answer = submitted(
        request,
        form,
        lambda data: actions.put_up_opinion(**side.who, **data),
        to=side.to("handling"),
        says="拟办意见已报负责人批办。",
    )
    return answer or _page(request, side, put_up=form)


@require_POST
def direct(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """批准 / 改由…承办 / 退回."""
    side = side_of(request, case_pk, "handling")
    opinion = opinion_for(request.actor, pk)
    if opinion.case_id != case_pk:
        raise Refused("没有找到这份拟办意见。", "请从案件页面进入。", status=404)
    form = DirectForm(request.POST, defendant=opinion.defendant, auto_id="direct_%s")
    answer = submitted(
        request, form, lambda data: _direct(opinion, data, request), to=side.to("handling"), says=_said
    )
    return answer or _page(request, side, directing=form)


@require_POST
def decide(request: HttpRequest, case_pk: int) -> HttpResponse:
    """Enter the unit that the office and the bureau decided on."""
    side = side_of(request, case_pk, "handling")
    form = DecideForm(request.POST, defendant=side.defendant, auto_id="decide_%s")
    answer = submitted(
        request,
        form,
        lambda data: actions.decide_unit(**side.who, **data),
        to=side.to("handling"),
        says="已登记会商确定的承办单位。",
    )
    return answer or _page(request, side, deciding=form)


@require_GET
def printed(request: HttpRequest, case_pk: int, pk: int, form: str) -> HttpResponse:
    """The form of approval (呈批件) as PDF or DOCX."""
    opinion = opinion_for(request.actor, pk)
    if opinion.case_id != case_pk or form not in TYPES:
        raise Refused("没有这份文件。", "请从拟办批办页面进入。", status=404)
    data = render_data("handling_opinion", opinion_data(opinion), form)
    name = f"拟办意见（第{opinion.round}轮）.{form}"
    return file_answer(data, name, TYPES[form], inline=form == "pdf")


def _direct(opinion: HandlingOpinion, data: dict[str, Any], request: HttpRequest) -> HandlingOpinion:
    by = request.actor
    if data["decision"] == "approve":
        return actions.approve_opinion(opinion=opinion, by=by, direction=data["direction"])
    if data["decision"] == "return":
        return actions.return_opinion(opinion=opinion, by=by, reason=data["direction"])
    if data["unit"] is None:
        raise Refused("没有选择改由哪个单位承办。", "请先在列表中选择单位。", field="unit")
    return actions.change_unit(opinion=opinion, unit=data["unit"], by=by, direction=data["direction"])


def _said(opinion: HandlingOpinion) -> str:
    if opinion.approved_unit is None:
        return "已退回办公室重新拟办。"
    return f"已批准由{opinion.approved_unit.name}承办，办公室将据此转办。"


def _opinion_form(side: Side, data: Any) -> OpinionForm:
    proposal = proposal_for(side.case, side.defendant, side.instance)
    return OpinionForm(data, defendant=side.defendant, initial={"unit": proposal.unit}, auto_id="opinion_%s")


def _page(
    request: HttpRequest,
    side: Side,
    *,
    put_up: OpinionForm | None = None,
    directing: DirectForm | None = None,
    deciding: DecideForm | None = None,
) -> HttpResponse:
    rounds = list(opinions_of(side.case, side.defendant))
    standing = next((one for one in rounds if one.instance == side.instance), None)
    waits = standing is not None and standing.state == HandlingOpinion.State.PUT_UP
    proposal = proposal_for(side.case, side.defendant, side.instance)
    decided = list(decisions_of(side.case, side.defendant))
    offices = (office_of(side.defendant), justice_bureau_of(side.defendant))
    context = side.context(
        proposal=proposal,
        standing=standing,
        rounds=rounds,
        decided=decided,
        may_put_up=side.for_office(rights.PUT_UP_OPINION) and (standing is None or standing.state == "returned"),
        may_direct=bool(waits and standing and acts_for(side.actor, rights.DIRECT, side.defendant)
                        and may_direct(side.actor, standing)),
        may_decide=not proposal.is_clear and any(acts_for(side.actor, rights.DECIDE_UNIT, one) for one in offices),
        may_pass_on=side.for_office(rights.PASS_ON),
        then=_then(side),
        **side.duties(*RULES),
    )  # fmt: skip
    context["put_up"] = put_up or _opinion_form(side, None)
    context["directing"] = directing or DirectForm(defendant=side.defendant, auto_id="direct_%s")
    context["deciding"] = deciding or DecideForm(defendant=side.defendant, auto_id="decide_%s")
    shown = next((one for one in (directing, deciding, put_up) if one is not None and one.is_bound), None)
    return show_form(request, "response/handling.html", shown or context["put_up"], context)


def _then(side: Side) -> list[dict[str, Any]]:
    """What follows an approval: the duties that begin with the passing on and the unit's signature."""
    rows = [
        row
        for row in duties_of(side.case)
        if row.rule in ("pass-on", "prepare", "answer")
        and row.state in row.STANDING
        and row.defendant_id in (None, side.defendant.pk)
    ]
    return [{"when": _when(row), "what": row.title, "cite": row.cite} for row in rows]


def _when(row: Any) -> str:
    day = row.due or row.careful
    return f"{day.month}月{day.day}日前" if day else "随即"
