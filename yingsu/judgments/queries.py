"""Reading what follows a decision."""

from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

from django.db import models

from yingsu import law
from yingsu.base import clock
from yingsu.base.actor import Actor
from yingsu.base.refusal import Refused
from yingsu.docket.models import Case, CourtPaper, Decision, Instance
from yingsu.docket.queries import standing_entries
from yingsu.documents.capabilities import SIGN_OFF, acts_for
from yingsu.duties.models import Duty
from yingsu.duties.queries import duties_of
from yingsu.duties.waiting import Waiting
from yingsu.judgments.capabilities import ACKNOWLEDGE
from yingsu.judgments.models import CaseReport, PerformanceItem, RecommendationReply
from yingsu.organs.models import Organ
from yingsu.organs.queries import justice_bureau_of

M = TypeVar("M", bound=models.Model)


@dataclass(frozen=True, slots=True)
class Recommended:
    """A judicial recommendation received, the organ it went to, and its reply as far as it has come."""

    paper: CourtPaper
    reply: RecommendationReply | None
    addressee: Organ | None


def results_text(decision: Decision) -> str:
    """The results in words, as they were chosen."""
    return "；".join(law.word_of("decision-made", "results", code) for code in decision.results) or "未登记"


def decisions_of(case: Case) -> list[Any]:
    """The decisions of a case, oldest first, each with `results_text`."""
    rows = list(case.decisions.filter(withdrawn=False).select_related("instance", "case"))
    for row in rows:
        row.results_text = results_text(row)
    return rows


def recommendations_of(case: Case) -> list[Recommended]:
    """The recommendations received in a case."""
    papers = case.papers.filter(kind="recommendation").select_related("instance", "case")
    replies = {reply.paper_id: reply for reply in case.replies.select_related("defendant")}
    received = {e.paper_id: e.organ for e in standing_entries(case, "receipt") if e.paper_id and e.organ}
    found = []
    for paper in papers:
        reply = replies.get(paper.pk)
        found.append(Recommended(paper, reply, reply.defendant if reply else received.get(paper.pk)))
    return found


def standing_decision(instance: Instance, form: str, decided_on: date) -> Decision | None:
    """The decision of an instance with this form and date, when it was entered already."""
    return instance.decisions.filter(form=form, decided_on=decided_on, withdrawn=False).first()


def receipts_of(decision: Decision, defendant: Organ) -> dict[str, date]:
    """When the decision was received for a defendant, by receiver (party, office, unit)."""
    return {
        str(entry.values.get("receiver")): entry.happened_on
        for entry in standing_entries(decision.case, "receipt")
        if entry.instance_id == decision.instance_id
        and entry.organ_id in (None, defendant.pk)
        and entry.values.get("paper") == decision.form
        and entry.happened_on >= decision.decided_on
    }


def appeal_period(decision: Decision, defendant: Organ) -> Duty | None:
    """The period in which a defendant may appeal against the decision (行政诉讼法第八十五条); none for final ones."""
    found = None
    for row in _periods(decision, defendant, "decide-appeal"):
        if row.trigger and row.trigger.values.get("paper") == decision.form:
            found = row
    return found


def retrial_period(decision: Decision, defendant: Organ) -> Duty | None:
    """The period in which a defendant may apply for retrial (行政诉讼法解释第一百一十条), once the decision took effect."""
    return next(iter(_periods(decision, defendant, "apply-retrial")), None)


def _periods(decision: Decision, defendant: Organ, rule: str) -> list[Duty]:
    return [
        row
        for row in duties_of(decision.case)
        if row.rule == rule
        and row.state != Duty.State.SUPERSEDED
        and row.instance_id == decision.instance_id
        and row.defendant_id in (None, defendant.pk)
    ]


def effective_on(instance: Instance) -> date | None:
    """The day on which the decision of an instance took effect, when it was entered."""
    days = [
        e.happened_on for e in standing_entries(instance.case, "effective") if e.instance_id == instance.pk
    ]
    return days[-1] if days else None


def is_overtaken(decision: Decision) -> bool:
    """Whether a later instance has decided with effect, so that nothing more follows from this decision itself."""
    later = decision.case.instances.filter(ordinal__gt=decision.instance.ordinal)
    return any(effective_on(instance) for instance in later)


def through_gate(actor: Actor, model: type[M], case: Case, pk: int) -> M:
    """A row of *model* in a case the actor may see."""
    found = model.objects.visible_to(actor).filter(case=case, pk=pk).first()
    if found is None:
        raise Refused("没有找到这项登记。", "请从案件的“裁判履行”页面进入。", status=404)
    return found


def waiting(actor: Actor) -> list[Waiting]:
    """Reports that wait for the bureau, recommendation opinions that wait for a head."""
    found: list[Waiting] = []
    if actor.may(ACKNOWLEDGE):
        rows = CaseReport.objects.visible_to(actor).filter(state=CaseReport.State.FILED)
        found += [
            _line(
                row.case,
                f"签收情况报告备案：{row.defendant.name}",
                row.filed_on,
                "办法第二十五条第一款",
                "签收",
            )
            for row in rows.select_related("case", "defendant")[:50]
            if acts_for(actor, ACKNOWLEDGE, justice_bureau_of(row.defendant))
        ]
    if actor.may(SIGN_OFF):
        replies = RecommendationReply.objects.visible_to(actor).filter(
            signed_on=None, defendant_id=actor.organ_id
        )
        found += [
            _line(row.case, "审签司法建议书面意见", None, "办法第二十七条", "审签")
            for row in replies.select_related("case")[:50]
        ]
    return found


def _line(case: Case, title: str, since: Any, cite: str, verb: str) -> Waiting:
    return Waiting(title, case, "judgments", (case.pk,), since or clock.today(), cite, verb)


def due_of(item: PerformanceItem) -> date | None:
    """The last day of a performance item as the law counts it now; none before the decision has taken effect."""
    rows = item.case.duties.filter(rule="perform", key__endswith=f":{item.label}").exclude(due=None)
    return item.until or rows.values_list("due", flat=True).first()


def ordered_by(decision: Decision) -> dict[str, Any]:
    """What the decision's own paper says is to be performed, for the form to begin with."""
    paper = (
        decision.case.papers.filter(kind=decision.form, instance=decision.instance).order_by("-id").first()
    )
    days = paper.fields.get("performance_days") if paper else None
    return {"what": results_text(decision) if days else "", "days": days}
