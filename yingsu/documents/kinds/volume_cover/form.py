"""卷宗封面、卷内文件目录、备考表 (第二十八条): one case one number, each paper with its pages."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from officialpapers import Head, Paper
from officialpapers.content import Block, Cell, Form, FormRow, PageBreak, Title
from officialpapers.volume_pages import Entry, contents_table

from ..values import Values, compact, labels_of

LABELS = labels_of(Path(__file__).parent)
PART = {
    "title": "文件题名",
    "number": "文号",
    "responsible": "责任者",
    "date": "日期",
    "first_page": "起始页码",
    "last_page": "终止页码",
}
GRID = (30.0, 48.0, 30.0, 48.0)


def build(data: Mapping[str, Any]) -> Paper:
    """Cover, list of contents and closing form in one paper, for reading and printing."""
    front, closing = cover(data), closing_form(data)
    blocks: tuple[Block, ...] = (
        *front.blocks,
        PageBreak(),
        Title("卷内文件目录"),
        contents_table(_entries(Values(data, LABELS))),
        PageBreak(),
        Title("备考表"),
        *closing.blocks,
    )
    return Paper(front.head, blocks)


def cover(data: Mapping[str, Any]) -> Paper:
    """The cover alone, for binding."""
    values = Values(data, LABELS)
    head = Head("行政应诉案件卷宗", layout="cover", subtitle=values.text("organ"), page_numbers=False)
    archive = (_wide(values, "archive_number", values.text("archive_number")),)
    rows = (
        *(archive if values.has("archive_number") else ()),
        _wide(values, "number", values.text("number")),
        _wide(values, "case_number", values.text("case_number")),
        _wide(values, "cause", values.text("cause")),
        _wide(values, "plaintiff", values.text("plaintiff")),
        _wide(values, "defendant", values.text("defendant")),
        *((_wide(values, "third_party", values.text("third_party")),) if values.has("third_party") else ()),
        _pair(values, "court", values.text("court"), "instance", values.text("instance")),
        _pair(values, "opened_on", values.written("opened_on"), "closed_on", values.written("closed_on")),
        _wide(values, "result", values.text("result"), 22),
        _pair(values, "unit", values.text("unit"), "handlers", "、".join(values.texts("handlers"))),
        _pair(values, "compiled_on", values.written("compiled_on"), "retention", values.text("retention")),
        _wide(values, "parts", _extent(values), label="本卷数量"),
    )
    return Paper(head, (Form(GRID, rows),))


def closing_form(data: Mapping[str, Any]) -> Paper:
    """The closing form alone, for binding."""
    values = Values(data, LABELS)
    remarks = values.maybe("remarks") or "卷内文件齐全、完整，排列有序，页码连续，无缺页、错页。"
    text = f"　　{_extent(values)}。\n　　{remarks}"
    rows = (
        FormRow((Cell("本卷情况说明", label=True), Cell(text, align="justify", foot=" ")), 150),
        FormRow((Cell("立卷人", label=True), Cell(values.text("compiler"))), 13),
        FormRow((Cell("检查人", label=True), Cell(values.text("checker"))), 13),
        FormRow((Cell("立卷日期", label=True), Cell(values.written("compiled_on"))), 13),
    )
    return Paper(Head("备考表", layout="form", page_numbers=False), (Form((34, 122), rows),))


def _wide(values: Values, key: str, text: str, height: float = 13, label: str = "") -> FormRow:
    return FormRow((Cell(label or values.labels[key], label=True), Cell(text, span=3)), height)


def _pair(values: Values, first: str, one: str, second: str, two: str) -> FormRow:
    cells = (
        Cell(values.labels[first], label=True),
        Cell(one),
        Cell(values.labels[second], label=True),
        Cell(two),
    )
    return FormRow(cells, 13)


def _extent(values: Values) -> str:
    """How much the volume holds: 全案共1册，本册为第1册，共12件46页."""
    count = len(values.data.get("parts") or ())
    pages = max((int(part.get("last_page") or 0) for part in values.data.get("parts") or ()), default=0)
    volumes, volume = values.maybe("volumes") or "1", values.maybe("volume") or "1"
    extent = f"，共{count}件{f'{pages}页' if pages else ''}" if count else f"，{values.text('parts')}"
    return f"全案共{volumes}册，本册为第{volume}册{extent}"


def _entries(values: Values) -> tuple[Entry, ...]:
    return tuple(
        Entry(
            title=part.text("title"),
            number=part.maybe("number"),
            responsible=part.text("responsible"),
            date=compact(part.day("date")),
            first=part.text("first_page"),
            last=part.text("last_page"),
        )
        for part in values.rows("parts", PART)
    )
