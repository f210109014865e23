"""Making the duty rows, the case's stage and its relations agree with what the law says of its facts."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from yingsu import law
from yingsu.base import clock
from yingsu.docket.actions import set_relations
from yingsu.docket.listing import search_text
from yingsu.docket.models import Case, CaseRelation, Entry, Instance
from yingsu.docket.queries import defendants, entries_of, unit_by
from yingsu.duties.models import Duty
from yingsu.duties.projections import project_decisions, project_hearings, standing
from yingsu.duties.roles import organ_for
from yingsu.duties.stage import stage_of
from yingsu.organs.models import Organ
from yingsu.organs.queries import justice_bureau_of, office_of


def conclusion_of(case: Case, *, as_of: date | None = None) -> law.Conclusion:
    """What the law says of the case as it was known on *as_of* (default: today)."""
    return law.conclude((entry.as_fact() for entry in entries_of(case)), as_of=as_of or clock.today())


def reconcile(case: Case, *, because: Iterable[Entry] = ()) -> None:
    """Rebuild the projections of *case* (locked by the caller); a moved date says which entry moved it."""
    entries = list(entries_of(case))
    answers = law.conclude((entry.as_fact() for entry in entries), as_of=clock.today())
    by_fact = {entry.fact_id: entry for entry in entries}
    places = _Places(case, entries)
    related = case.duties.select_related("organ", "defendant", "instance", "trigger")
    rows = {row.key: row for row in related}
    reason = "；".join(entry.summary for entry in because)
    for duty in answers.duties:
        wanted = _wanted(duty, places, by_fact)
        _settle(case, rows.pop(duty.key, None), wanted, duty.moved_because or reason)
    case.duties.filter(pk__in=[row.pk for row in rows.values()]).exclude(state=Duty.State.SUPERSEDED).update(
        state=Duty.State.SUPERSEDED
    )
    project_hearings(case, entries)
    project_decisions(case, entries)
    _project(case, entries)
    set_relations(case, _relations(places))


class _Places:
    """Organs, instances and acting organs of one case, looked up once."""

    def __init__(self, case: Case, entries: list[Entry]) -> None:
        self.standing = list(standing(entries))
        self.organs = {party.organ.code: party.organ for party in defendants(case) if party.organ}
        self.instances: dict[str, Instance] = {one.label: one for one in case.instances.all()}
        self._acting: dict[tuple[str, str], Organ] = {}
        self._units: dict[int, Organ | None] = {}

    def defendant(self, code: str) -> Organ | None:
        if code in self.organs:
            return self.organs[code]
        return next(iter(self.organs.values()), None)

    def acting(self, role: str, code: str) -> Organ | None:
        if (role, code) not in self._acting:
            defendant = self.defendant(code)
            if defendant is None:
                return None
            self._acting[role, code] = organ_for(role, defendant, self.unit(defendant))
        return self._acting[role, code]

    def unit(self, defendant: Organ) -> Organ | None:
        if defendant.pk not in self._units:
            self._units[defendant.pk] = unit_by(self.standing, defendant)
        return self._units[defendant.pk]


def _wanted(duty: law.Duty, places: _Places, by_fact: dict[str, Entry]) -> dict[str, Any] | None:
    organ = places.acting(duty.actor, duty.organ)
    if organ is None:
        return None
    return {
        "key": duty.key,
        "rule": duty.rule,
        "title": duty.title,
        "cite": duty.citation.short,
        "article": duty.citation.article,
        "book": duty.book,
        "nature": duty.nature,
        "role": duty.actor,
        "organ": organ,
        "defendant": places.organs.get(duty.organ),
        "instance": places.instances.get(duty.instance),
        "state": duty.state,
        "due": duty.due,
        "careful": duty.careful,
        "provisional": duty.provisional,
        "trigger": by_fact.get(duty.trigger or ""),
        "met_on": duty.met_on,
    }


def _settle(case: Case, row: Duty | None, wanted: dict[str, Any] | None, reason: str) -> None:
    if wanted is None:
        return
    if row is None:
        Duty.objects.create(case=case, **wanted)
        return
    moved = row.due and wanted["due"] and row.due != wanted["due"]
    if moved:
        wanted |= {"moved_from": row.due, "moved_because": reason[:300]}
    changed = [name for name, value in wanted.items() if getattr(row, name) != value]
    for name in changed:
        setattr(row, name, wanted[name])
    if changed:
        row.save(update_fields=changed)


def _project(case: Case, entries: list[Entry]) -> None:
    standing = list(case.duties.filter(state=Duty.State.OPEN, nature=Duty.Nature.DUTY).order_by("due"))
    dated = [row.due for row in standing if row.due]
    latest = case.instances.order_by("-ordinal").first()
    case.stage = stage_of(entries)
    case.closed = case.stage == Case.Stage.ARCHIVED
    case.next_due = dated[0] if dated else None
    case.case_number = (latest.case_number or "") if latest else ""
    case.search_text = search_text(case)
    case.version += 1
    case.save()


def _relations(places: _Places) -> set[tuple[int, str]]:
    relations: set[tuple[int, str]] = set()
    kinds = CaseRelation.Relation
    for organ in places.organs.values():
        relations.add((organ.pk, kinds.DEFENDANT))
        relations.add((office_of(organ).pk, kinds.RECEIVING))
        unit = places.unit(organ)
        if unit is not None:
            relations.add((unit.pk, kinds.UNDERTAKING))
        bureau = justice_bureau_of(organ)
        if bureau is not None:
            relations.add((bureau.pk, kinds.FILED_WITH))
    return relations
