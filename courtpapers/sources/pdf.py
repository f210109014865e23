"""PDF with a text layer: the words with a box for each character. Pages without words stay pictures."""

from __future__ import annotations

import ctypes
from collections.abc import Sequence
from itertools import pairwise
from statistics import median
from typing import Any

from courtpapers.errors import CourtPaperError
from courtpapers.flat import SourcePage
from courtpapers.models import Box, Page
from courtpapers.sources import Source
from courtpapers.sources.limits import Limits

_GRID = 100_000
_SKIPPED = {0, 0x0D, 0xFFFE, 0xFFFF}


def source(data: bytes, limits: Limits) -> Source:
    """The pages of a PDF, with notes for pages that hold no words. Raises CourtPaperError."""
    document = open_document(data)
    try:
        limits.check_pages(len(document))
        pages = []
        characters = 0
        for index in range(len(document)):
            pages.append(_read_page(document, index))
            characters += len(pages[-1].page.text)
            limits.check_characters(characters)
    finally:
        document.close()
    return Source("pdf", pages, _notes(pages))


def open_document(data: bytes) -> Any:
    """The pypdfium2 document, or a CourtPaperError that says why it cannot be opened."""
    try:
        import pypdfium2
    except ImportError as error:
        message = "没有安装 pypdfium2，不能读取 PDF。请安装后重试，或将文书另存为 TXT。"
        raise CourtPaperError(message, reason="missing-library") from error
    try:
        document = pypdfium2.PdfDocument(data)
        if len(document) == 0:
            raise CourtPaperError("PDF 里没有任何一页。请重新导出或扫描后上传。", reason="corrupt")
        return document
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise CourtPaperError(
                "这份 PDF 设有打开密码，无法读取。请取消密码后重新上传。", reason="password"
            ) from error
        raise broken() from error


def broken() -> CourtPaperError:
    """The refusal of a damaged PDF."""
    return CourtPaperError("PDF 文件已损坏或不完整，无法打开。请重新下载或扫描后上传。", reason="corrupt")


def _notes(pages: Sequence[SourcePage]) -> list[str]:
    empty = [str(item.page.number) for item in pages if not item.page.text]
    if not empty:
        return []
    which = "这份 PDF" if len(empty) == len(pages) else f"第 {'、'.join(empty[:20])} 页"
    return [f"{which}没有可用的文字层（多为扫描件），没有识别文字。请对照页面图像逐项填写。"]


def _read_page(document: Any, index: int) -> SourcePage:
    import pypdfium2

    try:
        page = document[index]
        textpage = page.get_textpage()
    except pypdfium2.PdfiumError as error:
        raise broken() from error
    try:
        width, height = page.get_size()
        text, boxes = _characters(page, textpage)
    finally:
        textpage.close()
        page.close()
    if not _usable(text):
        return SourcePage(Page(index + 1, "", width, height, has_image=True), [])
    return SourcePage(Page(index + 1, text, width, height, has_image=True), boxes, _soft_ends(text, boxes))


def _characters(page: Any, textpage: Any) -> tuple[str, list[Box | None]]:
    """Text and boxes (fractions of the page as shown) of equal length."""
    import pypdfium2.raw as pdfium

    turn = _to_fractions(page)
    letters: list[str] = []
    boxes: list[Box | None] = []
    high = 0
    for index in range(pdfium.FPDFText_CountChars(textpage.raw)):
        code = pdfium.FPDFText_GetUnicode(textpage.raw, index)
        if 0xD800 <= code < 0xDC00:
            high = code
            continue
        if 0xDC00 <= code < 0xE000:
            code = 0x10000 + ((high - 0xD800) << 10) + (code - 0xDC00) if high else 0xFFFD
        if code in _SKIPPED or code > 0x10FFFF:
            continue
        letters.append(chr(code))
        boxes.append(None if chr(code).isspace() else turn(textpage.get_charbox(index, loose=True)))
    while letters and letters[-1].isspace():
        letters.pop()
        boxes.pop()
    return "".join(letters), boxes


def _to_fractions(page: Any) -> Any:
    """A function from a rectangle in page coordinates to fractions from the upper left, turned as the page is shown."""
    import pypdfium2.raw as pdfium

    def device(x: float, y: float) -> tuple[float, float]:
        column, row = ctypes.c_int(), ctypes.c_int()
        pdfium.FPDF_PageToDevice(
            page.raw, 0, 0, _GRID, _GRID, 0, x, y, ctypes.byref(column), ctypes.byref(row)
        )
        return column.value / _GRID, row.value / _GRID

    zero, along, up = device(0, 0), device(1000, 0), device(0, 1000)
    matrix = (
        [(along[axis] - zero[axis]) / 1000 for axis in (0, 1)],
        [(up[axis] - zero[axis]) / 1000 for axis in (0, 1)],
    )

    def turn(rectangle: tuple[float, float, float, float]) -> Box:
        left, bottom, right, top = rectangle
        corners = [
            [zero[axis] + matrix[0][axis] * x + matrix[1][axis] * y for axis in (0, 1)]
            for x, y in ((left, bottom), (right, top))
        ]
        xs, ys = sorted((corners[0][0], corners[1][0])), sorted((corners[0][1], corners[1][1]))
        return (_clip(xs[0]), _clip(ys[0]), _clip(xs[1]), _clip(ys[1]))

    return turn


def _clip(value: float) -> float:
    return min(max(value, 0.0), 1.0)


def _usable(text: str) -> bool:
    """Whether a text layer is words: some length, and not mostly signs without meaning (fonts without a map)."""
    solid = [char for char in text if not char.isspace()]
    bad = sum(1 for char in solid if char == "\ufffd" or "\ue000" <= char <= "\uf8ff" or ord(char) < 32)
    return len(solid) >= 4 and bad * 5 < len(solid)


def _soft_ends(text: str, boxes: Sequence[Box | None]) -> frozenset[int]:
    """Line ends that only wrap: the line reaches the right edge and the next one starts at the left edge."""
    lines = _lines(text, boxes)
    if not lines:
        return frozenset()
    wide = median(line[4] for line in lines)
    right, left = max(line[3] for line in lines), min(line[2] for line in lines)
    soft = {
        line[1]
        for line, following in pairwise(lines)
        if line[3] >= right - 1.7 * wide
        and following[2] <= left + 1.2 * wide
        and text[line[1] - 1] not in "。；：;:"
    }
    last = lines[-1]
    if last[3] >= right - 1.7 * wide and text[last[1] - 1] not in "。；：;:）)":
        soft.add(len(text))
    return frozenset(soft)


def _lines(text: str, boxes: Sequence[Box | None]) -> list[tuple[int, int, float, float, float]]:
    """Start, end, left, right and character width of every line that has words."""
    found = []
    start = 0
    for part in text.split("\n"):
        end = start + len(part)
        placed = [box for box in boxes[start:end] if box is not None]
        if placed:
            width = median(box[2] - box[0] for box in placed)
            found.append((start, end, placed[0][0], max(box[2] for box in placed), width))
        start = end + 1
    return found
