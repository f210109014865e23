"""The pages one would show a visitor, with the demonstration city in them; `make screens` keeps their pictures."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Look, SignIn
from tests.browser.hands import drop, paper

WALKED = "林景澄诉清禾县公安局"
ANSWERING = "赫连远山诉清禾县公安局"
HEARD = "弓长岭诉清禾县公安局"
BELOW = {
    "case": ("psb-legal", ANSWERING, ""),
    "preparation": ("psb-legal", ANSWERING, "preparation/"),
    "evidence": ("psb-legal", ANSWERING, "evidence/"),
    "filing": ("psb-legal", ANSWERING, "filing/"),
    "judgments": ("psb-legal", WALKED, "judgments/"),
    "volume": ("archivist", WALKED, "volume/"),
    "handling": ("head", "云中锦纺织", "handling/"),
}


@pytest.mark.parametrize(
    ("name", "post", "target"),
    [
        ("desk", "psb-legal", "/"),
        ("list", "bureau", "/cases/"),
        ("calendar", "clerk", "/calendar/"),
        ("measures", "clerk", "/measures/"),
    ],
)
def test_places(name: str, post: str, target: str, sign_in: SignIn, look: Look) -> None:
    look(sign_in(post, target), name)


@pytest.mark.parametrize("name", BELOW)
def test_pages_of_a_case(name: str, sign_in: SignIn, look: Look) -> None:
    post, title, place = BELOW[name]
    page = sign_in(post)
    open_case(page, title)
    page.goto(page.url + place)
    look(page, name)


def test_a_duty(sign_in: SignIn, look: Look) -> None:
    page = sign_in("psb-legal")
    page.get_by_role("link", name="提交答辩状", exact=True).first.click()
    expect(page.get_by_role("heading", name="这一天是怎么算出来的")).to_be_visible()
    look(page, "duty")


def test_a_hearing(sign_in: SignIn, look: Look) -> None:
    page = sign_in("psb-legal")
    open_case(page, HEARD)
    page.locator("#hearings a").first.click()
    expect(page.get_by_role("heading", name="出庭须知")).to_be_visible()
    look(page, "hearing")


def test_a_paper_being_checked(sign_in: SignIn, look: Look, tmp_path: Path) -> None:
    page = sign_in("psb-office")
    drop(page, paper(tmp_path, "01_应诉通知书", "pdf", {"9001号": "9885号", "林景澄": "沈听澜"}))
    expect(page.locator(".viewer img").first).to_be_visible()
    page.locator(".viewer img").first.evaluate("picture => picture.decode()")
    look(page, "intake")


def open_case(page: Page, title: str) -> None:
    """Find a case by its title and open it."""
    page.goto(f"/cases/?q={title.split('诉', maxsplit=1)[0]}")
    page.locator("#rows").get_by_role("link", name=title).first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(title)
