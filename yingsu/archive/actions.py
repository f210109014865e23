"""Binding, explaining gaps, closing."""

from datetime import date

from yingsu.archive.binding import ARTICLE, bind_volume
from yingsu.archive.capabilities import BIND, CLOSE
from yingsu.archive.contents import gaps_of
from yingsu.archive.models import Volume
from yingsu.archive.queries import standing_documents
from yingsu.audit.actions import record
from yingsu.base import clock
from yingsu.base.actor import Actor
from yingsu.base.numbering import next_number
from yingsu.base.refusal import Denied, Refused
from yingsu.base.tx import writes
from yingsu.docket.happening import Happening
from yingsu.docket.models import Case
from yingsu.docket.queries import current_instance, unit_of
from yingsu.documents.capabilities import acts_for
from yingsu.duties.actions import enter
from yingsu.files.actions import keep_made
from yingsu.organs.models import Organ


@writes
def open_volume(*, case: Case, defendant: Organ, by: Actor) -> Volume:
    """The volume of the case in its responsible unit; begun when there is none."""
    unit = unit_of(case, defendant) or defendant
    _require(by, BIND, unit)
    volume, made = Volume.objects.get_or_create(case=case, organ=unit, defaults={"defendant": defendant})
    if made:
        record("archive.open", by=by, on=volume)
    return volume


@writes
def explain_gap(*, volume: Volume, key: str, reason: str, by: Actor) -> Volume:
    """Say why a required paper is not in the volume, for the closing form."""
    locked = _lock(volume, by, BIND)
    known = {gap.key for gap in gaps_of(locked.case, locked.defendant)}
    if key not in known:
        raise Refused("这份文书现在不缺。", "请刷新页面查看最新的缺件情况。", article=ARTICLE, status=409)
    if not reason.strip():
        raise Refused("没有写明缺件原因。", "请写明这份文书为什么不在卷内。", article=ARTICLE, field="reason")
    locked.explanations = {**locked.explanations, key: reason.strip()}
    locked.save(update_fields=["explanations"])
    record("archive.explain_gap", by=by, on=locked, key=key)
    return locked


@writes
def bind(*, volume: Volume, by: Actor, on: date | None = None) -> Volume:
    """Bind everything the case has into one PDF. May be repeated until the volume is closed."""
    locked = _lock(volume, by, BIND)
    return _bind(locked, by, on or clock.today(), number="")


@writes
def close(*, volume: Volume, by: Actor, on: date | None = None, known: date | None = None) -> Volume:
    """Number the volume (per organ and year), bind it for the last time, and lock it (archived).

    Refused before a decision came, while a required paper is missing and unexplained, or a document is in hand.
    """
    locked = _lock(volume, by, CLOSE)
    _refuse_unfinished(locked)
    day = on or clock.today()
    locked.year = day.year
    locked.number = f"{day.year}年第{next_number(f'volume:{locked.organ.code}:{day.year}'):04d}号"
    _bind(locked, by, day, number=locked.number)
    locked.state = Volume.State.CLOSED
    locked.closed_on = day
    locked.closed_by = by.signature()
    locked.save()
    happening = Happening(
        "archived", day, {"volume": locked.number}, current_instance(locked.case), locked.defendant, known
    )
    enter(locked.case, happening, by=by)
    record("archive.close", by=by, on=locked, number=locked.number)
    return locked


def _bind(locked: Volume, by: Actor, day: date, *, number: str) -> Volume:
    compiler = (number and locked.compiler) or by.person
    bound = bind_volume(locked, number=number, compiler=compiler, checker=by.person if number else "")
    locked.file = keep_made(bound.pdf, content_type="application/pdf")
    locked.contents = [list(row) for row in bound.contents]
    locked.pages = bound.pages
    if not (number and locked.bound_on):
        locked.compiler, locked.bound_by, locked.bound_on = by.person, by.signature(), day
    locked.state = Volume.State.BOUND
    locked.save()
    record("archive.bind", by=by, on=locked, pages=bound.pages, digest=locked.file.digest)
    return locked


def _refuse_unfinished(locked: Volume) -> None:
    if not locked.case.decisions.filter(withdrawn=False).exists():
        raise Refused(
            "本案还没有登记裁判文书，不能归档。", "请先登记判决书、裁定书或者调解书。", article=ARTICLE
        )
    gaps = [gap for gap in gaps_of(locked.case, locked.defendant) if gap.key not in locked.explanations]
    if gaps:
        names = "、".join(f"{gap.instance}{gap.title}" for gap in gaps)
        raise Refused(f"案卷还缺：{names}。", "请补齐文书，或者逐项写明缺件原因后再归档。", article=ARTICLE)
    unfinished = standing_documents(locked.case, locked.defendant)
    if unfinished:
        names = "、".join(f"《{document.title}》" for document in unfinished)
        raise Refused(f"还有未审签的文书：{names}。", "请先审签或者退回处理完毕，再归档。", article=ARTICLE)


def _lock(volume: Volume, by: Actor, capability: str) -> Volume:
    _require(by, capability, volume.organ)
    locked = (
        Volume.objects.select_for_update(of=("self",))
        .select_related("case", "organ", "defendant")
        .get(pk=volume.pk)
    )
    if locked.state == Volume.State.CLOSED:
        raise Refused(
            f"本卷已归档（{locked.number}），不能再改。",
            "后续材料请联系档案人员另行登记。",
            article=ARTICLE,
            status=409,
        )
    return locked


def _require(by: Actor, capability: str, organ: Organ) -> None:
    if not acts_for(by, capability, organ):
        raise Denied(capability)
