"""What posts may do with documents, and for which organ they act."""

from yingsu.base.actor import Actor
from yingsu.base.refusal import Denied
from yingsu.docket.models import Case
from yingsu.docket.queries import defendants, unit_of
from yingsu.organs.models import Organ
from yingsu.organs.queries import office_of

DRAFT = "documents.draft"
SUBMIT = "documents.submit"
SIGN_OFF = "documents.sign_off"


def acts_for(by: Actor, capability: str, organ: Organ | None) -> bool:
    """Whether the actor has *capability* and sits in *organ* itself.

    To look after an organ (a justice bureau its departments, an office its government) is not to act in its place.
    """
    return organ is not None and by.organ_id == organ.pk and by.may(capability, at=organ.pk)


def require_for(by: Actor, capability: str, organ: Organ | None) -> None:
    """Raise `Denied` unless `acts_for`."""
    if not acts_for(by, capability, organ):
        raise Denied(capability)


def acts_on_side(by: Actor, capability: str, case: Case, defendant: Organ | None = None) -> bool:
    """Whether the actor sits in a defendant of the case, its office or its responsible unit, and has *capability*."""
    organs = [defendant] if defendant else [party.organ for party in defendants(case) if party.organ]
    places = (place for organ in organs for place in (unit_of(case, organ), organ, office_of(organ)))
    return by.may(capability) and any(acts_for(by, capability, place) for place in places)


def require_side(by: Actor, capability: str, case: Case, defendant: Organ | None = None) -> None:
    """Raise `Denied` unless `acts_on_side`."""
    if not acts_on_side(by, capability, case, defendant):
        raise Denied(capability)
