"""The words of the invented cases' answers, hearings and reports, filled from the case."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

WORDS = Path(__file__).parents[1] / "data" / "forms" / "answer.toml"


@cache
def words() -> dict[str, Any]:
    """All words by subject."""
    with WORDS.open("rb") as file:
        return tomllib.load(file)


def filled(value: Any, matter: Mapping[str, str]) -> Any:
    """Texts with their places filled, in lists and tables too."""
    if isinstance(value, str):
        return value.format_map(matter)
    if isinstance(value, list):
        return [filled(one, matter) for one in value]
    if isinstance(value, dict):
        return {name: filled(one, matter) for name, one in value.items()}
    return value
