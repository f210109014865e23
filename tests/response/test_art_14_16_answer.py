"""办法第十四、十六条：准备、审签、举证、提交、延期。"""

from datetime import date

import pytest

from tests.response.conftest import World
from yingsu.base.refusal import Denied, Refused
from yingsu.docket.queries import entries_of, last_standing
from yingsu.documents import actions as documents
from yingsu.documents.models import Document
from yingsu.duties.models import Duty
from yingsu.response import actions
from yingsu.response.models import CourtFiling, EvidenceItem
from yingsu.response.queries import catalogue, checklist, evidence_of

PIECE = {"kind": "documentary", "source": "案卷", "form": "copy", "page_count": 3, "purpose": "证明程序合法"}


@pytest.fixture
def passed(world: World) -> World:
    """The unit has signed for the papers."""
    opinion = actions.put_up_opinion(**world.sides, unit=world.police, by=world.clerk)
    actions.approve_opinion(opinion=opinion, by=world.chief)
    actions.pass_on(**world.sides, by=world.clerk)
    actions.acknowledge(**world.sides, by=world.handler)
    return world


def complete(world: World) -> Document:
    """An answer with everything filled in."""
    answer = actions.draft_answer(**world.sides, by=world.handler)
    sample = documents.kinds()["answer"].sample
    return documents.revise(document=answer, data={**sample, **answer.data}, version=1, by=world.handler)


def test_14_1_open_lines_are_named_and_need_a_reason(passed: World) -> None:
    with pytest.raises(Refused) as refused:
        actions.finish_preparation(**passed.sides, by=passed.handler)
    assert "起草答辩状" in refused.value.message and refused.value.field == "reason"
    actions.finish_preparation(**passed.sides, by=passed.handler, reason="案卷移送检察机关，先行办结。")
    entry = last_standing(passed.case, "preparation-finished")
    assert entry and "案卷移送" in entry.note
    assert Duty.objects.get(case=passed.case, rule="prepare").state == "met"


def test_14_1_all_lines_ticked_no_reason_is_asked(passed: World) -> None:
    for check in checklist(passed.case, passed.government, passed.case.instances.get()):
        actions.tick(**passed.sides, code=check.code, by=passed.handler)
    actions.finish_preparation(**passed.sides, by=passed.handler)


def test_14_1_only_the_unit_prepares(passed: World) -> None:
    for other in (passed.clerk, passed.bureau, passed.chief):
        with pytest.raises(Denied):
            actions.tick(**passed.sides, code="answer", by=other)


def test_14_1_what_the_court_asks_besides_is_added(passed: World) -> None:
    added = actions.add_checklist_item(**passed.sides, text="提交执法录像光盘两份", by=passed.handler)
    instance = passed.case.instances.get()
    assert checklist(passed.case, passed.government, instance)[-1].code == added.code


def test_14_1_risk_is_assessed_and_the_last_one_stands(passed: World) -> None:
    actions.assess_risk(**passed.sides, level="low", by=passed.handler)
    actions.assess_risk(**passed.sides, level="high", points=["送达程序有瑕疵", " "], by=passed.handler)
    entries = [one.values["level"] for one in entries_of(passed.case).filter(kind="risk-assessed")]
    assert entries == ["low", "high"]


def test_14_2_nothing_is_filed_without_sign_off(passed: World) -> None:
    for what in ("answer", "evidence", "both"):
        with pytest.raises(Refused) as refused:
            actions.file_with_court(
                **passed.sides, what=what, way="window", proof="回执 1", by=passed.handler
            )
        assert refused.value.article == "办法第十四条第二款"
    assert not CourtFiling.objects.exists()
    assert last_standing(passed.case, "answer-filed") is None


def test_14_2_an_override_is_recorded_with_its_reason(passed: World) -> None:
    filing = actions.file_with_court(
        **passed.sides,
        what="answer",
        way="post",
        proof="EMS 1",
        by=passed.handler,
        override_reason="负责人出差，期限届满。",
    )
    entry = last_standing(passed.case, "answer-filed")
    assert filing.override_reason == "负责人出差，期限届满。" and entry and "未经审签" in entry.note


def test_14_2_signed_answer_is_filed_with_evidence_and_proof(passed: World) -> None:
    actions.add_evidence(**passed.sides, name="处罚决定书", **PIECE, by=passed.handler)
    answer = documents.submit(document=complete(passed), by=passed.handler)
    documents.sign_off(document=answer, by=passed.deputy)
    with pytest.raises(Refused) as refused:
        actions.file_with_court(**passed.sides, what="both", way="window", proof=" ", by=passed.handler)
    assert refused.value.field == "proof"
    with pytest.raises(Denied):
        actions.file_with_court(**passed.sides, what="both", way="window", proof="1", by=passed.clerk)
    actions.file_with_court(**passed.sides, what="both", way="window", proof="回执 1", by=passed.handler)
    assert Duty.objects.get(case=passed.case, rule="answer").state == "met"
    assert EvidenceItem.objects.get().submitted_on == date(2025, 2, 20)


def test_14_2_returned_answer_reopens_the_way(passed: World) -> None:
    answer = documents.submit(document=complete(passed), by=passed.handler)
    returned = documents.return_(document=answer, reason="补充程序部分。", by=passed.chief)
    assert returned.state == "draft"
    assert last_standing(passed.case, "answer-returned", reason="补充程序部分。")
    assert Duty.objects.get(case=passed.case, rule="sign-off-answer").state == "open"
    with pytest.raises(Refused):
        actions.file_with_court(**passed.sides, what="answer", way="window", proof="1", by=passed.handler)
    documents.sign_off(document=documents.submit(document=returned, by=passed.handler), by=passed.chief)
    assert Duty.objects.get(case=passed.case, rule="sign-off-answer").state == "met"


def test_14_2_the_answer_is_begun_once(passed: World) -> None:
    first = actions.draft_answer(**passed.sides, by=passed.handler)
    assert actions.draft_answer(**passed.sides, by=passed.handler) == first
    assert first.data["case_number"] == "（2025）鲁1402行初9001号"
    assert first.data["received_on"] == "2025-02-19"


def test_34_extension_moves_the_day_and_says_why(passed: World) -> None:
    before = Duty.objects.get(case=passed.case, rule="answer").due
    with pytest.raises(Refused):
        actions.extension_granted(**passed.sides, until=date(2025, 3, 20), by=passed.handler)
    actions.apply_extension(
        **passed.sides, reason="证据在检察机关。", way="window", proof="回执 2", by=passed.handler
    )
    with pytest.raises(Refused):
        actions.extension_granted(**passed.sides, by=passed.handler)
    actions.extension_granted(**passed.sides, until=date(2025, 3, 20), by=passed.handler)
    moved = Duty.objects.filter(case=passed.case, due=date(2025, 3, 20), state="open")
    assert moved and all(one.moved_because for one in moved)
    assert all(one.moved_from == before for one in moved)


def test_34_an_application_after_the_period_is_told_the_article(passed: World, settings: object) -> None:
    settings.FIXED_TODAY = "2025-03-20"  # type: ignore[attr-defined]
    asked = {**passed.sides, "reason": "证据在外地。", "way": "window", "proof": "回执", "by": passed.handler}
    with pytest.raises(Refused) as refused:
        actions.apply_extension(**asked)
    assert refused.value.field == "late_reason"
    actions.apply_extension(**asked, late_reason="3月5日法院停电无法递交。")


def test_16_catalogue_pages_run_on_and_follow_the_order(passed: World) -> None:
    instance = passed.case.instances.get()
    for name, pages in (("甲", 3), ("乙", 5), ("丙", 2)):
        actions.add_evidence(**passed.sides, name=name, **{**PIECE, "page_count": pages}, by=passed.handler)
    rows = list(evidence_of(passed.case, passed.government, instance))
    actions.reorder_evidence(**passed.sides, order=[rows[2].pk, rows[0].pk, rows[1].pk], by=passed.handler)
    lines = catalogue(passed.case, passed.government, instance)
    assert [(one.item.name, one.first_page, one.last_page) for one in lines] == [
        ("丙", 1, 2),
        ("甲", 3, 5),
        ("乙", 6, 10),
    ]
    actions.remove_evidence(item=lines[1].item, by=passed.handler)
    assert [one.number for one in evidence_of(passed.case, passed.government, instance)] == [1, 2]
    document = actions.draft_catalogue(**passed.sides, by=passed.handler)
    assert [one["page_count"] for one in document.data["items"]] == [2, 5]


def test_16_a_piece_without_purpose_or_pages_is_refused(passed: World) -> None:
    for wrong in ({"purpose": " "}, {"page_count": 0}, {"kind": "hearsay"}, {"form": "scan"}):
        with pytest.raises(Refused):
            actions.add_evidence(**passed.sides, name="甲", **{**PIECE, **wrong}, by=passed.handler)


def test_16_two_writers_of_one_piece_the_second_is_told(passed: World) -> None:
    item = actions.add_evidence(**passed.sides, name="甲", **PIECE, by=passed.handler)
    actions.change_evidence(item=item, version=1, name="甲一", by=passed.handler)
    with pytest.raises(Refused) as refused:
        actions.change_evidence(item=item, version=1, name="甲二", by=passed.handler)
    assert refused.value.status == 409 and "甲一" in refused.value.remedy
