"""办法第十七、十八条：谁算负责人、身份证明、不能出庭的情形、不得仅委托律师。"""

from datetime import date
from typing import Any

import pytest

from tests.builders import actor
from tests.worlds import World
from yingsu.base.refusal import Denied, Refused
from yingsu.docket.queries import last_standing
from yingsu.hearings import actions
from yingsu.hearings.contents import certificate_data
from yingsu.hearings.models import Appearance
from yingsu.hearings.queries import heads_to_choose


def plan(world: World, **more: Any) -> Appearance:
    told = {
        "hearing": world.case.hearings.first() or world.hearing(),
        "defendant": world.police,
        "head": None,
        "staff": [],
        "lawyers": [],
        "by": world.handler,
    }
    return actions.plan_appearance(**{**told, **more})


def unable(world: World, appearance: Appearance, **more: Any) -> Any:
    told = {
        "appearance": appearance,
        "ground": "irreplaceable-duty",
        "statement": "参加防汛指挥调度。",
        "by": world.handler,
        "proof": "防汛指挥部通知1份",
        "sealed": True,
    }
    return actions.state_inability(**{**told, **more})


def test_17_2_main_head_and_deputy_may_appear(world: World) -> None:
    assert plan(world, head=world.post(world.chief)).head_title == "局长"
    assert plan(world, head=world.post(world.deputy)).head_name == "季长安"
    assert {post.title for post in heads_to_choose(world.police)} == {"局长", "副局长"}


def test_17_2_the_head_of_a_lower_organ_is_refused_with_the_article(world: World) -> None:
    township = actor(world.organs["township"], "main_head", "杜若飞", "镇长")
    with pytest.raises(Refused) as refused:
        plan(world, head=world.post(township), staff=["宁知秋"])
    assert refused.value.article == "办法第十七条第二款"
    assert Appearance.objects.count() == 0 and last_standing(world.case, "appearance-planned") is None


def test_17_3_the_certificate_is_due_before_the_hearing_and_met_by_filing_it(world: World) -> None:
    appearance = plan(world, head=world.post(world.chief))
    assert world.duty("identity-certificate").due == date(2025, 3, 27)
    data = certificate_data(appearance)
    assert (data["name"], data["post"], data["rank"]) == ("周允同", "局长", "chief")
    actions.file_certificate(appearance=appearance, by=world.handler)
    assert world.duty("identity-certificate").state == "met"
    with pytest.raises(Refused):
        actions.file_certificate(appearance=appearance, by=world.handler)


def test_17_3_no_certificate_without_a_head(world: World) -> None:
    with pytest.raises(Refused):
        actions.file_certificate(appearance=plan(world, staff=["宁知秋"]), by=world.handler)


def test_18_2_lawyers_alone_are_refused_staff_with_them_are_permitted(world: World) -> None:
    with pytest.raises(Refused) as refused:
        plan(world, lawyers=["赵明理 清禾律师事务所"])
    assert refused.value.article == "办法第十八条第二款"
    assert Appearance.objects.count() == 0
    permitted = plan(world, staff=["宁知秋 法制大队民警"], lawyers=["赵明理 清禾律师事务所"])
    assert permitted.state == "planned"


@pytest.mark.parametrize("ground", ["force-majeure", "accident", "irreplaceable-duty", "other"])
def test_18_1_the_four_grounds_with_proof_and_seal_are_accepted(world: World, ground: str) -> None:
    appearance = plan(world, staff=["宁知秋"])
    assert world.duty("explain-inability").state == "open"
    unable(world, appearance, ground=ground)
    assert world.duty("explain-inability").state == "met"


def test_18_1_no_ground_is_refused(world: World) -> None:
    with pytest.raises(Refused) as refused:
        unable(world, plan(world, staff=["宁知秋"]), ground="none")
    assert refused.value.article.startswith("办法第十八条第一款")


@pytest.mark.parametrize("lack", [{"proof": ""}, {"sealed": False}])
def test_18_2_without_proof_or_seal_the_duty_stays_open(world: World, lack: dict[str, Any]) -> None:
    unable(world, plan(world, staff=["宁知秋"]), **lack)
    assert world.duty("explain-inability").state == "open"


def test_18_2_a_statement_without_staff_is_refused(world: World) -> None:
    appearance = plan(world, head=world.post(world.chief), lawyers=["赵明理"])
    with pytest.raises(Refused) as refused:
        unable(world, appearance)
    assert refused.value.article == "办法第十八条第二款"


def test_only_the_organ_itself_plans(world: World) -> None:
    for other in (world.bureau, world.city_bureau, world.outsider, world.archivist):
        with pytest.raises(Denied):
            plan(world, staff=["宁知秋"], by=other)
