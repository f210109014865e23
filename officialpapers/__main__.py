"""``python -m officialpapers bind OUT.pdf FILE…`` — bind files into one volume with contents and page numbers."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from .binding import Bound, Part, Totals, Volume, bind
from .content import Head, OfficialPaperError, Paper, Paragraph


def main(arguments: list[str] | None = None) -> int:
    """Run the command line; 0 when the volume was written."""
    parser = argparse.ArgumentParser(prog="python -m officialpapers", description="装订卷宗")
    commands = parser.add_subparsers(dest="command", required=True)
    binder = commands.add_parser("bind", help="把若干文件装订成一卷（PDF、PNG、JPEG、TIFF、文本）")
    binder.add_argument("out", type=Path, help="装订后的 PDF")
    binder.add_argument("files", type=Path, nargs="+", help="按顺序装订的文件")
    binder.add_argument("--title", default="行政应诉案件卷宗", help="卷宗名称")
    chosen = parser.parse_args(arguments)
    try:
        bound = _bind(chosen.files, chosen.title)
        chosen.out.write_bytes(bound.pdf)
    except (OfficialPaperError, OSError) as error:
        sys.stderr.write(f"{error}\n")
        return 1
    for title, first, last in bound.contents:
        sys.stdout.write(f"{first}—{last}\t{title}\n")
    return 0


def _bind(files: list[Path], title: str) -> Bound:
    parts = tuple(Part(path.stem, path) for path in files)
    cover = Paper(Head(title, layout="cover", page_numbers=False), ())
    return bind(Volume(title, cover, parts, _closing))


def _closing(totals: Totals) -> Paper:
    text = f"本卷共{totals.parts}件，{totals.pages}页。"
    return Paper(Head("备考表", layout="form", page_numbers=False), (Paragraph(text),))


if __name__ == "__main__":
    raise SystemExit(main())
