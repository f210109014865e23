"""Entering a decision."""

from collections.abc import Sequence
from datetime import date

from yingsu.base.actor import Actor
from yingsu.base.refusal import Refused
from yingsu.base.tx import writes
from yingsu.docket.happening import Happening
from yingsu.docket.models import Case, Decision, Instance
from yingsu.docket.queries import defendants
from yingsu.documents.capabilities import require_side
from yingsu.duties.actions import enter
from yingsu.judgments.capabilities import ENTER


@writes
def enter_decision(
    *, case: Case, instance: Instance, form: str, decided_on: date, received_on: date, results: Sequence[str],
    lost: bool, final: bool, by: Actor, known: date | None = None,
) -> Decision:
    """Enter a decision by structured choice, served on *received_on* (facts decision-made and the receipts)."""
    require_side(by, ENTER, case)
    if not results:
        raise Refused("没有选择裁判结果。", "请按裁判主文逐项勾选；没有对应选项的，选“其他”。", field="results")
    if received_on < decided_on:
        raise Refused("收到日期早于裁判日期。", "请对照裁判文书落款和送达回证核对。", field="received_on")
    appealable = not final and form != "mediation"
    values = {"form": form, "results": list(results), "lost": lost, "appealable": appealable, "final": final}
    receipts = [
        Happening("receipt", received_on, {"paper": form, "receiver": receiver}, instance, party.organ, known)
        for party in defendants(case)
        for receiver in ("party", "office")
    ]
    made, *_ = enter(case, Happening("decision-made", decided_on, values, instance, known=known), *receipts, by=by)
    return Decision.objects.get(case=case, first_seq=made.seq)
