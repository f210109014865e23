"""The closed lists: kinds of facts and their values, roles, natures, states, result codes.

A word that is not here is refused. Codes are stored; the Chinese labels are what users read.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

RANKS = {
    "government": "人民政府",
    "department": "工作部门",
    "zone": "开发区管理委员会",
    "authorised": "法律、法规、规章授权的组织",
    "township": "乡（镇）人民政府、街道办事处",
}
SUBJECTS = {"suit": "行政诉讼案件", "reconsideration": "行政复议案件"}
ROUTES = {"direct": "未经行政复议直接起诉", "after-reconsideration": "经行政复议"}
STAGES = {
    "first": "一审",
    "second": "二审",
    "retrial-review": "再审审查",
    "retrial": "再审",
    "remand": "发回重审",
}
PROCEDURES = {"ordinary": "普通程序", "simplified": "简易程序"}
STANDINGS = {"sole": "单独被告", "joint": "共同被告"}
ACTED_AS = {"original": "原行政行为作出机关", "reconsideration": "行政复议机关"}
PAPERS = {
    "notice-to-respond": "应诉通知书",
    "complaint": "起诉状副本",
    "notice-of-evidence": "举证通知书",
    "summons": "开庭传票",
    "head-notice": "负责人出庭通知书",
    "judgment": "判决书",
    "ruling": "裁定书",
    "mediation": "调解书",
    "recommendation": "司法建议书",
    "appeal-petition": "上诉状副本",
    "retrial-petition": "再审申请书副本",
    "reconsideration-notice": "行政复议答复通知书（申请书副本）",
    "other": "其他文书",
}
RECEIVERS = {"party": "被告", "office": "人民政府办公室（办公室、综合科）", "unit": "承办单位"}
APPROVERS = {
    "chief": "正职负责人",
    "in-charge-of-act": "分管被诉行政行为实施工作的负责人",
    "in-charge-of-justice": "分管司法行政工作的负责人",
}
HEAD_RANKS = {
    "main-head": "主要负责人",
    "deputy": "副职负责人",
    "in-charge": "参与分管的负责人",
    "lower-organ": "下级行政机关的负责人",
    "entrusted": "受委托组织的负责人",
    "none": "无负责人",
}
GROUNDS_OF_MATTER = {
    "public-interest": "涉及重大公共利益",
    "attention": "社会关注度高",
    "mass-incident": "可能引发群体性事件",
    "other": "其他应当由主要负责人出庭的情形",
}
GROUNDS_OF_INABILITY = {
    "force-majeure": "不可抗力",
    "accident": "意外事件",
    "irreplaceable-duty": "需要履行他人不能代替的公务",
    "other": "无法出庭的其他正当事由",
    "none": "没有说明理由",
}
FORMS = {"judgment": "判决书", "ruling": "裁定书", "mediation": "调解书"}
RESULTS = {
    "revoke": "撤销",
    "revoke-partly": "部分撤销",
    "redo": "责令重新作出行政行为",
    "perform": "责令履行",
    "pay": "责令给付",
    "confirm-illegal": "确认违法",
    "confirm-invalid": "确认无效",
    "change": "变更",
    "compensate": "赔偿、补偿",
    "remedy": "责令采取补救措施",
    "dismiss-claims": "驳回诉讼请求",
    "reject-suit": "驳回起诉",
    "withdraw": "准许撤诉",
    "deemed-withdrawn": "按撤诉处理",
    "mediate": "调解结案",
    "uphold": "维持原裁判",
    "reverse": "改判",
    "remit": "发回重审",
    "refuse-retrial": "驳回再审申请",
    "order-retrial": "裁定再审",
    "transfer": "移送管辖",
    "terminate": "终结诉讼",
    "other": "其他",
}

ROLES = {
    "government-office": "人民政府办公室",
    "head": "负责人",
    "main-head": "主要负责人",
    "responsible-unit": "承办单位",
    "justice-bureau": "司法行政机关",
    "defendant": "被诉行政机关",
    "legal-section": "法治机构",
    "court": "人民法院",
}
NATURES = {"duty": "应当", "right": "可以", "expected": "法院办理"}
STATES = {
    "announced": "已预告",
    "open": "待办",
    "met": "已完成",
    "met-late": "逾期完成",
    "superseded": "不再需要",
}
FINDING_KINDS = {"proposal": "建议", "requirement": "要求", "refusal": "不符合规定", "lead": "线索"}
TREATMENTS = {"computed": "自动计算", "recorded": "登记留痕", "shown": "展示提示", "left-out": "不予处理"}


@dataclass(frozen=True, slots=True)
class ValueSpec:
    """One value of a fact. type: code, codes, text, int, bool, date or organ; ``allowed`` is code → label."""

    type: str
    label: str
    required: bool = False
    allowed: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class KindSpec:
    """One kind of fact: its Chinese label and its closed list of values."""

    label: str
    values: Mapping[str, ValueSpec] = field(default_factory=dict)
    organ_required: bool = False


def _code(label: str, allowed: Mapping[str, str], required: bool = True) -> ValueSpec:
    return ValueSpec("code", label, required, allowed)


def _text(label: str, required: bool = False) -> ValueSpec:
    return ValueSpec("text", label, required)


def _plain(kind: str, label: str) -> ValueSpec:
    return ValueSpec(kind, label)


_UNIT = {"unit": ValueSpec("organ", "承办单位", True)}
_HEARING = {"hearing": _text("庭次", True)}
_BY = {"by": _code("提出者", {"us": "我方", "other": "对方当事人"})}
_NUMBER = {"number": _text("文书编号")}  # tells apart papers of one kind in one instance
_REASON = "退回理由"

KINDS: dict[str, KindSpec] = {
    "case-opened": KindSpec(
        "案件登记", {"subject": _code("案件类型", SUBJECTS), "route": _code("起诉途径", ROUTES)}
    ),
    "instance-opened": KindSpec(
        "人民法院立案",
        {
            "stage": _code("审级", STAGES),
            "procedure": _code("程序", PROCEDURES, False),
            "court": _text("法院"),
        },
    ),
    "defendant-named": KindSpec(
        "确定被告",
        {
            "rank": _code("被告类别", RANKS),
            "standing": _code("被告地位", STANDINGS),
            "acted_as": _code("被诉身份", ACTED_AS),
            "act_by": _plain("organ", "被诉行政行为承办单位"),
        },
        True,
    ),
    "receipt": KindSpec(
        "收到文书",
        {
            "paper": _code("文书", PAPERS),
            "receiver": _code("收件人", RECEIVERS),
            **_NUMBER,
            "unit": _plain("organ", "签收单位"),
            "hearing": _text("庭次"),
            "reply_days": _plain("int", "答复期限（日）"),
            "reply_by": _plain("date", "答复截止日"),
            "about": _code(
                "建议事项", {"conduct": "行政执法活动", "normative-document": "规范性文件"}, False
            ),
        },
    ),
    "opinion-put-up": KindSpec("提出拟办意见", _UNIT),
    "opinion-approved": KindSpec("批准拟办意见", {**_UNIT, "approver": _code("批办人", APPROVERS, False)}),
    "opinion-returned": KindSpec("退回拟办意见", {"reason": _text(_REASON, True)}),
    "unit-decided": KindSpec("确定承办单位", _UNIT),
    "passed-on": KindSpec("转办", _UNIT),
    "preparation-finished": KindSpec("完成应诉准备"),
    "risk-assessed": KindSpec(
        "法律风险评估", {"level": _code("风险等级", {"low": "低", "medium": "中", "high": "高"}, False)}
    ),
    "answer-signed-off": KindSpec("答辩材料审签"),
    "answer-returned": KindSpec("答辩材料退回", {"reason": _text(_REASON)}),
    "answer-filed": KindSpec("提交答辩状（书面答复）"),
    "evidence-filed": KindSpec("提交证据、依据"),
    "extension-applied": KindSpec("申请延期举证"),
    "extension-granted": KindSpec(
        "准许延期举证",
        {"cause_ended": _plain("date", "正当事由消除之日"), "until": _plain("date", "法院准许的截止日")},
    ),
    "extension-refused": KindSpec("不准许延期举证"),
    "period-fixed": KindSpec(
        "法院指定期限",
        {
            "of": _code("指定事项", {"answer": "答辩", "evidence": "举证", "recommendation": "回复司法建议"}),
            "until": _plain("date", "截止日"),
            "days": _plain("int", "日数"),
        },
    ),
    "hearing-set": KindSpec(
        "确定开庭日期",
        {
            **_HEARING,
            "day": ValueSpec("date", "开庭日期", True),
            "time": _text("开庭时间"),
            "place": _text("地点"),
        },
    ),
    "hearing-cancelled": KindSpec("取消开庭", _HEARING),
    "head-required": KindSpec(
        "法院书面通知负责人出庭", {"which": _code("通知对象", {"head": "负责人", "main-head": "主要负责人"})}
    ),
    "matter-marked": KindSpec("标明重大事由", {"ground": _code("事由", GROUNDS_OF_MATTER)}),
    "appearance-planned": KindSpec(
        "拟定出庭人员",
        {
            **_HEARING,
            "heads": _plain("int", "负责人人数"),
            "head_rank": _code("负责人身份", HEAD_RANKS, False),
            "staff": _plain("int", "工作人员人数"),
            "lawyers": _plain("int", "律师人数"),
        },
    ),
    "appearance-filed": KindSpec("报备传票和拟出庭负责人", _HEARING),
    "filing-acknowledged": KindSpec("备案回执", _HEARING),
    "identity-certificate-filed": KindSpec("提交负责人身份证明", _HEARING),
    "inability-stated": KindSpec(
        "说明负责人不能出庭",
        {
            **_HEARING,
            "ground": _code("理由", GROUNDS_OF_INABILITY),
            "proof": _plain("bool", "附证明材料"),
            "sealed": _plain("bool", "加盖印章或者主要负责人签字认可"),
        },
    ),
    "hearing-held": KindSpec(
        "开庭审理",
        {
            **_HEARING,
            "head_appeared": _plain("bool", "负责人出庭"),
            "head_rank": _code("负责人身份", HEAD_RANKS, False),
            "head_spoke": _plain("bool", "负责人发言"),
            "staff": _plain("int", "工作人员人数"),
            "lawyers": _plain("int", "律师人数"),
            "left_early": _plain("bool", "未经许可中途退庭"),
        },
    ),
    "hearing-recorded": KindSpec("完成庭审记录", _HEARING),
    "decision-made": KindSpec(
        "作出裁判",
        {
            "form": _code("文书形式", FORMS),
            **_NUMBER,
            "results": ValueSpec("codes", "裁判结果", False, RESULTS),
            "lost": _plain("bool", "败诉"),
            "appealable": _plain("bool", "可以上诉"),
            "final": _plain("bool", "终审"),
        },
    ),
    "appeal-decided": KindSpec(
        "决定是否上诉、申请再审",
        {
            "choice": _code(
                "决定",
                {"appeal": "上诉", "accept": "服判", "retrial": "申请再审", "none": "不上诉、不申请再审"},
            ),
            **_NUMBER,
        },
    ),
    "appealed": KindSpec("提起上诉", _BY),
    "retrial-applied": KindSpec("申请再审", _BY),
    "effective": KindSpec("裁判生效", {"of": _text("生效裁判的审级")}),
    "case-report-submitted": KindSpec("报送案件情况报告", _NUMBER),
    "case-report-filed": KindSpec("案件情况报告备案", _NUMBER),
    "performance-ordered": KindSpec(
        "登记裁判确定的履行事项",
        {
            "item": _text("履行事项", True),
            "until": _plain("date", "履行期限"),
            "days": _plain("int", "自生效之日起的日数"),
            "what": _text("履行内容"),
        },
    ),
    "performance-done": KindSpec("履行完毕", {"item": _text("履行事项", True)}),
    "recommendation-answered": KindSpec("回复司法建议", {"paper": _text("司法建议"), **_NUMBER}),
    "self-corrected": KindSpec("自行纠正行政行为"),
    "court-informed": KindSpec("书面告知人民法院"),
    "parties-informed": KindSpec("书面告知当事人"),
    "reconsideration-organ-informed": KindSpec("书面告知行政复议机关"),
    "suspended": KindSpec("中止诉讼"),
    "resumed": KindSpec("恢复诉讼"),
    "archived": KindSpec("立卷归档", {"volume": _text("卷号")}),
}

DEEDS = {kind: spec.label for kind, spec in KINDS.items()}
WITHDRAWN = "withdrawn"  # allowed on a correcting fact of any kind: it removes the corrected one
