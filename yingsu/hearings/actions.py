"""Acts around a hearing. The law is asked before anything is stored: what it refuses is not entered."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from yingsu import law
from yingsu.audit.actions import record
from yingsu.base import clock
from yingsu.base.actor import Actor
from yingsu.base.refusal import Refused
from yingsu.base.tx import writes
from yingsu.docket.happening import Happening
from yingsu.docket.models import Case, Hearing, Instance
from yingsu.docket.queries import entries_of
from yingsu.documents.capabilities import require_side
from yingsu.duties.actions import enter
from yingsu.hearings.capabilities import ACKNOWLEDGE, ENTER, FILE, MARK, PLAN, RECORD
from yingsu.hearings.models import Appearance, HearingRecord, Inability
from yingsu.organs.models import Organ, Post
from yingsu.organs.queries import justice_bureau_of

RANKS = {Post.Kind.MAIN_HEAD: "main-head", Post.Kind.DEPUTY_HEAD: "deputy"}


@dataclass(frozen=True, slots=True)
class Appeared:
    """What the record of a hearing says."""

    head_appeared: bool
    head_spoke: bool = False
    proof: str = ""
    resolution: str = ""
    dispute: str = ""
    arguments: dict[str, str] = field(default_factory=dict)
    settlement: str = ""
    left_early: bool = False


@writes
def set_hearing(
    *, case: Case, instance: Instance, day: date, time: str, place: str, by: Actor, hearing: Hearing | None = None,
    on: date | None = None, known: date | None = None,
) -> Hearing:
    """Enter a hearing the court has fixed, or its new day when *hearing* is named (hearing-set)."""
    require_side(by, ENTER, case)
    label = hearing.label if hearing else f"h{instance.hearings.count() + 1}"
    values = {"hearing": label, "day": day, "time": time, "place": place}
    enter(case, Happening("hearing-set", on or clock.today(), values, instance=instance, known=known), by=by)
    return Hearing.objects.get(instance=instance, label=label)


@writes
def cancel_hearing(*, hearing: Hearing, by: Actor, on: date | None = None, note: str = "") -> None:
    """The court has cancelled the hearing."""
    require_side(by, ENTER, hearing.case)
    _enter(hearing, "hearing-cancelled", by=by, on=on, note=note)


@writes
def mark_matter(*, case: Case, ground: str, by: Actor, on: date | None = None, known: date | None = None) -> None:
    """The justice bureau marks a ground of Art. 19 on which the main head must appear."""
    by.require(MARK)
    enter(case, Happening("matter-marked", on or clock.today(), {"ground": ground}, known=known), by=by)


@writes
def plan_appearance(
    *, hearing: Hearing, defendant: Organ, head: Post | None, staff: Sequence[str], lawyers: Sequence[str], by: Actor,
    on: date | None = None, known: date | None = None,
) -> Appearance:
    """Fix who appears (办法第十七、十八条). Lawyers alone, and heads of lower or entrusted bodies, are refused."""
    require_side(by, PLAN, hearing.case, defendant)
    _must_be_set(hearing)
    values = {
        "hearing": hearing.label,
        "heads": 1 if head else 0,
        "head_rank": _rank(head, defendant),
        "staff": len(staff),
        "lawyers": len(lawyers),
    }
    happening = Happening(
        "appearance-planned", on or clock.today(), values, instance=hearing.instance, organ=defendant, known=known
    )
    _refuse_what_the_law_refuses(hearing.case, happening)
    appearance, _ = Appearance.objects.update_or_create(
        hearing=hearing,
        defendant=defendant,
        defaults={
            "head": head,
            "head_name": head.person.name if head else "",
            "head_title": head.title if head else "",
            "staff": list(staff),
            "lawyers": list(lawyers),
            "state": Appearance.State.PLANNED,
            "planned_on": happening.on,
        },
    )
    enter(hearing.case, happening, by=by)
    return appearance


@writes
def file_appearance(
    *, appearance: Appearance, by: Actor, on: date | None = None, known: date | None = None
) -> Appearance:
    """File the summons and the intended head with the justice bureau (办法第十四条第三款)."""
    require_side(by, FILE, appearance.hearing.case, appearance.defendant)
    _must_be(appearance, Appearance.State.PLANNED, "出庭安排已经报备。")
    _enter(appearance.hearing, "appearance-filed", by=by, on=on, organ=appearance.defendant, known=known)
    appearance.state = Appearance.State.FILED
    appearance.filed_on = on or clock.today()
    appearance.save(update_fields=["state", "filed_on"])
    return appearance


@writes
def acknowledge_filing(
    *, appearance: Appearance, by: Actor, on: date | None = None, known: date | None = None
) -> Appearance:
    """The justice bureau acknowledges the filing."""
    bureau = justice_bureau_of(appearance.defendant)
    by.require(ACKNOWLEDGE, at=bureau.pk if bureau else None)
    _must_be(appearance, Appearance.State.FILED, "这份出庭备案不在待签收状态。")
    _enter(appearance.hearing, "filing-acknowledged", by=by, on=on, organ=appearance.defendant, known=known)
    appearance.state = Appearance.State.ACKNOWLEDGED
    appearance.acknowledged_on = on or clock.today()
    appearance.acknowledged_by = by.signature()
    appearance.save(update_fields=["state", "acknowledged_on", "acknowledged_by"])
    return appearance


@writes
def state_inability(
    *, appearance: Appearance, ground: str, statement: str, proof: str, sealed: bool, by: Actor,
    on: date | None = None, known: date | None = None,
) -> Inability:
    """State why the head cannot appear, with proof and seal or signature (办法第十八条); staff must be entrusted."""
    require_side(by, FILE, appearance.hearing.case, appearance.defendant)
    if not appearance.staff:
        raise Refused(
            "负责人不能出庭的，应当委托行政机关相应的工作人员出庭，不得仅委托律师出庭。",
            "请先在“出庭人员”中填写出庭的工作人员。", article="办法第十八条第二款", field="ground",
        )
    values = {"hearing": appearance.hearing.label, "ground": ground, "proof": bool(proof.strip()), "sealed": sealed}
    happening = Happening(
        "inability-stated", on or clock.today(), values, instance=appearance.hearing.instance,
        organ=appearance.defendant, note=statement, known=known,
    )
    _refuse_what_the_law_refuses(appearance.hearing.case, happening)
    inability, _ = Inability.objects.update_or_create(
        appearance=appearance,
        defaults={
            "ground": ground, "statement": statement, "proof": proof, "sealed": sealed, "stated_on": happening.on
        },
    )
    enter(appearance.hearing.case, happening, by=by)
    return inability


@writes
def file_certificate(
    *, appearance: Appearance, by: Actor, on: date | None = None, known: date | None = None
) -> None:
    """The head's identity certificate has been given to the court (办法第十七条第三款)."""
    require_side(by, FILE, appearance.hearing.case, appearance.defendant)
    if appearance.head is None:
        raise Refused("本次开庭没有安排负责人出庭，无需提交负责人身份证明。", "如已调整，请先更新出庭人员。", field="on")
    _enter(
        appearance.hearing, "identity-certificate-filed", by=by, on=on, organ=appearance.defendant, known=known
    )
    appearance.certificate_on = on or clock.today()
    appearance.save(update_fields=["certificate_on"])


@writes
def record_hearing(
    *, appearance: Appearance, what: Appeared, by: Actor, on: date | None = None, known: date | None = None
) -> HearingRecord:
    """Record the hearing after it was held (办法第二十、二十二条): facts hearing-held and hearing-recorded."""
    hearing = appearance.hearing
    require_side(by, RECORD, hearing.case, appearance.defendant)
    if hearing.day > clock.today():
        raise Refused("尚未到开庭日期，不能登记庭审情况。", "请在开庭后登记；开庭改期的，请先登记新的开庭日期。", field="head_appeared")
    if what.head_appeared and not what.proof.strip():
        raise Refused(
            "登记负责人出庭须有凭据。", "请填写载明负责人出庭的庭审笔录页码或者裁判文书。", field="proof"
        )
    row, _ = HearingRecord.objects.update_or_create(
        appearance=appearance,
        defaults={**{name: getattr(what, name) for name in what.__slots__}, "recorded_on": on or clock.today()},
    )
    values = {
        "hearing": hearing.label,
        "head_appeared": what.head_appeared,
        "head_rank": _rank(appearance.head, appearance.defendant) if what.head_appeared else "none",
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


def _enter(
    hearing: Hearing, kind: str, *, by: Actor, on: date | None, organ: Organ | None = None, note: str = "",
    known: date | None = None,
) -> None:
    happening = Happening(
        kind, on or clock.today(), {"hearing": hearing.label}, instance=hearing.instance, organ=organ, note=note,
        known=known,
    )
    enter(hearing.case, happening, by=by)


def _rank(head: Post | None, defendant: Organ) -> str:
    """The head's standing in the words of the law: main head, deputy, or of another (lower, entrusted) body."""
    if head is None:
        return "none"
    if head.organ_id != defendant.pk:
        return "lower-organ"
    return RANKS.get(Post.Kind(head.kind), "entrusted")


def _refuse_what_the_law_refuses(case: Case, happening: Happening) -> None:
    fact = {
        "id": "planned", "kind": happening.kind, "on": happening.on.isoformat(),
        "instance": happening.instance.label if happening.instance else "1", **dict(happening.values),
    }
    if happening.organ:
        fact["organ"] = happening.organ.code
    known = [entry.as_fact() for entry in entries_of(case)]
    for finding in law.conclude([*known, fact], as_of=clock.today()).findings:
        if finding.kind == "refusal" and "planned" in finding.because:
            raise Refused(
                finding.text, "请调整出庭人员后重新保存。", article=finding.citation.short, field="head"
            )


def _must_be(appearance: Appearance, state: str, message: str) -> None:
    Appearance.objects.select_for_update().get(pk=appearance.pk)
    appearance.refresh_from_db()
    if appearance.state != state:
        raise Refused(message, "请刷新页面查看最新状态。", status=409)


def _must_be_set(hearing: Hearing) -> None:
    if hearing.state == Hearing.State.CANCELLED:
        raise Refused("本次开庭已取消。", "法院另行确定开庭时间的，请先登记新的传票。", status=409)

