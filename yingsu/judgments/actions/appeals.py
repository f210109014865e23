"""Appeal and retrial (办法第二十五条第三款，行政诉讼法第八十五、九十条)."""

from datetime import date

from yingsu.base import clock
from yingsu.base.actor import Actor
from yingsu.base.refusal import Refused
from yingsu.base.tx import writes
from yingsu.docket.happening import Happening
from yingsu.docket.models import Case, Decision, Instance
from yingsu.docket.queries import standing_entries
from yingsu.documents.capabilities import require_side
from yingsu.duties.actions import enter
from yingsu.judgments.capabilities import APPEAL, ENTER
from yingsu.judgments.models import AppealDecision
from yingsu.judgments.queries import effective_on
from yingsu.organs.models import Organ, Post


@writes
def decide_appeal(
    *,
    decision: Decision,
    defendant: Organ,
    choice: str,
    reason: str,
    by: Actor,
    head: Post | None = None,
    on: date | None = None,
    known: date | None = None,
) -> AppealDecision:
    """The defendant's decision to appeal, accept, or apply for retrial (appeal-decided). The latest counts.

    It is the defendant organ that decides (办法第二十五条第三款): *head* is who decided for it, *by* who enters it.
    """
    require_side(by, APPEAL, decision.case, defendant)
    if choice == AppealDecision.Choice.APPEAL and not decision.appealable:
        raise Refused(
            "这份裁判不能上诉。", "不服的，可以依法申请再审。", article="行政诉讼法第八十五条", field="choice"
        )
    day = on or clock.today()
    enter(
        decision.case,
        Happening(
            "appeal-decided", day, {"choice": choice}, decision.instance, defendant, known, note=reason
        ),
        by=by,
    )
    return AppealDecision.objects.create(
        case=decision.case,
        decision=decision,
        defendant=defendant,
        choice=choice,
        reason=reason,
        decided_on=day,
        decided_by=str(head or by.signature()),
    )


@writes
def enter_appeal(
    *,
    case: Case,
    instance: Instance,
    side: str,
    by: Actor,
    defendant: Organ | None = None,
    on: date | None = None,
    retrial: bool = False,
    known: date | None = None,
) -> None:
    """An appeal lodged, or a retrial applied for, by us or by the other side (appealed, retrial-applied)."""
    require_side(by, ENTER, case, defendant)
    kind = "retrial-applied" if retrial else "appealed"
    for entry in standing_entries(case, kind):
        if entry.instance == instance and entry.organ == defendant and entry.values.get("by") == side:
            raise Refused(f"已经登记过：{entry.summary}。", "登记有误的，请在案件日志中更正。", status=409)
    enter(case, Happening(kind, on or clock.today(), {"by": side}, instance, defendant, known), by=by)


@writes
def enter_effective(
    *, case: Case, instance: Instance, by: Actor, on: date | None = None, known: date | None = None
) -> None:
    """The decision of an instance has taken effect (effective)."""
    require_side(by, ENTER, case)
    if effective_on(instance):
        raise Refused("已经登记过生效日期。", "登记有误的，请在案件日志中更正。", status=409)
    day = on or clock.today()
    if not case.decisions.filter(instance=instance, withdrawn=False, decided_on__lte=day).exists():
        raise Refused(
            "生效日期之前，本审级没有已登记的裁判。", "请先登记裁判文书，并核对生效日期。", field="on"
        )
    enter(case, Happening("effective", day, {"of": instance.label}, instance, known=known), by=by)
