"""Which defendant is meant, and the duties that concern it."""

from yingsu.base.refusal import Refused
from yingsu.docket.models import Case, Instance
from yingsu.docket.queries import defendants
from yingsu.duties.models import Duty
from yingsu.duties.queries import Explained, explain_all
from yingsu.organs.models import Organ


def defendant_for(case: Case, organ_id: int | None = None) -> Organ:
    """The defendant meant: the one with *organ_id*, else the first of ours."""
    organs = [party.organ for party in defendants(case) if party.organ]
    for organ in organs:
        if organ_id in (None, organ.pk):
            return organ
    raise Refused("本案没有登记由我方应诉的被告。", "请先在案件页面核对被告的登记。", status=404)


def duty_of(case: Case, defendant: Organ, *rules: str, instance: Instance | None = None) -> list[Explained]:
    """The duties by *rules* that concern a defendant, with their reasons, in the order of *rules*."""
    rows = [
        one
        for one in explain_all(case)
        if one.row.rule in rules
        and one.row.state != Duty.State.SUPERSEDED
        and one.row.defendant_id in (None, defendant.pk)
        and (instance is None or one.row.instance_id in (None, instance.pk))
    ]
    return sorted(rows, key=lambda one: rules.index(one.row.rule))
