"""The evidence catalogue (办法第十六条)."""

from typing import Any

from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from yingsu.audit.actions import record
from yingsu.base.numbers import number_in
from yingsu.base.refusal import Refused
from yingsu.base.tx import write_tx
from yingsu.documents.capabilities import require_for
from yingsu.documents.queries import TYPES, latest_of, render_data
from yingsu.files.actions import keep, read_bytes
from yingsu.response import actions
from yingsu.response import capabilities as rights
from yingsu.response.actions.place import acting_unit
from yingsu.response.contents import catalogue_data
from yingsu.response.models import EvidenceItem
from yingsu.response.queries import catalogue, evidence_for, evidence_of
from yingsu.web.response.forms import EvidenceForm
from yingsu.web.response.side import Side, side_of
from yingsu.web.shell.answers import file_answer
from yingsu.web.shell.submitting import answered_before, show_form, submitted

RULES = ("evidence", "extension-application")


@require_http_methods(["GET", "POST"])
def evidence(request: HttpRequest, case_pk: int) -> HttpResponse:
    """The catalogue; POST adds a piece at its end."""
    side = side_of(request, case_pk, "evidence")
    form = EvidenceForm(request.POST or None, request.FILES or None, auto_id="add_%s")
    answer = submitted(
        request,
        form,
        lambda data: actions.add_evidence(**side.who, **_kept(data)),
        to=side.to("evidence") + "#add",
        says=lambda made: f"已列为证据{made.number}，可以继续添加。",
    )
    return answer or _page(request, side, form)


@require_http_methods(["GET", "POST"])
def item(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """Change a piece."""
    side, found = _found(request, case_pk, pk)
    require_for(request.actor, rights.PREPARE, acting_unit(found.case, found.defendant))
    initial = {
        name: getattr(found, name) for name in ("name", "kind", "source", "form", "page_count", "purpose")
    }
    form = EvidenceForm(request.POST or None, request.FILES or None, initial=initial)
    posted = number_in(request.POST.get("version", ""))
    version = found.version if posted is None else posted
    answer = submitted(
        request,
        form,
        lambda data: actions.change_evidence(item=found, by=request.actor, version=version, **_kept(data)),
        to=side.to("evidence"),
        says="已保存。",
    )
    stale = getattr(form, "refused_status", 0) == 409
    context = side.context(item=found, version=found.version if stale or not form.is_bound else version)
    return answer or show_form(request, "response/evidence_item.html", form, context)


@require_POST
def move(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """One place up or down."""
    side, found = _found(request, case_pk, pk)
    step = -1 if request.POST.get("way") == "up" else 1
    form = Form(request.POST)
    answer = submitted(
        request,
        form,
        lambda data: _shift(side, found, step, request),
        to=side.to("evidence"),
        says="顺序已调整。",
    )
    return answer or _page(request, side, EvidenceForm(auto_id="add_%s"), failed=form)


@require_POST
def remove(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """Take a piece off the catalogue."""
    if done := answered_before(request):
        return done
    side, found = _found(request, case_pk, pk)
    form = Form(request.POST)
    answer = submitted(
        request,
        form,
        lambda data: actions.remove_evidence(item=found, by=request.actor),
        to=side.to("evidence"),
        says=f"已从目录中删除“{found.name}”。",
    )
    return answer or _page(request, side, EvidenceForm(auto_id="add_%s"), failed=form)


@require_POST
def document(request: HttpRequest, case_pk: int) -> HttpResponse:
    """The catalogue as a document, begun or brought up to date."""
    side = side_of(request, case_pk, "evidence")
    form = Form(request.POST)
    answer = submitted(
        request,
        form,
        lambda data: actions.draft_catalogue(**side.who),
        to=lambda made: reverse("document", args=[made.pk]),
        says="证据目录已按登记的证据生成。",
    )
    return answer or _page(request, side, EvidenceForm(auto_id="add_%s"), failed=form)


@require_GET
def printed(request: HttpRequest, case_pk: int, form: str) -> HttpResponse:
    """The catalogue as it stands, as PDF or DOCX."""
    side = side_of(request, case_pk, "evidence")
    if form not in TYPES:
        raise Refused("没有这种文件。", "请从证据目录页面选择 PDF 或者 DOCX。", status=404)
    data = render_data("evidence_catalogue", catalogue_data(side.case, side.defendant, side.instance), form)
    return file_answer(data, f"证据目录.{form}", TYPES[form], inline=form == "pdf")


@require_GET
def file(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """The file of a piece."""
    _, found = _found(request, case_pk, pk)
    if found.file is None:
        raise Refused("这份证据没有上传文件。", "可以在证据页面补传。", status=404)
    with write_tx():
        record("response.open_evidence", by=request.actor, on=found)
    return file_answer(read_bytes(found.file), found.file_name, found.file.content_type)


def _found(request: HttpRequest, case_pk: int, pk: int) -> tuple[Side, EvidenceItem]:
    found = evidence_for(request.actor, pk)
    if found.case_id != case_pk:
        raise Refused("没有找到这份证据。", "请从本案的证据目录进入。", status=404)
    return Side(found.case, found.defendant, request.actor, "evidence"), found


def _kept(data: dict[str, Any]) -> dict[str, Any]:
    upload = data.pop("file", None)
    if upload:
        data |= {"file": keep(upload.read(), name=upload.name), "file_name": upload.name}
    return data


def _shift(side: Side, found: EvidenceItem, step: int, request: HttpRequest) -> None:
    order = [one.pk for one in evidence_of(side.case, side.defendant, found.instance)]
    at = order.index(found.pk)
    to = min(max(at + step, 0), len(order) - 1)
    order.insert(to, order.pop(at))
    actions.reorder_evidence(**side.who, order=order, instance=found.instance)


def _page(
    request: HttpRequest, side: Side, form: EvidenceForm, *, failed: Form | None = None
) -> HttpResponse:
    lines = catalogue(side.case, side.defendant, side.instance)
    context = side.context(
        lines=lines,
        pages=lines[-1].last_page if lines else 0,
        add=form,
        failed=failed,
        may_prepare=side.for_unit(rights.PREPARE),
        document=latest_of(side.case, "evidence_catalogue", side.defendant, side.instance),
        **side.duties(*RULES),
    )
    return show_form(request, "response/evidence.html", failed or form, context)
