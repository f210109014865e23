"""办法第二十五条：情况报告7日、备案、签收；行政诉讼法第八十五条：上诉15日、10日。"""

from datetime import date
from typing import Any

import pytest

from tests.builders import actor
from tests.worlds import DECIDED, World
from yingsu.base.refusal import Denied, Refused
from yingsu.docket.actions import add_party
from yingsu.docket.models import Decision
from yingsu.docket.queries import standing_entries
from yingsu.documents.actions import revise
from yingsu.documents.kinds import kinds
from yingsu.judgments import actions
from yingsu.judgments.models import CaseReport
from yingsu.judgments.queries import appeal_period, effective_on, waiting


@pytest.fixture
def world(world: World, settings: Any) -> World:
    """The judgment has come: served on 8 May 2025, in the unit on 9 May."""
    settings.FIXED_TODAY = "2025-05-12"
    return world


def signed_report(world: World, decision: Decision) -> CaseReport:
    report = actions.draft_report(decision=decision, defendant=world.police, by=world.handler)
    data = {**report.document.data, "brief": "原告不服行政拘留决定。", "opinion": "建议服判，不上诉。"}
    sample = kinds()["case_report"].sample
    revise(document=report.document, data={**sample, **data}, version=1, by=world.handler)
    world.sign(report.document)
    report.refresh_from_db()
    return report


def test_25_1_seven_days_run_from_the_units_own_receipt(world: World) -> None:
    decision = world.decision(received=actions.Received(date(2025, 5, 8)))
    waiting_for_receipt = world.duty("report")
    assert (waiting_for_receipt.state, waiting_for_receipt.due) == ("announced", None)
    assert decision.results == ["revoke", "redo"]


def test_25_1_report_and_filing_are_due_seven_days_after(world: World) -> None:
    world.decision()
    assert world.duty("report").due == date(2025, 5, 16)
    assert world.duty("file-report").due == date(2025, 5, 16)


def test_25_2_the_report_is_prefilled_from_the_docket(world: World) -> None:
    report = actions.draft_report(decision=world.decision(), defendant=world.police, by=world.handler)
    data = report.document.data
    assert data["result"].startswith("撤销")
    assert (data["received_on"], data["appeal_due"]) == ("2025-05-09", "2025-05-23")
    assert report.document.signing_organ == world.police
    again = actions.draft_report(decision=report.decision, defendant=world.police, by=world.handler)
    assert again == report


def test_25_1_an_unsigned_report_is_not_submitted(world: World) -> None:
    report = actions.draft_report(decision=world.decision(), defendant=world.police, by=world.handler)
    with pytest.raises(Refused) as refused:
        actions.submit_report(report=report, by=world.handler)
    assert refused.value.article == "办法第二十五条第一款"
    assert world.duty("report").state == "open"


def test_25_1_signed_submitted_filed_acknowledged(world: World) -> None:
    report = signed_report(world, world.decision())
    with pytest.raises(Refused):
        actions.file_report(report=report, by=world.handler)
    report = actions.submit_report(report=report, by=world.handler)
    assert world.duty("report").state == "met"
    report = actions.file_report(report=report, by=world.handler)
    assert world.duty("file-report").state == "met"
    assert [one.title for one in waiting(world.bureau)] == ["签收情况报告备案：清禾县公安局"]
    report = actions.acknowledge_report(report=report, by=world.bureau)
    assert (report.state, report.acknowledged_by) == ("acknowledged", world.bureau.signature())


def test_25_1_only_the_bureau_of_the_same_level_acknowledges(world: World) -> None:
    report = signed_report(world, world.decision())
    report = actions.submit_report(report=report, by=world.handler)
    report = actions.file_report(report=report, by=world.handler)
    assert waiting(world.city_bureau) == []
    for other in (world.city_bureau, world.handler, world.chief, world.outsider):
        with pytest.raises(Denied):
            actions.acknowledge_report(report=report, by=other)


def test_25_1_others_do_not_report_for_the_organ(world: World) -> None:
    decision = world.decision()
    for other in (world.bureau, world.outsider, world.clerk):
        with pytest.raises(Denied):
            actions.draft_report(decision=decision, defendant=world.police, by=other)


@pytest.mark.parametrize(("form", "last"), [("judgment", date(2025, 5, 23)), ("ruling", date(2025, 5, 19))])
def test_85_appeal_runs_fifteen_or_ten_days_from_service_and_rolls(
    world: World, form: str, last: date
) -> None:
    decision = world.decision(form, results=["revoke"] if form == "judgment" else ["reject-suit"], lost=False)
    period = appeal_period(decision, world.police)
    assert period is not None
    assert (period.nature, period.due) == ("right", last)


def test_85_no_appeal_against_a_final_decision(world: World) -> None:
    decision = world.decision(final=True)
    assert appeal_period(decision, world.police) is None
    with pytest.raises(Refused) as refused:
        actions.decide_appeal(
            decision=decision, defendant=world.police, choice="appeal", reason="不服。", by=world.handler
        )
    assert refused.value.article == "行政诉讼法第八十五条"


def test_25_3_a_decision_to_appeal_must_be_lodged_in_time(world: World) -> None:
    decision = world.decision()
    actions.decide_appeal(
        decision=decision, defendant=world.police, choice="appeal", reason="认定事实不清。", by=world.handler
    )
    assert world.duty("decide-appeal").state == "met"
    lodge = world.duty("lodge-appeal")
    assert (lodge.due, lodge.state) == (date(2025, 5, 23), "open")
    told = {"case": world.case, "instance": world.instance, "side": "us", "by": world.handler}
    actions.enter_appeal(**told, defendant=world.police)
    assert world.duty("lodge-appeal").state == "met"
    with pytest.raises(Refused):
        actions.enter_appeal(**told, defendant=world.police)


def test_25_3_the_decision_is_the_organs_own(world: World) -> None:
    decision = world.decision()
    for other in (world.bureau, world.outsider, world.clerk):
        with pytest.raises(Denied):
            actions.decide_appeal(
                decision=decision, defendant=world.police, choice="accept", reason="服判。", by=other
            )


def test_a_decision_before_the_suit_is_refused(world: World) -> None:
    with pytest.raises(Refused) as refused:
        world.decision(decided_on=date(2025, 2, 1))
    assert refused.value.field == "doc_date"
    assert Decision.objects.count() == 0


def test_a_receipt_before_the_decision_is_refused(world: World) -> None:
    with pytest.raises(Refused) as refused:
        world.decision(received=actions.Received(date(2025, 5, 5)))
    assert refused.value.field == "party"


def test_a_decision_without_result_is_refused(world: World) -> None:
    with pytest.raises(Refused) as refused:
        world.decision(results=[])
    assert refused.value.field == "results"


def test_the_same_decision_is_entered_once(world: World) -> None:
    world.decision()
    with pytest.raises(Refused) as refused:
        world.decision()
    assert refused.value.status == 409
    with pytest.raises(Refused):
        world.decision(results=["dismiss-claims"], lost=False)
    assert Decision.objects.count() == 1


def test_a_codefendant_adds_its_own_receipts_to_the_decision(world: World) -> None:
    land = world.organs["land"]
    add_party(world.case, role="defendant", name=land.name, organ=land, acted_as="original")
    decision = world.decision()
    assert {e.organ for e in standing_entries(world.case, "receipt") if e.values["paper"] == "judgment"} == {
        world.police
    }
    received = actions.Received(date(2025, 5, 9))
    assert world.decision(by=actor(land, "legal_staff", "许清如"), received=received) == decision
    assert {e.organ for e in standing_entries(world.case, "receipt") if e.values["paper"] == "judgment"} == {
        world.police,
        land,
    }


def test_effect_is_entered_once_and_not_before_a_decision(world: World) -> None:
    told = {"case": world.case, "instance": world.instance, "by": world.handler}
    with pytest.raises(Refused):
        actions.enter_effective(**told)
    world.decision(decided_on=DECIDED)
    actions.enter_effective(**told, on=date(2025, 5, 12))
    assert effective_on(world.instance) == date(2025, 5, 12)
    assert world.duty("apply-retrial").due == date(2025, 11, 12)
    with pytest.raises(Refused):
        actions.enter_effective(**told)
