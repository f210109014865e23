"""Which kind of paper this is: by its title, and by telling words when the title is missing."""

from __future__ import annotations

import re
from dataclasses import dataclass

from courtpapers.flat import Flat

#: Title as it stands alone on a line (spaces already gone) → (doc_type, kind). The first that matches wins.
_TITLES: tuple[tuple[str, str, str], ...] = (
    (r"(?:行政)?(?:诉讼)?(?:案件)?应诉通知书", "应诉通知书", "notice-to-respond"),
    (r"(?:提出|提交)(?:行政)?答辩状通知书|参加诉讼及?应诉通知书", "应诉通知书", "notice-to-respond"),
    (r"参加诉讼通知书|追加(?:被告|第三人)(?:参加诉讼)?通知书", "参加诉讼通知书", "notice-to-respond"),
    (
        r"(?:行政)?(?:诉讼|案件|被告)?举证(?:责任)?通知书|提供证据通知书|举证须知",
        "举证通知书",
        "notice-of-evidence",
    ),
    (
        r"(?:行政)?(?:赔偿|公益诉讼)?起诉(?:状|书)(?:副本)?|行政赔偿起诉状|行政公益诉讼起诉书",
        "行政起诉状",
        "complaint",
    ),
    (r"(?:行政)?(?:赔偿)?上诉状(?:副本)?", "上诉状", "appeal-petition"),
    (r"(?:行政)?(?:赔偿)?(?:再审申请书|再审申请状|申诉状|申请再审书)", "再审申请书", "retrial-petition"),
    (r"(?:开庭)?传票|出庭传票", "传票", "summons"),
    (
        r"(?:关于)?(?:被诉)?(?:通知)?(?:行政机关)?(?:主要)?(?:负责人)?出庭(?:应诉)?(?:通知|建议|告知)书?",
        "出庭通知书",
        "head-notice",
    ),
    (r"(?:行政机关)?负责人出庭应诉(?:通知|告知)书", "出庭通知书", "head-notice"),
    (r"行政判决书", "行政判决书", "judgment"),
    (r"行政赔偿判决书", "行政赔偿判决书", "judgment"),
    (r"行政裁定书", "行政裁定书", "ruling"),
    (r"行政赔偿裁定书", "行政赔偿裁定书", "ruling"),
    (r"行政(?:赔偿)?调解书", "行政调解书", "mediation"),
    (r"(?:刑事|民事|刑事附带民事)判决书", "", "judgment"),
    (r"(?:刑事|民事|执行)裁定书", "", "ruling"),
    (r"民事调解书", "", "mediation"),
    (r"司法建议书?|司法建议函", "司法建议书", "recommendation"),
    (r"检察建议书", "检察建议书", "recommendation"),
    (r"(?:行政复议)?(?:提出)?(?:行政复议)?答复通知书", "行政复议答复通知书", "reconsideration-notice"),
    (r"行政复议(?:申请)?(?:受理|停止执行|第三人参加|补正)?通知书|行政复议(?:决定|申请)书", "", "other"),
    (r"(?:民事|刑事)(?:起诉状|上诉状|申诉状)", "", "other"),
    (
        r"[\u4e00-\u9fff]{0,20}(?:送达回证|送达地址确认书|告知书|决定书|答辩状|受理通知书|合议庭组成人员[\u4e00-\u9fff]{0,6}|执行通知书|公告|函|通知书|授权委托书)",
        "",
        "other",
    ),
)
_COURT = r"(?:[\u4e00-\u9fff]{2,40}?法院(?:[\u4e00-\u9fff]{2,8}分院|[\u4e00-\u9fff]{2,8}法庭)?)?"
_AFTER = r"(?:（[^（）\n]{1,16}）)?(?:副本)?(?:（\d{4}）[^\n]{4,30}号)?"
_COMPILED = tuple(
    (re.compile(rf"{_COURT}(?P<title>{title}){_AFTER}"), doc_type, kind) for title, doc_type, kind in _TITLES
)
_TELLING: tuple[tuple[str, str, str], ...] = (
    (r"判决如下：", "行政判决书", "judgment"),
    (r"裁定如下：", "行政裁定书", "ruling"),
    (r"达成如下协议", "行政调解书", "mediation"),
    (r"被传唤人[\s\S]{0,200}应到(?:时间|处所)", "传票", "summons"),
    (r"上诉请求[\s\S]{0,3000}此致", "上诉状", "appeal-petition"),
    (r"再审请求[\s\S]{0,3000}此致", "再审申请书", "retrial-petition"),
    (r"诉讼请求[\s\S]{0,6000}此致", "行政起诉状", "complaint"),
    (r"通知你(?:单位|局|府|机关|委|厅)(?:主要)?负责人(?:准时)?出庭", "出庭通知书", "head-notice"),
    (r"起诉状副本[\s\S]{0,400}(?:提交|提出)答辩状", "应诉通知书", "notice-to-respond"),
    (
        r"建议你(?:单位|局|府|机关|委|厅)[\s\S]{0,800}(?:书面)?(?:反馈|函复|回复)",
        "司法建议书",
        "recommendation",
    ),
)


@dataclass(frozen=True)
class Kind:
    """A kind of paper and the title it was known by (``text[start:end]`` of the flat text)."""

    doc_type: str
    kind: str
    start: int
    end: int
    confidence: float
    how: str


def classify(flat: Flat) -> Kind:
    """The kind of the paper; “其他” when neither title nor words tell."""
    for start, end in flat.lines()[:10]:
        found = title_kind(flat.text[start:end])
        if found:
            doc_type, kind, first, last = found
            return Kind(doc_type, kind, start + first, start + last, 0.99, "标题行")
    for pattern, doc_type, kind in _TELLING:
        match = re.search(pattern, flat.text)
        if match:
            return Kind(doc_type, kind, match.start(), match.start(), 0.6, "没有找到标题，按文中用语判断")
    return Kind("其他", "other", 0, 0, 0.3, "没有找到已知的文书标题")


def title_kind(line: str) -> tuple[str, str, int, int] | None:
    """doc_type, kind and the title's place when a whole line (without spaces) is a title; else None."""
    if len(line) > 70:
        return None
    squeezed = line.replace("\t", "")
    for pattern, doc_type, kind in _COMPILED:
        match = pattern.fullmatch(squeezed)
        if match:
            start, end = match.span("title") if squeezed == line else (0, len(line))
            return doc_type or match["title"], kind, start, end
    return None


def begins_paper(text: str) -> bool:
    """Whether a page opens with a title of a known kind: the second paper in one file."""
    lines = [re.sub(r"\s", "", line) for line in text.split("\n") if line.strip()][:4]
    found = [title for line in lines if (title := title_kind(_plain(line)))]
    return any(kind != "other" for _, kind, _, _ in found)


def _plain(line: str) -> str:
    return line.replace("(", "（").replace(")", "）")
