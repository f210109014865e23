"""What each kind of post may do, read from `posts.toml`."""

import tomllib
from functools import cache
from pathlib import Path

SEE = "see"


@cache
def capabilities_of(post_kind: str) -> frozenset[str]:
    """The capabilities of a kind of post; none for a kind not in the table."""
    return frozenset(_table().get(post_kind, {}).get("may", ()))


@cache
def _table() -> dict[str, dict[str, list[str]]]:
    with (Path(__file__).parent / "posts.toml").open("rb") as file:
        return tomllib.load(file)
