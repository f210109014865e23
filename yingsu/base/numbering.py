"""Numbers without gaps: taken from a locked counter row inside the caller's transaction."""

from django.db import transaction

from yingsu.base.models import Counter


def next_number(series: str) -> int:
    """The next number of *series*. Must run inside the transaction that uses it; rolled back with it."""
    if not transaction.get_connection().in_atomic_block:
        raise RuntimeError("next_number must run inside the transaction that uses the number")
    Counter.objects.get_or_create(series=series)
    counter = Counter.objects.select_for_update().get(series=series)
    counter.last += 1
    counter.save(update_fields=["last"])
    return counter.last
