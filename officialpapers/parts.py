"""The papers that go into a volume: PDF, images or plain text become upright A4 sheets, nothing cut away.

A page larger than A4 is scaled down, a page laid across is turned so that its head lies at the binding edge, a smaller
one stays its size. What annotations show (stamps, signatures, form fields) is kept as printed.
"""

from __future__ import annotations

import io
import json
from pathlib import Path

import pikepdf
from PIL import Image, ImageOps, UnidentifiedImageError

from .content import OfficialPaperError, clean
from .faces import NOTO_SANS, chains
from .typesetting import compile_template

A4 = (595.276, 841.89)
EDGE = 22.7  # 8 mm left free around an image
DOTS = 200.0  # dots per inch of a stored image


def text_to_pdf(text: str, name: str = "文本") -> bytes:
    """Plain text as A4 pages in one size, lines as they are."""
    rows = clean(text).split("\n")
    mono = ["Noto Sans Mono CJK SC", NOTO_SANS, *chains()["song"]]
    data = {"kind": "plain", "name": name, "rows": rows, "faces": {**chains(), "mono": mono}}
    return compile_template("sheets.typ", {"sheets": json.dumps(data, ensure_ascii=False)})


def image_to_pdf(data: bytes, name: str = "图片") -> bytes:
    """An image (PNG, JPEG, each page of a TIFF) on A4 pages, turned as its camera says, whole."""
    try:
        with Image.open(io.BytesIO(data)) as image:
            frames = [_frame(image, at) for at in range(getattr(image, "n_frames", 1))]
    except (UnidentifiedImageError, OSError, Image.DecompressionBombError) as error:
        raise OfficialPaperError(
            f"“{name}”不是能读取的图片，无法装订。请重新扫描或者另存为 PDF 后再试。"
        ) from error
    out = io.BytesIO()
    frames[0].save(out, "PDF", save_all=True, append_images=frames[1:], resolution=DOTS, quality=85)
    return out.getvalue()


def _frame(image: Image.Image, at: int) -> Image.Image:
    image.seek(at)
    upright = ImageOps.exif_transpose(image)
    if upright.mode in ("RGBA", "LA", "P"):
        coloured = upright.convert("RGBA")
        upright = Image.alpha_composite(Image.new("RGBA", coloured.size, "white"), coloured)
    grey = upright.mode in ("1", "L", "I;16")
    return upright.convert("L" if grey else "RGB")


def as_pdf(data: bytes, name: str) -> bytes:
    """PDF bytes of a part. Raises OfficialPaperError for kinds that the caller has to convert first."""
    if b"%PDF-" in data[:1024]:
        return data
    if data[:8] == b"\x89PNG\r\n\x1a\n" or data[:3] == b"\xff\xd8\xff" or data[:4] in (b"II*\0", b"MM\0*"):
        return image_to_pdf(data, name)
    if data[:4] in (b"PK\x03\x04", b"\xd0\xcf\x11\xe0"):
        raise OfficialPaperError(f"“{name}”是 Word 等办公文档，不能直接装订。请先转换为 PDF 再加入卷宗。")
    return text_to_pdf(_decoded(data, name), name)


def _decoded(data: bytes, name: str) -> str:
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise OfficialPaperError(f"“{name}”的文件格式无法识别，不能装订。请转换为 PDF、图片或者文本文件后再试。")


def open_part(data: bytes, name: str, folder: Path, number: int) -> pikepdf.Pdf:
    """Open a part from a temporary file, its annotations drawn into the pages."""
    path = folder / f"part-{number}.pdf"
    path.write_bytes(as_pdf(data, name))
    try:
        pdf = pikepdf.open(path)
    except pikepdf.PasswordError as error:
        raise OfficialPaperError(
            f"“{name}”设有密码，不能装订。请取消密码或者打印扫描后再加入卷宗。"
        ) from error
    except pikepdf.PdfError as error:
        raise OfficialPaperError(f"“{name}”已损坏或者不是 PDF 文件，不能装订。请重新取得该文件。") from error
    if not pdf.pages:
        raise OfficialPaperError(f"“{name}”没有任何页面，不能装订。请核对文件后重新加入。")
    _draw_annotations(pdf)
    return pdf


def _draw_annotations(pdf: pikepdf.Pdf) -> None:
    if any("/Annots" in page for page in pdf.pages):
        pdf.generate_appearance_streams()
        pdf.flatten_annotations("print")


def add_sheets(volume: pikepdf.Pdf, part: pikepdf.Pdf, *, images: bool) -> int:
    """Append the pages of a part as upright A4 sheets; the number of sheets added."""
    for page in part.pages:
        _add_sheet(volume, page, EDGE if images else 0.0)
    return len(part.pages)


def _add_sheet(volume: pikepdf.Pdf, page: pikepdf.Page, edge: float) -> None:
    page.trimbox = page.cropbox  # what a reader sees, not what a printer would trim
    form = volume.copy_foreign(page.as_form_xobject())
    matrix = _matrix(form, edge)
    content = b"q " + b" ".join(b"%.5f" % value for value in matrix) + b" cm /Fx0 Do Q"
    sheet = pikepdf.Dictionary(
        Type=pikepdf.Name.Page,
        MediaBox=[0, 0, *A4],
        Resources=pikepdf.Dictionary(XObject=pikepdf.Dictionary(Fx0=form)),
        Contents=volume.make_stream(content),
    )
    volume.pages.append(pikepdf.Page(volume.make_indirect(sheet)))


def _matrix(form: pikepdf.Object, edge: float) -> tuple[float, float, float, float, float, float]:
    """Where the form's own matrix (rotation, user unit) puts its box, and from there to the middle of the sheet."""
    left, bottom, right, top = _placed_box(form)
    across, up = right - left, top - bottom
    turned = across > up * 1.02
    width, height = (up, across) if turned else (across, up)
    scale = min(1.0, (A4[0] - 2 * edge) / width, (A4[1] - 2 * edge) / height)
    x, y = (A4[0] - width * scale) / 2, (A4[1] - height * scale) / 2
    if turned:  # a quarter to the left: the head comes to the binding edge
        return 0, scale, -scale, 0, x + top * scale, y - left * scale
    return scale, 0, 0, scale, x - left * scale, y - bottom * scale


def _placed_box(form: pikepdf.Object) -> tuple[float, float, float, float]:
    x0, y0, x1, y1 = (float(value) for value in form.BBox.as_list())
    a, b, c, d, e, f = (
        float(value) for value in form.get("/Matrix", pikepdf.Array([1, 0, 0, 1, 0, 0])).as_list()
    )
    corners = [(a * x + c * y + e, b * x + d * y + f) for x in (x0, x1) for y in (y0, y1)]
    across, up = [x for x, _ in corners], [y for _, y in corners]
    return min(across), min(up), max(across), max(up)
