"""The page of GB/T 9704-2012, measured on the PDF: type area, 22 lines of 28 characters, numbers, placing of the date."""

import io
import zipfile
from datetime import date

import docx
import pytest
from docx.shared import Mm
from hypothesis import given, settings
from hypothesis import strategies as st

from officialpapers import (
    Head,
    Heading,
    OfficialPaperError,
    Paper,
    Paragraph,
    Signature,
    Table,
    to_docx,
    to_pdf,
)
from officialpapers.content import (
    Attachments,
    Block,
    Cell,
    Column,
    Form,
    FormRow,
    Imprint,
    Note,
    Title,
    unfilled,
)
from officialpapers.faces import fallback_glyphs, missing_glyphs
from officialpapers.placing import attachment_lines, signature_lines
from officialpapers.reading_back import read_back

from .reading import glyphs, lines

AWKWARD = "#\"*_$<>&'\\`[x](y) @a //b /*c*/ =标题 -项 +一 ~ “引”"
LAST_CHARACTERS = "，。、；：？！）》」』】”’"


def paper(*blocks: Block, **head: str) -> Paper:
    return Paper(Head(head.pop("title", "关于测试的报告"), **head), blocks)  # type: ignore[arg-type]


def test_a_full_page_has_22_lines_of_28_characters() -> None:
    full = lines(to_pdf(paper(Paragraph("汉" * 2000))), 1)
    assert [len(line) for line in full] == [28] * 22 + [3]
    assert full[-1] == "—2—"


def test_the_type_area_keeps_the_margins() -> None:
    pdf = to_pdf(paper(Paragraph("汉" * 2000)))
    text = [g for g in glyphs(pdf, 1) if g.text == "汉"]
    left, right = min(g.left for g in text), max(g.right for g in text)
    top, bottom = min(g.top for g in text), max(g.bottom for g in text)
    assert left == pytest.approx(28, abs=0.5)
    assert right == pytest.approx(210 - 26, abs=0.7)
    assert top == pytest.approx(37, abs=1.5)
    assert bottom <= 297 - 35 + 1


def test_page_numbers_stand_outside() -> None:
    pdf = to_pdf(paper(Paragraph("汉" * 2000)))
    first = [g for g in glyphs(pdf, 0) if g.bottom > 265]
    second = [g for g in glyphs(pdf, 1) if g.bottom > 265]
    assert "".join(g.text for g in first) == "—1—" and max(g.right for g in first) > 175
    assert "".join(g.text for g in second) == "—2—" and min(g.left for g in second) < 38


def test_no_line_begins_with_a_mark_of_punctuation() -> None:
    text = "林景澄诉清禾县人民政府，案号：（2025）鲁14行初9001号；“一案”、《办法》。" * 40
    pdf = to_pdf(paper(Paragraph(text), Table((Column("证明目的", 20), Column("说明", 60)), ((text, text),))))
    for page in range(read_back(pdf).pages):
        for line in read_back(pdf).page_texts[page].split("\n"):
            assert not line.strip() or line.strip()[0] not in LAST_CHARACTERS, line


def test_what_a_user_types_is_never_markup() -> None:
    wanted = "".join(AWKWARD.split())
    every = paper(
        Heading(AWKWARD),
        Paragraph(f"{AWKWARD}\n{AWKWARD}", lead=AWKWARD),
        Table((Column(AWKWARD, 50),), ((AWKWARD,),), AWKWARD),
        Form((30, 120), (FormRow((Cell(AWKWARD, label=True), Cell(AWKWARD, foot=AWKWARD))),)),
        Attachments((AWKWARD, AWKWARD)),
        Signature(AWKWARD, AWKWARD),
        Note(AWKWARD),
        Title(AWKWARD),
        Imprint((AWKWARD,), AWKWARD, AWKWARD),
        title=AWKWARD,
        issuer=AWKWARD,
        number=AWKWARD,
        signer=AWKWARD,
        addressee=AWKWARD,
        subtitle=AWKWARD,
    )
    pdf, word = read_back(to_pdf(every)).words, read_back(to_docx(every)).words
    assert word.count(wanted) == pdf.count(wanted) == 25


@settings(max_examples=25, deadline=None)
@given(st.text(min_size=1, max_size=60))
def test_any_text_can_be_printed(text: str) -> None:
    any_paper = paper(Paragraph(text), Table((Column("甲", 1),), ((text,),)), title=text, number=text)
    assert read_back(to_pdf(any_paper)).pages >= 1
    assert read_back(to_docx(any_paper)).text


def test_lines_typed_by_a_user_become_paragraphs() -> None:
    back = read_back(to_docx(paper(Paragraph("第一段。\r\n\r\n　　第二段。"))))
    assert back.text.split("\n")[1:] == ["第一段。", "第二段。"]


def test_rare_characters_print_and_are_reported() -> None:
    names = "㛃𬭎䶮旻玥"
    assert fallback_glyphs(f"林{names}县") == list(names)
    assert missing_glyphs(f"林{names}县") == []
    assert missing_glyphs("林\U000323af") == ["\U000323af"]
    assert names in read_back(to_pdf(paper(Paragraph(f"原告{names}。")))).words
    assert names in read_back(to_docx(paper(Paragraph(f"原告{names}。")))).words


@pytest.mark.parametrize(
    ("organ", "sealed", "rights"),
    [
        ("清禾县公安局", True, (4, 4)),  # centred above the date
        ("清禾县住房和城乡建设局行政执法大队", True, (0, 5.5)),  # a long organ stays inside the edge
        ("清禾县公安局办公室", False, (2, 3)),
        ("清禾县公安局", False, (4, 2)),  # 7.3.5.2: the date would pass the edge
    ],
)
def test_organ_and_date_stand_by_the_standard(organ: str, sealed: bool, rights: tuple[float, float]) -> None:
    placed = signature_lines(Signature(organ, date(2025, 3, 9), sealed=sealed))
    assert tuple(line.right for line in placed) == rights
    assert placed[-1].text == "2025年3月9日"


def test_attachments_are_numbered_only_when_several() -> None:
    assert attachment_lines(Attachments(("判决书",))) == (("附件：", "判决书"),)
    assert attachment_lines(Attachments(("判决书", "回证"), "附")) == (("附：1.", "判决书"), ("2.", "回证"))


def test_a_gap_is_marked_in_red_in_both_outputs() -> None:
    gap = paper(Paragraph("原告【待补：住所】，男。"))
    runs = docx.Document(io.BytesIO(to_docx(gap))).paragraphs[-1].runs
    assert [str(run.font.color.rgb) for run in runs if "待补" in run.text] == ["B3261E"]
    assert unfilled("甲【待补：住所】乙【待补：住所】【待补：案号】") == ["住所", "案号"]


def test_the_docx_is_a_real_document() -> None:
    data = to_docx(
        paper(
            Heading("一、标题"),
            Heading("（一）标题", 2),
            Paragraph("正文"),
            Table((Column("甲", 1),), (("乙",),)),
        )
    )
    document = docx.Document(io.BytesIO(data))
    assert [p.style.name for p in document.paragraphs[:4]] == ["Title", "Heading 1", "Heading 2", "Body Text"]
    section = document.sections[0]
    margins = (section.top_margin, section.bottom_margin, section.left_margin, section.right_margin)
    assert [round(m / Mm(1)) for m in margins] == [37, 35, 28, 26]
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        xml = {name: package.read(name).decode() for name in package.namelist() if name.endswith(".xml")}
    faces = ("仿宋_GB2312", "黑体", "楷体_GB2312", "方正小标宋简体")
    assert all(f'w:eastAsia="{face}"' in xml["word/styles.xml"] for face in faces)
    assert 'w:type="lines"' in xml["word/document.xml"] and 'w:linePitch="579"' in xml["word/document.xml"]
    assert "w:tblHeader" in xml["word/document.xml"]
    footers = [text for name, text in xml.items() if "footer" in name]
    assert len(footers) == 2 and all("PAGE" in text for text in footers)
    assert "evenAndOddHeaders" in xml["word/settings.xml"]


def test_the_header_row_is_printed_on_every_page() -> None:
    table = Table((Column("序号", 20), Column("内容", 100)), tuple((str(n), "内容" * 40) for n in range(30)))
    back = read_back(to_pdf(paper(table)))
    assert back.pages > 2
    assert all("序号" in text for text in back.page_texts if "内容" in text)


def test_a_row_that_does_not_fit_its_header_is_refused() -> None:
    table = Table((Column("甲", 1), Column("乙", 1)), (("一",),))
    for output in (to_pdf, to_docx):
        with pytest.raises(OfficialPaperError, match="列数不一致"):
            output(paper(table))


def test_without_fonts_the_error_says_what_to_do(
    tmp_path: "pytest.TempPathFactory", monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OFFICIALPAPERS_FONTS", str(tmp_path))
    with pytest.raises(OfficialPaperError, match="make fonts"):
        to_pdf(paper(Paragraph("文")))


def test_only_pdf_and_docx_are_read_back() -> None:
    with pytest.raises(OfficialPaperError, match="只能读取"):
        read_back(b"plain")
