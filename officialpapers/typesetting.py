"""PDF by typst: the content goes over as JSON data, never as markup; the same content gives the same bytes."""

from __future__ import annotations

import json
from dataclasses import asdict
from functools import cache
from pathlib import Path
from typing import Any

import typst

from .content import (
    Address,
    Attachments,
    Block,
    Form,
    Heading,
    Imprint,
    Note,
    OfficialPaperError,
    PageBreak,
    Paper,
    Paragraph,
    Signature,
    Space,
    Table,
    Title,
    clean,
    plain_lines,
)
from .faces import chains, fonts
from .placing import blank_lines, imprint_lines, margins, signature_lines

TEMPLATES = Path(__file__).parent


def to_pdf(paper: Paper) -> bytes:
    """The paper as PDF. Raises OfficialPaperError when fonts are missing or the layout fails."""
    data = {
        "head": {**_cleaned(asdict(paper.head)), "margins": margins(paper.head)},
        "name": clean(paper.head.title.replace("\n", "")),
        "faces": chains(),
        "blocks": [part for block in paper.blocks for part in _parts(block)],
    }
    return compile_template("paper.typ", {"paper": json.dumps(data, ensure_ascii=False)})


def compile_template(name: str, inputs: dict[str, str]) -> bytes:
    """Compile one of our templates with string inputs. Raises OfficialPaperError with what to do next."""
    try:
        return typst.compile(
            _source(name), font_paths=fonts(), ignore_system_fonts=True, sys_inputs=inputs, timestamp=0
        )
    except typst.TypstError as error:
        raise OfficialPaperError(
            f"文书排版失败：{error.message}。请检查文书内容后重试；仍不成功的，请把文书内容交系统管理员查看。"
        ) from error


@cache
def _source(name: str) -> bytes:
    return (TEMPLATES / name).read_bytes()


def _cleaned(value: Any) -> Any:
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, dict):
        return {key: _cleaned(item) for key, item in value.items()}
    return [_cleaned(item) for item in value] if isinstance(value, list | tuple) else value


def _parts(block: Block) -> list[dict[str, Any]]:
    """What the template shows for a block; a paragraph with line breaks becomes several."""
    if isinstance(block, Paragraph):
        return _paragraphs(block)
    if isinstance(block, Address):
        plain = {"kind": "paragraph", "lead": "", "align": "left"}
        return [
            {**plain, "text": clean(block.words), "indent": True},
            {**plain, "text": clean(block.court), "indent": False},
        ]
    return [_cleaned(_part(block))]


def _paragraphs(block: Paragraph) -> list[dict[str, Any]]:
    same = {"kind": "paragraph", "indent": block.indent, "align": block.align}
    return [
        {**same, "text": line, "lead": clean(block.lead) if at == 0 else ""}
        for at, line in enumerate(plain_lines(block.text))
    ]


def _part(block: Block) -> dict[str, Any]:
    match block:
        case Table():
            return _table(block)
        case Signature():
            rows = [asdict(line) for line in signature_lines(block)]
            return {"kind": "signature", "blank": blank_lines(block), "lines": rows}
        case Imprint():
            return {"kind": "imprint", "lines": [{"left": a, "right": b} for a, b in imprint_lines(block)]}
        case PageBreak():
            return {"kind": "page-break"}
        case Heading() | Form() | Attachments() | Note() | Space() | Title():
            return {"kind": type(block).__name__.lower(), **asdict(block)}
    raise OfficialPaperError(f"不认识的版面块 {type(block).__name__}，无法排版。请联系系统管理员。")


def _table(block: Table) -> dict[str, Any]:
    if any(len(row) != len(block.columns) for row in block.rows):
        raise OfficialPaperError("表格有的行与表头列数不一致，无法排版。请核对各行内容后重试。")
    return {
        "kind": "table",
        "title": block.title,
        "titles": [column.title for column in block.columns],
        "widths": [column.width for column in block.columns],
        "aligns": [column.align for column in block.columns],
        "rows": [list(row) for row in block.rows],
    }
