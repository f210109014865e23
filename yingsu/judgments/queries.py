"""Reading what follows a decision."""

from dataclasses import dataclass
from typing import Any, TypeVar

from django.db import models

from yingsu.base import clock
from yingsu.base.actor import Actor
from yingsu.base.refusal import Refused
from yingsu.docket.models import Case, CourtPaper, Decision
from yingsu.documents.capabilities import SIGN_OFF
from yingsu.duties.waiting import Waiting
from yingsu.judgments.capabilities import ACKNOWLEDGE
from yingsu.judgments.contents import results_text
from yingsu.judgments.models import CaseReport, RecommendationReply

M = TypeVar("M", bound=models.Model)


@dataclass(frozen=True, slots=True)
class Recommended:
    """A judicial recommendation received, and its reply as far as it has come."""

    paper: CourtPaper
    reply: RecommendationReply | None


def decisions_of(case: Case) -> list[Any]:
    """The decisions of a case, oldest first, each with `results_text`."""
    rows = list(case.decisions.filter(withdrawn=False).select_related("instance", "case"))
    for row in rows:
        row.results_text = results_text(row)
    return rows


def recommendations_of(case: Case) -> list[Recommended]:
    """The recommendations received in a case."""
    papers = case.papers.filter(kind="recommendation").select_related("instance")
    replies = {reply.paper_id: reply for reply in case.replies.all()}
    return [Recommended(paper, replies.get(paper.pk)) for paper in papers]


def through_gate(actor: Actor, model: type[M], case: Case, pk: int) -> M:
    """A row of *model* in a case the actor may see."""
    found = model.objects.visible_to(actor).filter(case=case, pk=pk).first()  # type: ignore[attr-defined]
    if found is None:
        raise Refused("没有找到这项登记。", "请从案件的“裁判履行”页面进入。", status=404)
    return found


def waiting(actor: Actor) -> list[Waiting]:
    """Reports that wait for the bureau, recommendation opinions that wait for a head."""
    found: list[Waiting] = []
    if actor.may(ACKNOWLEDGE):
        rows = CaseReport.objects.visible_to(actor).filter(state=CaseReport.State.FILED)
        found += [
            _line(row.case, f"签收情况报告备案：{row.defendant.name}", row.filed_on, "办法第二十五条第一款", "签收")
            for row in rows.select_related("case", "defendant")[:50]
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
