"""Sample data for the gallery: invented people and cases, real length of names."""

from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from periods import after, before

CHINA = ZoneInfo("Asia/Shanghai")
TODAY = date(2025, 12, 22)
SUIT = "祁山月诉清禾县人民政府不履行法定职责案"
LONG_SUIT = "德州清禾绿原新型建筑材料制造有限责任公司诉清禾县自然资源和规划局、清禾县人民政府责令退还土地及行政复议决定案"
ACTION = {"label": "办理", "url": "#"}
ANSWER = {
    "book_title": "《中华人民共和国行政诉讼法》",
    "version": "2017年修正",
    "label": "第六十七条第一款",
    "short": "行政诉讼法第六十七条第一款",
    "quote": "在收到起诉状副本之日起十五日内",
}
ANSWER_TEXT = (
    "人民法院应当在立案之日起五日内，将起诉状副本发送被告。被告应当在收到起诉状副本之日起十五日内向人民法院提交作出行政行为的"
    "证据和所依据的规范性文件，并提出答辩状。人民法院应当在收到答辩状之日起五日内，将答辩状副本发送原告。"
)


class Intake(forms.Form):
    """A form with every kind of field."""

    number = forms.CharField(label="案号", help_text="法院代字 鲁14 与法院一致")
    court = forms.CharField(label="法院")
    received = forms.DateField(label="收到日期", widget=forms.DateInput(attrs={"type": "date"}))
    kind = forms.ChoiceField(label="文书种类", choices=[("a", "应诉通知书"), ("b", "传票")])
    head = forms.ChoiceField(
        label="负责人出庭",
        choices=[("m", "主要负责人"), ("d", "分管负责人"), ("n", "不能出庭")],
        widget=forms.RadioSelect,
    )
    sealed = forms.BooleanField(
        label="情况说明已加盖行政机关印章", required=False, help_text="办法第十八条第二款"
    )
    facts = forms.CharField(
        label="答辩要点", widget=forms.Textarea, required=False, help_text="写到哪里存到哪里。"
    )
    paper = forms.FileField(label="法院文书", required=False)


def duties() -> list[dict[str, Any]]:
    """One duty for every state."""
    case = {
        "matter": SUIT,
        "case_number": "（2025）鲁14行初9115号",
        "matter_url": "#",
        "url": "#",
        "state": "open",
    }
    other = {
        **case,
        "matter": "许南枝诉清禾县人民政府政府信息公开案",
        "case_number": "（2025）鲁14行初9102号",
    }
    long = {**case, "matter": LONG_SUIT, "case_number": "（2025）鲁1402行初9088号之一"}
    report = after(date(2025, 12, 12), 7)
    filing = before(date(2025, 12, 24), 2)
    ready = after(date(2025, 12, 18), 5)
    answer = after(date(2025, 12, 17), 15)
    archive = after(date(2025, 12, 12), 30)
    retrial = after(date(2025, 11, 28), 6, "months")
    appeal = after(date(2025, 12, 5), 15)
    return [
        other
        | {
            "title": "报送《行政应诉案件情况报告》",
            "due": report.last_day,
            "count": report,
            "event": "收到",
            "cite": "办法第二十五条第一款",
            "action": {"label": "起草报告", "url": "#"},
        },
        long
        | {
            "title": "将传票和拟出庭负责人报县司法局备案",
            "due": filing.last_day,
            "count": filing,
            "event": "开庭",
            "cite": "办法第十四条第三款",
            "when_note": "12月24日开庭",
            "action": {"label": "报备", "url": "#", "post": True},
        },
        case
        | {
            "title": "完成应诉准备",
            "due": ready.last_day,
            "count": ready,
            "cite": "办法第十四条第一款",
            "who": "权属登记科 罗闻笛",
            "action": {"label": "准备清单", "url": "#"},
        },
        case
        | {
            "title": "提交答辩状、证据及依据",
            "due": answer.last_day,
            "count": answer,
            "event": "收到",
            "citation": ANSWER,
            "moved_because": "元旦顺延",
            "careful": date(2025, 12, 31),
            "action": ACTION,
        },
        other
        | {
            "title": "整理立卷归档",
            "due": archive.last_day,
            "count": archive,
            "cite": "办法第二十八条第二款",
            "moved_because": "周日顺延",
            "action": {"label": "案卷", "url": "#"},
        },
        other
        | {
            "title": "申请再审",
            "due": retrial.last_day,
            "count": retrial,
            "nature": "right",
            "cite": "行诉解释第一百一十条",
            "action": ACTION,
        },
        case
        | {
            "title": "负责人身份证明",
            "due": None,
            "state": "announced",
            "cite": "办法第十七条第三款",
            "awaits": "等待传票",
        },
        other
        | {
            "title": "决定是否上诉",
            "due": appeal.last_day,
            "count": appeal,
            "met_on": date(2025, 12, 16),
            "state": "met",
            "cite": "行政诉讼法第八十五条",
        },
    ]


def _docket() -> list[dict[str, Any]]:
    return [
        {
            "id": 5,
            "happened": date(2025, 12, 21),
            "happened_time": "16:20",
            "title": "答辩状送签",
            "text": "第 2 稿",
            "by": "承办人 罗闻笛 → 审签 副县长 季长安",
            "entered": datetime(2025, 12, 21, 16, 20, tzinfo=CHINA),
        },
        {
            "id": 4,
            "happened": date(2025, 12, 17),
            "title": "收到",
            "text": "起诉状副本（县政府办公室）",
            "corrects": 2,
            "by": "县政府办公室 白一舟",
            "entered": datetime(2025, 12, 19, 9, 3, tzinfo=CHINA),
            "late_entry": True,
            "corrects_note": "收到日期原录为12月16日，与送达回证不符",
        },
        {
            "id": 3,
            "happened": date(2025, 12, 18),
            "happened_time": "09:12",
            "title": "批办",
            "text": "同意拟办意见，由县自然资源局承办",
            "by": "副县长 季长安",
            "entered": datetime(2025, 12, 18, 9, 12, tzinfo=CHINA),
        },
        {
            "id": 2,
            "happened": date(2025, 12, 16),
            "title": "收到",
            "text": "起诉状副本（县政府办公室）",
            "corrected_by": 4,
            "by": "县政府办公室 白一舟",
            "entered": datetime(2025, 12, 17, 15, 41, tzinfo=CHINA),
        },
        {
            "id": 1,
            "happened": date(2025, 12, 17),
            "happened_time": "15:40",
            "title": "收到",
            "text": "应诉通知书",
            "incoming": True,
            "by": "登记 县政府办公室 白一舟　识别 14 项，改正 1 项",
            "links": [{"label": "查看原件", "url": "#"}],
            "entered": datetime(2025, 12, 17, 15, 40, tzinfo=CHINA),
        },
    ]


def _weeks() -> list[list[dict[str, Any]]]:
    entries = {
        19: [{"title": "报送情况报告（9102号）", "url": "#", "kind": "late"}],
        22: [{"title": "报县司法局备案（9088号之一）", "url": "#", "kind": "due"}],
        24: [
            {"time": "09:00", "title": LONG_SUIT, "url": "#", "kind": "hearing"},
            {"title": "负责人身份证明", "url": "#", "kind": "met"},
        ],
    }
    first = date(2025, 12, 1)
    days = [date.fromordinal(first.toordinal() + n) for n in range(35)]
    cells = [
        {
            "date": day,
            "outside": day.month != 12,
            "today": day == TODAY,
            "off": day.weekday() > 4,
            "label": "元旦" if day.month == 1 and day.day < 4 else "",
            "entries": entries.get(day.day, []) if day.month == 12 else [],
        }
        for day in days
    ]
    return [cells[n : n + 7] for n in range(0, 35, 7)]


def _page() -> dict[str, Any]:
    text = (
        "山东省德州市中级人民法院\n应 诉 通 知 书\n（2025）鲁14行初9115号\n清禾县人民政府：\n"
        "　　祁山月诉你单位不履行法定职责一案，本院已于2025年12月12日立案受理。现随文送达起诉状副本一份，并将有关应诉事项通知如下：\n"
        "　　一、你单位应当在收到起诉状副本之日起十五日内，向本院提交作出行政行为的证据和所依据的规范性文件，并提出答辩状。\n"
        "　　三、你单位主要负责人应当出庭应诉。\n　　　　　　　　　　　　　　　　二〇二五年十二月十五日"
    )

    def mark(words: str, label: str, target: str, look: bool = False) -> dict[str, Any]:
        start = text.index(words)
        return {"span": (start, start + len(words)), "label": label, "target": target, "look": look}

    marks = [
        mark("（2025）鲁14行初9115号", "案号", "id_number"),
        mark("山东省德州市中级人民法院", "法院", "id_court"),
        mark("你单位主要负责人应当出庭应诉", "负责人出庭", "id_head", look=True),
    ]
    return {"page": {"number": 1, "text": text}, "marks": marks}


def _frame() -> dict[str, Any]:
    def entry(label: str, count: int | None = None, current: bool = False) -> dict[str, Any]:
        return {"label": label, "url": f"#{label}", "count": count, "current": current}

    return {
        "nav": [
            {
                "label": "",
                "entries": [
                    entry("工作台", 5, True),
                    entry("收文", 2),
                    entry("案件"),
                    entry("日程"),
                    entry("文书", 3),
                    entry("案卷"),
                ],
            },
            {"label": "", "entries": [entry("统计"), entry("监督"), entry("考核")]},
            {"label": "", "entries": [entry("法规"), entry("机构与人员"), entry("审计")]},
        ],
        "actor": {"person": "罗闻笛", "organ": "清禾县自然资源和规划局", "title": "权属登记科承办人"},
        "today": TODAY,
        "now": datetime(2025, 12, 22, 9, 30, tzinfo=CHINA),
        "demo": True,
        "search_url": "#",
        "sign_out_url": "#",
        "account_url": "#",
        "flash": (),
    }


def context() -> dict[str, Any]:
    """Everything the gallery's pages draw."""
    rows = duties()
    bound = Intake(
        {"number": "（2025）鲁14行初9115号", "court": "", "received": "2025-12-99", "kind": "a"}, prefix="bad"
    )
    return _frame() | {
        "duties": rows,
        "answer": rows[3],
        "report": rows[0],
        "extended": after(date(2025, 12, 17), 15),
        "extended_to": date(2026, 1, 16),
        "long_late": after(date(2025, 11, 3), 15),
        "working": after(date(2025, 12, 26), 5, "working-days"),
        "half_year": rows[5]["count"],
        "hearing": rows[1]["count"],
        "met": rows[7],
        "citation": ANSWER,
        "article": ANSWER_TEXT,
        "suit": SUIT,
        "long_suit": LONG_SUIT,
        "docket": _docket(),
        "weeks": _weeks(),
        "pages": [_page()],
        "form": Intake(initial={"number": "（2025）鲁14行初9115号", "court": "山东省德州市中级人民法院"}),
        "bound": bound,
        "saved": [{"level_tag": "success", "text": ""}],
    }
