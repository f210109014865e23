"""The evidence catalogue (办法第十六条；行政诉讼法第三十三条)."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from yingsu.audit.actions import record
from yingsu.base.actor import Actor
from yingsu.base.refusal import Refused
from yingsu.base.tx import writes
from yingsu.docket.models import Case, Instance
from yingsu.documents.actions import draft, revise
from yingsu.documents.models import Document
from yingsu.documents.queries import latest_of
from yingsu.files.models import StoredFile
from yingsu.organs.models import Organ
from yingsu.response.actions.place import place_of
from yingsu.response.capabilities import PREPARE
from yingsu.response.contents import catalogue_data
from yingsu.response.models import EvidenceItem
from yingsu.response.queries import evidence_of

ARTICLE = "办法第十六条"


@writes
def add_evidence(
    *,
    case: Case,
    defendant: Organ,
    name: str,
    kind: str,
    source: str,
    form: str,
    page_count: int,
    purpose: str,
    by: Actor,
    file: StoredFile | None = None,
    file_name: str = "",
    instance: Instance | None = None,
) -> EvidenceItem:
    """Add a piece of evidence at the end of the catalogue. *kind* is one of the eight of Art. 33.

    Pages run on from one piece to the next, so only their number is kept. The day of submission is entered by `file_with_court`.
    """
    instance = place_of(case, defendant, instance, by=by, capability=PREPARE)
    _check(name=name, kind=kind, form=form, page_count=page_count, purpose=purpose)
    item: EvidenceItem = EvidenceItem.objects.create(
        case=case,
        defendant=defendant,
        instance=instance,
        number=evidence_of(case, defendant, instance).count() + 1,
        name=name.strip(),
        kind=kind,
        source=source.strip(),
        form=form,
        page_count=page_count,
        purpose=purpose.strip(),
        file=file,
        file_name=file_name[:200],
    )
    record("response.add_evidence", by=by, on=item)
    return item


@writes
def change_evidence(*, item: EvidenceItem, by: Actor, version: int, **values: Any) -> EvidenceItem:
    """Change a piece of evidence; *version* is the one the writer saw, refused (409) when another came first.

    Values as of `add_evidence`.
    """
    place_of(item.case, item.defendant, item.instance, by=by, capability=PREPARE)
    locked: EvidenceItem = EvidenceItem.objects.select_for_update().get(pk=item.pk)
    if locked.version != version or locked.removed:
        raise Refused(
            "这份证据刚才被他人修改或者删除，本次没有保存。",
            f"现在登记的是“{locked.name}”，证明目的“{locked.purpose}”，共 {locked.page_count} 页。"
            "请核对后再次提交。",
            status=409,
        )
    for name in ("name", "kind", "source", "form", "page_count", "purpose", "submitted_on"):
        if name in values:
            setattr(locked, name, values[name])
    if values.get("file"):
        locked.file, locked.file_name = values["file"], str(values.get("file_name", ""))[:200]
    _check(
        name=locked.name,
        kind=locked.kind,
        form=locked.form,
        page_count=locked.page_count,
        purpose=locked.purpose,
    )
    locked.version += 1
    locked.save()
    record("response.change_evidence", by=by, on=locked, version=locked.version)
    return locked


@writes
def remove_evidence(*, item: EvidenceItem, by: Actor) -> None:
    """Take a piece of evidence off the catalogue; those after it move up. Evidence handed to the court stays."""
    instance = place_of(item.case, item.defendant, item.instance, by=by, capability=PREPARE)
    if item.submitted_on:
        raise Refused(
            "这份证据已经提交法院，不能从目录中删除。",
            "需要撤回的，请依法向法院说明后在案件日志登记。",
            article=ARTICLE,
        )
    item.removed = True
    item.save(update_fields=["removed"])
    _renumber([one.pk for one in evidence_of(item.case, item.defendant, instance)])
    record("response.remove_evidence", by=by, on=item)


@writes
def reorder_evidence(
    *, case: Case, defendant: Organ, order: Sequence[int], by: Actor, instance: Instance | None = None
) -> None:
    """Put the evidence in *order* (ids); every standing piece must be named once."""
    instance = place_of(case, defendant, instance, by=by, capability=PREPARE)
    standing = {one.pk for one in evidence_of(case, defendant, instance)}
    if len(order) != len(standing) or set(order) != standing:
        raise Refused("证据目录刚才有增减，顺序没有保存。", "请刷新页面后重新排序。", status=409)
    _renumber(order)
    record("response.reorder_evidence", by=by, on=case, count=len(order))


@writes
def draft_catalogue(
    *, case: Case, defendant: Organ, by: Actor, instance: Instance | None = None, on: date | None = None
) -> Document:
    """The catalogue as a document: begun, or brought up to date while it is a draft."""
    instance = place_of(case, defendant, instance, by=by, capability=PREPARE)
    data = catalogue_data(case, defendant, instance)
    standing = latest_of(case, "evidence_catalogue", defendant, instance)
    if standing is not None and standing.state == Document.State.WAITING:
        raise Refused(
            "证据目录正在等待审签，不能更新。",
            "请审签负责人先退回，再重新生成。",
            article=ARTICLE,
            status=409,
        )
    if standing is not None and standing.state == Document.State.DRAFT:
        merged = {**standing.data, **data}
        return revise(
            document=standing, data=merged, version=standing.version, by=by, note="按证据登记更新", on=on
        )
    return draft(
        case=case, kind="evidence_catalogue", data=data, by=by, defendant=defendant, instance=instance, on=on
    )


def _renumber(order: Sequence[int]) -> None:
    for number, pk in enumerate(order, 1):
        EvidenceItem.objects.filter(pk=pk).update(number=number)


def _check(*, name: str, kind: str, form: str, page_count: int, purpose: str) -> None:
    if not name.strip() or not purpose.strip():
        raise Refused(
            "证据名称和证明目的都要填写。",
            "请写明这份证据证明什么。",
            article=ARTICLE,
            field="name" if not name.strip() else "purpose",
        )
    if kind not in EvidenceItem.Kind.values:
        raise Refused(
            "没有选择证据种类。", "请从八种证据中选择一种。", article="行政诉讼法第三十三条", field="kind"
        )
    if form not in EvidenceItem.Form.values:
        raise Refused("没有选择原件或者复制件。", "请按实际提交的形式选择。", article=ARTICLE, field="form")
    if page_count < 1:
        raise Refused(
            "页数至少为 1 页。",
            "请按实际提交的页数填写，目录的起止页码由此推算。",
            article=ARTICLE,
            field="page_count",
        )
