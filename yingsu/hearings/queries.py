"""Reading hearings and who appears at them."""

from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from yingsu.base import clock
from yingsu.base.actor import Actor
from yingsu.base.refusal import Refused
from yingsu.docket.models import Case, CaseRelation, Hearing
from yingsu.docket.queries import defendants, standing_entries
from yingsu.documents.capabilities import acts_for
from yingsu.duties.waiting import Waiting
from yingsu.hearings.capabilities import ACKNOWLEDGE, MARK, RECORD
from yingsu.hearings.models import Appearance
from yingsu.organs.models import Organ, Post
from yingsu.organs.queries import heads_of, justice_bureau_of

WORDS = {
    Appearance.State.PLANNED: ("待报备", "amber"),
    Appearance.State.FILED: ("待签收", "amber"),
    Appearance.State.ACKNOWLEDGED: ("已备案", "green"),
}


@dataclass(frozen=True, slots=True)
class Sitting:
    """A hearing with the state of its filing, for lists and calendars."""

    pk: int
    case: Case
    day: date
    time: str
    place: str
    status_word: str
    status_tone: str


def hearing_for(actor: Actor, case: Case, pk: int) -> Hearing:
    """A hearing of a case the actor may see."""
    found = (
        Hearing.objects.visible_to(actor).select_related("case", "instance").filter(case=case, pk=pk).first()
    )
    if found is None:
        raise Refused("没有找到这次开庭。", "请从案件页面的“出庭”进入。", status=404)
    return found


def appearance_of(hearing: Hearing, defendant: Organ) -> Appearance | None:
    """Who appears for *defendant*."""
    return (
        Appearance.objects.filter(hearing=hearing, defendant=defendant)
        .select_related("hearing__case", "hearing__instance", "head__person", "head__organ", "defendant")
        .first()
    )


def appearance_for(actor: Actor, pk: int) -> Appearance:
    """An appearance through the gate."""
    found = (
        Appearance.objects.visible_to(actor)
        .select_related("hearing__case", "hearing__instance", "head__person", "head__organ", "defendant")
        .filter(pk=pk)
        .first()
    )
    if found is None:
        raise Refused("没有找到这份出庭安排。", "请从案件页面的“出庭”进入。", status=404)
    return found


def heads_to_choose(defendant: Organ) -> QuerySet[Post]:
    """The heads who may appear for a defendant (办法第十七条第二款)."""
    return heads_of(defendant)


def hearings_of(case: Case) -> list[Sitting]:
    """The hearings of a case in order."""
    return _sittings(Hearing.objects.filter(case=case))


def upcoming(actor: Actor) -> list[Sitting]:
    """Hearings from today on, soonest first."""
    rows = Hearing.objects.visible_to(actor).filter(day__gte=clock.today(), state=Hearing.State.SET)
    return _sittings(rows.order_by("day", "time")[:20])


def between(actor: Actor, first: date, last: date) -> list[Sitting]:
    """Hearings in [first, last]."""
    rows = Hearing.objects.visible_to(actor).filter(day__gte=first, day__lte=last)
    return _sittings(rows.exclude(state=Hearing.State.CANCELLED)[:300])


def waiting(actor: Actor) -> list[Waiting]:
    """Filings that wait for the bureau's acknowledgement; hearings past that nobody has recorded."""
    return [*_to_acknowledge(actor), *_to_record(actor)]


def _to_record(actor: Actor) -> list[Waiting]:
    """Hearings whose day has passed without a record, in the cases of the actor's own organ (办法第二十、二十二条)."""
    if not actor.may(RECORD):
        return []
    held = Hearing.objects.visible_to(actor).filter(
        day__lt=clock.today(),
        state=Hearing.State.SET,
        case__relations__organ=actor.organ_id,
        case__relations__relation__in=(CaseRelation.Relation.UNDERTAKING, CaseRelation.Relation.DEFENDANT),
    )
    return [
        Waiting("登记庭审情况", row.case, "hearing", (row.case_id, row.pk), row.day, "办法第二十条", "登记")
        for row in held.select_related("case").order_by("day").distinct()[:50]
    ]


def _to_acknowledge(actor: Actor) -> list[Waiting]:
    if not actor.may(ACKNOWLEDGE):
        return []
    rows = Appearance.objects.visible_to(actor).filter(state=Appearance.State.FILED)
    return [
        Waiting(
            title=f"签收出庭备案：{row.defendant.name}",
            case=row.hearing.case,
            url_name="hearing",
            url_args=(row.hearing.case_id, row.hearing_id),
            since=row.filed_on or clock.today(),
            cite="办法第十四条第三款",
            verb="签收",
        )
        for row in rows.select_related("hearing__case", "defendant").order_by("filed_on")[:50]
        if acts_for(actor, ACKNOWLEDGE, justice_bureau_of(row.defendant))
    ]


def _sittings(rows: QuerySet[Hearing]) -> list[Sitting]:
    found = []
    for row in rows.select_related("case").prefetch_related("appearances__hearing__case"):
        word, tone = _status(row)
        found.append(Sitting(row.pk, row.case, row.day, row.time, row.place, word, tone))
    return found


def moved_since_filing(appearance: Appearance) -> bool:
    """Whether the court moved the hearing after it was filed: the new summons must be filed again (办法第十四条第三款)."""
    if appearance.state == Appearance.State.PLANNED:
        return False
    hearing = appearance.hearing
    last = {"hearing-set": 0, "appearance-filed": 0}
    for entry in standing_entries(hearing.case, *last):
        ours = entry.kind == "hearing-set" or entry.organ_id == appearance.defendant_id
        if ours and entry.instance_id == hearing.instance_id and entry.values.get("hearing") == hearing.label:
            last[entry.kind] = entry.seq
    return last["hearing-set"] > last["appearance-filed"]


def _status(row: Hearing) -> tuple[str, str]:
    if row.state == Hearing.State.CANCELLED:
        return "已取消", ""
    if row.state == Hearing.State.HELD:
        return "已开庭", "green"
    plans = list(row.appearances.all())
    if not plans:
        return "尚未报备", "red"
    if any(moved_since_filing(plan) for plan in plans):
        return "改期待报备", "red"
    missing = [plan for plan in plans if plan.state != Appearance.State.ACKNOWLEDGED]
    return WORDS[Appearance.State((missing or plans)[0].state)]


def defendants_of(case: Case, actor: Actor) -> list[Organ]:
    """The defendants of ours, those the actor looks after first."""
    organs = [party.organ for party in defendants(case) if party.organ]
    return sorted(organs, key=lambda organ: organ.pk not in actor.reach)


def marks(actor: Actor, case: Case) -> bool:
    """Whether the actor sits in the justice bureau of a defendant's level and may mark grounds of Art. 19."""
    return any(acts_for(actor, MARK, justice_bureau_of(organ)) for organ in defendants_of(case, actor))
