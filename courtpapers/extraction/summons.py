"""Summons: labelled lines or a table (“应到时间”, “应到处所”)."""

from __future__ import annotations

import re

from courtpapers.dates import find_dates
from courtpapers.draft import FIRM, LIKELY, SURE, Draft
from courtpapers.extraction.acts import add_cause
from courtpapers.extraction.heading import read_phone, read_signatures

_LABELS = (
    "案号",
    "案由",
    "被传唤人(?:姓名或名称|姓名|名称|（单位）)?",
    "被传唤单位",
    "传唤单位",
    "工作单位(?:或|和|及)?(?:住址|住所|地址)?",
    "住所地?",
    "住址",
    "地址",
    "单位",
    "传唤事由",
    "事由",
    "应到时间",
    "到庭时间",
    "开庭时间",
    "应到处所",
    "应到地点",
    "应到场所",
    "到庭地点",
    "开庭地点",
    "注意事项",
    "备注",
    "联系人",
    "联系电话",
    "承办人",
)
_ANY = "|".join(_LABELS)


def read_summons(draft: Draft) -> None:
    """Fields of a summons."""
    for pattern, name in (
        ("被传唤人(?:姓名或名称|姓名|名称|（单位）)?|被传唤单位", "summoned"),
        ("应到处所|应到地点|应到场所|到庭地点|开庭地点", "hearing_place"),
    ):
        _add_labelled(draft, pattern, name)
    cause = _labelled(draft, "案由")
    if cause:
        add_cause(draft, cause.group("value"), cause.start("value"), cause.end("value"), "“案由”之后", SURE)
    _read_time(draft)
    read_signatures(draft, inline=True)
    read_phone(draft)


def _labelled(draft: Draft, pattern: str) -> re.Match[str] | None:
    """The value after a label, up to the next label, cell or line."""
    return re.search(
        rf"(?:(?<=[\n\t。；])|^)(?:{pattern})[：\t\n]*(?P<value>(?:(?!\t|\n|(?:{_ANY})[：\t])[^\n\t])+)",
        draft.text[: _notes_start(draft)],
    ) or re.search(
        rf"(?:{pattern})[：\t]+\n?(?P<value>(?:(?!(?:{_ANY})[：\t])[^\n\t])+)",
        draft.text[: _notes_start(draft)],
    )


def _notes_start(draft: Draft) -> int:
    """Labels inside the printed instructions are not the summons's own."""
    found = re.search(r"注意事项|注：", draft.text)
    tail = draft.text[found.end() :] if found else ""
    return len(draft.text) if not found or re.search(r"应到(?:时间|处所)[：\t]", tail) else found.start()


def _add_labelled(draft: Draft, pattern: str, name: str) -> None:
    match = _labelled(draft, pattern)
    if match:
        label = match.group()[: match.start("value") - match.start()].strip("：\t\n")
        draft.add_once(
            name, match["value"].strip("。；"), match.start("value"), match.end("value"), f"“{label}”之后"
        )


def _read_time(draft: Draft) -> None:
    match = _labelled(draft, "应到时间|到庭时间|开庭时间")
    text = draft.text
    if match:
        for found in find_dates(text, match.start("value"), min(match.end("value") + 40, len(text))):
            draft.add(
                "hearing", found.iso, found.start, found.end, "“应到时间”之后", SURE if found.time else FIRM
            )
            return
    for found in find_dates(text, draft.body):
        if found.time:
            draft.add_once("hearing", found.iso, found.start, found.end, "文中写明钟点的日期", LIKELY)
