"""Several people in the same moment: real threads, each with a connection of its own (`transaction=True`)."""

import threading
from collections.abc import Callable
from typing import Any

from django.db import connection


def at_once(*acts: Callable[[], Any], patience: float = 60) -> list[Any]:
    """What each act gave, or the exception it ended with, in the order of *acts*; all begin together."""
    start = threading.Barrier(len(acts))
    answers: list[Any] = [None] * len(acts)

    def run(place: int, act: Callable[[], Any]) -> None:
        start.wait()
        try:
            answers[place] = act()
        except Exception as error:  # noqa: BLE001 — told to the test
            answers[place] = error
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=one, daemon=True) for one in enumerate(acts)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(patience)
    assert not any(thread.is_alive() for thread in threads), "somebody waits for ever"
    return answers
