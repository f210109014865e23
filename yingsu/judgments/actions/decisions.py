"""Entering a decision that came otherwise than through the reading of its paper."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from yingsu.base.actor import Actor
from yingsu.base.refusal import Denied, Refused
from yingsu.base.tx import writes
from yingsu.docket.happening import Happening
from yingsu.docket.models import Case, Decision, Instance
from yingsu.docket.queries import defendants, unit_of
from yingsu.documents.capabilities import acts_for, acts_on_side
from yingsu.duties.actions import enter
from yingsu.judgments.capabilities import ENTER
from yingsu.judgments.queries import receipts_of, standing_decision
from yingsu.organs.models import Organ


@dataclass(frozen=True, slots=True)
class Received:
    """When one side had the decision: served on the party, at its office, in the responsible unit itself."""

    party: date
    office: date | None = None
    unit: date | None = None


@writes
def enter_decision(
    *,
    case: Case,
    instance: Instance,
    form: str,
    decided_on: date,
    received: Received,
    results: Sequence[str],
    lost: bool,
    final: bool,
    by: Actor,
    known: date | None = None,
) -> Decision:
    """Enter a decision by structured choice (decision-made) and its receipts by the actor's own side.

    A co-defendant who enters the same decision again adds the receipts of its own side.
    """
    sides = [
        party.organ
        for party in defendants(case)
        if party.organ and acts_on_side(by, ENTER, case, party.organ)
    ]
    if not sides:
        raise Denied(ENTER)
    _refuse_unlikely(results, decided_on, received)
    values = {
        "form": form,
        "results": list(results),
        "lost": lost,
        "appealable": not final and form != "mediation",
        "final": final,
    }
    standing = standing_decision(instance, form, decided_on)
    receipts = [
        Happening("receipt", day, {"paper": form, **told}, instance, organ, known)
        for organ in sides
        if not (standing and receipts_of(standing, organ))
        for told, day in _receipts(case, organ, received, by)
    ]
    if standing:
        _refuse_another(standing, values, receipts)
        enter(case, *receipts, by=by)
        return standing
    made, *_ = enter(
        case, Happening("decision-made", decided_on, values, instance, known=known), *receipts, by=by
    )
    return Decision.objects.get(case=case, first_seq=made.seq)


def _receipts(
    case: Case, organ: Organ, received: Received, by: Actor
) -> Iterator[tuple[dict[str, str], date]]:
    yield {"receiver": "party"}, received.party
    yield {"receiver": "office"}, received.office or received.party
    unit = unit_of(case, organ) or (None if organ.is_government else organ)
    if received.unit and unit and acts_for(by, ENTER, unit):
        yield {"receiver": "unit", "unit": unit.code}, received.unit


def _refuse_unlikely(results: Sequence[str], decided_on: date, received: Received) -> None:
    if not results:
        raise Refused(
            "没有选择裁判结果。", "请按裁判主文逐项勾选；没有对应选项的，选“其他”。", field="results"
        )
    for field in ("party", "office", "unit"):
        day = getattr(received, field)
        if day and day < decided_on:
            raise Refused("收到日期早于裁判日期。", "请对照裁判文书落款和送达回证核对。", field=field)


def _refuse_another(standing: Decision, values: dict[str, object], receipts: list[Happening]) -> None:
    if any(getattr(standing, name) != values[name] for name in ("results", "lost", "final")):
        raise Refused(
            "同一审级、同一日期的裁判已经登记，裁判结果与本次填写的不一致。",
            "请对照裁判文书核对；原登记有误的，请在案件日志中更正。",
            field="results",
            status=409,
        )
    if not receipts:
        raise Refused("这份裁判已经登记。", "请在“裁判履行”页面继续办理。", status=409)
