"""Nonsense is answered in words (below 500) by every address, whoever sends it and whatever it is."""

from collections.abc import Iterator
from itertools import cycle, islice
from typing import Any

import pytest
from django.urls import reverse

from tests.web import addresses
from tests.web.asking import Door, ask, doors
from tests.web.government import Affair, affair

RARE = "𠮷㐂﷽\u202e🧾é"
JUNK = (
    "\x00", f"{RARE}<script>'\"{{{{ 7*7 }}}}", "9" * 5000, "-9223372036854775809", "0001-01-01", "9999-12-31", "２０２５-０２-３０",
    "林" * 20_000, "' OR 1=1 --", "NaN", "\r\nSet-Cookie: a=b",
)  # fmt: skip
QUERIES = (
    "q", "month", "area", "tab", "before", "after", "defendant", "version", "key", "organ", "year", "state", "stage", "route",
    "field", "closed", "since", "until", "overdue", "next", "kind", "served_on", "office_on", "join", "case_number", "plaintiffs",
)  # fmt: skip
HUGE = (0, 2**63, 10**40)
ASKING = ("unit_handler", "office_clerk")


@pytest.fixture
def stands(db: None, settings: Any) -> tuple[Affair, dict[str, Door]]:
    """The suit after its decision, where every address has its object, and the sessions of two who act in it."""
    made = affair("decided", settings)
    return made, doors(made)


def faults(answers: Iterator[tuple[str, Any]]) -> list[str]:
    return [f"{what}: {answer.status_code}" for what, answer in answers if answer.status_code >= 500]


def test_nonsense_in_the_query(stands: tuple[Affair, dict[str, Door]]) -> None:
    affair, sessions = stands
    junk = cycle(JUNK)

    def asked() -> Iterator[tuple[str, Any]]:
        for name in addresses.names():
            url = addresses.address(name, affair)
            for post in (*ASKING, "anonymous"):
                value = next(junk)
                yield (
                    f"GET {name} {value[:12]!r}",
                    ask(sessions[post], "GET", url or "", dict.fromkeys(QUERIES, value)),
                )

    assert faults(asked()) == []


def test_every_nonsense_in_what_reads_its_query(stands: tuple[Affair, dict[str, Door]]) -> None:
    affair, sessions = stands

    def asked() -> Iterator[tuple[str, Any]]:
        for name in (
            "cases",
            "calendar",
            "documents",
            "volumes",
            "intake_following",
            "handling",
            "document_file",
        ):
            url = addresses.address(name, affair) or ""
            for value in JUNK:
                yield (
                    f"{name} {value[:12]!r}",
                    ask(sessions["office_clerk"], "GET", url, dict.fromkeys(QUERIES, value)),
                )

    assert faults(asked()) == []


def bodies(name: str, affair: Affair, junk: Iterator[str]) -> Iterator[dict[str, Any]]:
    """An empty form, one with all fields nonsense, and for each field the rest filled in well."""
    good = addresses.body(name, affair)
    fields = good or {
        "version": "1",
        "on": "2025-05-12",
        "reason": "x",
        "files": "x",
        "kind": "x",
        "served_on": "x",
    }
    yield {}
    for value in JUNK[:2]:
        yield dict.fromkeys([*fields, "_mark"], value)
    for field in fields:
        for _ in range(2):
            yield {**good, field: next(junk)}
    for day in ("0001-01-01", "1949-10-01", "9999-12-31"):
        if days := {field: day for field, value in good.items() if str(value)[:3] == "202"}:
            yield {**good, **days}


@pytest.mark.slow
def test_nonsense_in_forms(stands: tuple[Affair, dict[str, Door]]) -> None:
    affair, sessions = stands
    junk = cycle(JUNK)

    def asked() -> Iterator[tuple[str, Any]]:
        for name in addresses.names():
            url = addresses.address(name, affair) or ""
            for post, most in ((entitled(name), None), ("bureau_supervisor", 3)):
                for sent in islice(bodies(name, affair, junk), most):
                    shown = {key: str(value)[:12] for key, value in sent.items()}
                    yield f"POST {name} {shown!r}", ask(sessions[post], "POST", url, sent)

    assert faults(asked()) == []


def entitled(name: str) -> str:
    """Who can get far with a form at *name*."""
    return {
        "direct": "main_head", "document_sign_off": "main_head", "document_return": "main_head", "recommendation_sign": "main_head",
        "appearance_acknowledge": "bureau_staff", "report_acknowledge": "bureau_staff", "hearing_mark": "bureau_staff",
        "handling": "office_clerk", "transfer": "office_clerk", "correct_entry": "office_clerk", "decide_unit": "office_clerk",
    }.get(name, "office_clerk" if name.startswith("intake") else "unit_handler")  # fmt: skip


def test_ids_that_cannot_be(stands: tuple[Affair, dict[str, Door]]) -> None:
    affair, sessions = stands

    def asked() -> Iterator[tuple[str, Any]]:
        for name, needs in {**addresses.APART, **addresses.OF_THE_SUIT}.items():
            args = needs(affair)
            for place, arg in enumerate(args):
                for value in HUGE if isinstance(arg, int) else ("\x00", RARE, "林" * 3000, "../../x"):
                    url = address_with(name, args, place, value)
                    for method in ("GET", "POST"):
                        yield (
                            f"{method} {name} {str(value)[:12]!r}",
                            ask(sessions["unit_handler"], method, url),
                        )

    assert faults(asked()) == []


def address_with(name: str, args: tuple[Any, ...], place: int, value: Any) -> str:
    """The address with one argument exchanged, also for what `reverse` would refuse."""
    args = (*args[:place], "zzz" if isinstance(value, str) else value, *args[place + 1 :])
    return reverse(name, args=args).replace("zzz", str(value).replace("/", "%2F").replace("\x00", "%00"), 1)


def test_paths_that_lead_nowhere(stands: tuple[Affair, dict[str, Door]]) -> None:
    paths = (
        "/cases/-1/",
        "/cases/1e9/",
        "/nowhere/",
        "/%00",
        f"/{RARE}/",
        "/cases/%ff%fe/",
        "/static/../manage.py",
        f"/{'9' * 5000}/",
    )
    for session in (stands[1]["office_clerk"], ""):
        for path in paths:
            for method in ("GET", "POST"):
                assert ask(session, method, path).status_code in {301, 302, 400, 404, 405}, path
