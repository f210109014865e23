"""TOML → book, strictly: an unknown key, code or article is refused with file, rule, key and remedy."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from rulebook import vocabulary
from rulebook.book import Article, Book, cut_articles
from rulebook.citation import Citation
from rulebook.conditions import Pattern, Test
from rulebook.errors import RulebookError
from rulebook.fields import Table
from rulebook.periods import UNITS
from rulebook.rules import Branch, FindingRule, Move, Reading, Rule, Span, Within
from rulebook.vocabulary import KINDS

_BOOK_KEYS = ("id", "title", "short", "version", "place", "source", "in_force", "reading")
_RULE_KEYS = ("title", "article", "quote", "nature", "actor", "per", "pick", "trigger", "announced_by", "presume",
              "when", "has", "lacks", "within", "on_day", "days_in", "days_since", "careful_on", "careful_because", "due_with",
              "moved_by", "met_by", "undone_by", "cancelled_by", "unmet_by", "superseded_by", "readings", "reading",
              "consequence")  # fmt: skip
_BRANCH_KEYS = ("when", "fact", "has", "lacks", "state", "overdue", "kind", "answer", "values", "text", "article",
                "quote")  # fmt: skip
_MOVE_KEYS = (
    "kind",
    "until",
    "since",
    "days",
    "days_in",
    "book",
    "article",
    "quote",
    "says",
    "presume",
    "when",
)
_OWN_FILES = ("book.toml", "articles.toml")
PER = ("instance", "paper", "each-paper", "hearing", "item")
Lookup = Callable[[str, Span], Book | None]


def read_base(folder: Path) -> Book:
    """The book without its rules: head, official text, treatments, readings."""
    table = Table(_parse(folder / "book.toml"), f"{folder.name}/book.toml")
    span_table = table.tables("in_force")
    if not span_table:
        raise table.refuse("in_force", "缺少施行日期。", "请写 in_force = { from = 2020-07-30 }。")
    first, last = span_table[0].day("from"), span_table[0].day("until")
    span_table[0].finish(("from", "until"))
    if first is None or (last is not None and last < first):
        raise table.refuse("in_force.from", "施行日期缺失，或者晚于失效日期。", "请核对 from 和 until。")
    readings = {name: _reading(name, data, table) for name, data in table.take("reading", dict, {}).items()}
    book = Book(table.text("id"), table.text("title"), table.text("short"), table.text("version"),
                table.text("place"), Span(first, last), table.text("source", ""), folder, _articles(folder),
                readings)  # fmt: skip
    table.finish(_BOOK_KEYS)
    return book


def read_rules(book: Book, lookup: Lookup, faults: list[RulebookError] | None = None) -> Book:
    """*book* with the rules of its rule files. With *faults*, refusals are collected instead of raised."""
    rules: list[Rule] = []
    findings: list[FindingRule] = []
    for path in sorted(book.folder.glob("*.toml")):
        if path.name in _OWN_FILES:
            continue
        file = f"{book.folder.name}/{path.name}"
        try:
            table = Table(_parse(path), file)
            parts = table.take("rule", dict, {}), table.take("finding", dict, {})
            table.finish(("rule", "finding"))
        except RulebookError as error:
            _collect(error, faults)
            continue
        for name, data in parts[0].items():
            try:
                rules.append(_rule(name, Table(data, file, name), book, lookup))
            except RulebookError as error:
                _collect(error, faults)
        for name, data in parts[1].items():
            try:
                findings.append(_finding(name, Table(data, file, name), book))
            except RulebookError as error:
                _collect(error, faults)
    return replace(book, rules=tuple(rules), findings=tuple(findings))


def _collect(error: RulebookError, faults: list[RulebookError] | None) -> None:
    if faults is None:
        raise error
    faults.append(error)


def _parse(path: Path) -> dict[str, Any]:
    name = f"{path.parent.name}/{path.name}"
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise RulebookError(
            "没有这个文件。", file=name, remedy="请参照 books/dezhou/measures_2020_6/ 补上。"
        ) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise RulebookError(
            f"不是有效的 TOML：{error}。", file=name, remedy="请改正后再运行 check。"
        ) from error


def _articles(folder: Path) -> tuple[Article, ...]:
    path = folder / "text.md"
    if not path.exists():
        raise RulebookError(
            "没有法律原文。", file=f"{folder.name}/text.md", remedy="请放入公布的原文，一字不改。"
        )
    articles = cut_articles(path.read_text(encoding="utf-8"))
    if not (folder / "articles.toml").exists():
        return articles
    table = Table(_parse(folder / "articles.toml"), f"{folder.name}/articles.toml")
    notes = {
        name: Table(data, table.file, "", f"article.{name}")
        for name, data in table.take("article", dict).items()
    }
    table.finish(("article",))
    out = []
    for article in articles:
        note = notes.pop(str(article.number), None)
        if note is None:
            raise table.refuse(
                f"article.{article.number}", "这一条没有写明处理方式。", "请补写 treatment 和 note。"
            )
        treatment = note.code("treatment", vocabulary.TREATMENTS)
        out.append(replace(article, treatment=treatment, note=note.text("note")))
        note.finish(("treatment", "note"))
    for name in notes:
        raise table.refuse(f"article.{name}", "原文没有这一条。", "请删去，或者核对条文编号。")
    return tuple(out)


def _reading(name: str, data: Any, book: Table) -> Reading:
    table = Table(data, book.file, "", f"reading.{name}")
    reading = Reading(name, table.text("text"), table.text("basis"), table.text("adopted_by"),
                      table.take("no_roll_is_careful", bool, False),
                      table.take("day_earlier_is_careful", bool, False))  # fmt: skip
    table.finish(("text", "basis", "adopted_by", "no_roll_is_careful", "day_earlier_is_careful"))
    return reading


def _rule(name: str, table: Table, book: Book, lookup: Lookup) -> Rule:
    triggers = table.patterns("trigger")
    if not triggers:
        raise table.refuse("trigger", "缺少这个键。", "请写明由哪种事实引起。")
    readings = []
    for reading in table.texts("readings"):
        if reading not in book.readings:
            raise table.refuse(
                "readings", f"book.toml 中没有解读“{reading}”。", "请先在 book.toml 写明该解读。"
            )
        readings.append(book.readings[reading])
    rule = Rule(
        id=name, book=book.id, place=book.place, span=book.span, title=table.text("title"),
        citation=_citation(table, book), nature=table.code("nature", vocabulary.NATURES),
        actor=table.code("actor", vocabulary.ROLES), per=table.code("per", PER, "instance"),
        pick=table.code("pick", ("first", "last"), "first"), triggers=triggers,
        announced_by=table.patterns("announced_by"), presume=table.circumstances("presume"),
        when=table.circumstances("when"), has=table.patterns("has"), lacks=table.patterns("lacks"),
        within=tuple(_within(part, triggers[0]) for part in table.tables("within")),
        on_day=_dates(table, "on_day", triggers), days_in=table.text("days_in", ""),
        days_since=table.code("days_since", KINDS, ""),
        careful_on=table.text("careful_on", ""), careful_because=table.text("careful_because", ""),
        due_with=table.texts("due_with"), moved_by=tuple(_move(part, book, lookup) for part in table.tables("moved_by")),
        met_by=table.patterns("met_by"), undone_by=table.patterns("undone_by"), cancelled_by=table.patterns("cancelled_by"),
        unmet_by=table.patterns("unmet_by"),
        superseded_by=table.patterns("superseded_by"), readings=tuple(readings),
        reading="".join((*(f"{one.sentence()}" for one in readings), table.text("reading", ""))),
        consequence=table.text("consequence", ""),
    )  # fmt: skip
    table.finish(_RULE_KEYS)
    return rule


def _citation(table: Table, book: Book) -> Citation:
    try:
        return book.cite(table.text("article"), table.text("quote"))
    except RulebookError as error:
        if error.file:
            raise
        raise table.refuse("article", error.message, error.remedy) from error


def _dates(table: Table, key: str, patterns: tuple[Pattern, ...]) -> tuple[str, ...]:
    names = table.texts(key)
    for name in names:
        for pattern in patterns:
            spec = KINDS[pattern.kind].values.get(name)
            if spec is None or spec.type != "date":
                raise table.refuse(key, f"“{KINDS[pattern.kind].label}”没有日期“{name}”。", "请核对词汇表。")
    return names


def _amount(table: Table) -> tuple[int, str]:
    units = [unit for unit in UNITS if unit in table.data]
    if len(units) != 1:
        raise table.refuse("", "期间要写且只写一种单位。", f"请在 {'、'.join(UNITS)} 中选一种。")
    amount = int(table.take(units[0], int))
    if amount < 1:
        raise table.refuse(units[0], "期间至少为 1。", "请核对条文。")
    return amount, units[0]


def _within(table: Table, trigger: Pattern) -> Within:
    amount, unit = _amount(table)
    since, before = table.text("since", ""), bool(table.take("before", bool, False))
    specs = KINDS[trigger.kind].values
    if since and (since not in specs or specs[since].type != "date"):
        raise table.refuse("since", f"“{KINDS[trigger.kind].label}”没有日期“{since}”。", "请核对词汇表。")
    tests = table.tests(specs, (*UNITS, "since", "before"))
    return Within(amount, unit, since, before, tests)


def _move(table: Table, book: Book, lookup: Lookup) -> Move:
    kind = table.code("kind", KINDS)
    until, since, days_in = (table.text(key, "") for key in ("until", "since", "days_in"))
    for key, name, kind_of in (
        ("until", until, "date"),
        ("since", since, "date"),
        ("days_in", days_in, "int"),
    ):
        spec = KINDS[kind].values.get(name)
        if name and (spec is None or spec.type != kind_of):
            raise table.refuse(key, f"“{KINDS[kind].label}”没有“{name}”这个{'日期' if kind_of == 'date' else '日数'}。",
                               "请核对词汇表。")  # fmt: skip
    amount = int(table.take("days", int, 0))
    if bool(since) != bool(amount):
        raise table.refuse("days", "since 与 days 要同时写。", "请写明自何日起多少日。")
    named = table.text("book", book.id)
    source = book if named == book.id else lookup(named, book.span)
    if source is None:
        raise table.refuse("book", f"没有编号为“{named}”的法律。", "请核对 books 下各 book.toml 的 id。")
    citation, says = _citation(table, source), table.text("says")
    presume, when = table.circumstances("presume"), table.circumstances("when")
    tests = table.tests(KINDS[kind].values, _MOVE_KEYS)
    return Move(Pattern(kind, tests, says=says), until, since, amount, days_in, citation, presume, when)


def _finding(name: str, table: Table, book: Book) -> FindingRule:
    about, about_duty = table.patterns("about"), table.texts("about_duty")
    if bool(about) == bool(about_duty):
        raise table.refuse(
            "about", "about 与 about_duty 要写且只写一个。", "请写明针对哪种事实，或者针对哪些规则。"
        )
    title, per = table.text("title"), table.code("per", ("fact", "organ", "hearing"), "fact")
    presume = table.circumstances("presume")
    specs = {key: spec for pattern in about for key, spec in KINDS[pattern.kind].values.items()}
    parts = table.tables("branch")
    if not parts:
        raise table.refuse("branch", "没有任何分支。", "请至少写一个 [[finding.….branch]]。")
    branches = tuple(_branch(part, book, specs) for part in parts)
    table.finish(("title", "about", "about_duty", "per", "presume", "branch"))
    return FindingRule(name, book.id, book.place, book.span, title, about, about_duty, per, presume, branches)


def _branch(table: Table, book: Book, specs: Any) -> Branch:
    tests: tuple[Test, ...] = ()
    for part in table.tables("fact"):
        tests += part.tests(specs)
    values = Table(table.take("values", dict, {}), table.file, table.rule, "branch.values")
    branch = Branch(
        when=table.circumstances("when"), tests=tests, has=table.patterns("has"), lacks=table.patterns("lacks"),
        states=frozenset(table.texts("state")), overdue=table.take("overdue", bool, False),
        kind=table.code("kind", vocabulary.FINDING_KINDS), answer=table.text("answer"),
        values={key: values.text(key, "") for key in list(values.data)}, text=table.text("text"),
        citation=_citation(table, book),
    )  # fmt: skip
    for state in branch.states - set(vocabulary.STATES):
        raise table.refuse("state", f"没有“{state}”这种状态。", f"可以使用：{'、'.join(vocabulary.STATES)}。")
    table.finish(_BRANCH_KEYS)
    return branch
