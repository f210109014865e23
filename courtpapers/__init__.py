"""Reading what the court sends.

A file (text, DOCX, text PDF, or a picture) goes in; the papers found in it come out, each with its kind, its
fields, the place of each field on the page and a confidence::

    from courtpapers import read

    for paper in read(data, "应诉通知书.pdf"):
        print(paper.doc_type, paper.kind, paper.value("case_no"))
        for found in paper.fields["defendant"]:
            print(found.value, found.page, found.box, found.confidence, found.how)

What a paper does not say is absent from ``fields``; nothing is guessed in its place. A picture or a PDF without a text
layer gives one paper with ``doc_type`` "" and pages that `render_page` can draw, so that a person reads it.

Names: `read`, `render_page`; `parse_case_number` (None when the text has no case number), `check_case_number`;
`find_court`, `find_cause`; the values `Paper`, `Page`, `Field`, `CaseNumber`; and
`CourtPaperError`, whose Chinese message says what happened and what to do next.

Hostile files: sizes, page counts, pixels and unpacked bytes are checked before anything is decoded. A caller that takes
files from outside should run the command line as a child process with limits::

    python -m courtpapers read --json --detail --limit-memory 1024 --limit-seconds 30 FILE
    python -m courtpapers render FILE --page 1 --width 1200 --out page.png

Text files are read with the standard library alone; DOCX needs python-docx, PDF pypdfium2 and Pillow, pictures Pillow.

Never: no network, no database, no clock, no OCR, no law (periods and duties belong to `rulebook`).
"""

from __future__ import annotations

from courtpapers.case_number import check_case_number, parse_case_number
from courtpapers.causes import find_cause
from courtpapers.courts import find_court
from courtpapers.errors import CourtPaperError
from courtpapers.models import CaseNumber, Field, Page, Paper
from courtpapers.reading import read
from courtpapers.rendering import render_page

__all__ = [
    "CaseNumber",
    "CourtPaperError",
    "Field",
    "Page",
    "Paper",
    "check_case_number",
    "find_cause",
    "find_court",
    "parse_case_number",
    "read",
    "render_page",
]
