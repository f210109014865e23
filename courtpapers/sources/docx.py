"""DOCX: paragraphs and tables of the body in their order, content controls and text boxes included.

The package is unpacked once with a counter before python-docx sees it, so that a small file cannot become a large one.
"""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from courtpapers.errors import CourtPaperError
from courtpapers.flat import SourcePage
from courtpapers.sources.limits import Limits
from courtpapers.sources.text import sheets

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_PAGE_BREAK = "\f"
_CHUNK = 1 << 16


def pages(data: bytes, limits: Limits) -> list[SourcePage]:
    """The pages of a DOCX; only breaks set by hand begin a new page. Raises CourtPaperError."""
    check_package(data, limits)
    body = _body(data)
    text = "\n".join(_blocks(body))
    limits.check_characters(len(text))
    return sheets(text.split(_PAGE_BREAK), limits)


def check_package(data: bytes, limits: Limits) -> None:
    """Unpack every entry with a counter; refuse bombs, passwords, document type definitions and damage."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            _check_entries(archive, limits)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, ValueError) as error:
        if isinstance(error, CourtPaperError):
            raise
        raise _broken() from error


def _check_entries(archive: zipfile.ZipFile, limits: Limits) -> None:
    entries = archive.infolist()
    if len(entries) > limits.max_entries:
        raise _bomb()
    unpacked = 0
    for entry in entries:
        if entry.flag_bits & 0x1:
            raise CourtPaperError(
                "这份 DOCX 设有密码，无法读取。请取消密码保护后重新上传。", reason="password"
            )
        with archive.open(entry) as stream:
            head = b""
            while chunk := stream.read(_CHUNK):
                head = head or chunk
                unpacked += len(chunk)
                if unpacked > limits.max_unpacked:
                    raise _bomb()
        if entry.filename.endswith((".xml", ".rels")) and b"<!DOCTYPE" in head:
            raise CourtPaperError(
                "这份 DOCX 含有不允许的文档类型定义（DTD），已拒绝读取。请用 Word 或 WPS 重新另存后上传。",
                reason="corrupt",
            )


def _bomb() -> CourtPaperError:
    return CourtPaperError(
        "这份 DOCX 解压后异常巨大，已停止读取。请核对文件来源；如确为法院文书，请另存为 PDF 后上传。",
        reason="too-large",
    )


def _broken() -> CourtPaperError:
    return CourtPaperError(
        "DOCX 文件已损坏，无法打开。请重新下载或向法院索取，或在 Word、WPS 中修复另存后再上传。",
        reason="corrupt",
    )


def _body(data: bytes) -> Any:
    try:
        import docx
    except ImportError as error:
        message = "没有安装 python-docx，不能读取 DOCX。请安装后重试，或将文书另存为 TXT。"
        raise CourtPaperError(message, reason="missing-library") from error
    try:
        return docx.Document(BytesIO(data)).element.body
    except Exception as error:  # python-docx and lxml raise many kinds for damaged parts
        raise _broken() from error


def _blocks(element: Any) -> Iterator[str]:
    """The text of each paragraph and each table row below *element*."""
    for child in element.iterchildren():
        if child.tag == f"{_W}p":
            yield from _paragraph(child)
        elif child.tag == f"{_W}tbl":
            yield from _rows(child)
        elif child.tag in (f"{_W}sdt", f"{_W}sdtContent", f"{_W}customXml", f"{_W}ins", f"{_W}smartTag"):
            yield from _blocks(child)


def _paragraph(paragraph: Any) -> Iterator[str]:
    """A paragraph's own words, then those of the text boxes anchored in it."""
    properties = paragraph.find(f"{_W}pPr")
    before = properties is not None and properties.find(f"{_W}pageBreakBefore") is not None
    yield (_PAGE_BREAK if before else "") + _words(paragraph)
    for box in paragraph.iter(f"{_W}txbxContent"):
        if not any(parent.tag == _FALLBACK for parent in box.iterancestors()):
            yield from _blocks(box)
    section = properties.find(f"{_W}sectPr") if properties is not None else None
    if section is not None:
        kind = section.find(f"{_W}type")
        if kind is None or kind.get(f"{_W}val") != "continuous":
            yield _PAGE_BREAK


def _words(element: Any) -> str:
    found: list[str] = []
    for child in element.iterchildren():
        if child.tag == f"{_W}t":
            found.append(child.text or "")
        elif child.tag in (f"{_W}tab", f"{_W}ptab"):
            found.append("　")
        elif child.tag in (f"{_W}br", f"{_W}cr"):
            found.append(_PAGE_BREAK if child.get(f"{_W}type") == "page" else "\n")
        elif child.tag not in (f"{_W}txbxContent", f"{_W}pPr", f"{_W}rPr", f"{_W}del", _FALLBACK):
            found.append(_words(child))
    return "".join(found)


def _rows(table: Any) -> Iterator[str]:
    for row in table.iter(f"{_W}tr"):
        if next(row.iterancestors(f"{_W}tbl")) is not table:
            continue
        cells = [_cell(cell) for cell in row.iter(f"{_W}tc") if next(cell.iterancestors(f"{_W}tr")) is row]
        yield "\t".join(cells)


def _cell(cell: Any) -> str:
    """The words of a cell; short broken labels (“应到” “时间”) are put together again."""
    lines = [line.strip() for block in _blocks(cell) for line in block.split("\n") if line.strip()]
    joint = "" if all(len(line) <= 4 for line in lines) else "\n"
    return joint.join(lines)
