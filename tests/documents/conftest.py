"""A department's own suit, with a drafter and its heads."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

import pytest
from django.test import Client

from tests.builders import actor, county, suit
from yingsu.access.models import Account
from yingsu.base.actor import Actor
from yingsu.docket.models import Case
from yingsu.documents import actions
from yingsu.documents.kinds import kinds
from yingsu.documents.models import Document
from yingsu.organs.models import Organ, Post


@dataclass(frozen=True)
class Room:
    """Who drafts, who signs, who only looks on, and the case."""

    organs: dict[str, Organ]
    drafter: Actor
    colleague: Actor
    head: Actor
    bureau: Actor
    stranger: Actor
    case: Case

    def draft(self, **more: Any) -> Document:
        given = {"kind": "answer", "data": kinds()["answer"].sample, "by": self.drafter, **more}
        return actions.draft(case=self.case, defendant=self.organs["police"], **given)


@pytest.fixture
def room(db: None, settings: Any) -> Room:
    settings.FIXED_TODAY = "2025-02-24"
    organs = county()
    clerk = actor(organs["police"], "office_clerk", "白一舟")
    return Room(
        organs=organs,
        drafter=actor(organs["police"], "legal_staff", "宁知秋"),
        colleague=actor(organs["police"], "unit_handler", "尹归舟"),
        head=actor(organs["police"], "deputy_head", "季长安", "副局长"),
        bureau=actor(organs["justice"], "bureau_staff", "陶然"),
        stranger=actor(organs["land"], "legal_staff", "罗予安"),
        case=suit(organs["police"], by=clerk, served=date(2025, 2, 19), act_by=organs["police"]),
    )


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
