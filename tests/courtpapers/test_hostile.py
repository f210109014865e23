"""Files that are broken, protected, too large, or not what they say: a Chinese answer with what to do, never a crash."""

from __future__ import annotations

import struct
import time
import zipfile
import zlib
from io import BytesIO
from pathlib import Path

import docx
import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from courtpapers import CourtPaperError, read, render_page
from courtpapers.sources.limits import Limits

SAMPLES = Path(__file__).parents[2] / "samples" / "court_docs"
PDF = (SAMPLES / "01_应诉通知书.pdf").read_bytes()
DOCX = (SAMPLES / "01_应诉通知书.docx").read_bytes()
PNG = (SAMPLES / "03_开庭传票_扫描.png").read_bytes()


def refusal(data: bytes, name: str, limits: Limits | None = None) -> CourtPaperError:
    """The error of reading; its message is Chinese and names a next step."""
    with pytest.raises(CourtPaperError) as caught:
        read(data, name, limits=limits)
    message = str(caught.value)
    assert any("\u4e00" <= char <= "\u9fff" for char in message)
    assert any(word in message for word in ("请", "建议")), message
    return caught.value


def png_header(width: int, height: int) -> bytes:
    """A PNG that claims a size and holds next to nothing."""
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = [(b"IHDR", head), (b"IDAT", zlib.compress(b"\x00" * 100)), (b"IEND", b"")]
    body = b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in chunks
    )
    return b"\x89PNG\r\n\x1a\n" + body


def encrypted_pdf() -> bytes:
    out = BytesIO()
    with pikepdf.open(BytesIO(PDF)) as document:
        document.save(out, encryption=pikepdf.Encryption(owner="a", user="b"))
    return out.getvalue()


def bomb(size: int, parts: int = 1) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        for number in range(parts):
            archive.writestr("word/document.xml" if number == 0 else f"word/{number}.xml", b" " * size)
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "name", "reason"),
    [
        (b"", "空.pdf", "empty"),
        (b"   \n", "空白.txt", "empty"),
        (PDF, "文书.docx", "wrong-content"),
        (DOCX, "文书.pdf", "wrong-content"),
        (PNG, "文书.pdf", "wrong-content"),
        ("应诉通知书".encode(), "文书.pdf", "wrong-content"),
        (PDF, "文书.txt", "wrong-content"),
        (b"MZ\x90\x00\x03\x00\x00\x00" * 50, "文书.pdf", "wrong-content"),
        (b"MZ\x90\x00\x03\x00\x00\x00" * 50, "文书", "unknown-format"),
        (bytes(range(256)) * 20, "文书.txt", "wrong-content"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600, "旧.doc", "unknown-format"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 512 + "EncryptedPackage".encode("utf-16-le"),
            "加密.docx",
            "password",
        ),
        (PDF[:400], "断.pdf", "corrupt"),
        (b"%PDF-1.7\n" + b"x" * 300, "坏.pdf", "corrupt"),
        (DOCX[: len(DOCX) // 2], "断.docx", "corrupt"),
        (PNG[:20], "断.png", "corrupt"),
        (b"\xff\xd8\xff\xe0" + b"\x00" * 40, "断.jpg", "corrupt"),
        (encrypted_pdf(), "加密.pdf", "password"),
        (png_header(30_000, 30_000), "巨图.png", "too-many-pixels"),
        (png_header(200_000, 200_000), "巨图.png", "too-many-pixels"),
        (png_header(0, 10), "零.png", "corrupt"),
        (bomb(1000), "假.docx", "corrupt"),
        (b"PK\x03\x04" + b"\x00" * 100, "坏.docx", "wrong-content"),
        (b"text", "程序.exe", "wrong-content"),
        (b"text", "数据.csv", "unknown-format"),
    ],
    ids=lambda part: part if isinstance(part, str) else "",
)
def test_refusals(data: bytes, name: str, reason: str) -> None:
    assert refusal(data, name).reason == reason


def test_a_file_over_the_limit_is_refused_by_its_size() -> None:
    assert refusal(b"a" * (50 * 1024 * 1024 + 1), "大.txt").reason == "too-large"
    assert refusal(PDF, "大.pdf", Limits(max_bytes=1000)).reason == "too-large"


def test_huge_picture_is_refused_before_decoding() -> None:
    started = time.perf_counter()
    refusal(png_header(30_000, 30_000), "巨图.png")
    with pytest.raises(CourtPaperError):
        render_page(png_header(30_000, 30_000), "巨图.png", 1)
    assert time.perf_counter() - started < 1


def test_bomb_is_stopped_by_real_bytes() -> None:
    assert refusal(bomb(60 * 1024 * 1024, 3), "弹.docx").reason == "too-large"
    assert refusal(bomb(1, 3000), "弹.docx").reason == "too-large"


def test_document_type_definitions_are_refused() -> None:
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(DOCX)) as source, zipfile.ZipFile(out, "w") as target:
        for entry in source.infolist():
            data = source.read(entry)
            if entry.filename == "word/document.xml":
                data = data.replace(b"?>", b'?><!DOCTYPE d [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>', 1)
            target.writestr(entry.filename, data)
    assert "DTD" in str(refusal(out.getvalue(), "实体.docx"))


def test_too_many_pages() -> None:
    with pikepdf.new() as document:
        for _ in range(6):
            document.add_blank_page()
        out = BytesIO()
        document.save(out)
    assert refusal(out.getvalue(), "多页.pdf", Limits(max_pages=5)).reason == "too-many-pages"
    assert refusal(("一\f" * 6).encode(), "多页.txt", Limits(max_pages=5)).reason == "too-many-pages"


def test_rendering_refuses_what_it_cannot_draw() -> None:
    for data, name, page, width in (
        (PDF, "a.pdf", 9, 800),
        (PDF, "a.pdf", 0, 800),
        (PDF, "a.pdf", 1, 90_000),
        (DOCX, "a.docx", 1, 800),
        (PNG[:-4000], "a.png", 1, 800),
    ):
        with pytest.raises(CourtPaperError, match="请"):
            render_page(data, name, page, width)


def test_rendering_draws_at_the_width_asked() -> None:
    for data, name in ((PDF, "a.pdf"), (PNG, "a.png")):
        with Image.open(BytesIO(render_page(data, name, 1, 640))) as picture:
            assert picture.width == 640 and picture.format == "PNG"


def test_long_lines_do_not_take_long() -> None:
    """Text made to run the rules against a wall: long repetitions of the words they look for."""
    for words in (
        "原告",
        "诉",
        "（2025）鲁",
        "撤销被告",
        "一案，",
        "二〇二五年",
        "人民法院",
        "清禾县局",
        "于本判决",
        "、",
        "（",
        "出庭负责人",
    ):
        body = (
            "德州市德城区人民法院\n行政判决书\n（2025）鲁1402行初9001号\n"
            + words * (40_000 // len(words))
            + "\n判决如下：\n"
            + words * 2000
        )
        started = time.perf_counter()
        read(body.encode(), "长.txt")
        assert time.perf_counter() - started < 6, words


def test_very_many_table_cells() -> None:
    document = docx.Document()
    table = document.add_table(rows=60, cols=8)
    table.cell(0, 0).text = "案号"
    out = BytesIO()
    document.save(out)
    assert read(out.getvalue(), "表.docx")[0].kind == "other"


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=400), st.sampled_from(["a.txt", "a.pdf", "a.docx", "a.png", "a"]))
def test_no_bytes_crash(data: bytes, name: str) -> None:
    try:
        read(data, name)
    except CourtPaperError:
        return


@settings(max_examples=60, deadline=None)
@given(st.sampled_from([PDF, DOCX, PNG]), st.integers(0, 60_000), st.binary(min_size=1, max_size=30))
def test_damaged_files_are_read_or_refused(data: bytes, where: int, damage: bytes) -> None:
    name = {PDF: "a.pdf", DOCX: "a.docx", PNG: "a.png"}[data]
    place = where % len(data)
    try:
        read(data[:place] + damage + data[place + len(damage) :], name)
    except CourtPaperError:
        return


WORDS = [
    "原告",
    "被告",
    "：",
    "清禾县公安局",
    "诉",
    "一案",
    "，",
    "。",
    "\n",
    "判决如下",
    "撤销",
    "二〇二五年三月一日",
    "（2025）鲁1402行初9001号",
    "行政判决书",
    "传票",
    "案由",
    "应到时间",
    "\t",
    "一、",
    "（",
    "）",
    "到庭参加诉讼",
    "出庭负责人",
    "之日起",
    "十五日内",
    "此致",
    "人民法院",
]


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=40))
def test_any_order_of_court_words_is_read(words: list[str]) -> None:
    text = "".join(words)
    if not text.strip():
        return
    for paper in read(text.encode(), "a.txt"):
        for items in paper.fields.values():
            for item in items:
                assert item.value and 0 <= item.span[0] <= item.span[1] <= len(paper.pages[0].text)
