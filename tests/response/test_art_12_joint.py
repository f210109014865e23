"""办法第十二条第一款第二项：经行政复议、人民政府为共同被告的，原行为与复议行为分别由不同单位承办。"""

from typing import Any

import pytest
from django.urls import reverse

from tests.response.conftest import SERVED, World
from yingsu.docket.actions import add_instance, add_party, create_case
from yingsu.docket.happening import Happening
from yingsu.docket.models import Case
from yingsu.docket.queries import unit_of
from yingsu.duties.actions import enter
from yingsu.response import actions
from yingsu.response.handling import proposal_for


@pytest.fixture
def joint(world: World) -> Case:
    """The police bureau for the act and the government for the reconsideration."""
    case = create_case(
        title="林景澄诉清禾县公安局、清禾县人民政府案", by=world.clerk, route="after-reconsideration"
    )
    instance = add_instance(
        case,
        stage="first",
        court="德州市德城区人民法院",
        case_number="（2025）鲁1402行初9005号",
        accepted_on=SERVED,
    )
    facts = [
        Happening("case-opened", SERVED, {"subject": "suit", "route": "after-reconsideration"}),
        Happening("instance-opened", SERVED, {"stage": "first", "procedure": "ordinary"}, instance),
    ]
    for organ, acted_as in ((world.police, "original"), (world.government, "reconsideration")):
        add_party(case, role="defendant", name=organ.name, organ=organ, acted_as=acted_as)
        naming = {"rank": organ.kind, "standing": "joint", "acted_as": acted_as}
        facts.append(Happening("defendant-named", SERVED, naming, instance, organ))
        for receiver in ("party", "office"):
            values = {"paper": "notice-to-respond", "receiver": receiver}
            facts.append(Happening("receipt", SERVED, values, instance, organ))
    enter(case, *facts, by=world.clerk)
    return case


def test_each_defendant_has_its_own_unit_opinion_and_receipt(world: World, joint: Case) -> None:
    assert proposal_for(joint, world.police).unit == world.police
    assert proposal_for(joint, world.government).unit == world.organs["justice"]
    actions.acknowledge(case=joint, defendant=world.police, by=world.handler)
    sides = {"case": joint, "defendant": world.government}
    opinion = actions.put_up_opinion(**sides, unit=world.organs["justice"], by=world.clerk)
    actions.approve_opinion(opinion=opinion, by=world.chief)
    actions.pass_on(**sides, by=world.clerk)
    actions.acknowledge(**sides, by=world.bureau)
    assert unit_of(joint, world.police) == world.police
    assert unit_of(joint, world.government) == world.organs["justice"]


def test_the_pages_have_one_tab_for_each_defendant(world: World, joint: Case, client: Any) -> None:
    from yingsu.access.models import Account
    from yingsu.organs.models import Post

    post = Post.objects.select_related("person").get(pk=world.bureau.post_id)
    client.force_login(
        Account.objects.create_account(name="b", person=post.person, post=post, password="测试口令")
    )
    address = reverse("handling", args=[joint.pk])
    text = client.get(address).content.decode()
    assert f"{address}?defendant={world.government.pk}" in text
    chosen = client.get(f"{address}?defendant={world.government.pk}").content.decode()
    assert "依规定应由<b>清禾县司法局</b>承办" in chosen
    assert client.get(f"{address}?defendant=999999").status_code == 404
