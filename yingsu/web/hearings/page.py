"""What the hearing pages show."""

from typing import Any

from django.urls import reverse

from yingsu.base import clock
from yingsu.base.actor import Actor
from yingsu.docket.models import Case, Hearing
from yingsu.duties.queries import explain_all, findings_of
from yingsu.hearings import capabilities as rights
from yingsu.hearings.models import Appearance
from yingsu.hearings.queries import appearance_of, defendants_of, hearings_of
from yingsu.organs.models import Organ
from yingsu.web.desk.lines import line
from yingsu.web.hearings.forms import HEADINGS

RULES = frozenset(
    {"file-appearance", "identity-certificate", "main-head-appears", "head-appears", "explain-inability", "record-hearing"}
)


def hearings_page(case: Case, actor: Actor) -> dict[str, Any]:
    """The list: hearings, requirement of the main head, duties."""
    return {
        "case": case,
        "sittings": hearings_of(case),
        "findings": _findings(case),
        "duties": _duties(case),
        "may_enter": actor.may(rights.ENTER),
        "may_mark": actor.may(rights.MARK),
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
        "may_enter": actor.may(rights.ENTER),
    }


def _side(hearing: Hearing, organ: Organ, actor: Actor) -> dict[str, Any]:
    appearance = appearance_of(hearing, organ)
    return {
        "organ": organ,
        "appearance": appearance,
        "inability": getattr(appearance, "inability", None) if appearance else None,
        "record": getattr(appearance, "record", None) if appearance else None,
        "arguments": _arguments(appearance),
        "actions": _actions(hearing, organ, appearance, actor),
    }


def _arguments(appearance: Appearance | None) -> list[tuple[str, str]]:
    record = getattr(appearance, "record", None) if appearance else None
    return [(HEADINGS[code], text) for code, text in record.arguments.items() if text] if record else []


def _actions(hearing: Hearing, organ: Organ, appearance: Appearance | None, actor: Actor) -> list[dict[str, Any]]:
    """The next acts in their order; the first is the main one."""
    found: list[tuple[str, str]] = []
    if actor.may(rights.PLAN) and hearing.state == Hearing.State.SET:
        words = "修改出庭人员" if appearance else "确定出庭人员"
        found.append((words, reverse("hearing_plan", args=[hearing.case_id, hearing.pk, organ.code])))
    if appearance is not None:
        found = _further(appearance, actor) + found
    return [{"label": label, "url": url, "main": place == 0} for place, (label, url) in enumerate(found)]


def _further(appearance: Appearance, actor: Actor) -> list[tuple[str, str]]:
    states = Appearance.State
    hearing = appearance.hearing
    ready = hearing.day <= clock.today() and not hasattr(appearance, "record")
    wanted = (
        ("报司法局备案", "appearance_file", rights.FILE, appearance.state == states.PLANNED),
        ("签收备案", "appearance_acknowledge", rights.ACKNOWLEDGE, appearance.state == states.FILED),
        ("登记庭审情况", "appearance_record", rights.RECORD, ready),
        ("起草负责人身份证明", "certificate_draft", "documents.draft", bool(appearance.head_id) and not ready),
        ("身份证明已提交", "appearance_certificate", rights.FILE, bool(appearance.head_id) and not appearance.certificate_on),
        ("说明不能出庭情况", "appearance_inability", rights.FILE, appearance.head_id is None),
    )
    return [(label, reverse(name, args=[appearance.pk])) for label, name, right, now in wanted if now and actor.may(right)]


def _findings(case: Case) -> list[Any]:
    rules = {"main-head-required", "head-counts", "lawyers-only", "inability"}
    return [finding for finding in findings_of(case) if finding.rule in rules]


def _duties(case: Case) -> list[Any]:
    return [
        line(one, acting=False, matter=False, who=True)
        for one in explain_all(case)
        if one.row.rule in RULES and one.reason.state != "superseded"
    ]
