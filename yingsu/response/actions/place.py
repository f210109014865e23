"""Where an act takes place: the instance meant and the unit that must act."""

from yingsu.base.actor import Actor
from yingsu.docket.models import Case, Instance
from yingsu.docket.queries import current_instance, unit_of
from yingsu.documents.capabilities import require_for
from yingsu.organs.models import Organ


def acting_unit(case: Case, defendant: Organ) -> Organ | None:
    """The unit that responds for *defendant*: the responsible unit; a department itself while none is named."""
    return unit_of(case, defendant) or (None if defendant.is_government else defendant)


def place_of(
    case: Case, defendant: Organ, instance: Instance | None, *, by: Actor, capability: str
) -> Instance | None:
    """The instance (default: the current one), after asking that the actor acts for the responsible unit."""
    require_for(by, capability, acting_unit(case, defendant))
    return instance or current_instance(case)
