"""证据目录: number, name, kind, source, original or copy, pages, what it proves, date of submission (第十六条)."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from officialpapers import Head, Heading, OfficialPaperError, Paper, Paragraph, Signature, Table
from officialpapers.content import Block, Column

from ..values import Values, labels_of

LABELS = labels_of(Path(__file__).parent)
ITEM = {
    "name": "证据名称",
    "kind": "证据种类",
    "source": "证据来源",
    "form": "原件或者复印件",
    "page_count": "页数",
    "purpose": "证明目的",
}
NORM = {"name": "规范性文件名称", "articles": "所依据的条款"}
# 行政诉讼法第三十三条
EVIDENCE_KINDS = (
    "书证",
    "物证",
    "视听资料",
    "电子数据",
    "证人证言",
    "当事人的陈述",
    "鉴定意见",
    "勘验笔录、现场笔录",
)
COLUMNS = (
    Column("序号", 12, "center"),
    Column("证据名称", 58),
    Column("证据种类", 26, "center"),
    Column("证据来源", 34),
    Column("原件/\n复印件", 20, "center"),
    Column("页码", 20, "center"),
    Column("证明目的", 62),
)


def build(data: Mapping[str, Any]) -> Paper:
    """The catalogue, across the sheet; page ranges run on from the number of pages of each item."""
    values = Values(data, LABELS)
    items = values.rows("items", ITEM)
    ranges, total = _pages(items)
    rows = tuple(_row(at, item, pages) for at, (item, pages) in enumerate(zip(items, ranges, strict=True), 1))
    blocks: tuple[Block, ...] = (
        Paragraph(_case(values), indent=False),
        Table(COLUMNS, rows),
        Paragraph(_total(len(items), total)),
        *_norms(values),
        Signature(
            values.text("submitter"),
            values.day("submitted_on"),
            sealed=False,
            label="提交人：",
            note="（盖章）",
        ),
    )
    return Paper(Head("证据目录", layout="form", orientation="landscape"), blocks)


def _case(values: Values) -> str:
    return (
        f"受诉法院：{values.text('court')}　　案号：{values.text('case_number')}\n"
        f"案由：{values.text('plaintiff')}诉{values.text('submitter')}{values.text('cause')}一案　　"
        f"提交日期：{values.written('submitted_on')}"
    )


def _row(number: int, item: Values, pages: str) -> tuple[str, ...]:
    kind = item.text("kind")
    if item.has("kind") and kind not in EVIDENCE_KINDS:
        raise OfficialPaperError(
            f"第{number}号证据的种类“{kind}”不属于行政诉讼法第三十三条规定的八类。"
            f"请从以下种类中选择：{'；'.join(EVIDENCE_KINDS)}。"
        )
    return (
        str(number),
        item.text("name"),
        kind,
        item.text("source"),
        item.text("form"),
        pages,
        item.text("purpose"),
    )


def _pages(items: list[Values]) -> tuple[list[str], int | None]:
    """Page ranges 1—3, 4, 5—9 …; from the first item without a number of pages on, marks."""
    ranges: list[str] = []
    first: int | None = 1
    for item in items:
        if first is None or not item.has("page_count"):
            ranges.append(
                item.text("page_count") if not item.has("page_count") else f"共{item.text('page_count')}页"
            )
            first = None
            continue
        last = first + int(item.data["page_count"]) - 1
        ranges.append(str(first) if last == first else f"{first}—{last}")
        first = last + 1
    return ranges, None if first is None else first - 1


def _total(count: int, pages: int | None) -> str:
    return f"以上证据共{count}份{f'，{pages}页' if pages is not None else ''}。"


def _norms(values: Values) -> tuple[Block, ...]:
    norms = values.maybe_rows("norms", NORM)
    if not norms:
        return ()
    lines = "\n".join(f"{at}．{norm.text('name')}{norm.text('articles')}" for at, norm in enumerate(norms, 1))
    return (Heading("附：作出行政行为所依据的规范性文件"), Paragraph(lines))
