"""The words of a paper laid flat for the rules, each character knowing its place on its page.

Courts space out titles (“行 政 判 决 书”), PDF breaks lines in the middle of a sentence, and writings differ in width. The
flat text has no spaces inside a line, joined lines, and one width for digits and brackets; `Flat.place` leads
every character back to page, box and span.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field

from courtpapers.models import WHOLE_PAGE, Box, Page

_ONE_WIDTH = {
    **{chr(0xFF10 + digit): str(digit) for digit in range(10)},
    **{chr(0xFF21 + letter): chr(0x41 + letter) for letter in range(26) if chr(0xFF21 + letter) != "Ｏ"},
    **{chr(0xFF41 + letter): chr(0x61 + letter) for letter in range(26)},
    "(": "（",
    ")": "）",
    "[": "〔",
    "]": "〕",
    "［": "〔",
    "］": "〕",
    "﹝": "〔",
    "﹞": "〕",
    "【": "〔",
    "】": "〕",
    ":": "：",
    ";": "；",
    "﹕": "：",
    "–": "-",
    "—": "-",
    "?": "？",
    "○": "〇",
    "◯": "〇",
    "Ｏ": "〇",
    "": "",
    "⺠": "民",
    "⺟": "母",
    "⻄": "西",
    "⻆": "角",
    "⻘": "青",
    "⻓": "长",
    "⻔": "门",
    "⻋": "车",
    "⻅": "见",
    "⻚": "页",
    "⻛": "风",
    "⻜": "飞",
    "⻝": "食",
    "⻢": "马",
    "⻥": "鱼",
    "⻦": "鸟",
    "⻣": "骨",
    "⻬": "齐",
    "⻰": "龙",
    "⻉": "贝",
    "⻩": "黄",
    "⻨": "麦",
}
_INVISIBLE = {"\u200b", "\u200c", "\u200d", "\u2060", "\ufeff", "\u00ad"}
_PAGE_NUMBER = re.compile(r"[-—–·\s]*(?:第?\s*\d{1,4}\s*页?)(?:\s*[/／，,]?\s*共?\s*\d{1,4}\s*页?)?[-—–·\s]*")


@dataclass(frozen=True)
class SourcePage:
    """A page as a source gives it: the page, a box for each character of its text, and the soft line ends.

    ``boxes`` is None for sources without a printed page. ``soft`` holds the offsets of line ends that only wrap a
    sentence; the length of the text itself stands in it when the sentence runs on to the next page.
    """

    page: Page
    boxes: Sequence[Box | None] | None = None
    soft: frozenset[int] = frozenset()


@dataclass(frozen=True)
class Place:
    """Where a stretch of flat text stands: page of the file, rectangle, and span in the page's text."""

    page: int
    box: Box
    span: tuple[int, int]


@dataclass
class Flat:
    """The flat text of a paper with the way back to the pages."""

    pages: Sequence[SourcePage]
    text: str = ""
    origin: list[tuple[int, int]] = field(default_factory=list)

    def place(self, start: int, end: int) -> Place:
        """The place of ``text[start:end]``; what runs over a page end is placed on the page where it starts."""
        inside = [
            self.origin[i] for i in range(max(start, 0), min(end, len(self.origin))) if self.text[i] != "\n"
        ]
        if not inside:
            number = self.pages[0].page.number if self.pages else 1
            return Place(number, WHOLE_PAGE, (0, 0))
        index = inside[0][0]
        offsets = [offset for page, offset in inside if page == index]
        source = self.pages[index]
        return Place(source.page.number, _box(source, offsets), (offsets[0], offsets[-1] + 1))

    def lines(self) -> list[tuple[int, int]]:
        """Start and end of every line of the flat text that is not empty."""
        return [(match.start(), match.end()) for match in re.finditer(r"[^\n]+", self.text)]


def flatten(pages: Sequence[SourcePage]) -> Flat:
    """Lay the pages of one paper flat; page numbers in head and foot are left out."""
    flat = Flat(pages)
    letters: list[str] = []
    for index, source in enumerate(pages):
        text = source.page.text
        dropped = _page_number_offsets(text)
        for offset, char in enumerate(text):
            kept = "" if offset in dropped else _flat_char(char, offset in source.soft)
            if kept and not (kept in "\n\t" and (not letters or letters[-1] == "\n")):
                letters.append(kept)
                flat.origin.append((index, offset))
        if len(text) not in source.soft and letters and letters[-1] != "\n":
            letters.append("\n")
            flat.origin.append((index, max(len(text) - 1, 0)))
    flat.text = "".join(letters)
    return flat


def _flat_char(char: str, soft: bool) -> str:
    if char in "\n\r\x0b\x0c\u2028\u2029\x85":
        return "" if soft else "\n"
    if char == "\t":
        return char
    if char.isspace() or char in _INVISIBLE:
        return ""
    if char in _ONE_WIDTH:
        return _ONE_WIDTH[char]
    if "\u2f00" <= char <= "\u2fd5" or "\uf900" <= char <= "\ufaff":
        return unicodedata.normalize("NFKC", char)
    return char


def _page_number_offsets(text: str) -> set[int]:
    """Offsets of a first or last line that is only a page number."""
    lines = [match for match in re.finditer(r"[^\n]+", text) if match.group().strip()]
    edge = lines[-1:] + lines[:1] if len(lines) > 2 else []
    return {
        i for line in edge if _PAGE_NUMBER.fullmatch(line.group()) for i in range(line.start(), line.end())
    }


def _box(source: SourcePage, offsets: list[int]) -> Box:
    if source.boxes is None:
        return _grid_box(source.page, offsets)
    boxes = [box for offset in offsets if (box := source.boxes[offset]) is not None]
    if not boxes:
        return WHOLE_PAGE
    return (
        round(min(box[0] for box in boxes), 4),
        round(min(box[1] for box in boxes), 4),
        round(max(box[2] for box in boxes), 4),
        round(max(box[3] for box in boxes), 4),
    )


def _grid_box(page: Page, offsets: list[int]) -> Box:
    """A rectangle on the sheet whose rows are the lines of the text and whose columns are half-width characters."""
    text = page.text
    first, last = offsets[0], offsets[-1]
    top, bottom = text.count("\n", 0, first), text.count("\n", 0, last)
    rows, columns = max(page.height, 1.0), max(page.width, 1.0)
    if top != bottom:
        return (0.0, round(top / rows, 4), 1.0, round((bottom + 1) / rows, 4))
    start = text.rfind("\n", 0, first) + 1
    left, right = display_width(text[start:first]), display_width(text[start : last + 1])
    return (
        round(left / columns, 4),
        round(top / rows, 4),
        round(right / columns, 4),
        round((top + 1) / rows, 4),
    )


def display_width(text: str) -> int:
    """Width in half-width columns: Chinese characters and full-width marks take two."""
    return sum(2 if unicodedata.east_asian_width(char) in "WFA" else 1 for char in text)


def soft_ends(text: str) -> frozenset[int]:
    """The line ends of plain text that only wrap a sentence: several lines end at the same right edge."""
    lines = list(re.finditer(r"[^\n]*", text))
    lines = [line for line in lines if line.group().strip()]
    widths = [display_width(line.group().rstrip()) for line in lines]
    edge = max(widths, default=0)
    full = [width >= edge - 3 for width in widths]
    if sum(full) < 4 or not 40 <= edge <= 120:
        return frozenset()
    return frozenset(
        line.end()
        for line, following, is_full in zip(lines, lines[1:], full, strict=False)
        if is_full
        and not line.group().rstrip().endswith(("。", "：", "；", ":", ";"))
        and not following.group()[0].isspace()
        and following.start() == line.end() + 1
    )
