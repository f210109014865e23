"""The one way to write.

SQLite's own waiting is unfair under several writers, so a file lock queues them before the transaction
(transactions are IMMEDIATE); PostgreSQL needs neither.
"""

import fcntl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from typing import ParamSpec, TypeVar

from django.conf import settings
from django.db import connection, transaction

P = ParamSpec("P")
R = TypeVar("R")
_held = threading.local()


@contextmanager
def write_tx() -> Iterator[None]:
    """One business operation: a transaction that commits whole or not at all. May be nested."""
    if connection.vendor != "sqlite" or getattr(_held, "depth", 0) or connection.in_atomic_block:
        with transaction.atomic():
            yield
        return
    with open(settings.DATA / "write.lock", "a") as gate:
        fcntl.flock(gate, fcntl.LOCK_EX)
        _held.depth = 1
        try:
            with transaction.atomic():
                yield
        finally:
            _held.depth = 0


def writes(act: Callable[P, R]) -> Callable[P, R]:
    """Decorate an action so that it runs in `write_tx`."""

    @wraps(act)
    def inside(*args: P.args, **kwargs: P.kwargs) -> R:
        with write_tx():
            return act(*args, **kwargs)

    return inside
