"""Appeal and retrial (办法第二十五条第三款，行政诉讼法第八十五、九十条)."""

from datetime import date

from yingsu.base import clock
from yingsu.base.actor import Actor
from yingsu.base.tx import writes
from yingsu.docket.happening import Happening
from yingsu.docket.models import Case, Decision, Instance
from yingsu.documents.capabilities import require_side
from yingsu.duties.actions import enter
from yingsu.judgments.capabilities import APPEAL, ENTER
from yingsu.judgments.models import AppealDecision
from yingsu.organs.models import Organ


@writes
def decide_appeal(
    *, decision: Decision, defendant: Organ, choice: str, reason: str, by: Actor, on: date | None = None,
    known: date | None = None,
) -> AppealDecision:
    """The defendant's decision to appeal, accept, or apply for retrial (appeal-decided)."""
    require_side(by, APPEAL, decision.case, defendant)
    day = on or clock.today()
    enter(
        decision.case,
        Happening(
            "appeal-decided", day, {"choice": choice}, decision.instance, defendant, known, note=reason
        ),
        by=by,
    )
    return AppealDecision.objects.create(
        case=decision.case, decision=decision, defendant=defendant, choice=choice, reason=reason,
        decided_on=day, decided_by=by.signature(),
    )


@writes
def enter_appeal(
    *, case: Case, instance: Instance, side: str, by: Actor, defendant: Organ | None = None, on: date | None = None,
    retrial: bool = False, known: date | None = None,
) -> None:
    """An appeal lodged, or a retrial applied for, by us or by the other side (appealed, retrial-applied)."""
    require_side(by, ENTER, case, defendant)
    kind = "retrial-applied" if retrial else "appealed"
    enter(case, Happening(kind, on or clock.today(), {"by": side}, instance, defendant, known), by=by)


@writes
def enter_effective(
    *, case: Case, instance: Instance, by: Actor, on: date | None = None, known: date | None = None
) -> None:
    """The decision has taken effect (effective)."""
    require_side(by, ENTER, case)
    happening = Happening("effective", on or clock.today(), {"of": instance.label}, instance, known=known)
    enter(case, happening, by=by)
