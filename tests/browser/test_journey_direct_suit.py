"""One citizen sues a department directly: from the court's notice to the bound volume, by the people who do it.

The papers are the samples with other names and numbers, so that they are a case of their own in the city.
"""

from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from urllib.parse import urlsplit

import pikepdf
import pypdfium2
import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import SignIn, Site
from tests.browser.hands import (
    box,
    choose,
    drop,
    fill,
    last_day,
    paper,
    part,
    press,
    refused,
    said,
    told,
    waiting,
)
from tests.browser.watching import Watch

TODAY = "2025-02-19"
NUMBER = "（2025）鲁1402行初9881号"
CHANGES = {"9001号": "9881号", "90001号": "90881号", "林景澄": "陶然亭"}

MISSING = {
    "答辩人住所地": "清禾县公安街6号",
    "答辩请求": "请求依法驳回原告的诉讼请求。",
    "主体资格和权限": "答辩人具有治安管理处罚的法定职权。",
    "认定事实": "原告的行为有询问笔录等证据证明。",
    "行政程序": "受案、调查、告知、决定、送达均依法进行。",
    "法律适用": "适用《中华人民共和国治安管理处罚法》正确。",
}


@dataclass
class Walk:
    """The case as it goes along."""

    papers: Path
    case: str = ""
    answer: str = ""

    def below(self, place: str) -> str:
        """The address of a page of this case."""
        return urlsplit(self.case).path + place

    def paper(self, stem: str, form: str) -> Path:
        """A paper of this case."""
        return paper(self.papers, stem, form, CHANGES)


@pytest.fixture(scope="module")
def walk(tmp_path_factory: pytest.TempPathFactory) -> Walk:
    """The case all tests of this module go along with, in their order."""
    return Walk(tmp_path_factory.mktemp("papers"))


def test_notice_and_complaint_become_one_case(walk: Walk, sign_in: SignIn, watch: Watch) -> None:
    page = sign_in("psb-office")
    drop(page, walk.paper("01_应诉通知书", "txt"), walk.paper("02_行政起诉状", "docx"))
    found = part(page, "待核对")
    expect(found.get_by_role("link", name="应诉通知书")).to_be_visible()
    found.get_by_role("link", name="应诉通知书").click()
    expect(box(page, "案号")).to_have_value(NUMBER)
    expect(page.locator(".viewer")).to_contain_text("陶然亭诉你单位行政拘留一案")
    expect(page.locator(".join").first).to_contain_text("新案件")
    fill(page, {"送达日期": "2025-02-18"})
    expect(page.locator("#following")).to_contain_text(said(last_day("2025-02-18", 15)))
    press(page, "确认并立案")
    told(page, "已登记")

    expect(box(page, "文书种类")).to_have_value("complaint")
    expect(page.locator(".join").first).to_contain_text("并入已有案件")
    fill(page, {"案由": "行政拘留", "送达日期": "2025-02-18"})
    press(page, "确认并入案件")
    told(page, "已登记")
    expect(page.get_by_role("heading", level=1)).to_have_text("陶然亭诉清禾县公安局行政拘留案")
    walk.case = page.url.split("#")[0]


def test_the_same_file_again_is_noticed(walk: Walk, sign_in: SignIn) -> None:
    page = sign_in("psb-office")
    drop(page, walk.papers / "02_行政起诉状.docx")
    twin = part(page, "没有收下的文件").get_by_role("listitem")
    expect(twin).to_contain_text("内容完全相同，没有重复登记")
    twin.get_by_role("link", name="查看案件").click()
    expect(page).to_have_url(walk.case)


def test_the_unit_signs_and_sees_by_when_and_why(walk: Walk, sign_in: SignIn) -> None:
    page = sign_in("psb-legal")
    row = waiting(page, "陶然亭")
    row.get_by_role("link", name="签收").last.click()
    expect(page.get_by_role("heading", name="签收", exact=True)).to_be_visible()
    press(page, "签收以上文书")
    told(page, "签收")

    page.goto(walk.case)
    answer = said(last_day("2025-02-18", 15))
    prepare = said(last_day("2025-02-19", 5))
    expect(duty(page, "提交答辩状")).to_contain_text(answer)
    expect(duty(page, "提交证据和所依据的规范性文件")).to_contain_text(answer)
    expect(duty(page, "完成应诉准备")).to_contain_text(prepare)

    duty(page, "提交答辩状").get_by_role("link", name="提交答辩状").click()
    expect(page.get_by_role("heading", name="这一天是怎么算出来的")).to_be_visible()
    expect(page.locator("figure.law mark, figure.law b").first).to_contain_text("十五日")
    expect(page.locator(".law").first).to_contain_text("行政诉讼法")
    days = page.locator("table", has_text="星期")
    expect(days.locator("tbody tr")).to_have_count(16)


def test_a_correction_moves_the_days_and_names_the_entry(walk: Walk, sign_in: SignIn) -> None:
    page = sign_in("psb-office")
    page.goto(walk.case)
    wrong = page.locator("ol.docket > li", has_text="清禾县公安局收到起诉状副本").last
    wrong.get_by_role("link", name="更正").click()
    fill(page, {"正确的发生日期": "2025-02-19", "更正原因": "回证记载的送达日期是2月19日，登记时写错。"})
    press(page, "登记更正")
    told(page, "更正")
    expect(duty(page, "提交答辩状")).to_contain_text(said(last_day("2025-02-19", 15)))
    expect(duty(page, "提交答辩状")).to_contain_text(f"原为{said(last_day('2025-02-18', 15))}")
    later = page.locator("ol.docket > li", has_text="看原来的记录").first
    later.get_by_role("link", name="看原来的记录").click()
    expect(page.locator("ol.docket > li:target")).to_contain_text("看更正后的记录")


def duty(page: Page, title: str) -> Locator:
    """The line of a duty, which may be folded away when it is done."""
    return page.locator("li.duty").filter(has=page.get_by_role("link", name=title, exact=True)).first


def test_preparation_evidence_and_the_answer(walk: Walk, site: Site, sign_in: SignIn, watch: Watch) -> None:
    site.on("2025-02-24")
    watch.expect("422")
    page = sign_in("psb-legal")
    page.goto(f"{walk.case}preparation/")
    press(page, "完成：审查本机关是否为适格被告，原告、第三人是否具有主体资格")
    expect(page.get_by_role("button", name="撤销：审查本机关是否为适格被告")).to_be_visible()
    choose(page, "风险等级", "中")
    fill(page, {"主要风险点": "处罚前告知笔录不完整", "评估意见和应对建议": "补强告知和送达环节的材料。"})
    press(page, "保存评估")
    expect(page.locator("#risk")).to_contain_text("风险中")
    press(page, "办结应诉准备")
    refused(page, "原因")
    fill(page, {"未完成事项的原因": "其余事项随答辩一并完成。"})
    press(page, "办结应诉准备")
    expect(duty(page, "完成应诉准备")).to_contain_text("办结")

    page.goto(f"{walk.case}evidence/")
    for name, pages in (("行政处罚决定书及送达回证", "4"), ("询问笔录", "6")):
        form = page.locator("#add")
        fill(
            form,
            {
                "证据名称": name,
                "证据种类": "书证",
                "证据来源": "本局案卷",
                "页数": pages,
                "证明目的": "证明被诉行为合法。",
            },
        )
        press(form, "添加到目录")
        expect(page.get_by_role("link", name=name)).to_be_visible()
    expect(page.locator("#catalogue-title")).to_contain_text("2 份，共 10 页")
    expect(page.locator(".catalogue")).to_contain_text("5—10")

    page.goto(f"{walk.case}preparation/")
    press(page, "起草答辩状")
    expect(page.get_by_role("heading", level=1)).to_contain_text("答辩状")
    walk.answer = page.url
    expect(part(page, "审签")).to_contain_text("补齐并保存后才能送审")
    fill(page, MISSING)
    press(page, "保存")
    told(page, "新的版本")
    press(page, "送审")
    told(page, "已送负责人审签")


def test_nothing_is_filed_before_a_head_has_signed(walk: Walk, sign_in: SignIn, watch: Watch) -> None:
    watch.expect("422")
    page = sign_in("psb-legal", walk.below("filing/"))
    form = part(page, "登记提交")
    fill(form, {"提交凭证": "诉讼服务窗口回执 2025-0225"})
    press(form, "登记提交法院")
    refused(page, "审签")
    expect(box(form, "提交凭证")).to_have_value("诉讼服务窗口回执 2025-0225")


def test_the_head_returns_then_signs(walk: Walk, sign_in: SignIn, watch: Watch) -> None:
    watch.expect("422")
    head = sign_in("psb-head")
    row = waiting(head, "陶然亭")
    row.get_by_role("link", name="审签").last.click()
    press(head, "退回修改")
    refused(head, "理由")
    fill(head, {"意见": "请补充执法视频的调取经过。"})
    press(head, "退回修改")
    told(head, "退回")

    unit = sign_in("psb-legal", "/")
    unit.goto(walk.answer)
    expect(unit.locator(".join.look", has_text="退回")).to_contain_text("执法视频")
    fill(unit, {"认定事实": "原告的行为有询问笔录、执法视频等证据证明，视频于1月6日依法调取。"})
    press(unit, "保存")
    press(unit, "送审")
    told(unit, "已送负责人审签")

    head.goto(walk.answer)
    press(head, "审签同意")
    told(head, "已审签")


def test_more_time_moves_the_day_and_says_why(walk: Walk, site: Site, sign_in: SignIn) -> None:
    site.on("2025-03-03")
    page = sign_in("psb-legal", walk.below("filing/"))
    page.get_by_text("登记延期举证申请").click()
    form = page.locator("#extension")
    fill(
        form,
        {
            "不能按期提供证据的正当事由": "执法视频正在送检，鉴定机构尚未出具报告。",
            "提交凭证": "回执 2025-0303",
        },
    )
    press(form, "登记申请")
    told(page, "延期举证申请")
    choose(form, "法院的答复", "准许延期")
    fill(form, {"准许延至": "2025-03-20"})
    press(form, "登记法院的答复")
    told(page, "期限已重新计算")
    evidence = duty(page, "提交证据和所依据的规范性文件")
    expect(evidence).to_contain_text("3月20日")
    expect(evidence).to_contain_text(f"原为{said(last_day('2025-02-19', 15))}")
    evidence.get_by_role("link", name="提交证据和所依据的规范性文件").click()
    expect(page.locator("main")).to_contain_text("期限有变动")
    expect(page.locator("main")).to_contain_text("延期")


def test_filed_with_proof(walk: Walk, site: Site, sign_in: SignIn) -> None:
    site.on("2025-03-05")
    page = sign_in("psb-legal", walk.below("filing/"))
    form = part(page, "登记提交")
    fill(form, {"提交凭证": "诉讼服务窗口回执 2025-0305"})
    form.get_by_label("凭证文件").set_input_files(walk.paper("03_开庭传票", "pdf"))
    press(form, "登记提交法院")
    told(page, "已登记提交法院")
    expect(part(page, "提交记录")).to_contain_text("回执 2025-0305")
    page.goto(walk.case)
    page.get_by_text("已办结").first.click()
    expect(duty(page, "提交答辩状")).to_contain_text("3月5日办结")


def test_the_summons_joins_the_case(walk: Walk, site: Site, sign_in: SignIn) -> None:
    site.on("2025-03-18")
    office = sign_in("psb-office")
    drop(office, walk.paper("03_开庭传票", "pdf"))
    expect(office.locator(".viewer img").first).to_be_visible()
    expect(box(office, "开庭日期")).to_have_value("2025-03-27")
    expect(office.locator(".join").first).to_contain_text("并入已有案件")
    fill(office, {"送达日期": "2025-03-18"})
    press(office, "确认并入案件")
    told(office, "已登记")


def test_lawyers_alone_are_refused_and_the_bureau_acknowledges(
    walk: Walk, sign_in: SignIn, watch: Watch
) -> None:
    watch.expect("422")
    page = sign_in("psb-legal", walk.below("hearings/"))
    page.get_by_role("link", name="2025年3月27日").click()
    page.get_by_role("link", name="确定出庭人员").click()
    fill(page, {"委托律师": "江上舟　山东某某律师事务所律师"})
    press(page, "保存")
    refused(page, "律师")
    fill(page, {"拟出庭负责人": "梁听雨", "出庭工作人员": "尹归舟　法制大队民警"})
    press(page, "保存")
    told(page, "出庭人员已保存")
    page.get_by_role("link", name="报司法局备案").click()
    press(page, "保存")
    told(page, "已报备")

    bureau = sign_in("bureau")
    row = waiting(bureau, "陶然亭")
    row.get_by_role("link").last.click()
    bureau.get_by_role("link", name="签收备案").click()
    press(bureau, "保存")
    told(bureau, "已签收备案")
    expect(bureau.locator("section.sheet", has_text="出庭负责人")).to_contain_text("方知有")


def test_the_head_is_certified(walk: Walk, sign_in: SignIn) -> None:
    page = sign_in("psb-legal", walk.below("hearings/"))
    page.get_by_role("link", name="2025年3月27日").click()
    page.get_by_role("link", name="起草负责人身份证明").click()
    press(page, "保存")
    expect(page.get_by_role("heading", level=1)).to_contain_text("身份证明")
    certificate = page.url
    fill(page, {"性别": "女"})
    press(page, "保存")
    told(page, "新的版本")
    press(page, "送审")
    told(page, "已送负责人审签")
    head = sign_in("psb-head")
    head.goto(certificate)
    press(head, "审签同意")
    told(head, "已审签")
    page.goto(walk.below("hearings/"))
    page.get_by_role("link", name="2025年3月27日").click()
    page.get_by_role("link", name="身份证明已提交").click()
    press(page, "保存")
    told(page, "已登记")


def test_the_hearing_is_recorded(walk: Walk, site: Site, sign_in: SignIn) -> None:
    site.on("2025-03-28")
    page = sign_in("psb-legal", walk.below("hearings/"))
    page.get_by_role("link", name="2025年3月27日").click()
    page.get_by_role("link", name="登记庭审情况").click()
    choose(page, "负责人是否到庭", "到庭")
    fill(
        page, {"负责人参与庭审发言": True, "出庭凭据": "庭审笔录第1页", "争议焦点": "处罚前告知程序是否合法"}
    )
    press(page, "保存")
    told(page, "庭审情况已登记")
    expect(page.locator("section.sheet", has_text="庭审情况")).to_contain_text("到庭并发言")


def test_judgment_report_and_the_decision_on_appeal(
    walk: Walk, site: Site, sign_in: SignIn, watch: Watch
) -> None:
    site.on("2025-05-06")
    office = sign_in("psb-office")
    drop(office, walk.paper("05_一审判决书_撤销重作", "docx"))
    expect(office.get_by_label("撤销", exact=True)).to_be_checked()
    expect(office.get_by_label("行政机关败诉")).to_be_checked()
    fill(office, {"送达日期": "2025-05-06"})
    expect(office.locator("#following")).to_contain_text(said(last_day("2025-05-06", 15)))
    press(office, "确认并入案件")
    told(office, "已登记")

    page = sign_in("psb-legal", walk.below("transfer/"))
    press(page, "签收以上文书")
    told(page, "签收")
    page.goto(f"{walk.case}judgments/")
    expect(duty(page, "报送《行政应诉案件情况报告》")).to_contain_text(said(last_day("2025-05-06", 7)))
    press(page, "起草报告")
    expect(page.get_by_role("heading", level=1)).to_contain_text("情况报告")
    report = page.url
    fill(page, {"上诉或者申请再审的意见、建议": "建议服判，不上诉，按期重新作出行政行为。"})
    press(page, "保存")
    told(page, "新的版本")
    press(page, "送审")
    told(page, "已送负责人审签")
    head = sign_in("psb-head")
    head.goto(report)
    press(head, "审签同意")
    told(head, "已审签")

    page.goto(f"{walk.case}judgments/")
    for step, words in (("登记报送", "已登记报送"), ("报备案", "已报备")):
        page.get_by_role("link", name=step, exact=True).click()
        press(page, "保存")
        told(page, words)
    bureau = sign_in("bureau", walk.below("judgments/"))
    bureau.get_by_role("link", name="签收备案").click()
    press(bureau, "保存")
    told(bureau, "签收")

    page.goto(f"{walk.case}judgments/")
    page.get_by_role("link", name="登记决定").click()
    choose(page, "决定", "服判，不上诉")
    fill(page, {"作出决定的负责人": "孟书言", "理由": "处罚前告知笔录确有缺陷，判决认定正确。"})
    press(page, "保存")
    expect(page.locator("#decisions")).to_contain_text("决定是否上诉")


def test_performance(walk: Walk, site: Site, sign_in: SignIn) -> None:
    site.on("2025-05-22")
    page = sign_in("psb-legal", walk.below("judgments/"))
    page.get_by_role("link", name="登记生效").click()
    press(page, "保存")
    expect(page.locator("#decisions")).to_contain_text("裁判发生法律效力")
    page.get_by_role("link", name="登记履行事项").first.click()
    fill(page, {"履行内容": "重新作出行政行为", "履行期限": "60"})
    press(page, "保存")
    told(page, "已登记履行事项")
    expect(page.locator("#performance")).to_contain_text("履行中")
    expect(duty(page, "履行生效裁判")).to_contain_text(said(last_day("2025-05-22", 60)))


def test_recommendation_is_answered(walk: Walk, site: Site, sign_in: SignIn) -> None:
    site.on("2025-05-26")
    office = sign_in("psb-office")
    drop(office, walk.paper("11_司法建议书", "pdf"))
    expect(office.locator(".join").first).to_contain_text("陶然亭诉清禾县公安局行政拘留案")
    fill(office, {"送达日期": "2025-05-26"})
    press(office, "确认并入案件")
    told(office, "已登记")

    page = sign_in("psb-legal", walk.below("transfer/"))
    press(page, "签收以上文书")
    told(page, "签收")
    page.goto(walk.below("judgments/"))
    expect(duty(page, "回复司法建议")).to_be_visible()
    recommendations = page.locator("#recommendations")
    recommendations.get_by_role("link", name="书面意见").click()
    fill(page, {"书面意见": "采纳建议：六月底前完成案卷评查，修订告知笔录样式。"})
    press(page, "保存")
    told(page, "等待负责人审签")

    head = sign_in("psb-head")
    row = waiting(head, "陶然亭")
    row.get_by_role("link").last.click()
    head.locator("#recommendations").get_by_role("link", name="审签").click()
    press(head, "审签司法建议书面意见")
    told(head, "已审签")

    page.reload()
    recommendations.get_by_role("link", name="回复").click()
    fill(page, {"回复凭据": "清公函〔2025〕9012号，窗口递交"})
    press(page, "保存")
    told(page, "已登记回复人民法院")
    expect(recommendations).to_contain_text("已回复")


def test_performed(walk: Walk, site: Site, sign_in: SignIn) -> None:
    site.on("2025-06-20")
    page = sign_in("psb-legal", walk.below("judgments/"))
    page.get_by_role("link", name="履行完毕").click()
    fill(page, {"履行凭据": "清公（城）行罚决字〔2025〕第90993号决定书及送达回证"})
    press(page, "保存")
    told(page, "已登记履行完毕")
    expect(page.locator("#performance")).to_contain_text("履行完毕")


def test_the_volume_is_bound_and_locked(walk: Walk, sign_in: SignIn) -> None:
    page = sign_in("archivist", walk.below("volume/"))
    press(page, "立卷")
    told(page, "已立卷")
    gap = page.locator(".checks li", has_text="证据目录")
    expect(gap).to_contain_text("缺")
    expect(page.locator("main")).to_contain_text("还缺 1 件文书")
    expect(page.get_by_role("button", name="编号归档")).to_have_count(0)
    gap.get_by_role("link", name="说明缺件").click()
    fill(page, {"缺件原因": "证据目录原件随卷移送法院，未另制文稿。"})
    press(page, "保存")
    told(page, "已写明缺件原因")
    page.get_by_role("button", name="装订").click()
    told(page, "已装订")
    press(page, "编号归档")
    press(page.get_by_role("dialog"), "编号归档")
    told(page, "已归档")
    expect(page.locator("main")).to_contain_text("本卷已锁定")

    answer = page.request.get(page.get_by_role("link", name="查看卷宗").get_attribute("href") or "")
    with pikepdf.open(BytesIO(answer.body())) as volume:
        count = len(volume.pages)
    book = pypdfium2.PdfDocument(answer.body())
    texts = ["".join(one.get_textpage().get_text_bounded().split()) for one in book]
    assert count == len(texts) > 10
    assert "陶然亭" in texts[0]
    contents = "".join(texts[1:4])
    for title in ("应诉通知书", "行政答辩状", "传票", "行政应诉案件情况报告", "司法建议书"):
        assert title in contents
    first = next(place for place, text in enumerate(texts) if "现随文送达起诉状副本" in text)
    assert [text[-1] for text in texts[first : first + 3]] == ["1", "2", "3"]
    assert any("证据目录原件随卷移送法院" in text for text in texts)
    rows = page.locator("section", has_text="卷内文件目录").last.locator("tbody tr")
    assert rows.count() > 6

    legal = sign_in("psb-legal", walk.below(""))
    expect(legal.locator("ol.docket").get_by_role("link", name="更正", exact=True)).to_have_count(0)
    legal.goto(walk.below("judgments/"))
    expect(legal.get_by_role("link", name="登记裁判")).to_have_count(0)
