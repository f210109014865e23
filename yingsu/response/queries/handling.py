"""Reading opinions, decisions on the unit, transfers, papers to sign for (办法第十二、十三条)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from yingsu.base.actor import Actor
from yingsu.base.refusal import Refused
from yingsu.docket.models import Case, CourtPaper, Entry, Instance
from yingsu.docket.queries import standing_entries
from yingsu.organs.models import Organ
from yingsu.response.handling import proposal_for
from yingsu.response.models import HandlingOpinion, Transfer, UnitDecision


@dataclass(frozen=True, slots=True)
class PaperToSign:
    """A paper the defendant or its office received and the unit has not signed for."""

    instance: Instance | None
    values: Mapping[str, Any]
    paper: CourtPaper | None
    entry: Entry


def opinions_of(case: Case, defendant: Organ) -> QuerySet[HandlingOpinion]:
    """The rounds of handling opinions, newest first."""
    rows: QuerySet[HandlingOpinion] = HandlingOpinion.objects.filter(case=case, defendant=defendant)
    return rows.select_related(
        "proposed_unit", "unit_by_law", "approved_unit", "defendant", "instance", "case"
    )


def opinion_for(actor: Actor, pk: int) -> HandlingOpinion:
    """An opinion through the gate."""
    found: HandlingOpinion | None = HandlingOpinion.objects.visible_to(actor).filter(pk=pk).first()
    if found is None:
        raise Refused("没有找到这份拟办意见。", "请从案件页面进入。", status=404)
    return found


def decisions_of(case: Case, defendant: Organ) -> QuerySet[UnitDecision]:
    """The joint decisions on the unit, newest first."""
    rows: QuerySet[UnitDecision] = UnitDecision.objects.filter(case=case, defendant=defendant)
    return rows.select_related("unit", "instance")


def directed_unit(case: Case, defendant: Organ, instance: Instance | None) -> Organ | None:
    """The unit the head directed for this instance, else the one jointly decided; none when neither."""
    opinion = opinions_of(case, defendant).filter(instance=instance).first()
    if opinion is not None:
        return opinion.approved_unit
    decision = decisions_of(case, defendant).filter(instance=instance).first()
    return decision.unit if decision else None


def decisive_quote(case: Case, defendant: Organ, instance: Instance | None) -> str:
    """The words of Art. 12 on which the proposed unit rests."""
    proposal = proposal_for(case, defendant, instance)
    return proposal.citation.quote if proposal.citation else ""


def transfers_of(case: Case, defendant: Organ) -> QuerySet[Transfer]:
    """The transfers, newest first."""
    rows: QuerySet[Transfer] = Transfer.objects.filter(case=case, defendant=defendant)
    return rows.select_related("unit", "instance")


def papers_to_sign(case: Case, defendant: Organ) -> list[PaperToSign]:
    """Papers received by the defendant or its office that the unit has not signed for, each once."""
    return unsigned(one for one in standing_entries(case, "receipt") if one.organ_id == defendant.pk)


def unsigned(receipts: Iterable[Entry]) -> list[PaperToSign]:
    """Of standing receipts, the papers without a unit's receipt."""
    signed: dict[tuple[Any, ...], int] = {}
    open_: dict[tuple[Any, ...], list[Entry]] = {}
    for entry in receipts:
        key = (
            entry.case_id,
            entry.organ_id,
            entry.instance_id,
            entry.values.get("paper"),
            entry.values.get("hearing"),
        )
        if entry.values.get("receiver") == "unit":
            signed[key] = signed.get(key, 0) + 1
        else:
            open_.setdefault(key, []).append(entry)
    return [
        _to_sign(entry) for key, entries in open_.items() for entry in _longest(entries)[signed.get(key, 0) :]
    ]


def _longest(entries: list[Entry]) -> list[Entry]:
    """One paper is received by the party and by its office: the receiver with most receipts tells how many there are."""
    by_receiver: dict[Any, list[Entry]] = {}
    for entry in entries:
        by_receiver.setdefault(entry.values.get("receiver"), []).append(entry)
    return max(by_receiver.values(), key=len)


def _to_sign(entry: Entry) -> PaperToSign:
    values = {name: value for name, value in entry.values.items() if name not in ("receiver", "unit")}
    return PaperToSign(entry.instance, values, entry.paper, entry)
