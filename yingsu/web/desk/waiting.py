"""Everything that waits for a person, gathered from the rooms."""

from yingsu.archive import queries as archive
from yingsu.base.actor import Actor
from yingsu.documents import queries as documents
from yingsu.duties.waiting import Waiting
from yingsu.hearings import queries as hearings
from yingsu.intake import queries as intake
from yingsu.judgments import queries as judgments
from yingsu.response import queries as response

ROOMS = (intake, response, documents, hearings, judgments, archive)


def waiting_for(actor: Actor) -> list[Waiting]:
    """All rooms' lists, longest waiting first."""
    found = [one for room in ROOMS for one in room.waiting(actor)]
    return sorted(found, key=lambda one: one.since)
