"""Tables and forms in DOCX: fixed column widths, a header row repeated on each page, rows of a least height."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

from docx.document import Document
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT, WD_ROW_HEIGHT_RULE, WD_TABLE_ALIGNMENT
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from .content import Cell, Column, Form, Imprint, OfficialPaperError, Table
from .docx_styles import SIDES, child
from .placing import imprint_lines, width

Write = Callable[..., None]
POINT = 25.4 / 72


def add_table(document: Document, block: Table, write: Write) -> None:
    """A ruled table; the header row repeats."""
    table = _grid(document, [column.width for column in block.columns])
    header = table.add_row()
    child(header._tr.get_or_add_trPr(), "tblHeader", val="true")
    for cell, column in zip(header.cells, block.columns, strict=True):
        _fill(cell, column.title, "表头", "center", write)
    for row in block.rows:
        _row(table, row, block.columns, write)


def _row(table: Any, row: tuple[str, ...], columns: tuple[Column, ...], write: Write) -> None:
    if len(row) != len(columns):
        raise OfficialPaperError("表格有的行与表头列数不一致，无法排版。请核对各行内容后重试。")
    added = table.add_row()
    child(added._tr.get_or_add_trPr(), "cantSplit", val="true")
    for cell, text, column in zip(added.cells, row, columns, strict=True):
        _fill(cell, text, "表格文字", column.align, write)


def add_form(document: Document, block: Form, write: Write) -> None:
    """A form of labels and values; the foot of a cell stands at its lower right."""
    table = _grid(document, list(block.widths))
    for row in block.rows:
        added = table.add_row()
        added.height, added.height_rule = Mm(row.height), WD_ROW_HEIGHT_RULE.AT_LEAST
        cells, at = added.cells, 0
        for cell in row.cells:
            merged = cells[at].merge(cells[at + cell.span - 1])
            room = sum(_widths(document, list(block.widths))[at : at + cell.span])
            _form_cell(merged, cell, row.height, (room, 12 if block.small else 14), write)
            at += cell.span


def add_imprint(document: Document, block: Imprint, write: Write) -> None:
    """版记: ruled lines at the foot of the last page (a table floating at the lower margin)."""
    table = document.add_table(rows=0, cols=1)
    for left, right in imprint_lines(block):
        paragraph = table.add_row().cells[0].paragraphs[0]
        paragraph.style = document.styles["版记"]
        layout = paragraph.paragraph_format
        layout.left_indent = layout.right_indent = Pt(14)
        layout.space_before = layout.space_after = Pt(3)
        write(paragraph, left)
        if right:
            layout.tab_stops.add_tab_stop(Mm(156) - Pt(25), WD_TAB_ALIGNMENT.RIGHT)
            paragraph.add_run("\t")
            write(paragraph, right)
    properties = table._tbl.tblPr
    place = child(
        properties, "tblpPr", vertAnchor="margin", horzAnchor="margin", tblpYSpec="bottom", tblpXSpec="left"
    )
    properties.find(qn("w:tblW")).addprevious(place)
    borders = OxmlElement("w:tblBorders")
    properties.find(qn("w:tblLook")).addprevious(borders)
    for edge, size in (("top", 8), ("bottom", 8), ("insideH", 5)):
        child(borders, edge, val="single", sz=size, space=0, color="000000")


def _widths(document: Document, shares: list[float]) -> list[float]:
    section: Any = document.sections[0]
    area = (section.page_width - section.left_margin - section.right_margin) / Mm(1)
    return [area * share / sum(shares) for share in shares]


def _grid(document: Document, shares: list[float]) -> Any:
    widths = _widths(document, shares)
    table = document.add_table(rows=0, cols=len(widths), style="Table Grid")
    table.alignment, table.autofit = WD_TABLE_ALIGNMENT.CENTER, False
    for column, share in zip(table.columns, widths, strict=True):
        column.width = Mm(share)
    return table


def _fill(cell: Any, text: str, style: str, side: str, write: Write) -> None:
    cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
    for at, line in enumerate(text.split("\n")):
        paragraph = cell.add_paragraph() if at else cell.paragraphs[0]
        paragraph.style = cell.part.document.styles[style]
        paragraph.alignment = SIDES[side]
        write(paragraph, line)


def _form_cell(target: Any, cell: Cell, height: float, room: tuple[float, int], write: Write) -> None:
    smaller = "（小）" if room[1] == 12 else ""
    style = f"{'表单标签' if cell.label else '表单文字'}{smaller}"
    _fill(target, cell.text, style, "center" if cell.label else cell.align, write)
    if cell.foot:
        target.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.TOP
        foot = target.add_paragraph(style=target.part.document.styles[style])
        foot.alignment = SIDES["right"]
        used = _lines(cell.text, room) + _lines(cell.foot, room)
        foot.paragraph_format.space_before = Mm(max(2.0, height - used * room[1] * 1.5 * POINT - 3))
        write(foot, cell.foot)


def _lines(text: str, room: tuple[float, int]) -> int:
    """Lines the text needs in a cell of a width in millimetres at a size in points."""
    across = max(1.0, (room[0] - 4) / (room[1] * POINT))
    return sum(max(1, math.ceil(width(line) / across)) for line in text.split("\n"))
