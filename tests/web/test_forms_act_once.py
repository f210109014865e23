"""A reload or a double click has a single effect: every form is sent twice with one mark."""

from collections.abc import Callable
from typing import Any

import pytest
from django.apps import apps
from django.db import transaction

from tests.web import addresses, permissions
from tests.web.asking import browser, doors
from tests.web.government import Affair, affair, finish
from yingsu.archive import actions as archive
from yingsu.archive.contents import gaps_of
from yingsu.base.models import UsedForm
from yingsu.documents.models import Document
from yingsu.judgments import actions as judgments
from yingsu.response import actions as response

# In which state a form acts, by which post (default: the unit's handler).
FORMS: dict[str, tuple[str, ...]] = {
    "received": ("handling", "correct_entry", "hearing_new", "hearing_mark", "self_correct", "appeal_enter"),
    "handled": ("direct", "transfer"),
    "answering": (
        "tick", "checklist_add", "risk", "answer_draft", "catalogue_draft", "evidence", "evidence_item", "evidence_move",
        "evidence_remove", "filing", "extension_apply", "extension_answer", "document", "document_submit", "document_sign_off",
        "document_return", "volume_open", "preparation", "intake_set_aside", "intake_reopen",
    ),
    "hearing": (
        "hearing_move", "hearing_plan", "appearance_file", "appearance_acknowledge", "appearance_certificate", "certificate_draft",
        "appearance_inability", "self_correct_inform", "decision_new",
    ),
    "decided": (
        "acknowledge", "appearance_record", "appeal_decide", "report_draft", "performance_new", "performance_progress",
        "performance_done", "recommendation_opinion", "recommendation_sign", "recommendation_answer", "volume_bind",
        "volume_explain", "volume_close",
    ),
    "closed": ("report_submit", "report_file", "report_acknowledge"),
}  # fmt: skip
BY = {
    "handling": "office_clerk", "correct_entry": "office_clerk", "hearing_new": "office_clerk", "self_correct": "office_clerk",
    "appeal_enter": "office_clerk", "hearing_mark": "bureau_staff", "direct": "main_head", "transfer": "office_clerk",
    "document_sign_off": "main_head", "document_return": "main_head", "appearance_acknowledge": "bureau_staff",
    "recommendation_sign": "main_head", "report_acknowledge": "bureau_staff", "intake_set_aside": "office_clerk",
    "intake_reopen": "office_clerk",
}  # fmt: skip
# Not forms with a mark, or walked with a real paper in tests/intake and tests/response.
ELSEWHERE = {
    "sign_in",
    "sign_out",
    "intake",
    "intake_read",
    "intake_proposal",
    "decide_unit",
    "effective_enter",
}


def _approved(made: Affair) -> None:
    response.approve_opinion(opinion=made["opinion"], **made.by("main_head"))


def _replied(made: Affair) -> None:
    judgments.sign_reply(reply=made["reply"], **made.by("main_head"))


def _complete(made: Affair) -> None:
    for document in Document.objects.filter(case=made.case).exclude(state="signed"):
        finish(made, document)
    for gap in gaps_of(made.case, made.government):
        archive.explain_gap(volume=made["volume"], key=gap.key, reason="未送达。", **made.by("archivist"))


def _submitted(made: Affair) -> None:
    made.things["report"] = judgments.submit_report(report=made["report"], **made.by("unit_handler"))


def _filed(made: Affair) -> None:
    _submitted(made)
    made.things["report"] = judgments.file_report(report=made["report"], **made.by("unit_handler"))


# What must have happened just before.
FIRST: dict[str, Callable[[Affair], None]] = {
    "transfer": _approved, "recommendation_answer": _replied, "volume_close": _complete, "report_file": _submitted,
    "report_acknowledge": _filed,
}  # fmt: skip


def rows() -> dict[str, int]:
    """How many rows every table has, but for the sessions."""
    return {
        model._meta.label: model._base_manager.count()
        for model in apps.get_models()
        if model._meta.app_label != "sessions"
    }


@pytest.mark.django_db
@pytest.mark.parametrize("state", FORMS)
def test_a_form_sent_twice_acts_once(state: str, settings: Any) -> None:
    made = affair(state, settings)
    sessions = doors(made)
    for name in FORMS[state]:
        with transaction.atomic():
            FIRST.get(name, lambda _: None)(made)
            sent = {**addresses.body(name, made), "_mark": "once"}
            client, url = browser(sessions[BY.get(name, "unit_handler")]), addresses.address(name, made) or ""
            first = client.post(url, sent)
            assert first.status_code == 302, (name, first.context and first.context["form"].errors)
            after = rows()
            again = client.post(url, sent)
            assert (again.status_code, again["Location"]) == (302, first["Location"]), name
            assert rows() == after, name
            assert "没有重复处理" in client.get("/cases/").content.decode(), name
            transaction.set_rollback(True)


def test_every_form_is_sent_twice() -> None:
    walked = {name for names in FORMS.values() for name in names} | ELSEWHERE
    offered = {
        name
        for (name, method, _), cells in permissions.expected().items()
        if method == "POST" and "yes" in cells
    }
    assert offered == walked


@pytest.mark.django_db
def test_a_refused_form_may_be_sent_again_with_its_mark(settings: Any) -> None:
    made = affair("received", settings)
    client, url = browser(doors(made)["office_clerk"]), addresses.address("handling", made) or ""
    assert client.post(url, {"unit": "", "on": "2025-02-20", "_mark": "m"}).status_code == 422
    assert not UsedForm.objects.exists()
    assert client.post(url, {**addresses.body("handling", made), "_mark": "m"}).status_code == 302


@pytest.mark.django_db
def test_the_mark_of_a_page_serves_each_of_its_forms_once(settings: Any) -> None:
    made = affair("answering", settings)
    client = browser(doors(made)["unit_handler"])
    for name in ("tick", "checklist_add", "risk"):
        client.post(addresses.address(name, made), {**addresses.body(name, made), "_mark": "page"})
    assert UsedForm.objects.count() == 3


@pytest.mark.django_db
def test_the_mark_of_another_person_leads_nowhere(settings: Any) -> None:
    made = affair("received", settings)
    sessions = doors(made)
    sent = {**addresses.body("handling", made), "_mark": "seen"}
    browser(sessions["office_clerk"]).post(addresses.address("handling", made), sent)
    answer = browser(sessions["outsider"]).post(addresses.address("handling", made), sent)
    assert answer.status_code == 404
