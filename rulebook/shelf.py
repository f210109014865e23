"""The shelf: every book and calendar at hand, and which rules are in force on a day, for a place."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path

from rulebook.book import Book
from rulebook.calendars import Calendar, load_calendar
from rulebook.errors import RulebookError
from rulebook.reading import read_base, read_rules
from rulebook.rules import FindingRule, Rule, Span

BOOKS = Path(__file__).parent / "books"
NATION = "cn"


class Shelf:
    """Books and a calendar. Rules are indexed by place once, so that a conclusion is quick."""

    def __init__(self, books: Iterable[Book], calendar: Calendar) -> None:
        self.books = tuple(books)
        self.calendar = calendar
        self._rules: dict[str, tuple[Rule, ...]] = {}
        self._findings: dict[str, tuple[FindingRule, ...]] = {}

    @property
    def places(self) -> tuple[str, ...]:
        """The places with a book of their own."""
        return tuple(sorted({book.place for book in self.books} - {NATION}))

    def book(self, id: str, on: date | None = None) -> Book:
        """The version of the book *id* in force on *on*; without a day, the newest version."""
        versions = sorted((book for book in self.books if book.id == id), key=lambda book: book.span.first)
        if not versions:
            known = "、".join(sorted({book.id for book in self.books}))
            raise RulebookError(f"没有编号为“{id}”的法律。", remedy=f"可以使用：{known}。")
        if on is None:
            return versions[-1]
        for book in reversed(versions):
            if book.span.covers(on):
                return book
        raise RulebookError(
            f"{on} 没有施行中的{versions[-1].title}版本。", remedy="请补入当时有效的版本，或者核对日期。"
        )

    def rules(self, place: str) -> tuple[Rule, ...]:
        """The rules of the whole country and of *place*, of every version; those tied to others come last."""
        if place not in self._rules:
            self._refuse_unknown(place)
            books = [book for book in self.books if book.place in (NATION, place)]
            rules = [rule for book in books for rule in book.rules]
            self._rules[place] = tuple(sorted(rules, key=lambda rule: bool(rule.due_with)))
            self._findings[place] = tuple(rule for book in books for rule in book.findings)
        return self._rules[place]

    def findings(self, place: str) -> tuple[FindingRule, ...]:
        """The finding rules of the whole country and of *place*."""
        self.rules(place)
        return self._findings[place]

    def _refuse_unknown(self, place: str) -> None:
        if place not in (NATION, *self.places):
            raise RulebookError(
                f"没有“{place}”的规则库。",
                remedy=f"现有：{'、'.join(self.places)}。请先增加该地方的 books 目录。",
            )


def book_folders(*folders: Path | str) -> list[Path]:
    """Every folder with a book.toml under the package's books and under *folders*."""
    out: list[Path] = []
    for root in (BOOKS, *(Path(folder) for folder in folders)):
        if not root.is_dir():
            raise RulebookError(f"没有目录“{root}”。", remedy="请核对规则库目录。")
        out += sorted(path.parent for path in root.rglob("book.toml"))
    return out


def load_shelf(*folders: Path | str) -> Shelf:
    """The shelf of the package's own books and those under *folders*; any fault is refused."""
    bases = [read_base(folder) for folder in book_folders(*folders)]
    lookup = find_among(bases)
    return Shelf((read_rules(base, lookup) for base in bases), load_calendar())


def find_among(books: list[Book]) -> Callable[[str, Span], Book | None]:
    """A function that finds, among *books*, the newest version of an id in force within a span."""

    def find(id: str, span: Span) -> Book | None:
        fitting = [book for book in books if book.id == id and overlap(book.span, span)]
        return max(fitting, key=lambda book: book.span.first, default=None)

    return find


def overlap(one: Span, other: Span) -> bool:
    """True when the two spans share a day."""
    return one.covers(other.first) or other.covers(one.first)
