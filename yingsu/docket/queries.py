"""Reading the docket."""

from collections.abc import Iterable
from datetime import date

from django.db.models import QuerySet

from yingsu.base.actor import Actor
from yingsu.base.refusal import Refused
from yingsu.docket.models import Case, CourtPaper, Entry, Instance, Party
from yingsu.organs.models import Organ

UNIT_KINDS = ("receipt", "passed-on", "unit-decided", "opinion-approved")


def entries_of(case: Case) -> QuerySet[Entry]:
    """All entries of a case in the order they were entered."""
    return (
        Entry.objects.filter(case=case)
        .select_related("instance", "organ", "corrects", "paper")
        .order_by("seq")
    )


def standing_entries(case: Case, *kinds: str) -> list[Entry]:
    """The entries of *kinds* that no later entry corrects or withdraws, oldest first."""
    entries = entries_of(case)
    if kinds:
        entries = entries.filter(kind__in=kinds)
    return [e for e in entries.filter(corrected_by=None) if not e.values.get("withdrawn")]


def last_standing(case: Case, kind: str, **values: object) -> Entry | None:
    """The latest standing entry of *kind* whose values agree with *values*."""
    found = [e for e in standing_entries(case, kind) if all(e.values.get(k) == v for k, v in values.items())]
    return found[-1] if found else None


def defendants(case: Case) -> list[Party]:
    """The defendants of the case that are organs of ours."""
    return list(
        case.parties.filter(role=Party.Role.DEFENDANT, organ__isnull=False).select_related("organ", "act_by")
    )


def unit_of(case: Case, defendant: Organ | None) -> Organ | None:
    """The responsible unit now: who signed for the case, was passed it, was decided on or approved, in that order."""
    return unit_by(standing_entries(case, *UNIT_KINDS), defendant)


def unit_by(standing: Iterable[Entry], defendant: Organ | None) -> Organ | None:
    """The responsible unit by *standing* entries, oldest first."""
    found: dict[str, str] = {}
    for entry in standing:
        ours = defendant is None or entry.organ_id in (None, defendant.pk)
        signs = entry.kind != "receipt" or entry.values.get("receiver") == "unit"
        if ours and signs and entry.kind in UNIT_KINDS and entry.values.get("unit"):
            found[entry.kind] = str(entry.values["unit"])
    chosen = next((found[kind] for kind in UNIT_KINDS if kind in found), "")
    return Organ.objects.filter(code=chosen).first() if chosen else None


def instance_by_number(case_number: str) -> Instance | None:
    """The instance that carries a (normalised) case number, whoever may see it: used to join papers."""
    if not case_number:
        return None
    return Instance.objects.filter(case_number=case_number).select_related("case").first()


def current_instance(case: Case) -> Instance | None:
    """The latest instance."""
    return case.instances.order_by("-ordinal").first()


def case_for(actor: Actor, pk: int) -> Case:
    """The case with *pk*, through the gate; what one may not see does not exist."""
    case = Case.objects.visible_to(actor).filter(pk=pk).first()
    if case is None:
        raise Refused("没有找到这个案件。", "请从“案件”列表进入；如认为应当看到，请联系司法局。", status=404)
    return case


def papers_of(case: Case) -> QuerySet[CourtPaper]:
    """The received papers, oldest first."""
    return case.papers.select_related("file", "instance").order_by("received_on", "id")


def receipts_of(papers: Iterable[CourtPaper]) -> dict[int, list[date]]:
    """For each paper the days on which it was received, by paper id."""
    days: dict[int, list[date]] = {}
    for entry in Entry.objects.filter(paper__in=list(papers), kind="receipt", corrected_by=None):
        days.setdefault(entry.paper_id or 0, []).append(entry.happened_on)
    return days
