"""Reading intake: what waits, what was settled, what the same file is, what joins."""

from datetime import date

from django.db.models import QuerySet
from django.utils import timezone

from yingsu.base.actor import Actor
from yingsu.base.refusal import Refused
from yingsu.docket.models import Case, CourtPaper
from yingsu.duties.waiting import Waiting
from yingsu.intake.capabilities import CONFIRM
from yingsu.intake.models import Batch, Proposal, Upload
from yingsu.organs.models import Organ
from yingsu.organs.queries import descendants, government_of

LISTED = 50


def proposals(actor: Actor) -> QuerySet[Proposal]:
    """The proposals of the actor's organ, with their upload and case."""
    return Proposal.objects.visible_to(actor).select_related(
        "upload__batch__organ", "upload__file", "case", "paper"
    )


def waiting_proposals(actor: Actor) -> QuerySet[Proposal]:
    """Proposals to be confirmed, in the order they came."""
    return proposals(actor).filter(state=Proposal.State.PROPOSED).order_by("id")


def settled_proposals(actor: Actor, state: str, limit: int = LISTED) -> list[Proposal]:
    """The proposals last settled in *state*, newest first."""
    return list(proposals(actor).filter(state=state).order_by("-settled_at", "-id")[:limit])


def unread_uploads(actor: Actor) -> QuerySet[Upload]:
    """Files that wait to be read."""
    return Upload.objects.visible_to(actor).filter(state=Upload.State.READING).order_by("id")


def troubled_uploads(actor: Actor, limit: int = LISTED) -> list[Upload]:
    """Files of the organ's last batch that could not be read or were there already, newest first."""
    latest = Batch.objects.visible_to(actor).order_by("-id").first()
    rows = Upload.objects.visible_to(actor).filter(batch=latest).exclude(error="").select_related("same_as")
    return list(rows.order_by("-id")[:limit])


def proposal_for(actor: Actor, pk: int) -> Proposal:
    """A proposal of the actor's own organ; what one may not see does not exist."""
    row = proposals(actor).filter(pk=pk).first()
    if row is None:
        raise Refused("没有找到这份文书。", "请从“收文”页面重新进入。", status=404)
    return row


def next_waiting(actor: Actor, after: Proposal) -> Proposal | None:
    """The next proposal to be confirmed: of the same batch first, then the oldest."""
    rows = waiting_proposals(actor).exclude(pk=after.pk)
    return (
        rows.filter(upload__batch=after.upload.batch).first()
        or rows.filter(pk__gt=after.pk).first()
        or rows.first()
    )


def registered_twins(actor: Actor, proposal: Proposal) -> list[CourtPaper]:
    """Papers with the same bytes registered in cases the actor may see, other than this proposal's own."""
    rows = CourtPaper.objects.visible_to(actor).filter(file=proposal.upload.file).select_related("case")
    return list(rows.exclude(pk=proposal.paper_id)[:5])


def confirmed_of(upload: Upload | None, actor: Actor) -> Proposal | None:
    """The first proposal of an upload, to lead to where the same file stands."""
    return proposals(actor).filter(upload=upload).first() if upload else None


def joinable_cases(actor: Actor, text: str = "", limit: int = 20) -> list[Case]:
    """Visible cases that are not archived, newest first, filtered by a word of title, number or parties."""
    rows = Case.objects.visible_to(actor).filter(closed=False)
    for word in text.split()[:4]:
        rows = rows.filter(title__contains=word) | rows.filter(case_number__contains=word)
    return list(rows.order_by("-opened_on", "-id")[:limit])


def units_under(actor: Actor) -> list[Organ]:
    """The organs that may have done the act in question: of the actor's government and its departments and townships."""
    organ = Organ.objects.select_related("parent").get(pk=actor.organ_id)
    government = government_of(organ)
    if government is None:
        return [organ]
    ids = descendants(government.pk)
    return list(
        Organ.objects.filter(pk__in=ids, level__in=(organ.level, Organ.Level.TOWNSHIP)).order_by("id")
    )


def last_received(actor: Actor, proposal: Proposal) -> date | None:
    """The receipt day given to an earlier paper of the same batch, proposed for the next."""
    papers = proposals(actor).filter(upload__batch=proposal.upload.batch, paper__isnull=False)
    return papers.order_by("-settled_at").values_list("paper__received_on", flat=True).first()


def waiting(actor: Actor) -> list[Waiting]:
    """The papers that wait to be confirmed, for the desk."""
    if not actor.may(CONFIRM):
        return []
    return [
        Waiting(
            title=f"核对收文：{proposal.doc_type or proposal.upload.file_name}",
            case=None,  # the desk shows a line without a case
            url_name="intake_proposal",
            url_args=(proposal.pk,),
            since=timezone.localdate(proposal.upload.batch.at),
            cite="办法第十条",
            verb="核对",
        )
        for proposal in waiting_proposals(actor)[:LISTED]
    ]


def text_of(paper: CourtPaper) -> str:
    """The text read from a registered paper, page after page; empty when it was not read."""
    row = Proposal.objects.filter(paper=paper).order_by("-id").first()
    return "\n\n".join(str(page.get("text", "")) for page in row.pages).strip() if row else ""
