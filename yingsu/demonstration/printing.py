"""What the command says, in calm lines; columns count a Chinese character as two."""

import unicodedata
from collections.abc import Callable, Iterable, Sequence

Say = Callable[[str], None]


def width_of(text: str) -> int:
    """How many columns of a terminal *text* takes."""
    return sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in text)


def table(rows: Iterable[Sequence[str]]) -> list[str]:
    """Rows as lines with aligned columns."""
    rows = list(rows)
    widths = [max(width_of(cell) for cell in column) for column in zip(*rows, strict=True)]
    return [
        "  ".join(_padded(cell, width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in rows
    ]


def _padded(text: str, width: int) -> str:
    return text + " " * (width - width_of(text))
