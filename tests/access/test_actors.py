"""Who acts: what a kind of post may do, and how far it reaches."""

import pytest

from tests.builders import actor, county
from tests.worlds import build_world
from yingsu.access.capabilities import capabilities_of
from yingsu.access.models import Account
from yingsu.base.refusal import Denied
from yingsu.docket.models import Case
from yingsu.organs.models import Post


def test_every_kind_of_post_stands_in_the_table_and_sees() -> None:
    assert all("see" in capabilities_of(kind) for kind in Post.Kind.values)
    assert capabilities_of("cleaner") == frozenset()


def test_what_only_some_may() -> None:
    """Heads direct and sign off (13, 14.2); the bureau acknowledges and marks (14.3, 19); the office puts up (13.1)."""
    only = {
        "response.direct": {"main_head", "deputy_head"},
        "documents.sign_off": {"main_head", "deputy_head"},
        "hearings.acknowledge": {"bureau_staff", "bureau_supervisor"},
        "hearings.mark": {"bureau_staff", "bureau_supervisor"},
        "judgments.acknowledge": {"bureau_staff", "bureau_supervisor"},
        "response.put_up_opinion": {"office_clerk"},
        "response.pass_on": {"office_clerk"},
    }
    for capability, kinds in only.items():
        assert {kind for kind in Post.Kind.values if capability in capabilities_of(kind)} == kinds, capability


@pytest.mark.django_db
def test_how_far_posts_reach() -> None:
    organs = county()
    ids = {name: organ.pk for name, organ in organs.items()}
    assert actor(organs["office"], "office_clerk").reach == {ids["office"], ids["government"]}
    assert actor(organs["land"], "legal_staff").reach == {ids["land"]}
    assert actor(organs["justice"], "bureau_staff").reach == set(ids.values())
    assert actor(organs["justice"], "office_clerk").reach == {ids["justice"], ids["government"]}


@pytest.mark.django_db
def test_a_right_elsewhere_is_no_right_here() -> None:
    organs = county()
    head = actor(organs["land"], "main_head")
    assert head.may("documents.sign_off", at=organs["land"].pk)
    assert not head.may("documents.sign_off", at=organs["government"].pk)
    with pytest.raises(Denied):
        head.require("documents.sign_off", at=organs["government"].pk)


@pytest.mark.django_db
def test_the_gate_shows_the_cases_of_ones_organs_and_no_other(settings: object) -> None:
    world = build_world(settings)
    for seeing in (world.clerk, world.chief, world.handler, world.bureau, world.city_bureau):
        assert Case.objects.visible_to(seeing).count() == 1
    assert not Case.objects.visible_to(world.outsider).exists()


def test_there_is_no_superuser() -> None:
    names = {field.name for field in Account._meta.get_fields()}
    assert not names & {"is_superuser", "is_staff", "groups", "user_permissions"}
