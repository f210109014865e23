"""Writing what the organ sends: a head and content in; DOCX, PDF and bound volumes out.

Layout follows 《党政机关公文格式》 GB/T 9704-2012 and the habits of court forms. Knows nothing of cases or
databases. The blocks of a paper are in :mod:`officialpapers.content`; the names used most are exported here.
"""

from __future__ import annotations

from .binding import Part, Volume, bind
from .content import Head, Heading, OfficialPaperError, Paper, Paragraph, Signature, Table
from .docx_writing import to_docx
from .typesetting import to_pdf

__all__ = [
    "Head",
    "Heading",
    "OfficialPaperError",
    "Paper",
    "Paragraph",
    "Part",
    "Signature",
    "Table",
    "Volume",
    "bind",
    "to_docx",
    "to_pdf",
]
