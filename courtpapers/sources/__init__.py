"""The forms a court paper comes in: plain text, DOCX, PDF with a text layer, and pictures.

`open_source` finds out by the content what a file is, refuses what its name does not say, and gives its pages.
Nothing is decoded before its size is known to be bearable.
"""

from __future__ import annotations

import zipfile
from collections.abc import Sequence
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import PurePath

from courtpapers.errors import CourtPaperError
from courtpapers.flat import SourcePage
from courtpapers.sources.limits import Limits


@dataclass(frozen=True)
class Source:
    """An opened file: its form, its pages, and Chinese notes for the reader."""

    source_type: str
    pages: Sequence[SourcePage]
    notes: list[str] = field(default_factory=list)


_MAGIC = (
    (b"\x89PNG\r\n\x1a\n", "image"),
    (b"\xff\xd8\xff", "image"),
    (b"GIF87a", "image"),
    (b"GIF89a", "image"),
    (b"II*\x00", "image"),
    (b"MM\x00*", "image"),
    (b"BM", "bmp"),
    (b"PK\x03\x04", "zip"),
    (b"PK\x05\x06", "zip"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "ole"),
    (b"{\\rtf", "rtf"),
    (b"Rar!", "archive"),
    (b"7z\xbc\xaf\x27\x1c", "archive"),
    (b"MZ", "program"),
    (b"\x7fELF", "program"),
    (b"\x1f\x8b", "archive"),
)
_NAMES = {
    "txt": "纯文本",
    "docx": "DOCX 文档",
    "pdf": "PDF 文件",
    "image": "图片",
    "doc": "旧版 Word 文档",
    "ofd": "OFD 版式文件",
    "rtf": "RTF 文档",
    "zip": "压缩包",
    "archive": "压缩包",
    "program": "程序文件",
    "xlsx": "电子表格",
    "binary": "无法识别的二进制数据",
}
_BY_ENDING = {
    **dict.fromkeys(("txt", "text"), "txt"),
    "docx": "docx",
    "pdf": "pdf",
    "doc": "doc",
    "ofd": "ofd",
    "rtf": "rtf",
    "zip": "zip",
    **dict.fromkeys(("png", "jpg", "jpeg", "bmp", "gif", "tif", "tiff", "webp"), "image"),
    **dict.fromkeys(("xlsx", "xls"), "xlsx"),
    **dict.fromkeys(("exe", "dll", "bat", "com"), "program"),
    **dict.fromkeys(("rar", "7z", "gz"), "archive"),
}


def open_source(data: bytes, name: str, limits: Limits) -> Source:
    """The pages of a file. Raises CourtPaperError (Chinese) when it is empty, too large, not what its name says, or broken."""
    form = check_form(data, name, limits)
    if form == "txt":
        from courtpapers.sources import text

        return Source("txt", text.pages(data, limits))
    if form == "docx":
        from courtpapers.sources import docx

        return Source("docx", docx.pages(data, limits))
    if form == "pdf":
        from courtpapers.sources import pdf

        return pdf.source(data, limits)
    from courtpapers.sources import image

    return image.source(data, limits)


def check_form(data: bytes, name: str, limits: Limits) -> str:
    """txt, docx, pdf or image, from the content; the name's ending must agree with it."""
    if not data:
        raise CourtPaperError("文件是空的（0 字节）。请确认文件已传输完整，重新选择后再试。", reason="empty")
    if len(data) > limits.max_bytes:
        raise CourtPaperError(
            f"文件有 {len(data) / 1048576:.1f} MB，超过 {limits.max_bytes // 1048576} MB 的上限。"
            "请压缩扫描件（建议 200 dpi 灰度）或分成几个文件再上传。",
            reason="too-large",
        )
    form = form_of(data)
    said = _BY_ENDING.get(PurePath(name).suffix.lower().lstrip("."), "")
    if not _agrees(said, form, bool(PurePath(name).suffix)):
        reason = "wrong-content" if said else "unknown-format"
        raise CourtPaperError(_mismatch(name, said, form), reason=reason)
    if form in ("txt", "docx", "pdf", "image"):
        return form
    raise _refusal(form)


def _agrees(said: str, form: str, has_ending: bool) -> bool:
    """Whether a name's ending fits the content; an unknown ending is refused for text, which looks like anything."""
    if form == "ole-password":
        return said in ("", "docx", "doc")
    return said == form if said else not (form == "txt" and has_ending)


def form_of(data: bytes) -> str:
    """The form the content shows, whatever the name says."""
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "image"
    magic = next((form for mark, form in _MAGIC if data.startswith(mark)), "")
    if magic == "bmp":
        return "image" if data[6:10] == b"\x00\x00\x00\x00" and len(data) > 30 else "txt"
    if magic == "zip":
        return _zip_form(data)
    if magic == "ole":
        return "ole-password" if "EncryptedPackage".encode("utf-16-le") in data else "doc"
    if magic == "program" and b"\x00" not in data[:512]:
        return "txt"
    from courtpapers.sources import text

    return magic or ("txt" if text.looks_like_text(data) else "binary")


def _zip_form(data: bytes) -> str:
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError, EOFError, OSError):
        return "docx" if b"word/document.xml" in data else "zip"
    if "word/document.xml" in names:
        return "docx"
    if any(name.endswith("OFD.xml") for name in names):
        return "ofd"
    return "xlsx" if "xl/workbook.xml" in names else "zip"


def _mismatch(name: str, said: str, form: str) -> str:
    shown = _NAMES.get(form.removesuffix("-password"), _NAMES["binary"])
    ending = PurePath(name).suffix
    if not said:
        return f"不支持“{ending}”类型的文件。请转换为 PDF、DOCX、TXT 或图片（PNG、JPG）后再上传。"
    return f"文件名是“{ending}”（{_NAMES[said]}），内容却是{shown}。请核对是否选错文件；如只是扩展名写错，改正扩展名后重新上传。"


def _refusal(form: str) -> CourtPaperError:
    if form == "ole-password":
        return CourtPaperError(
            "这份 Word 文档设有密码，无法读取。请在 Word 或 WPS 中取消密码保护后重新上传。", reason="password"
        )
    if form == "doc":
        return CourtPaperError(
            "这是旧版 Word 文档（.doc），暂不能读取。请在 Word 或 WPS 中另存为 DOCX 或 PDF 后重新上传。",
            reason="unknown-format",
        )
    shown = _NAMES.get(form, _NAMES["binary"])
    return CourtPaperError(
        f"这是{shown}，不能作为法院文书读取。请转换为 PDF、DOCX、TXT 或图片（PNG、JPG）后再上传。",
        reason="unknown-format",
    )
