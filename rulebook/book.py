"""A book: one version of one law, with its official text cut into articles, its rules and its readings."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from rulebook.citation import Citation, Reference, article_number, item_number, parse_reference, strip_article
from rulebook.errors import RulebookError
from rulebook.rules import FindingRule, Reading, Rule, Span


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph (款) with its items (项)."""

    text: str
    items: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Article:
    """One article; ``treatment`` (computed, recorded, shown, left-out) and ``note`` say what the platform does."""

    number: int
    label: str
    chapter: str
    text: str
    paragraphs: tuple[Paragraph, ...]
    treatment: str = ""
    note: str = ""

    def words(self, reference: Reference) -> str:
        """The words of the paragraph or item meant; "" when there is none of that number."""
        if not reference.paragraph and not reference.item:
            return self.text
        place = max(reference.paragraph, 1) - 1
        if place >= len(self.paragraphs):
            return ""
        paragraph = self.paragraphs[place]
        if not reference.item:
            return "".join((paragraph.text, *paragraph.items))
        return paragraph.items[reference.item - 1] if reference.item <= len(paragraph.items) else ""


@dataclass(frozen=True, slots=True)
class Book:
    """One version of one law, in force on the days of ``span`` in ``place`` ("cn" for the whole country)."""

    id: str
    title: str
    short: str
    version: str
    place: str
    span: Span
    source: str
    folder: Path
    articles: tuple[Article, ...]
    readings: dict[str, Reading]
    rules: tuple[Rule, ...] = ()
    findings: tuple[FindingRule, ...] = ()

    def article(self, number: int) -> Article:
        """The article of that number; refused when the book does not have it."""
        for article in self.articles:
            if article.number == number:
                return article
        raise RulebookError(f"{self.title}没有收录第 {number} 条。", file=self.folder.name, key="article",
                            remedy="请核对条文编号，或者在 text.md 补入该条原文。")  # fmt: skip

    def cite(self, reference: str, quote: str) -> Citation:
        """The citation of *quote* at *reference*; whether the text has it is for ``check`` to say."""
        label = parse_reference(reference).label
        return Citation(self.id, self.title, self.version, reference, label, quote, f"{self.short}{label}")


def cut_articles(text: str) -> tuple[Article, ...]:
    """The articles of an official text: “第十三条 …”, paragraphs parted by empty lines, chapters by “## ”."""
    articles: list[Article] = []
    chapter, number, lines = "", 0, list[str]()
    for line in (*(raw.strip() for raw in text.splitlines()), "##"):
        found = article_number(line)
        if (found or line.startswith("#")) and number:
            articles.append(_article(number, chapter, lines))
            number, lines = 0, []
        if line.startswith("## "):
            chapter = line.removeprefix("## ")
        if found:
            number, lines = found, [strip_article(line)]
        elif number and line:
            lines.append(line)
    return tuple(articles)


def _article(number: int, chapter: str, lines: list[str]) -> Article:
    paragraphs: list[Paragraph] = []
    for line in lines:
        if item_number(line) and paragraphs:
            last = paragraphs[-1]
            paragraphs[-1] = Paragraph(last.text, (*last.items, line))
        else:
            paragraphs.append(Paragraph(line))
    return Article(number, Reference(number).label, chapter, "\n".join(lines), tuple(paragraphs))
