"""Pictures: scans and photographs. The header is read for the size; nothing is decoded while reading."""

from __future__ import annotations

import warnings
from io import BytesIO
from typing import Any

from courtpapers.errors import CourtPaperError
from courtpapers.flat import SourcePage
from courtpapers.models import Page
from courtpapers.sources import Source
from courtpapers.sources.limits import Limits

FORMATS = ("PNG", "JPEG", "BMP", "GIF", "TIFF", "WEBP")


def source(data: bytes, limits: Limits) -> Source:
    """The pages of a picture (several for a TIFF), without words. Raises CourtPaperError."""
    with open_image(data, limits) as picture:
        count = _frames(picture)
        limits.check_pages(count)
        pages = []
        for index in range(count):
            picture.seek(index)
            limits.check_pixels(*picture.size)
            width, height = picture.size
            pages.append(SourcePage(Page(index + 1, "", float(width), float(height), has_image=True), []))
    return Source("image", pages, ["这是图片，没有识别文字。请对照页面图像逐项填写。"])


def open_image(data: bytes, limits: Limits) -> Any:
    """The Pillow picture with its header read and its size checked, not yet decoded."""
    try:
        from PIL import Image
    except ImportError as error:
        message = "没有安装 Pillow，不能读取图片。请安装后重试。"
        raise CourtPaperError(message, reason="missing-library") from error
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            picture = Image.open(BytesIO(data), formats=FORMATS)
    except Image.DecompressionBombError as error:
        message = f"图片像素超过 {limits.max_pixels // 10000} 万的上限。请降低扫描分辨率（A4 建议 200 至 300 dpi）后重新上传。"
        raise CourtPaperError(message, reason="too-many-pixels") from error
    except Exception as error:  # Pillow's format plugins raise many kinds for damaged headers
        raise broken() from error
    limits.check_pixels(*picture.size)
    return picture


def broken() -> CourtPaperError:
    """The refusal of a damaged picture."""
    return CourtPaperError("图片已损坏或不完整，无法打开。请重新扫描或拍照后上传。", reason="corrupt")


def _frames(picture: Any) -> int:
    try:
        return int(getattr(picture, "n_frames", 1)) if picture.format == "TIFF" else 1
    except Exception as error:  # a damaged directory of frames
        raise broken() from error
