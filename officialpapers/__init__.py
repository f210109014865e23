"""Writing what the organ sends: a head and content in; DOCX, PDF and bound volumes out.

Layout follows 《党政机关公文格式》 GB/T 9704-2012 and the habits of court forms. Knows nothing of cases or databases.
The blocks of a paper are in :mod:`officialpapers.content`; the names used most are exported here.
"""

from __future__ import annotations

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
from .typesetting import to_pdf

__all__ = [
    "Head",
    "Heading",
    "OfficialPaperError",
    "Paper",
    "Paragraph",
    "Signature",
    "Table",
    "fallback_glyphs",
    "missing_glyphs",
    "plain_text",
    "to_docx",
    "to_fill",
    "to_pdf",
    "unfilled",
]
