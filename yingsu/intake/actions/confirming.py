"""Confirming: a person takes a proposal over, and only then facts enter (办法第十条)."""

from datetime import date

from yingsu.audit.actions import record
from yingsu.base.actor import Actor
from yingsu.base.refusal import Refused
from yingsu.base.tx import writes
from yingsu.docket.actions import add_instance, add_party, create_case, register_paper
from yingsu.docket.happening import Happening
from yingsu.docket.models import Case, CourtPaper, Instance, Party
from yingsu.duties.actions import enter
from yingsu.intake.actions.settling import locked, settle
from yingsu.intake.capabilities import CONFIRM
from yingsu.intake.checking import refuse_problems
from yingsu.intake.destination import Destination, destination_of
from yingsu.intake.models import Proposal
from yingsu.intake.numbers import cause_of, court_name, see_number
from yingsu.intake.particulars import Particulars
from yingsu.intake.planning import case_values, new_defendants, plan
from yingsu.intake.sides import act_by_of, defendants_of, route_of, title_of
from yingsu.intake.transitions import transition
from yingsu.organs.models import Organ
from yingsu.organs.queries import find_organ


@writes
def confirm(
    *, proposal: Proposal, data: Particulars, by: Actor, version: int | None = None, known: date | None = None
) -> Proposal:
    """Confirm a paper: the case, its instance and parties, the registered paper, and the facts, in one transaction.

    The paper joins the case of its number, of the earlier instance's number, of its parties, or the one chosen
    in *data*; else it makes a new case. *known* is the day the facts became known here (default today). Refused
    with the field when something is wrong, with 409 when the proposal was settled since *version*.
    """
    by.require(CONFIRM, at=by.organ_id)
    row = locked(proposal, by, version)
    transition(row.state, "confirm")
    place = destination_of(data, by=by, batch=row.upload.batch)
    refuse_problems(data, place, by=by)
    facts = plan(data, place, by=by)
    named = {one.organ.code: one.acted_as for one in new_defendants(data, place, by) if one.organ}
    case = _fill(place.case, data) if place.case else _new_case(data, by)
    instance = _instance(case, data, place)
    _parties(case, data, place, named)
    paper = _paper(row, case, instance, data, by)
    happenings = [
        Happening(
            fact.kind,
            fact.on,
            fact.values,
            organ=fact.organ,
            corrects=fact.corrects,
            known=known,
            paper=paper,
            instance=None if fact.kind == "case-opened" else instance,
        )
        for fact in facts
    ]
    enter(case, *happenings, by=by)
    row.case, row.paper, row.kind = case, paper, data.kind
    settle(row, "confirm", by)
    record("intake.confirm", by=by, on=row, case=case.pk, paper=paper.pk)
    return row


def _new_case(data: Particulars, by: Actor) -> Case:
    organs = [one.organ for one in defendants_of(data, by) if one.organ]
    subject = Case.Subject.RECONSIDERATION if data.is_reconsideration else Case.Subject.SUIT
    return create_case(
        title=title_of(data),
        by=by,
        subject=subject,
        route=route_of(data, organs),
        **case_values(data, cause_of(data.cause)),
    )


def _fill(case: Case, data: Particulars) -> Case:
    """What the paper says of the act and the cause and the standing case lacks."""
    said = case_values(data, cause_of(data.cause))
    if case.cause:
        del said["cause_codes"]
    missing = {name: value for name, value in said.items() if value and not getattr(case, name)}
    for name, value in missing.items():
        setattr(case, name, value)
    if missing:
        case.save(update_fields=list(missing))
    return case


def _instance(case: Case, data: Particulars, place: Destination) -> Instance:
    """The instance of the paper; what the paper says and the row lacks (number, accepted day, judge) is filled in."""
    seen = see_number(data.case_number) if data.kind != "recommendation" else None
    court = court_name(data.court) or data.court or (seen.court if seen else "")
    said = {
        "case_number": seen.text if seen else None,
        "accepted_on": data.accepted_on,
        "judge": data.judge[:120],
        "phone": data.phone[:60],
    }
    if place.instance is None:
        code = seen.court_code if seen else ""
        return add_instance(case, stage=place.stage, court=court or "（法院待补）", court_code=code, **said)
    row = place.instance
    missing = {name: value for name, value in said.items() if value and not getattr(row, name)}
    if data.kind not in ("appeal-petition", "retrial-petition") and missing:
        for name, value in missing.items():
            setattr(row, name, value)
        row.save(update_fields=list(missing))
    return row


def _parties(case: Case, data: Particulars, place: Destination, named: dict[str, str]) -> None:
    """All parties of a new case; of a standing one the defendants new to it, and whom the complaint adds."""
    if place.is_new or data.kind == "complaint":
        for name in data.plaintiffs:
            add_party(case, role=Party.Role.PLAINTIFF, name=name)
        for name in data.third_parties:
            add_party(case, role=Party.Role.THIRD_PARTY, name=name)
    for name in data.defendants if place.is_new else ():
        if find_organ(name) is None:
            add_party(case, role=Party.Role.DEFENDANT, name=name)
    for code, acted_as in named.items():
        organ = Organ.objects.get(code=code)
        unit = Organ.objects.filter(code=act_by_of(data, organ, acted_as)).first()
        add_party(
            case, role=Party.Role.DEFENDANT, name=organ.name, organ=organ, acted_as=acted_as, act_by=unit
        )


def _paper(row: Proposal, case: Case, instance: Instance, data: Particulars, by: Actor) -> CourtPaper:
    """Register the paper; the same bytes registered in the case by another organ of it are one paper."""
    upload = row.upload
    if upload.file is None or data.received_on is None:
        raise Refused("这份文书没有保存原件。", "请重新上传后再确认。")
    standing = CourtPaper.objects.filter(case=case, file=upload.file, kind=data.kind).first()
    if standing is not None:
        return _again(standing, by)
    return register_paper(
        case,
        kind=data.kind,
        title=(data.doc_type or row.doc_type or "法院文书")[:80],
        file=upload.file,
        file_name=upload.file_name,
        received_on=data.received_on,
        by=by,
        instance=instance,
        pages=max(1, len(row.pages)),
        dated=data.doc_date,
        fields=data.plain(),
    )


def _again(standing: CourtPaper, by: Actor) -> CourtPaper:
    ours = Proposal.objects.visible_to(by).filter(paper=standing).exists()
    if ours:
        raise Refused(
            f"这份文件已在本案登记为收文{standing.register_number}。",
            "请查看案件；确属另一份文书的，请更正文书种类。",
            status=409,
        )
    return standing
