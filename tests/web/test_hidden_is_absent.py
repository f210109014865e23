"""What one may not see is answered as what does not exist: the same status, the same words."""

import re
from typing import Any

import pytest
from django.urls import reverse

from tests.builders import actor, suit
from tests.web import addresses
from tests.web.asking import ask, doors
from tests.web.government import SERVED, Affair, affair
from yingsu.audit.models import AuditLine

NOWHERE = 90_000_000
CHANGING = re.compile(
    r'csrfmiddlewaretoken" value="\w+"|name="_mark" value="[^"]+"|X-CSRFToken": "\w+"|[0-9a-f]{12}'
)


@pytest.fixture
def stands(db: None, settings: Any) -> Affair:
    """The suit after its decision."""
    return affair("decided", settings)


def said(answer: Any) -> tuple[int, str]:
    """Status and words, without what differs from one answer to the next."""
    return answer.status_code, CHANGING.sub("", answer.content.decode())


def absent(args: tuple[Any, ...], kept: int = 0) -> tuple[Any, ...]:
    """The same address of rows that do not exist; the first *kept* arguments stay."""
    return (*args[:kept], *(arg + NOWHERE if isinstance(arg, int) else arg for arg in args[kept:]))


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_a_hidden_suit_is_answered_as_one_that_never_was(method: str, stands: Affair) -> None:
    session = doors(stands)["outsider"]
    told = []
    for name, needs in addresses.OF_THE_SUIT.items():
        args = needs(stands)
        hidden = ask(session, method, reverse(name, args=args), addresses.body(name, stands))
        never = ask(session, method, reverse(name, args=absent(args)), addresses.body(name, stands))
        if hidden.status_code not in (404, 405) or said(hidden) != said(never):
            told.append(f"{name}: {hidden.status_code} / {never.status_code}")
    assert told == []


def test_rows_of_a_hidden_suit_below_ones_own_are_answered_as_rows_that_never_were(stands: Affair) -> None:
    """One who handles a case of his own cannot feel for the rows of another by hanging them below it."""
    clerk = actor(stands.organs["police"], "office_clerk", "陆之遥")
    own = suit(stands.organs["police"], by=clerk, served=SERVED, number="（2025）鲁1402行初9002号")
    session = doors(stands)["outsider"]
    told = []
    for name, needs in addresses.OF_THE_SUIT.items():
        args = needs(stands)
        if args[0] != stands.case.pk or not any(isinstance(arg, int) for arg in args[1:]):
            continue
        for method in ("GET", "POST"):
            sent = addresses.body(name, stands)
            other = ask(session, method, reverse(name, args=(own.pk, *args[1:])), sent)
            never = ask(session, method, reverse(name, args=absent((own.pk, *args[1:]), kept=1)), sent)
            if other.status_code not in (404, 405) or said(other) != said(never):
                told.append(f"{method} {name}: {other.status_code} / {never.status_code}")
    assert told == []


@pytest.mark.parametrize("name", ["desk", "area", "cases", "calendar", "documents", "volumes", "measures"])
def test_no_list_of_an_outsider_names_it(name: str, stands: Affair) -> None:
    for query in ("", "?q=林景澄", "?tab=all", "?area=yes&month=2025-05", f"?organ={stands.government.pk}"):
        text = ask(doors(stands)["outsider"], "GET", reverse(name) + query).content.decode()
        shown = text.replace('value="林景澄"', "").replace("q=林景澄", "")
        assert "林景澄" not in shown and stands.case.case_number not in shown


def test_files_of_a_hidden_suit_are_not_found(stands: Affair) -> None:
    session = doors(stands)["outsider"]
    for name in (
        "court_paper",
        "document_file",
        "evidence_file",
        "filing_file",
        "opinion_file",
        "evidence_print",
        "volume_pdf",
    ):
        assert ask(session, "GET", addresses.address(name, stands) or "").status_code == 404, name
    for name in ("intake_original", "intake_page", "intake_proposal"):
        for post in ("outsider", "legal_staff", "main_head", "bureau_staff", "higher_bureau"):
            assert (
                ask(doors(stands)[post], "GET", addresses.address(name, stands) or "").status_code == 404
            ), (name, post)


def test_a_refusal_leaves_its_line_in_the_audit(stands: Affair) -> None:
    from tests.worlds import signed_in

    before = AuditLine.objects.count()
    answer = signed_in(stands.people["bureau_staff"]).post(
        addresses.address("risk", stands), {"level": "low"}
    )
    line = AuditLine.objects.order_by("pk").last()
    assert answer.status_code == 404 and AuditLine.objects.count() == before + 1
    assert line is not None and (line.action, line.result, line.person) == (
        "access.denied",
        "refused",
        "陶然",
    )


def test_htmx_headers_open_nothing(stands: Affair) -> None:
    from tests.worlds import signed_in

    client = signed_in(stands.people["outsider"])
    headers = {
        "HX-Request": "true",
        "HX-Current-URL": "/",
        "X-Forwarded-For": "10.0.0.1",
        "X-HTTP-Method-Override": "GET",
    }
    for name in ("case", "handling", "document", "hearing", "case_volume"):
        assert client.get(addresses.address(name, stands), headers=headers).status_code == 404
