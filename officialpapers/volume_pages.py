"""The list of contents of a volume (卷内文件目录), shared by the printed cover sheets and the bound volume."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from .content import Column, Head, Paper, Table

COLUMNS = (
    Column("序号", 13, "center"),
    Column("文号", 35),
    Column("责任者", 31),
    Column("题名", 41),
    Column("日期", 23, "center"),
    Column("页码", 16, "center"),
)


@dataclass(frozen=True)
class Entry:
    """A line of the list; pages as printed, so that a mark for a missing page can stand there."""

    title: str
    number: str = ""
    responsible: str = ""
    date: str = ""
    first: str = ""
    last: str = ""


def contents_table(entries: Iterable[Entry]) -> Table:
    """The list as a table: number in order, 文号, 责任者, 题名, 日期, pages."""
    return Table(COLUMNS, tuple(_row(at, entry) for at, entry in enumerate(entries, 1)))


def contents_paper(entries: Iterable[Entry]) -> Paper:
    """The list as a paper of its own, for binding."""
    return Paper(Head("卷内文件目录", layout="form", page_numbers=False), (contents_table(entries),))


def _row(at: int, entry: Entry) -> tuple[str, ...]:
    pages = entry.first if entry.first == entry.last else f"{entry.first}—{entry.last}"
    return (str(at), entry.number, entry.responsible, entry.title, entry.date, pages)
