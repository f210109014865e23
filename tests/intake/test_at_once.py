"""Two clerks confirm one paper in the same moment: one effect, and the other is told."""

import threading
from collections.abc import Callable
from datetime import date

import pytest
from django.db import connection

from yingsu.base.actor import Actor
from yingsu.base.refusal import Refused
from yingsu.docket.models import Case, CourtPaper
from yingsu.intake.actions import confirm
from yingsu.intake.first_reading import particulars_read
from yingsu.intake.models import Proposal


@pytest.mark.django_db(transaction=True)
def test_one_of_two_clerks_at_once_is_told(drop: Callable[..., list[Proposal]], police_clerk: Actor) -> None:
    (notice,) = drop(police_clerk, "01")
    data = particulars_read(notice, served_on=date(2025, 2, 19))
    start = threading.Barrier(2)
    answers: list[str] = []

    def act() -> None:
        start.wait()
        try:
            answers.append(confirm(proposal=notice, data=data, by=police_clerk, version=1).state)
        except Refused as refused:
            answers.append(str(refused.status))
        finally:
            connection.close()

    clerks = [threading.Thread(target=act) for _ in range(2)]
    for clerk in clerks:
        clerk.start()
    for clerk in clerks:
        clerk.join()
    assert sorted(answers) == ["409", "confirmed"]
    assert Case.objects.count() == CourtPaper.objects.count() == 1
