"""Hearings: set, planned, filed, acknowledged, held, recorded (办法第十四条第三款、第十七至二十二条)."""

from collections.abc import Mapping
from typing import Any

from yingsu.demonstration.cases.answering import place
from yingsu.demonstration.cases.stories import Fact
from yingsu.demonstration.cases.telling import Telling
from yingsu.demonstration.cases.words import words
from yingsu.demonstration.organs_and_people import gender_of
from yingsu.documents import actions as documents
from yingsu.hearings import actions
from yingsu.hearings.contents import certificate_data
from yingsu.hearings.models import Appearance
from yingsu.organs.models import Organ, Post


def set_hearing(telling: Telling, fact: Fact) -> None:
    """The court fixes a hearing, or another day for it."""
    key = (fact.instance, fact.values["hearing"])
    standing = telling.hearing(fact) if key in telling.hearings else None
    values = {name: value for name, value in fact.values.items() if name != "hearing"}
    telling.hearings[key] = actions.set_hearing(
        case=telling.case,
        instance=telling.instance(fact.instance),
        hearing=standing,
        **values,
        **telling.days(fact),
    )


def cancel_hearing(telling: Telling, fact: Fact) -> None:
    """The court cancels it."""
    actions.cancel_hearing(hearing=telling.hearing(fact), **telling.days(fact))


def mark_matter(telling: Telling, fact: Fact) -> None:
    """The bureau marks the ground on which the main head must appear."""
    actions.mark_matter(case=telling.case, ground=fact.values["ground"], **telling.days(fact))


def plan(telling: Telling, fact: Fact) -> None:
    """Fix who appears."""
    values, defendant = fact.values, telling.organ(fact)
    actions.plan_appearance(
        hearing=telling.hearing(fact),
        defendant=defendant,
        head=telling.head(defendant, values["head_rank"]) if values["heads"] else None,
        **_people(telling, fact, values),
        **telling.days(fact),
    )


def file_appearance(telling: Telling, fact: Fact) -> None:
    """File with the bureau."""
    actions.file_appearance(appearance=_appearance(telling, fact), **telling.days(fact))


def acknowledge(telling: Telling, fact: Fact) -> None:
    """The bureau acknowledges."""
    actions.acknowledge_filing(appearance=_appearance(telling, fact), **telling.days(fact))


def file_certificate(telling: Telling, fact: Fact) -> None:
    """The head's identity certificate, drafted and signed off, goes to the court."""
    appearance, unit = _appearance(telling, fact), telling.actor(fact)
    head = appearance.head
    if head is None:
        return
    data = certificate_data(appearance) | {"gender": gender_of(head.person.name)}
    document = documents.draft(
        **place(telling, fact), kind="head_identity_certificate", data=data, by=unit, on=fact.on
    )
    documents.submit(document=document, by=unit, on=fact.on)
    documents.sign_off(
        document=document, by=telling.signer(telling.organ(fact)), on=fact.on, known=fact.known
    )
    actions.file_certificate(appearance=appearance, **telling.days(fact))


def state_inability(telling: Telling, fact: Fact) -> None:
    """State why the head cannot appear."""
    told = words()["hearing"]
    actions.state_inability(
        appearance=_appearance(telling, fact),
        ground=fact.values["ground"],
        statement=told["statement"],
        proof=told["inability_proof"] if fact.values["proof"] else "",
        sealed=fact.values["sealed"],
        **telling.days(fact),
    )


def record(telling: Telling, fact: Fact) -> None:
    """Record what was held."""
    held = telling.story.facts_of("hearing-held", fact.instance, fact.organ, hearing=fact.values["hearing"])[
        -1
    ]
    told, appearance = words()["hearing"], _appearance(telling, held)
    appeared = bool(held.values["head_appeared"])
    what = actions.Appeared(
        head_appeared=appeared,
        head_spoke=bool(held.values["head_spoke"]),
        proof=told["proof"] if appeared else "",
        resolution=told["resolution"] if appeared else "",
        dispute=told["dispute"],
        arguments=dict(told["arguments"]),
        settlement=told["settlement"],
        left_early=bool(held.values["left_early"]),
    )
    actions.record_hearing(appearance=appearance, what=what, **telling.days(fact))


def _appearance(telling: Telling, fact: Fact) -> Appearance:
    """The plan of the hearing; who came without one (lawyers alone) is noted as the plan, which no action would take."""
    hearing, defendant = telling.hearing(fact), telling.organ(fact)
    found = Appearance.objects.filter(hearing=hearing, defendant=defendant).select_related(
        "head__person", "hearing"
    )
    return found.first() or _unplanned(telling, fact, defendant)


def _unplanned(telling: Telling, fact: Fact, defendant: Organ) -> Appearance:
    made: Appearance = Appearance.objects.create(
        hearing=telling.hearing(fact),
        defendant=defendant,
        planned_on=fact.on,
        **_people(telling, fact, fact.values),
    )
    return made


def _people(telling: Telling, fact: Fact, values: Mapping[str, Any]) -> dict[str, Any]:
    told = words()["hearing"]
    handler: Post = telling.people.post(telling.unit_account(fact))
    staff = [f"{handler.title} {handler.person.name}", told["second_staff"]]
    return {"staff": staff[: values["staff"]], "lawyers": told["lawyers"][: values["lawyers"]]}
