"""Binding a volume: cover, list of contents with pages, the papers, the closing form (办法第二十八条第二款).

Each sheet of the papers bears its running number at the outer upper corner; sheets of the list of contents are
numbered 「目录1」…. Cover and closing form bear no number, as the rules for files of documents have it, but the PDF
names every page (page labels 封面, 目录1, 1 …, 备考表). Bookmarks lead to each paper.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import pikepdf

from .content import OfficialPaperError, Paper, clean
from .faces import chains
from .parts import add_sheets, open_part
from .typesetting import compile_template, to_pdf
from .volume_pages import Entry, contents_paper


@dataclass(frozen=True)
class Part:
    """A paper of the volume: its bytes (PDF, PNG, JPEG, TIFF or plain text) or a file with them."""

    title: str
    data: bytes | Path
    responsible: str = ""
    number: str = ""
    date: str = ""


@dataclass(frozen=True)
class Totals:
    """How much a volume holds: papers and numbered pages, and where each paper stands (title, first, last)."""

    parts: int
    pages: int
    contents: tuple[tuple[str, int, int], ...]


Sheet = Paper | bytes | Callable[[Totals], Paper]


@dataclass(frozen=True)
class Volume:
    """A volume to bind. Cover and closing form may wait for the totals: a function of :class:`Totals`."""

    title: str
    cover: Sheet
    parts: tuple[Part, ...]
    closing: Sheet
    first_page: int = 1


@dataclass(frozen=True)
class Bound:
    """The bound volume: the PDF, (title, first, last) of each part by printed number, and all sheets of the file."""

    pdf: bytes
    contents: tuple[tuple[str, int, int], ...]
    pages: int


def bind(volume: Volume) -> Bound:
    """Bind the volume. Raises OfficialPaperError, naming the part, when one cannot be bound."""
    if not volume.parts:
        raise OfficialPaperError("卷宗中没有任何文件，不能装订。请先加入案件文书再装订。")
    with TemporaryDirectory() as name, ExitStack() as opened:
        folder = Path(name)
        papers = opened.enter_context(pikepdf.new())
        contents = tuple(_add_parts(volume, papers, folder, opened))
        totals = Totals(len(volume.parts), contents[-1][2] - volume.first_page + 1, contents)
        listing = to_pdf(contents_paper(_entries(volume, contents)))
        fronts = [("封面", _sheet(volume.cover, totals)), ("卷内文件目录", listing)]
        return _assemble(volume, papers, fronts, totals, folder, opened)


def _add_parts(
    volume: Volume, papers: pikepdf.Pdf, folder: Path, opened: ExitStack
) -> Iterator[tuple[str, int, int]]:
    first = volume.first_page
    for number, part in enumerate(volume.parts, 1):
        data = _bytes(part)
        pdf = opened.enter_context(open_part(data, part.title, folder, number))
        last = first + add_sheets(papers, pdf, images=b"%PDF-" not in data[:1024]) - 1
        yield part.title, first, last
        first = last + 1


def _bytes(part: Part) -> bytes:
    if isinstance(part.data, bytes):
        return part.data
    try:
        return part.data.read_bytes()
    except OSError as error:
        raise OfficialPaperError(
            f"“{part.title}”的文件读不出来，不能装订。请核对文件是否还在，再试一次。"
        ) from error


def _sheet(sheet: Sheet, totals: Totals) -> bytes:
    if isinstance(sheet, bytes):
        return sheet
    return to_pdf(sheet if isinstance(sheet, Paper) else sheet(totals))


def _entries(volume: Volume, contents: tuple[tuple[str, int, int], ...]) -> Iterator[Entry]:
    for part, (title, first, last) in zip(volume.parts, contents, strict=True):
        yield Entry(title, part.number, part.responsible, part.date, str(first), str(last))


def _assemble(
    volume: Volume,
    papers: pikepdf.Pdf,
    fronts: list[tuple[str, bytes]],
    totals: Totals,
    folder: Path,
    opened: ExitStack,
) -> Bound:
    whole = opened.enter_context(pikepdf.new())
    starts = []
    for at, (name, data) in enumerate(fronts):
        starts.append(len(whole.pages))
        add_sheets(whole, opened.enter_context(open_part(data, name, folder, -1 - at)), images=False)
    start = len(whole.pages)
    whole.pages.extend(papers.pages)
    end = len(whole.pages)
    closing = opened.enter_context(open_part(_sheet(volume.closing, totals), "备考表", folder, 0))
    add_sheets(whole, closing, images=False)
    _stamp(whole, starts[1], start, end, volume.first_page, opened, folder)
    _bookmark(whole, totals, starts, start - volume.first_page, end)
    _label(whole, starts[1], start, end, volume.first_page)
    return Bound(_saved(whole, volume.title, folder), totals.contents, len(whole.pages))


def _stamp(
    whole: pikepdf.Pdf, listing: int, start: int, end: int, first: int, opened: ExitStack, folder: Path
) -> None:
    """Lay the numbers over the sheets of the list and of the papers; odd numbers right, even numbers left."""
    ordinals = [*range(1, start - listing + 1), *range(first, first + end - start)]
    labels = [f"目录{n}" if at < start - listing else str(n) for at, n in enumerate(ordinals)]
    data = {"kind": "numbers", "name": "页码", "labels": labels, "sides": ordinals, "faces": chains()}
    overlay = compile_template("sheets.typ", {"sheets": json.dumps(data, ensure_ascii=False)})
    path = folder / "numbers.pdf"
    path.write_bytes(overlay)
    numbers = opened.enter_context(pikepdf.open(path))
    for at, number in enumerate(numbers.pages):
        sheet = whole.pages[listing + at]
        sheet.add_overlay(number, pikepdf.Rectangle(*sheet.mediabox.as_list()))


def _bookmark(whole: pikepdf.Pdf, totals: Totals, starts: list[int], shift: int, end: int) -> None:
    with whole.open_outline() as outline:
        outline.root.append(pikepdf.OutlineItem("封面", starts[0]))
        outline.root.append(pikepdf.OutlineItem("卷内文件目录", starts[1]))
        for number, (title, first, _last) in enumerate(totals.contents, 1):
            outline.root.append(pikepdf.OutlineItem(f"{number}．{clean(title)}", first + shift))
        outline.root.append(pikepdf.OutlineItem("备考表", end))


def _label(whole: pikepdf.Pdf, listing: int, start: int, end: int, first: int) -> None:
    names = [
        (0, pikepdf.Dictionary(P="封面")),
        (listing, pikepdf.Dictionary(P="目录", S=pikepdf.Name.D)),
        (start, pikepdf.Dictionary(S=pikepdf.Name.D, St=first)),
        (end, pikepdf.Dictionary(P="备考表")),
    ]
    numbers = pikepdf.Array([item for at, label in names for item in (at, label)])
    whole.Root.PageLabels = pikepdf.Dictionary(Nums=numbers)


def _saved(whole: pikepdf.Pdf, title: str, folder: Path) -> bytes:
    whole.docinfo["/Title"] = clean(title)
    whole.Root.PageMode = pikepdf.Name.UseOutlines
    path = folder / "volume.pdf"
    whole.save(path, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return path.read_bytes()
