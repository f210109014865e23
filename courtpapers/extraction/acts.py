"""The act that is challenged: number and day of its document; and the cause."""

from __future__ import annotations

import re

from courtpapers.case_number import parse_case_number
from courtpapers.causes import find_cause
from courtpapers.dates import find_dates
from courtpapers.draft import FIRM, HEURISTIC, LIKELY, WEAK, Draft
from courtpapers.phrases import DOCUMENT_NUMBER

_BEFORE_WORD = re.compile(
    r"^.*(?:作出的?|依据|根据|收到|编号为?|文号为?|撤销|确认|变更|执行|不服|其|了|和|及|与|以|的|第|发|经|对|向|政府|委员会(?=.{2,})|(?:局|厅|大队|支队)(?=[\u4e00-\u9fff]{1,3}(?:（|公|政|市|交|环|自|规|综|税|卫|人社|住建|农|水|应急|消|教|民)))"
)


def read_acts(draft: Draft, start: int, end: int, confidence: float = FIRM) -> None:
    """Document numbers in ``text[start:end]`` with the day “作出” before each."""
    seen = 0
    for match in DOCUMENT_NUMBER.finditer(draft.text, start, end):
        if (
            parse_case_number(match.group()) is not None
            or match["word"].startswith(("法释", "法发", "法〔"))
            or match["word"] in ("法释", "法发", "法")
        ):
            continue
        first = _word_start(match)
        value = draft.text[first : match.end()].replace("\n", "")
        draft.add("act_no", value, first, match.end(), "行政行为的文号", confidence)
        days = [
            found
            for found in find_dates(draft.text, max(start, first - 60), first)
            if re.fullmatch(r"[^。；\n]{0,30}", draft.text[found.end : first])
        ]
        if days:
            draft.add(
                "act_date",
                days[-1].day.isoformat(),
                days[-1].start,
                days[-1].end,
                "文号前写明的作出日期",
                confidence,
            )
        seen += 1
        if seen == 6:
            break
    _read_serials(draft, start, end, confidence)
    for name in ("act_no", "act_date"):
        draft.fields.get(name, []).sort(key=lambda found: (found.page, found.span))


def _read_serials(draft: Draft, start: int, end: int, confidence: float) -> None:
    """Decisions known by a long number alone (“编号为3714…的处罚决定”)."""
    for match in re.finditer(r"编号(?:为|是)?[：“]?(?P<number>\d{8,20})", draft.text[start:end]):
        draft.add(
            "act_no",
            match["number"],
            start + match.start("number"),
            start + match.end("number"),
            "行政行为的编号",
            confidence,
        )
        days = [
            found
            for found in find_dates(draft.text, start, start + match.start())
            if start + match.start() - found.end < 30
        ]
        if days:
            draft.add(
                "act_date",
                days[-1].day.isoformat(),
                days[-1].start,
                days[-1].end,
                "编号前写明的作出日期",
                confidence,
            )


def _word_start(match: re.Match[str]) -> int:
    """Where the issuing word of a document number really begins, after verbs and organs that ran into it."""
    cut = _BEFORE_WORD.match(match["word"])
    rest = match["word"][cut.end() :] if cut else match["word"]
    return match.end("word") - len(rest) if len(rest) >= 2 else match.start("word")


def read_act_day(draft: Draft, start: int, end: int) -> None:
    """The day of an act without a number: “于2025年1月8日作出…”, “2025年3月2日强制拆除…”."""
    if "act_date" in draft.fields:
        return
    for found in find_dates(draft.text, start, end):
        if re.match(r"[^。；\n]{0,20}?(?:作出|实施|对|强制|拆除|的|向|送达)", draft.text[found.end : end]):
            draft.add(
                "act_date", found.day.isoformat(), found.start, found.end, "诉讼请求中写明的日期", HEURISTIC
            )
            return


def add_cause(draft: Draft, words: str, start: int, end: int, how: str, confidence: float = LIKELY) -> bool:
    """Add cause and codes from the words that name it; words that no list knows are kept as they are, without code."""
    cause = find_cause(words)
    if cause is None:
        if 2 <= len(words) <= 30:
            draft.add_once("cause", words, start, end, f"{how}（不在案由名录中）", WEAK)
        return False
    if "cause" not in draft.fields:
        draft.add("cause", cause.name, start, end, f"{how}，对照案由名录", confidence)
        for code in cause.codes:
            draft.add("cause_code", code, start, end, "按案由名录编码", confidence)
    return True
