"""The permission matrix, compared whole (`permissions.csv`)."""

from typing import Any

import pytest

from tests.web import addresses, permissions
from tests.web.government import STATES

# What changes who may (the unit is named, the volume is closed) is measured in the quick run.
QUICK = ("received", "answering", "closed")


@pytest.mark.django_db
@pytest.mark.parametrize(
    "state", [one if one in QUICK else pytest.param(one, marks=pytest.mark.slow) for one in STATES]
)
def test_every_post_is_answered_as_the_table_says(state: str, settings: Any) -> None:
    found = permissions.measured(state, settings)
    assert permissions.differences(state, found) == []


def test_every_address_stands_in_the_table() -> None:
    named = {name for name, _, _ in permissions.expected()}
    missing = set(addresses.names()) - named
    assert not missing, (
        f"New addresses without a row in tests/web/permissions.csv: {sorted(missing)}. Say in tests/web/addresses.py what "
        "they need, run `python -m tests.web.permissions`, and read the rows it wrote: who may, by which article?"
    )
    assert not named - set(addresses.names()), "the table names addresses that are no more"


def test_both_methods_of_every_address_are_measured() -> None:
    rows = {(name, method) for name, method, _ in permissions.expected()}
    assert rows == {(name, method) for name in addresses.names() for method in ("GET", "POST")}


def _who_may(method: str, *names: str) -> set[str]:
    """The posts answered “yes” by *method* at any of *names* (all names of the suit when none is given)."""
    rows = permissions.expected().items()
    wanted = names or addresses.OF_THE_SUIT
    return {
        post
        for (name, how, _), cells in rows
        if how == method and name in wanted
        for post, cell in zip(permissions.posts(), cells, strict=True)
        if cell == "yes"
    }


def test_what_the_measures_reserve_is_reserved() -> None:
    """What a supervisor looks for first in the table, article by article."""
    heads, bureau, unit = (
        {"main_head", "deputy_head"},
        {"bureau_staff", "bureau_supervisor"},
        {"unit_handler", "legal_staff"},
    )
    assert _who_may("POST", "handling", "transfer") == {"office_clerk"}  # 10.2, 13.1
    assert _who_may("POST", "direct") == heads  # 13.2
    assert _who_may("POST", "decide_unit") == {"office_clerk"} | bureau  # 12.1(3)
    assert (
        _who_may("POST", "document_sign_off", "document_return", "recommendation_sign") == heads
    )  # 14.2, 27
    assert (
        _who_may("POST", "appearance_acknowledge", "report_acknowledge", "hearing_mark") == bureau
    )  # 14.3, 19, 25.1
    assert (
        _who_may("POST", "acknowledge", "preparation", "evidence", "filing", "report_submit", "report_file")
        == unit
    )  # 14, 16, 25.1
    assert _who_may("POST", "volume_open", "volume_bind", "volume_close") == unit | {"archivist"}  # 28


def test_who_has_no_part_in_the_suit_does_nothing_in_it() -> None:
    for method in ("GET", "POST"):
        assert not _who_may(method) & {"outsider", "anonymous"}
    assert "higher_bureau" in _who_may("GET", "case", "judgments") and "higher_bureau" not in _who_may(
        "POST"
    )  # 10.2, 31


def test_without_signing_in_there_is_the_door_alone() -> None:
    assert {name for (name, _, _), cells in permissions.expected().items() if cells[-1] == "yes"} == {
        "sign_in",
        "health",
    }
