"""The one way to write: numbers without gaps, the gate, and the clock."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.db import connection, transaction

from tests.at_once import at_once
from yingsu.base import clock
from yingsu.base.models import Counter
from yingsu.base.numbering import next_number
from yingsu.base.numbers import number_in
from yingsu.base.tx import write_tx, writes


@writes
def take(fails: bool = False) -> int:
    number = next_number("试号")
    if fails:
        raise ValueError
    return number


def test_a_number_is_taken_inside_the_transaction_that_uses_it(transactional_db: None) -> None:
    with pytest.raises(RuntimeError, match="inside the transaction"):
        next_number("试号")
    assert not Counter.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_a_number_that_was_not_used_is_given_again() -> None:
    assert take() == 1
    with pytest.raises(ValueError, match=r"^$"):
        take(fails=True)
    assert take() == 2


@pytest.mark.django_db(transaction=True)
def test_numbers_taken_at_once_have_no_gap_and_no_twin() -> None:
    answers = at_once(*[lambda fails=place % 3 == 0: take(fails) for place in range(12)])
    taken = [answer for answer in answers if isinstance(answer, int)]
    assert sorted(taken) == list(range(1, 9))
    assert sum(isinstance(answer, ValueError) for answer in answers) == 4


@pytest.mark.django_db
def test_series_do_not_disturb_each_other() -> None:
    assert [next_number("甲"), next_number("乙"), next_number("甲")] == [1, 1, 2]


@pytest.mark.django_db(transaction=True)
def test_one_operation_commits_whole_or_not_at_all() -> None:
    @writes
    def outer() -> None:
        Counter.objects.create(series="外")
        with write_tx():
            Counter.objects.create(series="内")
        raise ValueError

    with pytest.raises(ValueError, match=r"^$"):
        outer()
    assert not Counter.objects.exists() and not connection.in_atomic_block


@pytest.mark.django_db(transaction=True)
def test_a_failure_inside_leaves_the_gate_open() -> None:
    for _ in range(2):
        with pytest.raises(ValueError, match=r"^$"):
            take(fails=True)
    assert at_once(take, take) in ([1, 2], [2, 1])


@pytest.mark.django_db(transaction=True)
def test_what_one_writes_the_next_reads() -> None:
    """Without the gate (SQLite) or the locked row (PostgreSQL) additions made at once would be lost."""
    Counter.objects.create(series="累计")

    @writes
    def add() -> None:
        row = Counter.objects.select_for_update().get(series="累计")
        row.last += 1
        row.save()

    assert at_once(*[add] * 8) == [None] * 8
    assert Counter.objects.get(series="累计").last == 8


@pytest.mark.django_db
def test_writing_inside_a_transaction_joins_it() -> None:
    with transaction.atomic():
        take()
        transaction.set_rollback(True)
    assert not Counter.objects.exists()


def test_the_clock_is_of_shanghai_and_can_be_set(today_is: Callable[[str], None], settings: Any) -> None:
    today_is("2025-03-08")
    assert (
        clock.today() == date(2025, 3, 8)
        and clock.now().utcoffset() == clock.at_noon(date(2025, 3, 8)).utcoffset()
    )
    settings.FIXED_TODAY = ""
    assert str(clock.now().tzinfo) == "Asia/Shanghai"


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("0", 0),
        ("17", 17),
        ("１７", 17),
        ("9" * 18, 10**18 - 1),
        ("9" * 19, None),
        ("-1", None),
        ("", None),
        ("²", None),
        ("1e3", None),
    ],
)
def test_numbers_a_browser_sends(text: str, number: int | None) -> None:
    assert number_in(text) == number
