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
