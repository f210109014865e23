"""``python -m rulebook check | conclude | count | show | when``: the law on the command line, in Chinese."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import NoReturn

from rulebook import printing
from rulebook.calendars import load_calendar
from rulebook.checking import check
from rulebook.conclude import conclude
from rulebook.errors import RulebookError
from rulebook.facts import facts_from_json
from rulebook.periods import count
from rulebook.shelf import Shelf, load_shelf


class _Parser(argparse.ArgumentParser):
    """Refuses a wrong command line as every other fault is refused."""

    def error(self, message: str) -> NoReturn:
        raise RulebookError(f"命令写法不对（{message}）。", remedy="请用 python -m rulebook -h 查看用法。")


def main(arguments: list[str] | None = None) -> int:
    """Run one command. 0 when done, 1 when ``check`` found faults, 2 when refused."""
    given = sys.argv[1:] if arguments is None else arguments
    try:
        options = _parser().parse_args(given)
        run: Callable[[argparse.Namespace], int] = options.run
        return run(options)
    except RulebookError as error:
        if "--json" in given:
            print(json.dumps({"error": str(error)}, ensure_ascii=False))
        print(str(error), file=sys.stderr)
        return 2


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="python -m rulebook", description="行政应诉规则库：查条文、算期限、得出应办事项。")
    commands = parser.add_subparsers(required=True, metavar="命令", parser_class=_Parser)
    one = commands.add_parser("check", help="核对各部法律的规则和引文")
    one.add_argument("folders", nargs="*", help="另外的规则目录")
    one.set_defaults(run=_check)
    one = commands.add_parser("conclude", help="由事实得出应办事项")
    one.add_argument("facts", help="事实文件（JSON）")
    one.add_argument("--as-of", type=_day, required=True, help="截至哪一天，如 2025-03-10")
    one.set_defaults(run=_conclude)
    two = commands.add_parser("count", help="计算期间")
    two.add_argument("--from", dest="start", type=_day, required=True, help="起算之日（不计算在内）")
    units = two.add_mutually_exclusive_group(required=True)
    for unit, label in (("days", "日"), ("working-days", "个工作日"), ("months", "个月")):
        units.add_argument(f"--{unit}", dest=unit, type=_amount, help=f"多少{label}")
    two.add_argument("--before", action="store_true", help="向前倒计")
    two.set_defaults(run=_count)
    three = commands.add_parser("show", help="显示一条法律原文")
    three.add_argument("article", help="条文，如 13、13.1、12.1(2)")
    three.add_argument("--book", default="dezhou-measures", help="法律编号")
    three.set_defaults(run=_show)
    four = commands.add_parser("when", help="某日施行的是哪个版本")
    four.add_argument("book", help="法律编号")
    four.add_argument("day", type=_day, help="日期")
    four.set_defaults(run=_when)
    for command in (one, two, three, four):
        command.add_argument("--json", action="store_true", help="以 JSON 输出")
    for command in (one, three, four):
        command.add_argument("--books", action="append", default=[], help="另外的规则目录")
    return parser


def _day(text: str) -> date:
    try:
        if len(text) == 10:
            return date.fromisoformat(text)
    except ValueError:
        pass
    raise RulebookError(f"“{text}”不是有效的日期。", remedy="请按 2025-02-19 的形式填写。")


def _amount(text: str) -> int:
    if not text.isascii() or not text.isdigit() or int(text) < 1:
        raise RulebookError(f"“{text}”不是有效的期间。", remedy="请填写 1 以上的整数。")
    return int(text)


def _shelf(options: argparse.Namespace) -> Shelf:
    return load_shelf(*options.books)


def _check(options: argparse.Namespace) -> int:
    faults = check(*options.folders)
    for fault in faults:
        print(fault, file=sys.stderr)
    if faults:
        print(f"共 {len(faults)} 处问题，请逐一改正。", file=sys.stderr)
        return 1
    print(printing.sound(load_shelf(*options.folders)))
    return 0


def _conclude(options: argparse.Namespace) -> int:
    path = Path(options.facts)
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise RulebookError(f"无法读取“{path.name}”。", remedy="请核对文件名和读取权限。") from error
    except ValueError as error:
        raise RulebookError(
            f"“{path.name}”不是有效的 JSON 文件。", remedy="请用 UTF-8 编码保存，并核对逗号和括号。"
        ) from error
    place, facts = facts_from_json(data)
    conclusion = conclude(facts, _shelf(options), as_of=options.as_of, place=place)
    if options.json:
        _print_json(
            {"as_of": options.as_of.isoformat(), "place": place, **printing.conclusion_data(conclusion)}
        )
    else:
        print(printing.conclusion_text(conclusion, options.as_of))
    return 0


def _count(options: argparse.Namespace) -> int:
    given = vars(options)
    unit = next(name for name in ("days", "working-days", "months") if given[name] is not None)
    result = count(options.start, given[unit], unit=unit, before=options.before, calendar=load_calendar())
    if options.json:
        _print_json(printing.count_data(result))
    else:
        print(printing.count_text(result))
    return 0


def _show(options: argparse.Namespace) -> int:
    book = _shelf(options).book(options.book)
    if options.json:
        _print_json(printing.article_data(book, options.article))
    else:
        print(printing.article_text(book, options.article))
    return 0


def _when(options: argparse.Namespace) -> int:
    book = _shelf(options).book(options.book, options.day)
    if options.json:
        _print_json(printing.book_data(book))
    else:
        print(printing.book_text(book))
    return 0


def _print_json(data: object) -> None:
    print(json.dumps(data, ensure_ascii=False, indent=2))


if __name__ == "__main__":
    sys.exit(main())
