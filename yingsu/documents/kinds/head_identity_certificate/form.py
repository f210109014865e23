"""负责人身份证明书: who the head is and on what ground he or she counts as a head of the organ sued (第十七条)."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from officialpapers import Head, OfficialPaperError, Paper, Paragraph, Signature
from officialpapers.content import Attachments

from ..values import Values, labels_of

LABELS = labels_of(Path(__file__).parent)
RANKS = {
    "chief": "正职负责人",
    "deputy": "副职负责人",
    "in-charge-deputy": "参与分管被诉行政行为实施工作的副职级别的负责人",
    "in-charge": "参与分管被诉行政行为实施工作的负责人",
}


def build(data: Mapping[str, Any]) -> Paper:
    """The certificate handed to the court before the hearing, under the organ's seal."""
    values = Values(data, LABELS)
    blocks = (
        Paragraph(f"{_person(values)}，系我机关{_rank(values)}。"),
        Paragraph(_appearance(values)),
        Paragraph("特此证明。"),
        Signature(values.text("organ"), values.day("date"), note="（盖章）"),
        Attachments(_attachments(values), word="附"),
    )
    head = Head(
        "行政机关负责人身份证明书", layout="court", addressee=values.text("court"), page_numbers=False
    )
    return Paper(head, blocks)


def _person(values: Values) -> str:
    born = f"，{values.written('born_on')}出生" if values.has("born_on") else ""
    portfolio = f"，分管{values.text('portfolio')}" if values.has("portfolio") else ""
    return f"{values.text('name')}，{values.text('gender')}{born}，现任{values.text('post')}{portfolio}"


def _rank(values: Values) -> str:
    if not values.has("rank"):
        return values.text("rank")
    rank = values.text("rank")
    if rank not in RANKS and rank not in RANKS.values():
        raise OfficialPaperError(
            f"“{rank}”不是行政机关负责人的类别。被诉行政机关委托的组织或者下级行政机关的负责人，不能作为被诉行政机关"
            "负责人出庭（《德州市行政应诉管理办法》第十七条第二款）。请改派本机关负责人后再出具身份证明。"
        )
    return RANKS.get(rank, rank)


def _appearance(values: Values) -> str:
    when = values.written("hearing_on") + values.maybe("hearing_time")
    where = f"在{values.text('hearing_place')}" if values.has("hearing_place") else ""
    return (
        f"依照《中华人民共和国行政诉讼法》第三条第三款、《最高人民法院关于行政机关负责人出庭应诉若干问题的规定》"
        f"第六条第一款和《德州市行政应诉管理办法》第十七条第三款的规定，由其作为我机关负责人，出庭参加你院"
        f"{values.text('case_number')}{values.text('plaintiff')}诉{values.text('organ')}{values.text('cause')}一案"
        f"于{when}{where}进行的庭审活动。"
    )


def _attachments(values: Values) -> tuple[str, ...]:
    phone = (f"联系电话：{values.text('telephone')}",) if values.has("telephone") else ()
    return ("出庭负责人居民身份证复印件一份", *phone)
