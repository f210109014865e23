"""One shelf for every test of the law."""

from __future__ import annotations

import pytest

from rulebook import Shelf, load_shelf


@pytest.fixture(scope="session")
def shelf() -> Shelf:
    """The books and calendars we ship."""
    return load_shelf()
