"""From the first paper to the recommendation: one case (办法第二、十条)."""

from collections.abc import Callable
from datetime import date

from yingsu.base.actor import Actor
from yingsu.docket.models import Case, Hearing
from yingsu.docket.queries import standing_entries
from yingsu.intake.models import Proposal

Drop = Callable[..., list[Proposal]]
Confirm = Callable[..., Proposal]


def test_the_papers_of_one_suit_form_one_case(drop: Drop, confirm_read: Confirm, police_clerk: Actor) -> None:
    notice, complaint = drop(police_clerk, "01", "02")
    case = confirm_read(notice, police_clerk, date(2025, 2, 19)).case
    assert case.title == "林景澄诉清禾县公安局行政拘留案"
    assert confirm_read(complaint, police_clerk, date(2025, 2, 19)).case == case
    summons, head = drop(police_clerk, "03", "04")
    confirm_read(summons, police_clerk, date(2025, 3, 18))
    confirm_read(head, police_clerk, date(2025, 3, 18))
    (judgment,) = drop(police_clerk, "05")
    confirm_read(judgment, police_clerk, date(2025, 5, 8))
    (recommendation,) = drop(police_clerk, "11")
    confirm_read(recommendation, police_clerk, date(2025, 5, 15))
    assert Case.objects.count() == 1
    assert case.papers.count() == 6
    assert [one.case_number for one in case.instances.all()] == ["（2025）鲁1402行初9001号"]
    kinds = [entry.kind for entry in standing_entries(case)]
    assert kinds.count("hearing-set") == 1
    assert kinds.count("decision-made") == 1
    (hearing,) = Hearing.objects.filter(case=case)
    assert (hearing.label, hearing.day, hearing.time) == ("h1", date(2025, 3, 27), "09:00")
    decision = case.decisions.get()
    assert decision.results == ["revoke", "redo"]
    assert decision.lost and decision.appealable and not decision.final
    advice = [
        entry for entry in standing_entries(case, "receipt") if entry.values["paper"] == "recommendation"
    ]
    assert {entry.values["reply_days"] for entry in advice} == {60}
