"""Every page a post can reach: it answers, is quiet, fits a telephone, can be read by everybody and used by keyboard."""

import re
from collections import deque
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, ViewportSize, expect

from tests.browser.conftest import SignIn
from tests.browser.hands import box, drop, fill, paper, press

NARROW = ViewportSize(width=390, height=844)
WIDE = ViewportSize(width=1440, height=900)
# Files, pictures and steps that only answer a form.
LEFT_OUT = re.compile(
    r"^/papers/|/(pdf|docx|original|file|proof|download|sign-out|page)/|\.(png|pdf|ics)$|/static/"
)
POSTS = (
    "clerk",
    "deputy",
    "psb-office",
    "psb-legal",
    "psb-head",
    "bureau",
    "supervisor",
    "archivist",
    "dz-clerk",
)
SEEN: dict[str, str] = {}


@pytest.mark.parametrize("post", POSTS)
def test_every_page_in_reach(post: str, sign_in: SignIn, axe: Callable[[Page], None]) -> None:
    page = sign_in(post)
    for address in reachable(page):
        shape = shape_of(address)
        if shape not in SEEN:
            axe(page)
        SEEN[shape] = address
        page.set_viewport_size(NARROW)
        wide = page.evaluate("document.documentElement.scrollWidth")
        assert wide <= NARROW["width"], f"{address} is {wide} wide on a telephone: it scrolls sideways."
        page.set_viewport_size(WIDE)


def test_the_walk_through_the_pages_was_whole() -> None:
    wanted = {
        "/", "/intake/", "/cases/", "/calendar/", "/documents/", "/volumes/", "/measures/", "/measures/N/", "/cases/N/",
        "/duties/N/", "/documents/N/", "/cases/N/handling/", "/cases/N/transfer/", "/cases/N/preparation/",
        "/cases/N/evidence/", "/cases/N/filing/", "/cases/N/hearings/", "/cases/N/hearings/N/", "/cases/N/judgments/",
        "/cases/N/documents/", "/cases/N/volume/", "/cases/N/entries/N/correct/",
    }  # fmt: skip
    assert not wanted - SEEN.keys(), f"Nobody could reach {sorted(wanted - SEEN.keys())}."


def reachable(page: Page) -> Iterator[str]:
    """Each kind of page once, going from the desk by links alone; the page stands on the address given."""
    waiting, known = deque([urlsplit(page.url).path]), {shape_of(page.url)}
    while waiting:
        address = waiting.popleft()
        answer = page.goto(address)
        assert answer is not None and answer.status == 200, f"{address} answers {answer and answer.status}."
        expect(page.locator("h1").first).to_be_visible()
        yield address
        for link in page.eval_on_selector_all(
            "a[href^='/']", "links => links.map(a => a.getAttribute('href'))"
        ):
            path = urlsplit(link).path
            if not LEFT_OUT.search(path) and shape_of(path) not in known:
                known.add(shape_of(path))
                waiting.append(link)


def shape_of(address: str) -> str:
    """The address with numbers and codes of organs taken out."""
    return re.sub(r"/[A-Z][A-Z-]+(?=/)", "/ORGAN", re.sub(r"\d+", "N", urlsplit(address).path))


@pytest.mark.parametrize(
    ("post", "target"), [("psb-legal", "/"), ("psb-office", "/intake/"), ("bureau", "/cases/")]
)
def test_the_keyboard_reaches_the_main_action(post: str, target: str, sign_in: SignIn) -> None:
    page = sign_in(post, target)
    page.keyboard.press("Tab")
    expect(page.locator("a.skip")).to_be_focused()
    page.keyboard.press("Enter")
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('main .btn.main')"):
            break
    else:
        raise AssertionError(f"Forty steps of the Tab key do not reach the main action of {target}.")


@pytest.mark.parametrize("target", ["/cases/", "/cases/?stage=answering", "/cases/?q=公安局", "/volumes/"])
def test_a_fragment_equals_the_page_loaded_afresh(target: str, sign_in: SignIn) -> None:
    page = sign_in("dz-bureau", "/")
    page.goto(target)
    while True:
        swapped = page.evaluate(
            "address => fetch(address, {headers: {'HX-Request': 'true'}}).then(answer => answer.text())",
            page.url,
        )
        assert words(swapped) == words(page.locator("#rows").inner_html())
        following = page.locator("#rows a[rel=next]")
        if not following.count():
            break
        following.click()


def words(html: str) -> list[str]:
    """Words and addresses of a piece of a page, in order."""
    return re.findall(r'href="[^"]*"|[^<>\s]+(?=[^<>]*<)', html.replace("&amp;", "&"))


def test_paper_shows_no_frame(sign_in: SignIn) -> None:
    page = sign_in("psb-legal")
    desk = page.locator("ul.duties").first
    page.emulate_media(media="print")
    expect(page.locator(".rail")).to_be_hidden()
    expect(page.locator(".top")).to_be_hidden()
    expect(desk).to_be_visible()
    page.goto(first_case(page))
    page.goto(f"{page.url}docket/")
    expect(page.locator(".rail")).to_be_hidden()
    expect(page.get_by_role("link", name="返回案件")).to_be_hidden()
    expect(page.locator("ol.docket")).to_be_visible()
    expect(page.locator(".printed")).to_be_visible()


def first_case(page: Page) -> str:
    """The address of the newest case this person sees."""
    page.goto("/cases/")
    return page.locator("#rows th a").first.get_attribute("href") or ""


def test_a_double_click_and_a_reload_act_once(sign_in: SignIn, tmp_path: Path) -> None:
    number = "（2026）鲁1402行初9882号"
    changes = {"（2025）鲁1402行初9001号": number, "林景澄": "谷雨声"}
    page = sign_in("psb-office")
    drop(page, paper(tmp_path, "01_应诉通知书", "txt", changes))
    expect(box(page, "案号")).to_have_value(number)
    checking = page.url
    fill(page, {"送达日期": "2025-02-19"})
    page.get_by_role("button", name="确认并立案").dblclick()
    expect(page.get_by_role("heading", level=1)).to_contain_text("谷雨声诉清禾县公安局")
    entries = page.locator("ol.docket > li").count()
    page.reload()
    expect(page.locator("ol.docket > li")).to_have_count(entries)

    page.goto("/cases/?q=谷雨声")
    expect(page.locator("#rows tbody tr")).to_have_count(1)
    page.goto(checking)
    expect(page.locator("main")).to_contain_text("已登记在案件")


def test_the_same_form_sent_again_changes_nothing(sign_in: SignIn) -> None:
    page = sign_in("psb-legal")
    row = page.get_by_role("link", name="提交答辩状").first
    row.click()
    page.get_by_role("link", name="办理").first.click()
    page.goto(page.url.replace("filing", "preparation"))
    page.get_by_text("加一项法院另外要求的准备").click()
    fill(page, {"法院另外要求准备的事项": "提交电子版答辩状"})
    form = page.locator("form", has=page.get_by_role("button", name="加入清单"))
    sent = {
        one["name"]: one["value"]
        for one in form.evaluate("f => [...new FormData(f)].map(([name, value]) => ({name, value}))")
    }
    action = form.get_attribute("action") or ""
    press(page, "加入清单")
    expect(page.locator(".checks li", has_text="提交电子版答辩状")).to_have_count(1)
    again = page.request.post(action, form=sent, headers={"Referer": page.url})
    assert again.status == 200
    page.reload()
    expect(page.locator(".checks li", has_text="提交电子版答辩状")).to_have_count(1)
