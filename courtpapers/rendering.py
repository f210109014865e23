"""Drawing a page as PNG, so that a person sees the paper beside its fields."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from courtpapers.errors import CourtPaperError
from courtpapers.sources import check_form
from courtpapers.sources.limits import Limits

_MAX_WIDTH = 4000


def render_page(
    data: bytes, name: str, page: int, width: int = 1200, *, limits: Limits | None = None
) -> bytes:
    """Page *page* (from 1) of a PDF or picture as PNG, *width* pixels wide (1 to 4000).

    Raises CourtPaperError for text and DOCX (no printed page), for a page that does not exist, and for broken files.
    """
    limits = limits or Limits()
    if not 1 <= width <= _MAX_WIDTH:
        raise CourtPaperError(
            f"图像宽度应在 1 至 {_MAX_WIDTH} 像素之间，现为 {width}。请修改宽度后重试。", reason="no-page"
        )
    form = check_form(data, name, limits)
    if form == "pdf":
        return _render_pdf(data, page, width, limits)
    if form == "image":
        return _render_image(data, page, width, limits)
    raise CourtPaperError(
        "文本和 DOCX 没有页面图像。请直接查看文字内容，或另存为 PDF 后上传。", reason="no-page"
    )


def _render_pdf(data: bytes, number: int, width: int, limits: Limits) -> bytes:
    import pypdfium2

    from courtpapers.sources import pdf

    document = pdf.open_document(data)
    try:
        _check_number(number, len(document))
        page = document[number - 1]
        page_width, page_height = page.get_size()
        if page_width <= 0 or page_height <= 0:
            raise pdf.broken()
        scale = width / page_width
        limits.check_pixels(width, max(1, round(page_height * scale)))
        return _png(page.render(scale=scale, may_draw_forms=False).to_pil())
    except pypdfium2.PdfiumError as error:
        raise pdf.broken() from error
    finally:
        document.close()


def _render_image(data: bytes, number: int, width: int, limits: Limits) -> bytes:
    from courtpapers.sources import image

    with image.open_image(data, limits) as picture:
        _check_number(number, int(getattr(picture, "n_frames", 1)) if picture.format == "TIFF" else 1)
        try:
            picture.seek(number - 1)
            limits.check_pixels(*picture.size)
            upright = _upright(picture)
        except CourtPaperError:
            raise
        except Exception as error:  # Pillow's decoders raise many kinds for damaged data
            raise image.broken() from error
        height = max(1, round(upright.height * width / upright.width))
        limits.check_pixels(width, height)
        return _png(upright.resize((width, height)))


def _upright(picture: Any) -> Any:
    """The picture turned as its camera says, without transparency."""
    from PIL import ImageOps

    turned = ImageOps.exif_transpose(picture)
    return turned if turned.mode in ("L", "RGB") else turned.convert("RGB")


def _check_number(number: int, count: int) -> None:
    if not 1 <= number <= count:
        raise CourtPaperError(f"没有第 {number} 页，这份文件共 {count} 页。请核对页码。", reason="no-page")


def _png(picture: Any) -> bytes:
    out = BytesIO()
    picture.save(out, format="PNG", optimize=False)
    return out.getvalue()
