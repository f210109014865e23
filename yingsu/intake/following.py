"""What will follow: the duties the law would open if the paper were confirmed. Nothing is stored."""

from dataclasses import dataclass
from datetime import date

from yingsu import law
from yingsu.base import clock
from yingsu.base.actor import Actor
from yingsu.docket.queries import entries_of
from yingsu.intake.destination import Destination
from yingsu.intake.particulars import Particulars
from yingsu.intake.planning import flat, plan

ROLES = {
    "government-office": "办公室",
    "head": "负责人",
    "main-head": "主要负责人",
    "responsible-unit": "承办单位",
    "justice-bureau": "司法局",
    "defendant": "被诉行政机关",
    "legal-section": "法治机构",
}
MET = ("met", "met-late", "superseded")


@dataclass(frozen=True, slots=True)
class Following:
    """A duty that would be opened or moved: until when, who, what, by which article."""

    due: date | None
    who: str
    what: str
    cite: str
    right: bool = False
    moved: bool = False
    careful: date | None = None


def follow(data: Particulars, place: Destination, *, by: Actor) -> list[Following]:
    """The duties new or moved by the paper, soonest first; none while the day of service is not given."""
    if data.served_on is None or data.served_on > clock.today():
        return []
    today = clock.today()
    before = (
        law.conclude((entry.as_fact() for entry in entries_of(place.case)), as_of=today).duties
        if place.case
        else ()
    )
    standing = {duty.key: duty for duty in before}
    after = law.conclude(flat(plan(data, place, by=by), place), as_of=today).duties
    return [
        _told(duty, standing.get(duty.key))
        for duty in after
        if duty.nature != "expected" and duty.state not in MET and _differs(duty, standing.get(duty.key))
    ]


def _differs(duty: law.Duty, earlier: law.Duty | None) -> bool:
    return earlier is None or (duty.due, duty.state) != (earlier.due, earlier.state)


def _told(duty: law.Duty, earlier: law.Duty | None) -> Following:
    return Following(
        due=duty.due,
        who=ROLES.get(duty.actor, ""),
        what=duty.title,
        cite=duty.citation.short,
        right=duty.nature == "right",
        moved=earlier is not None and earlier.due is not None and earlier.due != duty.due,
        careful=duty.careful,
    )
