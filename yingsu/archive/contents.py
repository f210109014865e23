"""What a volume must hold and what it has: the gaps are named before it is closed."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from yingsu.docket.models import Case, CourtPaper, Entry
from yingsu.docket.queries import papers_of, standing_entries
from yingsu.documents.models import Document
from yingsu.documents.queries import documents_of
from yingsu.organs.models import Organ
from yingsu.organs.queries import office_of
from yingsu.response.models import EvidenceItem, HandlingOpinion

OPINION = "handling_opinion"


@dataclass(frozen=True, slots=True)
class Piece:
    """One paper of a volume in its place: a received paper, a paper of ours, a piece of evidence, or the directed opinion."""

    title: str
    responsible: str
    number: str
    date: str
    paper: CourtPaper | None = None
    document: Document | None = None
    evidence: EvidenceItem | None = None
    opinion: HandlingOpinion | None = None

    @property
    def place(self) -> tuple[str, int]:
        """What it is in the case, so that no paper is bound twice."""
        one = self.paper or self.document or self.evidence or self.opinion
        return (type(one).__name__, one.pk) if one else ("", 0)


@dataclass(frozen=True, slots=True)
class Required:
    """One paper the case must have in its volume, by what happened; `pieces` is empty when it is missing."""

    title: str
    instance: str
    because: str
    pieces: tuple[Piece, ...]

    @property
    def key(self) -> str:
        """The name under which a gap is explained."""
        return f"{self.instance}{self.title}"


def required_of(case: Case, defendant: Organ) -> list[Required]:
    """The papers the volume must hold, instance by instance, in the order of the volume."""
    entries = standing_entries(case)
    papers, documents = list(papers_of(case)), list(documents_of(case).filter(defendant=defendant))
    found = []
    for instance in case.instances.all():
        for item in _items():
            because = [
                e for e in entries if e.instance_id == instance.pk and _fits(e, item["when"], defendant)
            ]
            if because:
                pieces = tuple(_pieces(item, instance.pk, papers, documents))
                if item.get("document") == OPINION and not pieces:
                    pieces = tuple(_opinions(case, defendant, instance.pk))
                found.append(
                    Required(item["title"], instance.get_stage_display(), because[0].summary, pieces)
                )
    return found


def gaps_of(case: Case, defendant: Organ) -> list[Required]:
    """The required papers that are not there."""
    return [one for one in required_of(case, defendant) if not one.pieces]


def pieces_of(case: Case, defendant: Organ) -> list[Piece]:
    """Everything the volume binds, once: the required papers in their order, the evidence behind its catalogue, the rest."""
    found: dict[tuple[str, int], Piece] = {}
    for required in required_of(case, defendant):
        for piece in required.pieces:
            found.setdefault(piece.place, piece)
            if piece.document and piece.document.kind == "evidence_catalogue":
                for evidence in _evidence(case, defendant, piece.document):
                    found.setdefault(evidence.place, evidence)
    rest = [_from_paper(paper) for paper in papers_of(case)]
    rest += [
        _from_document(one)
        for one in documents_of(case).filter(defendant=defendant).order_by("id")
        if one.is_signed
    ]
    for piece in rest:
        found.setdefault(piece.place, piece)
    return list(found.values())


def _fits(entry: Entry, wanted: Mapping[str, Any], defendant: Organ) -> bool:
    ours = entry.organ_id in (None, defendant.pk)
    values = {"kind": entry.kind, **entry.values}
    return ours and all(values.get(name) == value for name, value in wanted.items())


def _pieces(
    item: Mapping[str, Any], instance: int, papers: list[CourtPaper], documents: list[Document]
) -> Iterator[Piece]:
    for paper in papers:
        if item.get("paper") == paper.kind and paper.instance_id in (None, instance):
            yield _from_paper(paper)
    for document in documents:
        if (
            item.get("document") == document.kind
            and document.instance_id in (None, instance)
            and document.is_signed
        ):
            yield _from_document(document)


def _opinions(case: Case, defendant: Organ, instance: int) -> Iterator[Piece]:
    """The opinion as the head directed it, printed from what was entered (办法第十三条)."""
    rows = HandlingOpinion.objects.filter(
        case=case, defendant=defendant, instance_id=instance, state=HandlingOpinion.State.APPROVED
    )
    for row in rows.order_by("-id")[:1]:
        day = row.directed_on.isoformat() if row.directed_on else ""
        yield Piece("拟办意见（呈批件）", office_of(defendant).name, "", day, opinion=row)


def _from_paper(paper: CourtPaper) -> Piece:
    responsible = paper.instance.court if paper.instance else ""
    if paper.kind == "complaint":
        responsible = "、".join(p.name for p in paper.case.parties.all() if p.role == "plaintiff")
    number = (paper.instance.case_number or "") if paper.instance else ""
    dated = paper.dated or paper.received_on
    return Piece(paper.title, responsible, number, dated.isoformat(), paper=paper)


def _from_document(document: Document) -> Piece:
    day = (document.signed_on or document.changed_on).isoformat()
    return Piece(document.title, document.drafting_organ.name, document.number, day, document=document)


def _evidence(case: Case, defendant: Organ, catalogue: Document) -> Iterator[Piece]:
    rows = EvidenceItem.objects.filter(
        case=case, defendant=defendant, instance=catalogue.instance, removed=False, file__isnull=False
    )
    for row in rows.select_related("file").order_by("number"):
        day = row.submitted_on.isoformat() if row.submitted_on else ""
        yield Piece(f"证据{row.number}　{row.name}", row.source, "", day, evidence=row)


@cache
def _items() -> tuple[dict[str, Any], ...]:
    with (Path(__file__).parent / "data" / "contents.toml").open("rb") as file:
        return tuple(tomllib.load(file)["item"])
