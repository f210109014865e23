"""Passing papers on to the responsible unit, and its signing for them (办法第十、十一、十三、十四条)."""

from datetime import date

from yingsu.audit.actions import record
from yingsu.base import clock
from yingsu.base.actor import Actor
from yingsu.base.refusal import Refused
from yingsu.base.tx import writes
from yingsu.docket.happening import Happening
from yingsu.docket.models import Case, Instance
from yingsu.docket.queries import current_instance
from yingsu.documents.capabilities import require_for
from yingsu.duties.actions import enter
from yingsu.organs.models import Organ
from yingsu.organs.queries import office_of
from yingsu.response.actions.place import acting_unit
from yingsu.response.capabilities import ACKNOWLEDGE, PASS_ON
from yingsu.response.models import Transfer
from yingsu.response.queries import directed_unit, papers_to_sign

ARTICLE = "办法第十三条第一款"


@writes
def pass_on(
    *,
    case: Case,
    defendant: Organ,
    by: Actor,
    unit: Organ | None = None,
    instance: Instance | None = None,
    on: date | None = None,
    known: date | None = None,
) -> Transfer:
    """The office passes the papers on as the head directed (按负责人批办意见转办).

    *unit* defaults to the directed (or jointly decided) one and may not differ from it. In a department the
    general office passes on to the department itself without a head's direction.
    """
    require_for(by, PASS_ON, office_of(defendant))
    instance = instance or current_instance(case)
    directed = directed_unit(case, defendant, instance)
    if directed is None:
        if defendant.is_government:
            raise Refused(
                "负责人还没有批准拟办意见，不能转办。",
                "请先提出拟办意见并报负责人批办；承办单位不明确的，先由办公室与司法行政机关会商确定。",
                article=ARTICLE,
                status=409,
            )
        directed = unit or defendant
    if unit is not None and unit != directed:
        raise Refused(
            f"批办的承办单位是{directed.name}，不能转给{unit.name}。",
            "请按批办意见转办；需要改由其他单位承办的，请负责人重新批办。",
            article=ARTICLE,
            field="unit",
        )
    day = on or clock.today()
    transfer, _ = Transfer.objects.get_or_create(
        case=case, defendant=defendant, instance=instance, unit=directed
    )
    if transfer.passed_on:
        raise Refused(
            f"已于{transfer.passed_on:%Y年%-m月%-d日}转办{directed.name}。",
            "请等待承办单位签收，不必重复转办。",
            status=409,
        )
    transfer.passed_on = day
    transfer.passed_by = by.signature()
    transfer.save(update_fields=["passed_on", "passed_by"])
    enter(case, Happening("passed-on", day, {"unit": directed.code}, instance, defendant, known), by=by)
    record("response.pass_on", by=by, on=transfer, unit=directed.code)
    return transfer


@writes
def acknowledge(
    *,
    case: Case,
    defendant: Organ,
    by: Actor,
    unit: Organ | None = None,
    instance: Instance | None = None,
    on: date | None = None,
    known: date | None = None,
) -> Transfer:
    """The responsible unit signs for every paper passed on and not yet signed for; its periods run from *on*.

    The unit is the one papers were passed to; a department that is itself the defendant signs for its own papers.
    Later papers of the instance (summons, judgment) are signed for by calling it again.
    """
    papers = [one for one in papers_to_sign(case, defendant) if instance is None or one.instance == instance]
    instance = instance or current_instance(case)
    unit = unit or acting_unit(case, defendant) or defendant
    require_for(by, ACKNOWLEDGE, unit)
    _check_passed_on(case, defendant, unit, instance)
    if not papers:
        raise Refused("没有待签收的文书。", "本案文书已经签收；收到新的文书后再签收。", status=409)
    day = on or clock.today()
    happenings = [
        Happening(
            "receipt",
            day,
            {**one.values, "receiver": "unit", "unit": unit.code},
            one.instance,
            defendant,
            known,
            paper=one.paper,
        )
        for one in papers
    ]
    enter(case, *happenings, by=by)
    transfer, _ = Transfer.objects.get_or_create(case=case, defendant=defendant, instance=instance, unit=unit)
    if transfer.signed_on is None:
        transfer.signed_on = day
        transfer.signed_by = by.signature()
        transfer.save(update_fields=["signed_on", "signed_by"])
    record("response.acknowledge", by=by, on=transfer, papers=len(papers))
    return transfer


def _check_passed_on(case: Case, defendant: Organ, unit: Organ, instance: Instance | None) -> None:
    """A government's papers reach the unit by its office; in later instances the standing unit may sign at once."""
    if not defendant.is_government or (instance and instance.ordinal > 1):
        return
    known = Transfer.objects.filter(case=case, defendant=defendant, instance=instance, unit=unit)
    if not known.filter(passed_on__isnull=False).exists():
        raise Refused(
            "办公室还没有转办，不能签收。", "请联系办公室先按批办意见转办。", article=ARTICLE, status=409
        )
