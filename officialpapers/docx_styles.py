"""The styles of our DOCX papers: faces named as Word and WPS know them, sizes and line pitch of GB/T 9704-2012."""

from __future__ import annotations

from typing import Any

from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from .content import Head
from .placing import margins

FANGSONG, KAI, HEI, XIAOBIAOSONG, SONG = "仿宋_GB2312", "楷体_GB2312", "黑体", "方正小标宋简体", "宋体"
PITCH = Pt(28.95)
SIDES = {
    "left": WD_ALIGN_PARAGRAPH.LEFT,
    "center": WD_ALIGN_PARAGRAPH.CENTER,
    "right": WD_ALIGN_PARAGRAPH.RIGHT,
    "justify": WD_ALIGN_PARAGRAPH.JUSTIFY,
}
# name: (face, size, line pitch, bold, indented, side)
STYLES: dict[str, tuple[str, float, float, bool, bool, str]] = {
    "Normal": (FANGSONG, 16, 28.95, False, False, "justify"),
    "Body Text": (FANGSONG, 16, 28.95, False, True, "justify"),
    "Title": (XIAOBIAOSONG, 22, 34, False, False, "center"),
    "Subtitle": (KAI, 16, 28.95, False, False, "center"),
    "Heading 1": (HEI, 16, 28.95, False, True, "left"),
    "Heading 2": (KAI, 16, 28.95, False, True, "left"),
    "Heading 3": (FANGSONG, 16, 28.95, True, True, "left"),
    "Heading 4": (FANGSONG, 16, 28.95, False, True, "left"),
    "发文机关标志": (XIAOBIAOSONG, 46, 52, False, False, "center"),
    "发文字号": (FANGSONG, 16, 28.95, False, False, "left"),
    "主送机关": (FANGSONG, 16, 28.95, False, False, "left"),
    "落款": (FANGSONG, 16, 28.95, False, False, "right"),
    "附件说明": (FANGSONG, 16, 28.95, False, False, "left"),
    "表题": (HEI, 16, 28.95, False, False, "center"),
    "表头": (HEI, 12, 18, False, False, "center"),
    "表格文字": (FANGSONG, 12, 18, False, False, "left"),
    "表单标签": (HEI, 14, 21, False, False, "center"),
    "表单文字": (FANGSONG, 14, 21, False, False, "left"),
    "表单标签（小）": (HEI, 12, 19, False, False, "center"),
    "表单文字（小）": (FANGSONG, 12, 19, False, False, "left"),
    "附注": (FANGSONG, 12, 20, False, True, "justify"),
    "版记": (FANGSONG, 14, 21, False, False, "left"),
    "表间": (FANGSONG, 1, 1, False, False, "left"),
    "页码": (SONG, 14, 16, False, False, "left"),
}


def set_attributes(element: Any, **values: object) -> None:
    """Set attributes of the ``w`` namespace."""
    for name, value in values.items():
        element.set(qn(f"w:{name}"), str(value))


def child(parent: Any, tag: str, **values: object) -> Any:
    """Append a ``w`` element with attributes and return it."""
    element = OxmlElement(f"w:{tag}")
    set_attributes(element, **values)
    parent.append(element)
    return element


def lay_out(document: Document, head: Head) -> None:
    """Styles, page, grid and page numbers of a new document."""
    for name, facts in STYLES.items():
        _style(document, name, *facts)
    _page(document, head)
    if head.page_numbers:
        _page_numbers(document)


def _style(
    document: Document, name: str, face: str, size: float, pitch: float, bold: bool, indent: bool, side: str
) -> None:
    known = {style.name for style in document.styles}
    style: Any = (
        document.styles[name] if name in known else document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    )
    properties = style.element.get_or_add_rPr()
    for old in properties.findall(qn("w:rFonts")):
        properties.remove(old)
    fonts = OxmlElement("w:rFonts")
    set_attributes(fonts, ascii=face, hAnsi=face, eastAsia=face, cs=face)
    properties.insert(0, fonts)
    style.font.size, style.font.bold, style.font.italic = Pt(size), bold, False
    style.font.color.rgb = RGBColor(0, 0, 0)
    child(properties, "spacing", val=-5 if size == 16 else 0)
    _in_order(properties, RUN_ORDER)
    _paragraphs(style, pitch, side, indent)
    if size != 16:
        child(style.element.pPr, "snapToGrid", val=0)
    _in_order(style.element.pPr, ORDER)


def _paragraphs(style: Any, pitch: float, side: str, indent: bool) -> None:
    layout = style.paragraph_format
    layout.line_spacing_rule, layout.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(pitch)
    layout.space_before = layout.space_after = Pt(0)
    layout.alignment, layout.widow_control = SIDES[side], False
    layout.keep_with_next = style.name.startswith(("Heading", "Title", "表题"))
    properties = style.element.get_or_add_pPr()
    for border in properties.findall(qn("w:pBdr")):
        properties.remove(border)
    child(properties, "kinsoku", val=1)
    child(properties, "overflowPunct", val=0)
    child(properties, "autoSpaceDE", val=0)
    child(properties, "autoSpaceDN", val=0)
    if indent:
        layout.first_line_indent = Pt(31.6)
        set_attributes(properties.find(qn("w:ind")), firstLineChars=200)


ORDER = (
    "pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl", "numPr", "pBdr", "shd", "tabs",
    "suppressAutoHyphens", "kinsoku", "wordWrap", "overflowPunct", "topLinePunct", "autoSpaceDE", "autoSpaceDN",
    "snapToGrid", "spacing", "ind", "contextualSpacing", "jc", "outlineLvl", "rPr",
)  # fmt: skip


RUN_ORDER = (
    "rFonts",
    "b",
    "bCs",
    "i",
    "iCs",
    "caps",
    "color",
    "spacing",
    "w",
    "kern",
    "position",
    "sz",
    "szCs",
    "lang",
)


def _in_order(properties: Any, order: tuple[str, ...]) -> None:
    """Word refuses properties out of the schema's order."""
    known = {qn(f"w:{name}"): at for at, name in enumerate(order)}
    for element in sorted(properties, key=lambda e: known.get(e.tag, len(order))):
        properties.append(element)


def _page(document: Document, head: Head) -> None:
    section = document.sections[0]
    across = head.orientation == "landscape"
    section.page_width, section.page_height = (Mm(297), Mm(210)) if across else (Mm(210), Mm(297))
    section.orientation = WD_ORIENT.LANDSCAPE if across else WD_ORIENT.PORTRAIT
    top, bottom, left, right = margins(head)
    section.top_margin, section.bottom_margin = Mm(top), Mm(bottom)
    section.left_margin, section.right_margin = Mm(left), Mm(right)
    section.footer_distance = Mm(bottom - 12)
    section.header_distance = Mm(15)
    grid: Any = section._sectPr.find(qn("w:docGrid"))
    if grid is None:
        grid = child(section._sectPr, "docGrid")
    set_attributes(grid, type="lines", linePitch=579)
    grid.attrib.pop(qn("w:charSpace"), None)


def _page_numbers(document: Document) -> None:
    """— 1 — outside: at the right of odd pages, at the left of even pages, one character from the edge."""
    document.settings.odd_and_even_pages_header_footer = True
    section = document.sections[0]
    for footer, side in ((section.footer, "right"), (section.even_page_footer, "left")):
        footer.is_linked_to_previous = False
        paragraph = footer.paragraphs[0]
        paragraph.style = document.styles["页码"]
        paragraph.alignment = SIDES[side]
        edge = "right_indent" if side == "right" else "left_indent"
        setattr(paragraph.paragraph_format, edge, Pt(14))
        paragraph.add_run("— ")
        _field(paragraph, "PAGE")
        paragraph.add_run(" —")


def _field(paragraph: Any, code: str) -> None:
    for kind in ("begin", None, "separate", "text", "end"):
        run = paragraph.add_run()
        if kind is None:
            child(run._r, "instrText").text = code
        elif kind == "text":
            run.text = "1"
        else:
            child(run._r, "fldChar", fldCharType=kind)
