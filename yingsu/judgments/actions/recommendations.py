"""Judicial recommendations (办法第二十七条): written opinion, the head's sign-off, the answer to the court."""

from datetime import date

from yingsu.audit.actions import record
from yingsu.base import clock
from yingsu.base.actor import Actor
from yingsu.base.refusal import Refused
from yingsu.base.tx import writes
from yingsu.docket.happening import Happening
from yingsu.docket.models import CourtPaper
from yingsu.documents.capabilities import SIGN_OFF, require_for, require_side
from yingsu.duties.actions import enter
from yingsu.judgments.capabilities import RECOMMENDATION
from yingsu.judgments.models import RecommendationReply
from yingsu.organs.models import Organ

ARTICLE = "办法第二十七条"


@writes
def write_opinion(*, paper: CourtPaper, defendant: Organ, opinion: str, by: Actor) -> RecommendationReply:
    """Write or rewrite the opinion; a signed one must be answered, not changed."""
    require_side(by, RECOMMENDATION, paper.case, defendant)
    standing = RecommendationReply.objects.select_for_update().filter(paper=paper).first()
    if standing and standing.signed_on:
        raise Refused(
            "书面意见已经负责人审签，不能再改。",
            "请直接登记回复人民法院的情况。",
            article=ARTICLE,
            status=409,
        )
    reply, _ = RecommendationReply.objects.update_or_create(
        paper=paper, defaults={"case": paper.case, "defendant": defendant, "opinion": opinion}
    )
    record("judgments.write_opinion", by=by, on=reply)
    return reply


@writes
def sign_reply(*, reply: RecommendationReply, by: Actor, on: date | None = None) -> RecommendationReply:
    """A head of the organ itself signs the opinion off."""
    require_for(by, SIGN_OFF, reply.defendant)
    _lock(reply)
    if reply.signed_on:
        raise Refused("书面意见已经审签。", "请刷新页面查看最新状态。", article=ARTICLE, status=409)
    reply.signed_by = by.signature()
    reply.signed_on = on or clock.today()
    reply.save(update_fields=["signed_by", "signed_on"])
    record("judgments.sign_reply", by=by, on=reply)
    return reply


@writes
def answer(
    *, reply: RecommendationReply, proof: str, by: Actor, on: date | None = None, known: date | None = None
) -> RecommendationReply:
    """The answer has been given to the court (recommendation-answered)."""
    require_side(by, RECOMMENDATION, reply.case, reply.defendant)
    _lock(reply)
    if reply.signed_on is None:
        raise Refused(
            "书面意见还没有经行政机关负责人审签。", "请先报负责人审签，再回复人民法院。", article=ARTICLE
        )
    if reply.answered_on:
        raise Refused(
            "这份司法建议已经登记回复。", "登记有误的，请在案件日志中更正。", article=ARTICLE, status=409
        )
    reply.answered_on = on or clock.today()
    reply.proof = proof
    reply.save(update_fields=["answered_on", "proof"])
    values = {"paper": str(reply.paper.fields.get("case_number", "")) or reply.paper.title}
    enter(
        reply.case,
        Happening(
            "recommendation-answered",
            reply.answered_on,
            values,
            reply.paper.instance,
            reply.defendant,
            known,
            paper=reply.paper,
            note=proof,
        ),
        by=by,
    )
    return reply


def _lock(reply: RecommendationReply) -> None:
    RecommendationReply.objects.select_for_update().get(pk=reply.pk)
    reply.refresh_from_db(fields=["opinion", "signed_on", "answered_on"])
