"""The tables this package knows: courts, case types, causes (see README.md beside this file)."""

from __future__ import annotations

import csv
import io
from importlib import resources

from courtpapers.errors import CourtPaperError


def rows(table: str) -> list[dict[str, str]]:
    """All rows of a table, as text. Raises CourtPaperError (missing-data) when the file is not installed."""
    try:
        text = resources.files("courtpapers.data").joinpath(f"{table}.csv").read_text(encoding="utf-8")
    except OSError as error:
        message = (
            f"缺少数据文件 {table}.csv，程序安装不完整。请重新安装，或从发布包中补齐 courtpapers/data 目录。"
        )
        raise CourtPaperError(message, reason="missing-data") from error
    return list(csv.DictReader(io.StringIO(text)))
