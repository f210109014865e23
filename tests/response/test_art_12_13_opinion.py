"""办法第十二、十三条：拟办、批办、退回、转办、签收。"""

from datetime import date
from typing import Any

import pytest

from tests.builders import suit
from tests.response.conftest import SERVED, World
from yingsu.base.refusal import Denied, Refused
from yingsu.docket.queries import last_standing, unit_of
from yingsu.duties.models import Duty
from yingsu.response import actions
from yingsu.response.handling import proposal_for
from yingsu.response.models import HandlingOpinion, Transfer
from yingsu.response.queries import papers_to_sign, waiting


def put_up(world: World, **more: Any) -> HandlingOpinion:
    return actions.put_up_opinion(**{**world.sides, "unit": world.police, "by": world.clerk, **more})


def duty(world: World, rule: str) -> Duty:
    return Duty.objects.get(case=world.case, rule=rule)


def test_13_1_opinion_is_due_two_days_after_the_office_received_and_met_by_putting_up(world: World) -> None:
    assert duty(world, "handling-opinion").due == date(2025, 2, 21)
    opinion = put_up(world)
    assert (opinion.round, opinion.unit_by_law, opinion.state) == (1, world.police, "put_up")
    assert duty(world, "handling-opinion").state == "met"
    assert duty(world, "approve-opinion").state == "open"


def test_13_1_only_the_office_puts_up(world: World) -> None:
    for other in (world.handler, world.bureau, world.chief):
        with pytest.raises(Denied):
            put_up(world, by=other)


def test_12_another_unit_than_the_article_names_needs_a_reason(world: World) -> None:
    land = world.organs["land"]
    with pytest.raises(Refused) as refused:
        put_up(world, unit=land)
    assert refused.value.field == "reason" and refused.value.article == "办法第十二条"
    assert put_up(world, unit=land, reason="征收事务已划转自然资源局。").unit_by_law == world.police


def test_13_1_a_second_opinion_is_refused_while_one_waits(world: World) -> None:
    put_up(world)
    with pytest.raises(Refused) as refused:
        put_up(world)
    assert refused.value.status == 409


@pytest.mark.parametrize(("who", "approver"), [("chief", "chief"), ("deputy", "in-charge-of-act")])
def test_13_2_main_head_and_deputy_in_charge_of_the_act_approve(
    world: World, who: str, approver: str
) -> None:
    opinion = actions.approve_opinion(opinion=put_up(world), by=getattr(world, who))
    assert (opinion.state, opinion.approver) == ("approved", approver)
    assert unit_of(world.case, world.government) == world.police


def test_13_2_a_deputy_in_charge_of_something_else_is_refused_with_the_article(world: World) -> None:
    opinion = put_up(world)
    with pytest.raises(Refused) as refused:
        actions.approve_opinion(opinion=opinion, by=world.other_deputy)
    assert refused.value.article == "办法第十三条第二款"
    assert last_standing(world.case, "opinion-approved") is None


def test_13_2_nobody_else_directs(world: World) -> None:
    opinion = put_up(world)
    for other in (world.clerk, world.handler, world.bureau):
        with pytest.raises(Denied):
            actions.approve_opinion(opinion=opinion, by=other)


def test_13_1_the_head_changes_the_unit_and_says_why(world: World) -> None:
    opinion = put_up(world)
    land = world.organs["land"]
    with pytest.raises(Refused):
        actions.change_unit(opinion=opinion, unit=land, direction=" ", by=world.chief)
    actions.change_unit(opinion=opinion, unit=land, direction="由自然资源局承办。", by=world.chief)
    assert unit_of(world.case, world.government) == land


def test_13_1_returned_opinion_is_put_up_again_as_the_next_round(world: World) -> None:
    first = actions.return_opinion(opinion=put_up(world), reason="承办单位依据不足。", by=world.chief)
    assert first.state == "returned"
    assert [one.verb for one in waiting(world.clerk)] == ["重新拟办"]
    second = put_up(world)
    assert second.round == 2
    assert waiting(world.clerk) == []
    actions.approve_opinion(opinion=second, by=world.chief)
    assert duty(world, "approve-opinion").state == "met"
    with pytest.raises(Refused) as refused:
        actions.approve_opinion(opinion=second, by=world.chief)
    assert refused.value.status == 409


def test_13_1_nothing_is_passed_on_before_approval_and_then_as_directed(world: World) -> None:
    with pytest.raises(Refused):
        actions.pass_on(**world.sides, by=world.clerk)
    actions.approve_opinion(opinion=put_up(world), by=world.chief)
    with pytest.raises(Refused):
        actions.pass_on(**world.sides, unit=world.organs["land"], by=world.clerk)
    with pytest.raises(Denied):
        actions.pass_on(**world.sides, by=world.handler)
    assert actions.pass_on(**world.sides, by=world.clerk).unit == world.police
    with pytest.raises(Refused):
        actions.pass_on(**world.sides, by=world.clerk)


def test_14_1_the_unit_signs_for_each_paper_and_its_five_days_run(world: World) -> None:
    actions.approve_opinion(opinion=put_up(world), by=world.chief)
    with pytest.raises(Refused):
        actions.acknowledge(**world.sides, by=world.handler)
    actions.pass_on(**world.sides, by=world.clerk)
    assert [one.verb for one in waiting(world.handler)] == ["签收"]
    with pytest.raises(Denied):
        actions.acknowledge(**world.sides, by=world.bureau)
    actions.acknowledge(**world.sides, by=world.handler, on=date(2025, 2, 20))
    assert papers_to_sign(world.case, world.government) == []
    assert waiting(world.handler) == []
    assert duty(world, "prepare").due == date(2025, 2, 25)
    with pytest.raises(Refused):
        actions.acknowledge(**world.sides, by=world.handler)
    assert Transfer.objects.get().signed_on == date(2025, 2, 20)


def test_11_a_department_signs_for_its_own_papers_without_an_opinion(world: World) -> None:
    case = suit(
        world.police, by=world.clerk, served=SERVED, act_by=world.police, number="（2025）鲁1402行初9002号"
    )
    assert proposal_for(case, world.police).unit == world.police
    actions.acknowledge(case=case, defendant=world.police, by=world.handler)
    assert unit_of(case, world.police) == world.police


def test_12_1_3_unclear_unit_is_decided_by_office_and_bureau_with_the_reason(world: World) -> None:
    case = suit(world.government, by=world.clerk, served=SERVED, number="（2025）鲁1402行初9003号")
    sides = {"case": case, "defendant": world.government, "unit": world.police}
    assert not proposal_for(case, world.government).is_clear
    with pytest.raises(Refused):
        actions.decide_unit(**sides, reason="", by=world.bureau)
    with pytest.raises(Denied):
        actions.decide_unit(**sides, reason="会商。", by=world.handler)
    actions.decide_unit(**sides, reason="2月20日办公室与司法局会商确定。", by=world.bureau)
    assert proposal_for(case, world.government).unit == world.police
    assert actions.pass_on(case=case, defendant=world.government, by=world.clerk).unit == world.police


def test_12_a_clear_unit_is_not_decided_again(world: World) -> None:
    with pytest.raises(Refused) as refused:
        actions.decide_unit(**world.sides, unit=world.organs["land"], reason="会商。", by=world.bureau)
    assert refused.value.article == "办法第十二条第一款第三项"
