"""The sample papers: every label is read, in text, DOCX and PDF alike, and boxes cover the words."""

from __future__ import annotations

import csv
from pathlib import Path

import pypdfium2
import pytest

from courtpapers import Field, Paper, read, render_page

SAMPLES = Path(__file__).parents[2] / "samples" / "court_docs"
NOT_FIELDS = {"file", "provenance", "source", "notes"}
#: Labels that the paper itself does not say. 02: the complaint attacks a “行政处罚决定” whose number tells the police
#: but not the kind of penalty, and its reasons are left blank; 行政拘留 would be a guess, so 行政处罚 is read, and unsure.
NOT_IN_THE_PAPER = {("02_行政起诉状.txt", "cause"): "行政处罚", ("02_行政起诉状.txt", "cause_code"): "01"}
KINDS = {
    "01": "notice-to-respond",
    "02": "complaint",
    "03": "summons",
    "04": "head-notice",
    "05": "judgment",
    "06": "judgment",
    "07": "judgment",
    "08": "ruling",
    "09": "ruling",
    "10": "ruling",
    "11": "recommendation",
}


def labels() -> list[tuple[str, str, str]]:
    """Every label as (file, field, value)."""
    with (SAMPLES / "labels.csv").open(encoding="utf-8-sig") as stream:
        rows = list(csv.DictReader(stream))
    return [
        (row["file"], name, value)
        for row in rows
        for name, value in row.items()
        if value and name not in NOT_FIELDS
    ]


def one(path: Path) -> Paper:
    """The only paper of a file."""
    papers = read(path.read_bytes(), path.name)
    assert len(papers) == 1
    return papers[0]


@pytest.mark.parametrize(("file", "name", "value"), labels(), ids=lambda part: str(part)[:24])
def test_every_label_is_read(file: str, name: str, value: str) -> None:
    found = one(SAMPLES / file).fields.get(name, [])
    assert ";".join(item.value for item in found) == NOT_IN_THE_PAPER.get((file, name), value)
    if (file, name) in NOT_IN_THE_PAPER:
        assert all(item.confidence <= 0.6 for item in found)


@pytest.mark.parametrize("path", sorted(SAMPLES.glob("*.txt")), ids=lambda path: path.stem)
def test_kind_and_suit(path: Path) -> None:
    paper = one(path)
    assert paper.kind == KINDS[path.name[:2]]
    assert paper.is_suit is (path.name[:2] != "10")
    assert paper.source_type == "txt" and not paper.notes


@pytest.mark.parametrize(
    "path", [*sorted(SAMPLES.glob("*.docx")), *sorted(SAMPLES.glob("*.pdf"))], ids=lambda path: path.name
)
def test_other_forms_give_the_same_fields(path: Path) -> None:
    text, other = one(path.with_suffix(".txt")), one(path)
    assert other.source_type == path.suffix.lstrip(".")
    assert {name: other.values(name) for name in other.fields} == {
        name: text.values(name) for name in text.fields
    }


@pytest.mark.parametrize("path", sorted(SAMPLES.glob("*.pdf")), ids=lambda path: path.name)
def test_pdf_boxes_cover_the_words(path: Path) -> None:
    paper = one(path)
    document = pypdfium2.PdfDocument(path.read_bytes())
    for name, items in paper.fields.items():
        for item in items:
            assert_covered(document, paper, item, name)
    document.close()


def assert_covered(document: pypdfium2.PdfDocument, paper: Paper, item: Field, name: str) -> None:
    """The text inside the box holds the words of the span, and the box is not the whole page."""
    page = document[item.page - 1]
    width, height = page.get_size()
    x0, y0, x1, y1 = item.box
    inside = page.get_textpage().get_text_bounded(
        x0 * width - 1, height * (1 - y1) - 1, x1 * width + 1, height * (1 - y0) + 1
    )
    words = next(sheet.text for sheet in paper.pages if sheet.number == item.page)[
        item.span[0] : item.span[1]
    ]
    assert words.strip()
    assert "".join(words.split()) in "".join(inside.split()), name
    assert 0 <= x0 < x1 <= 1 and 0 <= y0 < y1 <= 1
    assert (x1 - x0) * (y1 - y0) < 0.35, name


@pytest.mark.parametrize(
    "path", [*sorted(SAMPLES.glob("*.txt")), *sorted(SAMPLES.glob("*.docx"))], ids=lambda path: path.name
)
def test_spans_and_sheet_boxes_point_at_the_words(path: Path) -> None:
    paper = one(path)
    for name, items in paper.fields.items():
        for item in items:
            words = paper.pages[item.page - 1].text[item.span[0] : item.span[1]]
            assert words.strip(), name
            x0, y0, x1, y1 = item.box
            assert 0 <= x0 < x1 <= 1 and 0 <= y0 < y1 <= 1
            assert 0 < item.confidence <= 1 and item.how


@pytest.mark.parametrize("name", ["03_开庭传票_扫描.png", "01_应诉通知书_拍照.jpg"])
def test_pictures_stay_pictures(name: str) -> None:
    paper = one(SAMPLES / name)
    assert paper.doc_type == "" and paper.fields == {}
    assert paper.pages[0].has_image and "对照页面图像" in paper.notes[0]
    assert render_page((SAMPLES / name).read_bytes(), name, 1, 300).startswith(b"\x89PNG")


def test_the_paper_without_a_text_layer_is_a_picture(tmp_path: Path) -> None:
    from PIL import Image

    with Image.open(SAMPLES / "03_开庭传票_扫描.png") as picture:
        picture.convert("L").save(tmp_path / "扫描.pdf")
    paper = one(tmp_path / "扫描.pdf")
    assert paper.doc_type == "" and paper.fields == {} and paper.source_type == "pdf"
    assert paper.pages[0].has_image and "没有可用的文字层" in paper.notes[0]
