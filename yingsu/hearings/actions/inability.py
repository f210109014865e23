"""Why a head cannot appear (办法第十八条)."""

from datetime import date

from yingsu.base import clock
from yingsu.base.actor import Actor
from yingsu.base.refusal import Refused
from yingsu.base.tx import writes
from yingsu.docket.happening import Happening
from yingsu.documents.capabilities import require_side
from yingsu.duties.actions import enter
from yingsu.hearings.actions.entering import must_stand, refuse_what_the_law_refuses
from yingsu.hearings.capabilities import FILE
from yingsu.hearings.models import Appearance, Inability


@writes
def state_inability(
    *,
    appearance: Appearance,
    ground: str,
    statement: str,
    proof: str,
    sealed: bool,
    by: Actor,
    on: date | None = None,
    known: date | None = None,
) -> Inability:
    """State why the head cannot appear, with proof and seal or signature; staff must be entrusted (inability-stated)."""
    hearing = appearance.hearing
    require_side(by, FILE, hearing.case, appearance.defendant)
    must_stand(hearing)
    if not appearance.staff:
        raise Refused(
            "负责人不能出庭的，应当委托行政机关相应的工作人员出庭，不得仅委托律师出庭。",
            "请先在“出庭人员”中填写出庭的工作人员。",
            article="办法第十八条第二款",
            field="ground",
        )
    values = {"hearing": hearing.label, "ground": ground, "proof": bool(proof.strip()), "sealed": sealed}
    happening = Happening(
        "inability-stated",
        on or clock.today(),
        values,
        hearing.instance,
        appearance.defendant,
        known,
        note=statement,
    )
    refuse_what_the_law_refuses(hearing.case, happening)
    told = {
        "ground": ground,
        "statement": statement,
        "proof": proof,
        "sealed": sealed,
        "stated_on": happening.on,
    }
    inability, _ = Inability.objects.update_or_create(appearance=appearance, defaults=told)
    enter(hearing.case, happening, by=by)
    return inability
