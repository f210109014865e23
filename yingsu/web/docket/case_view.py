"""The case in one view: facts, stage, duties, docket, papers, documents, hearings, decisions."""

from typing import Any

from django.urls import reverse

from yingsu.base import clock
from yingsu.base.actor import Actor
from yingsu.docket.capabilities import CORRECT
from yingsu.docket.models import Case, Entry, Party
from yingsu.docket.queries import current_instance, defendants, entries_of, papers_of, unit_of
from yingsu.documents.queries import documents_of
from yingsu.duties.models import Duty
from yingsu.duties.queries import explain_all, findings_of
from yingsu.duties.roles import roles_of
from yingsu.organs.models import Organ
from yingsu.organs.queries import people_in
from yingsu.web.desk.lines import line
from yingsu.web.docket.matters import decision_rows, hearing_rows, volume_rows

# What the court did is always known later than it happened.
OF_THE_COURT = frozenset({"case-opened", "instance-opened", "defendant-named", "decision-made", "effective"})
STANDING = (Duty.State.OPEN, Duty.State.ANNOUNCED)


def whole_case(case: Case, actor: Actor) -> dict[str, Any]:
    """Everything the case page shows."""
    explained = explain_all(case)
    roles = roles_of(actor.post_kind)
    mine = {one.row.pk for one in explained if one.row.organ_id == actor.organ_id and one.row.role in roles}
    standing = [one for one in explained if one.reason.state in STANDING]
    done = [one for one in explained if one.reason.state in (Duty.State.MET, Duty.State.MET_LATE)]
    return {
        "case": case,
        "facts": _facts(case),
        "stages": _stages(case),
        "duties": [line(one, acting=one.row.pk in mine, matter=False, who=True) for one in standing],
        "done": [line(one, acting=False, matter=False, who=True) for one in done],
        "findings": [f for f in findings_of(case) if f.kind != "proposal"],
        "entries": _entries(case, actor),
        "papers": _papers(case),
        "documents": _documents(case),
        "hearings": hearing_rows(case),
        "decisions": decision_rows(case),
        "volumes": volume_rows(case),
        "parties": _parties(case),
        "instances": list(case.instances.all()),
    }


def _facts(case: Case) -> list[dict[str, Any]]:
    instance = current_instance(case)
    units = {unit.name for party in defendants(case) if (unit := _unit(case, party))}
    return [
        {"label": "案号", "value": case.case_number or "待补"},
        {"label": "法院", "value": instance.court if instance else ""},
        {
            "label": "应诉承办单位",
            "value": "、".join(sorted(units)) or "待确定",
            "why": "办法第十二条",
            "why_url": reverse("article", args=[12]),
        },
        {"label": "案由", "value": case.cause or "待补", "note": case.act_number},
    ]


def _unit(case: Case, party: Party) -> Organ | None:
    """The responsible unit; an organ below a government answers for itself until another is named."""
    organ = party.organ
    return unit_of(case, organ) or (organ if organ and not organ.is_government else None)


def _stages(case: Case) -> list[dict[str, str]]:
    values = Case.Stage.values
    reached = values.index(case.stage)
    late = case.next_due is not None and case.next_due < clock.today()
    rows = []
    for place, (value, label) in enumerate(Case.Stage.choices):
        state = "done" if place < reached or case.closed else "now" if place == reached else "todo"
        note = ""
        if value == case.stage and case.next_due:
            note = f"{case.next_due.month}月{case.next_due.day}日届满"
        rows.append(
            {"label": label, "state": f"{state} late" if state == "now" and late else state, "note": note}
        )
    return rows


def _entries(case: Case, actor: Actor) -> list[dict[str, Any]]:
    entries = list(entries_of(case))
    corrected = {e.corrects_id: e for e in entries if e.corrects_id}
    own = people_in(actor.organ_id) if actor.may(CORRECT) and not case.closed else set()
    return [
        _entry(case, entry, corrected.get(entry.pk), entry.person_id_by in own) for entry in reversed(entries)
    ]


def _entry(case: Case, entry: Entry, later: Entry | None, may_correct: bool) -> dict[str, Any]:
    links = []
    if entry.paper_id:
        links.append({"label": "查看原件", "url": reverse("court_paper", args=[entry.paper_id])})
    if may_correct and later is None and not entry.values.get("withdrawn"):
        links.append({"label": "更正", "url": reverse("correct_entry", args=[case.pk, entry.pk])})
    return {
        "id": entry.seq,
        "happened": entry.happened_on,
        "title": entry.summary,
        "text": f"　{entry.note}" if entry.note else "",
        "by": entry.entered_by,
        "entered": entry.entered_at,
        "late_entry": entry.kind not in OF_THE_COURT and (entry.known_on - entry.happened_on).days > 1,
        "incoming": entry.kind == "receipt",
        "links": links,
        "corrected_by": later.seq if later else "",
        "corrects": entry.corrects.seq if entry.corrects else "",
    }


def _papers(case: Case) -> list[dict[str, Any]]:
    return [
        {
            "title": paper.title,
            "url": reverse("court_paper", args=[paper.pk]),
            "note": f"{paper.received_on.month}月{paper.received_on.day}日收到　收文 {paper.register_number}　{paper.pages} 页",
        }
        for paper in papers_of(case)
    ]


def _documents(case: Case) -> list[dict[str, Any]]:
    return [
        {
            "title": document.title,
            "url": reverse("document", args=[document.pk]),
            "tag": document.get_state_display(),
            "tone": {"signed": "green", "waiting": "amber"}.get(document.state, ""),
        }
        for document in documents_of(case)
    ]


def _parties(case: Case) -> list[dict[str, str]]:
    rows = []
    for party in case.parties.select_related("organ", "act_by"):
        note = party.get_acted_as_display() if party.role == Party.Role.DEFENDANT else ""
        rows.append({"title": f"{party.get_role_display()}　{party.name}", "note": note})
    return rows
