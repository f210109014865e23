"""Writing documents: draft, revise, submit, sign off, return (办法第十四条第二款).

Every action asks the right first, is keyword-only and one transaction. *on* is the day it happened (default:
today), *known* the day it became known here.
"""

import tomllib
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from yingsu.audit.actions import record
from yingsu.base import clock
from yingsu.base.actor import Actor
from yingsu.base.refusal import Denied, Refused
from yingsu.base.tx import writes
from yingsu.docket.happening import Happening
from yingsu.docket.models import Case, Instance
from yingsu.docket.queries import current_instance, unit_of
from yingsu.documents.capabilities import DRAFT, SIGN_OFF, SUBMIT, acts_for, require_for
from yingsu.documents.kinds import kinds
from yingsu.documents.models import Document, DocumentVersion, SignOffStep
from yingsu.documents.queries import SIGNER, missing
from yingsu.documents.transitions import transition
from yingsu.duties.actions import enter
from yingsu.organs.models import Organ, Post
from yingsu.organs.queries import office_of

ARTICLE = "办法第十四条第二款"


@writes
def draft(
    *,
    case: Case,
    kind: str,
    data: Mapping[str, Any],
    by: Actor,
    defendant: Organ,
    instance: Instance | None = None,
    signing_organ: Organ | None = None,
    title: str = "",
    note: str = "",
    on: date | None = None,
) -> Document:
    """Begin a document with its first version. The drafter sits in the responsible unit, the office or the defendant.

    *signing_organ* is the organ whose head signs off (default: the defendant, 应诉机关).
    """
    places = (unit_of(case, defendant), office_of(defendant), defendant)
    if not any(acts_for(by, DRAFT, organ) for organ in places):
        raise Denied(DRAFT)
    if kind not in kinds():
        raise Refused("没有这一种文书。", "请从本案页面选择要起草的文书。", status=404)
    document = Document.objects.create(
        case=case,
        instance=instance or current_instance(case),
        kind=kind,
        title=(title or kinds()[kind].title)[:200],
        defendant=defendant,
        signing_organ=signing_organ or defendant,
        drafting_organ_id=by.organ_id,
        drafted_by=by.signature(),
        drafted_by_person=by.person_id,
        changed_on=on or clock.today(),
    )
    _add_version(document, 1, data, by=by, note=note)
    record("documents.draft", by=by, on=document, kind=kind)
    return document


@writes
def revise(
    *,
    document: Document,
    data: Mapping[str, Any],
    version: int,
    by: Actor,
    note: str = "",
    on: date | None = None,
) -> Document:
    """Save a new version. *version* is the one the writer started from; refused (409) when another came first."""
    require_for(by, DRAFT, document.drafting_organ)
    locked = _lock(document)
    if locked.state != Document.State.DRAFT:
        raise Refused(
            f"这份文稿现在是“{locked.get_state_display()}”，不能修改。",
            "需要修改的，请审签负责人先退回；已经审签的，请另起草一份。",
            article=ARTICLE,
            status=409,
        )
    if locked.version != version:
        _refuse_stale(locked)
    if plain(data) == locked.data:
        return locked
    locked.version += 1
    locked.changed_on = on or clock.today()
    locked.save(update_fields=["version", "changed_on"])
    _add_version(locked, locked.version, data, by=by, note=note)
    record("documents.revise", by=by, on=locked, version=locked.version)
    return locked


@writes
def submit(*, document: Document, by: Actor, version: int | None = None, on: date | None = None) -> Document:
    """Put the document up for sign-off. Refused while required content is missing."""
    locked = _lock(document)
    require_for(by, SUBMIT, locked.drafting_organ)
    transition(locked.state, "submit")
    _check_version(locked, version)
    lacking = missing(locked)
    if lacking:
        raise Refused(f"还缺少：{'、'.join(lacking)}。", "请补齐并保存后再送审。", article=ARTICLE)
    return _move(locked, "submit", by=by, on=on)


@writes
def sign_off(
    *,
    document: Document,
    by: Actor,
    version: int | None = None,
    opinion: str = "",
    on: date | None = None,
    known: date | None = None,
) -> Document:
    """A head of the signing organ signs the document off (应诉机关负责人审签); an answer enters its fact."""
    locked = _lock(document)
    require_for(by, SIGN_OFF, locked.signing_organ)
    transition(locked.state, "sign_off")
    _check_version(locked, version)
    locked.signed_on = on or clock.today()
    locked.signer = Post.objects.select_related("person", "organ").get(pk=by.post_id).snapshot()
    _move(locked, "sign_off", by=by, on=on, reason=opinion)
    _write_signer(locked, by=by)
    _enter_fact(locked, "sign_off", by=by, on=locked.signed_on, known=known)
    return locked


@writes
def return_(
    *,
    document: Document,
    reason: str,
    by: Actor,
    version: int | None = None,
    on: date | None = None,
    known: date | None = None,
) -> Document:
    """A head sends the document back with a reason; the drafter revises and submits again."""
    locked = _lock(document)
    require_for(by, SIGN_OFF, locked.signing_organ)
    transition(locked.state, "return")
    if not reason.strip():
        raise Refused(
            "退回没有写明理由。", "请写明需要修改的内容，起草人据此修改。", article=ARTICLE, field="reason"
        )
    _check_version(locked, version)
    _move(locked, "return", by=by, on=on, reason=reason.strip())
    _enter_fact(locked, "return", by=by, on=on or clock.today(), known=known, reason=reason.strip())
    return locked


def _lock(document: Document) -> Document:
    related = ("case", "instance", "defendant", "signing_organ", "drafting_organ")
    Document.objects.select_for_update().get(pk=document.pk)
    return Document.objects.select_related(*related).get(pk=document.pk)


def _add_version(document: Document, number: int, data: Mapping[str, Any], *, by: Actor, note: str) -> None:
    DocumentVersion.objects.create(
        document=document,
        number=number,
        data=plain(data),
        note=note[:200],
        made_by=by.signature(),
        made_at=clock.now(),
    )


def _check_version(locked: Document, version: int | None) -> None:
    if version is not None and version != locked.version:
        _refuse_stale(locked)


def _refuse_stale(locked: Document) -> None:
    latest = locked.current
    raise Refused(
        f"{latest.made_by}已经保存了第 {latest.number} 版，您打开的不是最新版本，本次没有保存。",
        "下面并列了两份内容，请核对后再次提交。",
        status=409,
    )


def _move(locked: Document, verb: str, *, by: Actor, on: date | None, reason: str = "") -> Document:
    row = transition(locked.state, verb)
    locked.state = row.after
    locked.changed_on = on or clock.today()
    locked.save(update_fields=["state", "changed_on", "signer", "signed_on"])
    SignOffStep.objects.create(
        document=locked,
        verb=verb,
        before=row.before,
        after=row.after,
        version=locked.version,
        on=locked.changed_on,
        by=by.signature(),
        at=clock.now(),
        reason=reason,
    )
    record(f"documents.{verb}", by=by, on=locked, version=locked.version)
    return locked


def _write_signer(document: Document, *, by: Actor) -> None:
    """A paper that prints who issued it (签发人) gets the name in a last version."""
    if SIGNER not in {**kinds()[document.kind].required, **kinds()[document.kind].optional}:
        return
    document.version += 1
    document.save(update_fields=["version"])
    data = {**document.versions.get(number=document.version - 1).data, SIGNER: by.person}
    _add_version(document, document.version, data, by=by, note="审签后填入签发人")


def _enter_fact(
    document: Document, verb: str, *, by: Actor, on: date, known: date | None, reason: str = ""
) -> None:
    kind = fact_of(document.kind, verb)
    if kind:
        values = {"reason": reason} if reason else {}
        enter(
            document.case,
            Happening(kind, on, values, instance=document.instance, organ=document.defendant, known=known),
            by=by,
        )


def fact_of(kind: str, verb: str) -> str:
    """The fact that *verb* on a document of *kind* enters; empty when it enters none."""
    return _facts().get(kind, {}).get(verb, "")


@cache
def _facts() -> dict[str, dict[str, str]]:
    with (Path(__file__).parent / "data" / "facts.toml").open("rb") as file:
        return tomllib.load(file)


def plain(value: Any) -> Any:
    """Values as JSON keeps them: dates in ISO form, tuples as lists."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {str(key): plain(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [plain(one) for one in value]
    return value
