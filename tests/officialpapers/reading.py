"""What the tests see of a PDF: characters with their places, lines of the page."""

from collections import defaultdict
from dataclasses import dataclass

import pypdfium2

MILLIMETRE = 72 / 25.4


@dataclass(frozen=True)
class Glyph:
    """A character and its box in millimetres from the left and top edge of the sheet."""

    text: str
    left: float
    top: float
    right: float
    bottom: float


def glyphs(pdf: bytes, page: int) -> list[Glyph]:
    document = pypdfium2.PdfDocument(pdf)
    sheet = document[page]
    text, height = sheet.get_textpage(), sheet.get_height()
    found = []
    for at in range(text.count_chars()):
        left, bottom, right, top = text.get_charbox(at, loose=True)
        character = text.get_text_range(at, 1)
        if character.strip():
            places = (left, height - top, right, height - bottom)
            found.append(Glyph(character, *(place / MILLIMETRE for place in places)))
    document.close()
    return found


def lines(pdf: bytes, page: int) -> list[str]:
    """The lines of a page of running text, from the top."""
    rows: dict[int, list[Glyph]] = defaultdict(list)
    for glyph in glyphs(pdf, page):
        rows[round(glyph.bottom)].append(glyph)
    joined: list[list[Glyph]] = []
    for key in sorted(rows):
        if joined and abs(rows[key][0].bottom - joined[-1][0].bottom) < 2:
            joined[-1].extend(rows[key])
        else:
            joined.append(rows[key])
    return ["".join(g.text for g in sorted(row, key=lambda g: g.left)) for row in joined]


def sizes(pdf: bytes) -> list[tuple[float, float]]:
    document = pypdfium2.PdfDocument(pdf)
    found = [page.get_size() for page in document]
    document.close()
    return found
