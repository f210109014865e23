"""Reading the checklist, the risk, the evidence, what went to the court (办法第十四、十六条)."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from django.db.models import QuerySet

from yingsu.base.actor import Actor
from yingsu.base.refusal import Refused
from yingsu.docket.models import Case, Instance
from yingsu.docket.queries import standing_entries
from yingsu.organs.models import Organ
from yingsu.response.models import ChecklistItem, CourtFiling, EvidenceItem, RiskAssessment

DATA = Path(__file__).parents[1] / "data"


@dataclass(frozen=True, slots=True)
class Check:
    """A line of the checklist with its state."""

    code: str
    text: str
    basis: str
    required: bool
    row: ChecklistItem | None

    @property
    def is_done(self) -> bool:
        """Whether it was ticked."""
        return bool(self.row and self.row.done_on)


@dataclass(frozen=True, slots=True)
class CatalogueLine:
    """A piece of evidence with its pages in the bundle."""

    item: EvidenceItem
    first_page: int
    last_page: int


@cache
def _default_checks() -> tuple[dict[str, Any], ...]:
    with (DATA / "checklist.toml").open("rb") as file:
        return tuple(tomllib.load(file)["item"])


def checklist(case: Case, defendant: Organ, instance: Instance | None) -> list[Check]:
    """The preparation checklist: the standing lines, then those the unit added."""
    rows = {
        row.code: row
        for row in ChecklistItem.objects.filter(case=case, defendant=defendant, instance=instance)
    }
    checks = [
        Check(one["code"], one["text"], one["article"], one["required"], rows.pop(one["code"], None))
        for one in _default_checks()
    ]
    return checks + [Check(row.code, row.text, row.basis, True, row) for row in rows.values()]


def risk_of(case: Case, defendant: Organ, instance: Instance | None) -> RiskAssessment | None:
    """The latest risk assessment."""
    found: RiskAssessment | None = RiskAssessment.objects.filter(
        case=case, defendant=defendant, instance=instance
    ).first()
    return found


def evidence_of(case: Case, defendant: Organ, instance: Instance | None) -> QuerySet[EvidenceItem]:
    """The evidence of the catalogue in its order."""
    rows: QuerySet[EvidenceItem] = EvidenceItem.objects.filter(
        case=case, defendant=defendant, instance=instance, removed=False
    )
    return rows.select_related("file")


def catalogue(case: Case, defendant: Organ, instance: Instance | None) -> list[CatalogueLine]:
    """The evidence with its running pages."""
    lines: list[CatalogueLine] = []
    last = 0
    for item in evidence_of(case, defendant, instance):
        lines.append(CatalogueLine(item, last + 1, last + item.page_count))
        last += item.page_count
    return lines


def evidence_for(actor: Actor, pk: int) -> EvidenceItem:
    """A piece of evidence through the gate."""
    found: EvidenceItem | None = (
        EvidenceItem.objects.visible_to(actor)
        .select_related("case", "defendant", "instance", "file")
        .filter(pk=pk, removed=False)
        .first()
    )
    if found is None:
        raise Refused("没有找到这份证据。", "可能已被删除，请回到证据目录查看。", status=404)
    return found


def filings_of(case: Case, defendant: Organ) -> QuerySet[CourtFiling]:
    """What was handed to the court, newest first."""
    rows: QuerySet[CourtFiling] = CourtFiling.objects.filter(case=case, defendant=defendant)
    return rows.select_related("instance", "file")


def is_signed_off(case: Case, defendant: Organ, instance: Instance | None) -> bool:
    """Whether a head signed off the answer of this instance (14.2)."""
    return any(
        one.organ_id == defendant.pk and (instance is None or one.instance_id == instance.pk)
        for one in standing_entries(case, "answer-signed-off")
    )
