"""Reading what was kept, in a child process, into proposals."""

from collections.abc import Iterable, Mapping
from typing import Any

from yingsu.audit.actions import record
from yingsu.base.actor import Actor
from yingsu.base.refusal import Refused
from yingsu.base.tx import writes
from yingsu.intake.capabilities import RECEIVE
from yingsu.intake.child import papers_in
from yingsu.intake.models import Proposal, Upload

KEPT_OUT = "不是以行政机关为被告的行政诉讼文书（例如非诉执行、民事文书），不按应诉案件登记。识读有误的，点“重新核对”。"


def read_waiting(*, by: Actor, limit: int = 40) -> int:
    """Read the uploads of the actor's organ that wait to be read, at most *limit*; gives how many were read.

    Each file is read outside any transaction, so that a slow one holds nobody up.
    """
    by.require(RECEIVE, at=by.organ_id)
    waiting = Upload.objects.visible_to(by).filter(state=Upload.State.READING).order_by("id")
    uploads = list(waiting.select_related("file")[:limit])
    for upload in uploads:
        read_upload(upload=upload, by=by)
    return len(uploads)


def read_upload(*, upload: Upload, by: Actor) -> list[Proposal]:
    """Read one upload; a file that cannot be read keeps the reason and gives no proposals."""
    by.require(RECEIVE, at=by.organ_id)
    if upload.file is None:
        return []
    try:
        papers = papers_in(upload.file, upload.file_name)
    except Refused as refused:
        _unreadable(upload=upload, error=refused.message + refused.remedy, by=by)
        return []
    return propose(upload=upload, papers=papers, by=by)


@writes
def _unreadable(*, upload: Upload, error: str, by: Actor) -> None:
    locked = Upload.objects.select_for_update().get(pk=upload.pk)
    if locked.state == Upload.State.READING:
        locked.state, locked.error = Upload.State.UNREADABLE, error[:500]
        locked.save(update_fields=["state", "error"])
        record("intake.read", by=by, on=locked, result="refused")


@writes
def propose(*, upload: Upload, papers: Iterable[Mapping[str, Any]], by: Actor) -> list[Proposal]:
    """Store what was read in an upload (the objects `courtpapers read --json --detail` prints) as proposals.

    A paper that is not of a suit against an organ is set aside with the reason. Reading twice changes nothing.
    """
    by.require(RECEIVE, at=by.organ_id)
    locked = Upload.objects.select_for_update().get(pk=upload.pk)
    if locked.state != Upload.State.READING:
        return list(locked.proposals.all())
    proposals = [_proposal(locked, paper) for paper in papers]
    waiting = any(one.state == Proposal.State.PROPOSED for one in proposals)
    locked.state = Upload.State.PROPOSED if waiting else Upload.State.SET_ASIDE
    locked.save(update_fields=["state"])
    record("intake.read", by=by, on=locked, papers=len(proposals))
    return proposals


def _proposal(upload: Upload, paper: Mapping[str, Any]) -> Proposal:
    is_suit = bool(paper.get("is_suit", True))
    fields = {name: _places(found) for name, found in paper.get("fields", {}).items()}
    return Proposal.objects.create(
        upload=upload,
        doc_type=str(paper.get("doc_type", ""))[:60],
        kind=str(paper.get("kind", "other")) or "other",
        is_suit=is_suit,
        fields=fields,
        pages=list(paper.get("pages", ())),
        notes=list(paper.get("notes", ())),
        state=Proposal.State.PROPOSED if is_suit else Proposal.State.SET_ASIDE,
        reason="" if is_suit else KEPT_OUT,
    )


def _places(found: Any) -> list[dict[str, Any]]:
    """The places of a field: always a list, each with a value."""
    rows = found if isinstance(found, list) else [found]
    return [dict(row) if isinstance(row, Mapping) else {"value": str(row)} for row in rows]
