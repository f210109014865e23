"""Notices of the court to the organ: to respond, to produce evidence, to have its head appear."""

from __future__ import annotations

import re

from courtpapers.dates import find_dates
from courtpapers.draft import FIRM, HEURISTIC, LIKELY, SURE, Draft
from courtpapers.extraction.acts import add_cause
from courtpapers.extraction.heading import read_phone, read_signatures
from courtpapers.numerals import NUMERAL, to_int
from courtpapers.parties import is_organ
from courtpapers.phrases import YOU, case_sentence, suing

_ADDRESSEE = re.compile(r"(?P<names>[\u4e00-\u9fff（）、·]{2,80})：")
_HEARING = re.compile(r"(?:开庭|应到|到庭|审理)")
_PLACE = re.compile(
    r"在(?:本院)?(?P<place>[^，。；\n在]{0,24}?(?:第?[一二三四五六七八九十\d]{0,3}(?:号)?(?:小|大|中)?(?:科技|数字|互联网|行政)?(?:审判)?法?庭|审判庭|法庭)(?:（[^（）]{1,20}）)?)"
)
_DEADLINE = re.compile(
    rf"(?:收到|接到|送达)[^。；\n]{{0,24}}?(?:之日|之次日|次日|后)?起?(?P<days>[{NUMERAL}]{{1,4}})(?P<unit>个工作日|日|天)(?:之)?内[^。；\n]{{0,60}}?(?:提交|提出|提供|答辩|举证|递交|证据)"
)
_DEADLINE_DAY = re.compile(
    r"(?:于|在)(?P<day>[^。；，\n]{8,14}?日)(?:之)?前[^。；\n]{0,40}?(?:提交|提出|提供|递交|答辩)"
)
_HEAD = re.compile(
    rf"(?:通知|要求|建议|请|应由|应当由)(?:被告)?(?:{YOU})?的?(?:行政机关)?(?P<who>(?:行政)?(?:主要负责人|正职负责人|法定代表人|分管负责人|负责人))(?:[^。；\n]{{0,16}}?)出庭"
)


def read_notice(draft: Draft) -> None:
    """Fields of a notice to respond or to produce evidence."""
    _read_addressee(draft)
    _read_case(draft)
    _read_accepted(draft)
    _read_deadline(draft)
    _read_hearing(draft)
    if "hearing" in draft.fields:
        _read_head(draft)
    read_signatures(draft, inline=True)
    read_phone(draft)


def read_head_notice(draft: Draft) -> None:
    """Fields of a notice that the organ's head shall appear."""
    _read_addressee(draft)
    _read_case(draft)
    _read_hearing(draft)
    _read_head(draft)
    if "head_required" not in draft.fields:
        title = re.search(r"(?:行政机关)?(?:主要)?负责人", draft.text[: draft.body])
        draft.add_group("head_required", title, 0, "文书标题", FIRM)
    read_signatures(draft, inline=True)
    read_phone(draft)


def read_other(draft: Draft) -> None:
    """Papers of other kinds: addressee, judges and telephone when written."""
    _read_addressee(draft)
    read_signatures(draft)
    read_phone(draft)


def _read_addressee(draft: Draft) -> None:
    """The line “清禾县公安局：”; for a notice to the organ the addressee is its defendant."""
    for start, end in draft.flat.lines():
        if start <= draft.body or end - start > 84:
            continue
        match = _ADDRESSEE.fullmatch(draft.text, start, end)
        if not match or re.search(r"如下|事项|注意|附", match["names"]):
            continue
        for part in re.finditer(r"[^、]+", match["names"]):
            first = match.start("names") + part.start()
            draft.add("addressee", part.group(), first, first + len(part.group()), "抬头（主送单位）")
            if is_organ(part.group()) and draft.kind in (
                "notice-to-respond",
                "notice-of-evidence",
                "head-notice",
            ):
                _add_addressed(draft, part.group(), first)
        return


def _add_addressed(draft: Draft, name: str, start: int) -> None:
    """A notice to join the suit may go to a third party; else the addressee is the defendant."""
    third = "第三人" in draft.text and draft.doc_type == "参加诉讼通知书"
    draft.add(
        "third_party" if third else "defendant",
        name,
        start,
        start + len(name),
        "通知书的抬头",
        HEURISTIC if third else SURE,
    )


def _read_case(draft: Draft) -> None:
    names = [found.value for found in draft.fields.get("addressee", [])]
    sentence = case_sentence(draft.text, draft.body, names)
    if sentence is None:
        return
    sides = suing(draft.text, sentence)
    if sides:
        (plaintiff, at), (defendant, where) = sides
        for part in re.finditer(r"[^、]+", plaintiff):
            draft.add("plaintiff", part.group(), at + part.start(), at + part.end(), "“……诉……一案”", FIRM)
        _add_defendants(draft, defendant, where)
    add_cause(draft, sentence.cause, sentence.cause_start, sentence.cause_end, "“……一案”前的案由", FIRM)


def _add_defendants(draft: Draft, words: str, start: int) -> None:
    for part in re.finditer(r"[^、及]+", words):
        name = part.group().removeprefix("被告")
        if re.fullmatch(YOU, name):
            continue
        draft.add(
            "defendant", name, start + part.end() - len(name), start + part.end(), "“……诉……一案”", LIKELY
        )


def _read_accepted(draft: Draft) -> None:
    for found in find_dates(draft.text, draft.body):
        if re.match(r"[^。；，\n]{0,10}?(?:立案|受理)", draft.text[found.end : found.end + 16]):
            draft.add_once("accepted", found.day.isoformat(), found.start, found.end, "“立案受理”前的日期")


def _read_deadline(draft: Draft) -> None:
    match = _DEADLINE.search(draft.text, draft.body)
    days = to_int(match["days"]) if match else None
    if match and days:
        draft.add(
            "deadline_days",
            str(days),
            match.start("days"),
            match.end("unit"),
            "“之日起……日内”提交答辩状或证据",
        )
        return
    day = _DEADLINE_DAY.search(draft.text, draft.body)
    found = next(find_dates(day["day"]), None) if day else None
    if day and found:
        draft.add(
            "deadline_on",
            found.day.isoformat(),
            day.start("day"),
            day.end("day"),
            "“……前”提交答辩状或证据",
            FIRM,
        )


def _read_hearing(draft: Draft) -> None:
    for found in find_dates(draft.text, draft.body):
        around = (
            draft.text[max(found.start - 20, 0) : found.start]
            + draft.text[found.end : found.end + 60].split("。")[0]
        )
        if not re.search(r"立案|受理|作出的", draft.text[found.end : found.end + 8]) and re.search(
            r"开庭|公开审理|到庭|定于|庭审", around
        ):
            draft.add(
                "hearing", found.iso, found.start, found.end, "开庭时间", SURE if found.time else LIKELY
            )
    if "hearing" in draft.fields:
        draft.add_group("hearing_place", _PLACE.search(draft.text, draft.body), "place", "“在……（公开）开庭”")


def _read_head(draft: Draft) -> None:
    match = _HEAD.search(draft.text, draft.body)
    if not match:
        return
    who = match["who"]
    value = f"行政机关{who.removeprefix('行政')}" if who.endswith("负责人") else who
    draft.add_once("head_required", value, match.start("who"), match.end("who"), "“通知……负责人出庭”")
