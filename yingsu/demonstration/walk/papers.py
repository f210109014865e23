"""Receiving the court's papers: kept, read in the child, confirmed (办法第十、十一条)."""

from yingsu.demonstration.walk.steps import DATA, Step, Walk, walk_data
from yingsu.intake.actions import confirm, read_waiting
from yingsu.intake.actions import receive as take_in
from yingsu.intake.first_reading import particulars_read
from yingsu.intake.models import Proposal
from yingsu.response.actions import acknowledge as sign_for


def receive(walk: Walk, step: Step) -> None:
    """Take the files in, read them, confirm what was read with what the clerk knows besides."""
    by = walk.actor(step)
    files = [(name, (DATA / "papers" / name).read_bytes()) for name in step.needs["papers"]]
    batch = take_in(files=files, by=by)
    read_waiting(by=by)
    walk.read = list(Proposal.objects.filter(upload__batch=batch).select_related("upload").order_by("id"))
    for proposal in walk.read:
        data = particulars_read(proposal, served_on=step.on, office_on=step.on, **_said(proposal))
        confirm(proposal=proposal, data=data, by=by, known=step.on)


def _said(proposal: Proposal) -> dict[str, str]:
    """What the papers do not say and the clerk knows: the name of the act and the unit that did it."""
    told = walk_data()["case"]
    if proposal.kind == "notice-to-respond":
        return {"act_by": told["defendants"][0]["act_by"]}
    return {"act_name": told["act"]["name"]} if proposal.kind == "complaint" else {}


def acknowledge(walk: Walk, step: Step) -> None:
    """The unit signs for what was passed on."""
    sign_for(**walk.place, **walk.days(step))
