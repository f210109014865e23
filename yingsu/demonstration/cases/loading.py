"""All invented cases."""

from yingsu.base import clock
from yingsu.base.tx import write_tx
from yingsu.demonstration.cases.acts import act_for
from yingsu.demonstration.cases.stories import stories
from yingsu.demonstration.cases.telling import tell
from yingsu.demonstration.organs_and_people import People
from yingsu.docket.models import Case
from yingsu.organs.models import Organ


def load_cases() -> int:
    """Tell every case, all or none; how many there are. Does nothing when cases are there."""
    if Case.objects.exists():
        return Case.objects.count()
    people = People()
    organs = {organ.code: organ for organ in Organ.objects.select_related("parent")}
    told = stories(clock.today())
    with write_tx():
        for story in told:
            tell(story, people, organs, act_for)
    return len(told)
