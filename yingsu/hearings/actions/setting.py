"""The court sets, moves, cancels a hearing; the bureau marks that the main head must appear (办法第十九条)."""

from datetime import date

from yingsu.base import clock
from yingsu.base.actor import Actor
from yingsu.base.refusal import Denied, Refused
from yingsu.base.tx import writes
from yingsu.docket.happening import Happening
from yingsu.docket.models import Case, Hearing, Instance
from yingsu.documents.capabilities import require_side
from yingsu.duties.actions import enter
from yingsu.hearings.actions.entering import enter_for
from yingsu.hearings.capabilities import ENTER, MARK
from yingsu.hearings.queries import marks


@writes
def set_hearing(
    *,
    case: Case,
    instance: Instance,
    day: date,
    time: str,
    place: str,
    by: Actor,
    hearing: Hearing | None = None,
    on: date | None = None,
    known: date | None = None,
) -> Hearing:
    """Enter a hearing the court has fixed, or its new day when *hearing* is named (hearing-set)."""
    require_side(by, ENTER, case)
    if hearing and hearing.state == Hearing.State.HELD:
        raise Refused(
            "本次开庭已经登记庭审情况，不能再改期。", "法院再次开庭的，请另行登记开庭。", status=409
        )
    label = hearing.label if hearing else f"h{instance.hearings.count() + 1}"
    values = {"hearing": label, "day": day, "time": time, "place": place}
    enter(case, Happening("hearing-set", on or clock.today(), values, instance=instance, known=known), by=by)
    return Hearing.objects.get(instance=instance, label=label)


@writes
def cancel_hearing(
    *, hearing: Hearing, by: Actor, on: date | None = None, note: str = "", known: date | None = None
) -> None:
    """The court has cancelled the hearing (hearing-cancelled)."""
    require_side(by, ENTER, hearing.case)
    if hearing.state != Hearing.State.SET:
        raise Refused(
            f"本次开庭{hearing.get_state_display()}，不能再取消。", "请刷新页面查看最新状态。", status=409
        )
    enter_for(hearing, "hearing-cancelled", by=by, on=on, note=note, known=known)


@writes
def mark_matter(
    *, case: Case, ground: str, by: Actor, on: date | None = None, known: date | None = None
) -> None:
    """The justice bureau of a defendant's level marks a ground on which the main head must appear (matter-marked)."""
    if not marks(by, case):
        raise Denied(MARK)
    enter(case, Happening("matter-marked", on or clock.today(), {"ground": ground}, known=known), by=by)
