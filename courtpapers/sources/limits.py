"""What a file may cost before it is refused."""

from __future__ import annotations

from dataclasses import dataclass

from courtpapers.errors import CourtPaperError


@dataclass(frozen=True)
class Limits:
    """Upper bounds: bytes of the file, pages, pixels of a picture, bytes and entries of an unpacked DOCX, characters of text."""

    max_bytes: int = 50 * 1024 * 1024
    max_pages: int = 500
    max_pixels: int = 25_000_000
    max_unpacked: int = 100 * 1024 * 1024
    max_entries: int = 2_000
    max_characters: int = 2_000_000

    def check_pages(self, count: int) -> None:
        """Raise CourtPaperError when a file has more pages than allowed."""
        if count > self.max_pages:
            raise CourtPaperError(
                f"文件有 {count} 页，超过 {self.max_pages} 页的上限。请按文书拆成几个文件再上传。",
                reason="too-many-pages",
            )

    def check_pixels(self, width: int, height: int) -> None:
        """Raise CourtPaperError when a picture is larger than allowed; call it before decoding."""
        if width <= 0 or height <= 0:
            raise CourtPaperError(
                "图片的宽或高为 0，文件可能已损坏。请重新扫描或拍照后上传。", reason="corrupt"
            )
        if width * height > self.max_pixels:
            raise CourtPaperError(
                f"图片有 {width}×{height} 像素，超过 {self.max_pixels // 10000} 万像素的上限。"
                "请降低扫描分辨率（A4 建议 200 至 300 dpi）后重新上传。",
                reason="too-many-pixels",
            )

    def check_characters(self, count: int) -> None:
        """Raise CourtPaperError when a text is longer than any court paper."""
        if count > self.max_characters:
            raise CourtPaperError(
                f"文字超过 {self.max_characters // 10000} 万字，不像一份法院文书。请核对文件，或拆分后再上传。",
                reason="too-large",
            )
