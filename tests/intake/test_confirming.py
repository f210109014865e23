"""From a proposal to the facts: where it goes, what enters, what is refused (办法第二、四、十、四十二条)."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from tests.builders import actor, suit
from tests.intake.conftest import SAMPLES, by_hand
from tests.intake.forms_of_files import sample
from yingsu.base.actor import Actor
from yingsu.base.refusal import Refused
from yingsu.docket.models import Case, CaseRelation, CourtPaper, Hearing
from yingsu.docket.queries import standing_entries
from yingsu.intake.actions import confirm
from yingsu.intake.destination import destination_of
from yingsu.intake.first_reading import particulars_read, read_values
from yingsu.intake.following import follow
from yingsu.intake.models import Proposal
from yingsu.intake.particulars import Particulars
from yingsu.intake.results import result_codes
from yingsu.organs.models import Organ

Drop = Callable[..., list[Proposal]]
Confirm = Callable[..., Proposal]
SERVED = date(2025, 2, 19)


def told(case: Case, kind: str) -> list[dict[str, Any]]:
    """The standing facts of a kind."""
    return [
        {"on": entry.happened_on, "organ": entry.organ, **entry.values}
        for entry in standing_entries(case, kind)
    ]


def test_the_notice_opens_the_case_with_all_its_facts(
    drop: Drop, confirm_read: Confirm, police_clerk: Actor
) -> None:
    (notice,) = drop(police_clerk, "01")
    done = confirm_read(notice, police_clerk, SERVED, office_on=date(2025, 2, 20))
    case = done.case
    assert [entry.kind for entry in standing_entries(case)] == [
        "case-opened",
        "instance-opened",
        "defendant-named",
        "receipt",
        "receipt",
        "receipt",
        "receipt",
    ]
    assert told(case, "instance-opened")[0]["on"] == date(2025, 2, 17)
    receipts = {(row["paper"], row["receiver"]): row["on"] for row in told(case, "receipt")}
    assert receipts == {
        ("notice-to-respond", "party"): SERVED,
        ("notice-to-respond", "office"): date(2025, 2, 20),
        ("complaint", "party"): SERVED,
        ("complaint", "office"): date(2025, 2, 20),
    }
    assert (case.cause, case.cause_codes, case.case_number) == (
        "行政拘留",
        "0113",
        "（2025）鲁1402行初9001号",
    )
    assert done.paper.register_number == "2025-0001"
    assert (done.state, done.upload.state, done.version) == ("confirmed", "confirmed", 2)


def test_the_complaint_does_not_arrive_twice_but_corrects_its_day(
    drop: Drop, confirm_read: Confirm, police_clerk: Actor
) -> None:
    notice, complaint = drop(police_clerk, "01", "02")
    case = confirm_read(notice, police_clerk, SERVED).case
    confirm_read(complaint, police_clerk, date(2025, 2, 21))
    days = [row["on"] for row in told(case, "receipt") if row["paper"] == "complaint"]
    assert days == [date(2025, 2, 21)] * 2
    case.refresh_from_db()
    assert case.act_number == "清公（城）行罚决字〔2025〕第90001号"


def test_the_complaint_may_come_first_and_the_notice_brings_its_number(
    drop: Drop, confirm_read: Confirm, police_clerk: Actor
) -> None:
    notice, complaint = drop(police_clerk, "01", "02")
    case = confirm_read(complaint, police_clerk, SERVED).case
    assert confirm_read(notice, police_clerk, SERVED).case == case
    instance = case.instances.get()
    assert (instance.case_number, instance.accepted_on) == ("（2025）鲁1402行初9001号", date(2025, 2, 17))


def test_after_reconsideration_the_government_answers_for_its_decision(
    drop: Drop, confirm_read: Confirm, office_clerk: Actor
) -> None:
    (judgment,) = drop(office_clerk, "06")
    case = confirm_read(judgment, office_clerk, date(2024, 12, 5)).case
    assert case.route == "after-reconsideration"
    named = {
        row["organ"].name: (row["acted_as"], row["standing"], row["rank"])
        for row in told(case, "defendant-named")
    }
    assert named == {
        "清禾县生态环境局": ("original", "joint", "department"),
        "清禾县人民政府": ("reconsideration", "joint", "government"),
    }
    receipts = {row["organ"].name for row in told(case, "receipt")}
    assert receipts == {"清禾县人民政府"}
    assert case.title == "清禾县绿原建材厂诉清禾县生态环境局、清禾县人民政府罚款及行政复议案"


def test_the_second_instance_joins_by_the_number_of_the_first(
    drop: Drop, confirm_read: Confirm, office_clerk: Actor
) -> None:
    (first,) = drop(office_clerk, "06")
    case = confirm_read(first, office_clerk, date(2024, 12, 5)).case
    (second,) = drop(office_clerk, "07")
    assert confirm_read(second, office_clerk, date(2025, 3, 25)).case == case
    assert [(one.stage, one.case_number) for one in case.instances.all()] == [
        ("first", "（2024）鲁1423行初9007号"),
        ("second", "（2025）鲁14行终9025号"),
    ]
    decision = case.decisions.get(instance__ordinal=2)
    assert (decision.results, decision.lost, decision.appealable, decision.final) == (
        ["uphold"],
        False,
        False,
        True,
    )


def test_both_served_organs_register_in_one_case(
    drop: Drop, confirm_read: Confirm, office_clerk: Actor, organs: dict[str, Organ]
) -> None:
    (ours,) = drop(office_clerk, "06")
    case = confirm_read(ours, office_clerk, date(2024, 12, 5)).case
    department = actor(organs["environment"], "office_clerk", "顾南")
    (theirs,) = drop(department, "06")
    done = confirm_read(theirs, department, date(2024, 12, 6), accept_warnings=True)
    assert done.case == case and CourtPaper.objects.count() == 1
    days = {row["organ"].name: row["on"] for row in told(case, "receipt")}
    assert days == {"清禾县人民政府": date(2024, 12, 5), "清禾县生态环境局": date(2024, 12, 6)}


@pytest.mark.parametrize(
    ("begin", "results", "appealable"), [("08", ["withdraw"], False), ("09", ["reject-suit"], True)]
)
def test_rulings(
    begin: str,
    results: list[str],
    appealable: bool,
    drop: Drop,
    confirm_read: Confirm,
    organs: dict[str, Organ],
    office_clerk: Actor,
) -> None:
    by = actor(organs["housing"], "office_clerk", "戚清") if begin == "08" else office_clerk
    (ruling,) = drop(by, begin)
    decision = confirm_read(ruling, by, date(2025, 7, 2)).case.decisions.get()
    assert (decision.form, decision.results, decision.lost, decision.appealable) == (
        "ruling",
        results,
        False,
        appealable,
    )


def test_a_moved_hearing_keeps_its_label_and_another_gets_its_own(
    drop: Drop, confirm_read: Confirm, police_clerk: Actor
) -> None:
    notice, summons = drop(police_clerk, "01", "03")
    case = confirm_read(notice, police_clerk, SERVED).case
    confirm_read(summons, police_clerk, date(2025, 3, 18))
    number = "（2025）鲁1402行初9001号"
    moved = by_hand(
        police_clerk,
        "summons",
        case_no=number,
        hearing="2025-04-03 14:30",
        summoned="清禾县公安局",
        doc_date="2025-03-20",
    )
    confirm_read(moved, police_clerk, date(2025, 3, 21))
    assert [(row.label, row.day, row.time) for row in Hearing.objects.all()] == [
        ("h1", date(2025, 4, 3), "14:30")
    ]
    later = by_hand(
        police_clerk,
        "summons",
        case_no=number,
        hearing="2025-04-20 09:00",
        summoned="清禾县公安局",
        doc_date="2025-04-10",
    )
    confirm_read(later, police_clerk, date(2025, 4, 11))
    assert [row.label for row in case.hearings.order_by("label")] == ["h1", "h2"]
    assert {row.get("hearing") for row in told(case, "receipt") if row["paper"] == "summons"} == {"h1", "h2"}


def test_the_courts_notice_for_the_main_head(drop: Drop, confirm_read: Confirm, police_clerk: Actor) -> None:
    notice, head = drop(police_clerk, "01", "04")
    case = confirm_read(notice, police_clerk, SERVED).case
    confirm_read(head, police_clerk, date(2025, 3, 18), head_required="main-head")
    assert [row["which"] for row in told(case, "head-required")] == ["main-head"]


@pytest.mark.parametrize(("days", "fixed"), [("15", []), ("10", ["answer", "evidence"])])
def test_only_another_period_than_the_laws_is_entered(
    days: str, fixed: list[str], confirm_read: Confirm, police_clerk: Actor
) -> None:
    row = by_hand(
        police_clerk,
        "notice-to-respond",
        case_no="（2025）鲁1402行初9002号",
        plaintiff="何以安",
        defendant="清禾县公安局",
        cause="罚款",
        accepted="2025-02-17",
        deadline_days=days,
    )
    case = confirm_read(row, police_clerk, SERVED, complaint_enclosed=True).case
    assert [fact["of"] for fact in told(case, "period-fixed")] == fixed


def test_a_recommendation_goes_to_the_case_it_speaks_of_or_is_refused(
    drop: Drop, confirm_read: Confirm, police_clerk: Actor
) -> None:
    (advice,) = drop(police_clerk, "11")
    with pytest.raises(Refused, match="所涉案件还没有登记") as refused:
        confirm_read(advice, police_clerk, date(2025, 5, 15))
    assert refused.value.field == "related_case"
    (notice,) = drop(police_clerk, "01")
    case = confirm_read(notice, police_clerk, SERVED).case
    assert confirm_read(advice, police_clerk, date(2025, 5, 15)).case == case
    assert case.instances.get().case_number == "（2025）鲁1402行初9001号"


def test_an_appeal_petition_belongs_to_the_instance_appealed(
    drop: Drop, confirm_read: Confirm, police_clerk: Actor
) -> None:
    notice, judgment = drop(police_clerk, "01", "05")
    case = confirm_read(notice, police_clerk, SERVED).case
    confirm_read(judgment, police_clerk, date(2025, 5, 8))
    petition = by_hand(
        police_clerk,
        "appeal-petition",
        prior_case_no="（2025）鲁1402行初9001号",
        plaintiff="林景澄",
        defendant="清禾县公安局",
    )
    confirm_read(petition, police_clerk, date(2025, 5, 20))
    assert case.instances.count() == 1
    assert {row["paper"] for row in told(case, "receipt")} >= {"appeal-petition"}


def test_a_remitted_suit_comes_back_as_its_own_instance(
    confirm_read: Confirm, police_clerk: Actor, organs: dict[str, Organ]
) -> None:
    case = suit(organs["police"], by=police_clerk, served=SERVED)
    remitted = by_hand(
        police_clerk,
        "ruling",
        case_no="（2025）鲁14行终9030号",
        prior_case_no="（2025）鲁1402行初9001号",
        result_class="发回重审",
        doc_date="2025-06-20",
    )
    confirm_read(remitted, police_clerk, date(2025, 6, 25))
    again = by_hand(
        police_clerk,
        "notice-to-respond",
        case_no="（2025）鲁1402行初9088号",
        prior_case_no="（2025）鲁14行终9030号",
    )
    confirm_read(again, police_clerk, date(2025, 7, 10))
    assert [one.stage for one in case.instances.all()] == ["first", "second", "remand"]


def test_a_reconsideration_case_in_which_an_organ_answers(confirm_read: Confirm, police_clerk: Actor) -> None:
    row = by_hand(
        police_clerk,
        "reconsideration-notice",
        court="清禾县人民政府",
        plaintiff="何以安",
        defendant="清禾县公安局",
        cause="罚款",
        doc_date="2025-03-03",
    )
    case = confirm_read(row, police_clerk, date(2025, 3, 4)).case
    assert case.subject == "reconsideration"
    assert case.title == "何以安不服清禾县公安局罚款申请行政复议案"


def test_the_clerk_may_choose_the_case(
    confirm_read: Confirm, police_clerk: Actor, organs: dict[str, Organ]
) -> None:
    case = suit(organs["police"], by=police_clerk, served=SERVED)
    letter = by_hand(police_clerk, "other", doc_date="2025-04-01")
    assert confirm_read(letter, police_clerk, date(2025, 4, 2), case_pk=case.pk).case == case


def test_what_will_follow_is_what_follows(
    drop: Drop, police_clerk: Actor, today_is: Callable[[str], None]
) -> None:
    today_is("2025-02-20")
    (notice,) = drop(police_clerk, "01")
    data = particulars_read(notice, served_on=SERVED)
    shown = follow(data, destination_of(data, by=police_clerk), by=police_clerk)
    assert not Case.objects.exists()
    case = confirm(proposal=notice, data=data, by=police_clerk).case
    stored = {(duty.title, duty.due) for duty in case.duties.exclude(nature="expected")}
    assert {(one.what, one.due) for one in shown} == stored
    assert shown


def test_the_relations_open_the_case_to_those_concerned(
    drop: Drop, confirm_read: Confirm, police_clerk: Actor
) -> None:
    (notice,) = drop(police_clerk, "01")
    case = confirm_read(notice, police_clerk, SERVED).case
    names = set(CaseRelation.objects.filter(case=case).values_list("organ__name", flat=True))
    assert names == {"清禾县公安局", "清禾县司法局"}


def test_many_plaintiffs_are_counted_in_the_title(confirm_read: Confirm, police_clerk: Actor) -> None:
    row = by_hand(
        police_clerk,
        "notice-to-respond",
        case_no="（2025）鲁1402行初9004号",
        defendant="清禾县公安局",
        cause="罚款",
    )
    case = confirm_read(row, police_clerk, SERVED, plaintiffs=("何以安", "何以宁", "何以晴")).case
    assert case.title == "何以安等3人诉清禾县公安局罚款案"
    assert case.parties.filter(role="plaintiff").count() == 3


@pytest.mark.parametrize(
    ("words", "codes"),
    [
        ("撤销并责令重作", ("revoke", "redo")),
        ("驳回诉讼请求", ("dismiss-claims",)),
        ("维持原判", ("uphold",)),
        ("发回重审", ("remit",)),
        ("准许撤诉", ("withdraw",)),
        ("确认违法", ("confirm-illegal",)),
        ("看不出", ()),
    ],
)
def test_results_in_codes(words: str, codes: tuple[str, ...]) -> None:
    assert result_codes(words) == codes


def test_what_was_not_read_is_not_made_up(drop: Drop, police_clerk: Actor) -> None:
    (complaint,) = drop(police_clerk, "02")
    values = read_values(complaint)
    assert "case_number" not in values and "accepted_on" not in values
    assert Particulars(**values).served_on is None
    assert sample(SAMPLES, "02").count("案号") == 0
