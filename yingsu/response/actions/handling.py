"""The handling opinion: put up, approve, change the unit, return; the unit decided together (办法第十二、十三条)."""

from datetime import date

from yingsu.audit.actions import record
from yingsu.base import clock
from yingsu.base.actor import Actor
from yingsu.base.refusal import Denied, Refused
from yingsu.base.tx import writes
from yingsu.docket.happening import Happening
from yingsu.docket.models import Case, Instance
from yingsu.docket.queries import current_instance
from yingsu.documents.capabilities import acts_for, require_for
from yingsu.duties.actions import enter
from yingsu.organs.models import Organ, Post
from yingsu.organs.queries import justice_bureau_of, office_of
from yingsu.response.capabilities import DECIDE_UNIT, DIRECT, PUT_UP_OPINION
from yingsu.response.handling import Proposal, proposal_for, require_approver
from yingsu.response.models import HandlingOpinion, UnitDecision
from yingsu.response.transitions import transition

ARTICLE = "办法第十三条第一款"
UNCLEAR = "办法第十二条第一款第三项"


@writes
def put_up_opinion(
    *,
    case: Case,
    defendant: Organ,
    unit: Organ,
    reason: str = "",
    by: Actor,
    instance: Instance | None = None,
    on: date | None = None,
    known: date | None = None,
) -> HandlingOpinion:
    """The office proposes who responds (13.1). Another unit than Art. 12 names needs a *reason*."""
    require_for(by, PUT_UP_OPINION, office_of(defendant))
    instance = instance or current_instance(case)
    case = Case.objects.select_for_update().get(pk=case.pk)
    number = _next_round(case, defendant, instance)
    proposal = proposal_for(case, defendant, instance)
    _check_reason(proposal, unit, reason)
    day = on or clock.today()
    opinion = HandlingOpinion.objects.create(
        case=case,
        instance=instance,
        defendant=defendant,
        round=number,
        proposed_unit=unit,
        unit_by_law=proposal.unit,
        reason=reason.strip() or proposal.text,
        article=proposal.cite,
        put_up_on=day,
        put_up_by=by.signature(),
    )
    enter(case, Happening("opinion-put-up", day, {"unit": unit.code}, instance, defendant, known), by=by)
    record("response.put_up_opinion", by=by, on=opinion, unit=unit.code)
    return opinion


@writes
def approve_opinion(
    *,
    opinion: HandlingOpinion,
    by: Actor,
    direction: str = "",
    on: date | None = None,
    known: date | None = None,
) -> HandlingOpinion:
    """A head approves the proposed unit (批准). Only the three heads of 13.2 may."""
    return _direct(opinion, "approve", opinion.proposed_unit, direction or "同意拟办意见。", by, on, known)


@writes
def change_unit(
    *,
    opinion: HandlingOpinion,
    unit: Organ,
    direction: str,
    by: Actor,
    on: date | None = None,
    known: date | None = None,
) -> HandlingOpinion:
    """A head directs that another unit responds (改由…承办), saying why."""
    require_for(by, DIRECT, opinion.defendant)
    if unit.pk == opinion.proposed_unit_id:
        raise Refused(
            "改由的单位与拟定的单位相同。", "同意拟办意见的，请直接点“批准”。", article=ARTICLE, field="unit"
        )
    _need(direction, "改由其他单位承办没有写明理由。", "请写明批办意见，承办单位据此接收。", "direction")
    return _direct(opinion, "change_unit", unit, direction, by, on, known)


@writes
def return_opinion(
    *, opinion: HandlingOpinion, reason: str, by: Actor, on: date | None = None, known: date | None = None
) -> HandlingOpinion:
    """A head returns the opinion with a reason; the office puts up a new round."""
    require_for(by, DIRECT, opinion.defendant)
    _need(reason, "退回没有写明理由。", "请写明需要重新研究的问题，办公室据此重新拟办。", "reason")
    return _direct(opinion, "return", None, reason, by, on, known)


@writes
def decide_unit(
    *,
    case: Case,
    defendant: Organ,
    unit: Organ,
    reason: str,
    by: Actor,
    instance: Instance | None = None,
    on: date | None = None,
    known: date | None = None,
) -> UnitDecision:
    """The government office and the justice bureau decide the unit when it is unclear (12.1(3)); either enters it."""
    if not any(
        acts_for(by, DECIDE_UNIT, one) for one in (office_of(defendant), justice_bureau_of(defendant))
    ):
        raise Denied(DECIDE_UNIT)
    instance = instance or current_instance(case)
    proposal = proposal_for(case, defendant, instance)
    if proposal.unit is not None:
        raise Refused(
            f"承办单位是明确的：{proposal.text}",
            "只有承办单位不明确的才由办公室与司法行政机关会商确定；认为应由其他单位承办的，请在拟办意见中写明理由。",
            article=UNCLEAR,
            field="unit",
        )
    _need(reason, "没有写明会商情况。", "请写明办公室与司法行政机关何时、由谁会商以及确定的理由。", "reason")
    day = on or clock.today()
    decision = UnitDecision.objects.create(
        case=case,
        instance=instance,
        defendant=defendant,
        unit=unit,
        reason=reason.strip(),
        decided_on=day,
        decided_by=by.signature(),
    )
    happening = Happening(
        "unit-decided", day, {"unit": unit.code}, instance, defendant, known, note=reason.strip()
    )
    enter(case, happening, by=by)
    record("response.decide_unit", by=by, on=decision, unit=unit.code)
    return decision


def _next_round(case: Case, defendant: Organ, instance: Instance | None) -> int:
    """The number of the next round; refused while an opinion waits or stands approved."""
    rounds = HandlingOpinion.objects.filter(case=case, defendant=defendant, instance=instance)
    last = rounds.order_by("-round").first()
    if last is None:
        return 1
    if last.state != HandlingOpinion.State.RETURNED:
        raise Refused(
            f"第 {last.round} 轮拟办意见{last.get_state_display()}，不能重复提出。",
            "请等待负责人批办；已批准的请直接转办。",
            article=ARTICLE,
            status=409,
        )
    return int(last.round) + 1


def _check_reason(proposal: Proposal, unit: Organ, reason: str) -> None:
    """Another unit than the article names needs a reason."""
    if proposal.unit == unit or reason.strip():
        return
    raise Refused(
        "所选单位与按规定推算的承办单位不一致，没有写明理由。"
        if proposal.unit
        else "承办单位不明确，没有写明拟定的理由。",
        "请写明由该单位承办的理由，供负责人批办。",
        article="办法第十二条",
        field="reason",
    )


def _direct(
    opinion: HandlingOpinion,
    verb: str,
    unit: Organ | None,
    direction: str,
    by: Actor,
    on: date | None,
    known: date | None,
) -> HandlingOpinion:
    HandlingOpinion.objects.select_for_update().get(pk=opinion.pk)
    locked = HandlingOpinion.objects.select_related(
        "case", "instance", "defendant", "proposed_unit", "unit_by_law"
    ).get(pk=opinion.pk)
    require_for(by, DIRECT, locked.defendant)
    row = transition(locked.state, verb)
    locked.approver = require_approver(by, locked)
    locked.approver_post = Post.objects.select_related("person", "organ").get(pk=by.post_id).snapshot()
    locked.state = row.after
    locked.directed_on = on or clock.today()
    locked.approved_unit = unit
    locked.direction = direction.strip()
    locked.save()
    kind = "opinion-approved" if unit else "opinion-returned"
    values = {"unit": unit.code, "approver": locked.approver} if unit else {"reason": locked.direction}
    note = locked.direction if unit else ""
    happening = Happening(
        kind, locked.directed_on, values, locked.instance, locked.defendant, known, note=note
    )
    enter(locked.case, happening, by=by)
    record(f"response.{verb}_opinion", by=by, on=locked)
    return locked


def _need(text: str, message: str, remedy: str, field: str) -> None:
    if not text.strip():
        raise Refused(message, remedy, article=ARTICLE, field=field)
