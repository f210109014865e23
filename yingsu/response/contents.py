"""What the response room knows of the content of its papers."""

from typing import Any

from yingsu.base import clock
from yingsu.docket.models import Case, Instance
from yingsu.docket.queries import papers_of
from yingsu.documents.prefill import prefill
from yingsu.duties.queries import duties_of
from yingsu.organs.models import Organ
from yingsu.response.models import HandlingOpinion
from yingsu.response.queries import catalogue, decisive_quote, transfers_of

FORESEEN = ("prepare", "answer")


def answer_data(case: Case, defendant: Organ, instance: Instance | None) -> dict[str, Any]:
    """The evidence in one sentence and the attachments with their pages; what must be argued stays to be written."""
    lines = catalogue(case, defendant, instance)
    data: dict[str, Any] = {"date": clock.today().isoformat()}
    if lines:
        names = "、".join(line.item.name for line in lines[:8])
        data["evidence"] = (
            f"答辩人提交证据{len(lines)}份，包括{names}{'等' if len(lines) > 8 else ''}，证明目的见证据目录。"
        )
        data["attachments"] = [f"证据目录及证据材料一套（共{lines[-1].last_page}页）"]
    return data


def catalogue_data(case: Case, defendant: Organ, instance: Instance | None) -> dict[str, Any]:
    """The evidence catalogue as the paper takes it."""
    lines = catalogue(case, defendant, instance)
    days = [line.item.submitted_on for line in lines if line.item.submitted_on]
    return {
        **prefill(case, "evidence_catalogue", defendant=defendant, instance=instance),
        "submitted_on": (max(days) if days else clock.today()).isoformat(),
        "items": [
            {
                "name": line.item.name,
                "kind": line.item.get_kind_display(),
                "source": line.item.source,
                "form": line.item.get_form_display(),
                "page_count": line.item.page_count,
                "purpose": line.item.purpose,
            }
            for line in lines
        ],
    }


def opinion_data(opinion: HandlingOpinion) -> dict[str, Any]:
    """The handling opinion as the form of approval (呈批件) prints it."""
    case, defendant = opinion.case, opinion.defendant
    foreseen = [
        row for row in duties_of(case) if row.rule in FORESEEN and row.defendant_id in (None, defendant.pk)
    ]
    data: dict[str, Any] = {
        **prefill(case, "handling_opinion", defendant=defendant, instance=opinion.instance),
        **_registered(case),
        "proposed_unit": opinion.proposed_unit.name,
        "article": opinion.article.removeprefix("办法"),
        "article_quote": decisive_quote(case, defendant, opinion.instance),
        "reason": opinion.reason,
        "duties": [
            {
                "title": row.title,
                "actor": opinion.proposed_unit.name,
                "due": (row.due or row.careful).isoformat(),
                "article": row.cite,
            }
            for row in foreseen
            if row.due or row.careful
        ],
        "drafter": opinion.put_up_by.split(" ")[-1],
        "drafted_on": opinion.put_up_on.isoformat(),
    }
    if opinion.directed_on:
        data |= {
            "approval": opinion.direction,
            "approver": f"{opinion.approver_post.get('title', '')} {opinion.approver_post.get('name', '')}".strip(),
            "approved_on": opinion.directed_on.isoformat(),
        }
    return data | _passed_on(opinion)


def _registered(case: Case) -> dict[str, Any]:
    """The form bears the number under which the first paper was received."""
    paper = papers_of(case).first()
    return {"number": f"收文{paper.register_number}"} if paper else {}


def _passed_on(opinion: HandlingOpinion) -> dict[str, Any]:
    """How the papers went to the unit and who signed for them, as far as it happened."""
    transfer = transfers_of(opinion.case, opinion.defendant).filter(instance=opinion.instance).first()
    if transfer is None or transfer.passed_on is None:
        return {}
    day = transfer.passed_on
    data: dict[str, Any] = {"pass_on": f"{day.year}年{day.month}月{day.day}日转{transfer.unit.name}。"}
    if transfer.signed_on:
        name = transfer.signed_by.split(" ")[-1]
        data |= {"unit_receiver": name, "unit_received_on": transfer.signed_on.isoformat()}
    return data
