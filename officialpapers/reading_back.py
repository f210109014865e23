"""Reading back what we wrote, PDF or DOCX: for tests and for a last look before a paper leaves the house."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass
from typing import Any

import docx
import pypdfium2
from docx.table import Table
from docx.text.paragraph import Paragraph

from .content import OfficialPaperError

PAGE_NUMBER = re.compile(r"^\s*—\s*\d+\s*—\s*$", re.MULTILINE)


@dataclass(frozen=True)
class ReadBack:
    """What stands in a paper. ``page_texts`` and ``pages`` are of the PDF; a DOCX has no pages of its own (0)."""

    text: str
    title: str
    pages: int
    page_texts: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        """The text without white space and page numbers, to compare outputs."""
        return "".join(PAGE_NUMBER.sub("", self.text).split())


def read_back(data: bytes) -> ReadBack:
    """Text, title and number of pages of a PDF or DOCX. Raises OfficialPaperError for anything else."""
    if data[:5] == b"%PDF-":
        return _pdf(data)
    if data[:4] == b"PK\x03\x04":
        return _docx(data)
    raise OfficialPaperError("只能读取 PDF 和 DOCX 文件。请核对文件后再试。")


def _pdf(data: bytes) -> ReadBack:
    document = pypdfium2.PdfDocument(data)
    try:
        texts = []
        for page in document:
            # PDFium marks a line broken inside a word with U+FFFE
            texts.append(page.get_textpage().get_text_range().replace("\r\n", "\n").replace("\ufffe", ""))
        title = document.get_metadata_value("Title")
    finally:
        document.close()
    return ReadBack("\n".join(texts), title, len(texts), tuple(texts))


def _docx(data: bytes) -> ReadBack:
    document = docx.Document(io.BytesIO(data))
    lines: list[str] = []
    for block in document.iter_inner_content():
        lines.extend(_lines(block))
    return ReadBack("\n".join(lines), document.core_properties.title, 0)


def _lines(block: Paragraph | Table) -> list[str]:
    if isinstance(block, Paragraph):
        return [block.text]
    lines: list[str] = []
    for row in block.rows:
        seen: list[Any] = []
        for cell in row.cells:
            if cell._tc not in seen:
                seen.append(cell._tc)
                lines.append(cell.text)
    return lines
