"""What may be done next after a decision, by whom; each step with the page of its form."""

from collections.abc import Iterator
from typing import Any

from django.urls import reverse

from yingsu.base.actor import Actor
from yingsu.docket.models import Case, Decision, Entry
from yingsu.docket.queries import standing_entries
from yingsu.documents.capabilities import acts_for, acts_on_side
from yingsu.judgments import capabilities as rights
from yingsu.judgments.models import AppealDecision, CaseReport, PerformanceItem
from yingsu.judgments.queries import appeal_period, effective_on, is_overtaken, retrial_period
from yingsu.organs.models import Organ
from yingsu.organs.queries import justice_bureau_of

Step = dict[str, Any]
LODGING = {"appeal": ("appealed", "提起上诉"), "retrial": ("retrial-applied", "申请再审")}


def act(label: str, name: str, *args: object, post: bool = False) -> dict[str, Any]:
    """A button to the page of a form, or one that acts at once."""
    return {"label": label, "url": reverse(name, args=args), "post": post}


def report_steps(decision: Decision, defendant: Organ, actor: Actor) -> Iterator[Step]:
    """Draft, submit, file, acknowledge (办法第二十五条第一款)."""
    report = (
        CaseReport.objects.filter(decision=decision, defendant=defendant).select_related("document").first()
    )
    case = decision.case
    mine = acts_on_side(actor, rights.REPORT, case, defendant)
    signed = bool(report and report.document.is_signed)
    drafting = (
        act("起草报告", "report_draft", case.pk, decision.pk, defendant.code, post=True) if mine else None
    )
    yield {
        "title": "《行政应诉案件情况报告》经负责人审签",
        "done": signed,
        "cite": "办法第二十五条第二款",
        "note": f"文稿{report.document.get_state_display()}" if report else "尚未起草",
        "url": reverse("document", args=[report.document_id]) if report else "",
        "action": None if report else drafting,
    }
    if report is None:
        yield {
            "title": "报送被诉行政机关，同时向同级司法行政机关备案",
            "done": False,
            "cite": "办法第二十五条第一款",
        }
        return
    yield from _submitting(report, defendant, actor, mine=mine, signed=signed)


def _submitting(
    report: CaseReport, defendant: Organ, actor: Actor, *, mine: bool, signed: bool
) -> Iterator[Step]:
    """The drafted report's way to the defendant organ and to the bureau of the same level."""
    case, reached = report.case, CaseReport.State.values.index(report.state)
    yield {
        "title": "报送被诉行政机关",
        "done": reached >= 1,
        "cite": "办法第二十五条第一款",
        "day": report.submitted_on,
        "action": act("登记报送", "report_submit", case.pk, report.pk)
        if mine and signed and reached == 0
        else None,
    }
    yield {
        "title": "报同级司法行政机关备案",
        "done": reached >= 2,
        "cite": "办法第二十五条第一款",
        "day": report.filed_on,
        "action": act("报备案", "report_file", case.pk, report.pk) if mine and reached == 1 else None,
    }
    may_sign = reached == 2 and acts_for(actor, rights.ACKNOWLEDGE, justice_bureau_of(defendant))
    yield {
        "title": "司法行政机关签收备案",
        "done": reached >= 3,
        "day": report.acknowledged_on,
        "note": report.acknowledged_by,
        "action": act("签收备案", "report_acknowledge", case.pk, report.pk) if may_sign else None,
    }


def appeal_steps(decision: Decision, defendant: Organ, actor: Actor) -> Iterator[Step]:
    """The defendant's decision on appeal or retrial, and what was lodged (办法第二十五条第三款)."""
    chosen = AppealDecision.objects.filter(decision=decision, defendant=defendant).order_by("id").last()
    period = (appeal_period if decision.appealable else retrial_period)(decision, defendant)
    if not chosen and not period:
        return
    title = "决定是否上诉" if decision.appealable else "决定是否申请再审"
    kind, words = LODGING.get(chosen.choice, ("", "")) if chosen else ("", "")
    lodged = _lodged_by(decision, "us", kind) if kind else []
    yield {
        "title": f"{title}：{chosen.get_choice_display()}" if chosen else title,
        "done": chosen is not None,
        "note": chosen.reason if chosen else "",
        "day": chosen.decided_on if chosen else None,
        "until": period.due if period and not chosen else None,
        "cite": "办法第二十五条第三款",
        "action": None if lodged else _deciding(decision, defendant, actor, chosen),
    }
    if kind:
        may = not lodged and acts_on_side(actor, rights.ENTER, decision.case, defendant)
        yield {
            "title": f"向人民法院{words}",
            "done": bool(lodged),
            "day": lodged[-1].happened_on if lodged else None,
            "until": period.due if period and not lodged else None,
            "cite": "办法第二十五条第三款",
            "action": act("登记已提起", "appeal_enter", decision.case_id, decision.instance_id)
            if may
            else None,
        }


def _lodged_by(decision: Decision, side: str, *kinds: str) -> list[Entry]:
    entries = standing_entries(decision.case, *kinds)
    return [e for e in entries if e.values.get("by") == side and e.instance_id == decision.instance_id]


def _deciding(
    decision: Decision, defendant: Organ, actor: Actor, chosen: AppealDecision | None
) -> dict[str, Any] | None:
    """The decision may be changed until the court's decision takes effect."""
    settled = chosen is not None and effective_on(decision.instance) is not None
    if settled or is_overtaken(decision) or not acts_on_side(actor, rights.APPEAL, decision.case, defendant):
        return None
    words = "变更决定" if chosen else "登记决定"
    return act(words, "appeal_decide", decision.case_id, decision.pk, defendant.code)


def effect_steps(decision: Decision, actor: Actor) -> Iterator[Step]:
    """Whether the decision has taken effect; nothing to do once a later instance's decision has."""
    day = effective_on(decision.instance)
    if day is None and is_overtaken(decision):
        return
    appeals = [*_lodged_by(decision, "us", "appealed"), *_lodged_by(decision, "other", "appealed")]
    may = day is None and acts_on_side(actor, rights.ENTER, decision.case)
    yield {
        "title": "裁判发生法律效力",
        "done": day is not None,
        "day": day,
        "note": "；".join(f"{entry.happened_on:%-m月%-d日}{entry.summary}" for entry in appeals),
        "cite": "办法第二十六条第一款",
        "action": act("登记生效", "effective_enter", decision.case_id, decision.instance_id) if may else None,
    }


def item_actions(item: PerformanceItem, actor: Actor) -> list[dict[str, Any]]:
    """Progress and completion of a performance item."""
    if item.done_on or not acts_on_side(actor, rights.PERFORM, item.case, item.defendant):
        return []
    place = (item.case_id, item.pk)
    return [act("记录进展", "performance_progress", *place), act("履行完毕", "performance_done", *place)]


def case_actions(case: Case, actor: Actor) -> list[dict[str, Any]]:
    """What may be entered for the case as a whole."""
    found = []
    if acts_on_side(actor, rights.ENTER, case) and not case.closed:
        found.append(act("登记裁判", "decision_new", case.pk))
        latest = case.decisions.filter(withdrawn=False).order_by("decided_on", "id").last()
        if latest:
            found.append(act("登记上诉、申请再审", "appeal_enter", case.pk, latest.instance_id))
    return found
