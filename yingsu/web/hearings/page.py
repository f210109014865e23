"""What the hearing pages show."""

from typing import Any

from django.urls import reverse

from yingsu.base import clock
from yingsu.base.actor import Actor
from yingsu.docket.models import Case, Hearing
from yingsu.documents.capabilities import DRAFT, acts_for, acts_on_side
from yingsu.duties.queries import explain_all, findings_of
from yingsu.hearings import capabilities as rights
from yingsu.hearings.models import Appearance
from yingsu.hearings.queries import appearance_of, defendants_of, hearings_of, marks, moved_since_filing
from yingsu.organs.models import Organ
from yingsu.organs.queries import justice_bureau_of
from yingsu.web.desk.lines import line
from yingsu.web.hearings.forms import HEADINGS

RULES = frozenset(
    {
        "file-appearance",
        "identity-certificate",
        "main-head-appears",
        "head-appears",
        "explain-inability",
        "record-hearing",
    }
)


def hearings_page(case: Case, actor: Actor) -> dict[str, Any]:
    """The list: hearings, requirement of the main head, duties."""
    return {
        "case": case,
        "sittings": hearings_of(case),
        "findings": _findings(case),
        "duties": _duties(case),
        "may_enter": acts_on_side(actor, rights.ENTER, case),
        "may_mark": marks(actor, case),
    }


def hearing_page(hearing: Hearing, actor: Actor) -> dict[str, Any]:
    """One hearing: for each defendant who appears and what is next."""
    case = hearing.case
    return {
        "case": case,
        "hearing": hearing,
        "held": hearing.day <= clock.today(),
        "sides": [_side(hearing, organ, actor) for organ in defendants_of(case, actor)],
        "findings": _findings(case),
        "duties": _duties(case),
        "may_enter": acts_on_side(actor, rights.ENTER, case),
    }


def _side(hearing: Hearing, organ: Organ, actor: Actor) -> dict[str, Any]:
    appearance = appearance_of(hearing, organ)
    return {
        "organ": organ,
        "appearance": appearance,
        "moved": bool(appearance and moved_since_filing(appearance)),
        "inability": getattr(appearance, "inability", None) if appearance else None,
        "record": getattr(appearance, "record", None) if appearance else None,
        "arguments": _arguments(appearance),
        "actions": _actions(hearing, organ, appearance, actor),
    }


def _arguments(appearance: Appearance | None) -> list[tuple[str, str]]:
    record = getattr(appearance, "record", None) if appearance else None
    return [(HEADINGS[code], text) for code, text in record.arguments.items() if text] if record else []


def _actions(
    hearing: Hearing, organ: Organ, appearance: Appearance | None, actor: Actor
) -> list[dict[str, Any]]:
    """The next acts in their order; the first is the main one."""
    found = _further(appearance, actor) if appearance else []
    open_ = hearing.state != Hearing.State.CANCELLED and not hasattr(appearance, "record")
    if open_ and acts_on_side(actor, rights.PLAN, hearing.case, organ):
        words = "修改出庭人员" if appearance else "确定出庭人员"
        found.append((words, reverse("hearing_plan", args=[hearing.case_id, hearing.pk, organ.code])))
    return [{"label": label, "url": url, "main": place == 0} for place, (label, url) in enumerate(found)]


def _further(appearance: Appearance, actor: Actor) -> list[tuple[str, str]]:
    hearing, states = appearance.hearing, Appearance.State
    if hearing.state == Hearing.State.CANCELLED:
        return []
    recorded, moved = hasattr(appearance, "record"), moved_since_filing(appearance)
    ready = hearing.day <= clock.today() and not recorded
    head = bool(appearance.head_id) and not recorded
    wanted = (
        ("报司法局备案", "appearance_file", rights.FILE, appearance.state == states.PLANNED or moved),
        ("登记庭审情况", "appearance_record", rights.RECORD, ready),
        ("起草负责人身份证明", "certificate_draft", DRAFT, head and not ready),
        ("身份证明已提交", "appearance_certificate", rights.FILE, head and not appearance.certificate_on),
        (
            "说明不能出庭情况",
            "appearance_inability",
            rights.FILE,
            appearance.head_id is None and not recorded,
        ),
    )
    found = [
        (label, reverse(name, args=[appearance.pk]))
        for label, name, right, now in wanted
        if now and acts_on_side(actor, right, hearing.case, appearance.defendant)
    ]
    bureau = justice_bureau_of(appearance.defendant)
    if appearance.state == states.FILED and not moved and acts_for(actor, rights.ACKNOWLEDGE, bureau):
        found.insert(0, ("签收备案", reverse("appearance_acknowledge", args=[appearance.pk])))
    return found


def _findings(case: Case) -> list[Any]:
    rules = {"main-head-required", "head-counts", "lawyers-only", "inability"}
    return [finding for finding in findings_of(case) if finding.rule in rules]


def _duties(case: Case) -> list[Any]:
    return [
        line(one, acting=False, matter=False, who=True)
        for one in explain_all(case)
        if one.row.rule in RULES and one.reason.state != "superseded"
    ]
