"""What the law proposes for the responsible unit, and which head may direct (办法第十二、十三条)."""

from dataclasses import dataclass

from yingsu import law
from yingsu.base.actor import Actor
from yingsu.base.refusal import Refused
from yingsu.docket.models import Case, Instance
from yingsu.duties.queries import findings_of
from yingsu.organs.models import Organ, Post
from yingsu.organs.queries import justice_bureau_of
from yingsu.response.models import HandlingOpinion

WHO_APPROVES = "办法第十三条第二款"


@dataclass(frozen=True, slots=True)
class Proposal:
    """The unit that Art. 12 names for a defendant, with its sentence; no unit when it is unclear."""

    unit: Organ | None
    text: str
    citation: law.Citation | None

    @property
    def is_clear(self) -> bool:
        """Whether the article names a unit."""
        return self.unit is not None

    @property
    def cite(self) -> str:
        """The article in short."""
        return self.citation.short if self.citation else "办法第十二条"


def proposal_for(case: Case, defendant: Organ, instance: Instance | None = None) -> Proposal:
    """What Art. 12 says for *defendant*, from the findings of the law."""
    label = instance.label if instance else ""
    found = [
        one
        for one in findings_of(case)
        if one.rule == "responsible-unit" and one.organ in ("", defendant.code)
    ]
    found = [one for one in found if one.instance == label] or found
    if not found:
        return Proposal(None, "按已登记的事实还不能确定承办单位。", None)
    finding = found[-1]
    return Proposal(_unit(finding, defendant), finding.text, finding.citation)


def _unit(finding: law.Finding, defendant: Organ) -> Organ | None:
    named = str(finding.values.get("unit", "")) or finding.answer
    if named == "justice-bureau":
        return justice_bureau_of(defendant)
    if named == "defendant":
        return defendant
    return Organ.objects.filter(code=named).first()


def approver_of(by: Actor, defendant: Organ, *units: Organ | None) -> str:
    """As which of the three heads of Art. 13.2 the actor directs; empty when as none.

    The main head; a deputy in charge of one of *units* (分管被诉行政行为实施工作); a deputy in charge of the
    justice bureau (分管司法行政工作).
    """
    if by.organ_id != defendant.pk:
        return ""
    if by.post_kind == Post.Kind.MAIN_HEAD:
        return str(HandlingOpinion.Approver.CHIEF)
    portfolio = set(Post.objects.get(pk=by.post_id).portfolio or ())
    if portfolio & {unit.code for unit in units if unit}:
        return str(HandlingOpinion.Approver.IN_CHARGE_OF_ACT)
    bureau = justice_bureau_of(defendant)
    if bureau and bureau.code in portfolio:
        return str(HandlingOpinion.Approver.IN_CHARGE_OF_JUSTICE)
    return ""


def act_unit_of(opinion: HandlingOpinion) -> Organ:
    """The unit that did the act: as the defendant was named, else as Art. 12 says, else as proposed."""
    party = (
        opinion.case.parties.filter(organ=opinion.defendant, act_by__isnull=False)
        .select_related("act_by")
        .first()
    )
    named: Organ | None = party.act_by if party else None
    return named or opinion.unit_by_law or opinion.proposed_unit


def may_direct(by: Actor, opinion: HandlingOpinion) -> bool:
    """Whether the actor is one of the three heads for this opinion."""
    return bool(approver_of(by, opinion.defendant, act_unit_of(opinion)))


def require_approver(by: Actor, opinion: HandlingOpinion) -> str:
    """The approver's standing, or `Refused` with the article."""
    act_unit = act_unit_of(opinion)
    approver = approver_of(by, opinion.defendant, act_unit)
    if not approver:
        raise Refused(
            f"您的分管工作不包括被诉行政行为的实施（{act_unit.name}）或者司法行政，不能批办这份拟办意见。",
            "请由正职负责人、分管被诉行政行为实施工作的负责人或者分管司法行政工作的负责人批办；分管登记有误的，请联系管理员更正。",
            article=WHO_APPROVES,
            status=403,
        )
    return approver
