"""The sample papers as text, DOCX and PDF, and files that are broken on purpose."""

import io
import struct
import zlib
from pathlib import Path

import docx
import pikepdf
import pypdfium2
import typst
from django.conf import settings


def as_docx(text: str) -> bytes:
    """The lines of a paper as paragraphs of a DOCX."""
    document = docx.Document()
    for line in text.splitlines():
        document.add_paragraph(line)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def as_pdf(text: str) -> bytes:
    """The lines of a paper printed on A4 with a text layer."""
    escaped = [line.replace("\\", "\\\\").replace('"', '\\"') for line in text.splitlines()]
    body = "\n\n".join(f'#text("{line}")' for line in escaped)
    head = (
        '#set page(paper: "a4", margin: 3cm)\n#set text(font: "Noto Serif CJK SC", size: 14pt, lang: "zh")\n'
    )
    return bytes(typst.compile((head + body).encode(), font_paths=[str(settings.FONTS)]))


def as_scan(text: str) -> bytes:
    """The first page as a picture, as a scanner gives it."""
    page = pypdfium2.PdfDocument(as_pdf(text))[0]
    out = io.BytesIO()
    page.render(scale=1.2).to_pil().save(out, format="PNG")
    return out.getvalue()


def locked_pdf(text: str) -> bytes:
    """A PDF that asks for a password."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(as_pdf(text))) as pdf:
        pdf.save(out, encryption=pikepdf.Encryption(user="x", owner="y"))
    return out.getvalue()


def huge_picture() -> bytes:
    """A PNG whose head claims 30,000 by 30,000 pixels."""
    head = struct.pack(">IIBBBBB", 30_000, 30_000, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + _chunk(b"IHDR", head)
        + _chunk(b"IDAT", zlib.compress(b"\0" * 64))
        + _chunk(b"IEND", b"")
    )


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def sample(samples: Path, begin: str) -> str:
    """The text of a sample by the beginning of its name."""
    return next(samples.glob(f"{begin}*")).read_text(encoding="utf-8")
