"""办法第十九、二十、二十二条：主要负责人应当出庭；庭审情况如实登记。"""

from datetime import date, timedelta
from typing import Any

import pytest

from tests.worlds import HEARD, World
from yingsu.base.refusal import Denied, Refused
from yingsu.docket.happening import Happening
from yingsu.docket.queries import last_standing
from yingsu.duties.actions import enter
from yingsu.duties.queries import findings_of
from yingsu.hearings import actions
from yingsu.hearings.models import Appearance
from yingsu.hearings.queries import waiting


def plan(world: World, **more: Any) -> Appearance:
    told = {
        "hearing": world.case.hearings.first() or world.hearing(),
        "defendant": world.police,
        "head": world.post(world.deputy),
        "staff": ["宁知秋"],
        "lawyers": [],
        "by": world.handler,
    }
    return actions.plan_appearance(**{**told, **more})


def court_requires_the_main_head(world: World) -> None:
    values = {"which": "main-head"}
    enter(
        world.case,
        Happening("head-required", date(2025, 2, 20), values, world.instance, world.police),
        by=world.clerk,
    )


def came(**more: Any) -> actions.Appeared:
    return actions.Appeared(**{"head_appeared": True, "head_spoke": True, "proof": "庭审笔录第2页", **more})


def test_19_4_by_the_courts_notice_the_main_head_must_appear(world: World) -> None:
    world.hearing()
    court_requires_the_main_head(world)
    duty = world.duty("main-head-appears")
    assert (duty.role, duty.due, duty.state) == ("main-head", HEARD, "open")


def test_19_2_by_the_bureaus_mark_the_main_head_must_appear(world: World) -> None:
    world.hearing()
    actions.mark_matter(case=world.case, ground="attention", by=world.bureau)
    assert world.duty("main-head-appears").state == "open"
    assert "attention" in [one.answer for one in findings_of(world.case)]


def test_19_only_the_bureau_of_the_same_level_marks(world: World) -> None:
    for other in (world.handler, world.clerk, world.chief, world.city_bureau, world.outsider):
        with pytest.raises(Denied):
            actions.mark_matter(case=world.case, ground="attention", by=other)


def test_19_a_deputy_planned_for_the_main_head_is_refused(world: World) -> None:
    world.hearing()
    court_requires_the_main_head(world)
    with pytest.raises(Refused) as refused:
        plan(world)
    assert refused.value.article == "办法第十九条"
    assert plan(world, head=world.post(world.chief)).head_title == "局长"


def test_19_a_deputys_appearance_leaves_the_duty_of_the_main_head_open(world: World, settings: Any) -> None:
    appearance = plan(world)
    court_requires_the_main_head(world)
    settings.FIXED_TODAY = "2025-03-28"
    record = actions.record_hearing(appearance=appearance, what=came(), by=world.handler)
    assert record.head_title == "副局长"
    assert world.duty("main-head-appears").state == "open"


def test_19_the_main_heads_appearance_meets_it_though_a_deputy_was_planned(
    world: World, settings: Any
) -> None:
    appearance = plan(world)
    court_requires_the_main_head(world)
    settings.FIXED_TODAY = "2025-03-28"
    record = actions.record_hearing(
        appearance=appearance, what=came(head=world.post(world.chief)), by=world.handler
    )
    assert record.head_name == "周允同"
    assert world.duty("main-head-appears").state == "met"


def test_20_a_record_before_the_day_is_refused(world: World) -> None:
    with pytest.raises(Refused) as refused:
        actions.record_hearing(appearance=plan(world), what=came(), by=world.handler)
    assert refused.value.field == "head_appeared"
    assert last_standing(world.case, "hearing-held") is None


def test_20_an_appearance_without_proof_is_refused(world: World, settings: Any) -> None:
    appearance = plan(world)
    settings.FIXED_TODAY = "2025-03-28"
    with pytest.raises(Refused) as refused:
        actions.record_hearing(appearance=appearance, what=came(proof=" "), by=world.handler)
    assert refused.value.field == "proof"


def test_20_an_appearance_must_name_the_head(world: World, settings: Any) -> None:
    appearance = plan(world, head=None)
    settings.FIXED_TODAY = "2025-03-28"
    with pytest.raises(Refused) as refused:
        actions.record_hearing(appearance=appearance, what=came(), by=world.handler)
    assert refused.value.field == "head"


def test_20_22_the_record_is_entered_once_and_closes_the_hearing(world: World, settings: Any) -> None:
    appearance = plan(world)
    settings.FIXED_TODAY = "2025-03-28"
    what = came(resolution="愿就处罚幅度协商。", arguments={"facts": "监控录像可以证实。"})
    actions.record_hearing(appearance=appearance, what=what, by=world.handler)
    assert world.duty("head-appears").state == "met"
    assert world.duty("record-hearing").state == "met"
    assert world.case.hearings.get().state == "held"
    with pytest.raises(Refused) as refused:
        actions.record_hearing(appearance=appearance, what=what, by=world.handler)
    assert refused.value.status == 409


def test_23_leaving_without_leave_asks_for_an_inquiry(world: World, settings: Any) -> None:
    appearance = plan(world)
    settings.FIXED_TODAY = "2025-03-28"
    actions.record_hearing(appearance=appearance, what=came(left_early=True), by=world.handler)
    assert "left-early" in [one.answer for one in findings_of(world.case)]


def test_20_a_hearing_past_asks_the_unit_for_its_record(world: World, settings: Any) -> None:
    appearance = plan(world)

    def asked() -> list[str]:
        return [one.title for one in waiting(world.handler)]

    settings.FIXED_TODAY = HEARD.isoformat()
    assert "登记庭审情况" not in asked()
    settings.FIXED_TODAY = (HEARD + timedelta(days=1)).isoformat()
    assert "登记庭审情况" in asked()
    assert waiting(world.outsider) == []
    actions.record_hearing(appearance=appearance, what=came(), by=world.handler)
    assert "登记庭审情况" not in asked()
