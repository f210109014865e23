"""Report, appeal, recommendation, performance, volume (办法第二十五至二十八条)."""

from yingsu.archive import actions as archive
from yingsu.demonstration.walk.steps import Step, Walk
from yingsu.docket.models import CourtPaper
from yingsu.documents import actions as documents
from yingsu.judgments import actions
from yingsu.judgments.models import CaseReport, PerformanceItem


def submit_case_report(walk: Walk, step: Step) -> None:
    """The unit writes the report, its head signs it off, it is submitted."""
    by = walk.actor(step)
    report = actions.draft_report(decision=walk.decision(), defendant=walk.defendant, by=by, on=step.on)
    document = report.document
    data = document.data | step.needs["report"]
    document = documents.revise(document=document, data=data, version=document.version, by=by, on=step.on)
    documents.submit(document=document, by=by, on=step.on)
    documents.sign_off(document=document, by=walk.people.actor("psb-deputy"), on=step.on, known=step.on)
    actions.submit_report(report=CaseReport.objects.get(pk=report.pk), **walk.days(step))


def file_case_report(walk: Walk, step: Step) -> None:
    """It is filed with the bureau, which signs for it."""
    report = actions.file_report(report=CaseReport.objects.get(case=walk.case), **walk.days(step))
    actions.acknowledge_report(report=report, by=walk.people.actor("bureau"), on=step.on)


def decide_appeal(walk: Walk, step: Step) -> None:
    """The defendant decides not to appeal."""
    actions.decide_appeal(
        decision=walk.decision(),
        defendant=walk.defendant,
        choice=step.needs["choice"],
        reason="判决指出的问题属实，服从判决，按期重新作出行政行为。",
        **walk.days(step),
    )


def enter_effective(walk: Walk, step: Step) -> None:
    """The judgment takes effect; what it orders is entered with its last day."""
    decision = walk.decision()
    actions.enter_effective(case=decision.case, instance=decision.instance, **walk.days(step))
    for item in step.needs["items"]:
        actions.order_performance(
            decision=decision,
            defendant=walk.defendant,
            what=item["what"],
            until=item["until"],
            **walk.days(step),
        )


def answer_recommendation(walk: Walk, step: Step) -> None:
    """The written opinion, signed off by the main head, is given to the court."""
    paper = CourtPaper.objects.get(case=walk.case, kind="recommendation")
    reply = actions.write_opinion(
        paper=paper, defendant=walk.defendant, opinion=step.needs["text"], by=walk.actor(step)
    )
    reply = actions.sign_reply(reply=reply, by=walk.people.actor(step.needs["sign_off_by"]), on=step.on)
    actions.answer(reply=reply, proof=step.needs["proof"], **walk.days(step))


def perform(walk: Walk, step: Step) -> None:
    """What was ordered is done."""
    item = PerformanceItem.objects.get(case=walk.case, label=step.needs["item"])
    actions.perform(item=item, proof=step.needs["text"], **walk.days(step))


def close_volume(walk: Walk, step: Step) -> None:
    """The archivist binds and closes the volume."""
    volume = archive.open_volume(**walk.place, by=walk.actor(step))
    archive.close(volume=volume, **walk.days(step))
