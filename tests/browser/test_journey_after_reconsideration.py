"""After reconsideration: the county government and its department are sued together, and both must answer.

The papers are the samples, rewritten for two defendants and with a number of their own.
"""

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import SignIn, Site
from tests.browser.hands import box, drop, fill, last_day, paper, part, press, refused, said, told, waiting
from tests.browser.watching import Watch

TODAY = "2025-02-19"
NUMBER = "（2025）鲁1402行初9883号"
PLAINTIFF = "清禾县听泉石料加工厂"
CASE = f"{PLAINTIFF}诉清禾县生态环境局、清禾县人民政府"
NOTICE = {
    "（2025）鲁1402行初9001号": NUMBER,
    "清禾县公安局：": "清禾县生态环境局、清禾县人民政府：",
    "林景澄诉你单位行政拘留一案": f"{PLAINTIFF}诉清禾县生态环境局罚款、清禾县人民政府行政复议一案",
}
COMPLAINT = {
    "原告：林景澄，男，1990年6月15日出生，汉族，住清禾县城关街道文化路1号。": f"原告：{PLAINTIFF}，住所地清禾县北关工业区。",
    "被告：清禾县公安局，住所地清禾县公安街6号。\n法定代表人：孟书言，局长。": (
        "被告：清禾县生态环境局，住所地清禾县环保路8号。\n法定代表人：顾行舟，局长。\n"
        "被告：清禾县人民政府，住所地清禾县府前街1号。\n法定代表人：周允同，县长。"
    ),
    "清公（城）行罚决字〔2025〕第90001号": "清环罚决字〔2024〕90883号",
    "林景澄": PLAINTIFF,
}
SECOND = {
    "（2025）鲁14行终9025号": "（2025）鲁14行终9884号",
    "清禾县绿原建材厂": PLAINTIFF,
    "庆云县人民法院": "德州市德城区人民法院",
    "（2024）鲁1423行初9007号": NUMBER,
    "二〇二五年三月二十日": "二〇二五年九月十九日",
}


@dataclass
class Walk:
    """The case as it goes along."""

    papers: Path
    case: str = ""

    def below(self, place: str) -> str:
        """The address of a page of this case."""
        return urlsplit(self.case).path + place


@pytest.fixture(scope="module")
def walk(tmp_path_factory: pytest.TempPathFactory) -> Walk:
    """The case all tests of this module go along with, in their order."""
    return Walk(tmp_path_factory.mktemp("papers"))


def for_government(page: Page, place: str) -> None:
    """Open a page of the case for the government's side."""
    page.goto(place)
    page.get_by_role("navigation", name="本案由我方应诉的被告").get_by_role(
        "link", name="清禾县人民政府"
    ).click()


def test_two_defendants_become_one_case(walk: Walk, sign_in: SignIn) -> None:
    page = sign_in("clerk")
    drop(
        page,
        paper(walk.papers, "01_应诉通知书", "pdf", NOTICE),
        paper(walk.papers, "02_行政起诉状", "txt", COMPLAINT),
    )
    part(page, "待核对").get_by_role("link", name="应诉通知书").click()
    expect(box(page, "案号")).to_have_value(NUMBER)
    fill(page, {"送达日期": "2025-02-19"})
    press(page, "确认并立案")
    told(page, "已登记")
    fill(page, {"送达日期": "2025-02-19"})
    press(page, "确认并入案件")
    told(page, "已登记")
    expect(page.get_by_role("heading", level=1)).to_contain_text(CASE)
    walk.case = page.url.split("#")[0]
    parties = part(page, "当事人")
    expect(parties.get_by_role("listitem").filter(has_text="清禾县生态环境局")).to_contain_text("原行政行为")
    expect(parties.get_by_role("listitem").filter(has_text="清禾县人民政府")).to_contain_text("复议")


def test_the_clerk_puts_up_the_opinion(walk: Walk, sign_in: SignIn) -> None:
    page = sign_in("clerk")
    for_government(page, walk.below("handling/"))
    expect(page.locator("li.duty", has_text="提出拟办意见")).to_contain_text(said(last_day("2025-02-19", 2)))
    proposal = part(page, "谁来应诉")
    expect(proposal).to_contain_text("清禾县司法局")
    expect(proposal).to_contain_text("第十二条")
    fill(page, {"拟定承办单位": "清禾县司法局"})
    press(page, "报负责人批办")
    told(page, "报")


def test_the_head_returns_changes_and_approves(walk: Walk, sign_in: SignIn, watch: Watch) -> None:
    watch.expect("422")
    head = sign_in("head")
    row = waiting(head, PLAINTIFF)
    row.get_by_role("link").last.click()
    press(head, "退回重新拟办")
    refused(head, "理由")
    fill(head, {"批办意见": "请写明复议决定维持的理由。"})
    press(head, "退回重新拟办")
    told(head, "退回")

    clerk = sign_in("clerk")
    for_government(clerk, walk.below("handling/"))
    expect(clerk.locator(".join.look", has_text="退回意见")).to_contain_text("复议决定维持")
    fill(clerk, {"拟定承办单位": "清禾县司法局", "拟办理由": "经行政复议维持，由司法局负责复议机关的应诉。"})
    press(clerk, "报负责人批办")
    told(clerk, "报")

    head.reload()
    head.get_by_role("button", name="批准").click()
    told(head, "批准")
    expect(part(head, "拟办和批办记录")).to_contain_text("第 2 轮")

    clerk.reload()
    clerk.get_by_role("link", name="去转办").click()
    press(clerk, "转办")
    told(clerk, "转办")


def test_the_department_registers_its_own_copy(walk: Walk, sign_in: SignIn) -> None:
    page = sign_in("eeb-office")
    drop(page, paper(walk.papers, "01_应诉通知书", "docx", NOTICE))
    expect(page.locator(".join").first).to_contain_text(CASE)
    fill(page, {"送达日期": "2025-02-19"})
    press(page, "确认并入案件")
    told(page, "已登记")


def test_both_units_sign(walk: Walk, sign_in: SignIn) -> None:
    bureau = sign_in("bureau")
    row = waiting(bureau, PLAINTIFF)
    row.get_by_role("link", name="签收").last.click()
    press(bureau, "签收以上文书")
    told(bureau, "签收")
    department = sign_in("eeb-unit")
    row = waiting(department, PLAINTIFF)
    row.get_by_role("link", name="签收").last.click()
    press(department, "签收以上文书")
    told(department, "签收")
    department.goto(walk.case)
    prepare = department.locator("li.duty", has_text="完成应诉准备")
    expect(prepare.filter(has_text="清禾县司法局")).to_contain_text(said(last_day("2025-02-19", 5)))
    expect(prepare.filter(has_text="清禾县生态环境局")).to_contain_text(said(last_day("2025-02-19", 5)))


def test_the_second_instance_joins_the_case(walk: Walk, site: Site, sign_in: SignIn) -> None:
    site.on("2025-09-24")
    page = sign_in("clerk")
    drop(page, paper(walk.papers, "07_二审判决书_维持", "txt", SECOND))
    place = page.locator(".join").first
    expect(place).to_contain_text("新开一个审级")
    expect(place).to_contain_text(CASE)
    fill(page, {"送达日期": "2025-09-24"})
    press(page, "确认并入案件")
    told(page, "已登记")
    expect(page.get_by_role("heading", level=1)).to_contain_text(CASE)
    expect(part(page, "裁判")).to_contain_text("二审")
    page.goto(walk.below("judgments/"))
    expect(page.locator("#decisions")).to_contain_text("（2025）鲁14行终9884号")
    expect(page.locator("#decisions")).to_contain_text("终审")
