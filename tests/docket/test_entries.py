"""The docket only grows: entries, their order, their days; audit lines likewise."""

import ast
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from tests.at_once import at_once
from tests.builders import actor, county, suit
from yingsu.audit.actions import record
from yingsu.audit.models import AuditLine
from yingsu.base.actor import Actor
from yingsu.base.append_only import NeverChanged
from yingsu.base.refusal import Refused
from yingsu.docket.happening import Happening
from yingsu.docket.models import Case, Entry
from yingsu.duties.actions import enter

SERVED = date(2025, 2, 19)
ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def clerk(db: None, settings: Any) -> Actor:
    settings.FIXED_TODAY = "2025-02-24"
    return actor(county()["police"], "office_clerk", "陆之遥")


@pytest.fixture
def case(clerk: Actor) -> Case:
    return suit(county()["police"], by=clerk, served=SERVED)


def happening(case: Case, **more: Any) -> Happening:
    told = {
        "kind": "risk-assessed",
        "on": date(2025, 2, 20),
        "values": {"level": "low"},
        "organ": county()["police"],
    }
    return Happening(**{**told, "instance": case.instances.get(), **more})


def test_an_entry_is_never_changed_or_removed(case: Case) -> None:
    entry = case.entries.first()
    entry.note = "改"
    for act in (
        entry.save,
        entry.delete,
        lambda: entry.save(update_fields=["note"]),
        lambda: Entry.objects.update(note="改"),
        lambda: Entry.objects.filter(pk=entry.pk).delete(),
        lambda: case.entries.update(note="改"),
        lambda: case.entries.all().delete(),
        lambda: Entry.objects.bulk_update([entry], ["note"]),
        lambda: Entry.objects.update_or_create(pk=entry.pk, defaults={"note": "改"}),
        lambda: Entry.objects.bulk_create(
            [entry], update_conflicts=True, update_fields=["note"], unique_fields=["pk"]
        ),
    ):
        with pytest.raises(NeverChanged), transaction.atomic():
            act()
    assert Entry.objects.get(pk=entry.pk).note == ""


def test_a_row_under_a_key_that_stands_is_not_written_over(case: Case) -> None:
    entry = case.entries.first()
    with pytest.raises(IntegrityError), transaction.atomic():
        Entry(
            pk=entry.pk,
            case=case,
            seq=99,
            kind="resumed",
            happened_on=SERVED,
            known_on=SERVED,
            entered_at=entry.entered_at,
        ).save()


def test_an_audit_line_is_never_changed_or_removed(case: Case, clerk: Actor) -> None:
    record("tests.line", by=clerk, on=case)
    line = AuditLine.objects.order_by("pk").last()
    assert line is not None
    for act in (
        line.save,
        line.delete,
        lambda: AuditLine.objects.update(result="x"),
        lambda: AuditLine.objects.all().delete(),
    ):
        with pytest.raises(NeverChanged):
            act()


def test_a_case_with_entries_cannot_be_removed(case: Case) -> None:
    with pytest.raises(Exception, match="protected foreign keys"):
        case.delete()


def test_facts_have_one_mouth() -> None:
    """`docket.actions.append` is called by `duties.actions.enter` alone, and nobody else makes an Entry."""
    calling = set()
    for path in (ROOT / "yingsu").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            imported = isinstance(node, ast.ImportFrom) and node.module == "yingsu.docket.actions"
            if imported and any(name.name == "append" for name in node.names):
                calling.add(path.relative_to(ROOT).as_posix())
            if isinstance(node, ast.Call) and ast.unparse(node.func) in (
                "Entry.objects.create",
                "Entry.objects.bulk_create",
            ):
                calling.add(path.relative_to(ROOT).as_posix())
    assert calling == {"yingsu/duties/actions.py", "yingsu/docket/actions.py"}


def test_every_entry_leaves_an_audit_line_in_its_transaction(case: Case) -> None:
    lines = AuditLine.objects.filter(action="docket.enter", object_id=str(case.pk))
    assert [line.detail["seq"] for line in lines.order_by("pk")] == [
        entry.seq for entry in case.entries.order_by("seq")
    ]


def test_what_is_refused_leaves_nothing(case: Case, clerk: Actor) -> None:
    before = case.entries.count(), AuditLine.objects.count()
    tomorrow = happening(case, on=date(2025, 2, 25))
    with pytest.raises(Refused):
        enter(case, happening(case), tomorrow, by=clerk)
    assert (case.entries.count(), AuditLine.objects.count()) == before


@pytest.mark.parametrize(
    ("kind", "values", "on"),
    [
        ("no-such-fact", {}, SERVED),
        ("risk-assessed", {"level": "none"}, SERVED),
        ("risk-assessed", {"colour": "red"}, SERVED),
    ],
)
def test_a_fact_outside_the_vocabulary_is_not_stored(
    kind: str, values: dict[str, str], on: date, case: Case, clerk: Actor
) -> None:
    before = case.entries.count()
    with pytest.raises(Exception, match=r".+"):
        enter(case, happening(case, kind=kind, values=values, on=on), by=clerk)
    assert case.entries.count() == before


def test_a_day_to_come_is_refused_with_what_to_do(case: Case, clerk: Actor) -> None:
    assert enter(case, happening(case, on=date(2025, 2, 24)), by=clerk)
    with pytest.raises(Refused, match="2025年2月25日晚于今天") as refused:
        enter(case, happening(case, on=date(2025, 2, 25)), by=clerk)
    assert refused.value.field == "on" and "待发生后再登记" in refused.value.remedy


def test_a_decision_before_the_suit_is_refused(case: Case, clerk: Actor) -> None:
    values = {"form": "judgment", "results": ["uphold"], "lost": False, "appealable": True, "final": False}
    early = happening(case, kind="decision-made", on=date(2025, 2, 18), values=values, organ=None)
    with pytest.raises(Refused, match="裁判日期2025年2月18日早于法院立案日期2025年2月19日"):
        enter(case, early, by=clerk)


def test_a_hearing_before_the_suit_is_refused(case: Case, clerk: Actor) -> None:
    early = happening(
        case, kind="hearing-set", values={"hearing": "h1", "day": date(2025, 2, 18)}, organ=None
    )
    with pytest.raises(Refused, match="早于法院立案日期"):
        enter(case, early, by=clerk)


@pytest.mark.django_db(transaction=True)
def test_entries_made_at_once_are_numbered_without_a_gap(case: Case, clerk: Actor) -> None:
    before = case.entries.count()
    assert all(
        isinstance(made, list) for made in at_once(*[lambda: enter(case, happening(case), by=clerk)] * 6)
    )
    assert list(case.entries.order_by("seq").values_list("seq", flat=True)) == list(range(1, before + 7))
