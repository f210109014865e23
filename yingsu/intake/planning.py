"""The facts a confirmed paper brings, as plain values: the same plan is shown beforehand and entered afterwards."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from yingsu import law
from yingsu.base import clock
from yingsu.base.actor import Actor
from yingsu.docket.models import Entry, Hearing
from yingsu.docket.queries import entries_of, standing_entries
from yingsu.intake.destination import Destination
from yingsu.intake.hearing_label import label_for
from yingsu.intake.numbers import court_code, see_number
from yingsu.intake.particulars import Particulars
from yingsu.intake.sides import Defendant, act_by_of, defendants_of, ours_in, route_of
from yingsu.organs.models import Organ

RECEIVERS = ("party", "office")


@dataclass(frozen=True, slots=True)
class PlannedFact:
    """A fact that will enter when the paper is confirmed."""

    kind: str
    on: date
    values: Mapping[str, Any] = field(default_factory=dict)
    organ: Organ | None = None
    corrects: Entry | None = None


def plan(data: Particulars, place: Destination, *, by: Actor) -> tuple[PlannedFact, ...]:
    """The facts of a paper at its place, in the order they enter. Needs *served_on*."""
    facts = [*_opening(data, place, by), *_named(data, place, by)]
    ours = _ours(data, place, by)
    label = label_for(data, place)
    facts += _receipts(data, place, ours, label)
    facts += _hearing(data, place, label)
    facts += _head(data, ours)
    facts += _decision(data)
    return (*facts, *_fixed(data, place, ours, facts))


def flat(facts: Iterable[PlannedFact], place: Destination) -> list[dict[str, Any]]:
    """The case's standing facts and the planned ones in the flat form the law reads; nothing is stored."""
    known = clock.today()
    told = [entry.as_fact() for entry in entries_of(place.case)] if place.case else []
    return told + [_flat(fact, number, label_of(place), known) for number, fact in enumerate(facts)]


def label_of(place: Destination) -> str:
    """The label of the instance the paper belongs to."""
    if place.instance is not None:
        return place.instance.label
    return str(place.case.instances.count() + 1) if place.case else "1"


def _flat(fact: PlannedFact, number: int, label: str, known: date) -> dict[str, Any]:
    flat_fact: dict[str, Any] = {
        "id": f"p{number:05d}",
        "kind": fact.kind,
        "on": fact.on.isoformat(),
        "known": max(known, fact.on).isoformat(),
        "instance": label,
        **{
            name: value.isoformat() if isinstance(value, date) else value
            for name, value in fact.values.items()
        },
    }
    if fact.organ:
        flat_fact["organ"] = fact.organ.code
    if fact.corrects:
        flat_fact["corrects"] = fact.corrects.fact_id
    return flat_fact


def _served(data: Particulars) -> date:
    return data.served_on or clock.today()


def _opening(data: Particulars, place: Destination, by: Actor) -> list[PlannedFact]:
    day = data.accepted_on or data.doc_date or _served(data)
    facts = []
    if place.is_new:
        organs = [one.organ for one in defendants_of(data, by) if one.organ]
        subject = "reconsideration" if data.is_reconsideration else "suit"
        facts.append(PlannedFact("case-opened", day, {"subject": subject, "route": route_of(data, organs)}))
    if place.opens_instance:
        seen = see_number(data.case_number)
        court = seen.court_code if seen else court_code(data.court)
        values = {"stage": place.stage, "procedure": data.procedure or "ordinary", "court": court}
        facts.append(
            PlannedFact("instance-opened", day, {name: value for name, value in values.items() if value})
        )
    return facts


def new_defendants(data: Particulars, place: Destination, by: Actor) -> list[Defendant]:
    """The organs the paper names as defendants that are not yet parties of the case."""
    if data.kind == "recommendation":
        return []
    standing = (
        set(place.case.parties.filter(role="defendant").values_list("organ_id", flat=True))
        if place.case
        else set()
    )
    return [one for one in defendants_of(data, by) if one.organ is not None and one.organ.pk not in standing]


def _named(data: Particulars, place: Destination, by: Actor) -> list[PlannedFact]:
    named = new_defendants(data, place, by)
    joint = len(data.defendants) > 1 or (place.case is not None and bool(named))
    day = data.accepted_on or data.doc_date or _served(data)
    facts = []
    for one in named:
        values = {
            "rank": one.organ.kind if one.organ else "",
            "standing": "joint" if joint else "sole",
            "acted_as": one.acted_as,
        }
        unit = act_by_of(data, one.organ, one.acted_as)
        if unit:
            values["act_by"] = unit
        facts.append(PlannedFact("defendant-named", day, values, one.organ))
    return facts


def _ours(data: Particulars, place: Destination, by: Actor) -> list[Organ]:
    named = [one.organ for one in new_defendants(data, place, by) if one.organ and one.ours]
    standing = ours_in(place.case, by, data.defendants) if place.case else []
    return named + [organ for organ in standing if organ not in named]


def _receipts(data: Particulars, place: Destination, ours: list[Organ], label: str) -> list[PlannedFact]:
    values: dict[str, Any] = {"paper": data.kind}
    if label:
        values["hearing"] = label
    if data.kind == "recommendation":
        told = {"reply_days": data.reply_days, "reply_by": data.reply_by, "about": data.about or "conduct"}
        values |= {name: value for name, value in told.items() if value}
    facts = _received(data, place, ours, values)
    if data.kind == "notice-to-respond" and data.complaint_enclosed:
        facts += _received(data, place, ours, {"paper": "complaint"})
    return facts


def _received(
    data: Particulars, place: Destination, ours: list[Organ], values: Mapping[str, Any]
) -> list[PlannedFact]:
    """Receipts by party and office; a complaint that came with the notice is not received twice, but may be corrected."""
    days = {"party": _served(data), "office": data.received_on or _served(data)}
    facts = []
    for organ in ours:
        for receiver in RECEIVERS:
            told = {**values, "receiver": receiver}
            earlier = _earlier_complaint(place, organ, told)
            if earlier is None or earlier.happened_on != days[receiver]:
                facts.append(PlannedFact("receipt", days[receiver], told, organ, earlier))
    return facts


def _earlier_complaint(place: Destination, organ: Organ, told: Mapping[str, Any]) -> Entry | None:
    if place.case is None or place.instance is None or told["paper"] != "complaint":
        return None
    standing = [
        entry
        for entry in standing_entries(place.case, "receipt")
        if entry.organ_id == organ.pk
        and entry.instance_id == place.instance.pk
        and all(entry.values.get(name) == told[name] for name in ("paper", "receiver"))
    ]
    return standing[-1] if standing else None


def _hearing(data: Particulars, place: Destination, label: str) -> list[PlannedFact]:
    if not (label and data.hearing_day):
        return []
    values = {
        "hearing": label,
        "day": data.hearing_day,
        "time": data.hearing_time,
        "place": data.hearing_place,
    }
    told = {name: value for name, value in values.items() if value}
    row = Hearing.objects.filter(instance=place.instance, label=label).first() if place.instance else None
    if row is not None and _same_hearing(row, data):
        return []
    return [PlannedFact("hearing-set", data.doc_date or _served(data), told)]


def _same_hearing(row: Hearing, data: Particulars) -> bool:
    same_place = not data.hearing_place or row.place == data.hearing_place
    same_time = not data.hearing_time or row.time == data.hearing_time
    return bool(row.day == data.hearing_day and same_time and same_place and row.state == "set")


def _head(data: Particulars, ours: list[Organ]) -> list[PlannedFact]:
    if not data.head_required:
        return []
    day = data.doc_date or _served(data)
    return [PlannedFact("head-required", day, {"which": data.head_required}, organ) for organ in ours]


def _decision(data: Particulars) -> list[PlannedFact]:
    if not data.is_decision or data.doc_date is None:
        return []
    values = {
        "form": data.kind,
        "results": list(data.results),
        "lost": data.lost,
        "appealable": data.appealable,
        "final": data.final,
    }
    return [PlannedFact("decision-made", data.doc_date, values)]


def _fixed(
    data: Particulars, place: Destination, ours: list[Organ], facts: list[PlannedFact]
) -> list[PlannedFact]:
    """`period-fixed` where the court's notice gives another number of days than the law's own."""
    if not data.deadline_days or data.kind not in ("notice-to-respond", "notice-of-evidence"):
        return []
    duties = law.conclude(flat(facts, place), as_of=clock.today()).duties
    lawful = {duty.count.amount for duty in duties if duty.rule == "answer" and duty.count}
    if data.deadline_days in lawful:
        return []
    matters = ("answer", "evidence") if data.kind == "notice-to-respond" else ("evidence",)
    return [
        PlannedFact("period-fixed", _served(data), {"of": matter, "days": data.deadline_days}, organ)
        for organ in ours
        for matter in matters
    ]


def case_values(data: Particulars, cause: tuple[str, str]) -> dict[str, Any]:
    """The values of a new case row."""
    name, codes = cause
    return {
        "cause": (data.cause or name)[:200],
        "cause_codes": codes[:40],
        "field": data.management_field[:12],
        "act_name": data.act_name[:200],
        "act_number": data.act_number[:120],
        "act_date": data.act_date,
    }
