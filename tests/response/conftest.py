"""A suit against an invented county government over an act of its police bureau, served on 19 February 2025."""

from dataclasses import dataclass
from datetime import date
from typing import Any

import pytest

from tests.builders import actor, county, suit
from yingsu.base.actor import Actor
from yingsu.docket.models import Case
from yingsu.organs.models import Organ, Post

SERVED = date(2025, 2, 19)


@dataclass(frozen=True)
class World:
    """Organs, the people concerned and the case."""

    organs: dict[str, Organ]
    clerk: Actor
    chief: Actor
    deputy: Actor
    other_deputy: Actor
    handler: Actor
    bureau: Actor
    case: Case

    @property
    def government(self) -> Organ:
        return self.organs["government"]

    @property
    def police(self) -> Organ:
        return self.organs["police"]

    @property
    def sides(self) -> dict[str, Any]:
        return {"case": self.case, "defendant": self.government}


def deputy_in_charge(organ: Organ, name: str, *codes: str) -> Actor:
    """A deputy head with a portfolio."""
    made = actor(organ, "deputy_head", name, "副县长")
    Post.objects.filter(pk=made.post_id).update(portfolio=list(codes))
    return made


@pytest.fixture
def world(db: None, settings: Any) -> World:
    settings.FIXED_TODAY = "2025-02-20"
    organs = county()
    clerk = actor(organs["office"], "office_clerk")
    return World(
        organs=organs,
        clerk=clerk,
        chief=actor(organs["government"], "main_head", "周允同", "县长"),
        deputy=deputy_in_charge(organs["government"], "季长安", organs["police"].code),
        other_deputy=deputy_in_charge(organs["government"], "沈砚秋", organs["land"].code),
        handler=actor(organs["police"], "legal_staff", "宁知秋", "法制大队民警"),
        bureau=actor(organs["justice"], "bureau_staff", "陶然", "应诉科科员"),
        case=suit(organs["government"], by=clerk, served=SERVED, act_by=organs["police"]),
    )
