"""行政答辩状: parties, requests, facts and reasons on the five points the court examines (第二十二条), 此致, 附."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from officialpapers import Head, Heading, Paper, Paragraph, Signature
from officialpapers.content import Address, Attachments, Block

from ..values import Values, labels_of, numbered, sentence

LABELS = labels_of(Path(__file__).parent)
AGENT = {"name": "委托诉讼代理人姓名", "post": "委托诉讼代理人单位和职务"}
POINTS = (
    ("competence", "关于主体资格和权限"),
    ("facts", "关于认定的事实"),
    ("evidence", "关于证据"),
    ("procedure", "关于行政程序"),
    ("application", "关于法律适用"),
)
NUMBERS = ("一、", "二、", "三、", "四、", "五、")


def build(data: Mapping[str, Any]) -> Paper:
    """The answer as the court takes it; the seal goes on the signature."""
    values = Values(data, LABELS)
    blocks: tuple[Block, ...] = (
        *_parties(values),
        Paragraph(_opening(values)),
        Heading("答辩请求："),
        Paragraph(numbered(values.texts("requests"))),
        Heading("事实和理由："),
        *_reasons(values),
        Paragraph(_conclusion(values)),
        Address(values.text("court")),
        Signature(
            values.text("defendant"), values.day("date"), sealed=False, label="答辩人：", note="（盖章）"
        ),
        Attachments(_attachments(values), word="附"),
    )
    return Paper(Head("行政答辩状", layout="court"), blocks)


def _parties(values: Values) -> tuple[Block, ...]:
    agents = tuple(
        Paragraph(f"{agent.text('name')}，{agent.text('post')}。", lead="委托诉讼代理人：")
        for agent in values.maybe_rows("agents", AGENT)
    )
    person = f"{values.text('representative')}，{values.text('representative_post')}。"
    return (
        Paragraph(f"{values.text('defendant')}，住所地{values.text('address')}。", lead="答辩人："),
        Paragraph(person, lead="法定代表人："),
        *agents,
    )


def _opening(values: Values) -> str:
    received = f"答辩人于{values.written('received_on')}收到起诉状副本，" if values.has("received_on") else ""
    return (
        f"{values.text('plaintiff')}不服{values.text('challenged_act')}，诉答辩人{values.text('cause')}一案"
        f"（案号：{values.text('case_number')}），{received}现答辩如下："
    )


def _reasons(values: Values) -> tuple[Block, ...]:
    blocks: list[Block] = []
    for number, (key, title) in zip(NUMBERS, POINTS, strict=True):
        blocks += [Heading(f"{number}{title}", 2), Paragraph(values.text(key))]
    return tuple(blocks)


def _conclusion(values: Values) -> str:
    if values.has("conclusion"):
        return sentence(values.text("conclusion"))
    return (
        "综上，答辩人作出的被诉行政行为认定事实清楚，证据确凿，适用法律、法规正确，符合法定程序，"
        "原告的诉讼请求不能成立，请人民法院依法支持答辩人的答辩请求。"
    )


def _attachments(values: Values) -> tuple[str, ...]:
    copies = f"{values.text('copies')}份" if values.has("copies") else "一份"
    items = values.texts("attachments") if values.has("attachments") else ("证据目录及证据材料一套",)
    return (f"本答辩状副本{copies}", *items)
