"""A correction is a new entry that names the old; duties follow and say what moved them."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.urls import reverse

from tests.at_once import at_once
from tests.worlds import SERVED, World, build_world, signed_in
from yingsu.base.refusal import Denied, Refused
from yingsu.docket.happening import Happening
from yingsu.docket.models import Case, Entry
from yingsu.duties.actions import enter
from yingsu.duties.corrections import correct
from yingsu.duties.models import Duty
from yingsu.duties.queries import explain
from yingsu.duties.reconcile import conclusion_of, reconcile


@pytest.fixture
def world(db: None, settings: Any) -> World:
    """The suit on 24 February 2025."""
    return build_world(settings, today="2025-02-24")


def served(world: World) -> Entry:
    """The entry of the complaint's service, from which the answer's fifteen days run."""
    return next(
        e
        for e in world.case.entries.filter(kind="receipt")
        if e.values == {"paper": "complaint", "receiver": "party"}
    )


def noted(world: World, entry: Entry | None = None, **more: Any) -> Entry:
    return correct(
        entry=entry or served(world),
        by=world.clerk,
        **{"on": date(2025, 2, 21), "note": "回证为21日", **more},
    )


def test_the_new_entry_names_the_old_and_both_stay(world: World) -> None:
    old = served(world)
    new = noted(world)
    assert new.corrects == old and Entry.objects.get(pk=old.pk).happened_on == SERVED
    assert (new.happened_on, new.values, new.organ, new.instance) == (
        date(2025, 2, 21),
        old.values,
        old.organ,
        old.instance,
    )
    assert (
        new.summary == f"更正：{old.summary}"
        and new.note == "回证为21日"
        and new.entered_by.endswith("陆之遥")
    )


def test_the_duty_moves_and_says_from_where_and_why(world: World) -> None:
    before = world.duty("answer").due
    noted(world)
    row = world.duty("answer")
    assert (before, row.due, row.moved_from) == (date(2025, 3, 6), date(2025, 3, 10), date(2025, 3, 6))
    assert "更正" in row.moved_because
    text = signed_in(world.clerk).get(reverse("duty", args=[row.pk])).content.decode()
    assert "原为" in text and "更正" in text


def test_a_correction_to_the_same_day_is_refused(world: World) -> None:
    with pytest.raises(Refused, match="与原登记相同"):
        noted(world, on=SERVED)


def test_an_entry_is_corrected_once(world: World) -> None:
    new = noted(world)
    with pytest.raises(Refused, match="已经更正过") as refused:
        noted(world, on=date(2025, 2, 20))
    assert refused.value.status == 409
    assert noted(world, new, on=date(2025, 2, 20)).corrects == new
    assert world.duty("answer").due == date(2025, 3, 7)


def test_a_withdrawn_entry_counts_no_more(world: World) -> None:
    withdrawn = noted(world, withdrawn=True, note="登记到了另一案")
    assert withdrawn.values["withdrawn"] is True and withdrawn.summary.startswith("撤回登记：")
    assert not Duty.objects.filter(case=world.case, rule="answer", state="open").exists()
    with pytest.raises(Refused, match="已经更正过"):
        noted(world, withdrawn=True)


def test_a_correction_in_the_future_is_refused(world: World) -> None:
    with pytest.raises(Refused, match="晚于今天"):
        noted(world, on=date(2025, 2, 25))


def test_a_correction_of_another_case_is_refused(world: World) -> None:
    from tests.builders import suit

    other = suit(world.police, by=world.clerk, served=SERVED, number="（2025）鲁1402行初9009号")
    with pytest.raises(Refused, match="不在本案"):
        enter(
            other,
            Happening("receipt", SERVED, dict(served(world).values), corrects=served(world)),
            by=world.clerk,
        )


def test_a_closed_case_is_locked(world: World) -> None:
    Case.objects.filter(pk=world.case.pk).update(closed=True)
    world.case.refresh_from_db()
    with pytest.raises(Refused, match="已归档") as refused:
        noted(world)
    assert refused.value.article == "28.2"


def test_who_entered_corrects_and_nobody_else(world: World) -> None:
    """The bureau's mark is the bureau's to take back (办法第十九条), the office's receipt the office's."""
    from yingsu.hearings.actions import mark_matter

    mark_matter(case=world.case, ground="attention", by=world.bureau)
    mark = world.case.entries.get(kind="matter-marked")
    for by in (world.clerk, world.handler):
        with pytest.raises(Refused, match="只能由登记单位更正") as refused:
            correct(entry=mark, on=SERVED, note="撤", by=by, withdrawn=True)
        assert refused.value.status == 403
    with pytest.raises(Refused, match="清禾县公安局"):
        correct(entry=served(world), on=date(2025, 2, 20), note="错", by=world.bureau)
    for by in (world.chief, world.archivist):
        with pytest.raises(Denied):
            correct(entry=served(world), on=date(2025, 2, 20), note="错", by=by)
    assert correct(entry=mark, on=SERVED, note="标错", by=world.bureau, withdrawn=True).corrects == mark
    assert correct(entry=served(world), on=date(2025, 2, 20), note="错", by=world.handler)


def test_the_page_offers_correction_to_who_entered(world: World) -> None:
    address = reverse("correct_entry", args=[world.case.pk, served(world).pk])
    for by, offered in (
        (world.clerk, True),
        (world.bureau, False),
        (world.chief, False),
        (world.city_bureau, False),
    ):
        client = signed_in(by)
        assert (address in client.get(reverse("case", args=[world.case.pk])).content.decode()) is offered
        assert (client.get(address).status_code == 200) is offered


@pytest.mark.django_db(transaction=True)
def test_of_two_corrections_at_once_one_stands(world: World) -> None:
    entry = served(world)
    days = (date(2025, 2, 20), date(2025, 2, 21))
    answers = at_once(
        *[lambda day=day: correct(entry=entry, on=day, note="回证", by=world.clerk) for day in days]
    )
    kinds = sorted(type(answer).__name__ for answer in answers)
    assert kinds == ["Entry", "Refused"]
    assert Entry.objects.filter(corrects=entry).count() == 1


def test_reconciling_again_changes_nothing(world: World) -> None:
    noted(world)
    before = list(Duty.objects.filter(case=world.case).order_by("pk").values())
    relations = set(world.case.relations.values_list("organ", "relation"))
    for _ in range(2):
        reconcile(Case.objects.get(pk=world.case.pk))
    assert list(Duty.objects.filter(case=world.case).order_by("pk").values()) == before
    assert set(world.case.relations.values_list("organ", "relation")) == relations


def test_what_was_known_on_a_day_is_answered_as_it_was_known(
    world: World, today_is: Callable[[str], None]
) -> None:
    """On 24 February the service was believed to be of the 19th; the correction became known on the 26th."""
    today_is("2025-02-26")
    noted(world)
    row = world.duty("answer")
    assert explain(row).reason.due == date(2025, 3, 10)
    assert explain(row, as_of=date(2025, 2, 24)).reason.due == date(2025, 3, 6)
    then = {duty.rule for duty in conclusion_of(world.case, as_of=date(2025, 2, 18)).duties}
    assert "answer" not in then


def test_a_year_without_its_notice_is_provisional_and_says_so(
    world: World, today_is: Callable[[str], None]
) -> None:
    """Past the last notice the days are counted by weekends alone, and marked so."""
    from tests.builders import suit

    today_is("2031-03-05")
    late = suit(world.police, by=world.clerk, served=date(2031, 3, 3), number="（2031）鲁1402行初9001号")
    row = late.duties.get(rule="answer")
    assert row.provisional and row.due is not None and row.due.year == 2031
    text = signed_in(world.clerk).get(reverse("duty", args=[row.pk])).content.decode()
    assert "暂" in text
