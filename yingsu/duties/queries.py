"""Reading duties: desks, calendars, one duty with its reasons."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import QuerySet

from yingsu import law
from yingsu.base import clock
from yingsu.base.actor import Actor
from yingsu.base.refusal import Refused
from yingsu.docket.models import Case, Entry
from yingsu.duties.models import Duty
from yingsu.duties.reconcile import conclusion_of
from yingsu.duties.roles import roles_of


@dataclass(frozen=True, slots=True)
class Explained:
    """A duty row with what the law says of it: the count, the quote, the sentences."""

    row: Duty
    reason: law.Duty


def desk(actor: Actor) -> QuerySet[Duty]:
    """The open duties that are the actor's own: of his organs and of the roles of his post, soonest first."""
    return (
        Duty.objects.visible_to(actor)
        .filter(state=Duty.State.OPEN, organ_id=actor.organ_id, role__in=roles_of(actor.post_kind))
        .exclude(nature=Duty.Nature.EXPECTED)
        .exclude(nature=Duty.Nature.RIGHT, due__lt=clock.today())
        .select_related("case", "organ", "defendant", "instance", "trigger")
        .order_by("due", "id")
    )


def announced(actor: Actor) -> QuerySet[Duty]:
    """Duties of the actor's desk whose period has not begun to run."""
    return (
        Duty.objects.visible_to(actor)
        .filter(state=Duty.State.ANNOUNCED, organ_id=actor.organ_id, role__in=roles_of(actor.post_kind))
        .select_related("case", "organ", "instance")
        .order_by("careful", "id")
    )


def open_in_area(actor: Actor) -> QuerySet[Duty]:
    """All open duties in every case the actor may see."""
    return (
        Duty.objects.visible_to(actor)
        .filter(state=Duty.State.OPEN, nature=Duty.Nature.DUTY)
        .select_related("case", "organ", "defendant", "instance")
        .order_by("due", "id")
    )


def due_between(actor: Actor, first: date, last: date, *, whole_area: bool = False) -> QuerySet[Duty]:
    """Open duties and rights whose day lies in [first, last], for calendars: one's own, or the whole area's."""
    mine = {} if whole_area else {"organ_id": actor.organ_id, "role__in": roles_of(actor.post_kind)}
    return (
        Duty.objects.visible_to(actor)
        .filter(**mine)
        .filter(state=Duty.State.OPEN, due__gte=first, due__lte=last)
        .exclude(nature=Duty.Nature.EXPECTED)
        .select_related("case", "organ")
        .order_by("due", "id")
    )


def bands(rows: list[Duty]) -> dict[str, list[Duty]]:
    """Rows in the bands a person thinks in: late, soon (today and tomorrow), later (undated last)."""
    today = clock.today()
    tomorrow = today + timedelta(days=1)
    split: dict[str, list[Duty]] = {"late": [], "soon": [], "later": []}
    for row in rows:
        if row.due and row.due < today:
            split["late"].append(row)
        elif row.due and row.due <= tomorrow:
            split["soon"].append(row)
        else:
            split["later"].append(row)
    split["later"].sort(key=lambda row: (row.due is None, row.due or today))
    return split


def duties_of(case: Case) -> QuerySet[Duty]:
    """All duties of one case, standing ones first."""
    return case.duties.select_related("organ", "defendant", "instance", "trigger").order_by("due", "id")


def explain(row: Duty, *, as_of: date | None = None) -> Explained:
    """The duty with its reasons, concluded afresh from the docket."""
    for duty in conclusion_of(row.case, as_of=as_of).duties:
        if duty.key == row.key:
            return Explained(row, duty)
    raise Refused("这一事项按现在的登记不再适用。", "请返回案件页面查看现行的应办事项。", status=410)


def explain_rows(rows: Iterable[Duty]) -> list[Explained]:
    """Rows of several cases with their reasons, the dockets read in one query; rows no longer concluded are left out."""
    rows = list(rows)
    facts: dict[int, list[dict[str, object]]] = {}
    entries = Entry.objects.filter(case__in={row.case_id for row in rows})
    for entry in entries.select_related("instance", "organ", "corrects").order_by("case_id", "seq"):
        facts.setdefault(entry.case_id, []).append(entry.as_fact())
    today = clock.today()
    reasons = {
        (pk, duty.key): duty
        for pk, known in facts.items()
        for duty in law.conclude(known, as_of=today).duties
    }
    return [
        Explained(row, reasons[row.case_id, row.key]) for row in rows if (row.case_id, row.key) in reasons
    ]


def explain_all(case: Case) -> list[Explained]:
    """Every duty of a case with its reasons, by one question to the law."""
    reasons = {duty.key: duty for duty in conclusion_of(case).duties}
    return [Explained(row, reasons[row.key]) for row in duties_of(case) if row.key in reasons]


def findings_of(case: Case) -> tuple[law.Finding, ...]:
    """Proposals, requirements, refusals and leads for a case."""
    return conclusion_of(case).findings


def duty_for(actor: Actor, pk: int) -> Duty:
    """A duty through the gate."""
    row = (
        Duty.objects.visible_to(actor)
        .select_related("case", "organ", "instance", "trigger")
        .filter(pk=pk)
        .first()
    )
    if row is None:
        raise Refused("没有找到这一事项。", "请从工作台或者案件页面进入。", status=404)
    return row


def open_under(actor: Actor, book: str) -> list[Duty]:
    """The open and announced duties under the articles of *book* in the cases the actor may see, soonest first."""
    rows = Duty.objects.visible_to(actor).filter(book=book, state__in=Duty.STANDING)
    return list(rows.select_related("case", "organ", "instance").order_by("due", "id")[:500])
