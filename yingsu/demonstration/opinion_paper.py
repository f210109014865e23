"""The form of approval of a handling opinion (呈批件) as a paper of the case, for the volume."""

from datetime import date

from yingsu.archive.contents import gaps_of
from yingsu.base.actor import Actor
from yingsu.docket.models import Case
from yingsu.docket.queries import papers_of
from yingsu.documents import actions as documents
from yingsu.organs.models import Organ
from yingsu.response.contents import opinion_data
from yingsu.response.queries import opinions_of

KIND = "handling_opinion"
TITLE = "拟办意见（呈批件）"


def put_on_file(case: Case, defendant: Organ, *, by: Actor, head: Actor, on: date) -> None:
    """Write out each approved opinion that the volume still lacks, and have it signed."""
    if not any(gap.title == TITLE for gap in gaps_of(case, defendant)):
        return
    for opinion in opinions_of(case, defendant).filter(state="approved").order_by("pk"):
        document = documents.draft(
            case=case,
            kind=KIND,
            data=opinion_data(opinion) | {"number": _number(case)},
            by=by,
            defendant=defendant,
            instance=opinion.instance,
            on=on,
        )
        documents.submit(document=document, by=by, on=on)
        documents.sign_off(document=document, by=head, on=on)


def _number(case: Case) -> str:
    """The form bears the number under which the first paper was received."""
    paper = papers_of(case).first()
    return f"收文{paper.register_number}" if paper else ""
