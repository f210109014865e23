"""Who appears: planned, filed with the justice bureau, acknowledged, certified to the court (办法第十四、十七条)."""

from collections.abc import Sequence
from datetime import date

from yingsu.base import clock
from yingsu.base.actor import Actor
from yingsu.base.refusal import Refused
from yingsu.base.tx import writes
from yingsu.docket.happening import Happening
from yingsu.docket.models import Hearing
from yingsu.documents.capabilities import require_for, require_side
from yingsu.duties.actions import enter
from yingsu.hearings.actions.entering import enter_for, lock, must_stand, rank_of, refuse_what_the_law_refuses
from yingsu.hearings.capabilities import ACKNOWLEDGE, FILE, PLAN
from yingsu.hearings.models import Appearance, HearingRecord
from yingsu.hearings.queries import moved_since_filing
from yingsu.organs.models import Organ, Post
from yingsu.organs.queries import justice_bureau_of


@writes
def plan_appearance(
    *,
    hearing: Hearing,
    defendant: Organ,
    head: Post | None,
    staff: Sequence[str],
    lawyers: Sequence[str],
    by: Actor,
    on: date | None = None,
    known: date | None = None,
) -> Appearance:
    """Fix who appears (办法第十七、十八条). Lawyers alone, and heads of lower or entrusted bodies, are refused.

    A change after the filing must be filed again.
    """
    require_side(by, PLAN, hearing.case, defendant)
    must_stand(hearing)
    _refuse_when_recorded(hearing, defendant)
    values = {
        "hearing": hearing.label,
        "heads": 1 if head else 0,
        "head_rank": rank_of(head, defendant),
        "staff": len(staff),
        "lawyers": len(lawyers),
    }
    happening = Happening(
        "appearance-planned", on or clock.today(), values, hearing.instance, defendant, known
    )
    refuse_what_the_law_refuses(hearing.case, happening)
    appearance, _ = Appearance.objects.update_or_create(
        hearing=hearing, defendant=defendant, defaults=_planned(head, staff, lawyers, happening.on)
    )
    enter(hearing.case, happening, by=by)
    return appearance


@writes
def file_appearance(
    *, appearance: Appearance, by: Actor, on: date | None = None, known: date | None = None
) -> Appearance:
    """File the summons and the intended head with the justice bureau (办法第十四条第三款，appearance-filed).

    A hearing moved after the filing is filed again.
    """
    require_side(by, FILE, appearance.hearing.case, appearance.defendant)
    must_stand(appearance.hearing)
    if lock(appearance).state != Appearance.State.PLANNED and not moved_since_filing(appearance):
        raise Refused(
            "出庭安排已经报备。", "请刷新页面查看最新状态；出庭人员有变化的，请先修改出庭人员。", status=409
        )
    enter_for(appearance.hearing, "appearance-filed", by=by, on=on, organ=appearance.defendant, known=known)
    appearance.state = Appearance.State.FILED
    appearance.filed_on = on or clock.today()
    appearance.acknowledged_on, appearance.acknowledged_by = None, ""
    appearance.save(update_fields=["state", "filed_on", "acknowledged_on", "acknowledged_by"])
    return appearance


@writes
def acknowledge_filing(
    *, appearance: Appearance, by: Actor, on: date | None = None, known: date | None = None
) -> Appearance:
    """The justice bureau of the same level acknowledges the filing (filing-acknowledged)."""
    require_for(by, ACKNOWLEDGE, justice_bureau_of(appearance.defendant))
    if lock(appearance).state != Appearance.State.FILED:
        raise Refused("这份出庭备案不在待签收状态。", "请刷新页面查看最新状态。", status=409)
    if moved_since_filing(appearance):
        raise Refused("报备后开庭已经改期。", "请等待应诉承办单位按新的传票重新报备。", status=409)
    enter_for(
        appearance.hearing, "filing-acknowledged", by=by, on=on, organ=appearance.defendant, known=known
    )
    appearance.state = Appearance.State.ACKNOWLEDGED
    appearance.acknowledged_on = on or clock.today()
    appearance.acknowledged_by = by.signature()
    appearance.save(update_fields=["state", "acknowledged_on", "acknowledged_by"])
    return appearance


@writes
def file_certificate(
    *, appearance: Appearance, by: Actor, on: date | None = None, known: date | None = None
) -> Appearance:
    """The head's identity certificate has been given to the court (办法第十七条第三款)."""
    require_side(by, FILE, appearance.hearing.case, appearance.defendant)
    lock(appearance)
    if appearance.head is None:
        raise Refused(
            "本次开庭没有安排负责人出庭，无需提交负责人身份证明。", "如已调整，请先更新出庭人员。", field="on"
        )
    if appearance.certificate_on:
        raise Refused("已经登记过身份证明的提交。", "登记有误的，请在案件日志中更正。", status=409)
    enter_for(
        appearance.hearing,
        "identity-certificate-filed",
        by=by,
        on=on,
        organ=appearance.defendant,
        known=known,
    )
    appearance.certificate_on = on or clock.today()
    appearance.save(update_fields=["certificate_on"])
    return appearance


def _planned(head: Post | None, staff: Sequence[str], lawyers: Sequence[str], day: date) -> dict[str, object]:
    return {
        "head": head,
        "head_name": head.person.name if head else "",
        "head_title": head.title if head else "",
        "staff": list(staff),
        "lawyers": list(lawyers),
        "state": Appearance.State.PLANNED,
        "planned_on": day,
        "filed_on": None,
        "acknowledged_on": None,
        "acknowledged_by": "",
    }


def _refuse_when_recorded(hearing: Hearing, defendant: Organ) -> None:
    if HearingRecord.objects.filter(appearance__hearing=hearing, appearance__defendant=defendant).exists():
        raise Refused(
            "本次开庭已经登记庭审情况，不能再改出庭人员。", "登记有误的，请在案件日志中更正。", status=409
        )
