"""From the words of a decision's result to the codes of the facts."""

import tomllib
from collections.abc import Iterable
from functools import cache
from typing import Any

from yingsu import law
from yingsu.intake.particulars import DATA


@cache
def _table() -> dict[str, Any]:
    with (DATA / "results.toml").open("rb") as file:
        return tomllib.load(file)


def result_codes(words: str) -> tuple[str, ...]:
    """The codes that *words* (“撤销并责令重作”) tell, in the order of the list.

    >>> result_codes("撤销并责令重作")
    ('revoke', 'redo')
    """
    found = {
        row["code"]
        for row in _table()["words"]
        if any(word in words for word in row["any"])
        and not any(word in words for word in row.get("unless", ()))
    }
    return tuple(code for code in _table()["order"] if code in found)


def loses(codes: Iterable[str]) -> bool:
    """Whether the result is one that the defendant organ lost; a proposal, the clerk decides."""
    return bool(set(codes) & set(_table()["losing"]))


def result_choices() -> list[tuple[str, str]]:
    """Code and Chinese word of every result, in order."""
    return [(code, law.word_of("decision-made", "results", code)) for code in _table()["order"]]
