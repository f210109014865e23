"""What happened at the hearing (办法第十九、二十、二十二条)."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from yingsu.audit.actions import record
from yingsu.base import clock
from yingsu.base.actor import Actor
from yingsu.base.refusal import Refused
from yingsu.base.tx import writes
from yingsu.docket.happening import Happening
from yingsu.documents.capabilities import require_side
from yingsu.duties.actions import enter
from yingsu.hearings.actions.entering import lock, must_stand, rank_of
from yingsu.hearings.capabilities import RECORD
from yingsu.hearings.models import Appearance, HearingRecord
from yingsu.organs.models import Post


@dataclass(frozen=True, slots=True)
class Appeared:
    """What the record of a hearing says. *head* is who came, when it was not the head that was planned."""

    head_appeared: bool
    head: Post | None = None
    head_spoke: bool = False
    proof: str = ""
    resolution: str = ""
    dispute: str = ""
    arguments: dict[str, str] = field(default_factory=dict)
    settlement: str = ""
    left_early: bool = False


@writes
def record_hearing(
    *, appearance: Appearance, what: Appeared, by: Actor, on: date | None = None, known: date | None = None
) -> HearingRecord:
    """Record the hearing after it was held: facts hearing-held and hearing-recorded.

    Whether the duty to appear is met follows from the rank of the head who came (a deputy for a main head: not).
    """
    hearing = appearance.hearing
    require_side(by, RECORD, hearing.case, appearance.defendant)
    must_stand(hearing)
    lock(appearance)
    head = (what.head or appearance.head) if what.head_appeared else None
    _refuse_unfounded(appearance, what, head)
    row = HearingRecord.objects.create(appearance=appearance, **_told(what, head, on or clock.today()))
    values = {
        "hearing": hearing.label,
        "head_appeared": what.head_appeared,
        "head_rank": rank_of(head, appearance.defendant),
        "head_spoke": what.head_spoke,
        "staff": len(appearance.staff),
        "lawyers": len(appearance.lawyers),
        "left_early": what.left_early,
    }
    place = {"instance": hearing.instance, "organ": appearance.defendant}
    enter(
        hearing.case,
        Happening("hearing-held", hearing.day, values, known=known, **place),
        Happening("hearing-recorded", on or clock.today(), {"hearing": hearing.label}, known=known, **place),
        by=by,
    )
    record("hearings.record", by=by, on=row)
    return row


def _refuse_unfounded(appearance: Appearance, what: Appeared, head: Post | None) -> None:
    if appearance.hearing.day > clock.today():
        raise Refused(
            "尚未到开庭日期，不能登记庭审情况。",
            "请在开庭后登记；开庭改期的，请先登记新的开庭日期。",
            field="head_appeared",
        )
    if HearingRecord.objects.filter(appearance=appearance).exists():
        raise Refused("本次庭审情况已经登记。", "登记有误的，请在案件日志中更正。", status=409)
    if what.head_appeared and head is None:
        raise Refused(
            "没有写明到庭的是哪一位负责人。", "请选择到庭负责人。", article="办法第十七条第二款", field="head"
        )
    if what.head_appeared and not what.proof.strip():
        raise Refused(
            "登记负责人出庭须有凭据。", "请填写载明负责人出庭的庭审笔录页码或者裁判文书。", field="proof"
        )


def _told(what: Appeared, head: Post | None, day: date) -> dict[str, Any]:
    told = {name: getattr(what, name) for name in what.__slots__ if name != "head"}
    return {
        **told,
        "head_name": head.person.name if head else "",
        "head_title": head.title if head else "",
        "recorded_on": day,
    }
