"""What the page of a case's volume shows."""

from typing import Any

from django.urls import reverse

from yingsu.archive.capabilities import BIND, CLOSE
from yingsu.archive.contents import Required, pieces_of, required_of
from yingsu.archive.models import Volume
from yingsu.archive.queries import standing_documents, volumes_of
from yingsu.base.actor import Actor
from yingsu.docket.models import Case
from yingsu.docket.queries import defendants, unit_of
from yingsu.documents.capabilities import acts_for
from yingsu.duties.queries import explain_all
from yingsu.organs.models import Organ
from yingsu.web.desk.lines import line


def volume_page(case: Case, actor: Actor) -> dict[str, Any]:
    """The duty to archive and, for each defendant, the volume of its responsible unit."""
    explained = [
        one for one in explain_all(case) if one.row.rule == "archive" and one.reason.state != "superseded"
    ]
    organs = [party.organ for party in defendants(case) if party.organ]
    return {
        "case": case,
        "duties": [line(one, acting=False, matter=False, who=True) for one in explained],
        "sides": [_side(case, organ, actor) for organ in organs],
    }


def _side(case: Case, defendant: Organ, actor: Actor) -> dict[str, Any]:
    unit = unit_of(case, defendant) or defendant
    volume = volumes_of(case).filter(organ=unit).first()
    required = required_of(case, defendant)
    closed = bool(volume and volume.state == Volume.State.CLOSED)
    explanations = volume.explanations if volume else {}
    open_gaps = [one for one in required if not one.pieces and one.key not in explanations]
    unfinished = standing_documents(case, defendant)
    may_bind = not closed and acts_for(actor, BIND, unit)
    return {
        "organ": defendant,
        "unit": unit,
        "volume": volume,
        "closed": closed,
        "rows": [_row(one, volume, explanations, may_bind) for one in required],
        "gaps": len(open_gaps),
        "pieces": len(pieces_of(case, defendant)),
        "unfinished": [{"title": one.title, "url": reverse("document", args=[one.pk]), "tag": one.get_state_display(),
                        "tone": "amber"} for one in unfinished],
        "contents": volume.contents if volume else [],
        "pdf_url": reverse("volume_pdf", args=[case.pk, volume.pk]) if volume and volume.file_id else "",
        "may_open": volume is None and may_bind,
        "may_bind": volume is not None and may_bind,
        "may_close": volume is not None and not closed and acts_for(actor, CLOSE, unit),
        "ready": not open_gaps and not unfinished and case.decisions.filter(withdrawn=False).exists(),
    }  # fmt: skip


def _row(
    one: Required, volume: Volume | None, explanations: dict[str, str], may_bind: bool
) -> dict[str, Any]:
    reason = explanations.get(one.key, "")
    url = (
        reverse("volume_explain", args=[volume.case_id, volume.pk])
        if volume and may_bind and not one.pieces
        else ""
    )
    return {
        "title": f"{one.instance}　{one.title}",
        "present": bool(one.pieces),
        "pieces": [{"title": piece.title, "date": piece.date} for piece in one.pieces],
        "because": one.because,
        "reason": reason,
        "action": {"label": "修改说明" if reason else "说明缺件", "url": f"{url}?key={one.key}"}
        if url
        else None,
    }


def file_name(volume: Volume) -> str:
    """The name under which the volume's PDF is saved."""
    number = volume.number or "未编号"
    return f"{number} {volume.case.title}.pdf"
