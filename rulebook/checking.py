"""Proving the books sound: each quote is in the text, each number in the quote, no two rules answer at once."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from rulebook.book import Book
from rulebook.calendars import load_calendar
from rulebook.citation import Citation, chinese_number, parse_reference
from rulebook.errors import RulebookError
from rulebook.reading import read_base, read_rules
from rulebook.rules import FindingRule, Rule
from rulebook.shelf import NATION, book_folders, find_among, overlap


def check(*folders: Path | str) -> list[RulebookError]:
    """Every fault of the package's books and calendars, and of the books under *folders*."""
    faults: list[RulebookError] = []
    bases: list[Book] = []
    for folder in book_folders(*folders):
        try:
            bases.append(read_base(folder))
        except RulebookError as error:
            faults.append(error)
    try:
        load_calendar()
    except RulebookError as error:
        faults.append(error)
    lookup = find_among(bases)
    books = [read_rules(base, lookup, faults) for base in bases]
    for book in books:
        faults += _check_text(book)
        for rule in book.rules:
            faults += _check_rule(rule, book, books)
        for finding in book.findings:
            faults += _check_finding(finding, book, books)
    faults += _check_versions(books)
    faults += _check_twice(books)
    return faults


def _check_text(book: Book) -> Iterator[RulebookError]:
    file = f"{book.folder.name}/text.md"
    numbers = [article.number for article in book.articles]
    if not numbers:
        yield RulebookError("原文中没有条文。", file=file, remedy="条文应当以“第一条 ”开头，各款之间空一行。")
    for earlier, later in pairwise(numbers):
        if later <= earlier:
            yield RulebookError(
                f"第 {later} 条排在第 {earlier} 条之后。", file=file, remedy="请核对原文顺序，删去重复。"
            )
    if book.place != NATION and numbers != list(range(1, len(numbers) + 1)):
        yield RulebookError("条文不连续。", file=file, remedy="地方办法应当收录全文。")
    if book.place != NATION and any(not article.treatment for article in book.articles):
        yield RulebookError("没有逐条写明处理方式。", file=f"{book.folder.name}/articles.toml",
                            remedy="请为每一条写明 treatment 和 note。")  # fmt: skip


def _check_rule(rule: Rule, book: Book, books: list[Book]) -> Iterator[RulebookError]:
    file = book.folder.name
    yield from _check_quote(rule.id, "quote", rule.citation, books)
    for within in rule.within:
        yield from _check_number(rule.id, "within", within.amount, within.unit, rule.citation, book)
    for move in rule.moved_by:
        yield from _check_quote(rule.id, "moved_by.quote", move.citation, books)
        if move.amount:
            yield from _check_number(rule.id, "moved_by.days", move.amount, "days", move.citation, book)
    days = [within for within in rule.within if within.unit == "days"]
    if book.place != NATION and days and not rule.readings:
        yield RulebookError("条文只写“日”，没有写明如何计算。", file=file, rule=rule.id, key="readings",
                            remedy="请在 readings 指明采用 book.toml 中的哪一种解读。")  # fmt: skip
    if not rule.met_by:
        yield RulebookError("没有写明什么事实算作完成。", file=file, rule=rule.id, key="met_by",
                            remedy="请写明完成本项的事实种类。")  # fmt: skip
    yield from _check_named(rule.id, "due_with", rule.due_with, books, file)


def _check_finding(finding: FindingRule, book: Book, books: list[Book]) -> Iterator[RulebookError]:
    for branch in finding.branches:
        yield from _check_quote(finding.id, "branch.quote", branch.citation, books)
    yield from _check_named(finding.id, "about_duty", finding.about_duty, books, book.folder.name)


def _check_named(
    rule: str, key: str, names: tuple[str, ...], books: list[Book], file: str
) -> Iterator[RulebookError]:
    known = {other.id for book in books for other in book.rules}
    for name in names:
        if name not in known:
            yield RulebookError(
                f"没有规则“{name}”。", file=file, rule=rule, key=key, remedy="请核对规则编号。"
            )


def _check_quote(rule: str, key: str, citation: Citation, books: list[Book]) -> Iterator[RulebookError]:
    reference = parse_reference(citation.article)
    for book in books:
        if book.id != citation.book or book.version != citation.version:
            continue
        file = book.folder.name
        article = next((one for one in book.articles if one.number == reference.article), None)
        words = article.words(reference) if article else ""
        if not words:
            yield RulebookError(f"原文没有{citation.label}。", file=file, rule=rule, key=key.replace("quote", "article"),
                                remedy="请核对条、款、项的编号。")  # fmt: skip
        elif citation.quote not in words:
            yield RulebookError(f"引文不在{citation.label}原文之中：“{citation.quote}”。", file=file, rule=rule, key=key,
                                remedy="请从 text.md 逐字抄录。")  # fmt: skip


def _check_number(
    rule: str, key: str, amount: int, unit: str, citation: Citation, book: Book
) -> Iterator[RulebookError]:
    signs = ("个月", "月") if unit == "months" else ("日", "个工作日")
    shapes = {f"{number}{sign}" for number in (str(amount), chinese_number(amount)) for sign in signs}
    if not any(_stands_alone(shape, citation.quote) for shape in shapes):
        yield RulebookError(f"引文中没有“{amount}{signs[0]}”。", file=book.folder.name, rule=rule, key=key,
                            remedy="期间的数字必须出自引文，请核对条文。")  # fmt: skip


def _stands_alone(shape: str, quote: str) -> bool:
    """True when *shape* is in the quote and is not the end of a longer number (五日 in 十五日)."""
    place = quote.find(shape)
    while place >= 0:
        if place == 0 or quote[place - 1] not in "0123456789一二三四五六七八九十百零":
            return True
        place = quote.find(shape, place + 1)
    return False


def _check_versions(books: list[Book]) -> Iterator[RulebookError]:
    for index, book in enumerate(books):
        for other in books[index + 1 :]:
            if book.id == other.id and overlap(book.span, other.span):
                yield RulebookError(f"与 {other.folder.name} 的施行日期重叠，同一日有两个版本。", file=f"{book.folder.name}/book.toml",
                                    key="in_force", remedy="请为旧版本写明 until。")  # fmt: skip


def _check_twice(books: list[Book]) -> Iterator[RulebookError]:
    seen: dict[str, list[Rule | FindingRule]] = {}
    for book in books:
        answering: list[Rule | FindingRule] = [*book.rules, *book.findings]
        for rule in answering:
            for other in seen.setdefault(rule.id, []):
                here = NATION in (rule.place, other.place) or rule.place == other.place
                if here and rule.book != other.book and overlap(rule.span, other.span):
                    yield RulebookError(f"与“{other.book}”中的规则同名，同一日有两条规则同时作答。", file=book.folder.name,
                                        rule=rule.id, remedy="请改用另一个规则编号。")  # fmt: skip
            seen[rule.id].append(rule)
