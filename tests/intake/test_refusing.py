"""What is not confirmed, and what it says: each refusal at its field, nothing stored."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from tests.builders import actor, suit
from tests.intake.conftest import by_hand
from yingsu.base.actor import Actor
from yingsu.base.refusal import Denied, Refused
from yingsu.docket.models import Case, CourtPaper
from yingsu.intake.actions import confirm, set_aside
from yingsu.intake.first_reading import particulars_read
from yingsu.intake.models import Proposal
from yingsu.organs.models import Organ

Drop = Callable[..., list[Proposal]]
Confirm = Callable[..., Proposal]
SERVED = date(2025, 2, 19)


def test_a_case_one_may_not_see_cannot_be_chosen(
    confirm_read: Confirm, police_clerk: Actor, office_clerk: Actor, organs: dict[str, Organ]
) -> None:
    case = suit(organs["police"], by=police_clerk, served=SERVED)
    letter = by_hand(office_clerk, "other", doc_date="2025-04-01")
    with pytest.raises(Refused) as refused:
        confirm_read(letter, office_clerk, date(2025, 4, 2), case_pk=case.pk)
    assert refused.value.status == 404


def test_a_number_registered_elsewhere_tells_nothing_of_the_case(
    confirm_read: Confirm, police_clerk: Actor, office_clerk: Actor, organs: dict[str, Organ]
) -> None:
    suit(organs["police"], by=police_clerk, served=SERVED)
    row = by_hand(
        office_clerk,
        "summons",
        case_no="（2025）鲁1402行初9001号",
        defendant="清禾县人民政府",
        hearing="2025-04-03 09:00",
    )
    with pytest.raises(Refused, match="已由其他单位登记") as refused:
        confirm_read(row, office_clerk, date(2025, 3, 20))
    assert "林景澄" not in refused.value.message


def test_an_unknown_court_is_refused(confirm_read: Confirm, police_clerk: Actor) -> None:
    row = by_hand(
        police_clerk,
        "notice-to-respond",
        case_no="（2025）鲁1499行初9001号",
        plaintiff="何以安",
        defendant="清禾县公安局",
    )
    with pytest.raises(Refused, match="法院代字“鲁1499”不在法院代字表中") as refused:
        confirm_read(row, police_clerk, SERVED, accept_warnings=True)
    assert refused.value.field == "case_number"


def test_a_doubt_is_kept_only_when_a_person_says_so(confirm_read: Confirm, police_clerk: Actor) -> None:
    said = {
        "case_no": "（2025）鲁1402行初9003号",
        "court": "平原县人民法院",
        "plaintiff": "何以安",
        "defendant": "清禾县公安局",
    }
    with pytest.raises(Refused, match="与所填法院不一致") as refused:
        confirm_read(by_hand(police_clerk, "notice-to-respond", **said), police_clerk, SERVED)
    assert refused.value.field == "court" and "仍按所填登记" in refused.value.remedy
    row = by_hand(police_clerk, "notice-to-respond", **said, phone="1")
    assert confirm_read(row, police_clerk, SERVED, accept_warnings=True).state == "confirmed"


def test_a_decision_before_the_suit_is_refused(
    drop: Drop, confirm_read: Confirm, police_clerk: Actor
) -> None:
    notice, judgment = drop(police_clerk, "01", "05")
    confirm_read(notice, police_clerk, SERVED)
    with pytest.raises(Refused, match="早于法院立案日期") as refused:
        confirm_read(judgment, police_clerk, date(2025, 5, 8), doc_date=date(2025, 2, 10))
    assert refused.value.field == "doc_date"


@pytest.mark.parametrize(
    ("said", "words", "field"),
    [
        ({"served_on": None}, "没有填写送达日期", "served_on"),
        ({"served_on": date(2025, 12, 21)}, "晚于今天", "served_on"),
        ({"served_on": date(2025, 2, 17)}, "早于文书落款日期", "served_on"),
        ({"case_number": ""}, "没有案号", "case_number"),
        ({"case_number": "2025年第1号"}, "案号的写法不对", "case_number"),
        ({"case_number": "（2025）鲁1402行审9001号"}, "非诉审查", "case_number"),
        ({"plaintiffs": ()}, "没有填写原告", "plaintiffs"),
        ({"hearing_time": "上午9点"}, "开庭时间的写法不对", "hearing_time"),
        ({"defendants": ("某市某局",)}, "不在本单位收文范围", "defendants"),
        ({"defendants": ("清禾县人民政府",)}, "不在本单位收文范围", "defendants"),
    ],
)
def test_faults_are_told_at_their_field(
    said: dict[str, Any], words: str, field: str, drop: Drop, police_clerk: Actor
) -> None:
    (notice,) = drop(police_clerk, "01")
    data = particulars_read(notice, **({"served_on": SERVED} | said))
    with pytest.raises(Refused, match=words) as refused:
        confirm(proposal=notice, data=data, by=police_clerk)
    assert refused.value.field == field
    assert not Case.objects.exists()


def test_the_second_of_two_clerks_changes_nothing(drop: Drop, police_clerk: Actor) -> None:
    (notice,) = drop(police_clerk, "01")
    data = particulars_read(notice, served_on=SERVED)
    confirm(proposal=notice, data=data, by=police_clerk, version=1)
    with pytest.raises(Refused, match="刚才已由清禾县公安局") as refused:
        confirm(proposal=notice, data=data, by=police_clerk, version=1)
    assert refused.value.status == 409
    with pytest.raises(Refused) as refused:
        confirm(proposal=notice, data=data, by=police_clerk)
    assert refused.value.status == 409
    assert CourtPaper.objects.count() == 1


def test_who_may_not_confirm_is_denied(drop: Drop, police_clerk: Actor, organs: dict[str, Organ]) -> None:
    (notice,) = drop(police_clerk, "01")
    handler = actor(organs["police"], "unit_handler", "尹归舟")
    with pytest.raises(Denied):
        confirm(proposal=notice, data=particulars_read(notice, served_on=SERVED), by=handler)


def test_another_organs_proposal_does_not_exist(drop: Drop, police_clerk: Actor, office_clerk: Actor) -> None:
    (notice,) = drop(police_clerk, "01")
    for act in (
        lambda: confirm(proposal=notice, data=particulars_read(notice, served_on=SERVED), by=office_clerk),
        lambda: set_aside(proposal=notice, reason="无", by=office_clerk),
    ):
        with pytest.raises(Refused) as refused:
            act()
        assert refused.value.status == 404
