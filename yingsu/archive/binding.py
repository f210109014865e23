"""From the pieces of a case to one PDF: cover, contents, numbered sheets, closing form."""

from typing import Any

import officialpapers
from officialpapers import OfficialPaperError, Part
from officialpapers.binding import Bound, Totals
from officialpapers.parts import text_to_pdf
from yingsu.archive.contents import Piece, gaps_of, pieces_of
from yingsu.archive.models import Volume
from yingsu.base import clock
from yingsu.base.refusal import Refused
from yingsu.docket.models import Case, CourtPaper
from yingsu.docket.queries import current_instance
from yingsu.documents.kinds.volume_cover import form
from yingsu.documents.prefill import prefill
from yingsu.documents.queries import render, render_data
from yingsu.files.actions import read_bytes
from yingsu.files.models import StoredFile
from yingsu.intake.queries import text_of
from yingsu.judgments.queries import results_text
from yingsu.response.contents import opinion_data

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
ARTICLE = "办法第二十八条第二款"


def bind_volume(volume: Volume, *, number: str = "", compiler: str = "", checker: str = "") -> Bound:
    """Bind the volume as it stands; *checker* is who closes it. A paper that cannot be bound is named."""
    pieces = pieces_of(volume.case, volume.defendant)
    if not pieces:
        raise Refused("案卷中还没有任何文书。", "请先在“收文”登记法院文书。", article=ARTICLE)
    data = cover_data(volume, number=number, compiler=compiler, checker=checker)

    def with_totals(totals: Totals) -> dict[str, Any]:
        parts = [
            {"title": title, "first_page": first, "last_page": last} for title, first, last in totals.contents
        ]
        return {**data, "parts": parts}

    try:
        return officialpapers.bind(
            officialpapers.Volume(
                title=f"{volume.case.title}卷宗",
                cover=lambda totals: form.cover(with_totals(totals)),
                parts=tuple(_part(piece) for piece in pieces),
                closing=lambda totals: form.closing_form(with_totals(totals)),
            )
        )
    except OfficialPaperError as error:
        raise Refused(
            f"案卷没有装订：{error}", "请按提示处理这份文书后重新装订。", article=ARTICLE
        ) from error


def cover_data(volume: Volume, *, number: str, compiler: str, checker: str = "") -> dict[str, Any]:
    """What cover and closing form print."""
    case: Case = volume.case
    decisions = list(case.decisions.filter(withdrawn=False).order_by("decided_on"))
    last = decisions[-1] if decisions else None
    gaps = {gap.key for gap in gaps_of(case, volume.defendant)}
    explained = "；".join(f"{key}：{reason}" for key, reason in volume.explanations.items() if key in gaps)
    data = {
        **prefill(case, "volume_cover", defendant=volume.defendant, instance=current_instance(case)),
        "unit": volume.organ.name,
        "number": number or volume.number or "（归档时编号）",
        "cause": case.cause or case.title,
        "handlers": [compiler] if compiler else [],
        "closed_on": last.decided_on.isoformat() if last else "",
        "result": results_text(last) if last else "",
        "retention": "长期",
        "compiler": compiler,
        "checker": checker or "（归档时填写）",
        "compiled_on": clock.today().isoformat(),
        "remarks": f"缺件说明：{explained}" if explained else "",
    }
    return {key: value for key, value in data.items() if value}


def _part(piece: Piece) -> Part:
    return Part(piece.title, _bytes(piece), piece.responsible, piece.number, piece.date)


def _bytes(piece: Piece) -> bytes:
    if piece.document is not None:
        return render(piece.document, "pdf")
    if piece.opinion is not None:
        return render_data("handling_opinion", opinion_data(piece.opinion), "pdf")
    held = piece.paper or piece.evidence
    if held is None or held.file is None:
        raise Refused(f"“{piece.title}”没有文件，不能装订。", "请先上传这份文书的文件。", article=ARTICLE)
    return _file_bytes(held.file, piece.title, piece.paper)


def _file_bytes(file: StoredFile, title: str, paper: CourtPaper | None) -> bytes:
    if file.content_type != DOCX:
        return read_bytes(file)
    text = text_of(paper) if paper else ""
    if not text:
        raise Refused(f"“{title}”是 DOCX 文件，不能直接装订。", "请另存为 PDF 后重新上传。", article=ARTICLE)
    return text_to_pdf(text)
