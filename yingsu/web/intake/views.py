"""The pages of intake: dropping files, checking a paper beside its fields, confirming."""

from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.forms import Form
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from yingsu.base.actor import Actor
from yingsu.intake.actions import confirm, read_waiting, receive, reopen, set_aside
from yingsu.intake.capabilities import CONFIRM, RECEIVE
from yingsu.intake.models import Batch, Proposal
from yingsu.intake.queries import next_waiting, proposal_for, waiting_proposals
from yingsu.web.intake import showing
from yingsu.web.intake.forms import AsideForm, DropForm
from yingsu.web.shell.submitting import fresh_mark, show_form, submitted

READ_AT_ONCE = 12


def _actor(request: HttpRequest) -> Actor:
    actor: Actor = request.actor
    actor.require(RECEIVE, at=actor.organ_id)
    return actor


@require_http_methods(["GET", "POST"])
def intake(request: HttpRequest) -> HttpResponse:
    """Drop files; what waits, what was settled."""
    actor = _actor(request)
    form = DropForm(request.POST, request.FILES) if request.method == "POST" else DropForm()
    batches: list[Batch] = []

    def take(data: dict[str, Any]) -> Batch:
        batches.append(receive(files=_contents(data["files"]), by=actor))
        return batches[0]

    answer = submitted(
        request,
        form,
        take,
        to=reverse("intake"),
        says=lambda batch: f"已收下 {batch.uploads.count()} 个文件。",
    )
    if answer is None:
        return show_form(request, "intake/intake.html", form, showing.lists(actor))
    read_waiting(by=actor, limit=READ_AT_ONCE)
    found = list(waiting_proposals(actor).filter(upload__batch__in=batches)[:2])
    unread = bool(batches) and batches[0].uploads.exclude(error="").exists()
    if len(found) == 1 and not unread:
        return HttpResponseRedirect(reverse("intake_proposal", args=[found[0].pk]))
    return answer


def _contents(files: list[UploadedFile]) -> Iterator[tuple[str, bytes]]:
    """Name and bytes, one file in memory at a time, never more than just above the limit."""
    most = settings.UPLOAD_LIMIT_MB * 1024 * 1024 + 1
    for one in files:
        yield one.name or "未命名", one.read(most)


@require_POST
def read_on(request: HttpRequest) -> HttpResponse:
    """Read the files that still wait to be read."""
    actor = _actor(request)
    read_waiting(by=actor, limit=READ_AT_ONCE)
    if request.htmx:
        return render(request, "intake/_waiting.html", {"form_mark": fresh_mark(), **showing.lists(actor)})
    return HttpResponseRedirect(reverse("intake"))


@require_http_methods(["GET", "POST"])
def proposal(request: HttpRequest, pk: int) -> HttpResponse:
    """A paper beside its fields; POST confirms it."""
    actor = _actor(request)
    row = proposal_for(actor, pk)
    if row.state != Proposal.State.PROPOSED and request.method == "GET":
        return render(
            request, "intake/settled.html", {"form_mark": fresh_mark(), **showing.settled(row, actor)}
        )
    form = showing.form_for(row, actor, request.POST if request.method == "POST" else None)
    if "_preview" in request.POST:
        shown = showing.asked_again(form)
        return render(
            request,
            "intake/proposal.html",
            {"form": shown, "form_mark": fresh_mark(), **showing.paper(shown)},
        )
    answer = submitted(
        request,
        form,
        lambda data: confirm(proposal=row, data=form.particulars(), by=actor, version=data.get("version")),
        to=lambda done: _after(done, actor),
        says=lambda done: f"已登记，收文号 {done.paper.register_number}，案件“{done.case.title}”。",
    )
    if answer:
        return answer
    now = proposal_for(actor, pk)
    if now.state != Proposal.State.PROPOSED:
        context = {"form_mark": fresh_mark(), "conflict": True, **showing.settled(now, actor)}
        return render(request, "intake/settled.html", context, status=409)
    return show_form(request, "intake/proposal.html", form, showing.paper(form))


def _after(done: Proposal, actor: Actor) -> str:
    """The next paper of the same drop, else the case."""
    following_one = next_waiting(actor, done)
    if following_one is not None and following_one.upload.batch_id == done.upload.batch_id:
        return reverse("intake_proposal", args=[following_one.pk])
    return reverse("case", args=[done.case_id])


@require_GET
def following(request: HttpRequest, pk: int) -> HttpResponse:
    """What will follow, with the values as they stand in the form. Writes nothing."""
    actor = _actor(request)
    row = proposal_for(actor, pk)
    form = showing.form_for(row, actor, request.GET)
    form.is_valid()
    return render(request, "intake/_following.html", {"proposal": row, **showing.following(form)})


@require_POST
def put_aside(request: HttpRequest, pk: int) -> HttpResponse:
    """Leave a paper unregistered, with the reason."""
    actor = _actor(request)
    row = proposal_for(actor, pk)
    form = AsideForm(request.POST)
    answer = submitted(
        request,
        form,
        lambda data: set_aside(proposal=row, reason=data["reason"], by=actor, version=data.get("version")),
        to=reverse("intake"),
        says="已放在“暂不处理”，随时可以重新核对。",
    )
    if answer:
        return answer
    shown = showing.form_for(row, actor, None)
    return show_form(
        request, "intake/proposal.html", form, {**showing.paper(shown), "form": shown, "aside": form}
    )


@require_POST
def take_up(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a paper up again that was set aside."""
    actor = _actor(request)
    actor.require(CONFIRM, at=actor.organ_id)
    row = proposal_for(actor, pk)
    form = Form(request.POST)
    answer = submitted(
        request,
        form,
        lambda data: reopen(proposal=row, by=actor),
        to=reverse("intake_proposal", args=[row.pk]),
        says="已重新放回待核对。",
    )
    return answer or show_form(
        request, "intake/settled.html", form, showing.settled(proposal_for(actor, pk), actor)
    )
