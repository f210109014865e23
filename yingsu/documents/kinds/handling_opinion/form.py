"""拟办意见呈批件: the office proposes the responsible unit, the head directs, the paper is passed on (第十三条)."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from officialpapers import Head, Paper
from officialpapers.content import Cell, Form, FormRow, Note

from ..values import Values, labels_of, written

LABELS = labels_of(Path(__file__).parent)
DUTY = {"title": "办理事项", "actor": "责任单位", "due": "办理期限", "article": "依据"}
WIDTHS = (25.0, 54.0, 22.0, 59.0)
SIGNED = "签名：　　　　　　　　　　年　　月　　日"


def build(data: Mapping[str, Any]) -> Paper:
    """The form of approval; boxes not yet written in stay empty for the pen."""
    values = Values(data, LABELS)
    head = Head("行政应诉案件拟办意见呈批件", layout="form", page_numbers=False)
    form = Form(WIDTHS, (*_case(values), _opinion(values), *_duties(values), *_approvals(values)), small=True)
    return Paper(head, (form, Note(_remark(values))))


def _pair(values: Values, first: str, second: str, height: float = 10) -> FormRow:
    cells = (
        Cell(values.labels[first], label=True),
        Cell(_value(values, first)),
        Cell(values.labels[second], label=True),
        Cell(_value(values, second)),
    )
    return FormRow(cells, height)


def _value(values: Values, key: str) -> str:
    if key.endswith("_on"):
        return values.written(key)
    return values.text(key)


def _wide(label: str, text: str, height: float = 10, foot: str = "") -> FormRow:
    return FormRow((Cell(label, label=True), Cell(text, span=3, align="justify", foot=foot)), height)


def _case(values: Values) -> tuple[FormRow, ...]:
    return (
        _pair(values, "number", "received_on"),
        _pair(values, "court", "case_number"),
        _pair(values, "plaintiff", "defendant"),
        _wide("案由", values.text("cause")),
        _wide("收到文书", "、".join(values.texts("papers"))),
    )


def _opinion(values: Values) -> FormRow:
    """The proposal in sentences: what came, which unit and why, what is asked of the head."""
    foot = f"拟办人：{values.text('drafter')}　　{values.written('drafted_on')}"
    parts = [_arrival(values), _proposal(values), _following(values)]
    text = "\n".join(f"　　{part}" for part in parts if part)
    return _wide("拟办意见", text, 60, foot)


def _arrival(values: Values) -> str:
    papers = "、".join(values.texts("papers"))
    third = f"，第三人{values.text('third_party')}" if values.has("third_party") else ""
    claims = f"，请求{values.text('claims').rstrip('。；')}" if values.has("claims") else ""
    return (
        f"{values.written('received_on')}，{values.text('office')}收到{values.text('court')}送达的{papers}。"
        f"{values.text('plaintiff')}不服{values.text('challenged_act')}，"
        f"以{values.text('defendant')}为被告提起行政诉讼{third}{claims}。"
    )


def _proposal(values: Values) -> str:
    unit = values.text("proposed_unit")
    with_units = f"，{values.text('co_units')}协助" if values.has("co_units") else ""
    return (
        f"经研究，{values.text('reason').rstrip('。')}。根据《德州市行政应诉管理办法》{values.text('article')}"
        f"“{values.text('article_quote').rstrip('。；')}”的规定，建议确定{unit}为本案应诉承办单位{with_units}，"
        f"负责应诉准备、答辩举证和出庭等工作。"
    )


def _following(values: Values) -> str:
    extra = f"{values.text('suggestion').rstrip('。')}。" if values.has("suggestion") else ""
    return f"{extra}妥否，请批示。批准后即转{values.text('proposed_unit')}办理。"


def _duties(values: Values) -> tuple[FormRow, ...]:
    """Due dates as the law engine gave them; this paper counts nothing itself."""
    lines = []
    for at, duty in enumerate(values.rows("duties", DUTY), 1):
        actor = "" if duty.maybe("actor") == values.maybe("proposed_unit") else f"{duty.text('actor')}，"
        due = written(duty.day("due"))
        lines.append(f"{at}．{duty.text('title')}：{actor}{due}（{duty.text('article')}）")
    return (_wide("办理期限\n（含当日）", "\n".join(lines), 14),)


def _approvals(values: Values) -> tuple[FormRow, ...]:
    return (
        _box(values, "办公室\n审核意见", "office_head_opinion", "office_head", "office_head_on", 18),
        _box(values, "负责人\n批办意见", "approval", "approver", "approved_on", 27),
        _box(values, "转办\n签收", "pass_on", "unit_receiver", "unit_received_on", 16),
    )


def _box(values: Values, label: str, opinion: str, person: str, day: str, height: float) -> FormRow:
    if not values.has(person):
        return _wide(label, values.maybe(opinion), height, SIGNED)
    foot = f"{values.text(person)}　　{values.written(day)}"
    return _wide(label, values.maybe(opinion), height, foot)


def _remark(values: Values) -> str:
    due = (
        f"拟办意见应于{values.written('opinion_due')}前（含当日）提出。" if values.has("opinion_due") else ""
    )
    return f"注：{due}不得填写涉密内容。"
