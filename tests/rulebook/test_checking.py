"""``check`` proves the books sound, and refuses each fault with file, rule, key and remedy."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from rulebook import RulebookError, load_shelf
from rulebook.calendars import FOLDER, load_calendar
from rulebook.checking import check
from rulebook.shelf import BOOKS

MEASURES = BOOKS / "dezhou" / "measures_2020_6"
RULE_IDS = [
    "handling-opinion",
    "approve-opinion",
    "pass-on",
    "prepare",
    "sign-off-answer",
    "answer",
    "evidence",
    "extension-application",
    "file-appearance",
    "identity-certificate",
    "main-head-appears",
    "head-appears",
    "explain-inability",
    "record-hearing",
    "report",
    "file-report",
    "decide-appeal",
    "reply-to-appeal",
    "apply-retrial",
    "perform",
    "answer-recommendation",
    "archive",
    "notify-self-correction-court",
    "notify-self-correction-parties",
    "notify-self-correction-reconsideration",
]
FINDING_IDS = [
    "responsible-unit",
    "main-head-required",
    "head-counts",
    "lawyers-only",
    "inability",
    "evidence-late",
]


def test_the_books_we_ship_are_sound() -> None:
    """Every quote is in its article, every number in its quote, no two rules answer at once."""
    assert check() == []


def test_the_rules_promised_exist() -> None:
    """Other rooms name these rules."""
    shelf = load_shelf()
    assert set(RULE_IDS) <= {rule.id for rule in shelf.rules("dezhou")}
    assert set(FINDING_IDS) <= {rule.id for rule in shelf.findings("dezhou")}


def test_each_article_says_what_the_platform_does() -> None:
    """43 articles, each with a treatment and a note."""
    articles = load_shelf().book("dezhou-measures").articles
    assert len(articles) == 43 and all(article.treatment and article.note for article in articles)


FAULTS = [
    ("chapter5.toml", "days = 7 }", "days = 8 }", "引文中没有“8日”", "within"),
    (
        "chapter5.toml",
        '裁判文书后7日内向被诉行政机关报送《行政应诉案件情况报告》"',
        '裁判文书后七日内"',
        "引文不在第二十五条第一款",
        "quote",
    ),
    ("chapter5.toml", 'article  = "25.1"', 'article  = "25.9"', "原文没有第二十五条第九款", "article"),
    ("chapter5.toml", 'article  = "25.1"', 'article  = "廿五"', "不是条文编号", "article"),
    (
        "chapter5.toml",
        'actor    = "responsible-unit"',
        'actor    = "everybody"',
        "没有“everybody”这一项",
        "actor",
    ),
    ("chapter5.toml", 'nature   = "duty"', 'nature   = "wish"', "没有“wish”这一项", "nature"),
    ("chapter5.toml", "title    =", "titel    =", "缺少这个键", "title"),
    (
        "chapter5.toml",
        'per      = "each-paper"',
        'per      = "paper"\ncolour = "red"',
        "不认识的键",
        "colour",
    ),
    (
        "chapter5.toml",
        'kind = "case-report-submitted"',
        'kind = "case-report-sent"',
        "没有“case-report-sent”这一项",
        "met_by.kind",
    ),
    ("chapter5.toml", 'receiver = "unit" }', 'receiver = "dog" }', "没有“dog”这一项", "trigger.receiver"),
    (
        "chapter5.toml",
        'receiver = "unit" }',
        'receiver = "unit", smell = "bad" }',
        "不认识的键",
        "trigger.smell",
    ),
    ("chapter5.toml", 'readings = "natural-days"\n', "", "没有写明如何计算", "readings"),
    (
        "chapter5.toml",
        'readings = "natural-days"',
        'readings = "moon-days"',
        "没有解读“moon-days”",
        "readings",
    ),
    (
        "chapter5.toml",
        "within   = { days = 7 }",
        "within   = { days = 7, months = 1 }",
        "只写一种单位",
        "within",
    ),
    ("chapter5.toml", "within   = { days = 7 }", "within   = { days = 0 }", "期间至少为 1", "within.days"),
    ("chapter5.toml", 'met_by   = { kind = "case-report-submitted" }\n', "", "什么事实算作完成", "met_by"),
    (
        "chapter5.toml",
        'due_with = "decide-appeal"',
        'due_with = "decide-lunch"',
        "没有规则“decide-lunch”",
        "due_with",
    ),
    ("chapter5.toml", 'on_day   = "until"', 'on_day   = "what"', "没有日期“what”", "on_day"),
    (
        "chapter5.toml",
        'presume  = { subject = "suit" }',
        'presume  = { weather = "fine" }',
        "不认识的键",
        "presume.weather",
    ),
    ("chapter5.toml", "[rule.report]", "[rule.report", "不是有效的 TOML", ""),
    ("chapter3.toml", 'kind    = "proposal"', 'kind    = "verdict"', "没有“verdict”这一项", "branch.kind"),
    (
        "chapter4.toml",
        "lawyers = { min = 1 }",
        "lawyers = { least = 1 }",
        "不认识的键",
        "branch.fact.lawyers.least",
    ),
    (
        "articles.toml",
        'treatment = "shown"',
        'treatment = "forgotten"',
        "没有“forgotten”这一项",
        "article.1.treatment",
    ),
    ("articles.toml", "[article.43]", "[article.44]", "没有写明处理方式", "article.43"),
    ("book.toml", "from = 2020-07-30", 'from = "2020-07-30"', "不是日期", "in_force.from"),
    (
        "book.toml",
        "from = 2020-07-30",
        "from = 2020-07-30, until = 2019-01-01",
        "晚于失效日期",
        "in_force.from",
    ),
    ("text.md", "第十三条 ", "第十三 ", "", ""),
]


@pytest.mark.parametrize(
    ("file", "old", "new", "words", "key"), FAULTS, ids=[fault[3] or fault[0] for fault in FAULTS]
)
def test_each_fault_is_refused(tmp_path: Path, file: str, old: str, new: str, words: str, key: str) -> None:
    """One fault in a copy of the book: found, named, with a remedy."""
    folder = _copy(tmp_path)
    text = (folder / file).read_text(encoding="utf-8")
    assert old in text
    (folder / file).write_text(text.replace(old, new, 1), encoding="utf-8")
    faults = check(tmp_path)
    assert faults
    fitting = [fault for fault in faults if words in fault.message and (not key or fault.key == key)]
    assert fitting, [str(fault) for fault in faults]
    assert all(fault.remedy and fault.file for fault in faults)


def test_missing_files_are_named(tmp_path: Path) -> None:
    """A book without its text, or a folder that is not there."""
    folder = _copy(tmp_path)
    (folder / "text.md").unlink()
    assert any(
        fault.file.endswith("text.md") and "没有法律原文" in fault.message for fault in check(tmp_path)
    )
    with pytest.raises(RulebookError, match="没有目录"):
        load_shelf(tmp_path / "nowhere")


def test_two_versions_on_one_day_are_refused(tmp_path: Path) -> None:
    """The old version must say until when."""
    _copy(tmp_path / "a")
    _copy(tmp_path / "b")
    assert any("施行日期重叠" in fault.message for fault in check(tmp_path))


def test_two_rules_answering_at_once_are_refused(tmp_path: Path) -> None:
    """A local rule may not take the id of a national one."""
    folder = _copy(tmp_path)
    text = (folder / "chapter5.toml").read_text(encoding="utf-8")
    (folder / "chapter5.toml").write_text(text.replace("[rule.archive]", "[rule.answer]"), encoding="utf-8")
    assert any("同时作答" in fault.message and fault.rule == "answer" for fault in check(tmp_path))


CALENDAR_FAULTS = [
    ('status = "未核实"', 'status = "maybe"', "不是核实状态"),
    ("year   = 2025", "year   = 2024", "文件名与 year"),
    ('name = "元旦"', 'nom = "元旦"', "不认识的键"),
    ("2025-01-01", '"2025-01-01"', "不是日期"),
    ("2025-01-01", "2023-01-01", "不属于 2025 年"),
    ("[2025-01-01]", "[2025-01-01, 2025-01-01]", "已在 2025.toml 中列出"),
    ("notice =", "notise =", "不认识的键"),
    ("[[holiday]]", "[[holiday", "不是有效的 TOML"),
]


@pytest.mark.parametrize(
    ("old", "new", "words"), CALENDAR_FAULTS, ids=[fault[2] for fault in CALENDAR_FAULTS]
)
def test_each_fault_of_a_calendar_is_refused(tmp_path: Path, old: str, new: str, words: str) -> None:
    """A year is read as strictly as a book."""
    text = (FOLDER / "2025.toml").read_text(encoding="utf-8")
    assert old in text
    (tmp_path / "2025.toml").write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(RulebookError, match=words) as caught:
        load_calendar(tmp_path)
    assert caught.value.file == "2025.toml" and caught.value.remedy


def _copy(root: Path) -> Path:
    """The Measures as the book of another place."""
    folder = root / "measures"
    shutil.copytree(MEASURES, folder)
    head = (folder / "book.toml").read_text(encoding="utf-8").replace('"dezhou', '"elsewhere')
    (folder / "book.toml").write_text(head, encoding="utf-8")
    return folder
