"""Organs, and the invented people with their posts and accounts."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from django.contrib.auth.hashers import make_password

from yingsu.access.models import Account
from yingsu.access.queries import actor_in
from yingsu.base.actor import Actor
from yingsu.base.tx import write_tx
from yingsu.organs.actions import DATA as SHEETS
from yingsu.organs.actions import load_organs
from yingsu.organs.models import Organ, Person, Post

DATA = Path(__file__).parent / "data"
PASSWORD = "yingsu-2020"  # noqa: S105  # everybody's in the demonstration city, told on every start; there alone


@dataclass(frozen=True, slots=True)
class SignIn:
    """One line of the sign-in table."""

    account: str
    name: str
    organ: str
    title: str


def load_organs_and_people() -> tuple[int, int]:
    """Load the organs, then people, posts and accounts; how many of each. Does nothing when accounts are there.

    The accounts share one password and one hash of it: hashing ninety times the same public word keeps nobody out.
    """
    if Account.objects.exists():
        return Organ.objects.count(), Person.objects.count()
    with write_tx():
        organs = load_organs(SHEETS / "dezhou.csv")
        codes = {organ.code: organ for organ in Organ.objects.all()}
        hashed = make_password(PASSWORD)
        people = [_person(row, codes, hashed) for row in _rows()]
    return organs, len(people)


def _person(row: dict[str, str], codes: dict[str, Organ], hashed: str) -> Person:
    person = Person.objects.create(name=row["name"], phone=row["phone"])
    post = Post.objects.create(
        person=person,
        organ=codes[row["organ"]],
        kind=Post.Kind(row["post_kind"]),
        title=row["title"],
        portfolio=[code for code in row["portfolio"].split(";") if code],
    )
    Account.objects.create(name=row["account"], person=person, post=post, password=hashed)
    return person


def _rows() -> Iterator[dict[str, str]]:
    with (DATA / "people.csv").open(encoding="utf-8-sig", newline="") as file:
        yield from csv.DictReader(file)


class People:
    """Who acts, by the name of the account; looked up once."""

    def __init__(self) -> None:
        self.post = cache(self._post)
        self.actor = cache(self._actor)

    def _post(self, account: str) -> Post:
        found = Account.objects.select_related("post__person", "post__organ__parent").get(name=account)
        return found.post

    def actor_in(self, post: Post) -> Actor:
        """Who holds *post*."""
        return actor_in(post)

    def _actor(self, account: str) -> Actor:
        return actor_in(self.post(account))


@cache
def _genders() -> dict[str, str]:
    return {row["name"]: row["gender"] for row in _rows()}


def gender_of(name: str) -> str:
    """男 or 女, as an identity certificate says of an invented person."""
    return _genders().get(name, "")


def sign_ins(*accounts: str) -> list[SignIn]:
    """The named accounts, in that order."""
    rows = Account.objects.filter(name__in=accounts).select_related("person", "post__organ")
    lines = [SignIn(row.name, row.person.name, row.post.organ.name, row.post.title) for row in rows]
    return sorted(lines, key=lambda line: accounts.index(line.account))
