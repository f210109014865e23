"""Self-correction before an effective decision (办法第二十四条)."""

from datetime import date

from yingsu.base import clock
from yingsu.base.actor import Actor
from yingsu.base.refusal import Refused
from yingsu.base.tx import writes
from yingsu.docket.happening import Happening
from yingsu.docket.models import Case
from yingsu.docket.queries import current_instance
from yingsu.documents.capabilities import require_side
from yingsu.duties.actions import enter
from yingsu.judgments.capabilities import ENTER
from yingsu.judgments.models import SelfCorrection
from yingsu.judgments.queries import effective_on
from yingsu.organs.models import Organ

TOLD = {
    "court-informed": "court_informed_on",
    "parties-informed": "parties_informed_on",
    "reconsideration-organ-informed": "reviewing_organ_informed_on",
}


@writes
def self_correct(
    *, case: Case, defendant: Organ, what: str, by: Actor, on: date | None = None, known: date | None = None
) -> SelfCorrection:
    """The organ has corrected its act; whom to tell in writing follows as duties (self-corrected)."""
    require_side(by, ENTER, case, defendant)
    instance, day = current_instance(case), on or clock.today()
    effective = effective_on(instance) if instance else None
    if effective and effective <= day:
        raise Refused(
            "裁判已经发生法律效力，不属于生效裁判作出前的自行纠正。",
            "请按生效裁判履行；纠正发生在裁判生效之前的，请填写实际纠正日期。",
            article="办法第二十四条第一款",
            field="on",
        )
    enter(case, Happening("self-corrected", day, {}, instance, defendant, known, note=what), by=by)
    return SelfCorrection.objects.create(
        case=case, instance=instance, defendant=defendant, what=what, corrected_on=day
    )


@writes
def inform(
    *, correction: SelfCorrection, whom: str, by: Actor, on: date | None = None, known: date | None = None
) -> SelfCorrection:
    """Written notice given: *whom* is court-informed, parties-informed or reconsideration-organ-informed."""
    require_side(by, ENTER, correction.case, correction.defendant)
    field = TOLD[whom]
    SelfCorrection.objects.select_for_update().get(pk=correction.pk)
    correction.refresh_from_db(fields=[field])
    if getattr(correction, field):
        raise Refused(
            "已经登记过书面告知。", "登记有误的，请在案件日志中更正。", article="办法第二十四条", status=409
        )
    day = on or clock.today()
    setattr(correction, field, day)
    correction.save(update_fields=[field])
    enter(
        correction.case,
        Happening(whom, day, {}, correction.instance, correction.defendant, known),
        by=by,
    )
    return correction
