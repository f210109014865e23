"""Where signature, date, attachments and imprint stand: the rules of GB/T 9704-2012 that both outputs share.

Distances are in characters of the 28-character line, counted from the right edge of the type area.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from datetime import date

from .content import Attachments, Head, Imprint, Signature, chinese_date


@dataclass(frozen=True)
class Line:
    """One line of the signature and its distance from the right edge, in characters."""

    text: str
    right: float


def margins(head: Head) -> tuple[float, float, float, float]:
    """Top, bottom, left and right margin in millimetres: GB/T 9704-2012 5.2.1; a sheet laid across is the same sheet
    turned; a printed form in upright A4 uses more of the sheet, the binding edge stays."""
    if head.orientation == "landscape":
        return (28, 26, 35, 37)
    return (23, 18, 28, 22) if head.layout == "form" else (37, 35, 28, 26)


def width(text: str) -> float:
    """Width in characters: Chinese characters count one, Latin letters and figures one half."""
    return sum(1.0 if unicodedata.east_asian_width(c) in "WFA" else 0.5 for c in text)


def written(day: date | str) -> str:
    """A date as printed; a text (a mark for a missing date) stays as it is."""
    return chinese_date(day) if isinstance(day, date) else day


def signature_lines(block: Signature) -> tuple[Line, ...]:
    """Organ and date placed by 7.3.5.1 (sealed) or 7.3.5.2 (not sealed), persons above them."""
    organ, day = f"{block.label}{block.organ}{block.note}", written(block.date)
    organ_right, date_right = _sealed(organ, day) if block.sealed else _unsealed(organ, day)
    persons = tuple(Line(person, organ_right) for person in block.persons)
    return (*persons, *(Line(t, r) for t, r in ((organ, organ_right), (day, date_right)) if t))


def _sealed(organ: str, day: str) -> tuple[float, float]:
    """7.3.5.1: the date four characters from the edge, the organ centred above it; a long organ moves both left."""
    excess = (width(organ) - width(day)) / 2
    return max(0.0, 4 - excess), max(4.0, excess)


def _unsealed(organ: str, day: str) -> tuple[float, float]:
    """7.3.5.2: the organ two characters from the edge, the date beginning two characters right of the organ; if the
    date would pass the edge it stands two characters from it and the organ moves left."""
    date_right = width(organ) - width(day)
    if date_right >= 2:
        return 2.0, date_right
    return 4 + width(day) - width(organ), 2.0


def blank_lines(block: Signature) -> int:
    """Lines left free above the signature: two where a seal is to reach up to the text, else one."""
    return 2 if block.sealed else 1


def attachment_lines(block: Attachments) -> tuple[tuple[str, str], ...]:
    """Prefix and text of each attachment: only the first bears the word, a single one bears no number."""
    word = f"{block.word}："
    if len(block.items) == 1:
        return ((word, block.items[0]),)
    return tuple((f"{word if at == 1 else ''}{at}.", item) for at, item in enumerate(block.items, 1))


def imprint_lines(block: Imprint) -> tuple[tuple[str, str], ...]:
    """Left and right text of each line of the 版记."""
    lines = [("抄送：" + "，".join(block.copies) + "。", "")] if block.copies else []
    if block.printer:
        lines.append((block.printer, f"{written(block.printed)}印发" if block.printed else ""))
    return tuple(lines)
