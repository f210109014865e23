"""Reading the plain data of a paper: a missing value becomes its mark 【待补：标签】, a date becomes a date."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from officialpapers import OfficialPaperError
from officialpapers.content import chinese_date, to_fill

NUMERALS = "一二三四五六七八九十"


@cache
def labels_of(folder: Path) -> dict[str, str]:
    """Chinese labels of the data keys a kind takes, required and optional, from its kind.toml."""
    table = tomllib.loads((folder / "kind.toml").read_text(encoding="utf-8"))
    return {**table["required"], **table.get("optional", {})}


def absent(value: object) -> bool:
    """Whether a value counts as missing; 0 and False are values."""
    if isinstance(value, str):
        return not value.strip()
    return value is None or (isinstance(value, list | tuple | Mapping) and not value)


class Values:
    """The data of one paper with the labels of its kind."""

    def __init__(self, data: Mapping[str, Any], labels: Mapping[str, str]) -> None:
        self.data, self.labels = data, labels

    def has(self, key: str) -> bool:
        """Whether the value is there."""
        return not absent(self.data.get(key))

    def text(self, key: str) -> str:
        """The value as text, or its mark."""
        return str(self.data[key]).strip() if self.has(key) else to_fill(self.labels[key])

    def maybe(self, key: str) -> str:
        """The value as text, or nothing."""
        return str(self.data[key]).strip() if self.has(key) else ""

    def day(self, key: str) -> date | str:
        """The value as a date (a date or ISO text), or its mark. Raises OfficialPaperError for other text."""
        return as_day(self.data[key], self.labels[key]) if self.has(key) else to_fill(self.labels[key])

    def written(self, key: str) -> str:
        """The date as printed, 2025年3月9日, or its mark."""
        return written(self.day(key))

    def texts(self, key: str) -> tuple[str, ...]:
        """The texts of a list, or one mark; a single text counts as a list of one."""
        if not self.has(key):
            return (to_fill(self.labels[key]),)
        value = self.data[key]
        return (value,) if isinstance(value, str) else tuple(str(item).strip() for item in value)

    def rows(self, key: str, labels: Mapping[str, str]) -> list[Values]:
        """The rows of a list of mappings; an empty list gives one row of marks, so that the gap is seen."""
        rows: Iterable[Mapping[str, Any]] = self.data[key] if self.has(key) else ({},)
        return [Values(row, labels) for row in rows]

    def maybe_rows(self, key: str, labels: Mapping[str, str]) -> list[Values]:
        """The rows of an optional list of mappings."""
        return self.rows(key, labels) if self.has(key) else []


def as_day(value: object, label: str) -> date:
    """A date from a date or ISO text."""
    if isinstance(value, date):
        return value
    try:
        return date.fromisoformat(str(value))
    except ValueError as error:
        raise OfficialPaperError(
            f"“{label}”写的是“{value}”，不是日期。请改为“2025-03-09”这样的写法后再生成文书。"
        ) from error


def written(day: date | str) -> str:
    """A date as printed; a mark stays a mark."""
    return chinese_date(day) if isinstance(day, date) else day


def compact(day: date | str) -> str:
    """A date as archives write it in their lists, 20250309; a mark stays a mark."""
    return f"{day:%Y%m%d}" if isinstance(day, date) else day


def numbered(texts: Iterable[str]) -> str:
    """Several requests as 一、…；二、…。 one to a line; a single one bears no number."""
    items = [text.strip().rstrip("；;。") for text in texts]
    if len(items) == 1:
        return f"{items[0]}。"
    last = len(items) - 1
    return "\n".join(
        f"{ordinal(at + 1)}、{item}{'。' if at == last else '；'}" for at, item in enumerate(items)
    )


def ordinal(number: int) -> str:
    """1 → 一, 12 → 十二 (up to 99)."""
    tens, ones = divmod(number, 10)
    if tens == 0:
        return NUMERALS[ones - 1]
    head = "" if tens == 1 else NUMERALS[tens - 1]
    return f"{head}十{NUMERALS[ones - 1] if ones else ''}"


def sentence(text: str) -> str:
    """The text with a full stop at its end."""
    return text if text.endswith(("。", "！", "？", "】", "；", "：")) else f"{text}。"
