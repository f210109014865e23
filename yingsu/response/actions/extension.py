"""More time for evidence: applied for, granted, refused (办法第十四条第二款；行政诉讼法第三十六条；行诉解释第三十四条)."""

from datetime import date

from yingsu.audit.actions import record
from yingsu.base import clock
from yingsu.base.actor import Actor
from yingsu.base.refusal import Refused
from yingsu.base.tx import writes
from yingsu.docket.happening import Happening
from yingsu.docket.models import Case, CourtPaper, Entry, Instance
from yingsu.docket.queries import standing_entries
from yingsu.duties.actions import enter
from yingsu.duties.models import Duty
from yingsu.organs.models import Organ
from yingsu.response.actions.filing import record_filing
from yingsu.response.actions.place import place_of
from yingsu.response.capabilities import FILE
from yingsu.response.models import CourtFiling

ARTICLE = "行政诉讼法解释第三十四条"


@writes
def apply_extension(
    *,
    case: Case,
    defendant: Organ,
    reason: str,
    way: str,
    proof: str,
    by: Actor,
    late_reason: str = "",
    instance: Instance | None = None,
    on: date | None = None,
    known: date | None = None,
) -> CourtFiling:
    """The written application for more time, within the evidence period; after it a *late_reason* is needed."""
    instance = place_of(case, defendant, instance, by=by, capability=FILE)
    if not reason.strip():
        raise Refused(
            "没有写明申请延期的理由。", "请写明不能按期提供证据的正当事由。", article=ARTICLE, field="reason"
        )
    day = on or clock.today()
    last = _last_day(case, defendant, instance)
    if last and day > last and not late_reason.strip():
        raise Refused(
            f"举证期限已于{last.year}年{last.month}月{last.day}日届满，应当在届满前提出书面申请。",
            "确在届满后提出的，请写明原因后再登记；是否准许由人民法院决定。",
            article="办法第十四条第二款",
            field="late_reason",
        )
    filing = record_filing(
        case,
        defendant,
        instance,
        what=CourtFiling.What.EXTENSION,
        way=way,
        proof=proof,
        by=by,
        on=day,
        text=reason,
        override_reason=late_reason.strip(),
    )
    note = reason.strip() + (f"（届满后提出，原因：{late_reason.strip()}）" if late_reason.strip() else "")
    enter(case, Happening("extension-applied", day, {}, instance, defendant, known, note=note), by=by)
    record("response.apply_extension", by=by, on=filing)
    return filing


@writes
def extension_granted(
    *,
    case: Case,
    defendant: Organ,
    by: Actor,
    until: date | None = None,
    cause_ended: date | None = None,
    note: str = "",
    paper: CourtPaper | None = None,
    instance: Instance | None = None,
    on: date | None = None,
    known: date | None = None,
) -> Entry:
    """The court granted more time: until a day it fixed, or counted from the day the cause ended (解释第三十四条)."""
    if until is None and cause_ended is None:
        raise Refused(
            "没有写明延长到哪一天。",
            "请填写法院准许的截止日，或者正当事由消除之日。",
            article=ARTICLE,
            field="until",
        )
    values = {"until": until, "cause_ended": cause_ended}
    return _answer(case, defendant, instance, "extension-granted", values, by, note, paper, on, known)


@writes
def extension_refused(
    *,
    case: Case,
    defendant: Organ,
    by: Actor,
    note: str = "",
    paper: CourtPaper | None = None,
    instance: Instance | None = None,
    on: date | None = None,
    known: date | None = None,
) -> Entry:
    """The court did not grant more time."""
    return _answer(case, defendant, instance, "extension-refused", {}, by, note, paper, on, known)


def _answer(
    case: Case,
    defendant: Organ,
    instance: Instance | None,
    kind: str,
    values: dict[str, date | None],
    by: Actor,
    note: str,
    paper: CourtPaper | None,
    on: date | None,
    known: date | None,
) -> Entry:
    instance = place_of(case, defendant, instance, by=by, capability=FILE)
    applied = standing_entries(case, "extension-applied")
    if not any(one.organ_id == defendant.pk and one.instance == instance for one in applied):
        raise Refused(
            "还没有登记延期举证的申请。", "请先登记书面申请，再登记法院的答复。", article=ARTICLE, status=409
        )
    given = {name: value for name, value in values.items() if value}
    day = on or clock.today()
    entry = enter(case, Happening(kind, day, given, instance, defendant, known, paper, note), by=by)[0]
    record(f"response.{kind.replace('-', '_')}", by=by, on=entry)
    return entry


def _last_day(case: Case, defendant: Organ, instance: Instance | None) -> date | None:
    row = Duty.objects.filter(
        case=case, rule="extension-application", instance=instance, defendant__in=(defendant,)
    ).first()
    return row.due if row else None
