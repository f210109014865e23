"""Invented papers in other wordings, from other courts, of other kinds; and the same words in other forms."""

from __future__ import annotations

import tomllib
from io import BytesIO
from pathlib import Path

import docx
import pikepdf
import pytest
import typst

from courtpapers import read
from courtpapers.flat import display_width

PAPERS = Path(__file__).parent / "papers"
EXPECTED: dict[str, dict[str, list[str]]] = tomllib.loads(
    (PAPERS / "expected.toml").read_text(encoding="utf-8")
)
FONTS = '("FandolFang R", "Noto Serif CJK SC", "Noto Sans CJK SC")'


@pytest.mark.parametrize("file", sorted(EXPECTED))
def test_fields(file: str) -> None:
    paper = read((PAPERS / file).read_bytes(), file)[0]
    assert {name: paper.values(name) for name in EXPECTED[file]} == EXPECTED[file]


def test_every_paper_has_its_expectation() -> None:
    assert {path.name for path in PAPERS.glob("*.txt")} == set(EXPECTED)


def test_what_is_not_a_suit_says_so() -> None:
    for file, suit in (
        ("civil.txt", False),
        ("enforcement_refused.txt", False),
        ("mediation.txt", True),
        ("complaint_multi.txt", True),
    ):
        paper = read((PAPERS / file).read_bytes(), file)[0]
        assert paper.is_suit is suit
    assert any(
        "不要按应诉案件登记" in note
        for note in read((PAPERS / "civil.txt").read_bytes(), "civil.txt")[0].notes
    )


@pytest.mark.parametrize("file", sorted(EXPECTED))
def test_gb18030_reads_alike(file: str) -> None:
    text = (PAPERS / file).read_text(encoding="utf-8")
    plain, encoded = read(text.encode(), file)[0], read(text.encode("gb18030"), file)[0]
    assert plain.fields == encoded.fields


def test_service_in_a_docx_table() -> None:
    """A summons whose table has vertical labels, four columns and a nested cell of instructions."""
    document = docx.Document()
    document.add_paragraph("临 邑 县 人 民 法 院")
    document.add_paragraph("传      票")
    table = document.add_table(rows=5, cols=4)
    rows = [
        ("案\n号", "(2025) 鲁1424行初 9044号", "案\n由", "征收房屋"),
        ("被传唤人", "清禾县人民政府", "工作单位\n或住址", "清禾县府前街1号"),
        ("传唤\n事由", "开庭", "应到\n时间", "2025年10月16日上午9时"),
        ("应到\n处所", "本院第一审判庭", "备考", ""),
        ("注意\n事项", "1.被传唤人必须准时到达应到处所。\n2.应到时间前请安检。", "", ""),
    ]
    for row, words in zip(table.rows, rows, strict=True):
        for cell, word in zip(row.cells, words, strict=True):
            lines = word.split("\n")
            cell.text = lines[0]
            for line in lines[1:]:
                cell.add_paragraph(line)
    document.add_paragraph("审 判 员    毕 方")
    document.add_paragraph("书 记 员    花 满")
    document.add_paragraph("二〇二五年十月九日")
    out = BytesIO()
    document.save(out)
    paper = read(out.getvalue(), "传票.docx")[0]
    expected = {
        "doc_type": ["传票"],
        "case_no": ["（2025）鲁1424行初9044号"],
        "court": ["临邑县人民法院"],
        "cause": ["征收或者征用房屋"],
        "cause_code": ["0501"],
        "summoned": ["清禾县人民政府"],
        "hearing": ["2025-10-16 09:00"],
        "hearing_place": ["本院第一审判庭"],
        "judge": ["毕方"],
        "clerk": ["花满"],
        "doc_date": ["2025-10-09"],
    }
    assert {name: paper.values(name) for name in expected} == expected


def test_complaint_in_the_form_of_a_table() -> None:
    """The printed form with one row a matter, labels and values in cells."""
    document = docx.Document()
    document.add_paragraph("行政起诉状")
    rows = [
        ("原告（自然人）", "姓名：史铁\n性别：男☑ 女□\n出生日期：1980年3月3日\n联系电话：13000000000"),
        ("被告（行政机关）", "名称：清禾县卫生健康局\n住所地：清禾县康宁路1号\n法定代表人：舒心  职务：局长"),
        (
            "诉讼请求",
            "1.撤销被告2025年2月1日作出的清卫医罚〔2025〕9011号行政处罚决定；\n2.诉讼费用由被告承担。",
        ),
        ("事实与理由", "被告以原告无证行医为由罚款五万元。"),
    ]
    table = document.add_table(rows=len(rows), cols=2)
    for row, (label, value) in zip(table.rows, rows, strict=True):
        row.cells[0].text = label
        row.cells[1].text = value
    for line in ("此致", "武城县人民法院", "具状人：史铁", "2025年3月1日"):
        document.add_paragraph(line)
    out = BytesIO()
    document.save(out)
    paper = read(out.getvalue(), "起诉状.docx")[0]
    expected = {
        "doc_type": ["行政起诉状"],
        "plaintiff": ["史铁"],
        "defendant": ["清禾县卫生健康局"],
        "court": ["武城县人民法院"],
        "cause": ["罚款"],
        "act_no": ["清卫医罚〔2025〕9011号"],
        "act_date": ["2025-02-01"],
        "doc_date": ["2025-03-01"],
    }
    assert {name: paper.values(name) for name in expected} == expected


def test_docx_reads_controls_insertions_and_order() -> None:
    """Content controls and tracked insertions are words; deletions are not."""
    document = docx.Document()
    document.add_paragraph("德州市德城区人民法院")
    document.add_paragraph("应诉通知书")
    namespace = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    control = docx.oxml.parse_xml(
        f"<w:sdt {namespace}><w:sdtContent><w:p><w:r><w:t>（2025）鲁1402行初9001号</w:t></w:r></w:p></w:sdtContent></w:sdt>"
    )
    document.paragraphs[-1]._p.addnext(control)
    changed = docx.oxml.parse_xml(
        f"<w:p {namespace}><w:del><w:r><w:delText>清禾县教育局：</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>清禾县公安局：</w:t></w:r></w:ins></w:p>"
    )
    control.addnext(changed)
    out = BytesIO()
    document.save(out)
    paper = read(out.getvalue(), "通知.docx")[0]
    assert paper.values("case_no") == ["（2025）鲁1402行初9001号"]
    assert paper.values("defendant") == ["清禾县公安局"]


def as_pdf(text: str, size: int = 16) -> bytes:
    """A PDF of the text with wrapped lines."""
    paragraphs = "\n\n".join(f'#par[#"{line}"]' for line in text.split("\n") if line.strip())
    return typst.compile(
        f'#set page(paper: "a4")\n#set text(font: {FONTS}, size: {size}pt)\n#set par(justify: true)\n{paragraphs}'.encode(),
        format="pdf",
    )


@pytest.mark.parametrize("file", [name for name in sorted(EXPECTED) if "table" not in name])
def test_wrapped_pdf_gives_the_same_fields(file: str) -> None:
    """Lines broken by the page's edge, long papers over several pages."""
    paper = read(as_pdf((PAPERS / file).read_text(encoding="utf-8"), 20), "文书.pdf")[0]
    assert {name: paper.values(name) for name in EXPECTED[file]} == EXPECTED[file]


def test_several_papers_in_one_pdf() -> None:
    names = ["notice_other_court.txt", "summons_inline.txt", "partly.txt"]
    with pikepdf.new() as joined:
        for name in names:
            with pikepdf.open(BytesIO(as_pdf((PAPERS / name).read_text(encoding="utf-8")))) as part:
                joined.pages.extend(part.pages)
        out = BytesIO()
        joined.save(out)
    papers = read(out.getvalue(), "一次送达.pdf")
    assert [paper.doc_type for paper in papers] == ["应诉通知书", "传票", "行政判决书"]
    assert papers[1].pages[0].number == 2 and papers[1].fields["summoned"][0].page == 2


def test_turned_pdf_page_has_boxes_as_shown() -> None:
    """A page turned by 90 degrees: boxes follow what the reader sees."""
    data = as_pdf((PAPERS / "summons_inline.txt").read_text(encoding="utf-8"))
    with pikepdf.open(BytesIO(data)) as document:
        document.pages[0].rotate(90, relative=True)
        out = BytesIO()
        document.save(out)
    upright, turned = (
        read(data, "a.pdf")[0].fields["summoned"][0].box,
        read(out.getvalue(), "a.pdf")[0].fields["summoned"][0].box,
    )
    assert turned == pytest.approx((1 - upright[3], upright[0], 1 - upright[1], upright[2]), abs=0.01)


def wrap(line: str, width: int) -> list[str]:
    """The line broken where it would pass *width* half-width columns."""
    parts = [""]
    for char in line:
        if display_width(parts[-1] + char) > width:
            parts.append("")
        parts[-1] += char
    return parts


def test_hard_wrapped_text_is_joined() -> None:
    text = (PAPERS / "partly.txt").read_text(encoding="utf-8")
    wrapped = "\n".join(part for line in text.split("\n") for part in wrap(line, 60))
    paper = read(wrapped.encode(), "a.txt")[0]
    assert paper.values("act_no") == ["清交罚〔2024〕9112号"]
    assert paper.values("result_class") == ["部分撤销"]


def test_heading_and_code_of_different_courts_are_told() -> None:
    paper = read("庆云县人民法院\n行政判决书\n（2025）鲁1402行初9001号\n".encode(), "a.txt")[0]
    assert any("庆云县人民法院" in note and "德州市德城区人民法院" in note for note in paper.notes)


def test_unknown_paper_is_other_and_empty() -> None:
    paper = read("会议纪要\n一、同意。\n".encode(), "a.txt")[0]
    assert (
        paper.kind == "other"
        and set(paper.fields) == {"doc_type"}
        and paper.fields["doc_type"][0].confidence < 0.5
    )
