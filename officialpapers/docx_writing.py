"""DOCX of a paper: real styles, tables and fields, so that the unit can go on working in Word or WPS."""

from __future__ import annotations

import io
import zipfile
from datetime import UTC, datetime
from typing import Any

import docx
from docx.document import Document
from docx.enum.text import WD_BREAK, WD_TAB_ALIGNMENT
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from .content import (
    MARK,
    Address,
    Attachments,
    Block,
    Form,
    Head,
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
from .docx_styles import HEI, KAI, SIDES, child, lay_out, set_attributes
from .docx_tables import add_form, add_imprint, add_table
from .placing import attachment_lines, blank_lines, signature_lines

CHAR = 15.78
RED = RGBColor(0xD7, 0x00, 0x0F)
MARK_RED = RGBColor(0xB3, 0x26, 0x1E)


def to_docx(paper: Paper) -> bytes:
    """The paper as DOCX; the same content gives the same bytes."""
    document = docx.Document()
    lay_out(document, paper.head)
    _properties(document, paper.head)
    _opening(document, paper.head)
    for block in paper.blocks:
        _add(document, block)
        if isinstance(block, Table | Form | Imprint):
            _after_table(document)
    out = io.BytesIO()
    document.save(out)
    return _settled(out.getvalue())


def write(paragraph: Any, text: str, *, face: str = "") -> None:
    """Add text to a paragraph; line breaks stay, 【待补：…】 is printed in red, nothing is interpreted."""
    text, at = clean(text), 0
    for found in (*MARK.finditer(text), None):
        before = text[at : found.start()] if found else text[at:]
        for plain, colour in ((before, None), (found.group() if found else "", MARK_RED)):
            if plain:
                _run(paragraph, plain, face, colour)
        at = found.end() if found else at


def _run(paragraph: Any, text: str, face: str, colour: RGBColor | None) -> None:
    run = paragraph.add_run(text)
    if face:
        fonts = run._r.get_or_add_rPr().get_or_add_rFonts()
        set_attributes(fonts, ascii=face, hAnsi=face, eastAsia=face, cs=face)
    if colour is not None:
        run.font.color.rgb = colour


def _add(document: Document, block: Block) -> None:
    match block:
        case Heading():
            write(document.add_paragraph(style=f"Heading {block.level}"), block.text)
        case Paragraph():
            _paragraph(document, block)
        case Table():
            _table(document, block)
        case Form():
            add_form(document, block, write)
        case Address():
            write(document.add_paragraph(style="Body Text"), block.words)
            write(document.add_paragraph(style="主送机关"), block.court)
        case Signature():
            _signature(document, block)
        case Attachments():
            _attachments(document, block)
        case Imprint():
            add_imprint(document, block, write)
        case _:
            _small(document, block)


def _small(document: Document, block: Block) -> None:
    match block:
        case Note():
            write(document.add_paragraph(style="附注"), block.text)
        case Space():
            for _ in range(block.lines):
                document.add_paragraph()
        case PageBreak():
            document.add_paragraph(style="表间").add_run().add_break(WD_BREAK.PAGE)
        case Title():
            _title(document, block.text, 22, "Heading 1")
        case _:
            raise OfficialPaperError(f"不认识的版面块 {type(block).__name__}，无法排版。请联系系统管理员。")


def _after_table(document: Document) -> None:
    """Tables that touch would join, and Word wants a paragraph last: a line of one point."""
    document.add_paragraph(style="表间")


def _properties(document: Document, head: Head) -> None:
    properties = document.core_properties
    properties.title = clean(head.title.replace("\n", ""))
    properties.author = properties.last_modified_by = properties.comments = ""
    properties.created = properties.modified = datetime(2000, 1, 1, tzinfo=UTC)
    properties.revision = 1


def _opening(document: Document, head: Head) -> None:
    if head.issuer:
        _red_head(document, head)
    title = _title(document, head.title, 36 if head.layout == "cover" else 22, "Title")
    if head.layout == "cover":
        title.paragraph_format.space_before = Pt(58)
    if head.subtitle:
        write(document.add_paragraph(style="Subtitle"), head.subtitle)
    if head.number and not head.issuer:
        line = document.add_paragraph(style="发文字号")
        line.alignment = SIDES["center"]
        write(line, head.number)
    document.paragraphs[-1].paragraph_format.space_after = Pt(12 if head.layout == "form" else 28.95)
    if head.addressee:
        write(document.add_paragraph(style="主送机关"), f"{head.addressee}：")


def _title(document: Document, text: str, size: float, style: str) -> Any:
    paragraph = document.add_paragraph(style=style)
    write(paragraph, text)
    if style != "Title":
        layout = paragraph.paragraph_format
        layout.alignment, layout.first_line_indent, layout.space_after = SIDES["center"], Pt(0), Pt(12)
        set_attributes(paragraph._p.get_or_add_pPr().find(qn("w:ind")), firstLineChars=0)
    for run in paragraph.runs:
        run.font.size = Pt(size)
    paragraph.paragraph_format.line_spacing = Pt(size + 12)
    return paragraph


def _red_head(document: Document, head: Head) -> None:
    notes = [note for note in (head.secrecy, head.urgency) if note]
    for note in notes:
        write(document.add_paragraph(style="主送机关"), note, face=HEI)
    issuer = document.add_paragraph(style="发文机关标志")
    issuer.paragraph_format.space_before = Mm(35) - len(notes) * Pt(28.95)
    issuer.paragraph_format.space_after = Pt(57.9)
    write(issuer, head.issuer)
    for run in issuer.runs:
        run.font.color.rgb = RED
        run.font.size = Pt(min(46, int(436 / len(head.issuer))))
    _number_line(document, head)


def _number_line(document: Document, head: Head) -> None:
    line = document.add_paragraph(style="发文字号")
    layout = line.paragraph_format
    layout.space_after = Pt(57.9)
    write(line, head.number)
    if head.signer:
        layout.left_indent = layout.right_indent = Pt(CHAR)
        layout.tab_stops.add_tab_stop(Mm(156) - Pt(CHAR), WD_TAB_ALIGNMENT.RIGHT)
        line.add_run("\t签发人：")
        write(line, head.signer, face=KAI)
        layout.left_indent, layout.first_line_indent, layout.right_indent = Pt(0), Pt(CHAR), Pt(0)
    else:
        line.alignment = SIDES["center"]
    properties = line._p.get_or_add_pPr()
    borders = child(properties, "pBdr")
    child(borders, "bottom", val="single", sz=12, space=11, color="D7000F")
    properties.insert(1, borders)


def _paragraph(document: Document, block: Paragraph) -> None:
    for at, text in enumerate(plain_lines(block.text)):
        paragraph = document.add_paragraph(style="Body Text" if block.indent else "Normal")
        paragraph.alignment = SIDES[block.align]
        if block.align in ("center", "right"):
            paragraph.paragraph_format.first_line_indent = Pt(0)
            set_attributes(paragraph._p.get_or_add_pPr().find(qn("w:ind")), firstLineChars=0)
        if block.lead and at == 0:
            write(paragraph, block.lead, face=HEI)
        write(paragraph, text)


def _table(document: Document, block: Table) -> None:
    if block.title:
        write(document.add_paragraph(style="表题"), block.title)
    add_table(document, block, write)


def _signature(document: Document, block: Signature) -> None:
    for _ in range(blank_lines(block)):
        document.add_paragraph().paragraph_format.keep_with_next = True
    lines = signature_lines(block)
    for at, line in enumerate(lines):
        paragraph = document.add_paragraph(style="落款")
        paragraph.paragraph_format.right_indent = Pt(line.right * CHAR)
        paragraph.paragraph_format.keep_with_next = at < len(lines) - 1
        write(paragraph, line.text)


def _attachments(document: Document, block: Attachments) -> None:
    document.add_paragraph().paragraph_format.keep_with_next = True
    hang = (len(block.word) + (1 if len(block.items) == 1 else 1.75)) * CHAR
    for prefix, text in attachment_lines(block):
        paragraph = document.add_paragraph(style="附件说明")
        paragraph.paragraph_format.keep_together = True
        layout = paragraph.paragraph_format
        layout.left_indent = Pt(2 * CHAR + hang)
        layout.first_line_indent = Pt(-hang if prefix.startswith(block.word) else -0.75 * CHAR)
        write(paragraph, prefix + text)


def _settled(data: bytes) -> bytes:
    """The same package with fixed file times, so that equal papers are equal files."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as source,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for name in source.namelist():
            entry = zipfile.ZipInfo(name, (2000, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(entry, source.read(name))
    return out.getvalue()
