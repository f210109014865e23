"""The door: signing in, being refused, signing out."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.browser.watching import Watch


def test_the_door_can_be_read_by_everybody(
    page: Page, axe: Callable[[Page], None], look: Callable[[Page, str], None]
) -> None:
    page.goto("/")
    expect(page.get_by_role("heading", name="登录")).to_be_visible()
    axe(page)
    look(page, "sign-in")


def test_a_wrong_password_is_told_and_the_name_stays(page: Page, watch: Watch) -> None:
    watch.expect("Failed to load resource")
    page.goto("/")
    page.get_by_label("登录名").fill("clerk")
    page.get_by_label("口令").fill("不是这个口令")
    page.get_by_role("button", name="登录").click()
    expect(page.get_by_text("没有登录").first).to_be_visible()
    expect(page.get_by_label("登录名")).to_have_value("clerk")


def test_signing_in_and_out(sign_in: Callable[..., Page]) -> None:
    page = sign_in("clerk")
    expect(page).not_to_have_title("登录")
    page.locator("details.who summary").click()
    page.get_by_role("button", name="退出登录").click()
    expect(page.get_by_role("heading", name="登录")).to_be_visible()
    page.goto("/")
    expect(page.get_by_role("heading", name="登录")).to_be_visible()
