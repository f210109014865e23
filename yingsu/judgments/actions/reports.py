"""The case report (办法第二十五条): drafted from the docket, signed off, submitted, filed with the bureau."""

from datetime import date

from yingsu.audit.actions import record
from yingsu.base import clock
from yingsu.base.actor import Actor
from yingsu.base.refusal import Refused
from yingsu.base.tx import writes
from yingsu.docket.happening import Happening
from yingsu.docket.models import Decision
from yingsu.docket.queries import unit_of
from yingsu.documents.actions import draft
from yingsu.documents.capabilities import require_for, require_side
from yingsu.duties.actions import enter
from yingsu.judgments.capabilities import ACKNOWLEDGE, REPORT
from yingsu.judgments.contents import report_data
from yingsu.judgments.models import CaseReport
from yingsu.organs.models import Organ
from yingsu.organs.queries import justice_bureau_of

ARTICLE = "办法第二十五条第一款"


@writes
def draft_report(*, decision: Decision, defendant: Organ, by: Actor, on: date | None = None) -> CaseReport:
    """Begin the report with everything the docket knows; the unit's own head signs it off."""
    require_side(by, REPORT, decision.case, defendant)
    standing = CaseReport.objects.filter(decision=decision, defendant=defendant).first()
    if standing:
        return standing
    document = draft(
        case=decision.case,
        kind="case_report",
        data=report_data(decision, defendant),
        by=by,
        defendant=defendant,
        instance=decision.instance,
        signing_organ=unit_of(decision.case, defendant) or defendant,
        on=on,
    )
    return CaseReport.objects.create(
        case=decision.case, decision=decision, defendant=defendant, document=document
    )


@writes
def submit_report(
    *, report: CaseReport, by: Actor, on: date | None = None, known: date | None = None
) -> CaseReport:
    """Submit the signed report to the defendant organ (case-report-submitted)."""
    require_side(by, REPORT, report.case, report.defendant)
    locked = _lock(report, CaseReport.State.DRAFT, "报告已经报送。")
    if not locked.document.is_signed:
        raise Refused("报告还没有经负责人审签。", "请先在文书页面送审签，审签后再报送。", article=ARTICLE)
    locked.submitted_on = on or clock.today()
    return _move(locked, CaseReport.State.SUBMITTED, "case-report-submitted", locked.submitted_on, by, known)


@writes
def file_report(
    *, report: CaseReport, by: Actor, on: date | None = None, known: date | None = None
) -> CaseReport:
    """File the report with the justice bureau of the same level (case-report-filed)."""
    require_side(by, REPORT, report.case, report.defendant)
    locked = _lock(report, CaseReport.State.SUBMITTED, "报告须先报送被诉行政机关，且只备案一次。")
    locked.filed_on = on or clock.today()
    return _move(locked, CaseReport.State.FILED, "case-report-filed", locked.filed_on, by, known)


@writes
def acknowledge_report(*, report: CaseReport, by: Actor, on: date | None = None) -> CaseReport:
    """The justice bureau of the same level signs for the filed report."""
    require_for(by, ACKNOWLEDGE, justice_bureau_of(report.defendant))
    locked = _lock(report, CaseReport.State.FILED, "这份报告不在待签收状态。")
    locked.state = CaseReport.State.ACKNOWLEDGED
    locked.acknowledged_on = on or clock.today()
    locked.acknowledged_by = by.signature()
    locked.save()
    record("judgments.acknowledge_report", by=by, on=locked)
    return locked


def _lock(report: CaseReport, state: str, message: str) -> CaseReport:
    locked = (
        CaseReport.objects.select_for_update(of=("self",))
        .select_related("case", "document", "decision__instance", "defendant")
        .get(pk=report.pk)
    )
    if locked.state != state:
        raise Refused(message, "请刷新页面查看最新状态。", article=ARTICLE, status=409)
    return locked


def _move(locked: CaseReport, state: str, kind: str, day: date, by: Actor, known: date | None) -> CaseReport:
    locked.state = state
    locked.save()
    enter(
        locked.case,
        Happening(kind, day, {}, instance=locked.decision.instance, organ=locked.defendant, known=known),
        by=by,
    )
    return locked
