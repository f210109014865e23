"""Judicial recommendations: to whom, from which case, and by when an answer is asked."""

from __future__ import annotations

import re

from courtpapers.case_number import find_case_numbers
from courtpapers.draft import FIRM, SURE, Draft
from courtpapers.extraction.heading import read_phone
from courtpapers.extraction.notice import read_other
from courtpapers.numerals import NUMERAL, to_int

_REPLY = re.compile(
    rf"(?:收到|接到|接收|送达)[^。；\n]{{0,20}}?(?:之日|之次日|次日|后)?起?(?P<days>[{NUMERAL}]{{1,4}})(?P<unit>个工作日|日|天|个月)(?:之)?内"
)


def read_recommendation(draft: Draft) -> None:
    """Fields of a judicial or procuratorial recommendation."""
    read_other(draft)
    for number, start, end in find_case_numbers(draft.text[draft.body :]):
        if draft.number is None or number.text != draft.number.text:
            draft.add("related_case", number.text, draft.body + start, draft.body + end, "正文提到的案号")
    match = _REPLY.search(draft.text, draft.body)
    amount = to_int(match["days"]) if match else None
    if match and amount and match["unit"] != "个月":
        draft.add(
            "deadline_days",
            str(amount),
            match.start("days"),
            match.end("unit"),
            "“收到之日起……日内”回复",
            SURE,
        )
    elif match and amount:
        draft.add(
            "deadline_months",
            str(amount),
            match.start("days"),
            match.end("unit"),
            "“收到之日起……个月内”回复",
            FIRM,
        )
    if re.search(r"规范性文件", draft.text[draft.body :]):
        place = draft.text.index("规范性文件", draft.body)
        draft.add("about", "规范性文件", place, place + 5, "正文提到规范性文件", FIRM)
    read_phone(draft)
