"""Reading volumes."""

from django.db.models import QuerySet

from yingsu.archive.capabilities import BIND
from yingsu.archive.models import Volume
from yingsu.base.actor import Actor
from yingsu.base.refusal import Refused
from yingsu.docket.models import Case
from yingsu.documents.models import Document
from yingsu.duties.models import Duty
from yingsu.duties.roles import roles_of
from yingsu.duties.waiting import Waiting
from yingsu.organs.models import Organ


def volumes_of(case: Case) -> QuerySet[Volume]:
    """The volumes of one case."""
    return case.volumes.select_related("organ", "defendant", "file")


def volumes_for(actor: Actor) -> QuerySet[Volume]:
    """All volumes the actor may see, the newest first."""
    return Volume.objects.visible_to(actor).select_related("case", "organ", "file").order_by("-id")


def volume_for(actor: Actor, pk: int) -> Volume:
    """A volume through the gate."""
    found = volumes_for(actor).filter(pk=pk).first()
    if found is None:
        raise Refused("没有找到这本案卷。", "请从“案卷”列表进入。", status=404)
    return found


def standing_documents(case: Case, defendant: Organ) -> list[Document]:
    """Documents of the defendant's side that nobody has signed off yet."""
    return list(
        case.documents.filter(defendant=defendant, state__in=[Document.State.DRAFT, Document.State.WAITING])
    )


def waiting(actor: Actor) -> list[Waiting]:
    """For an archivist, who has no duties on the desk: the cases of his organ that are to be archived."""
    if not actor.may(BIND) or "responsible-unit" in roles_of(actor.post_kind):
        return []
    rows = Duty.objects.visible_to(actor).filter(
        rule="archive", state=Duty.State.OPEN, organ_id=actor.organ_id, due__isnull=False
    )
    return [
        Waiting(
            "立卷归档", row.case, "case_volume", (row.case_id,), row.trigger.happened_on, row.cite, "立卷"
        )
        for row in rows.select_related("case", "trigger").order_by("due")[:50]
        if row.trigger
    ]
