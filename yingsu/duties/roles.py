"""From the law's roles to organs and posts."""

import tomllib
from functools import cache
from pathlib import Path

from yingsu.organs.models import Organ
from yingsu.organs.queries import justice_bureau_of, office_of


def organ_for(role: str, defendant: Organ, unit: Organ | None) -> Organ:
    """The organ that must act in *role* for *defendant*; the defendant's office while the *unit* is unknown."""
    if role == "government-office":
        return office_of(defendant)
    if role == "justice-bureau":
        return justice_bureau_of(defendant) or defendant
    if role in ("responsible-unit", "defendant"):
        return unit or office_of(defendant)
    return defendant


def roles_of(post_kind: str) -> tuple[str, ...]:
    """The roles whose duties stand on the desk of a kind of post."""
    return tuple(role for role, kinds in _table().items() if post_kind in kinds)


@cache
def _table() -> dict[str, list[str]]:
    with (Path(__file__).parent / "data" / "roles.toml").open("rb") as file:
        return tomllib.load(file)
