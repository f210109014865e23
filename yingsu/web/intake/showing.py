"""What the pages of intake are given to show."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.conf import settings
from django.urls import reverse

from yingsu.base import clock
from yingsu.base.actor import Actor
from yingsu.base.refusal import Refused
from yingsu.intake.destination import Destination, destination_of
from yingsu.intake.first_reading import read_values
from yingsu.intake.following import Following, follow
from yingsu.intake.models import Proposal, Upload
from yingsu.intake.particulars import fields_of, paper_kinds
from yingsu.intake.queries import (
    confirmed_of,
    last_received,
    next_waiting,
    proposals,
    registered_twins,
    settled_proposals,
    troubled_uploads,
    unread_uploads,
    waiting_proposals,
)
from yingsu.web.intake.forms import AsideForm, ConfirmForm
from yingsu.web.intake.rows import rows_of, sheets_of
from yingsu.web.templatetags.dates_in_words import short_date

RECENT = 10


def lists(actor: Actor) -> dict[str, Any]:
    """The page of intake: waiting, in trouble, set aside, lately registered."""
    return {
        "limit_mb": settings.UPLOAD_LIMIT_MB,
        "limit_files": settings.DATA_UPLOAD_MAX_NUMBER_FILES,
        "waiting": [_line(one, "核对") for one in waiting_proposals(actor)[:50]],
        "waiting_count": waiting_proposals(actor).count(),
        "unread": unread_uploads(actor).count(),
        "troubled": [_trouble(one, actor) for one in troubled_uploads(actor, RECENT)],
        "aside": [_line(one, "查看") for one in settled_proposals(actor, Proposal.State.SET_ASIDE, RECENT)],
        "confirmed": [
            _line(one, "查看") for one in settled_proposals(actor, Proposal.State.CONFIRMED, RECENT)
        ],
    }


def _line(row: Proposal, verb: str) -> dict[str, Any]:
    parties = "、".join(row.values("plaintiff")[:2])
    number = row.value("case_no") or "无案号"
    note = "　".join(part for part in (number, parties, row.upload.file_name) if part)
    if row.case is not None:
        note = f"{row.case.title}　收文号 {row.paper.register_number if row.paper else ''}"
    elif row.reason:
        note = row.reason
    url = reverse("case", args=[row.case_id]) if row.case_id else reverse("intake_proposal", args=[row.pk])
    return {
        "title": row.doc_type or "扫描件（待人工识读）",
        "note": note,
        "url": url,
        "action": {"label": verb, "url": reverse("intake_proposal", args=[row.pk]), "main": verb == "核对"},
    }


def _trouble(upload: Upload, actor: Actor) -> dict[str, Any]:
    twin = confirmed_of(upload.same_as, actor)
    links = []
    if twin is not None:
        links.append({"label": "查看已收的那一份", "url": reverse("intake_proposal", args=[twin.pk])})
        if twin.case_id:
            links.append({"label": "查看案件", "url": reverse("case", args=[twin.case_id])})
    tag = ("重复", "blue") if upload.same_as_id else ("未能收下", "amber")
    return {"title": upload.file_name, "note": upload.error, "tag": tag[0], "tone": tag[1], "links": links}


def form_for(row: Proposal, actor: Actor, data: Mapping[str, Any] | None) -> ConfirmForm:
    """The form of a paper: as read at first, else as sent. The kind sent decides which fields there are."""
    sent = str(data.get("kind", "")) if data is not None else ""
    kind = sent if sent in paper_kinds()["order"] else row.kind
    if data is not None:
        return ConfirmForm(data, proposal=row, actor=actor, kind=kind)
    return ConfirmForm(initial=_initial(row, actor), proposal=row, actor=actor, kind=kind)


def _initial(row: Proposal, actor: Actor) -> dict[str, Any]:
    received: date | None = last_received(actor, row)
    return {**read_values(row), "served_on": received, "version": row.version}


def asked_again(form: ConfirmForm) -> ConfirmForm:
    """The same values in a form that is not judged yet; fields the new kind brings stand as they were read."""
    form.is_valid()
    kind = str(form["kind"].value())
    row, actor = form.proposal, form.actor
    sent = {name: form[name].value() for name in form.fields if name in form.data}
    read = {
        name: value
        for name, value in _initial(row, actor).items()
        if name not in sent and name not in fields_of(row.kind)
    }
    return ConfirmForm(initial={**read, **sent, "version": row.version}, proposal=row, actor=actor, kind=kind)


def paper(form: ConfirmForm) -> dict[str, Any]:
    """The page of a paper."""
    row, actor = form.proposal, form.actor
    upload = row.upload
    batch = list(proposals(actor).filter(upload__batch=upload.batch).order_by("id"))
    after = next_waiting(actor, row)
    return {
        "proposal": row,
        "rows": rows_of(form),
        "sheets": sheets_of(form),
        "is_scan": not row.doc_type,
        "batch": [
            {"row": one, "current": one.pk == row.pk, "url": reverse("intake_proposal", args=[one.pk])}
            for one in batch
        ],
        "place_in_batch": [one.pk for one in batch].index(row.pk) + 1,
        "next_url": reverse("intake_proposal", args=[after.pk]) if after else "",
        "original_url": reverse("intake_original", args=[row.pk]),
        "twins": [
            {"title": one.case.title, "url": reverse("case", args=[one.case_id])}
            for one in registered_twins(actor, row)
        ],
        "aside": AsideForm(initial={"version": row.version}, auto_id="aside_%s"),
        **following(form),
    }


def following(form: ConfirmForm) -> dict[str, Any]:
    """Where the paper goes and what will follow, with the values as they stand."""
    row, actor = form.proposal, form.actor
    read = read_values(row)
    weighed = _weighed(form, read)
    data = weighed.particulars(read)
    try:
        place = destination_of(data, by=actor, batch=row.upload.batch)
        steps = follow(data, place, by=actor)
    except Refused as refused:
        return {"place": None, "then": (), "then_note": refused.message + refused.remedy}
    note = "填写送达日期后，这里列出将要产生的期限。" if data.served_on is None else "不产生新的期限。"
    return {
        "place": place,
        "place_words": _place_words(place),
        "then": [_step(one) for one in steps],
        "then_note": note,
    }


def _weighed(form: ConfirmForm, read: Mapping[str, Any]) -> ConfirmForm:
    """A judged form: the one sent, or the first values as if they were sent."""
    if form.is_bound:
        form.is_valid()
        return form
    sent = {name: form[name].value() for name in form.fields if form[name].value() not in (None, "")}
    flat = {
        name: "\n".join(value) if isinstance(value, tuple) and name != "results" else value
        for name, value in sent.items()
    }
    judged = ConfirmForm(flat, proposal=form.proposal, actor=form.actor, kind=str(form["kind"].value()))
    judged.is_valid()
    return judged


def _place_words(place: Destination) -> str:
    if place.case is None:
        return "新案件"
    return "并入已有案件" if place.instance is not None else "并入已有案件，新开一个审级"


def _step(one: Following) -> dict[str, str]:
    if one.due is not None:
        when = f"{short_date(one.due, clock.today())}前"
    else:
        when = "承办单位签收后起算" if one.who == "承办单位" else "尚待起算"
    what = f"{one.who}　{one.what}" if one.who else one.what
    if one.moved:
        what += "（期限变动）"
    if one.right:
        what += "（可以）"
    if one.due is None and one.careful:
        what += f"，从严按{short_date(one.careful, clock.today())}掌握"
    return {"when": when, "what": what, "cite": one.cite}


def settled(row: Proposal, actor: Actor) -> dict[str, Any]:
    """A paper that was registered or set aside."""
    after = next_waiting(actor, row)
    return {
        "proposal": row,
        "case_url": reverse("case", args=[row.case_id]) if row.case_id else "",
        "original_url": reverse("intake_original", args=[row.pk]),
        "next_url": reverse("intake_proposal", args=[after.pk]) if after else "",
    }
