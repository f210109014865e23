"""Command line: ``read`` prints what stands in papers as JSON, ``render`` draws a page as PNG."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from courtpapers.errors import CourtPaperError
from courtpapers.models import Field, Paper


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; 0 when every file was read, 1 when some were refused, 2 for wrong usage."""
    options = _parser().parse_args(arguments)
    _limit(options.limit_memory, options.limit_seconds)
    return int(options.run(options))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m courtpapers", description="读取法院文书")
    commands = parser.add_subparsers(required=True, metavar="命令")
    reading = commands.add_parser("read", help="读出文书种类和字段")
    reading.add_argument("files", nargs="+", type=Path, metavar="文件")
    reading.add_argument("--json", action="store_true", help="输出 JSON（默认输出便于阅读的文字）")
    reading.add_argument("--detail", action="store_true", help="另附每页文字、字段位置和找到的依据")
    reading.set_defaults(run=_read)
    drawing = commands.add_parser("render", help="把一页画成 PNG 图像")
    drawing.add_argument("file", type=Path, metavar="文件")
    drawing.add_argument("--page", type=int, default=1, help="页码，从 1 起")
    drawing.add_argument("--width", type=int, default=1200, help="图像宽度（像素）")
    drawing.add_argument("--out", type=Path, required=True, help="写入的 PNG 文件")
    drawing.set_defaults(run=_render)
    for command in (reading, drawing):
        command.add_argument("--limit-memory", type=int, metavar="MB", help="内存上限")
        command.add_argument("--limit-seconds", type=int, metavar="秒", help="处理器时间上限")
    return parser


def _limit(memory: int | None, seconds: int | None) -> None:
    """Set the limits of this process; where the system knows none, say so and stop."""
    if memory is None and seconds is None:
        return
    try:
        import resource
    except ImportError:
        sys.exit("这个操作系统不支持限制内存和时间。请去掉 --limit-memory 和 --limit-seconds 后重试。")
    if memory is not None:
        resource.setrlimit(resource.RLIMIT_AS, (memory * 1048576, memory * 1048576))
    if seconds is not None:
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))


def _read(options: argparse.Namespace) -> int:
    results = [result for file in options.files for result in _read_file(file, options.detail)]
    if options.json:
        print(json.dumps(results, ensure_ascii=False, indent=2))
    else:
        print("\n\n".join(_readable(result) for result in results))
    return 1 if any("error" in result for result in results) else 0


def _read_file(file: Path, detail: bool) -> list[dict[str, Any]]:
    from courtpapers.reading import read

    try:
        papers = read(file.read_bytes(), file.name)
    except CourtPaperError as error:
        return [{"file": str(file), "error": str(error), "reason": error.reason}]
    except FileNotFoundError:
        message = "没有这个文件。请核对文件路径和文件名。"
        return [{"file": str(file), "error": message, "reason": "unreadable"}]
    except OSError:
        message = "打不开文件。请核对它是不是文件夹，以及有没有读取权限。"
        return [{"file": str(file), "error": message, "reason": "unreadable"}]
    except MemoryError:
        return [
            {
                "file": str(file),
                "error": "读取这份文件需要的内存超过上限，已停止。请拆分文件或降低扫描分辨率后重试。",
                "reason": "too-large",
            }
        ]
    return [paper_as_dict(paper, str(file), detail=detail) for paper in papers]


def paper_as_dict(paper: Paper, file: str, *, detail: bool = False) -> dict[str, Any]:
    """A paper as plain data: a field with one value is an object, with several a list of objects."""
    fields = {
        name: _field(found[0], detail) if len(found) == 1 else [_field(item, detail) for item in found]
        for name, found in paper.fields.items()
    }
    plain: dict[str, Any] = {
        "file": file,
        "doc_type": paper.doc_type,
        "kind": paper.kind,
        "is_suit": paper.is_suit,
        "fields": fields,
    }
    if paper.notes or detail:
        plain["notes"] = paper.notes
    if detail:
        plain["source_type"] = paper.source_type
        plain["pages"] = [
            {
                "number": page.number,
                "text": page.text,
                "width": page.width,
                "height": page.height,
                "has_image": page.has_image,
            }
            for page in paper.pages
        ]
    return plain


def _field(found: Field, detail: bool) -> dict[str, Any]:
    plain: dict[str, Any] = {
        "value": found.value,
        "page": found.page,
        "box": list(found.box),
        "confidence": found.confidence,
    }
    if detail:
        plain |= {"span": list(found.span), "how": found.how}
    return plain


def _readable(result: dict[str, Any]) -> str:
    if "error" in result:
        return f"{result['file']}\n  {result['error']}"
    lines = [f"{result['file']}  {result['doc_type'] or '（没有文字）'}"]
    for name, found in result["fields"].items():
        values = found if isinstance(found, list) else [found]
        lines.append(
            f"  {name}: "
            + "；".join(f"{item['value']}（第{item['page']}页，{item['confidence']:.2f}）" for item in values)
        )
    return "\n".join([*lines, *(f"  注意：{note}" for note in result.get("notes", []))])


def _render(options: argparse.Namespace) -> int:
    from courtpapers.rendering import render_page

    try:
        picture = render_page(options.file.read_bytes(), options.file.name, options.page, options.width)
        options.out.write_bytes(picture)
    except CourtPaperError as error:
        print(error, file=sys.stderr)
        return 1
    except OSError as error:
        print(f"文件读写失败：{error.strerror}。请核对路径、权限和磁盘空间。", file=sys.stderr)
        return 1
    return 0
