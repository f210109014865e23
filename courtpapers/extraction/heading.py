"""What every paper has: court, case number, instance, date; and the signatures below."""

from __future__ import annotations

import re

from courtpapers.case_number import find_case_numbers
from courtpapers.courts import by_code, find_court
from courtpapers.dates import find_dates
from courtpapers.draft import FIRM, HEURISTIC, LIKELY, SURE, Draft
from courtpapers.models import CaseNumber

_COURT_LINE = re.compile(r"(?P<court>[\u4e00-\u9fff]{2,30}?法院(?:[\u4e00-\u9fff]{2,14}分院)?)")
_ROLES = r"(?:代理|助理|主审)?审判员|审判长|人民陪审员|陪审员|书记员|法官助理|执行员|院长|庭长"
_SIGNATURE = re.compile(
    rf"(?P<role>{_ROLES})[：\t]*(?P<name>(?:(?!{_ROLES})[\u4e00-\u9fff·×某]){{2,6}}?)(?=\n|$|\t|{_ROLES}|[，。；、（]|担任|独任|联系|电话|二〇|二0|二零|\d)"
)
_NO_NAMES = ("签名", "签字", "盖章", "姓名", "组成", "担任", "独任", "依法")
_DATE_LINE_TAIL = re.compile(r"(?:（院印）|（[^（）\n]{1,8}）|院印|附[：]?|书记员.*)?")
_PHONE = re.compile(
    r"(?:联系电话|办公电话|电话(?:号码)?|联系方式|咨询电话)[：\t\n]*(?P<phone>(?:\d{3,4}-?)?\d{7,8}(?:-\d{1,5}|转\d{1,5})?|1[3-9]\d{9}|1[3-9]\d-\d{4}-\d{4})"
)


def read_heading(draft: Draft) -> None:
    """Case number, court and instance."""
    _read_number(draft)
    _read_court(draft)
    number = draft.number
    if number is None or draft.kind == "recommendation":
        return
    found = draft.fields["case_no"][0]
    place = draft.text.find(number.text)
    start = place if place >= 0 else draft.body
    draft.add_once(
        "instance",
        number.stage,
        start,
        start + (len(number.text) if place >= 0 else 0),
        f"由案号类型代字“{number.type_code}”得出",
        found.confidence,
    )


def _read_number(draft: Draft) -> None:
    """The paper's own number: in the heading or after “案号”; a complaint has none of its own."""
    if draft.kind in ("complaint", "other") and draft.kind == "complaint":
        return
    limit = _head_end(draft)
    for number, start, end in find_case_numbers(draft.text):
        labelled = (
            draft.text[max(start - 5, 0) : start].rstrip("：\t").endswith(("案号", "案件编号", "案件号"))
        )
        alone = draft.text[:start].endswith("\n") and draft.text[end : end + 1] in ("\n", "", "\t")
        after_title = draft.body <= start <= draft.body + 4
        if labelled or (start < limit and (alone or after_title or start == 0)):
            draft.number = number
            draft.add("case_no", number.text, start, end, "“案号”之后" if labelled else "标题下的案号")
            return
    if draft.kind in ("notice-to-respond", "notice-of-evidence", "summons", "head-notice"):
        _number_in_body(draft)


def _number_in_body(draft: Draft) -> None:
    for number, start, end in find_case_numbers(draft.text):
        if number.is_administrative:
            draft.number = number
            draft.add("case_no", number.text, start, end, "正文中的案号", HEURISTIC)
            return


def _head_end(draft: Draft) -> int:
    """The heading ends some lines after the title."""
    lines = [end for start, end in draft.flat.lines() if start >= draft.body]
    return lines[min(4, len(lines) - 1)] if lines else draft.body


def _read_court(draft: Draft) -> None:
    if draft.kind in ("complaint", "appeal-petition", "retrial-petition"):
        return
    lines = [(start, end) for start, end in draft.flat.lines() if start < draft.body + 1][:6]
    for start, end in lines:
        match = _COURT_LINE.match(draft.text, start, end)
        if match and not match["court"].startswith(("本院", "人民法院")):
            _add_court(draft, match["court"], match.start(), match.end(), "标题上方的法院名称")
            return
    _court_elsewhere(draft)


def _court_elsewhere(draft: Draft) -> None:
    """A line of its own that is a court's name (the seal line), or else the court of the number's code."""
    for start, end in draft.flat.lines():
        match = _COURT_LINE.fullmatch(draft.text, start, end)
        if match and find_court(match["court"]):
            _add_court(draft, match["court"], start, end, "单独成行的法院名称", LIKELY)
            return
    court = by_code(draft.number.court_code) if draft.number else None
    place = draft.text.find(draft.number.text) if draft.number else -1
    if court and draft.number and place >= 0:
        draft.add(
            "court", court.name, place, place + len(draft.number.text), "由案号中的法院代字得出", HEURISTIC
        )


def _add_court(draft: Draft, name: str, start: int, end: int, how: str, confidence: float = SURE) -> None:
    shorter = name.removeprefix("中华人民共和国")
    name, start = shorter, end - len(shorter)
    court = find_court(name)
    draft.add(
        "court",
        name,
        start,
        end,
        how if court else f"{how}（不在法院名录中）",
        confidence if court else HEURISTIC,
    )
    number: CaseNumber | None = draft.number
    if (
        court
        and number
        and not number.old_form
        and number.court_code not in (court.code, *court.other_codes)
        and by_code(number.court_code)
    ):
        named = by_code(number.court_code)
        draft.notes.append(
            f"标题写明“{name}”，案号代字“{number.court_code}”却是{named.name if named else '另一家法院'}。请对照原件核对案号和法院名称。"
        )


def read_date(draft: Draft) -> None:
    """The day of the paper: the last line that is only a day; else the last day at the end of a line."""
    text = draft.text
    alone = []
    for found in find_dates(text):
        line_start = text.rfind("\n", 0, found.start) + 1
        line_end = text.find("\n", found.end) if "\n" in text[found.end :] else len(text)
        before, after = text[line_start : found.start], text[found.end : line_end]
        if _DATE_LINE_TAIL.fullmatch(after) and (
            not before or re.fullmatch(r"(?:落款)?(?:日期|时间|年月日)?[：\t]*|（院印）", before)
        ):
            alone.append((found, SURE))
        elif _DATE_LINE_TAIL.fullmatch(after) and re.search(
            rf"(?:{_ROLES}|起诉人|上诉人|申请人|具状人|法院)[：\u4e00-\u9fff（）]{{0,16}}$", before
        ):
            alone.append((found, LIKELY))
    if alone:
        found, confidence = alone[-1]
        draft.add("doc_date", found.day.isoformat(), found.start, found.end, "文末单独成行的日期", confidence)


def read_signatures(draft: Draft, *, inline: bool = False) -> None:
    """Judge (the presiding one, or the only one), panel and clerk; *inline* also reads them inside sentences."""
    panel: list[tuple[str, str, int, int]] = []
    for match in _SIGNATURE.finditer(draft.text, draft.body):
        at_line = draft.text[match.start() - 1] in "\n\t" or bool(
            re.match(rf"(?:{_ROLES})", draft.text[draft.text.rfind("\n", 0, match.start()) + 1 :])
        )
        if match["name"].startswith(_NO_NAMES) or not (at_line or inline):
            continue
        if match["role"] == "书记员":
            draft.add_once(
                "clerk",
                match["name"],
                match.start("name"),
                match.end("name"),
                "“书记员”之后",
                SURE if at_line else FIRM,
            )
        elif match["role"] not in ("法官助理", "执行员", "院长", "庭长"):
            panel.append((match["role"], match["name"], match.start("name"), match.end("name")))
    for role, name, start, end in panel:
        draft.add("panel", name, start, end, f"“{role}”之后")
    chosen = next((item for item in panel if item[0] == "审判长"), panel[0] if panel else None)
    if chosen:
        draft.add_once("judge", chosen[1], chosen[2], chosen[3], f"“{chosen[0]}”之后")


def read_phone(draft: Draft) -> None:
    """Whom to call at the court, and the telephone number."""
    contact = re.search(
        r"联系人[：\t]*(?!审判|书记|法官)(?P<name>[\u4e00-\u9fff·×某]{2,4}?)(?=联系|电话|[，。；、\n\t（]|$)",
        draft.text[draft.body :],
    )
    if contact:
        draft.add(
            "contact",
            contact["name"],
            draft.body + contact.start("name"),
            draft.body + contact.end("name"),
            "“联系人”之后",
        )
    draft.add_group("phone", _PHONE.search(draft.text, draft.body), "phone", "“联系电话”之后")
