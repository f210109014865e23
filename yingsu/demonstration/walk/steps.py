"""The steps of `data/walk.toml`, and the case as they find it."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from yingsu.base.actor import Actor
from yingsu.demonstration.organs_and_people import People
from yingsu.docket.models import Case, Decision, Hearing, Instance
from yingsu.docket.queries import instance_by_number
from yingsu.intake.models import Proposal
from yingsu.organs.models import Organ

DATA = Path(__file__).parents[1] / "data"


@dataclass(frozen=True, slots=True)
class Step:
    """One step: the day, what is done, by which account, and what it needs."""

    on: date
    do: str
    by: str
    article: str
    needs: Mapping[str, Any]


@dataclass
class Walk:
    """The case on its way."""

    people: People
    defendant: Organ
    number: str
    read: list[Proposal] = field(default_factory=list)

    @property
    def instance(self) -> Instance | None:
        """The instance, once the first paper was confirmed."""
        return instance_by_number(self.number)

    @property
    def case(self) -> Case:
        """The case as it now stands."""
        return Case.objects.get(instances__case_number=self.number)

    @property
    def place(self) -> dict[str, Any]:
        """Case and defendant, as the rooms' actions take them."""
        return {"case": self.case, "defendant": self.defendant}

    def hearing(self, label: str) -> Hearing:
        """The hearing with *label*."""
        return Hearing.objects.select_related("case", "instance").get(case=self.case, label=label)

    def decision(self) -> Decision:
        """The decision."""
        return Decision.objects.select_related("case", "instance").get(case=self.case)

    def days(self, step: Step) -> dict[str, Any]:
        """Who does the step and when, as the rooms' actions take them."""
        return {"by": self.actor(step), "on": step.on, "known": step.on}

    def actor(self, step: Step) -> Actor:
        """Who does the step."""
        return self.people.actor(step.by)


@cache
def walk_data() -> dict[str, Any]:
    """The file."""
    with (DATA / "walk.toml").open("rb") as file:
        return tomllib.load(file)


def steps() -> list[Step]:
    """The steps in their order."""
    return [Step(row["on"], row["do"], row["by"], row["article"], row) for row in walk_data()["step"]]
