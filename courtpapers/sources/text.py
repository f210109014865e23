"""Plain text: UTF-8, GB18030 when it is not, UTF-16 with its mark. Standard library only."""

from __future__ import annotations

from courtpapers.errors import CourtPaperError
from courtpapers.flat import SourcePage, display_width, soft_ends
from courtpapers.models import Page
from courtpapers.sources.limits import Limits

_ALLOWED_CONTROLS = {"\t", "\n", "\r", "\x0b", "\x0c", "\x1a"}


def decode(data: bytes) -> str:
    """The text of the bytes. Raises CourtPaperError when no encoding in use fits."""
    encodings = ["utf-16"] if data[:2] in (b"\xff\xfe", b"\xfe\xff") else ["utf-8-sig", "gb18030"]
    for encoding in encodings:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise CourtPaperError(
        "文本文件的编码无法识别（不是 UTF-8，也不是 GB18030）。请用记事本另存为 UTF-8 编码后重新上传。",
        reason="wrong-content",
    )


def looks_like_text(data: bytes) -> bool:
    """Whether the bytes decode and hold next to no control characters."""
    try:
        text = decode(data[:65536]) if len(data) <= 65536 else decode(data)
    except CourtPaperError:
        return False
    sample = text[:65536]
    controls = sum(
        1 for char in sample if (ord(char) < 32 and char not in _ALLOWED_CONTROLS) or char == "\x7f"
    )
    return controls * 200 <= len(sample)


def pages(data: bytes, limits: Limits) -> list[SourcePage]:
    """The pages of a text file; a form feed begins a new one."""
    text = decode(data).replace("\r\n", "\n").replace("\r", "\n")
    limits.check_characters(len(text))
    return sheets(text.split("\f"), limits)


def sheets(texts: list[str], limits: Limits) -> list[SourcePage]:
    """Pages without print: width in half-width columns, height in lines."""
    filled = [text for text in texts if text.strip()]
    limits.check_pages(len(filled))
    if not filled:
        raise CourtPaperError(
            "文件里没有文字。请确认选对了文件；如是扫描件，请上传图片或 PDF。", reason="empty"
        )
    return [sheet(text, number) for number, text in enumerate(filled, 1)]


def sheet(text: str, number: int) -> SourcePage:
    """One page of plain text."""
    lines = text.split("\n")
    width = max(display_width(line) for line in lines)
    return SourcePage(
        Page(number, text, float(width), float(len(lines)), has_image=False), None, soft_ends(text)
    )
