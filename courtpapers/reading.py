"""The one way in: from the bytes of a file to the papers found in it."""

from __future__ import annotations

from collections.abc import Sequence

from courtpapers.case_number import check_case_number
from courtpapers.draft import Draft
from courtpapers.extraction import extract
from courtpapers.flat import SourcePage, flatten
from courtpapers.kinds import begins_paper, classify
from courtpapers.models import Paper
from courtpapers.sources import Source, open_source
from courtpapers.sources.limits import Limits


def read(data: bytes, name: str, *, limits: Limits | None = None) -> list[Paper]:
    """The papers in a file, in order; a file may hold several, each beginning on a page of its own.

    *name* is the file's name; its ending must agree with the content. Raises CourtPaperError (Chinese message) for a file
    that is empty, too large, protected, damaged or not what its name says. Scans come back with ``doc_type`` "" and no
    fields.
    """
    source = open_source(data, name, limits or Limits())
    return [_paper(source, pages) for pages in _split(source.pages)]


def _split(pages: Sequence[SourcePage]) -> list[list[SourcePage]]:
    """The pages of each paper: a page that opens with a title begins a new one."""
    papers: list[list[SourcePage]] = []
    for page in pages:
        if not papers or begins_paper(page.page.text):
            papers.append([])
        papers[-1].append(page)
    if len(papers) > 1 and not any(page.page.text for page in papers[0]):
        papers[:2] = [papers[0] + papers[1]]
    return papers


def _paper(source: Source, sheets: Sequence[SourcePage]) -> Paper:
    pages = [sheet.page for sheet in sheets]
    if not any(page.text.strip() for page in pages):
        return Paper("", pages=pages, source_type=source.source_type, notes=list(source.notes))
    flat = flatten(sheets)
    kind = classify(flat)
    draft = Draft(flat, kind.doc_type, kind.kind, kind.end, notes=list(source.notes))
    draft.add("doc_type", kind.doc_type, kind.start, kind.end, kind.how, kind.confidence)
    extract(draft)
    if draft.number is not None:
        draft.notes.extend(check_case_number(draft.number))
    return Paper(
        kind.doc_type, kind.kind, draft.fields, pages, _is_suit(draft), source.source_type, draft.notes
    )


def _is_suit(draft: Draft) -> bool:
    """Whether the paper belongs to a suit against an organ: by its number, else by its title."""
    number = draft.number
    if number is not None and draft.kind != "recommendation":
        return number.is_administrative and number.stage != "非诉审查"
    return not draft.doc_type.startswith(("民事", "刑事", "执行"))
