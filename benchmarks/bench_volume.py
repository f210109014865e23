"""A volume of 300 pages: bytes, time and memory beside a bare merge of the same pages with pikepdf."""

import io
import resource
import time

import pikepdf

from benchmarks.measuring import table
from officialpapers import Head, Paper, Paragraph, Part, Volume, bind, to_pdf

PARTS, PAGES = 30, 10


def main() -> None:
    """Print the table."""
    text = "应诉承办单位应当将行政应诉各环节的法律文书原件和相关材料整理齐全，按年度排列序号，一案一号，装订成卷。"
    page = to_pdf(Paper(Head("证据材料"), tuple(Paragraph(text * 6) for _ in range(24))))
    part = _of_pages(page, PAGES)
    parts = tuple(
        Part(f"证据{number}", part, "清禾县公安局", "", "2025-03-05") for number in range(1, PARTS + 1)
    )
    began = time.perf_counter()
    bare = _merge([part] * PARTS)
    merged = time.perf_counter() - began
    cover = Paper(Head("行政应诉案件卷宗"), (Paragraph("一案一号。"),))
    began = time.perf_counter()
    bound = bind(Volume("卷宗", cover, parts, cover))
    took = time.perf_counter() - began
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    table(
        f"A volume of {bound.pages} sheets ({PARTS} papers of {PAGES} pages)",
        ("what", "seconds", "bytes", "ratio of time", "ratio of bytes"),
        [
            ("bare merge (pikepdf)", f"{merged:.2f}", f"{len(bare):,}", "1.00", "1.00"),
            (
                "bound: cover, contents, numbers, bookmarks",
                f"{took:.2f}",
                f"{len(bound.pdf):,}",
                f"{took / merged:.1f}",
                f"{len(bound.pdf) / len(bare):.2f}",
            ),
        ],
    )
    print(f"\nPeak memory of the run: {peak:.0f} MiB")


def _of_pages(pdf: bytes, pages: int) -> bytes:
    with pikepdf.open(io.BytesIO(pdf)) as source, pikepdf.new() as made:
        while len(made.pages) < pages:
            made.pages.extend(source.pages)
        del made.pages[pages:]
        return _saved(made)


def _merge(parts: list[bytes]) -> bytes:
    with pikepdf.new() as made:
        for part in parts:
            with pikepdf.open(io.BytesIO(part)) as source:
                made.pages.extend(source.pages)
        return _saved(made)


def _saved(pdf: pikepdf.Pdf) -> bytes:
    buffer = io.BytesIO()
    pdf.save(buffer)
    return buffer.getvalue()


if __name__ == "__main__":
    main()
