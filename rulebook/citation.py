"""Naming a place in a law: "13.1" is 第十三条第一款, "12.1(2)" its item (二)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rulebook.errors import RulebookError

_DIGITS = "零一二三四五六七八九"
_REFERENCE = re.compile(r"(\d{1,3})(?:\.(\d{1,2}))?(?:\((\d{1,2})\))?")
_ARTICLE = re.compile(r"第([零一二三四五六七八九十百]+)条[ \u3000]")
_ITEM = re.compile(r"（([一二三四五六七八九十]+)）")


@dataclass(frozen=True, slots=True)
class Citation:
    """Which words of which version of which law; ``quote`` is verbatim from the text we ship."""

    book: str
    book_title: str
    version: str
    article: str
    label: str
    quote: str
    short: str

    @property
    def full(self) -> str:
        """《德州市行政应诉管理办法》第十三条第一款."""
        return f"{self.book_title}{self.label}"


@dataclass(frozen=True, slots=True)
class Reference:
    """Article, paragraph (款, 0 when the whole article is meant) and item (项, 0 when none)."""

    article: int
    paragraph: int = 0
    item: int = 0

    @property
    def label(self) -> str:
        """第十二条第一款第（二）项."""
        text = f"第{chinese_number(self.article)}条"
        if self.paragraph:
            text += f"第{chinese_number(self.paragraph)}款"
        if self.item:
            text += f"第（{chinese_number(self.item)}）项"
        return text


def parse_reference(text: str) -> Reference:
    """The reference written as "13", "13.1" or "12.1(2)"; anything else is refused."""
    match = _REFERENCE.fullmatch(text)
    if match is None:
        raise RulebookError(f"“{text}”不是条文编号。", remedy="请写成 13、13.1 或者 12.1(2)（条.款(项)）。")
    article, paragraph, item = (int(part) if part else 0 for part in match.groups())
    return Reference(article, paragraph, item)


def chinese_number(number: int) -> str:
    """1–999 in Chinese numerals as laws number their articles (一百零四)."""
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    text = f"{_DIGITS[hundreds]}百" if hundreds else ""
    if tens:
        text += ("" if tens == 1 and not hundreds else _DIGITS[tens]) + "十"
    elif hundreds and ones:
        text += "零"
    return text + (_DIGITS[ones] if ones else "")


def read_number(text: str) -> int:
    """The value of a Chinese numeral up to 999."""
    total = current = 0
    for sign in text:
        if sign == "百":
            total, current = total + (current or 1) * 100, 0
        elif sign == "十":
            total, current = total + (current or 1) * 10, 0
        else:
            current = _DIGITS.index(sign)
    return total + current


def article_number(line: str) -> int:
    """The number of the article that starts on *line*, or 0."""
    match = _ARTICLE.match(line)
    return read_number(match.group(1)) if match else 0


def strip_article(line: str) -> str:
    """*line* without its leading 第十三条."""
    return _ARTICLE.sub("", line, count=1)


def item_number(line: str) -> int:
    """The number of the item （二） that starts on *line*, or 0."""
    match = _ITEM.match(line)
    return read_number(match.group(1)) if match else 0
