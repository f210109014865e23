"""Writing the docket. `append` is called by `duties.actions.enter` alone: facts have one mouth."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db.models import Max

from yingsu.base import clock
from yingsu.base.actor import Actor
from yingsu.base.numbering import next_number
from yingsu.base.refusal import Refused
from yingsu.docket.happening import Happening
from yingsu.docket.models import Case, CaseRelation, CourtPaper, Entry, Instance, Party
from yingsu.docket.sentences import sentence
from yingsu.files.models import StoredFile
from yingsu.organs.models import Organ


def create_case(*, title: str, by: Actor, **facts: Any) -> Case:
    """A new case row. Its life begins when the first facts enter."""
    return Case.objects.create(title=title[:400], opened_on=clock.today(), **facts)


def add_instance(case: Case, *, stage: str, court: str, court_code: str = "", **facts: Any) -> Instance:
    """The next instance of the case. A case number that stands elsewhere is refused with the case it stands in."""
    number = facts.get("case_number") or None
    facts["case_number"] = number
    taken = Instance.objects.filter(case_number=number).first() if number else None
    if taken is not None:
        raise Refused(
            f"案号{number}已经登记过。", "请返回收文页面，把这份文书并入已有案件。", field="case_number"
        )
    ordinal = (case.instances.aggregate(last=Max("ordinal"))["last"] or 0) + 1
    return Instance.objects.create(
        case=case, ordinal=ordinal, stage=stage, court=court, court_code=court_code, **facts
    )


def add_party(
    case: Case,
    *,
    role: str,
    name: str,
    organ: Organ | None = None,
    acted_as: str = "",
    act_by: Organ | None = None,
) -> Party:
    """A party of the case; the same party twice is one."""
    party, _ = Party.objects.get_or_create(
        case=case,
        role=role,
        name=name.strip(),
        defaults={"organ": organ, "acted_as": acted_as, "act_by": act_by},
    )
    return party


def register_paper(
    case: Case,
    *,
    kind: str,
    title: str,
    file: StoredFile,
    file_name: str,
    received_on: date,
    by: Actor,
    instance: Instance | None = None,
    pages: int = 1,
    dated: date | None = None,
    fields: dict[str, Any] | None = None,
) -> CourtPaper:
    """Register a received paper with the next 收文号 of the actor's organ and year."""
    number = f"{received_on.year}-{next_number(f'receipt:{by.organ_code}:{received_on.year}'):04d}"
    return CourtPaper.objects.create(
        case=case,
        instance=instance,
        kind=kind,
        title=title,
        file=file,
        file_name=file_name[:200],
        pages=pages,
        dated=dated,
        received_on=received_on,
        register_number=number,
        fields=fields or {},
    )


def append(case: Case, happening: Happening, *, by: Actor | None) -> Entry:
    """Add one entry. The case row must be locked by the caller; *by* is none for the platform itself."""
    last = case.entries.aggregate(last=Max("seq"))["last"] or 0
    today = clock.today()
    return Entry.objects.create(
        case=case,
        seq=last + 1,
        kind=happening.kind,
        instance=happening.instance,
        organ=happening.organ,
        happened_on=happening.on,
        known_on=happening.known or today,
        values=_plain(dict(happening.values)),
        summary=sentence(happening)[:500],
        note=happening.note,
        paper=happening.paper,
        corrects=happening.corrects,
        entered_at=clock.now(),
        entered_by=by.signature() if by else "应诉台",
        person_id_by=by.person_id if by else None,
    )


def _plain(values: dict[str, Any]) -> dict[str, Any]:
    return {key: _plain_value(value) for key, value in values.items() if value is not None and value != ""}


def _plain_value(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, (list, tuple)):
        return [_plain_value(one) for one in value]
    return value


def set_relations(case: Case, wanted: Iterable[tuple[int, str]]) -> None:
    """Make the case's relations exactly *wanted* (organ id, relation)."""
    wanted = set(wanted)
    standing = {(row.organ_id, row.relation): row.pk for row in case.relations.all()}
    gone = [pk for key, pk in standing.items() if key not in wanted]
    CaseRelation.objects.filter(pk__in=gone).delete()
    CaseRelation.objects.bulk_create(
        CaseRelation(case=case, organ_id=organ, relation=relation)
        for organ, relation in sorted(wanted - standing.keys())
    )
