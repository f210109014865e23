"""Binding (办法第二十八条): every sheet numbered, contents right, nothing cut, bookmarks, three hundred pages."""

import io
import resource
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from PIL import Image, ImageDraw

from officialpapers import OfficialPaperError, Paper, Paragraph, Part, Volume, bind, to_pdf
from officialpapers.__main__ import main
from officialpapers.binding import Bound, Totals
from officialpapers.content import Head, PageBreak
from officialpapers.reading_back import read_back
from yingsu.documents.kinds import kinds
from yingsu.documents.kinds.volume_cover import form

from .reading import glyphs, sizes

A4 = (595.276, 841.89)


def letter(words: str, pages: int = 1, **head: str) -> bytes:
    blocks = []
    for number in range(1, pages + 1):
        blocks += [Paragraph(f"{words}{number}"), PageBreak()]
    return to_pdf(Paper(Head(words, page_numbers=False, **head), tuple(blocks[:-1])))  # type: ignore[arg-type]


def image(width: int, height: int, kind: str) -> bytes:
    """White, with a red frame along its very edge."""
    picture = Image.new("RGB", (width, height), "white")
    ImageDraw.Draw(picture).rectangle((0, 0, width - 1, height - 1), outline="red", width=width // 60)
    out = io.BytesIO()
    picture.save(out, kind)
    return out.getvalue()


def framed_pdf(width: float, height: float, **page: object) -> bytes:
    """One page with four red squares in its corners."""
    pdf = pikepdf.new()
    pdf.add_blank_page(page_size=(width, height))
    corners = [(0, 0), (width - 20, 0), (0, height - 20), (width - 20, height - 20)]
    content = " ".join(f"{x} {y} 20 20 re f" for x, y in corners)
    pdf.pages[0].Contents = pdf.make_stream(f"1 0 0 rg {content}".encode())
    for key, value in page.items():
        pdf.pages[0].obj[f"/{key}"] = value
    out = io.BytesIO()
    pdf.save(out)
    return out.getvalue()


def closing(totals: Totals) -> Paper:
    return Paper(Head("备考表", layout="form", page_numbers=False), (Paragraph(f"本卷共{totals.pages}页。"),))


def bound(*parts: Part, first_page: int = 1) -> Bound:
    cover = form.cover(kinds()["volume_cover"].sample)
    return bind(Volume("应诉案卷", cover, parts, closing, first_page))


def stamp(pdf: bytes, page: int) -> tuple[str, str]:
    """The number at the top of a sheet and its side."""
    top = [g for g in glyphs(pdf, page) if g.bottom < 13]
    return "".join(g.text for g in top), "right" if top and top[0].left > 105 else "left"


def seen(pdf: bytes, page: int) -> Image.Image:
    """The sheet as a picture, a point to a pixel."""
    document = pypdfium2.PdfDocument(pdf)
    picture = document[page].render(scale=1).to_pil().convert("RGB")
    document.close()
    return picture


def red_corners(pdf: bytes, page: int) -> int:
    """How many squares of :func:`framed_pdf` are seen on the sheet."""
    picture = seen(pdf, page)
    left, top, right, bottom = red_box(picture)
    inside = [(left + 3, top + 3), (right - 3, top + 3), (left + 3, bottom - 3), (right - 3, bottom - 3)]
    return sum(1 for spot in inside if is_red(picture.getpixel(spot)))


def red_box(picture: Image.Image) -> tuple[int, int, int, int]:
    red = [
        (x, y)
        for x in range(picture.width)
        for y in range(picture.height)
        if is_red(picture.getpixel((x, y)))
    ]
    across, up = {x for x, _ in red}, {y for _, y in red}
    return min(across), min(up), max(across), max(up)


def test_every_sheet_bears_its_number() -> None:
    volume = bound(Part("甲", letter("甲", 3)), Part("乙", letter("乙", 2)), Part("丙", letter("丙")))
    assert volume.contents == (("甲", 1, 3), ("乙", 4, 5), ("丙", 6, 6))
    assert volume.pages == 2 + 6 + 1
    assert stamp(volume.pdf, 1) == ("目录1", "right")
    for number in range(1, 7):
        assert stamp(volume.pdf, 1 + number) == (str(number), "right" if number % 2 else "left")
    assert stamp(volume.pdf, 0)[0] == "" and stamp(volume.pdf, 8)[0] == ""


def test_the_list_of_contents_shows_the_pages() -> None:
    parts = (
        Part("答辩状", letter("甲", 3), "清禾县人民政府", "清政〔2025〕9001号", "20250305"),
        Part("判决书", letter("乙")),
    )
    listing = "".join(read_back(bound(*parts).pdf).page_texts[1].split())
    assert "清政〔2025〕9001号清禾县人民政府答辩状202503051—3" in listing
    assert listing.endswith("判决书4") or "判决书4" in listing


def test_the_closing_form_knows_the_total() -> None:
    volume = bound(Part("甲", letter("甲", 3)))
    assert "本卷共3页。" in read_back(volume.pdf).page_texts[-1]


def test_numbering_may_go_on_from_an_earlier_volume() -> None:
    volume = bound(Part("甲", letter("甲", 2)), first_page=201)
    assert volume.contents == (("甲", 201, 202),)
    assert [stamp(volume.pdf, page)[0] for page in (2, 3)] == ["201", "202"]


def test_bookmarks_and_page_labels_lead_to_each_paper() -> None:
    volume = bound(Part("甲", letter("甲", 3)), Part("乙", letter("乙")))
    with pikepdf.open(io.BytesIO(volume.pdf)) as pdf, pdf.open_outline() as outline:
        marks = [(item.title, pdf.pages.index(pikepdf.Page(item.destination[0]))) for item in outline.root]
        assert marks == [("封面", 0), ("卷内文件目录", 1), ("1．甲", 2), ("2．乙", 5), ("备考表", 6)]
        assert [page.label for page in pdf.pages] == ["封面", "目录1", "1", "2", "3", "4", "备考表"]
        assert str(pdf.docinfo["/Title"]) == "应诉案卷"


@pytest.mark.parametrize(
    "page",
    [
        framed_pdf(841.89, 595.276),
        framed_pdf(1190.55, 841.89),
        framed_pdf(841.89, 1190.55),
        framed_pdf(595.276, 841.89, Rotate=90),
        framed_pdf(1190.55, 841.89, Rotate=270),
        framed_pdf(300, 400),
        framed_pdf(612, 792, UserUnit=2),
        framed_pdf(595.276, 841.89, TrimBox=pikepdf.Array([50, 50, 500, 700])),
    ],
    ids=["across", "A3-across", "A3", "turned", "A3-turned", "small", "user-unit", "trim-box"],
)
def test_no_sheet_is_cut(page: bytes) -> None:
    volume = bound(Part("图纸", page))
    assert sizes(volume.pdf)[2] == pytest.approx(A4, abs=0.1)
    assert red_corners(volume.pdf, 2) == 4


@pytest.mark.parametrize(
    ("width", "height", "kind"), [(1600, 900, "JPEG"), (700, 1900, "PNG"), (600, 600, "TIFF")]
)
def test_images_stand_whole_on_the_sheet(width: int, height: int, kind: str) -> None:
    volume = bound(Part("照片", image(width, height, kind)))
    with pikepdf.open(io.BytesIO(volume.pdf)) as pdf:
        assert len(pdf.pages) == 4
    left, top, right, bottom = red_box(seen(volume.pdf, 2))
    assert (right - left) / (bottom - top) == pytest.approx(min(width / height, height / width), rel=0.03)
    assert left >= 20 and right <= 575 and top >= 20


def is_red(colour: object) -> bool:
    red, green, blue = colour  # type: ignore[misc]
    return bool(red > 180 and green < 90 and blue < 90)


def test_stamps_drawn_as_annotations_are_kept() -> None:
    pdf = pikepdf.new()
    pdf.add_blank_page(page_size=A4)
    look = pdf.make_stream(
        b"0 0 100 100 re f", Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Form, BBox=[0, 0, 100, 100]
    )
    stamped = pikepdf.Dictionary(
        Type=pikepdf.Name.Annot,
        Subtype=pikepdf.Name.Stamp,
        Rect=[250, 350, 350, 450],
        F=4,
        AP=pikepdf.Dictionary(N=look),
    )
    pdf.pages[0].Annots = pikepdf.Array([pdf.make_indirect(stamped)])
    out = io.BytesIO()
    pdf.save(out)
    assert seen(bound(Part("盖章件", out.getvalue())).pdf, 2).getpixel((300, 442)) == (0, 0, 0)


def test_plain_text_is_bound_as_it_is() -> None:
    volume = bound(
        Part("记录", "第一行 #$*\n\n第二行，旻玥".encode()), Part("旧记录", "旧式编码".encode("gb18030"))
    )
    texts = read_back(volume.pdf).page_texts
    assert "第一行 #$*" in texts[2] and "第二行，旻玥" in texts[2] and "旧式编码" in texts[3]


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"%PDF-1.7 broken", "已损坏"),
        (b"PK\x03\x04docx", "先转换为 PDF"),
        (b"\x89PNG\r\n\x1a\nbroken", "不是能读取的图片"),
        (b"\x00\xff\x00\xff\x81", "无法识别"),
    ],
)
def test_what_cannot_be_bound_is_named(data: bytes, says: str) -> None:
    with pytest.raises(OfficialPaperError, match=says) as refused:
        bound(Part("某件", data))
    assert "某件" in str(refused.value)


def test_a_locked_paper_and_an_empty_volume_are_refused() -> None:
    locked = io.BytesIO()
    with pikepdf.open(io.BytesIO(letter("密"))) as pdf:
        pdf.save(locked, encryption=pikepdf.Encryption(owner="a", user="b"))
    with pytest.raises(OfficialPaperError, match="设有密码"):
        bound(Part("密件", locked.getvalue()))
    with pytest.raises(OfficialPaperError, match="没有任何文件"):
        bound()


def test_three_hundred_pages_stay_small() -> None:
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    ten = letter("证据", 10)
    volume = bound(*(Part(f"证据{number}", ten) for number in range(1, 31)))
    after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    assert volume.contents[-1] == ("证据30", 291, 300)
    before_papers = volume.pages - 1 - 300
    for number in range(1, 301):
        assert stamp(volume.pdf, before_papers + number - 1)[0] == str(number)
    assert (after - before) / 1024 < 200  # MiB


def test_the_command_line_binds_files(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "甲.pdf").write_bytes(letter("甲", 2))
    (tmp_path / "乙.txt").write_text("乙", encoding="utf-8")
    out = tmp_path / "卷.pdf"
    assert main(["bind", str(out), str(tmp_path / "甲.pdf"), str(tmp_path / "乙.txt")]) == 0
    assert capsys.readouterr().out == "1—2\t甲\n3—3\t乙\n"
    assert read_back(out.read_bytes()).pages == 6
    assert main(["bind", str(out), str(tmp_path / "无.pdf")]) == 1
    assert "读不出来" in capsys.readouterr().err
