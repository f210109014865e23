"""The response pages: right for the person, one effect for a double click, nothing typed is lost."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from tests.response.conftest import World
from yingsu.access.models import Account
from yingsu.base.actor import Actor
from yingsu.organs.models import Post
from yingsu.response import actions
from yingsu.response.models import CourtFiling, EvidenceItem, HandlingOpinion

PAGES = ("handling", "transfer", "preparation", "evidence", "filing", "case_documents")


@pytest.fixture
def as_(db: None) -> Callable[[Actor], Client]:
    """A client signed in as an actor."""

    def enter(by: Actor) -> Client:
        post = Post.objects.select_related("person").get(pk=by.post_id)
        account = Account.objects.filter(post=post).first()
        if account is None:
            account = Account.objects.create_account(
                name=f"p{post.pk}", person=post.person, post=post, password="只供测试的口令"
            )
        client = Client()
        client.force_login(account)
        return client

    return enter


def url(world: World, name: str, *args: Any) -> str:
    return reverse(name, args=[world.case.pk, *args])


def put_up(world: World) -> HandlingOpinion:
    return actions.put_up_opinion(**world.sides, unit=world.police, by=world.clerk)


def prepared(world: World) -> World:
    actions.approve_opinion(opinion=put_up(world), by=world.chief)
    actions.pass_on(**world.sides, by=world.clerk)
    actions.acknowledge(**world.sides, by=world.handler)
    return world


@pytest.mark.parametrize("page", PAGES)
def test_each_page_opens_for_everybody_concerned_at_every_step(world: World, as_: Any, page: str) -> None:
    concerned = (world.clerk, world.chief, world.deputy, world.other_deputy, world.bureau)
    for actor in concerned:
        assert as_(actor).get(url(world, page)).status_code == 200
    put_up(world)
    assert as_(world.chief).get(url(world, page)).status_code == 200
    opinion = HandlingOpinion.objects.get()
    actions.approve_opinion(opinion=opinion, by=world.chief)
    actions.pass_on(**world.sides, by=world.clerk)
    for actor in (*concerned, world.handler):
        assert as_(actor).get(url(world, page)).status_code == 200


@pytest.mark.parametrize("page", PAGES)
def test_who_has_nothing_to_do_with_the_case_finds_no_page(world: World, as_: Any, page: str) -> None:
    from tests.builders import actor

    stranger = actor(world.organs["land"], "legal_staff", "罗予安")
    assert as_(stranger).get(url(world, page)).status_code == 404


def test_12_the_page_proposes_the_unit_with_its_article(world: World, as_: Any) -> None:
    text = as_(world.clerk).get(url(world, "handling")).content.decode()
    assert "依规定应由<b>清禾县公安局</b>承办" in text and "未经行政复议直接起诉的案件" in text
    assert "报负责人批办" in text
    assert "报负责人批办</button>" not in as_(world.bureau).get(url(world, "handling")).content.decode()


def test_13_1_a_double_click_puts_up_one_opinion(world: World, as_: Any) -> None:
    client = as_(world.clerk)
    data = {"unit": world.police.pk, "reason": "", "on": "2025-02-20", "_mark": "once-opinion"}
    first = client.post(url(world, "handling"), data)
    again = client.post(url(world, "handling"), data)
    assert (first.status_code, again.status_code) == (302, 302)
    assert HandlingOpinion.objects.count() == 1


def test_13_2_three_buttons_for_the_head_who_may_and_none_for_the_others(world: World, as_: Any) -> None:
    opinion = put_up(world)
    for actor, seen in (
        (world.chief, True),
        (world.deputy, True),
        (world.other_deputy, False),
        (world.clerk, False),
    ):
        text = as_(actor).get(url(world, "handling")).content.decode()
        assert ('value="approve"' in text) is seen
    answer = as_(world.other_deputy).post(
        url(world, "direct", opinion.pk), {"decision": "approve", "_mark": "a"}
    )
    assert answer.status_code == 403 and "分管" in answer.content.decode()


def test_13_1_return_without_a_reason_keeps_the_page_and_says_so(world: World, as_: Any) -> None:
    opinion = put_up(world)
    address = url(world, "direct", opinion.pk)
    answer = as_(world.chief).post(address, {"decision": "return", "direction": "", "_mark": "b"})
    assert answer.status_code == 422 and "退回没有写明理由" in answer.content.decode()
    done = as_(world.chief).post(address, {"decision": "return", "direction": "依据不足", "_mark": "c"})
    assert done.status_code == 302
    opinion.refresh_from_db()
    assert opinion.state == "returned"


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("transfer", {"on": "2025-02-20"}),
        ("acknowledge", {"on": "2025-02-20"}),
        ("tick", {"code": "answer", "done": "on"}),
        ("risk", {"level": "low"}),
        ("answer_draft", {}),
        ("catalogue_draft", {}),
        (
            "filing",
            {"what": "both", "way": "post", "proof": "1", "on": "2025-02-20", "override_reason": "急"},
        ),
    ],
)
def test_posts_of_those_who_may_not_act_are_not_found(
    world: World, as_: Any, name: str, data: dict[str, str]
) -> None:
    prepared(world)
    others = (world.bureau, world.chief) if name == "transfer" else (world.clerk, world.bureau, world.chief)
    for actor in others:
        answer = as_(actor).post(url(world, name), {**data, "_mark": f"{name}-{actor.post_id}"})
        assert answer.status_code == 404


def test_16_evidence_is_added_changed_moved_and_removed_and_typed_words_stay(world: World, as_: Any) -> None:
    client = as_(prepared(world).handler)
    piece = {"name": "处罚决定书", "kind": "documentary", "source": "案卷", "form": "copy", "page_count": "3"}
    answer = client.post(url(world, "evidence"), {**piece, "purpose": "", "_mark": "e1"})
    assert answer.status_code == 422 and 'value="处罚决定书"' in answer.content.decode()
    for number in (1, 2):
        data = {**piece, "name": f"证据{number}", "purpose": "证明事实", "_mark": f"e-{number}"}
        assert client.post(url(world, "evidence"), data).status_code == 302
    second = EvidenceItem.objects.get(name="证据2")
    client.post(url(world, "evidence_move", second.pk), {"way": "up", "_mark": "up"})
    second.refresh_from_db()
    assert second.number == 1
    edit = {**piece, "name": "证据二", "purpose": "证明事实", "version": "1", "_mark": "e4"}
    assert client.post(url(world, "evidence_item", second.pk), edit).status_code == 302
    stale = client.post(url(world, "evidence_item", second.pk), {**edit, "name": "证据贰", "_mark": "e5"})
    assert stale.status_code == 409 and 'value="证据贰"' in stale.content.decode()
    assert client.get(url(world, "evidence_print", "pdf")).content.startswith(b"%PDF")
    client.post(url(world, "evidence_remove", second.pk), {"_mark": "e6"})
    assert [one.name for one in EvidenceItem.objects.filter(removed=False)] == ["证据1"]


def test_14_2_filing_page_refuses_and_keeps_what_was_typed(world: World, as_: Any) -> None:
    client = as_(prepared(world).handler)
    data = {"what": "both", "way": "post", "proof": "EMS 9001", "on": "2025-02-20", "_mark": "f1"}
    answer = client.post(url(world, "filing"), data)
    text = answer.content.decode()
    assert answer.status_code == 422 and "还没有经应诉机关负责人审签" in text and 'value="EMS 9001"' in text
    assert (
        client.post(url(world, "filing"), {**data, "override_reason": "期限届满", "_mark": "f2"}).status_code
        == 302
    )
    assert "未经审签" in client.get(url(world, "filing")).content.decode()
    assert CourtFiling.objects.get().override_reason == "期限届满"


def test_34_extension_is_asked_for_and_answered_on_the_page(world: World, as_: Any) -> None:
    client = as_(prepared(world).handler)
    asked = {"reason": "证据在外地", "way": "post", "proof": "EMS 9002", "on": "2025-02-20", "_mark": "x1"}
    assert client.post(url(world, "extension_apply"), asked).status_code == 302
    answer = client.post(
        url(world, "extension_answer"), {"granted": "yes", "on": "2025-02-20", "_mark": "x2"}
    )
    assert answer.status_code == 422
    given = {"granted": "yes", "until": "2025-03-20", "on": "2025-02-20", "_mark": "x3"}
    assert client.post(url(world, "extension_answer"), given).status_code == 302
    assert "原为3月6日" in client.get(url(world, "filing")).content.decode()


def test_13_the_form_of_approval_prints(world: World, as_: Any) -> None:
    opinion = put_up(world)
    answer = as_(world.chief).get(url(world, "opinion_file", opinion.pk, "pdf"))
    assert answer.content.startswith(b"%PDF") and answer["Content-Disposition"].startswith("inline")
