"""Make the DOCX, PDF and picture versions of some sample papers from their text.

Run from the repository's root: ``python samples/make.py``. Needs python-docx, typst, pypdfium2 and Pillow, and a Chinese
font: from the folder fonts/ when there is one, else from the system. All people, organs and numbers in the samples
are invented.
"""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import docx
import pypdfium2
import typst
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Pt
from PIL import Image, ImageFilter

ROOT = Path(__file__).resolve().parent
PAPERS = ROOT / "court_docs"
FONTS = ROOT.parent / "fonts"
CHOSEN = (
    "01_应诉通知书",
    "02_行政起诉状",
    "03_开庭传票",
    "04_负责人出庭通知书",
    "05_一审判决书_撤销重作",
    "11_司法建议书",
)
FAMILIES = ("FandolFang R", "FangSong", "Noto Serif CJK SC", "Source Han Serif SC", "Noto Sans CJK SC")
HEADING_LINES = 3


def main() -> None:
    """Write every version beside the text."""
    for stem in CHOSEN:
        lines = (PAPERS / f"{stem}.txt").read_text(encoding="utf-8").rstrip("\n").split("\n")
        (PAPERS / f"{stem}.docx").write_bytes(as_docx(lines, table=stem.startswith("03")))
        (PAPERS / f"{stem}.pdf").write_bytes(as_pdf(lines))
    scan((PAPERS / "03_开庭传票.pdf").read_bytes()).save(PAPERS / "03_开庭传票_扫描.png", optimize=True)
    photograph((PAPERS / "01_应诉通知书.pdf").read_bytes()).save(
        PAPERS / "01_应诉通知书_拍照.jpg", quality=55, optimize=True
    )


def as_docx(lines: list[str], *, table: bool) -> bytes:
    """A DOCX of the lines; a summons has its labelled lines in a table, as courts print it."""
    document = docx.Document()
    style = document.styles["Normal"]
    style.font.name = "仿宋"
    style.font.size = Pt(16)
    style.element.rPr.rFonts.set(qn("w:eastAsia"), "仿宋")
    labelled = [line for line in lines if table and "：" in line and not line.startswith("　")]
    for number, line in enumerate(lines):
        if line in labelled:
            if line == labelled[0]:
                add_table(document, labelled)
            continue
        paragraph = document.add_paragraph(line)
        if is_centred(number, line):
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def add_table(document: docx.document.Document, labelled: list[str]) -> None:
    """A grid of two columns: label and value."""
    grid = document.add_table(rows=len(labelled), cols=2, style="Table Grid")
    for row, line in zip(grid.rows, labelled, strict=True):
        label, _, value = line.partition("：")
        row.cells[0].text, row.cells[1].text = label, value


def as_pdf(lines: list[str]) -> bytes:
    """An A4 PDF with a text layer: heading centred, long paragraphs wrapped, signatures as spaced in the text."""
    families = ", ".join(f'"{family}"' for family in FAMILIES)
    source = [
        '#set page(paper: "a4", margin: (top: 37mm, bottom: 35mm, left: 28mm, right: 26mm), numbering: "- 1 -")',
        f'#set text(font: ({families}), size: 16pt, lang: "zh", region: "cn")',
        "#set par(leading: 14pt, spacing: 14pt, justify: true)",
    ]
    for number, line in enumerate(lines):
        words = escape(line)
        source.append(f"#align(center)[{words}]" if is_centred(number, line) else f"#par[{words or '~'}]")
    paths = [str(FONTS)] if FONTS.is_dir() else []
    # The stub wants the source and the font folders of one type; the library takes them as they are.
    return typst.compile("\n\n".join(source).encode(), format="pdf", font_paths=paths)  # type: ignore[call-overload]


def is_centred(number: int, line: str) -> bool:
    """Court, title and case number stand in the middle."""
    return number < HEADING_LINES and 0 < len(line) < 24 and "：" not in line and "，" not in line


def escape(line: str) -> str:
    """Typst markup of plain words, spaces kept."""
    quoted = line.replace("\\", "\\\\").replace('"', '\\"')
    return f'#"{quoted}"' if line else ""


def page_image(pdf: bytes, width: int) -> Image.Image:
    """The first page as a grey picture."""
    document = pypdfium2.PdfDocument(pdf)
    page = document[0]
    picture = page.render(scale=width / page.get_width()).to_pil().convert("L")
    document.close()
    return picture


def scan(pdf: bytes) -> Image.Image:
    """As from a scanner: a little askew and soft, sixteen greys."""
    picture = page_image(pdf, 900).rotate(0.8, fillcolor=255, resample=Image.Resampling.BICUBIC)
    return picture.filter(ImageFilter.GaussianBlur(0.5)).point(lambda value: value // 16 * 16).quantize(16)


def photograph(pdf: bytes) -> Image.Image:
    """As from a telephone: on a dark table, in perspective, unevenly lit."""
    page = page_image(pdf, 760)
    width, height = page.size
    desk = Image.new("L", (width + 120, height + 120), 60)
    desk.paste(page, (60, 60))
    corners = (-10, -20, 10, height + 150, width + 140, height + 110, width + 100, 10)
    tilted = desk.transform(desk.size, Image.Transform.QUAD, corners, Image.Resampling.BICUBIC, fillcolor=50)
    light = Image.linear_gradient("L").resize(desk.size).point(lambda value: 170 + value // 3)
    shaded = Image.composite(tilted, Image.new("L", desk.size, 0), light)
    return shaded.filter(ImageFilter.GaussianBlur(0.6))


if __name__ == "__main__":
    main()
