"""Timing in one run: the best and the median of several rounds, and a table."""

import statistics
import time
from collections.abc import Callable, Sequence
from typing import Any


def rounds(work: Callable[[], Any], *, times: int = 5) -> tuple[float, float]:
    """Best and median seconds of *times* runs of *work*, after one to warm up."""
    work()
    took = []
    for _ in range(times):
        began = time.perf_counter()
        work()
        took.append(time.perf_counter() - began)
    return min(took), statistics.median(took)


def table(title: str, head: Sequence[str], rows: Sequence[Sequence[Any]]) -> None:
    """Print a Markdown table."""
    print(f"\n## {title}\n")
    print("| " + " | ".join(head) + " |")
    print("|" + "---|" * len(head))
    for row in rows:
        print("| " + " | ".join(str(cell) for cell in row) + " |")
