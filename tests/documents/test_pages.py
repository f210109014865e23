"""The pages of documents: writing, the conflict, the steps, the files."""

from typing import Any

import pytest
from django.urls import reverse

from tests.documents.conftest import Room
from yingsu.documents import actions
from yingsu.documents.kinds import kinds
from yingsu.documents.models import Document
from yingsu.web.documents.content import ContentForm


def typed(document: Document, **more: str) -> dict[str, str]:
    """What a browser sends of the content form as it stands."""
    form = ContentForm(kind=kinds()[document.kind], content=document.data)
    data = {name: str(field.initial or "") for name, field in form.fields.items()}
    for grid in form.grids():
        data |= {name: value for row in grid.rows for _, name, value in row}
    return {**data, "version": str(document.version), "_mark": "content", **more}


@pytest.mark.parametrize("kind", sorted(kinds()))
def test_saving_the_form_unchanged_changes_nothing(room: Room, as_: Any, kind: str) -> None:
    document = room.draft(kind=kind, data=kinds()[kind].sample)
    answer = as_(room.drafter).post(reverse("document", args=[document.pk]), typed(document))
    assert answer.status_code == 302
    document.refresh_from_db()
    assert document.data == kinds()[kind].sample
    assert document.version == 1


def test_lists_follow_the_right_of_the_person(room: Room, as_: Any) -> None:
    document = actions.submit(document=room.draft(), by=room.drafter)
    link = reverse("document", args=[document.pk])
    for tab, actor, seen in (
        ("mine", room.drafter, True), ("waiting", room.head, True), ("waiting", room.drafter, False),
        ("all", room.bureau, True), ("all", room.stranger, False),
    ):  # fmt: skip
        text = as_(actor).get(reverse("documents") + f"?tab={tab}").content.decode()
        assert (link in text) is seen


def test_the_list_goes_on_by_key(room: Room, as_: Any) -> None:
    for _ in range(52):
        room.draft(data={})
    page = as_(room.drafter).get(reverse("documents") + "?tab=mine")
    assert len(page.context["rows"]) == 50
    after = as_(room.drafter).get(reverse("documents") + page.context["next_url"])
    assert len(after.context["rows"]) == 2


def test_drafter_writes_head_signs_bureau_reads_stranger_finds_nothing(room: Room, as_: Any) -> None:
    document = room.draft()
    address = reverse("document", args=[document.pk])
    assert "保存</button>" in as_(room.drafter).get(address).content.decode()
    assert "保存</button>" not in as_(room.bureau).get(address).content.decode()
    assert as_(room.stranger).get(address).status_code == 404
    assert as_(room.stranger).get(reverse("document_file", args=[document.pk, "pdf"])).status_code == 404
    assert as_(room.bureau).post(address, typed(document)).status_code == 404
    answer = as_(room.drafter).post(
        reverse("document_submit", args=[document.pk]), {"version": "1", "_mark": "s"}
    )
    assert answer.status_code == 302
    assert "审签同意" in as_(room.head).get(address).content.decode()
    assert "审签同意" not in as_(room.drafter).get(address).content.decode()
    refused = as_(room.drafter).post(
        reverse("document_sign_off", args=[document.pk]), {"version": "1", "_mark": "t"}
    )
    assert refused.status_code == 404


def test_conflict_shows_both_and_keeps_what_was_typed(room: Room, as_: Any) -> None:
    document = room.draft()
    mine = typed(document, facts="我写的事实", _mark="mine")
    actions.revise(
        document=document, data={**document.data, "facts": "他写的事实"}, version=1, by=room.colleague
    )
    address = reverse("document", args=[document.pk])
    answer = as_(room.drafter).post(address, mine)
    text = answer.content.decode()
    assert answer.status_code == 409 and "他写的事实" in text and "我写的事实" in text
    assert 'name="version" value="2"' in text
    assert as_(room.drafter).post(address, {**mine, "version": "2", "_mark": "again"}).status_code == 302
    document.refresh_from_db()
    assert document.data["facts"] == "我写的事实"


def test_return_without_a_reason_says_so(room: Room, as_: Any) -> None:
    document = actions.submit(document=room.draft(), by=room.drafter)
    address = reverse("document_return", args=[document.pk])
    answer = as_(room.head).post(address, {"version": "1", "reason": "", "_mark": "r1"})
    assert answer.status_code == 422 and "退回没有写明理由" in answer.content.decode()
    done = {"version": "1", "reason": "补充依据", "_mark": "r2"}
    assert as_(room.head).post(address, done).status_code == 302
    assert as_(room.head).post(address, done).status_code == 302
    assert document.steps.filter(verb="return").count() == 1
    assert "补充依据" in as_(room.drafter).get(reverse("document", args=[document.pk])).content.decode()


def test_files_have_their_names_and_pdf_opens_in_place(room: Room, as_: Any) -> None:
    document = room.draft()
    pdf = as_(room.drafter).get(reverse("document_file", args=[document.pk, "pdf"]))
    docx = as_(room.drafter).get(reverse("document_file", args=[document.pk, "docx"]))
    assert pdf["Content-Type"] == "application/pdf" and pdf["Content-Disposition"].startswith("inline")
    assert docx["Content-Disposition"].startswith("attachment; filename*=utf-8''")
    assert as_(room.drafter).get(reverse("document_file", args=[document.pk, "exe"])).status_code == 404
