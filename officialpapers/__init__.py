"""Writing what the organ sends: a head and content in; DOCX, PDF and bound volumes out.

Layout follows 《党政机关公文格式》 GB/T 9704-2012 and the habits of court forms. Knows nothing of cases or
databases. The blocks of a paper are in :mod:`officialpapers.content`; the names used most are exported here.
"""

from __future__ import annotations

from .binding import Bound, Part, Totals, Volume, bind
from .content import (
    Head,
    Heading,
    OfficialPaperError,
    Paper,
    Paragraph,
    Signature,
    Table,
    plain_text,
    to_fill,
    unfilled,
)
from .docx_writing import to_docx
from .faces import fallback_glyphs, missing_glyphs
from .parts import text_to_pdf
from .reading_back import ReadBack, read_back
from .typesetting import to_pdf

__all__ = [
    "Bound",
    "Head",
    "Heading",
    "OfficialPaperError",
    "Paper",
    "Paragraph",
    "Part",
    "ReadBack",
    "Signature",
    "Table",
    "Totals",
    "Volume",
    "bind",
    "fallback_glyphs",
    "missing_glyphs",
    "plain_text",
    "read_back",
    "text_to_pdf",
    "to_docx",
    "to_fill",
    "to_pdf",
    "unfilled",
]
