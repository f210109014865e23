"""Opinion, transfer, preparation, evidence, answer, filing (办法第十三、十四、十六条)."""

from yingsu.demonstration.walk.steps import Step, Walk
from yingsu.documents import actions as documents
from yingsu.documents.queries import latest_of
from yingsu.organs.models import Organ
from yingsu.response import actions
from yingsu.response.models import EvidenceItem, HandlingOpinion
from yingsu.response.queries import checklist

KINDS = {label: code for code, label in EvidenceItem.Kind.choices}
SIGNED = ("answer", "evidence_catalogue")


def put_up_opinion(walk: Walk, step: Step) -> None:
    """The office puts up the opinion."""
    unit = Organ.objects.get(code=step.needs["unit"])
    actions.put_up_opinion(**walk.place, unit=unit, reason=step.needs["text"], **walk.days(step))


def approve_opinion(walk: Walk, step: Step) -> None:
    """A head approves it."""
    opinion = HandlingOpinion.objects.get(case=walk.case)
    actions.approve_opinion(opinion=opinion, direction=step.needs["text"], **walk.days(step))


def pass_on(walk: Walk, step: Step) -> None:
    """The office passes the papers on."""
    actions.pass_on(**walk.place, **walk.days(step))


def assess_risk(walk: Walk, step: Step) -> None:
    """The unit assesses the risk."""
    points = [one for one in step.needs["text"].split("；") if one]
    actions.assess_risk(
        **walk.place, level=step.needs["level"], text=step.needs["text"], points=points, **walk.days(step)
    )


def list_evidence(walk: Walk, step: Step) -> None:
    """The unit lists the evidence."""
    for row in step.needs["evidence"]:
        actions.add_evidence(
            **walk.place,
            name=row["name"],
            kind=KINDS[row["kind"]],
            source=row["source"],
            form="original" if row["original"] else "copy",
            page_count=row["pages"],
            purpose=row["purpose"],
            by=walk.actor(step),
        )


def finish_preparation(walk: Walk, step: Step) -> None:
    """The unit ticks the checklist off and finishes."""
    for line in checklist(walk.case, walk.defendant, walk.instance):
        if line.required:
            actions.tick(**walk.place, code=line.code, by=walk.actor(step), on=step.on)
    actions.finish_preparation(**walk.place, **walk.days(step))


def submit_answer(walk: Walk, step: Step) -> None:
    """The unit drafts answer and catalogue and puts them up for sign-off."""
    by = walk.actor(step)
    drafted = (
        actions.draft_catalogue(**walk.place, by=by, on=step.on),
        actions.draft_answer(**walk.place, by=by, on=step.on, data=step.needs["answer"]),
    )
    for document in drafted:
        documents.submit(document=document, by=by, on=step.on)


def sign_off_answer(walk: Walk, step: Step) -> None:
    """A head signs both off."""
    for kind in SIGNED:
        document = latest_of(walk.case, kind, walk.defendant, walk.instance)
        if document is not None:
            documents.sign_off(document=document, opinion="同意。", **walk.days(step))


def file_with_court(walk: Walk, step: Step) -> None:
    """The unit hands answer and evidence in."""
    proof = "德州市德城区人民法院诉讼服务窗口收件回执"
    actions.file_with_court(**walk.place, what="both", way="window", proof=proof, **walk.days(step))
