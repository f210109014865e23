"""What the tests of every room share: a data folder of their own, and a clock that can be set."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from django.conf import settings as platform


@pytest.fixture(scope="session", autouse=True)
def _own_data_folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Files, keys and the write gate of this run lie in a temporary folder, never in var/.

    The law and the papers are tested without Django too (`pytest -p no:django tests/rulebook`).
    """
    if not platform.configured:
        yield
        return
    before = platform.DATA
    platform.DATA = tmp_path_factory.mktemp("data")
    yield
    platform.DATA = before


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    django_db_modify_db_settings: None, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """SQLite is a file in tests, as in operation: in memory, threads would meet locks that a file has not."""
    from django.db import connection

    if connection.vendor == "sqlite":
        connection.settings_dict["TEST"]["NAME"] = str(tmp_path_factory.mktemp("database") / "tests.sqlite3")


@pytest.fixture
def data_folder(tmp_path: Path, settings: object) -> Path:
    """An empty data folder for one test that looks at what lies in it."""
    folder = tmp_path / "data"
    folder.mkdir()
    settings.DATA = folder  # type: ignore[attr-defined]
    return folder


@pytest.fixture
def today_is(settings: object) -> Callable[[date | str], None]:
    """Set the platform's clock: `today_is("2025-03-08")`. May be called again to let days pass."""

    def turn_to(day: date | str) -> None:
        settings.FIXED_TODAY = str(day)  # type: ignore[attr-defined]

    return turn_to
