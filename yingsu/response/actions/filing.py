"""Handing the answer and the evidence to the court (办法第十四条第二款；行政诉讼法第六十七条)."""

from datetime import date

from yingsu.audit.actions import record
from yingsu.base import clock
from yingsu.base.actor import Actor
from yingsu.base.refusal import Refused
from yingsu.base.tx import writes
from yingsu.docket.happening import Happening
from yingsu.docket.models import Case, Instance
from yingsu.duties.actions import enter
from yingsu.files.models import StoredFile
from yingsu.organs.models import Organ
from yingsu.response.actions.place import place_of
from yingsu.response.capabilities import FILE
from yingsu.response.models import CourtFiling
from yingsu.response.queries import evidence_of, is_signed_off

ARTICLE = "办法第十四条第二款"
FACTS = {
    CourtFiling.What.ANSWER: ("answer-filed",),
    CourtFiling.What.EVIDENCE: ("evidence-filed",),
    CourtFiling.What.BOTH: ("answer-filed", "evidence-filed"),
}


@writes
def file_with_court(
    *,
    case: Case,
    defendant: Organ,
    what: str,
    way: str,
    proof: str,
    by: Actor,
    override_reason: str = "",
    file: StoredFile | None = None,
    file_name: str = "",
    instance: Instance | None = None,
    on: date | None = None,
    known: date | None = None,
) -> CourtFiling:
    """Record that the answer and/or the evidence was handed to the court.

    Refused while no head has signed the answer off (14.2), unless *override_reason* says why it went out all the
    same; the reason is kept in the filing and in the docket. *proof* names the receipt, tracking number or the like.
    """
    instance = place_of(case, defendant, instance, by=by, capability=FILE)
    if what not in FACTS:
        raise Refused("没有选择提交的内容。", "请选择答辩状、证据或者两者。", article=ARTICLE, field="what")
    reason = _override(is_signed_off(case, defendant, instance), override_reason)
    filing = record_filing(
        case,
        defendant,
        instance,
        what=what,
        way=way,
        proof=proof,
        by=by,
        override_reason=reason,
        file=file,
        file_name=file_name,
        on=on,
    )
    note = f"未经审签提交，原因：{reason}" if reason else ""
    happenings = [
        Happening(kind, filing.filed_on, {}, instance, defendant, known, note=note)
        for kind in FACTS[CourtFiling.What(what)]
    ]
    if "evidence-filed" in [one.kind for one in happenings]:
        evidence_of(case, defendant, instance).filter(submitted_on=None).update(submitted_on=filing.filed_on)
    enter(case, *happenings, by=by)
    record("response.file_with_court", by=by, on=filing, what=what, overridden=bool(reason))
    return filing


def _override(signed: bool, reason: str) -> str:
    """The reason why it goes out without sign-off; none is needed when it was signed off."""
    if not signed and not reason.strip():
        raise Refused(
            "答辩材料还没有经应诉机关负责人审签，不能提交法院。",
            "请先送审签；情况紧急、已经先行提交的，请写明未经审签提交的原因。",
            article=ARTICLE,
            field="override_reason",
        )
    return "" if signed else reason.strip()


def record_filing(
    case: Case,
    defendant: Organ,
    instance: Instance | None,
    *,
    what: str,
    way: str,
    proof: str,
    by: Actor,
    on: date | None,
    override_reason: str = "",
    text: str = "",
    file: StoredFile | None = None,
    file_name: str = "",
) -> CourtFiling:
    """One row of what went to the court; the way and the proof are required."""
    if way not in CourtFiling.Way.values:
        raise Refused(
            "没有选择提交方式。", "请选择窗口、邮寄、网上或者当庭提交。", article=ARTICLE, field="way"
        )
    if not proof.strip():
        raise Refused(
            "没有写明提交凭证。",
            "请写明法院收件回执编号、邮件单号或者网上提交的受理号。",
            article=ARTICLE,
            field="proof",
        )
    filing: CourtFiling = CourtFiling.objects.create(
        case=case,
        defendant=defendant,
        instance=instance,
        what=what,
        way=way,
        filed_on=on or clock.today(),
        proof=proof.strip()[:300],
        file=file,
        file_name=file_name[:200],
        text=text.strip(),
        override_reason=override_reason,
        filed_by=by.signature(),
    )
    return filing
