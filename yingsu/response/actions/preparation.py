"""Preparing the response: checklist, risk assessment, the draft answer (办法第十四条第一款)."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from yingsu.audit.actions import record
from yingsu.base import clock
from yingsu.base.actor import Actor
from yingsu.base.refusal import Refused
from yingsu.base.tx import writes
from yingsu.docket.happening import Happening
from yingsu.docket.models import Case, Entry, Instance
from yingsu.documents.actions import draft
from yingsu.documents.models import Document
from yingsu.documents.prefill import prefill
from yingsu.documents.queries import latest_of
from yingsu.duties.actions import enter
from yingsu.organs.models import Organ
from yingsu.response.actions.place import place_of
from yingsu.response.capabilities import PREPARE
from yingsu.response.contents import answer_data
from yingsu.response.models import ChecklistItem, RiskAssessment
from yingsu.response.queries import checklist

ARTICLE = "办法第十四条第一款"


@writes
def tick(
    *,
    case: Case,
    defendant: Organ,
    code: str,
    by: Actor,
    done: bool = True,
    instance: Instance | None = None,
    on: date | None = None,
) -> ChecklistItem:
    """Tick a line of the checklist off, or (with *done* false) open it again."""
    instance = place_of(case, defendant, instance, by=by, capability=PREPARE)
    check = next((one for one in checklist(case, defendant, instance) if one.code == code), None)
    if check is None:
        raise Refused("清单里没有这一项。", "请刷新应诉准备页面后重试。", status=404)
    item, _ = ChecklistItem.objects.get_or_create(
        case=case,
        defendant=defendant,
        instance=instance,
        code=code,
        defaults={"text": check.text, "basis": check.basis},
    )
    item.done_on = (on or clock.today()) if done else None
    item.done_by = by.signature() if done else ""
    item.save(update_fields=["done_on", "done_by"])
    record("response.tick", by=by, on=item, code=code, done=done)
    return item


@writes
def add_checklist_item(
    *, case: Case, defendant: Organ, text: str, by: Actor, basis: str = "", instance: Instance | None = None
) -> ChecklistItem:
    """Add what this court asks for in this case."""
    instance = place_of(case, defendant, instance, by=by, capability=PREPARE)
    if not text.strip():
        raise Refused("没有写明要准备的事项。", "请按人民法院的要求写明事项。", article=ARTICLE, field="text")
    added = ChecklistItem.objects.filter(
        case=case, defendant=defendant, instance=instance, code__startswith="own-"
    )
    item: ChecklistItem = ChecklistItem.objects.create(
        case=case,
        defendant=defendant,
        instance=instance,
        code=f"own-{added.count() + 1}",
        text=text.strip()[:300],
        basis=basis.strip()[:200] or ARTICLE,
    )
    record("response.add_checklist_item", by=by, on=item)
    return item


@writes
def finish_preparation(
    *,
    case: Case,
    defendant: Organ,
    by: Actor,
    reason: str = "",
    instance: Instance | None = None,
    on: date | None = None,
    known: date | None = None,
) -> Entry:
    """Preparation is finished (14.1). Lines that are still open are named and need a *reason*, kept in the docket."""
    instance = place_of(case, defendant, instance, by=by, capability=PREPARE)
    still = [one.text for one in checklist(case, defendant, instance) if one.required and not one.is_done]
    if still and not reason.strip():
        raise Refused(
            f"还有 {len(still)} 项没有完成：{'；'.join(still)}。",
            "请先逐项完成；确实不需要的，请写明原因后再办结。",
            article=ARTICLE,
            field="reason",
        )
    note = f"未完成事项：{'；'.join(still)}。原因：{reason.strip()}" if still else ""
    day = on or clock.today()
    happening = Happening("preparation-finished", day, {}, instance, defendant, known, note=note)
    entry = enter(case, happening, by=by)[0]
    record("response.finish_preparation", by=by, on=entry, open=len(still))
    return entry


@writes
def assess_risk(
    *,
    case: Case,
    defendant: Organ,
    level: str,
    by: Actor,
    points: Sequence[str] = (),
    text: str = "",
    instance: Instance | None = None,
    on: date | None = None,
    known: date | None = None,
) -> RiskAssessment:
    """A legal risk assessment (可以根据案件的具体情况进行法律风险评估). A later one replaces an earlier one."""
    instance = place_of(case, defendant, instance, by=by, capability=PREPARE)
    if level not in RiskAssessment.Level.values:
        raise Refused("没有选择风险等级。", "请选择低、中或者高。", article=ARTICLE, field="level")
    day = on or clock.today()
    assessment: RiskAssessment = RiskAssessment.objects.create(
        case=case,
        defendant=defendant,
        instance=instance,
        level=level,
        points=[one.strip() for one in points if one.strip()],
        text=text.strip(),
        assessed_on=day,
        assessed_by=by.signature(),
    )
    enter(case, Happening("risk-assessed", day, {"level": level}, instance, defendant, known), by=by)
    record("response.assess_risk", by=by, on=assessment, level=level)
    return assessment


@writes
def draft_answer(
    *,
    case: Case,
    defendant: Organ,
    by: Actor,
    data: Mapping[str, Any] | None = None,
    instance: Instance | None = None,
    on: date | None = None,
) -> Document:
    """Begin the answer, prefilled from the docket and the evidence; *data* overrides. One that stands is given back."""
    instance = place_of(case, defendant, instance, by=by, capability=PREPARE)
    standing = latest_of(case, "answer", defendant, instance)
    if standing is not None and not standing.is_signed:
        return standing
    content = {
        **prefill(case, "answer", defendant=defendant, instance=instance),
        **answer_data(case, defendant, instance),
        **(data or {}),
    }
    return draft(case=case, kind="answer", data=content, by=by, defendant=defendant, instance=instance, on=on)
