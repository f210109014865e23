"""The suit against 清禾县公安局."""

from typing import Any

import pytest

from tests.worlds import World, build_world


@pytest.fixture
def world(db: None, settings: Any) -> World:
    """The world on 20 February 2025."""
    return build_world(settings)
