"""What every answer carries: no inline code, nothing kept, nothing guessed; and no change without the form's token."""

from typing import Any
from urllib.parse import quote

import pytest
from django.test import Client
from django.urls import reverse

from tests.web import addresses, permissions
from tests.web.asking import Door, ask, browser, doors
from tests.web.government import Affair, affair
from yingsu.docket.models import Entry

FILES = {
    "court_paper",
    "document_file",
    "evidence_file",
    "evidence_print",
    "filing_file",
    "opinion_file",
    "volume_pdf",
    "intake_original",
}
PICTURES = {"intake_page"}
OPEN = {"sign_in", "health"}


@pytest.fixture
def stands(db: None, settings: Any) -> tuple[Affair, dict[str, Door]]:
    """The suit after its decision."""
    made = affair("decided", settings)
    return made, doors(made)


def policy(answer: Any) -> dict[str, str]:
    """The content security policy by directive."""
    parts = (part.strip().partition(" ") for part in answer["Content-Security-Policy"].split(";"))
    return {name: value for name, _, value in parts}


def test_every_page_forbids_inline_code_caching_and_framing(stands: tuple[Affair, dict[str, Door]]) -> None:
    made, sessions = stands
    for name in set(addresses.names()) - FILES - PICTURES:
        url = addresses.address(name, made) or ""
        for post in ("unit_handler", "outsider", "anonymous"):
            answer = ask(sessions[post], "GET", url)
            rules = policy(answer)
            assert (
                rules["default-src"] == "'none'"
                and rules["script-src"] == "'self'"
                and rules["style-src"] == "'self'"
            ), name
            assert "unsafe" not in answer["Content-Security-Policy"] and rules["frame-ancestors"] == "'none'"
            assert "no-store" in answer["Cache-Control"], name
            assert answer["X-Content-Type-Options"] == "nosniff" and answer["X-Frame-Options"] == "DENY", name
            assert answer["Referrer-Policy"] == "same-origin"


def test_fragments_vary_by_the_header_that_asks_for_them(stands: tuple[Affair, dict[str, Door]]) -> None:
    for name in ("cases", "volumes"):
        answer = browser(stands[1]["unit_handler"]).get(reverse(name), headers={"HX-Request": "true"})
        assert "HX-Request" in answer["Vary"] and "no-store" in answer["Cache-Control"]


def test_files_come_with_their_names_and_cannot_act(stands: tuple[Affair, dict[str, Door]]) -> None:
    made, sessions = stands
    for name in FILES | PICTURES:
        post = "office_clerk" if name.startswith("intake") else "unit_handler"
        answer = ask(sessions[post], "GET", addresses.address(name, made) or "")
        place, _, named = answer["Content-Disposition"].partition("; ")
        assert answer.status_code == 200 and answer["X-Content-Type-Options"] == "nosniff", name
        assert (
            "no-store" in answer["Cache-Control"] and "script-src" not in answer["Content-Security-Policy"]
        ), name
        assert policy(answer)["default-src"] == "'none'", name
        if place == "inline":
            assert answer["Content-Type"] in ("application/pdf", "image/png"), name
        else:
            assert place == "attachment" and "sandbox" in answer["Content-Security-Policy"], name
        if name not in PICTURES:
            assert named.startswith("filename*=utf-8''%"), name


def test_a_chinese_name_is_written_as_rfc_6266_asks(stands: tuple[Affair, dict[str, Door]]) -> None:
    made, sessions = stands
    paper = ask(sessions["unit_handler"], "GET", addresses.address("court_paper", made) or "")
    assert paper["Content-Disposition"] == f"inline; filename*=utf-8''{quote('应诉通知书.pdf')}"
    document = ask(sessions["unit_handler"], "GET", addresses.address("document_file", made) or "")
    assert document["Content-Disposition"].startswith("attachment; filename*=utf-8''" + quote("行政答辩状"))


def test_no_form_acts_without_its_token(stands: tuple[Affair, dict[str, Door]]) -> None:
    made, sessions = stands
    before = Entry.objects.count()
    offered = {
        name
        for (name, method, _), cells in permissions.expected().items()
        if method == "POST" and "yes" in cells
    }
    for name in offered:
        client = browser(sessions["unit_handler"], enforce_csrf_checks=True)
        for extra in ({}, {"csrfmiddlewaretoken": "x" * 64}):
            answer = client.post(addresses.address(name, made) or "", {**addresses.body(name, made), **extra})
            assert answer.status_code == 403 and "页面停留时间过长" in answer.content.decode(), name
    assert Entry.objects.count() == before


def test_the_token_of_the_page_lets_its_form_act(stands: tuple[Affair, dict[str, Door]]) -> None:
    made, sessions = stands
    client = browser(sessions["unit_handler"], enforce_csrf_checks=True)
    url = addresses.address("performance_progress", made) or ""
    page = client.get(url)
    token = page.context["csrf_token"]
    sent = {**addresses.body("performance_progress", made), "csrfmiddlewaretoken": str(token)}
    assert client.post(url, sent).status_code == 302


def test_a_page_asked_for_by_get_changes_nothing(stands: tuple[Affair, dict[str, Door]]) -> None:
    made, sessions = stands
    rows = Entry.objects.count(), made.case.duties.count(), made.case.documents.count(), made.case.version
    for name in set(addresses.names()) - FILES - PICTURES:
        sent = addresses.body(name, made)
        for post in ("unit_handler", "bureau_staff"):
            browser(sessions[post]).get(addresses.address(name, made) or "", sent)
    made.case.refresh_from_db()
    assert rows == (
        Entry.objects.count(),
        made.case.duties.count(),
        made.case.documents.count(),
        made.case.version,
    )


@pytest.mark.django_db
def test_an_unknown_address_is_answered_in_words_and_with_headers() -> None:
    answer = Client().get("/sign-in/none/")
    assert answer.status_code == 302 and "Content-Security-Policy" in answer
    page = Client().get(reverse("sign_in"))
    assert "no-store" in page["Cache-Control"] and "unsafe" not in page["Content-Security-Policy"]
