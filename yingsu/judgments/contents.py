"""The case report as the docket already knows it (办法第二十五条第二款：五项内容)."""

from typing import Any

from yingsu.base import clock
from yingsu.docket.models import Case, Decision
from yingsu.documents.prefill import prefill
from yingsu.hearings.models import HearingRecord
from yingsu.judgments.queries import appeal_period, receipts_of, results_text
from yingsu.organs.models import Organ


def report_data(decision: Decision, defendant: Organ) -> dict[str, Any]:
    """Everything known; what only a person can say (case in brief, opinion) stays to be written."""
    case = decision.case
    data: dict[str, Any] = {
        **prefill(case, "case_report", defendant=defendant, instance=decision.instance),
        "brief": _brief(case),
        "appearance": _appearance(decision, defendant),
        "decided_on": decision.decided_on.isoformat(),
        "decision": f"{decision.instance.case_number or ''}行政{decision.get_form_display()}",
        "result": results_text(decision),
        "date": clock.today().isoformat(),
    }
    data |= _dates(decision, defendant)
    return {key: value for key, value in data.items() if value}


def _brief(case: Case) -> str:
    plaintiffs = "、".join(p.name for p in case.parties.all() if p.role == "plaintiff")
    act = f"{case.act_number}{case.act_name}"
    if not act:
        return ""
    day = f"{case.act_date.year}年{case.act_date.month}月{case.act_date.day}日" if case.act_date else ""
    return f"原告{plaintiffs}不服{day}作出的{act}，向人民法院提起行政诉讼。"


def _appearance(decision: Decision, defendant: Organ) -> str:
    lines = []
    records = HearingRecord.objects.filter(
        appearance__hearing__instance=decision.instance, appearance__defendant=defendant
    ).select_related("appearance__hearing")
    for row in records:
        when = str(row.appearance.hearing)
        if row.head_appeared:
            spoke = "，并参与庭审发言" if row.head_spoke else ""
            lines.append(f"{when}开庭，{row.head_title}{row.head_name}作为行政机关负责人出庭应诉{spoke}。")
        else:
            staff = "、".join(row.appearance.staff) or "工作人员"
            lines.append(f"{when}开庭，负责人未出庭，委托{staff}出庭。")
    return "".join(lines)


def _dates(decision: Decision, defendant: Organ) -> dict[str, str]:
    found: dict[str, str] = {}
    received = receipts_of(decision, defendant)
    day = received.get("unit") or received.get("party")
    if day:
        found["received_on"] = day.isoformat()
    period = appeal_period(decision, defendant)
    if period and period.due:
        found["appeal_due"] = period.due.isoformat()
    return found
