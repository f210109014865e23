"""A city loaded once for a module of tests, and taken away after it."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Any

import pytest
from django.db import transaction

from yingsu.demonstration.organs_and_people import load_organs_and_people


@pytest.fixture(scope="module")
def loaded(django_db_setup: None, django_db_blocker: Any) -> Callable[..., AbstractContextManager[None]]:
    """`with loaded():` a city of organs and people, in a transaction that is rolled back."""

    @contextmanager
    def city() -> Iterator[None]:
        with django_db_blocker.unblock(), transaction.atomic():
            load_organs_and_people()
            yield
            transaction.set_rollback(True)

    return city
