"""《行政应诉案件情况报告》: exactly the five contents of 第二十五条第二款, to the defendant organ and the bureau."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from officialpapers import Head, Heading, Paper, Paragraph, Signature
from officialpapers.content import Attachments, Block, Imprint

from ..values import Values, labels_of, sentence

LABELS = labels_of(Path(__file__).parent)


def build(data: Mapping[str, Any]) -> Paper:
    """The report, sent upwards under the unit's red head; the justice bureau has a copy, which is the filing."""
    values = Values(data, LABELS)
    blocks: tuple[Block, ...] = (
        Paragraph(_opening(values)),
        Heading("一、行政诉讼主体"),
        *_parties(values),
        Heading("二、简要案情"),
        Paragraph(sentence(values.text("brief"))),
        Heading("三、负责人出庭应诉情况"),
        Paragraph(sentence(values.text("appearance"))),
        Heading("四、裁判结果"),
        *_decision(values),
        Heading("五、上诉或申请再审的意见、建议及其他需要说明的事项"),
        *_opinion(values),
        Paragraph("特此报告。"),
        Attachments(_attachments(values)),
        Signature(values.text("unit"), values.day("date")),
        *_contact(values),
        Imprint((values.text("justice_bureau"),), f"{values.text('unit')}", values.day("date")),
    )
    return Paper(_head(values), blocks)


def _head(values: Values) -> Head:
    subtitle = f"（{values.text('plaintiff')}诉{values.text('defendant')}{values.text('cause')}案）"
    return Head(
        "行政应诉案件情况报告",
        issuer=f"{values.text('unit')}文件",
        number=values.text("number"),
        signer=values.text("signer"),
        subtitle=subtitle,
        addressee=values.text("organ"),
    )


def _opening(values: Values) -> str:
    return (
        f"{values.text('plaintiff')}诉{values.text('defendant')}{values.text('cause')}一案"
        f"（案号：{values.text('case_number')}），由我单位承办应诉工作。"
        f"{values.text('court')}已审理终结，我单位于{values.written('received_on')}收到{values.text('decision')}。"
        f"根据《德州市行政应诉管理办法》第二十五条的规定，现将案件有关情况报告如下："
    )


def _parties(values: Values) -> tuple[Block, ...]:
    lines = [
        f"原告：{values.text('plaintiff')}。",
        f"被告：{values.text('defendant')}。",
        f"被诉行政行为承办单位：{values.text('act_unit')}。",
    ]
    if values.has("third_party"):
        lines.insert(2, f"第三人：{values.text('third_party')}。")
    if values.has("agents"):
        lines.append(f"被告委托诉讼代理人：{'；'.join(values.texts('agents'))}。")
    return (Paragraph("\n".join(lines)),)


def _decision(values: Values) -> tuple[Block, ...]:
    text = f"{values.written('decided_on')}，{values.text('court')}作出{values.text('decision')}，"
    result = Paragraph(f"{text}裁判结果为：{sentence(values.text('result'))}")
    if not values.has("findings"):
        return (result,)
    return (Paragraph(f"{values.text('court')}认为，{sentence(values.text('findings'))}"), result)


def _opinion(values: Values) -> tuple[Block, ...]:
    periods = []
    if values.has("appeal_due"):
        periods.append(f"本案上诉期限至{values.written('appeal_due')}届满。")
    if values.has("retrial_due"):
        periods.append(f"本案申请再审期限至{values.written('retrial_due')}届满。")
    opinion = Paragraph(f"{''.join(periods)}{sentence(values.text('opinion'))}")
    return (opinion, Paragraph(sentence(values.text("other")))) if values.has("other") else (opinion,)


def _attachments(values: Values) -> tuple[str, ...]:
    return values.texts("attachments") if values.has("attachments") else (f"{values.text('decision')}复印件",)


def _contact(values: Values) -> tuple[Block, ...]:
    return (Paragraph(f"（联系人及电话：{values.text('contact')}）"),) if values.has("contact") else ()
