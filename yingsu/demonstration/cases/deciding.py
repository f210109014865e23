"""After the decision: reports, appeals, performance, recommendations, self-correction, the volume (办法第二十四至二十八条)."""

from datetime import timedelta

from yingsu.archive import actions as archive
from yingsu.demonstration.cases.answering import place
from yingsu.demonstration.cases.stories import Fact
from yingsu.demonstration.cases.telling import Telling
from yingsu.demonstration.cases.words import words
from yingsu.docket.models import CourtPaper
from yingsu.documents import actions as documents
from yingsu.judgments import actions
from yingsu.judgments.models import CaseReport, PerformanceItem, RecommendationReply, SelfCorrection

RECENT = timedelta(days=14)


def submit_report(telling: Telling, fact: Fact) -> None:
    """Draft the report, have it signed off, submit it."""
    decision, unit = telling.decision(fact), telling.actor(fact)
    report = actions.draft_report(decision=decision, defendant=telling.organ(fact), by=unit, on=fact.on)
    document, told = report.document, words()["report"]
    data = document.data | {
        "opinion": told["opinion_lost" if decision.lost else "opinion_won"],
        "contact": f"{unit.person}，0534-0000000",
        "number": f"应诉〔{fact.on.year}〕{decision.pk + 9000}号",
    }
    if not data.get("appearance"):
        data["appearance"] = "本案未经开庭审理，没有负责人出庭的情形。"
    documents.revise(document=document, data=data, version=document.version, by=unit, on=fact.on)
    document.refresh_from_db()
    documents.submit(document=document, by=unit, on=fact.on)
    documents.sign_off(
        document=document, by=telling.signer(document.signing_organ), on=fact.on, known=fact.known
    )
    report.refresh_from_db()
    actions.submit_report(report=report, **telling.days(fact))


def file_report(telling: Telling, fact: Fact) -> None:
    """File the report with the bureau, which signs for it unless it came these days."""
    report = CaseReport.objects.get(decision=telling.decision(fact), defendant=telling.organ(fact))
    actions.file_report(report=report, **telling.days(fact))
    if telling.today - fact.on > RECENT:
        bureau = telling.bureau(telling.organ(fact))
        report.refresh_from_db()
        actions.acknowledge_report(report=report, by=bureau, on=fact.on)


def decide_appeal(telling: Telling, fact: Fact) -> None:
    """Decide whether to appeal."""
    choice = fact.values["choice"]
    actions.decide_appeal(
        decision=telling.decision(fact),
        defendant=telling.organ(fact),
        choice=choice,
        reason=words()["appeal"][choice],
        **telling.days(fact),
    )


def appeal(telling: Telling, fact: Fact) -> None:
    """An appeal lodged or a retrial applied for, by either side."""
    actions.enter_appeal(
        case=telling.case,
        instance=telling.instance(fact.instance),
        side=fact.values["by"],
        defendant=telling.organs.get(fact.organ),
        retrial=fact.kind == "retrial-applied",
        **telling.days(fact),
    )


def effective(telling: Telling, fact: Fact) -> None:
    """The decision takes effect."""
    instance = telling.instance(fact.values["of"])
    actions.enter_effective(case=telling.case, instance=instance, **telling.days(fact))


def order_performance(telling: Telling, fact: Fact) -> None:
    """What the decision orders."""
    actions.order_performance(
        decision=telling.decision(fact),
        defendant=telling.organ(fact),
        what=fact.values["what"],
        until=fact.values.get("until"),
        **telling.days(fact),
    )


def perform(telling: Telling, fact: Fact) -> None:
    """It is done."""
    item = PerformanceItem.objects.filter(case=telling.case, done_on=None).earliest("pk")
    actions.perform(item=item, proof=words()["after"]["performed"], **telling.days(fact))


def answer_recommendation(telling: Telling, fact: Fact) -> None:
    """The written opinion, signed off, goes to the court."""
    told, defendant, unit = words()["after"], telling.organ(fact), telling.actor(fact)
    paper = CourtPaper.objects.filter(case=telling.case, kind="recommendation").latest("pk")
    reply: RecommendationReply = actions.write_opinion(
        paper=paper, defendant=defendant, opinion=told["opinion"], by=unit
    )
    actions.sign_reply(reply=reply, by=telling.signer(defendant), on=fact.on)
    actions.answer(reply=reply, proof=told["answered"], **telling.days(fact))


def self_correct(telling: Telling, fact: Fact) -> None:
    """The organ corrects its act."""
    actions.self_correct(
        case=telling.case,
        defendant=telling.organ(fact),
        what=words()["after"]["corrected"],
        **telling.days(fact),
    )


def inform(telling: Telling, fact: Fact) -> None:
    """Whom the correction is told."""
    correction = SelfCorrection.objects.filter(case=telling.case, defendant=telling.organ(fact)).latest("pk")
    actions.inform(correction=correction, whom=fact.kind, **telling.days(fact))


def close_volume(telling: Telling, fact: Fact) -> None:
    """Bind and close the volume."""
    where = place(telling, fact)
    volume = archive.open_volume(case=where["case"], defendant=where["defendant"], by=telling.actor(fact))
    archive.close(volume=volume, **telling.days(fact))
