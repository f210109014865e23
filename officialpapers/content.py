"""What an official paper says, before anybody asks how it is printed.

One content goes to both outputs (:func:`officialpapers.to_pdf`, :func:`officialpapers.to_docx`). All text is plain:
nothing a user types is ever read as markup. A value that is not known yet prints as 【待补：标签】, see :func:`to_fill`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from typing import Literal

MARK = re.compile(r"【待补：([^】]*)】")

Layout = Literal["official", "court", "form", "cover"]
Align = Literal["left", "center", "right", "justify"]
Orientation = Literal["portrait", "landscape"]


def to_fill(label: str) -> str:
    """The mark printed where a value is missing: ``【待补：案号】``."""
    return f"【待补：{label}】"


def chinese_date(day: date) -> str:
    """成文日期 in Arabic figures without leading zeros, as GB/T 9704-2012 7.3.5.4 asks: 2025年3月9日."""
    return f"{day.year}年{day.month}月{day.day}日"


@dataclass(frozen=True)
class Head:
    """The head of a paper.

    layout: ``official`` = 党政机关公文 (title 小标宋 2号), ``court`` = court form (诉讼文书), ``form`` = a printed form
    or register (呈批件、目录), ``cover`` = cover of a volume. ``issuer`` prints the red head 「…文件」 with its rule;
    ``number`` is the 发文字号; ``signer`` the 签发人 of a paper sent upwards; ``addressee`` the 主送机关.
    """

    title: str
    layout: Layout = "official"
    issuer: str = ""
    number: str = ""
    signer: str = ""
    addressee: str = ""
    subtitle: str = ""
    secrecy: str = ""
    urgency: str = ""
    orientation: Orientation = "portrait"
    page_numbers: bool = True


@dataclass(frozen=True)
class Heading:
    """A heading; level 1 「一、」黑体, 2 「（一）」楷体, 3 「1.」仿宋, 4 「（1）」仿宋. The number is part of the text."""

    text: str
    level: int = 1


@dataclass(frozen=True)
class Paragraph:
    """A paragraph, indented by two characters. ``lead`` is printed before the text in 黑体. Each line of the text
    that a user typed becomes a paragraph of its own."""

    text: str
    lead: str = ""
    indent: bool = True
    align: Align = "justify"


@dataclass(frozen=True)
class Column:
    """A column of a table; ``width`` in millimetres, scaled to the type area."""

    title: str
    width: float
    align: Align = "left"


@dataclass(frozen=True)
class Table:
    """A ruled table whose header row is repeated on each page."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    title: str = ""


@dataclass(frozen=True)
class Cell:
    """A cell of a form. ``foot`` stands at the lower right of the cell (signature and date of an approval)."""

    text: str
    span: int = 1
    label: bool = False
    align: Align = "left"
    foot: str = ""


@dataclass(frozen=True)
class FormRow:
    """A row of a form; ``height`` is its least height in millimetres."""

    cells: tuple[Cell, ...]
    height: float = 11.0


@dataclass(frozen=True)
class Form:
    """A ruled form of labels and values (呈批件, 封面); ``widths`` in millimetres, scaled to the type area.
    ``small`` sets it in 小四 (12 pt) instead of 四号 (14 pt)."""

    widths: tuple[float, ...]
    rows: tuple[FormRow, ...]
    small: bool = False


@dataclass(frozen=True)
class Address:
    """Court habit: 「此致」 indented, the court's name flush left."""

    court: str
    words: str = "此致"


@dataclass(frozen=True)
class Signature:
    """Signing organ and date.

    ``sealed`` places them as GB/T 9704-2012 7.3.5.1 (date four characters from the right edge, the organ centred
    above it); otherwise as 7.3.5.2. ``label`` stands before the organ (答辩人：), ``note`` after it (（盖章）).
    ``persons`` are further lines above the organ. A missing date is a text made with :func:`to_fill`.
    """

    organ: str
    date: date | str
    sealed: bool = True
    label: str = ""
    note: str = ""
    persons: tuple[str, ...] = ()


@dataclass(frozen=True)
class Attachments:
    """附件说明: 「附件：1.…」 under the text; ``word`` is 「附件」, in court forms 「附」."""

    items: tuple[str, ...]
    word: str = "附件"


@dataclass(frozen=True)
class Note:
    """附注 or a remark under a form, in smaller type."""

    text: str


@dataclass(frozen=True)
class Imprint:
    """版记 at the foot of the last page: 抄送机关, 印发机关 and 印发日期."""

    copies: tuple[str, ...] = ()
    printer: str = ""
    printed: date | str = ""


@dataclass(frozen=True)
class Space:
    """Empty lines of the 28.95 pt grid."""

    lines: int = 1


@dataclass(frozen=True)
class PageBreak:
    """What follows begins on a new page."""


@dataclass(frozen=True)
class Title:
    """A further title inside a paper (卷内文件目录 after the cover)."""

    text: str


Block = (
    Heading
    | Paragraph
    | Table
    | Form
    | Address
    | Signature
    | Attachments
    | Note
    | Imprint
    | Space
    | PageBreak
    | Title
)


@dataclass(frozen=True)
class Paper:
    """An official paper: its head and its blocks in order."""

    head: Head
    blocks: tuple[Block, ...]


class OfficialPaperError(Exception):
    """A paper or volume cannot be made; the message (Chinese) says what happened and what to do next."""


def unfilled(text: str) -> list[str]:
    """Labels of the 【待补：…】 marks in *text*, in order, each once."""
    return list(dict.fromkeys(MARK.findall(text)))


def clean(text: str) -> str:
    """*text* without control characters that neither output can carry; line breaks stay, tabs become spaces."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\t", " ")
    return "".join(c for c in text if c == "\n" or unicodedata.category(c) not in ("Cc", "Cs", "Cn"))


def plain_lines(text: str) -> list[str]:
    """The lines of a text a user typed, without empty ones and without indents typed by hand; at least one."""
    return [line.strip(" \u3000") for line in clean(text).split("\n") if line.strip(" \u3000")] or [""]


def plain_text(paper: Paper) -> str:
    """All words of the paper, a piece to a line, as they were given."""
    return "\n".join(_texts((paper.head, paper.blocks)))


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, date):
        yield chinese_date(value)
    elif isinstance(value, tuple):
        for item in value:
            yield from _texts(item)
    elif is_dataclass(value):
        for field in fields(value):
            yield from _texts(getattr(value, field.name))
