"""Cases as `data/cases.toml` tells them, with their days made dates."""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from yingsu.demonstration.dates import day_of

CASES = Path(__file__).parents[1] / "data" / "cases.toml"
DAYS = ("day", "until", "reply_by", "cause_ended")


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact of a case: what, when, since when known here, in which instance, for which defendant, by whom."""

    kind: str
    on: date
    known: date
    by: str
    instance: str
    organ: str
    values: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class InstanceStory:
    """One instance with its court and number."""

    label: str
    stage: str
    court: str
    case_number: str
    accepted: date
    procedure: str


@dataclass(frozen=True, slots=True)
class Act:
    """The act in question."""

    name: str
    number: str
    day: date


@dataclass(frozen=True, slots=True)
class Story:
    """A case: who sues whom over what, its instances, and its facts in the order in which they happened."""

    key: str
    title: str
    subject: str
    route: str
    plaintiffs: tuple[str, ...]
    third_parties: tuple[str, ...]
    causes: str
    cause: str
    field: str
    act: Act
    defendants: tuple[Mapping[str, str], ...]
    instances: Mapping[str, InstanceStory]
    facts: tuple[Fact, ...]

    def facts_of(self, kind: str, instance: str, organ: str = "", **values: object) -> list[Fact]:
        """The facts of a kind in an instance, for a defendant or the case as a whole, whose values agree."""
        return [
            fact
            for fact in self.facts
            if fact.kind == kind
            and fact.instance == instance
            and fact.organ in ("", organ or fact.organ)
            and all(fact.values.get(name) == value for name, value in values.items())
        ]


def stories(today: date) -> list[Story]:
    """All invented cases as they stand on *today*."""
    with CASES.open("rb") as file:
        return [_story(row, today) for row in tomllib.load(file)["case"]]


def _story(row: Mapping[str, Any], today: date) -> Story:
    return Story(
        key=row["key"],
        title=row["title"],
        subject=row["subject"],
        route=row["route"],
        plaintiffs=tuple(row["plaintiffs"]),
        third_parties=tuple(row.get("third_parties", ())),
        causes=";".join(row["causes"]),
        cause=row["cause"],
        field=row["field"],
        act=_act(row["act"], today),
        defendants=tuple(row["defendants"]),
        instances={one["label"]: _instance(one, today) for one in row["instances"]},
        facts=tuple(_facts(row["facts"], today)),
    )


def _act(row: Mapping[str, Any], today: date) -> Act:
    day = day_of(row["day"], today)
    return Act(row["name"], row.get("number", "").format(year=day.year), day)


def _instance(row: Mapping[str, Any], today: date) -> InstanceStory:
    accepted = day_of(row["accepted"], today)
    number = row["case_number"].format(year=accepted.year)
    return InstanceStory(
        row["label"], row["stage"], row.get("court", ""), number, accepted, row.get("procedure", "ordinary")
    )


def _facts(rows: Iterable[Mapping[str, Any]], today: date) -> Iterable[Fact]:
    for row in rows:
        on = day_of(row["day"], today)
        yield Fact(
            kind=row["kind"],
            on=on,
            known=day_of(row.get("known", row["day"]), today),
            by=row["by"],
            instance=row.get("instance", "1"),
            organ=row.get("organ", ""),
            values={name: _value(name, value, on, today) for name, value in row.get("values", {}).items()},
        )


def _value(name: str, value: Any, on: date, today: date) -> Any:
    if name in DAYS:
        return day_of(value, today)
    return value.format(year=on.year) if isinstance(value, str) else value
