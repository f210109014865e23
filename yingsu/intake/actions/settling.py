"""Setting a proposal aside with its reason, and taking it up again."""

from yingsu.audit.actions import record
from yingsu.base import clock
from yingsu.base.actor import Actor
from yingsu.base.refusal import Refused
from yingsu.base.tx import writes
from yingsu.intake.capabilities import RECEIVE
from yingsu.intake.models import Proposal, Upload
from yingsu.intake.transitions import transition


def locked(proposal: Proposal, by: Actor, version: int | None) -> Proposal:
    """The proposal, locked, as it now stands; refused (409) when somebody settled it since *version*."""
    row = Proposal.objects.visible_to(by).select_for_update(of=("self",)).filter(pk=proposal.pk).first()
    if row is None:
        raise Refused("没有找到这份文书。", "请从“收文”页面重新进入。", status=404)
    if version is not None and row.version != version:
        transition_words = f"由{row.settled_by}" if row.settled_by else ""
        raise Refused(
            f"这份文书刚才已{transition_words}处理为“{row.get_state_display()}”。",
            "请刷新页面，按现在的状态办理。",
            status=409,
        )
    return row


def settle(row: Proposal, verb: str, by: Actor) -> None:
    """Move a locked proposal by *verb*, and its upload with it."""
    row.state = transition(row.state, verb).after
    row.settled_by = "" if verb == "reopen" else by.signature()
    row.settled_at = None if verb == "reopen" else clock.now()
    row.version += 1
    row.save()
    states = set(row.upload.proposals.values_list("state", flat=True))
    order = (Upload.State.PROPOSED, Upload.State.CONFIRMED, Upload.State.SET_ASIDE)
    row.upload.state = next(state for state in order if state in states)
    row.upload.save(update_fields=["state"])


@writes
def set_aside(*, proposal: Proposal, reason: str, by: Actor, version: int | None = None) -> Proposal:
    """Leave a paper unregistered, with the reason; it can be taken up again."""
    by.require(RECEIVE, at=by.organ_id)
    row = locked(proposal, by, version)
    if not reason.strip():
        raise Refused("没有填写原因。", "请写明为什么暂不处理，以后查得到。", field="reason")
    row.reason = reason.strip()[:300]
    settle(row, "set_aside", by)
    record("intake.set_aside", by=by, on=row)
    return row


@writes
def reopen(*, proposal: Proposal, by: Actor, version: int | None = None) -> Proposal:
    """Take a paper that was set aside up again."""
    by.require(RECEIVE, at=by.organ_id)
    row = locked(proposal, by, version)
    settle(row, "reopen", by)
    record("intake.reopen", by=by, on=row)
    return row
