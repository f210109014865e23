"""Performance of what a decision orders (办法第二十六条)."""

from datetime import date

from yingsu.audit.actions import record
from yingsu.base import clock
from yingsu.base.actor import Actor
from yingsu.base.refusal import Refused
from yingsu.base.tx import writes
from yingsu.docket.happening import Happening
from yingsu.docket.models import Decision
from yingsu.documents.capabilities import require_side
from yingsu.duties.actions import enter
from yingsu.judgments.capabilities import PERFORM
from yingsu.judgments.models import PerformanceItem
from yingsu.organs.models import Organ


@writes
def order_performance(
    *,
    decision: Decision,
    defendant: Organ,
    what: str,
    until: date | None,
    by: Actor,
    days: int | None = None,
    on: date | None = None,
    known: date | None = None,
) -> PerformanceItem:
    """Enter one thing the decision orders (performance-ordered).

    *until* is the last day the decision names, *days* how many days from its taking effect it gives; not both.
    """
    require_side(by, PERFORM, decision.case, defendant)
    if until and until < decision.decided_on:
        raise Refused("履行期限早于裁判日期。", "请按裁判主文和生效日期核对履行期限。", field="until")
    if until and days:
        raise Refused(
            "履行日期和日数只填一项。",
            "主文写明自生效之日起多少日的，填日数；写明具体日期的，填日期。",
            field="days",
        )
    label = f"p{decision.case.performance_items.count() + 1}"
    values = {"item": label, "what": what, "until": until, "days": days}
    enter(
        decision.case,
        Happening("performance-ordered", on or clock.today(), values, decision.instance, defendant, known),
        by=by,
    )
    return PerformanceItem.objects.create(
        case=decision.case,
        decision=decision,
        defendant=defendant,
        label=label,
        what=what,
        until=until,
        days=days,
    )


@writes
def note_progress(*, item: PerformanceItem, text: str, by: Actor, on: date | None = None) -> PerformanceItem:
    """Add a dated line of progress."""
    require_side(by, PERFORM, item.case, item.defendant)
    locked = _lock(item)
    day = on or clock.today()
    locked.progress = f"{locked.progress}\n{day:%Y-%m-%d}　{text}　（{by.person}）".strip()
    locked.save(update_fields=["progress"])
    record("judgments.progress", by=by, on=locked)
    return locked


@writes
def perform(
    *, item: PerformanceItem, proof: str, by: Actor, on: date | None = None, known: date | None = None
) -> PerformanceItem:
    """The item is performed; the proof is named (performance-done)."""
    require_side(by, PERFORM, item.case, item.defendant)
    locked = _lock(item)
    locked.done_on = on or clock.today()
    locked.proof = proof
    locked.save(update_fields=["done_on", "proof"])
    enter(
        locked.case,
        Happening(
            "performance-done",
            locked.done_on,
            {"item": locked.label},
            locked.decision.instance,
            locked.defendant,
            known,
            note=proof,
        ),
        by=by,
    )
    return locked


def _lock(item: PerformanceItem) -> PerformanceItem:
    locked = (
        PerformanceItem.objects.select_for_update(of=("self",))
        .select_related("case", "decision__instance", "defendant")
        .get(pk=item.pk)
    )
    if locked.done_on:
        raise Refused("这一项已经登记履行完毕。", "登记有误的，请在案件日志中更正。", status=409)
    return locked
