"""办法第十四条第二款：起草、修改、送审、审签、退回。"""

import pytest

from tests.documents.conftest import Room
from yingsu.audit.models import AuditLine
from yingsu.base.refusal import Denied, Refused
from yingsu.docket.queries import last_standing
from yingsu.documents import actions, queries
from yingsu.documents.kinds import kinds
from yingsu.documents.prefill import prefill
from yingsu.documents.transitions import TRANSITIONS


def test_the_unit_drafts_and_nobody_else(room: Room) -> None:
    assert room.draft().state == "draft"
    for other in (room.bureau, room.stranger, room.head):
        with pytest.raises(Denied):
            room.draft(by=other)


def test_each_saving_is_a_version_and_the_old_one_stays(room: Room) -> None:
    document = room.draft()
    data = {**document.data, "facts": "另写的事实。"}
    later = actions.revise(document=document, data=data, version=1, by=room.colleague, note="改事实")
    assert [one.number for one in later.versions.all()] == [2, 1]
    assert later.versions.get(number=1).data["facts"] != "另写的事实。"
    same = actions.revise(document=document, data=data, version=2, by=room.colleague)
    assert same.version == 2


def test_of_two_writers_the_second_is_told_who_came_first(room: Room) -> None:
    document = room.draft()
    actions.revise(document=document, data={**document.data, "facts": "甲"}, version=1, by=room.colleague)
    with pytest.raises(Refused) as refused:
        actions.revise(document=document, data={**document.data, "facts": "乙"}, version=1, by=room.drafter)
    assert refused.value.status == 409 and "尹归舟" in refused.value.message
    document.refresh_from_db()
    assert document.data["facts"] == "甲"


def test_what_is_missing_is_named_and_nothing_is_submitted(room: Room) -> None:
    document = room.draft(data={"court": "德州市德城区人民法院"})
    with pytest.raises(Refused) as refused:
        actions.submit(document=document, by=room.drafter)
    assert "答辩请求" in refused.value.message
    assert queries.document_for(room.drafter, document.pk).state == "draft"


def test_14_2_a_head_of_the_organ_signs_and_the_fact_enters(room: Room) -> None:
    document = actions.submit(document=room.draft(), by=room.drafter)
    assert [one.verb for one in queries.waiting(room.head)] == ["审签"]
    for other in (room.drafter, room.bureau, room.stranger):
        with pytest.raises(Denied):
            actions.sign_off(document=document, by=other)
    signed = actions.sign_off(document=document, by=room.head, version=document.version)
    assert signed.is_signed and signed.signer["name"] == "季长安"
    assert last_standing(room.case, "answer-signed-off")
    assert queries.waiting(room.head) == []
    assert AuditLine.objects.filter(action="documents.sign_off").count() == 1


def test_14_2_return_needs_a_reason_and_comes_back_to_the_drafter(room: Room) -> None:
    document = actions.submit(document=room.draft(), by=room.drafter)
    with pytest.raises(Refused) as refused:
        actions.return_(document=document, reason=" ", by=room.head)
    assert refused.value.field == "reason"
    returned = actions.return_(document=document, reason="程序部分不完整。", by=room.head)
    assert returned.state == "draft"
    assert [one.verb for one in queries.waiting(room.drafter)] == ["修改"]
    assert last_standing(room.case, "answer-returned", reason="程序部分不完整。")


def test_a_signed_document_is_not_changed_signed_again_or_returned(room: Room) -> None:
    document = actions.submit(document=room.draft(), by=room.drafter)
    actions.sign_off(document=document, by=room.head)
    for act in (
        lambda: actions.revise(document=document, data={}, version=1, by=room.drafter),
        lambda: actions.sign_off(document=document, by=room.head),
        lambda: actions.return_(document=document, reason="再改。", by=room.head),
        lambda: actions.submit(document=document, by=room.drafter),
    ):
        with pytest.raises(Refused) as refused:
            act()
        assert refused.value.status == 409


def test_other_kinds_enter_no_fact_and_print_who_signed(room: Room) -> None:
    document = room.draft(kind="case_report", data=kinds()["case_report"].sample)
    signed = actions.sign_off(document=actions.submit(document=document, by=room.drafter), by=room.head)
    assert last_standing(room.case, "answer-signed-off") is None
    assert signed.data["signer"] == "季长安"


def test_the_table_names_a_right_and_an_article_for_each_step() -> None:
    assert {row.verb for row in TRANSITIONS} == {"submit", "sign_off", "return"}
    assert all(row.right.startswith("documents.") and row.article for row in TRANSITIONS)


@pytest.mark.parametrize("kind", sorted(kinds()))
def test_every_kind_is_prefilled_with_keys_it_takes(room: Room, kind: str) -> None:
    known = prefill(room.case, kind, defendant=room.organs["police"])
    assert set(known) <= {*kinds()[kind].required, *kinds()[kind].optional}
    assert known["case_number"] == "（2025）鲁1402行初9001号"


@pytest.mark.parametrize("form", ["pdf", "docx"])
def test_a_draft_prints_with_its_gaps_marked(room: Room, form: str) -> None:
    document = room.draft(data={"court": "德州市德城区人民法院"})
    assert len(queries.render(document, form)) > 1000
    with pytest.raises(Refused):
        queries.render(document, "exe")
