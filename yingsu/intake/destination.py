"""Where a paper belongs: a new case, a standing instance, or the next instance of a standing case, with the reason."""

from dataclasses import dataclass

from yingsu.base.actor import Actor
from yingsu.base.refusal import Refused
from yingsu.docket.models import Case, Instance
from yingsu.docket.queries import case_for, current_instance, instance_by_number, standing_entries
from yingsu.intake.models import Batch
from yingsu.intake.numbers import normal_number, see_number
from yingsu.intake.particulars import Particulars
from yingsu.intake.sides import same_sides

PETITIONS = ("appeal-petition", "retrial-petition")


@dataclass(frozen=True, slots=True)
class Destination:
    """The place of a paper. Without a case: a new one. Without an instance: the next one, at *stage*."""

    reason: str
    case: Case | None = None
    instance: Instance | None = None
    stage: str = "first"

    @property
    def is_new(self) -> bool:
        """Whether a new case is made."""
        return self.case is None

    @property
    def opens_instance(self) -> bool:
        """Whether a new instance is made."""
        return self.instance is None


def destination_of(data: Particulars, *, by: Actor, batch: Batch | None = None) -> Destination:
    """The place of the paper: as the clerk chose, else by its numbers, else by its parties."""
    number = "" if data.kind == "recommendation" else normal_number(data.case_number)
    if data.case_pk:
        return _chosen(data, case_for(by, data.case_pk), number, "由您选定并入这个案件。")
    standing = instance_by_number(number)
    if standing is not None:
        _see(standing, number, by)
        return Destination(f"案号{number}已经登记在这个案件。", standing.case, standing)
    if data.separate:
        return Destination("由您选定登记为新案件。", stage=_stage(data, number, None))
    return (
        _by_other_number(data, number, by)
        or _by_sides(data, number, by, batch)
        or Destination(
            "案号未登记过。" if number else "没有找到同一当事人的案件。", stage=_stage(data, number, None)
        )
    )


def _see(instance: Instance, number: str, by: Actor) -> None:
    if not Case.objects.visible_to(by).filter(pk=instance.case_id).exists():
        raise Refused(
            f"案号{number}已由其他单位登记，登记的当事人中没有本单位。",
            "请先核对案号；确属本单位为被告的，请联系同级司法局补充登记被告。",
            field="case_number",
            status=409,
        )


def _by_other_number(data: Particulars, number: str, by: Actor) -> Destination | None:
    """By the case number of the earlier instance, or of the case a recommendation speaks of."""
    for text, words in ((data.prior_case_number, "原审案号"), (data.related_case, "所涉案号")):
        earlier = instance_by_number(normal_number(text)) if text else None
        if earlier is None:
            continue
        _see(earlier, normal_number(text), by)
        reason = f"{words}{earlier.case_number}已经登记在这个案件。"
        if data.kind in (*PETITIONS, "recommendation") or not number:
            return Destination(reason, earlier.case, earlier)
        return Destination(reason, earlier.case, stage=_stage(data, number, earlier.case))
    return None


def _by_sides(data: Particulars, number: str, by: Actor, batch: Batch | None) -> Destination | None:
    """By the parties, where a number is missing on the paper or in the case. The same batch comes first."""
    if not (data.plaintiffs and data.defendants) or data.is_decision or data.is_reconsideration:
        return None
    seen = Case.objects.visible_to(by).filter(closed=False)
    together = seen.filter(proposals__upload__batch=batch).distinct() if batch else seen.none()
    words = "同一次收文、同一原告和被告。"
    fitting = [case for case in together if _fits(case, data, number)]
    if not fitting:
        words = "同一原告和被告的在办案件。"
        named = (
            seen.filter(parties__role="plaintiff", parties__name__in=data.plaintiffs)
            .distinct()
            .order_by("-pk")
        )
        fitting = [case for case in named[:50] if _fits(case, data, number)]
    if len(fitting) != 1:
        return None
    return Destination(words, fitting[0], current_instance(fitting[0]))


def _fits(case: Case, data: Particulars, number: str) -> bool:
    latest = current_instance(case)
    undecided = not standing_entries(case, "decision-made")
    open_number = latest is not None and not (number and latest.case_number)
    return open_number and (undecided or data.kind in PETITIONS) and same_sides(case, data)


def _chosen(data: Particulars, case: Case, number: str, reason: str) -> Destination:
    """The instance within a case the clerk chose: by number, else one without number yet, else the current one."""
    if not number or data.kind in (*PETITIONS, "recommendation"):
        earlier = instance_by_number(normal_number(data.prior_case_number or data.related_case))
        inside = earlier is not None and earlier.case_id == case.pk
        return Destination(reason, case, earlier if inside else current_instance(case))
    standing = instance_by_number(number)
    if standing is not None and standing.case_id != case.pk:
        raise Refused(
            f"案号{number}已经登记在另一案件，不能并入所选案件。",
            "请核对案号，或者取消选定，由系统按案号并入。",
            field="case_number",
            status=409,
        )
    numberless = case.instances.filter(case_number=None).first()
    place = standing or numberless
    return Destination(reason, case, place, _stage(data, number, case))


def _stage(data: Particulars, number: str, case: Case | None) -> str:
    """The stage of a new instance: as the clerk says, else by the number; a first instance after a remittal is 重审."""
    if data.stage:
        return data.stage
    seen = see_number(number) if number else None
    stage = (seen.stage if seen else "") or "first"
    if case is None:
        return stage
    remitted = any(
        "remit" in entry.values.get("results", ()) for entry in standing_entries(case, "decision-made")
    )
    return "remand" if stage == "first" and remitted else stage
