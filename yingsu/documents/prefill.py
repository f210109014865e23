"""What the docket alone knows of the content of a paper. The room that starts the paper adds what is its own."""

from typing import Any

from yingsu.docket.models import Case, Instance, Party
from yingsu.docket.queries import current_instance, defendants, papers_of, standing_entries, unit_of
from yingsu.documents.kinds import kinds
from yingsu.organs.models import Organ
from yingsu.organs.queries import heads_of, justice_bureau_of, office_of

PETITIONS = ("complaint", "appeal-petition", "retrial-petition", "reconsideration-notice")
COUNTED_FROM: dict[str, tuple[str, tuple[str, ...]]] = {
    "handling_opinion": ("office", ("notice-to-respond", *PETITIONS)),
    "answer": ("party", PETITIONS),
}


def prefill(case: Case, kind: str, *, defendant: Organ, instance: Instance | None = None) -> dict[str, Any]:
    """Known values for the data keys of *kind*; keys the kind does not take and values not known are left out."""
    instance = instance or current_instance(case)
    known = {
        **_matter(case, instance),
        **_organs(case, defendant),
        **_receipts(case, kind, defendant, instance),
    }
    if kind == "answer":
        known |= {"defendant": defendant.name, **_representative(defendant)}
    taken = {**kinds()[kind].required, **kinds()[kind].optional}
    return {key: value for key, value in known.items() if key in taken and value}


def _matter(case: Case, instance: Instance | None) -> dict[str, Any]:
    return {
        "court": instance.court if instance else "",
        "case_number": (instance.case_number or "") if instance else "",
        "instance": instance.get_stage_display() if instance else "",
        "plaintiff": _names(case, Party.Role.PLAINTIFF),
        "defendant": _names(case, Party.Role.DEFENDANT),
        "third_party": _names(case, Party.Role.THIRD_PARTY),
        "cause": case.cause,
        "challenged_act": "".join((case.act_number, case.act_name)) or case.cause,
        "opened_on": case.opened_on.isoformat(),
    }


def _names(case: Case, role: str) -> str:
    return "、".join(party.name for party in case.parties.all() if party.role == role)


def _organs(case: Case, defendant: Organ) -> dict[str, Any]:
    unit = unit_of(case, defendant)
    bureau = justice_bureau_of(defendant)
    party = next((one for one in defendants(case) if one.organ == defendant), None)
    act_by = party.act_by if party and party.act_by else unit
    return {
        "organ": defendant.name,
        "submitter": defendant.name,
        "office": office_of(defendant).name,
        "unit": unit.name if unit else "",
        "act_unit": act_by.name if act_by else "",
        "justice_bureau": bureau.name if bureau else "",
    }


def _representative(defendant: Organ) -> dict[str, Any]:
    post = heads_of(defendant).filter(kind="main_head").first()
    return {"representative": post.person.name, "representative_post": post.title} if post else {}


def _receipts(case: Case, kind: str, defendant: Organ, instance: Instance | None) -> dict[str, Any]:
    papers = [
        paper for paper in papers_of(case) if paper.instance_id in (None, instance.pk if instance else None)
    ]
    known: dict[str, Any] = {
        "papers": list(dict.fromkeys(paper.title for paper in papers)),
        "receipt_number": papers[0].register_number if papers else "",
    }
    receiver, names = COUNTED_FROM.get(kind, ("", ()))
    for entry in standing_entries(case, "receipt"):
        if entry.instance != instance or entry.organ_id not in (None, defendant.pk):
            continue
        if entry.values.get("receiver") == receiver and entry.values.get("paper") in names:
            known.setdefault("received_on", entry.happened_on.isoformat())
    return known
