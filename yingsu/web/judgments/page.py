"""What the page “裁判履行” shows."""

from datetime import date
from typing import Any

from django.urls import reverse

from yingsu.base import clock
from yingsu.base.actor import Actor
from yingsu.docket.models import Case, Decision
from yingsu.docket.queries import defendants
from yingsu.documents.capabilities import SIGN_OFF, acts_for, acts_on_side
from yingsu.duties.queries import explain_all
from yingsu.judgments import capabilities as rights
from yingsu.judgments.actions.corrections import TOLD
from yingsu.judgments.models import PerformanceItem, SelfCorrection
from yingsu.judgments.queries import (
    Recommended,
    decisions_of,
    due_of,
    effective_on,
    is_overtaken,
    receipts_of,
    recommendations_of,
)
from yingsu.organs.models import Organ
from yingsu.web.desk.lines import line
from yingsu.web.judgments.steps import (
    act,
    appeal_steps,
    case_actions,
    effect_steps,
    item_actions,
    report_steps,
)

RULES = frozenset({
    "report", "file-report", "decide-appeal", "lodge-appeal", "apply-retrial", "lodge-retrial", "perform",
    "answer-recommendation", "answer-recommendation-normative", "notify-self-correction-court",
    "notify-self-correction-parties", "notify-self-correction-reconsideration",
})  # fmt: skip
STANDING = ("open", "announced")
RECEIVERS = {"party": "送达被告", "office": "办公室收到", "unit": "承办单位收到"}
NOTICES = {
    "court-informed": ("书面告知人民法院", "办法第二十四条第一款"),
    "parties-informed": ("书面告知相关当事人", "办法第二十四条第一款"),
    "reconsideration-organ-informed": ("书面告知行政复议机关", "办法第二十四条第二款"),
}


def judgments_page(case: Case, actor: Actor) -> dict[str, Any]:
    """Duties, decisions with their steps, performance, recommendations, self-correction."""
    organs = [party.organ for party in defendants(case) if party.organ]
    explained = [
        one for one in explain_all(case) if one.row.rule in RULES and one.reason.state != "superseded"
    ]
    items = case.performance_items.select_related("defendant", "decision__instance", "case")
    return {
        "case": case,
        "duties": [
            line(one, acting=False, matter=False, who=True)
            for one in explained
            if one.reason.state in STANDING
        ],
        "done": [
            line(one, acting=False, matter=False, who=True)
            for one in explained
            if one.reason.state not in STANDING
        ],
        "decisions": [_decision(one, organs, actor) for one in reversed(decisions_of(case))],
        "items": [_item(one, actor) for one in items],
        "recommendations": [_recommended(one, actor) for one in recommendations_of(case)],
        "corrections": [
            _correction(one, actor) for one in case.corrections.select_related("defendant", "case")
        ],
        "correcting": _correcting(case, organs, actor),
        "actions": case_actions(case, actor),
    }


def _decision(decision: Decision, organs: list[Organ], actor: Actor) -> dict[str, Any]:
    ordering = [
        act(
            f"登记履行事项（{organ.short_name}）" if len(organs) > 1 else "登记履行事项",
            "performance_new",
            decision.case_id,
            decision.pk,
            organ.code,
        )
        for organ in organs
        if acts_on_side(actor, rights.PERFORM, decision.case, organ) and not is_overtaken(decision)
    ]
    return {
        "row": decision,
        "results": decision.results_text,
        "sides": [_side(decision, organ, actor) for organ in organs],
        "effect": list(effect_steps(decision, actor)),
        "ordering": ordering,
    }


def _side(decision: Decision, organ: Organ, actor: Actor) -> dict[str, Any]:
    received = receipts_of(decision, organ)
    return {
        "organ": organ,
        "received": [(words, received.get(receiver)) for receiver, words in RECEIVERS.items()],
        "steps": [*report_steps(decision, organ, actor), *appeal_steps(decision, organ, actor)],
    }


def _item(item: PerformanceItem, actor: Actor) -> dict[str, Any]:
    due = due_of(item)
    late = not item.done_on and due is not None and due < clock.today()
    return {
        "row": item,
        "due": due,
        "late": late,
        "progress": item.progress.splitlines(),
        "actions": item_actions(item, actor),
    }


def _recommended(one: Recommended, actor: Actor) -> dict[str, Any]:
    reply, case, addressee = one.reply, one.paper.case, one.addressee
    mine = addressee is not None and acts_on_side(actor, rights.RECOMMENDATION, case, addressee)
    actions = []
    if mine and addressee and not (reply and reply.signed_on):
        words = "修改书面意见" if reply else "提出书面意见"
        actions.append(act(words, "recommendation_opinion", case.pk, one.paper.pk, addressee.code))
    if reply and not reply.signed_on and acts_for(actor, SIGN_OFF, addressee):
        actions.insert(0, act("审签", "recommendation_sign", case.pk, reply.pk))
    if mine and reply and reply.signed_on and not reply.answered_on:
        actions.append(act("登记回复法院", "recommendation_answer", case.pk, reply.pk))
    return {
        "paper": one.paper,
        "url": reverse("court_paper", args=[one.paper.pk]),
        "reply": reply,
        "actions": actions,
    }


def _correction(row: SelfCorrection, actor: Actor) -> dict[str, Any]:
    mine = acts_on_side(actor, rights.ENTER, row.case, row.defendant)
    notices = []
    for whom, (title, cite) in NOTICES.items():
        if whom == "reconsideration-organ-informed" and row.case.route != Case.Route.AFTER:
            continue
        day: date | None = getattr(row, TOLD[whom])
        informing = (
            act("登记已告知", "self_correct_inform", row.case_id, row.pk, whom) if mine and not day else None
        )
        notices.append({"title": title, "done": bool(day), "day": day, "cite": cite, "action": informing})
    return {"row": row, "notices": notices}


def _correcting(case: Case, organs: list[Organ], actor: Actor) -> list[dict[str, Any]]:
    """Self-correction may be entered until the decision has taken effect (办法第二十四条)."""
    latest = case.instances.order_by("-ordinal").first()
    if case.closed or latest is None or effective_on(latest):
        return []
    return [
        act(
            f"登记自行纠正（{organ.short_name}）" if len(organs) > 1 else "登记自行纠正",
            "self_correct",
            case.pk,
            organ.code,
        )
        for organ in organs
        if acts_on_side(actor, rights.ENTER, case, organ)
    ]
