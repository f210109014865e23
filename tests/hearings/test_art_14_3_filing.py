"""办法第十四条第三款：开庭2日之前报备传票和拟出庭负责人，由同级司法行政机关签收。"""

from datetime import date
from typing import Any

import pytest

from tests.worlds import World
from yingsu.base.refusal import Denied, Refused
from yingsu.hearings import actions
from yingsu.hearings.models import Appearance
from yingsu.hearings.queries import hearings_of, moved_since_filing, waiting


def planned(world: World, **more: Any) -> Appearance:
    told = {
        "hearing": world.case.hearings.first() or world.hearing(),
        "defendant": world.police,
        "head": world.post(world.chief),
        "staff": ["宁知秋 法制大队民警"],
        "lawyers": [],
        "by": world.handler,
    }
    return actions.plan_appearance(**{**told, **more})


def test_14_3_filing_is_due_two_days_before_the_hearing_counted_backwards(world: World) -> None:
    planned(world)
    duty = world.duty("file-appearance")
    assert (duty.due, duty.state) == (date(2025, 3, 25), "open")


def test_14_3_filing_meets_the_duty_and_the_bureau_acknowledges(world: World) -> None:
    appearance = actions.file_appearance(appearance=planned(world), by=world.handler)
    assert world.duty("file-appearance").state == "met"
    assert [one.verb for one in waiting(world.bureau)] == ["签收"]
    done = actions.acknowledge_filing(appearance=appearance, by=world.bureau)
    assert (done.state, done.acknowledged_by) == ("acknowledged", world.bureau.signature())
    assert waiting(world.bureau) == []


def test_14_3_only_the_bureau_of_the_same_level_acknowledges(world: World) -> None:
    appearance = actions.file_appearance(appearance=planned(world), by=world.handler)
    for other in (world.city_bureau, world.handler, world.clerk, world.chief, world.outsider):
        with pytest.raises(Denied):
            actions.acknowledge_filing(appearance=appearance, by=other)
    assert waiting(world.city_bureau) == []


def test_14_3_the_bureau_does_not_file_in_the_place_of_the_organ(world: World) -> None:
    appearance = planned(world)
    for other in (world.bureau, world.outsider):
        with pytest.raises(Denied):
            actions.file_appearance(appearance=appearance, by=other)


def test_14_3_filing_twice_is_refused(world: World) -> None:
    appearance = actions.file_appearance(appearance=planned(world), by=world.handler)
    with pytest.raises(Refused) as refused:
        actions.file_appearance(appearance=appearance, by=world.handler)
    assert refused.value.status == 409


def test_14_3_a_moved_hearing_moves_the_duty_and_says_why(world: World) -> None:
    hearing = world.hearing()
    actions.set_hearing(
        case=world.case,
        instance=world.instance,
        hearing=hearing,
        day=date(2025, 4, 17),
        time="14:30",
        place="第一法庭",
        by=world.clerk,
    )
    duty = world.duty("file-appearance")
    assert (duty.due, duty.moved_from) == (date(2025, 4, 15), date(2025, 3, 25))
    assert "2025年4月17日" in duty.moved_because
    assert world.case.hearings.count() == 1


def test_14_3_a_hearing_moved_after_the_filing_is_filed_again(world: World, settings: Any) -> None:
    appearance = actions.file_appearance(appearance=planned(world), by=world.handler)
    settings.FIXED_TODAY = "2025-03-10"
    actions.set_hearing(
        case=world.case,
        instance=world.instance,
        hearing=appearance.hearing,
        day=date(2025, 4, 17),
        time="14:30",
        place="第一法庭",
        by=world.clerk,
    )
    assert world.duty("file-appearance").state == "open"
    assert moved_since_filing(appearance)
    assert hearings_of(world.case)[0].status_word == "改期待报备"
    with pytest.raises(Refused):
        actions.acknowledge_filing(appearance=appearance, by=world.bureau)
    again = actions.file_appearance(appearance=appearance, by=world.handler)
    assert world.duty("file-appearance").state == "met"
    actions.acknowledge_filing(appearance=again, by=world.bureau)


def test_14_3_other_people_than_filed_must_be_filed_again(world: World) -> None:
    appearance = actions.file_appearance(appearance=planned(world), by=world.handler)
    actions.acknowledge_filing(appearance=appearance, by=world.bureau)
    changed = planned(world, head=world.post(world.deputy))
    assert (changed.state, changed.filed_on, changed.acknowledged_by) == ("planned", None, "")


def test_a_cancelled_hearing_needs_no_filing(world: World) -> None:
    appearance = planned(world)
    actions.cancel_hearing(hearing=appearance.hearing, by=world.clerk)
    with pytest.raises(Refused):
        actions.file_appearance(appearance=appearance, by=world.handler)
    assert hearings_of(world.case)[0].status_word == "已取消"


def test_a_hearing_before_the_suit_is_refused(world: World) -> None:
    with pytest.raises(Refused):
        world.hearing(date(2025, 2, 1))
