"""Correcting an entry: a new entry that names the old; the duties follow.

Who entered it corrects it: a unit cannot take back what the office received, a head approved or the bureau marked.
"""

from datetime import date

from yingsu.base import clock
from yingsu.base.actor import Actor
from yingsu.base.refusal import Refused
from yingsu.base.tx import writes
from yingsu.docket.capabilities import CORRECT
from yingsu.docket.happening import Happening
from yingsu.docket.models import Entry
from yingsu.duties.actions import enter
from yingsu.organs.queries import people_in


def may_correct(entry: Entry, by: Actor) -> bool:
    """Whether *entry* was entered in the actor's own organ, and the actor may correct."""
    return by.may(CORRECT) and entry.person_id_by in people_in(by.organ_id)


def require_own(entry: Entry, *, by: Actor) -> None:
    """Refuse who may not correct *entry*; one who could, sat he elsewhere, is told where."""
    by.require(CORRECT)
    if not may_correct(entry, by):
        raise Refused(
            f"这一条由{entry.entered_by}登记，只能由登记单位更正。",
            "请把正确的情况告知登记单位，由其更正。",
            status=403,
        )


@writes
def correct(*, entry: Entry, on: date, note: str, by: Actor, withdrawn: bool = False) -> Entry:
    """Correct the day of *entry*, or withdraw it. The old entry stays; the new one names it and says why."""
    require_own(entry, by=by)
    if entry.case.closed:
        raise Refused("本案已归档，日志已经锁定。", "确需更正的，请联系司法局登记补充材料。", article="28.2")
    if not withdrawn and on == entry.happened_on:
        raise Refused("更正后的日期与原登记相同。", "请填写正确的日期，或者勾选“并未发生”。", field="on")
    values = dict(entry.values)
    if withdrawn:
        values["withdrawn"] = True
    (made,) = enter(
        entry.case,
        Happening(
            kind=entry.kind,
            on=entry.happened_on if withdrawn else on,
            values=values,
            instance=entry.instance,
            organ=entry.organ,
            known=clock.today(),
            paper=entry.paper,
            note=note,
            corrects=entry,
        ),
        by=by,
    )
    return made
