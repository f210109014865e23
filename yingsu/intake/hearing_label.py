"""Which hearing a paper speaks of: the pending one, moved when its day changed, or another."""

from yingsu.docket.models import Hearing
from yingsu.intake.destination import Destination
from yingsu.intake.particulars import Particulars

PAPERS = ("summons", "head-notice", "notice-to-respond")


def label_for(data: Particulars, place: Destination) -> str:
    """The label of the hearing (“h1”, “h2” …), or an empty string when the paper sets none.

    The court's new day for a hearing that has not been held keeps the label, so that its duties move with it. A
    pending hearing whose day lies before the paper was received is over, whether or not its record was entered.
    """
    if data.kind not in PAPERS or not data.hearing_day:
        return ""
    if place.instance is None:
        return "h1"
    rows = Hearing.objects.filter(instance=place.instance)
    same_day = rows.filter(day=data.hearing_day, state=Hearing.State.SET).last()
    if same_day is not None:
        return str(same_day.label)
    pending = rows.filter(state=Hearing.State.SET, day__gte=data.received_on or data.hearing_day).last()
    if pending is not None and not data.another_hearing:
        return str(pending.label)
    return f"h{rows.count() + 1}"
