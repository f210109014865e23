"""The typefaces: which files stand in the font folder, which face prints which role, which character no face has.

Folder: ``fonts`` beside the packages, or the one named by ``OFFICIALPAPERS_FONTS``. Files in its ``site`` subfolder
(a site's own 方正小标宋, 仿宋_GB2312 …) come first because their families stand first in each chain.
"""

from __future__ import annotations

import os
import struct
from functools import lru_cache
from pathlib import Path

import typst

from .content import OfficialPaperError

NOTO_SERIF = "Noto Serif CJK SC"
NOTO_SANS = "Noto Sans CJK SC"
CHAINS: dict[str, tuple[str, ...]] = {
    "fangsong": (
        "FangSong_GB2312",
        "仿宋_GB2312",
        "FZFangSong-Z02",
        "FangSong",
        "仿宋",
        "FandolFang R",
        "cwTeXFangSong",
        NOTO_SERIF,
    ),
    "title": (
        "FZXiaoBiaoSong-B05S",
        "FZXiaoBiaoSong-B05",
        "方正小标宋简体",
        "方正小标宋_GBK",
        "FandolSong",
        NOTO_SERIF,
    ),
    "hei": ("SimHei", "黑体", "FZHei-B01", "FandolHei", NOTO_SANS),
    "kai": (
        "KaiTi_GB2312",
        "楷体_GB2312",
        "FZKai-Z03",
        "KaiTi",
        "楷体",
        "FandolKai",
        "cwTeXFangSong",
        NOTO_SERIF,
    ),
    "song": ("SimSun", "宋体", "FZShuSong-Z01", "FandolSong", NOTO_SERIF),
}


def font_folder() -> Path:
    """The folder the typefaces are read from."""
    named = os.environ.get("OFFICIALPAPERS_FONTS", "")
    return Path(named) if named else Path(__file__).resolve().parent.parent / "fonts"


@lru_cache(maxsize=4)
def _fonts(folder: Path) -> typst.Fonts:
    found = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[folder])
    families = set(found.families())
    for role, chain in CHAINS.items():
        if not families.intersection(chain):
            raise OfficialPaperError(
                f"缺少排版字体（{role}），无法生成文书。请在项目目录运行 make fonts；"
                f"无网络的机器请把已备好的字体文件放入 {folder.name} 文件夹。"
            )
    return found


def fonts() -> typst.Fonts:
    """The typefaces, read once for each folder. Raises OfficialPaperError when a role has no face at all."""
    return _fonts(font_folder())


def chains() -> dict[str, list[str]]:
    """For each role the families that are really there, in the order of use."""
    families = set(fonts().families())
    return {role: [name for name in chain if name in families] for role, chain in CHAINS.items()}


def missing_glyphs(text: str) -> list[str]:
    """The characters of *text* that no typeface of the body chain can print, each once, in order."""
    first, others = _coverage()
    return [c for c in _printing(text) if ord(c) not in first and ord(c) not in others]


def fallback_glyphs(text: str) -> list[str]:
    """The characters that the body face (仿宋) lacks and a visibly different typeface prints instead."""
    first, others = _coverage()
    return [c for c in _printing(text) if ord(c) not in first and ord(c) in others]


def _printing(text: str) -> list[str]:
    return [c for c in dict.fromkeys(text) if not c.isspace()]


def _coverage() -> tuple[frozenset[int], frozenset[int]]:
    chain = chains()["fangsong"]
    return _covered(font_folder(), chain[0]), frozenset().union(
        *(_covered(font_folder(), n) for n in chain[1:])
    )


@lru_cache(maxsize=32)
def _covered(folder: Path, family: str) -> frozenset[int]:
    found = next(f for f in _fonts(folder).fonts() if f.family == family)
    return _characters(Path(found.path or ""), found.index)


def _characters(path: Path, index: int) -> frozenset[int]:
    """Code points in the Unicode cmap of face *index* of an OpenType file."""
    data = path.read_bytes()
    start = struct.unpack_from(">I", data, 12 + 4 * index)[0] if data[:4] == b"ttcf" else 0
    table = _cmap_offset(data, start)
    points: set[int] = set()
    for number in range(struct.unpack_from(">H", data, table + 2)[0]):
        platform, _encoding, offset = struct.unpack_from(">HHI", data, table + 4 + 8 * number)
        if platform in (0, 3):
            points |= _subtable(data, table + offset)
    return frozenset(points)


def _cmap_offset(data: bytes, start: int) -> int:
    for number in range(struct.unpack_from(">H", data, start + 4)[0]):
        tag, _check, offset, _length = struct.unpack_from(">4sIII", data, start + 12 + 16 * number)
        if tag == b"cmap":
            return int(offset)
    raise OfficialPaperError("字体文件中没有字符表，无法使用。请更换 fonts 文件夹中的该字体文件。")


def _subtable(data: bytes, at: int) -> set[int]:
    kind = struct.unpack_from(">H", data, at)[0]
    if kind == 12:
        groups = struct.unpack_from(">I", data, at + 12)[0]
        spans = (struct.unpack_from(">III", data, at + 16 + 12 * n) for n in range(groups))
        return {c for first, last, glyph in spans if glyph or last > first for c in range(first, last + 1)}
    return _segments(data, at) if kind == 4 else set()


def _segments(data: bytes, at: int) -> set[int]:
    """A format 4 subtable; a character mapped to glyph 0 is not covered."""
    count = struct.unpack_from(">H", data, at + 6)[0] // 2
    ends = struct.unpack_from(f">{count}H", data, at + 14)
    starts = struct.unpack_from(f">{count}H", data, at + 16 + 2 * count)
    deltas = struct.unpack_from(f">{count}H", data, at + 16 + 4 * count)
    shifts_at = at + 16 + 6 * count
    shifts = struct.unpack_from(f">{count}H", data, shifts_at)
    points = set()
    for n in range(count):
        for c in range(starts[n], min(ends[n], 0xFFFE) + 1):
            glyph = c if shifts[n] == 0 else 0
            if shifts[n]:
                glyph = struct.unpack_from(">H", data, shifts_at + 2 * n + shifts[n] + 2 * (c - starts[n]))[0]
            if glyph and (glyph + deltas[n]) & 0xFFFF:
                points.add(c)
    return points
